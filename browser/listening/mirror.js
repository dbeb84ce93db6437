/**
 * The listening mirror: what somebody's own lines of these days hold, counted for whoever wrote them. What the engine is not sure of makes a range.
 * Pure.
 * @typedef {import("./marks.js").Reading} Reading
 * @typedef {{from: "me" | "them", text: string, ts: number, reading: Reading | null}} Line in order; `reading` for one's own
 * @typedef {Readonly<{least: number, most: number}>} Range
 * @typedef {"moment" | "minutes" | "hour" | "longer"} Wait
 * @typedef {Readonly<{lines: number, left: number, reflections: Range, questions: Range, each: {least: number, most: number | null} | null, advice: number, share: number | null, waited: Wait | null}>} Mirror
 */
import { wordCount } from "./marks.js";

const MINUTE = 60_000;
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
	const reflections = ranged(sentences, "reflection", "question");
	const questions = ranged(sentences, "question", "reflection");
	return Object.freeze({
		lines: read.length,
		left: mine.length - read.length,
		...{ reflections, questions, each: perQuestion(reflections, questions) },
		advice: sentences.filter(({ labels }) => labels.advice?.is === true).length,
		share: shareOf(lines),
		waited: waitOf(lines),
	});
}

/** Surely so, and so at most: what is surely the other is not it. @param {readonly import("./marks.js").Sentence[]} sentences @param {string} name @param {string} other @returns {Range} */
function ranged(sentences, name, other) {
	const least = sentences.filter(({ labels }) => labels[name]?.is === true).length;
	const perhaps = sentences.filter(({ labels }) => labels[name]?.is === null && labels[other]?.is !== true);
	return Object.freeze({ least, most: least + perhaps.length });
}

/** How often something was said back for each question, where there are enough of both; without an upper end where no question is sure. @param {Range} reflections @param {Range} questions */
function perQuestion(reflections, questions) {
	if (questions.most === 0 || reflections.most + questions.most < ENOUGH) return null;
	const least = reflections.least / questions.most;
	return Object.freeze({ least, most: questions.least === 0 ? null : reflections.most / questions.least });
}

/** Of ten words, how many were one's own. @param {readonly Line[]} lines */
function shareOf(lines) {
	const words = (/** @type {Line["from"]} */ whose) =>
		lines.filter(({ from }) => from === whose).reduce((sum, { text }) => sum + wordCount(text), 0);
	const [mine, theirs] = [words("me"), words("them")];
	return mine === 0 || theirs === 0 ? null : Math.round((10 * mine) / (mine + theirs));
}

/** The middle one of all waits between their line and one's own after it. @param {readonly Line[]} lines @returns {Wait | null} */
function waitOf(lines) {
	const waits = lines.flatMap(({ from, ts }, at) => {
		const before = lines[at - 1];
		return from === "me" && before?.from === "them" ? [Math.max(0, ts - before.ts)] : [];
	});
	const middle = waits.sort((one, other) => one - other)[Math.floor((waits.length - 1) / 2)];
	if (middle === undefined) return null;
	return WAITS.find(([, most]) => middle <= most)?.[0] ?? "longer";
}
