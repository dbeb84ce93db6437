// Five words a person can remember, and names made of places (envelope.md, section 3).

import { Refusal } from "./refusal.js";
import { randomBelow } from "./sodium.js";

/** @typedef {{words: string[], byStart: Map<string, string>}} WordList */

export const HOW_MANY = 5;
const LETTERS = 4;
const NAME = /^[a-z]{3,12}-[a-z]{3,12}-[0-9]{4}$/;

/** @param {string} text one word a line @returns {WordList} */
export function readList(text) {
	const words = text.trim().split("\n");
	const byStart = new Map(words.map((word) => [word.slice(0, LETTERS), word]));
	const clean = words.every((word) => /^[a-z]{3,}$/.test(word));
	if (!clean || byStart.size !== words.length) throw new Refusal("malformed", "word list");
	return { words, byStart };
}

/** @param {Record<string, string>} texts by language @returns {Map<string, WordList>} */
export const readWordLists = (texts) =>
	new Map(Object.entries(texts).map(([language, text]) => [language, readList(text)]));

/**
 * The one list that five typed words are of: the first word that is on a list chooses it. No beginning is on two lists.
 * @param {Map<string, WordList>} lists @param {string[]} typed normalised @returns {WordList}
 */
export function listOf(lists, typed) {
	const all = [...lists.values()];
	const chosen = typed.flatMap((word) => all.filter((list) => matchWord(list, word) !== null));
	return /** @type {WordList} */ (chosen[0] ?? all[0]);
}

/** @param {string | string[]} words as typed @returns {string[]} without case, accents, hyphens, extra spaces */
export function normalised(words) {
	const text = Array.isArray(words) ? words.join(" ") : words;
	if (typeof text !== "string") throw new Refusal("malformed", "words");
	const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
	return plain.split(/[\s\u002d\u2010-\u2015\u2212]+/u).filter((word) => word !== "");
}

/**
 * The list's word for a typed one by its first four letters (a three-letter word by all three), else null.
 * @param {WordList} list @param {string} word normalised
 */
export const matchWord = (list, word) => list.byStart.get(word.slice(0, LETTERS)) ?? null;

/**
 * The phrase that opens a place; refuses by place before anything is derived.
 * @param {Map<string, WordList>} lists @param {string | string[]} words as typed
 */
export function phraseOf(lists, words) {
	const typed = normalised(words);
	const list = listOf(lists, typed.slice(0, HOW_MANY));
	const matched = typed.slice(0, HOW_MANY).map((word) => matchWord(list, word));
	const unknown = matched.flatMap((word, i) => (word === null ? [i + 1] : []));
	if (unknown.length > 0) throw new Refusal("word-unknown", unknown);
	if (typed.length !== HOW_MANY) throw new Refusal("word-count", typed.length);
	return matched.join(" ");
}

/** @param {WordList} list */
export const drawWords = (list) => Array.from({ length: HOW_MANY }, () => drawn(list.words));

/** @param {string} text names to draw from, one a line @returns {string} like river-amber-0412 */
export function drawName(text) {
	const words = text.trim().split(/\s+/);
	const digits = String(randomBelow(10_000)).padStart(4, "0");
	return checkedName(`${drawn(words)}-${drawn(words)}-${digits}`);
}

/** @param {unknown} username */
export function checkedName(username) {
	if (typeof username !== "string" || !NAME.test(username)) throw new Refusal("name-form");
	return username;
}

/** @param {string[]} words */
const drawn = (words) => /** @type {string} */ (words[randomBelow(words.length)]);
