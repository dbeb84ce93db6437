/** One step about what did not sit right, as a line of the talk: what it is, its words, and the way to all of it. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { beginningOf } from "./beginning.js";

/** @param {import("./seen.d.ts").Line} line @param {string} name @param {string} conv */
export function mendLine({ from, mend, text, state }, name, conv) {
	const mine = from === "me" ? "-you" : "";
	const what = mend?.step === 3 ? `closed-${mend.how}` : `step-${mend?.step ?? 1}`;
	/** @param {Event} event */
	const open = ({ currentTarget }) =>
		/** @type {HTMLElement} */ (currentTarget).dispatchEvent(
			new CustomEvent("go", { detail: { screen: "not-right", id: conv }, bubbles: true }),
		);
	const said = say(`mend.${what}${mine}`, { name });
	const named = `${say("mend.look")}: ${text === "" ? said : beginningOf(text)}`;
	return html`<p class="when">${said}</p>
		${text === "" ? nothing : html`<p class="words-of">${text}</p>`}
		${state === "stored" ? html`<button class="link small" type="button" aria-label=${named} @click=${open}>${say("mend.look")}</button>` : nothing}`;
}
