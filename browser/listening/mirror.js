/**
 * The listening mirror: what somebody's own lines of these days hold, counted for whoever wrote them. What the engine is not sure of makes a range.
 * Pure.
 * @typedef {import("./marks.js").Reading} Reading
 * @typedef {{from: "me" | "them", text: string, ts: number, late?: boolean, reading: Reading | null}} Line in order; `reading` for one's own
 * @typedef {Readonly<{least: number, most: number}>} Range
 * @typedef {"moment" | "minutes" | "hour" | "longer"} Wait
 * @typedef {Readonly<{lines: number, left: number, reflections: Range, questions: Range, each: {least: number, most: number | null} | null, isNear: boolean, advice: Range, share: number | null, waited: Wait | null}>} Mirror
 */
import { wordCount } from "./marks.js";

const MINUTE = 60_000;
/** A named feeling is something said back as well, as where this way of talking is taught. */
const BACK = ["reflection", "understanding"];
/** With fewer questions and things said back than these, a figure for each question would tell of chance. */
const ENOUGH = 6;
/** Up to here a wait is called so. @type {readonly (readonly [Wait, number])[]} */
const WAITS = [
	["moment", 2 * MINUTE],
	["minutes", 15 * MINUTE],
	["hour", 60 * MINUTE],
];

/** @param {readonly Line[]} lines @returns {Mirror} */
export function mirrorOf(lines) {
	const mine = lines.filter(({ from }) => from === "me");
	const read = mine.flatMap(({ reading }) => (reading?.english ? [reading] : []));
	const sentences = read.flatMap((reading) => reading.sentences);
	const [back, asked] = [eachIs(sentences, BACK), eachIs(sentences, ["question"])];
	const [reflections, questions] = [ranged(back, asked), ranged(asked, back)];
	const each = perQuestion(reflections, questions);
	return Object.freeze({
		lines: read.length,
		left: mine.length - read.length,
		...{ reflections, questions, each, isNear: isNear(each) },
		advice: ranged(eachIs(sentences, ["advice"]), []),
		share: shareOf(lines),
		waited: waitOf(lines),
	});
}

/** Surely so, and so at most: what is surely the other is not it. @param {readonly (boolean | null)[]} these whether each sentence is one @param {readonly (boolean | null)[]} others @returns {Range} */
function ranged(these, others) {
	const least = these.filter((is) => is === true).length;
	const perhaps = these.filter((is, at) => is === null && others[at] !== true);
	return Object.freeze({ least, most: least + perhaps.length });
}

/** Whether each sentence is one of these; not sure of one and sure of none: not sure. @param {readonly import("./marks.js").Sentence[]} sentences @param {readonly string[]} names */
const eachIs = (sentences, names) =>
	sentences.map(({ labels }) => {
		const said = names.map((name) => labels[name]?.is ?? null);
		return said.includes(true) || (said.includes(null) ? null : false);
	});

/** How often something was said back for each question, where there are enough of both; without an upper end where no question is sure. @param {Range} reflections @param {Range} questions */
function perQuestion(reflections, questions) {
	if (questions.most === 0 || reflections.most + questions.most < ENOUGH) return null;
	const least = reflections.least / questions.most;
	return Object.freeze({ least, most: questions.least === 0 ? null : reflections.most / questions.least });
}

/** Near enough to set it beside what others call fair (1) and good (2): further apart it could be either. @param {Mirror["each"]} each */
const isNear = (each) => each !== null && each.most !== null && each.most - each.least <= 1;

/** Of ten words, how many were one's own. @param {readonly Line[]} lines */
function shareOf(lines) {
	const words = (/** @type {Line["from"]} */ whose) =>
		lines.filter(({ from }) => from === whose).reduce((sum, { text }) => sum + wordCount(text), 0);
	const [mine, theirs] = [words("me"), words("them")];
	return mine === 0 || theirs === 0 ? null : Math.round((10 * mine) / (mine + theirs));
}

/** The middle one of all waits between their line and one's own after it. Two clocks that do not agree tell nothing, nor does a line that came late. @param {readonly Line[]} lines @returns {Wait | null} */
function waitOf(lines) {
	const waits = lines.flatMap(({ from, ts, late }, at) => {
		const before = lines[at - 1];
		const isAnswer = from === "me" && before?.from === "them" && !late && !before.late;
		return isAnswer ? [ts - before.ts] : [];
	});
	const middle = waits.sort((one, other) => one - other)[Math.floor((waits.length - 1) / 2)];
	if (middle === undefined || /** @type {number} */ (waits[0]) < 0) return null;
	return WAITS.find(([, most]) => middle <= most)?.[0] ?? "longer";
}
