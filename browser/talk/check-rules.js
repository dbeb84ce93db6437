/**
 * Check-ins: when they are offered, what a low answer is, what may be called a change. Pure: days and answers come in.
 * @typedef {import("../crypto/check-in.js").CheckIn} CheckIn
 */

/** The first meetings, each of them; then every so many, or after so many days. */
export const [FIRST, EVERY, MONTH] = [3, 4, 30];
/** The words, from "not at all" to "completely". */
const WORDS = 5;
/** The bottom two. */
const LOW = 1;
/** So many words lower is a fall. */
const FALL = 2;
/** Two normal deviations on either side: nineteen in twenty. */
const [Z, BOTH] = [1.96, Math.SQRT2];

/**
 * Whether it is time to offer one. A day of talk counts once it is over; one that was passed over counts as asked.
 * @param {{asked: readonly number[], talked: readonly number[], today: number}} days each list ascending
 */
export function isDue({ asked, talked, today }) {
	const last = asked.at(-1) ?? -1;
	const since = new Set(talked.filter((day) => day > last && day < today)).size;
	if (since === 0) return false;
	return asked.length < FIRST || since >= EVERY || today - last >= MONTH;
}

/** An answer that is a word: neither skipped nor "not sure". @param {number | undefined} answer @returns {answer is number} */
export const isWord = (answer) => answer !== undefined && answer < WORDS;

/**
 * Which statements the newest time is low on: one of the bottom two words, or twice running two words below the time before.
 * @param {readonly Pick<CheckIn, "a">[]} rows oldest first @returns {number[]} their places, from 0
 */
export function lowIn(rows) {
	const newest = rows.at(-1)?.a ?? [];
	return newest.flatMap((answer, at) => {
		if (!isWord(answer)) return [];
		const words = rows.map(({ a }) => a[at]).filter(isWord);
		return answer <= LOW || hasFallen(words.slice(-3)) ? [at] : [];
	});
}

/** @param {number[]} words the last three */
function hasFallen([before, ...after]) {
	return after.length === 2 && after.every((word) => /** @type {number} */ (before) - word >= FALL);
}

/** Counted in once in so many days, with an answer that is at most so old. */
export const [QUARTER, FRESH] = [91, 14];
const COUNTED = 2;

/**
 * Which answers of one time may be counted in: a word, given lately, to a statement that was counted at least a quarter ago.
 * An answer was at most `FRESH` old when it was counted, so that between two counts of one statement lie 91 days or more.
 * @param {Pick<CheckIn, "a" | "day">} row @param {readonly Pick<CheckIn, "c" | "day">[]} all everything somebody answered, about whomever @param {number} today @returns {number[]} places, from 0
 */
export function countableIn(row, all, today) {
	if (today - row.day > FRESH) return [];
	const late = all.filter(({ day }) => today - day < QUARTER + FRESH);
	return row.a.flatMap((answer, at) =>
		isWord(answer) && !late.some(({ c }) => ((c[at] ?? 0) & COUNTED) !== 0) ? [at] : [],
	);
}

/** One statement over time: only words, each with its day. @param {readonly Pick<CheckIn, "a" | "day">[]} rows @param {number} at */
export const lineOf = (rows, at) =>
	rows.flatMap(({ a, day }) => {
		const word = a[at];
		return isWord(word) ? [{ day, word }] : [];
	});

/**
 * Both sides beside each other, where both wished it and both showed that answer. Never a sum, never who is right.
 * @param {import("../crypto/cards/check.js").Check | null} mine @param {import("../crypto/cards/check.js").Check | null} theirs the newest shown of each
 * @returns {{q: number, mine: number, theirs: number}[]}
 */
export function gapOf(mine, theirs) {
	if (mine?.gap !== 1 || theirs?.gap !== 1) return [];
	return mine.a.flatMap(({ q, v }) => {
		const other = theirs.a.find((one) => one.q === q);
		return other === undefined ? [] : [{ q, mine: v, theirs: other.v }];
	});
}

/**
 * How much a score has to differ before it may be called a change (reliable change index); null where nobody stored how
 * reliable it is: then nothing is called a change.
 * @param {{sd: number, reliability: number} | null} known
 */
export const changeNeeds = (known) =>
	known === null ? null : Z * known.sd * BOTH * Math.sqrt(1 - known.reliability);

/** @param {number} before @param {number} after @param {{sd: number, reliability: number} | null} known @returns {"more" | "less" | "same" | null} */
export function changeOf(before, after, known) {
	const needed = changeNeeds(known);
	if (needed === null) return null;
	if (Math.abs(after - before) < needed) return "same";
	return after > before ? "more" : "less";
}
