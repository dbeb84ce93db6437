/** On home, as long as it is true: the programme ends, and when. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";

/**
 * Says nothing while the notice above still says it.
 * @param {Pick<import("./seen.d.ts").View, "config" | "notices">} view
 */
export function closingNote({ config, notices }) {
	if (config === null || config.closesOn === null) return nothing;
	if (notices.some(({ code }) => code === "programme-closing")) return nothing;
	const { programme, closesOn } = config;
	return html`<p class="note">${say("ending.note", { programme, last: dayWords(closesOn) })}</p>`;
}
