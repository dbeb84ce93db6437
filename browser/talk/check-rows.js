import { MOST_ROWS, VERSION } from "../crypto/check-in.js";
import { RoomError } from "./trouble.js";

/**
 * Small changes to sheets of check-ins, each made to whatever is newest. Pure: rows in, rows out. A time is known by its day,
 * its answers and its words; what was chosen for it stands beside.
 * @typedef {import("../crypto/check-in.js").CheckIn} CheckIn
 * @typedef {{docId: string, rows: readonly CheckIn[], statements: number}} Sheet
 */

/** One time more, in its place by day; said twice on one day with the same words, it is there once. @param {readonly CheckIn[]} rows @param {CheckIn} row @returns {CheckIn[]} */
export function withTime(rows, row) {
	if (rows.some((one) => isTime(one, row))) return [...rows];
	if (rows.length >= MOST_ROWS) throw new RoomError("sheet-full");
	return byDay([...rows, row]);
}

/** What was chosen for some answers of one time: a bit on, or off again. @param {readonly CheckIn[]} rows @param {CheckIn} row as somebody saw it @param {{at: readonly number[], bit: number, isOn?: boolean}} choice @returns {CheckIn[]} */
export function withChoice(rows, row, { at, bit, isOn = true }) {
	if (!rows.some((one) => isTime(one, row))) throw new RoomError("not-found");
	const chosen = (/** @type {number} */ choice) => (isOn ? choice | bit : choice & ~bit);
	return rows.map((one) =>
		isTime(one, row)
			? { ...one, c: one.c.map((choice, place) => (at.includes(place) ? chosen(choice) : choice)) }
			: one,
	);
}

/** All times of all sheets, oldest first; one that stands in two of them is there once, with all that was chosen for it. @param {readonly Pick<Sheet, "rows">[]} sheets @returns {readonly CheckIn[]} */
export function timesIn(sheets) {
	/** @type {CheckIn[]} */
	const found = [];
	for (const row of sheets.flatMap(({ rows }) => rows)) {
		const at = found.findIndex((one) => isTime(one, row));
		if (at < 0) found.push(row);
		else found[at] = bothOf(/** @type {CheckIn} */ (found[at]), row);
	}
	return Object.freeze(byDay(found));
}

/** The sheet in which a time stands. @template {Pick<Sheet, "rows">} S @param {readonly S[]} sheets @param {CheckIn} row @returns {S | undefined} */
export const sheetOf = (sheets, row) => sheets.find(({ rows }) => rows.some((one) => isTime(one, row)));

/** A sheet that takes one more; none: a new one begins. @param {readonly Sheet[]} sheets @param {number} [ver] @returns {string | undefined} */
export const roomIn = (sheets, ver = VERSION) =>
	sheets.findLast(({ rows, statements }) => rows.length < MOST_ROWS && statements === ver)?.docId;

/** @param {CheckIn} one @param {CheckIn} other */
export const isTime = (one, other) =>
	one.day === other.day &&
	one.b === other.b &&
	one.a.length === other.a.length &&
	one.a.every((answer, at) => answer === other.a[at]);

/** @param {CheckIn} one @param {CheckIn} other */
const bothOf = (one, other) => ({ ...one, c: one.c.map((choice, at) => choice | (other.c[at] ?? 0)) });

/** @param {CheckIn[]} rows */
const byDay = (rows) => rows.sort((one, other) => one.day - other.day);
