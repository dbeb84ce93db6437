/** The six statements and their answers in words; numbers are never shown. */
import { say } from "../words/index.js";

export const STATEMENTS = 6;
export const SKIPPED = 21;
/** As they are offered: the five words, and not sure. */
export const answers = Object.freeze([0, 1, 2, 3, 4, 20]);
export const longestOwn = 500;

/** @param {"client" | "specialist"} side whose statements @param {number} at from 0 */
export const statementWords = (side, at) => say(`check.${side}-${at + 1}`);

/** @param {number} answer */
export const wordOf = (answer) => say(`check.word-${answer}`);
