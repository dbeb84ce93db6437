/** What two who think together see of their letters. Pure. */

/**
 * @typedef {Readonly<{id: string, isMine: boolean, day: number, fits: boolean, b: string, topics: readonly number[], minutes: number}>} Letter
 */

/** How far ahead a day may be, and how long ago; the house keeps to the same. */
export const AHEAD = 60;
export const AGO = 14;
/** The values there are to choose from. */
export const TOPICS = Object.freeze(Array.from({ length: 12 }, (_, at) => at + 1));
export const LONGEST = 4_000;
export const MOST_MINUTES = 480;

/** What either of the two wants to think about, each once. @param {readonly Letter[]} letters */
export const topicsIn = (letters) =>
	TOPICS.filter((one) => letters.some(({ topics }) => topics.includes(one)));

/** How long they talked, as each of them wrote it: the longest that either says. @param {readonly Letter[]} letters */
export function minutesIn(letters) {
	const of = (/** @type {boolean} */ mine) =>
		letters.filter(({ isMine }) => isMine === mine).reduce((sum, { minutes }) => sum + minutes, 0);
	return Math.max(of(true), of(false));
}

/**
 * Names of people one walks with that stand in a text as words of their own: said while it is typed, and kept nowhere.
 * @param {string} text @param {readonly string[]} names
 */
export function namesIn(text, names) {
	const words = new Set(wordsOf(text));
	return names.filter((name) => {
		const [first = ""] = wordsOf(name);
		return first.length > 1 && words.has(first);
	});
}

/** @param {string} text */
const wordsOf = (text) =>
	text
		.normalize("NFC")
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter((one) => one !== "");
