/** Lines after which nothing is asked, offered or put off: a bad day, and not being safe. Pure. */

const HARD = new Set(["bad-day", "safe-line"]);
const SAFE = "safe-line";
/** Whoever said it has a clock of their own: a day, and one more for that. */
const LATELY = 2 * 86_400_000;

/** @typedef {{card?: {t: string}, ts: number | null, from?: string}} HardLine */

/** @param {{card?: {t: string}}} line */
export const isHard = ({ card }) => card !== undefined && HARD.has(card.t);

/** "I am not safe", said by either of the two. @param {{card?: {t: string}}} line */
export const isSafeLine = ({ card }) => card?.t === SAFE;

/** Somebody told of such a day lately, or nobody knows when. @param {readonly HardLine[]} lines @param {number} now */
export const isHardLately = (lines, now) =>
	lines.some((line) => isHard(line) && (line.ts === null || line.ts > now - LATELY));
