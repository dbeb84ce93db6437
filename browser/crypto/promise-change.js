// What a change of the promise is for the two who live in it (envelope.md, section 6). No libsodium here: the page reads it too.

import { keptSentence, MONTHS } from "./kept.js";
import { Refusal } from "./refusal.js";

/** @typedef {[string, string[]]} Sentence */
/** @typedef {"less" | "more" | "news"} Weight */
/** @typedef {{before: Sentence | null, after: Sentence | null, weight: Weight}} Change */

/**
 * care: something promised. limit: something that holds people back, or is out of reach. duty: what must be passed on.
 * frame: the opening of the duties. kept, late: a number, the smaller the better. What is not here promises less.
 */
const RULES = new Map(
	Object.entries({
		care: "two-read no-real-name taken-back stop-any-time after-the-end close-place changes answers wrong-programme wrong-independent",
		limit: "let-in device-help site-knows age out-of-reach no-third-key not-for-emergencies",
		duty: "pass-on-life pass-on-child pass-on-adult pass-on-court",
		frame: "pass-on pass-on-none",
		kept: "kept-month kept-months kept-open",
		late: "late-day late-days",
	}).flatMap(([rule, ids]) => ids.split(" ").map((id) => /** @type {[string, string]} */ ([id, rule]))),
);
const SHARED = new Set(["frame", "kept", "late"]);
const NO_END = 1_000;

/** What differs: first what is gone or other, then what is new, each in its order. @param {Sentence[]} before @param {Sentence[]} after @returns {Change[]} */
export function changesBetween(before, after) {
	const [old, now] = [placesOf(before), placesOf(after)];
	const places = [...new Set([...old.keys(), ...now.keys()])];
	return places
		.map((place) => ({ place, before: old.get(place) ?? null, after: now.get(place) ?? null }))
		.filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after))
		.map(({ place, ...one }) => ({ ...one, weight: weigh(place, one.before, one.after) }));
}

/** Anything in it promises less: then it needs both. @param {Sentence[]} before @param {Sentence[]} after */
export const promisesLess = (before, after) =>
	changesBetween(before, after).some(({ weight }) => weight === "less");

/** @param {Sentence[]} sentences */
function placesOf(sentences) {
	const found = new Map(sentences.map((sentence) => [placeOf(sentence[0]), sentence]));
	if (found.size !== sentences.length) throw new Refusal("promise-form");
	return found;
}

/** Each sentence has one place in a promise. @param {string} id */
function placeOf(id) {
	const rule = RULES.get(id) ?? "";
	return SHARED.has(rule) ? rule : `=${id}`;
}

/** @param {string} place @param {Sentence | null} before @param {Sentence | null} after @returns {Weight} */
function weigh(place, before, after) {
	if (place === "frame") return "news";
	if (SHARED.has(place)) return weighNumber(numberIn(place, before), numberIn(place, after));
	const rule = RULES.get(place.slice(1));
	if (rule === undefined) return "less";
	if (before !== null && after !== null) return "news";
	return (rule === "care") === (before === null) ? "more" : "less";
}

/** @param {number} then @param {number} now @returns {Weight} */
function weighNumber(then, now) {
	if (then === now) return "news";
	return now < then ? "more" : "less";
}

/** Nothing said, and without an end, are longer than any number. @param {string} place @param {Sentence | null} sentence */
function numberIn(place, sentence) {
	if (sentence === null) return Number.POSITIVE_INFINITY;
	if (place === "late") return daysIn(sentence);
	return monthsIn(sentence) || NO_END;
}

/** @param {Sentence} sentence */
function monthsIn(sentence) {
	const months = MONTHS.find((each) => JSON.stringify(keptSentence(each)) === JSON.stringify(sentence));
	if (months === undefined) throw new Refusal("promise-form");
	return months;
}

/** @param {Sentence} sentence */
function daysIn([id, given]) {
	if (id === "late-day" && given.length === 1) return 1;
	const days = Number(given[0]);
	const isRight = given.length === 2 && days >= 2 && days <= 14 && String(days) === given[0];
	if (id !== "late-days" || !isRight) throw new Refusal("promise-form");
	return days;
}
