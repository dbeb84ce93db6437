/**
 * What of a reading is shown while somebody writes: at most one quiet mark for a sentence, and one question for the whole draft.
 * Nothing is said where the engine is not sure. Pure.
 * @typedef {{p: number, is: boolean | null}} Label
 * @typedef {{from: number, to: number, labels: Readonly<Record<string, Label>>}} Sentence
 * @typedef {{english: boolean, sentences: readonly Sentence[], whole: Readonly<Record<string, Label>>}} Reading
 * @typedef {{from: number, to: number, mark: string}} Mark
 * @typedef {{ask: "ask-first" | "turn-back" | "feeling", mark: string, from: number, to: number}} Question
 */

/** What counts most comes first: a sentence carries one mark. */
const ORDER = [
	"advice",
	"question",
	"reflection",
	"understanding",
	"warmth",
	"exploring",
	"own_story",
	"information",
];
/** After one's own story these lead back to the other. */
const TURNS_BACK = ["question", "exploring", "reflection", "understanding"];
/** Shorter drafts are left alone; a feeling is asked for only where there was room for one. */
const [SHORTEST, ROOM] = [4, 8];

/** @param {string} text */
export const wordCount = (text) => (text.match(/[\p{L}\p{N}][\p{L}\p{N}'\u2019-]*/gu) ?? []).length;

/** What was called wrong is named by its mark and the sentence's own words: another sentence is another thing. @param {string} mark @param {string} sentence */
export const quietKey = (mark, sentence) => `${mark} ${sentence.trim()}`;

/** @param {Reading} reading @param {string} text that was read @param {ReadonlySet<string>} [quiet] what was called wrong @returns {readonly Mark[]} */
export function marksOf(reading, text, quiet = new Set()) {
	if (!isRead(reading, text)) return [];
	return reading.sentences.flatMap(({ from, to, labels }) => {
		const name = ORDER.find((one) => isSure(labels[one]) && !quiet.has(quietKey(one, text.slice(from, to))));
		return name === undefined ? [] : [{ from, to, mark: name === "question" ? kindOf(labels) : name }];
	});
}

/** @param {Reading} reading @param {{text: string, before: string, quiet?: ReadonlySet<string>}} given `before`: what the other wrote last @returns {Question | null} */
export function questionOf(reading, { text, before, quiet = new Set() }) {
	if (!isRead(reading, text)) return null;
	const isOpen = (/** @type {string} */ name, /** @type {Sentence} */ { from, to, labels }) =>
		isSure(labels[name]) && !quiet.has(quietKey(name, text.slice(from, to)));
	const advice = reading.sentences.find((one) => isOpen("advice", one));
	if (advice !== undefined) return { ask: "ask-first", mark: "advice", from: advice.from, to: advice.to };
	const at = reading.sentences.findLastIndex((one) => isOpen("own_story", one));
	const story = reading.sentences[at];
	if (story !== undefined && !turnsBack(reading.sentences.slice(at)))
		return { ask: "turn-back", mark: "own_story", from: story.from, to: story.to };
	return feelingOf(reading, { text, before, quiet });
}

/** The mark as the engine calls it: questions are shown as open or closed. @param {string} mark */
export const labelOf = (mark) => (["open", "closed"].includes(mark) ? "question" : mark);

/** Surely nothing was said back, in words that had room for it; whoever asks openly is left to listen. @param {Reading} reading @param {{text: string, before: string, quiet: ReadonlySet<string>}} given @returns {Question | null} */
function feelingOf({ sentences, whole }, { text, before, quiet }) {
	const last = sentences.at(-1);
	if (last === undefined || wordCount(before) < SHORTEST || wordCount(text) < ROOM) return null;
	const isNothing = sentences.every(
		({ labels }) =>
			isSurelyNot(labels.reflection) && isSurelyNot(labels.understanding) && !isOpenQuestion(labels),
	);
	if (!isNothing || !isSurelyNot(whole.warmth) || !isSurelyNot(whole.understanding)) return null;
	if (quiet.has(quietKey("feeling", text.slice(last.from, last.to)))) return null;
	return { ask: "feeling", mark: "feeling", from: last.from, to: last.to };
}

/** @param {readonly Sentence[]} from one's own story on */
const turnsBack = (from) => from.some(({ labels }) => TURNS_BACK.some((name) => isSure(labels[name])));

/** @param {Reading} reading @param {string} text */
const isRead = (reading, text) => reading.english && wordCount(text) >= SHORTEST;

/** @param {Readonly<Record<string, Label>>} labels of a sentence that is a question */
function kindOf({ open }) {
	if (open?.is === true) return "open";
	return open?.is === false ? "closed" : "question";
}

/** @param {Readonly<Record<string, Label>>} labels */
const isOpenQuestion = ({ question, open }) => isSure(question) && isSure(open);

/** @param {Label | undefined} label */
const isSure = (label) => label?.is === true;

/** @param {Label | undefined} label */
const isSurelyNot = (label) => label?.is === false;
