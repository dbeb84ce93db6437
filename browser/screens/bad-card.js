/** In the talk: somebody said that it is a bad day, and what they wish for. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { clockWords } from "./days.js";

/** @param {import("./seen.d.ts").Line} line @param {import("./line.js").Beside} beside */
export function badCard({ from, card, ts, state }, { name }) {
	const { wish = 1, words = "" } = /** @type {Record<string, any>} */ (card ?? {});
	return html`<section class="note stack">
		<p><strong>${say(from === "me" ? "bad.card-me" : "bad.card-them", { name })}</strong></p>
		<p>${say("bad.card-wish", { wish: say(`bad.wish.${wish}`) })}</p>
		${words === "" ? nothing : html`<p class="words-of theirs">${words}</p>`}
		<p class="small soft">${state !== "stored" || ts === null ? nothing : clockWords(ts)}</p>
	</section>`;
}
