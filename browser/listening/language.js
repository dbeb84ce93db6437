/** Whether a draft is English, by its small words; `coach/listening_coach/language.py` does the same. */
import { tokens } from "./features.js";

const LETTERS = /\p{L}/gu;
const LAST_LATIN = "\u024f";
const MOST_OTHER_LETTERS = 0.2;
const LEAST_SMALL = 0.15;
const SHORT = 6;

/** @param {string} text @param {import("./pack.js").Pack} pack */
export function isEnglish(text, pack) {
	const letters = text.match(LETTERS) ?? [];
	const others = letters.filter((letter) => letter > LAST_LATIN).length;
	if (others > letters.length * MOST_OTHER_LETTERS) return false;
	const words = tokens(text, pack.lists).filter((word) => word.charAt(0) >= "a" && word.charAt(0) <= "z");
	const small = words.filter((word) => pack.lists.small.has(word) && !pack.other.has(word)).length;
	const foreign = words.filter((word) => pack.other.has(word)).length;
	if (foreign > small) return false;
	return foreign === 0 && words.length <= SHORT ? true : small >= words.length * LEAST_SMALL;
}
