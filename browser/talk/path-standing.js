import { isSame, rowsIn } from "./own-rows.js";

/**
 * What of a path goes into a talk, and whether the talk says it already. Pure.
 * @typedef {import("../crypto/path.js").Goes} Goes
 */

const [MOST, DAY] = [60, 86_400_000];

/** What is shown now of the chosen parts. @param {readonly import("./own-rows.js").Doc[]} docs @param {{asks: boolean, parts: number[]}} shown @returns {Goes} */
export function goesOf(docs, { asks, parts }) {
	const rows = rowsIn(docs).filter(({ k }) => parts.includes(k));
	// What was brought in may be here twice: the newest of each counts.
	const each = [...new Map(rows.map((row) => [row.id, row])).values()];
	return { asks, parts, rows: each.slice(-MOST).map(({ docId: _, ...row }) => /** @type {any} */ (row)) };
}

/**
 * Whether the newest that stands in a talk is what goes there. Where none is read yet, it can only be missing if everything
 * since the choice was read.
 * @param {(Goes & {ts: number}) | null} standing @param {Goes} goes @param {{at: number, oldest: number}} since when it was chosen, and how far back was read
 */
export function isThere(standing, goes, { at, oldest }) {
	if (standing === null) return oldest > at || (goes.parts.length === 0 && !goes.asks);
	return (
		standing.asks === goes.asks &&
		String(standing.parts) === String(goes.parts) &&
		standing.rows.length === goes.rows.length &&
		standing.rows.every((row, at) => isSame(row, goes.rows[at]))
	);
}

/** What shows nothing goes at any time; what shows something goes unasked only where nobody has come since it was chosen. @param {{at: number, parts: readonly number[]}} shown @param {readonly {day: number, came: readonly string[]}[]} turns */
export const mayGoUnasked = ({ at, parts }, turns) =>
	parts.length === 0 || !turns.some(({ day, came }) => came.length > 0 && (day + 1) * DAY > at);
