/** In the talk: somebody is not safe. To whoever reads it, what they can do stands with it; to whoever wrote it, that nobody may have seen it. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { clockWords } from "./days.js";

/** @param {import("./seen.d.ts").Line} line @param {import("./line.js").Beside} beside */
export function safeCard({ from, card, ts, state }, { name }) {
	const { words = "" } = /** @type {Record<string, any>} */ (card ?? {});
	const mine = from === "me";
	return html`<section class="note stack">
		<p><strong>${say(mine ? "unsafe.card-me" : "unsafe.card-them", { name })}</strong></p>
		<p class="words-of theirs">${words}</p>
		<p>${mine ? say("unsafe.card-call", { name }) : say("unsafe.card-do", { name })}</p>
		<div class="row"><button class="button quiet" type="button" @click=${help}>${say("bad.help-all")}</button></div>
		<p class="small soft">${state !== "stored" || ts === null ? nothing : clockWords(ts)}</p>
	</section>`;
}

/** @param {Event} event */
function help(event) {
	event.currentTarget?.dispatchEvent(new CustomEvent("help", { bubbles: true }));
}
