// Instrument packs: questions of others, with licence, permission and how they are scored (envelope.md, section 18). No libsodium here: the page reads it.

import { Refusal } from "./refusal.js";
import { fieldsOf, parseJson } from "./strict-json.js";

/** @typedef {{ask: string, items: string[], title: string, words: string[]}} InLanguage */
/** @typedef {{first: number, missing: number, reverse: number[]}} Scoring the first word counts `first`; so many may be missing; these items count backwards */
/** @typedef {{reliability: number, sd: number}} Change in thousandths */
/** @typedef {{id: string, ver: number, langs: Readonly<Record<string, InLanguage>>, scoring: Scoring | null, change: Change | null, license: string, licenseText: string, source: string, attestedBy: string}} Pack */

const [LARGEST, MOST_ITEMS, MOST_WORDS, THOUSAND] = [64_000, 60, 11, 1_000];
const PACK = {
	...{ attest: "object", change: "object", id: "text", langs: "object", license: "object" },
	...{ score: "object", source: "text", ver: "int" },
};
/** Their owners allow them on paper, to one person each: no software may hold them. */
const NEVER = new Set(["srs", "ors", "csrs", "cors", "ycsrs", "ycors", "gsrs"]);
const NEVER_WITHIN = ["sessionratingscale", "outcomeratingscale"];

/** Refuses another form, and what no software may hold; the words themselves are refused where a pack is added. @param {Uint8Array} bytes @returns {Pack} */
export function readPack(bytes) {
	if (bytes.length > LARGEST) throw new Refusal("malformed", "pack");
	const { attest, change, id, langs: given, license, score, source, ver } = fieldsOf(parseJson(bytes), PACK);
	if (!/^[a-z0-9-]{1,40}$/.test(id) || ver < 1) throw new Refusal("malformed", "id");
	const langs = Object.fromEntries(Object.entries(given).map(([lang, row]) => [lang, inLanguage(lang, row)]));
	const [first, ...rest] = Object.values(langs);
	if (first === undefined || rest.some((one) => !isAlike(first, one)))
		throw new Refusal("malformed", "langs");
	const [items, words] = [first.items.length, first.words.length];
	if (items < 1 || items > MOST_ITEMS || words < 2 || words > MOST_WORDS)
		throw new Refusal("malformed", "items");
	within(source, 0, 300);
	const { name, text } = fieldsOf(license, { name: "text", text: "text" });
	const { by, words: how } = fieldsOf(attest, { by: "text", day: "int", words: "text" });
	for (const [one, least, most] of [
		[name, 1, 200],
		[text, 20, 20_000],
		[by, 0, 80],
		[how, 0, 500],
	])
		within(one, least, most);
	refuseWhatIsNeverAllowed([id, ...Object.values(langs).map(({ title }) => title)]);
	const scored = { scoring: scoringIn(score, items), change: changeIn(change) };
	return Object.freeze({
		id,
		ver,
		langs,
		...scored,
		license: name,
		licenseText: text,
		source,
		attestedBy: by,
	});
}

/** The sum, where what is missing counts as the mean of the rest; null if too much is. @param {Pack} pack @param {readonly number[]} answers @returns {number | null} */
export function totalOf({ scoring, langs }, answers) {
	const { items, words } = /** @type {InLanguage} */ (Object.values(langs)[0]);
	if (scoring === null || answers.length !== items.length) return null;
	const highest = words.length - 1;
	const given = answers.flatMap((answer, at) => {
		if (answer > highest) return [];
		return [scoring.first + (scoring.reverse.includes(at + 1) ? highest - answer : answer)];
	});
	if (given.length === 0 || answers.length - given.length > scoring.missing) return null;
	const sum = given.reduce((all, one) => all + one, 0);
	return Math.floor((2 * sum * answers.length + given.length) / (2 * given.length));
}

/** What a total can be, lowest and highest. @param {Pack} pack @returns {[number, number] | null} */
export function reachOf({ scoring, langs }) {
	const { items, words } = /** @type {InLanguage} */ (Object.values(langs)[0]);
	if (scoring === null) return null;
	const lowest = scoring.first * items.length;
	return [lowest, lowest + (words.length - 1) * items.length];
}

/** @param {{change: Change | null}} pack for the rules of change: as they are written, not in thousandths */
export const knownOf = ({ change }) =>
	change === null ? null : { sd: change.sd / THOUSAND, reliability: change.reliability / THOUSAND };

/** @param {string} lang @param {unknown} row @returns {InLanguage} */
function inLanguage(lang, row) {
	if (!/^[a-z]{2}$/.test(lang)) throw new Refusal("malformed", "langs");
	const { ask, items, title, words } = fieldsOf(row, {
		ask: "text",
		items: "list",
		title: "text",
		words: "list",
	});
	for (const item of items) within(item, 1, 300);
	for (const word of words) within(word, 1, 80);
	within(ask, 0, 300);
	within(title, 1, 80);
	return { ask, items, title, words };
}

/** @param {InLanguage} one @param {InLanguage} other */
const isAlike = (one, other) =>
	one.items.length === other.items.length && one.words.length === other.words.length;

/** @param {any} row @param {number} items @returns {Scoring | null} */
function scoringIn(row, items) {
	if (Object.keys(row).length === 0) return null;
	const { first, missing, reverse } = fieldsOf(row, { first: "int", missing: "int", reverse: "list" });
	if (first > 1 || missing >= items) throw new Refusal("malformed", "score");
	let last = 0;
	for (const one of reverse) {
		if (typeof one !== "number" || one <= last || one > items) throw new Refusal("malformed", "reverse");
		last = one;
	}
	return { first, missing, reverse };
}

/** @param {any} row @returns {Change | null} */
function changeIn(row) {
	if (Object.keys(row).length === 0) return null;
	const { reliability, sd } = fieldsOf(row, { reliability: "int", sd: "int" });
	if (reliability > THOUSAND || sd < 1 || sd > 100_000) throw new Refusal("malformed", "change");
	return { reliability, sd };
}

/** @param {string[]} names */
function refuseWhatIsNeverAllowed(names) {
	for (const name of names) {
		const words = name.toLowerCase().match(/[a-z]+/g) ?? [];
		const isNever = words.some((word) => NEVER.has(word));
		if (isNever || NEVER_WITHIN.some((part) => words.join("").includes(part)))
			throw new Refusal("malformed", "never");
	}
}

/** @param {unknown} text @param {unknown} least @param {unknown} most */
function within(text, least, most) {
	const length = typeof text === "string" ? [...text].length : -1;
	if (length < Number(least) || length > Number(most)) throw new Refusal("malformed", "text");
}
