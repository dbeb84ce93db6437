import { answerDue } from "./hours.js";

/**
 * How soon somebody answers, counted from sealed times within the hours they said: pure, and three numbers at most.
 * @typedef {Readonly<{within: number, later: number, much_later: number}>} Counts
 * @typedef {{from: "me" | "them", kind: string, ts: number | null}} Written
 */

/** What waits for an answer, and what is one. */
const SPOKEN = new Set(["hello", "text", "att", "goodbye", "card"]);
const NONE = Object.freeze({ within: 0, later: 0, much_later: 0 });

/**
 * An answer is my first line after one or more of theirs; it belongs to the month in which theirs was written. What still
 * waits is counted once it is much later, whatever comes.
 * @param {readonly Written[]} lines in the order of the talk
 * @param {import("./hours.js").ReplyHours} hours
 * @param {{since: number, until: number, now: number}} when moments: of the month, and now
 * @returns {Counts}
 */
export function repliesIn(lines, hours, { since, until, now }) {
	const counts = { ...NONE };
	let waits = /** @type {number | null} */ (null);
	const count = (/** @type {number} */ asked, /** @type {keyof Counts} */ bucket) => {
		if (asked >= since && asked < until) counts[bucket] += 1;
	};
	for (const { from, kind, ts } of lines) {
		if (ts === null || !SPOKEN.has(kind)) continue;
		if (from === "them") waits ??= ts;
		else if (waits !== null) {
			count(waits, bucketOf(hours, waits, ts));
			waits = null;
		}
	}
	if (waits !== null && bucketOf(hours, waits, now) === "much_later") count(waits, "much_later");
	return Object.freeze(counts);
}

/** @param {import("./hours.js").ReplyHours} hours @param {number} asked @param {number} answered @returns {keyof Counts} */
export function bucketOf(hours, asked, answered) {
	const due = answerDue(hours, asked);
	if (answered <= due) return "within";
	return answered <= answerDue(hours, due) ? "later" : "much_later";
}

/** Is every line of a month either answered or much later by now? Before that, what still waits is in none of the three numbers. @param {import("./hours.js").ReplyHours} hours @param {{until: number, now: number}} when */
export const isCounted = (hours, { until, now }) => bucketOf(hours, until, now) === "much_later";

/** @param {readonly Counts[]} all of several talks @returns {Counts} */
export const together = (all) =>
	Object.freeze(
		all.reduce(
			(sum, one) => ({
				within: sum.within + one.within,
				later: sum.later + one.later,
				much_later: sum.much_later + one.much_later,
			}),
			NONE,
		),
	);
