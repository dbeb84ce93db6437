/** What of one's own stories may be told in a circle, and when: after a day's second look. Pure. */

/** @typedef {import("../crypto/story.js").Layer} Layer */
/** @typedef {import("../crypto/story.js").Story} Story */
/** @typedef {import("../crypto/story.js").Told} Told */
/** @typedef {Readonly<{step: "none" | "rests" | "ready" | "told", row: Told | null, from: number}>} Stands `from`: the first day on which it may be told; 0 where nothing was chosen */

const NAMED = 2;
/** Two days of the calendar hold a whole one, wherever in the first it began. */
const RESTS = 2;

/** @param {Pick<Story, "layers">} story @param {string} conv of the circle @returns {Layer[]} */
export const layersForCircle = ({ layers }, conv) =>
	layers.filter((layer) => layer.who === NAMED && layer.with.includes(conv));

/** What was told in a circle and stands there, though its layer is for it no more, or gone: it can be taken back all the same. @param {Pick<Story, "layers" | "told">} story @param {string} conv of the circle @returns {Told[]} */
export function toldWithoutLayer({ layers, told }, conv) {
	const here = layersForCircle({ layers }, conv).map(({ k }) => k);
	return told.filter((row) => row.conv === conv && row.told > 0 && row.over === 0 && !here.includes(row.k));
}

/** How one layer stands in one circle. @param {Pick<Story, "told">} story @param {{conv: string, k: number, day: number}} at @returns {Stands} */
export function standsIn({ told }, { conv, k, day }) {
	const row = told.findLast((one) => one.conv === conv && one.k === k && one.over === 0) ?? null;
	if (row === null) return { step: "none", row, from: 0 };
	const from = row.asked + RESTS;
	if (row.told > 0) return { step: "told", row, from };
	return { step: day >= from ? "ready" : "rests", row, from };
}

/** Other words have not rested: what was chosen of them for a circle, and not told, is chosen anew. @param {Story} before @param {Story} after @param {{day: number, isCircle: (conv: string) => boolean}} at @returns {Story} */
export function restsAnew(before, after, { day, isCircle }) {
	const isMet = (/** @type {Told} */ { told, over, conv, k }) =>
		told === 0 && over === 0 && isCircle(conv) && heardOf(before, k) !== heardOf(after, k);
	return { ...after, told: after.told.map((row) => (isMet(row) ? { ...row, over: day } : row)) };
}

/** What others would read of a layer. @param {Pick<Story, "layers">} story @param {number} k */
function heardOf({ layers }, k) {
	const layer = layers.find((one) => one.k === k);
	return layer === undefined ? "" : JSON.stringify([layer.b, layer.notes.toSorted(), layer.own]);
}
