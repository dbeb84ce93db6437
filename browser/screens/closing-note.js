/** On home, as long as it is true: the programme ends, and when. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";

/** @param {{programme: string, closesOn: number | null} | null} config */
export function closingNote(config) {
	if (config === null || config.closesOn === null) return nothing;
	const { programme, closesOn } = config;
	return html`<p class="note">${say("ending.note", { programme, last: dayWords(closesOn) })}</p>`;
}
