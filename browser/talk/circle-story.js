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
