/** In the talk: thanks. They ask for nothing, and nobody counts them. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { clockWords } from "./days.js";

/** @param {import("./seen.d.ts").Line} line @param {import("./line.js").Beside} beside */
export function thanksCard({ from, card, ts, state }, { name }) {
	const { words = "" } = /** @type {Record<string, any>} */ (card ?? {});
	return html`<section class="note stack">
		<p><strong>${say(from === "me" ? "thanks.card-me" : "thanks.card-them", { name })}</strong></p>
		<p class="words-of theirs">${words}</p>
		<p class="small soft">${state !== "stored" || ts === null ? nothing : clockWords(ts)}</p>
	</section>`;
}
