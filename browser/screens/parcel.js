/** A file on its way: how far it is, what holds it up, and how to let it be. */
import { html } from "../vendor/lit.js";
import { canSay, say } from "../words/index.js";
import { fileWords } from "./lasting.js";
import { progressDrawn } from "./line-file.js";

/**
 * @param {import("./seen.d.ts").Parcel} parcel
 * @param {{ again: () => void, stop: () => void }} acts
 */
export function parcelDrawn(parcel, { again, stop }) {
	return html`<div class="parcel" role="group" aria-label=${say("file.on-its-way")}>
		<p class="theirs">${fileWords(parcel)}</p>
		${stateOf(parcel)}
		<div class="row">
			${parcel.state === "sending" ? "" : html`<button class="link" type="button" @click=${again}>${say("talk.again-send")}</button>`}
			<button class="link" type="button" @click=${stop}>${say("file.do-not-send")}</button>
		</div>
	</div>`;
}

/** @param {import("./seen.d.ts").Parcel} parcel */
function stateOf({ state, trouble, done, pieces }) {
	if (state === "sending") return progressDrawn(say("file.sending"), { done, of: pieces });
	if (state === "cut") return html`<p role="status">${say("file.cut")}</p>`;
	const why = `trouble.${trouble}`;
	return html`<p class="wrong" role="alert">${say(canSay(why) ? why : "trouble.unknown")}</p>`;
}
