// How long the promise keeps lines, as its sentence says it (envelope.md, section 6). No libsodium here: the page reads it too.

/** @import { PromiseJson } from "./shapes.d.ts" */

const LONGEST = 24;

/** Every length there is; 0 is until the owner closes their place. */
export const MONTHS = Array.from({ length: LONGEST + 1 }, (_, months) => months);

/** @param {[string, string[]]} sentence */
export const isKept = ([id]) => id.startsWith("kept-");

/** @param {number} months @returns {[string, string[]]} */
export function keptSentence(months) {
	if (months === 0) return ["kept-open", []];
	return months === 1 ? ["kept-month", []] : ["kept-months", [String(months)]];
}

/**
 * The same promise, kept for so many months.
 * @param {PromiseJson} promise @param {number} months @returns {PromiseJson}
 */
export function keptFor({ version, sentences }, months) {
	return { version, sentences: sentences.map((one) => (isKept(one) ? keptSentence(months) : one)) };
}

/**
 * How many months a promise says; the core refuses one that says it twice or in another spelling.
 * @param {PromiseJson} promise
 */
export function keptIn({ sentences }) {
	const said = JSON.stringify(sentences.find(isKept) ?? null);
	return MONTHS.find((months) => JSON.stringify(keptSentence(months)) === said) ?? 0;
}
