// Finding words again, whatever their case and accents: pure text, nothing is kept.

const BEFORE = 40;
const AFTER = 80;

/** @param {string} text */
export const folded = (text) =>
	text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ς", "σ");

/** @param {string} text what somebody looks for @returns {string[]} */
export const wordsOf = (text) => folded(text).split(/\s+/u).filter(Boolean);

/**
 * Where the first of the words stands in a text that has them all, with what stands around it; else null.
 * @param {string} text @param {string[]} words folded
 */
export function foundIn(text, words) {
	const here = folded(text);
	if (words.length === 0 || !words.every((word) => here.includes(word))) return null;
	const first = words[0] ?? "";
	const at = here.indexOf(first);
	const [from, to] = placesOf(text, at, at + first.length);
	return {
		before: beginningCut(text.slice(0, from)),
		match: text.slice(from, to),
		after: endCut(text.slice(to)),
	};
}

/** Where a piece of the folded text stands in the text itself. @param {string} text @param {number} start @param {number} end */
function placesOf(text, start, end) {
	let [at, place, from] = [0, 0, 0];
	for (const sign of text) {
		const length = folded(sign).length;
		if (at <= start) from = place;
		if (at >= end && length > 0) break;
		at += length;
		place += sign.length;
	}
	return [from, place];
}

/** @param {string} text */
function beginningCut(text) {
	const signs = [...text];
	return signs.length <= BEFORE ? text : `…${signs.slice(-BEFORE).join("")}`;
}

/** @param {string} text */
function endCut(text) {
	const signs = [...text];
	return signs.length <= AFTER ? text : `${signs.slice(0, AFTER).join("")}…`;
}
