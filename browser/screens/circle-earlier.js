/** Words of before in a circle's log: the question whether somebody new may read them, and what was handed on to me. */
import { html, nothing } from "../vendor/lit.js";
import { say, sayCount } from "../words/index.js";
import { calledIn } from "./circle-words.js";
import { clockWords, dateHeading } from "./days.js";
import { notesWords } from "./story-words.js";
import { today } from "./today.js";

/** @typedef {import("../talk/circle-shape.d.ts").CircleNow} CircleNow */
/** @typedef {import("../talk/circle-shape.d.ts").EarlierLine} EarlierLine */
/** @typedef {import("../talk/lines.js").Line} Line */

/** What is asked, or was answered, in one sentence; empty for any other card. @param {Line} line @param {CircleNow} now @returns {string} */
export function earlierSaid({ card, by, from }, now) {
	const { t, of, to, since } = /** @type {Record<string, any>} */ (card ?? {});
	const name = calledIn(now, by);
	const you = from === "me" ? "-you" : "";
	const isMe = (/** @type {string | undefined} */ id) =>
		now.people.some((one) => one.isMe && one.accountId === id);
	if (t === "circle-earlier") {
		const params = { name, to: calledIn(now, to), day: dayWords(since) };
		return say(isMe(to) ? "circle.was.earlier-for-you" : `circle.was.earlier${you}`, params);
	}
	if (t !== "circle-earlier-words") return "";
	const reader = now.asks.find((ask) => ask.of === of)?.to;
	if (isMe(reader)) return say("circle.was.earlier-words-for-you", { name });
	return say(`circle.was.earlier-words${you}`, { name, to: calledIn(now, reader) });
}

/** Beneath it: a press for my own words, or what somebody else's were. @param {Line} line @param {CircleNow} now @param {{press: (of: string) => unknown, busy: boolean}} how */
export function earlierBeneath({ id, card, by }, now, { press, busy }) {
	const { t, of } = /** @type {Record<string, any>} */ (card ?? {});
	if (t === "circle-earlier") return asked(now, of, { press, busy });
	const words = t === "circle-earlier-words" ? now.earlier[id] : undefined;
	return words === undefined ? nothing : handed(words, calledIn(now, by));
}

/** @param {CircleNow} now @param {string} of @param {{press: (of: string) => unknown, busy: boolean}} how */
function asked(now, of, { press, busy }) {
	const ask = now.asks.find((one) => one.of === of);
	if (ask === undefined || !ask.isOpen || !now.canWrite) return nothing;
	if (ask.mine.length === 0) return nothing;
	return html`<p class="small soft">${say("circle.earlier-why")}</p>
		<div class="row"><button class="button quiet" type="button" ?disabled=${busy} @click=${() => press(of)}>${sayCount("circle.earlier-yes", ask.mine.length)}</button></div>`;
}

/** @param {readonly EarlierLine[] | null} words @param {string} name */
function handed(words, name) {
	if (words === null) return html`<p class="small soft">${say("circle.earlier-shut")}</p>`;
	return html`<details>
		<summary class="theirs">${say("circle.earlier-read", { name })}</summary>
		<ul class="plain">${words.map(
			(one) => html`<li class="own-row">
				<p class="small soft">${dayWords(one.ts)}, ${clockWords(one.ts)}</p>
				${notesWords(/** @type {any} */ (one)) === "" ? nothing : html`<p class="small soft theirs">${notesWords(/** @type {any} */ (one))}</p>`}
				<p class="words-of theirs">${one.text}</p>
			</li>`,
		)}</ul>
	</details>`;
}

/** @param {number} moment */
function dayWords(moment) {
	const at = new Date(moment);
	const date = new Date(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()));
	return dateHeading(date.toISOString().slice(0, 10), today());
}
