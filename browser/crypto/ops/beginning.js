// Before anybody comes in: the programme's keys, words and names to suggest.

import { fromText } from "../bytes.js";
import { ready } from "../sodium.js";
import { drawName, drawWords, matchWord, normalised, readList } from "../words.js";

/** @typedef {import("../sealed-core.js").Core} Core */
/** @typedef {{sentences: Record<string, {takes: string[]}>}} Catalogue protocol/promise/<lang>.json */

/** @param {Core} core @param {{home: string, roster: string, log: string, lists: {five: string, promise?: Catalogue, facts?: Record<string, string[]>}}} args */
export async function init(core, { home, roster, log, lists }) {
	await ready();
	core.begin({
		home: fromText(home, 16),
		roster: fromText(roster, 32),
		log: fromText(log, 32),
		five: readList(lists.five),
		sentences: lists.promise === undefined ? null : sentencesIn(lists.promise),
		facts: lists.facts === undefined ? null : new Set(Object.values(lists.facts).flat()),
	});
	return {};
}

/** How many parameters each sentence of the promise takes. @param {Catalogue} catalogue */
const sentencesIn = ({ sentences }) =>
	new Map(Object.entries(sentences).map(([id, { takes }]) => [id, takes.length]));

/** @param {Core} core */
export const suggest = (core) => ({ words: drawWords(core.programme.five) });

/** @param {Core} _core @param {{list: string}} args */
export const suggestName = (_core, { list }) => ({ username: drawName(list) });

/** @param {Core} core @param {{words: string | string[]}} args */
export function matchWords(core, { words }) {
	const typed = Array.isArray(words) ? words.map((word) => normalised(word).join(" ")) : normalised(words);
	return { words: typed.map((word) => matchWord(core.programme.five, word)) };
}

/** @param {Core} core */
export function lock(core) {
	core.lock();
	return {};
}
