// A person's own path: hopes, steps, milestones, strengths, what helps; and what of it goes into a talk (envelope.md,
// sections 8 and 12). No libsodium here.

import { fromText } from "./bytes.js";
import { Refusal } from "./refusal.js";
import { fieldsOf, parseJson } from "./strict-json.js";

/** @typedef {{b: string, by: number, day: number, done: number, id: string, k: number}} PathRow k: 1 hopes, 2 steps, 3 milestones, 4 strengths, 5 what helps; by: 1 oneself, 2 a specialist */
/** @typedef {{asks: boolean, at: number, conv: string, parts: number[]}} PathShown which parts are shown in a talk, since which moment, and whether steps are asked for */
/** @typedef {{no: string[], rows: PathRow[], shown: PathShown[]}} OwnPath `no`: suggestions that were not taken */
/** @typedef {{asks: boolean, parts: number[], rows: PathRow[]}} Goes what stands in a talk */

export const STEPS = 2;
export const MOST_ROWS = 60;
export const LONGEST_ROW = 200;
const [PARTS, WRITERS, ROW_ID, MOST_SHOWN] = [5, 2, 8, 20];
const ROW = { b: "text", by: "int", day: "int", done: "int", id: "text", k: "int" };

/** @param {Uint8Array} content of a document of kind 6 @returns {OwnPath} */
export function readOwnPath(content) {
	const found = fieldsOf(parseJson(content), { no: "list", rows: "list", shown: "list" });
	checkRows(found.rows);
	for (const row of found.shown) checkShown(row);
	eachOnce(
		found.shown.map((/** @type {PathShown} */ { conv }) => conv),
		MOST_SHOWN,
	);
	for (const id of found.no) fromText(id, ROW_ID);
	eachOnce(found.no, MOST_ROWS);
	return /** @type {OwnPath} */ (found);
}

/** Nothing of a part that is not shown. @param {any} body of type `path` */
export function checkPath({ parts, rows }) {
	checkParts(parts);
	checkRows(rows);
	if (rows.some((/** @type {PathRow} */ { k }) => !parts.includes(k))) throw new Refusal("malformed", "k");
}

/** @param {unknown[]} rows */
function checkRows(rows) {
	for (const row of rows) {
		const { b, by, id, k } = /** @type {any} */ (fieldsOf(row, ROW));
		if (b === "" || [...b].length > LONGEST_ROW) throw new Refusal("malformed", "b");
		if (k < 1 || k > PARTS || by < 1 || by > WRITERS) throw new Refusal("malformed", "k");
		fromText(id, ROW_ID);
	}
	eachOnce(
		rows.map((row) => /** @type {PathRow} */ (row).id),
		MOST_ROWS,
	);
}

/** @param {unknown} row */
function checkShown(row) {
	const { conv, parts } = fieldsOf(row, { asks: "yes-no", at: "int", conv: "text", parts: "list" });
	fromText(conv, 16);
	checkParts(parts);
}

/** @param {unknown[]} parts */
function checkParts(parts) {
	const fits = parts.every((one, at) => {
		const part = typeof one === "number" ? one : 0;
		return part >= 1 && part <= PARTS && part > Number(parts[at - 1] ?? 0);
	});
	if (!fits) throw new Refusal("malformed", "parts");
}

/** @param {string[]} ids @param {number} most */
export function eachOnce(ids, most) {
	if (ids.length > most || new Set(ids).size !== ids.length) throw new Refusal("malformed", "rows");
}

/** Takes what stands in a talk, in any order: the newest of its owner counts, and every step another reader suggests. */
export class Paths {
	/** @type {{n: number, by: string, body: Goes & {ts: number}}[]} */
	#taken = [];

	/** @param {{n: number, by: string}} line @param {any} body opened */
	take({ n, by }, body) {
		if (body.t !== "path" || this.#taken.some((one) => one.n === n)) return;
		this.#taken.push({ n, by, body });
		this.#taken.sort((one, other) => one.n - other.n);
	}

	/** @param {string} owner by account: nobody else shows their path @returns {(Goes & {ts: number}) | null} */
	shownBy(owner) {
		const found = this.#taken.findLast(({ by }) => by === owner);
		if (found === undefined) return null;
		const { asks, parts, rows, ts } = found.body;
		return { asks, parts, rows, ts };
	}

	/** Steps that others suggested, each once, in their order; they are no part of the path before its owner takes them. @param {string} owner */
	suggestedTo(owner) {
		/** @type {Map<string, {by: string, b: string, id: string, ts: number}>} */
		const found = new Map();
		for (const { by, body } of this.#taken) {
			if (by === owner) continue;
			for (const { b, id, k } of body.rows)
				if (k === STEPS && !found.has(id)) found.set(id, { by, b, id, ts: body.ts });
		}
		return [...found.values()].slice(-MOST_ROWS);
	}
}
