// A story from one's own life, in up to three layers; and what stands in a talk about one (envelope.md, sections 8 and 12).
// No libsodium here.

import { fromText } from "./bytes.js";
import { eachOnce } from "./path.js";
import { Refusal } from "./refusal.js";
import { fieldsOf, parseJson } from "./strict-json.js";

/** @typedef {{b: string, days: number, k: number, notes: number[], own: string, who: number, why: string, with: string[]}} Layer k: 1 a line, 2 a paragraph, 3 the whole; who: 1 nobody, 2 the people named, 3 everybody one supports; days: how long it stays once told, 0 until it is taken back */
/** @typedef {{asked: number, conv: string, k: number, of: string, opened: number, over: number, told: number}} Told days; 0 is what has not happened */
/** @typedef {{day: number, id: string, layers: Layer[], title: string, told: Told[]}} Story */
/** @typedef {{by: string, k: number, of: string, ts: number}} Opened who looked at which layer of which telling */

/** How many characters each layer may have. @type {Readonly<Record<number, number>>} */
export const LONGEST = Object.freeze({ 1: 280, 2: 1_500, 3: 12_000 });
export const LAYERS = Object.freeze([1, 2, 3]);
export const AUDIENCE = Object.freeze({ NOBODY: 1, NAMED: 2, SUPPORTED: 3 });
export const NOTES = 12;
export const MOST_TOLD = 120;
const [LONGEST_TITLE, LONGEST_OWN, LONGEST_WHY, MOST_NAMED, MOST_DAYS] = [80, 80, 300, 20, 365];
const STORY = { day: "int", id: "text", layers: "list", title: "text", told: "list" };
const LAYER = {
	...{ b: "text", days: "int", k: "int", notes: "list" },
	...{ own: "text", who: "int", why: "text", with: "list" },
};
const TOLD = {
	...{ asked: "int", conv: "text", k: "int", of: "text" },
	...{ opened: "int", over: "int", told: "int" },
};

/** @param {Uint8Array} content of a document of kind 11 @returns {Story} */
export function readStory(content) {
	const found = fieldsOf(parseJson(content), STORY);
	fromText(found.id, 8);
	checkText(found.title, { least: 1, most: LONGEST_TITLE });
	for (const layer of found.layers) checkLayer(layer);
	if (!doAscend(found.layers.map((/** @type {Layer} */ { k }) => k)))
		throw new Refusal("malformed", "layers");
	for (const one of found.told) checkTold(one);
	eachOnce(
		found.told.map((/** @type {Told} */ { of, k }) => `${of} ${k}`),
		MOST_TOLD,
	);
	return /** @type {Story} */ (found);
}

/** Content notes and words of one's own beside them. @param {unknown[]} notes @param {string} own */
export function checkNotes(notes, own) {
	const areKnown = notes.every(
		(one) => Number.isSafeInteger(one) && Number(one) >= 1 && Number(one) <= NOTES,
	);
	if (!areKnown || !doAscend(notes)) throw new Refusal("malformed", "notes");
	checkText(own, { most: LONGEST_OWN });
}

/** @param {number} k @returns {number} how long it may be */
export function longestOf(k) {
	const longest = LONGEST[k];
	if (longest === undefined) throw new Refusal("malformed", "k");
	return longest;
}

/** @param {string} text @param {{least?: number, most: number}} size in characters */
export function checkText(text, { least = 0, most }) {
	const { length } = [...text];
	if (length < least || length > most) throw new Refusal("malformed", "text");
}

/** @param {unknown} value */
function checkLayer(value) {
	const layer = fieldsOf(value, LAYER);
	checkText(layer.b, { least: 1, most: longestOf(layer.k) });
	checkNotes(layer.notes, layer.own);
	checkText(layer.why, { most: LONGEST_WHY });
	if (layer.days > MOST_DAYS) throw new Refusal("malformed", "days");
	if (!Object.values(AUDIENCE).includes(layer.who)) throw new Refusal("malformed", "who");
	for (const conv of layer.with) fromText(conv, 16);
	const isNamed = layer.with.length > 0 && layer.with.length <= MOST_NAMED;
	if ((layer.who === AUDIENCE.NAMED) !== isNamed || !doAscend(layer.with))
		throw new Refusal("malformed", "with");
	if (layer.who !== AUDIENCE.NAMED && layer.with.length > 0) throw new Refusal("malformed", "with");
}

/** @param {unknown} value */
function checkTold(value) {
	const { conv, k, of } = fieldsOf(value, TOLD);
	fromText(conv, 16);
	fromText(of, 16);
	longestOf(k);
}

/** @param {readonly any[]} all */
const doAscend = (all) => all.every((one, at) => at === 0 || one > all[at - 1]);

/** Takes what people opened of each other's stories, in any order: each layer of a telling once, by its first time. */
export class Openings {
	/** @type {Map<string, Opened & {n: number}>} */
	#taken = new Map();

	/** @param {{n: number, by: string}} line @param {any} body opened */
	take({ n, by }, body) {
		if (body.t !== "story-opened") return;
		const { k, of } = body.card;
		const key = `${by} ${of} ${k}`;
		const before = this.#taken.get(key);
		if (before === undefined || before.n > n) this.#taken.set(key, { by, k, of, ts: body.ts, n });
	}

	/** @returns {Opened[]} */
	get all() {
		return [...this.#taken.values()].map(({ n: _, ...one }) => one);
	}
}

/** Which stories somebody took back: whatever they told under that name is theirs no more to read. */
export class Withdrawals {
	/** @type {Set<string>} */
	#withdrawn = new Set();

	/** @param {string} by @param {string} of */
	take(by, of) {
		this.#withdrawn.add(`${by} ${of}`);
	}

	/** What a line asks for or tells. @param {{by: string, t: string | null, card?: Record<string, any>}} line */
	has({ by, t, card }) {
		if (t !== "story-offer" && t !== "story-shared") return false;
		return this.#withdrawn.has(`${by} ${card?.of ?? ""}`);
	}
}
