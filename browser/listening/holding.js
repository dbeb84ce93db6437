/**
 * Where a label is held back: in sentences and replies of a kind in which it is weaker it is not said to be there. That it is not there may be said: that is as right as elsewhere.
 * A room cannot know whom somebody writes to or of what; it can see how long a sentence and its reply are, and what stands in it. `coach/listening_coach/holding.py` does the same.
 * @typedef {{words: number, reply: number, beside: ReadonlySet<string>}} Place words of the sentence and of its reply, and what stands in it
 * @typedef {{words?: [number, number], reply?: [number, number], beside?: string[]}} Hold as it stands in a pack: sentences and replies of so many words, and beside what not
 */
import { PICTURE, tokens } from "./features.js";

const SPACES = /[ \t\r\n\u00a0]+/u;
const ANY = /** @type {const} */ ([0, Number.POSITIVE_INFINITY]);
/** @type {ReadonlySet<string>} */
const NOTHING = new Set();

/** @param {string[]} texts the sentences of a draft @param {string} draft @param {import("./features.js").Lists} lists @returns {Place[]} */
export function placesOf(texts, draft, lists) {
	const reply = size(draft);
	return texts.map((text) => ({ words: size(text), reply, beside: besideOf(text, lists) }));
}

/** A draft that is read as a whole. @param {string} draft @returns {Place} */
export function wholePlace(draft) {
	return { words: size(draft), reply: size(draft), beside: NOTHING };
}

/** Whether a label may be said to be there. @param {Hold} hold @param {Place} place */
export function lets({ words = [...ANY], reply = [...ANY], beside = [] }, place) {
	const within = (/** @type {number} */ many, /** @type {number[]} */ [least = 0, most = 0]) =>
		least <= many && many <= most;
	return (
		within(place.words, words) && within(place.reply, reply) && !beside.some((what) => place.beside.has(what))
	);
}

/** What stands in a sentence that may make a label weaker: pictures, words of a list. @param {string} text @param {import("./features.js").Lists} lists */
function besideOf(text, lists) {
	const found = tokens(text, lists);
	const run = ` ${found.join(" ")} `;
	const named = [...lists.beside].filter(([, words]) => words.some((one) => run.includes(` ${one} `)));
	return new Set([...named.map(([name]) => name), ...(found.includes(PICTURE) ? ["pictures"] : [])]);
}

/** @param {string} text @returns {number} its words: what stands between spaces */
function size(text) {
	return text.split(SPACES).filter(Boolean).length;
}
