// Before anybody comes in: the programme's keys, words and names to suggest.

import { fromText } from "../bytes.js";
import { ready } from "../sodium.js";
import { drawName, drawWords, listOf, matchWord, normalised, readWordLists } from "../words.js";

const FIRST = "en";

/** @typedef {import("../sealed-core.js").Core} Core */
/** @typedef {{sentences: Record<string, {takes: string[]}>}} Catalogue protocol/promise/<lang>.json */

/** @param {Core} core @param {{home: string, roster: string, log: string, lists: {five: Record<string, string>, promise?: Catalogue, facts?: Record<string, string[]>}}} args */
export async function init(core, { home, roster, log, lists }) {
	await ready();
	core.begin({
		home: fromText(home, 16),
		roster: fromText(roster, 32),
		log: fromText(log, 32),
		five: readWordLists(lists.five),
		sentences: lists.promise === undefined ? null : sentencesIn(lists.promise),
		facts: lists.facts === undefined ? null : new Set(Object.values(lists.facts).flat()),
	});
	return {};
}

/** How many parameters each sentence of the promise takes. @param {Catalogue} catalogue */
const sentencesIn = ({ sentences }) =>
	new Map(Object.entries(sentences).map(([id, { takes }]) => [id, takes.length]));

/** @param {Core} core @param {{language?: string}} args whose list the words are drawn from */
export function suggest(core, { language = FIRST }) {
	const { five } = core.programme;
	return {
		words: drawWords(/** @type {import("../words.js").WordList} */ (five.get(language) ?? five.get(FIRST))),
	};
}

/** @param {Core} _core @param {{list: string}} args */
export const suggestName = (_core, { list }) => ({ username: drawName(list) });

/** @param {Core} core @param {{words: string | string[]}} args */
export function matchWords(core, { words }) {
	const typed = Array.isArray(words) ? words.map((word) => normalised(word).join(" ")) : normalised(words);
	const list = listOf(core.programme.five, typed);
	return { words: typed.map((word) => matchWord(list, word)) };
}

/** @param {Core} core */
export function lock(core) {
	core.lock();
	return {};
}
