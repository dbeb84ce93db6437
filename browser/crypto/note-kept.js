// Notes of meetings that both said yes to, as each of two keeps them beside the talk (envelope.md, section 12). No libsodium here.

import { checkAdded, checkNote } from "./cards/note.js";
import { Refusal } from "./refusal.js";
import { fieldsOf, parseJson } from "./strict-json.js";

/** @typedef {{ref: string, start: number, mins: number, zone: string, way: number, goal: string, words: string, day: number, name: string, side: number}} KeptNote one note, word for word: `name` is the other, `side` whoever keeps it, `day` on which both had said yes */
/** @typedef {{by: number, day: number, ref: string, words: string}} Beside words that one of the two put beside a note */
/** @typedef {import("./documents.js").DocList} DocList */
/** @typedef {{last: number, rows: KeptNote[], beside: Beside[]}} KeptNotes all of one document: after `last` they go */

export const MOST_ROWS = 12;
export const MOST_BESIDE = 40;
export const LONGEST_NAME = 80;
const SIDES = [1, 2];
const LATEST_DAY = 1_000_000;
const ROW = {
	...{ day: "int", goal: "text", mins: "int", name: "text", ref: "text", side: "int" },
	...{ start: "int", way: "int", words: "text", zone: "text" },
};
const BESIDE = { by: "int", day: "int", ref: "text", words: "text" };

/** The last day that a document of this kind says in its id. @param {Uint8Array} docId */
export function lastIn(docId) {
	if (docId.length !== 16) throw new Refusal("malformed", "doc_id");
	return new DataView(docId.buffer, docId.byteOffset, 4).getUint32(0, true);
}

/** An id that says its last day; the rest is chance. @param {number} last @param {Uint8Array} chance */
export function idUntil(last, chance) {
	const docId = chance.slice();
	new DataView(docId.buffer).setUint32(0, last, true);
	return docId;
}

/** @param {Uint8Array} content of a document of kind 18 @returns {KeptNotes} */
export function readKeptNotes(content) {
	const { beside, last, rows } = fieldsOf(parseJson(content), { beside: "list", last: "int", rows: "list" });
	for (const row of rows) checkRow(row);
	const refs = new Set(rows.map((/** @type {KeptNote} */ { ref }) => ref));
	for (const one of beside) checkBeside(one, refs);
	const isFine = last > 0 && last < LATEST_DAY && rows.length <= MOST_ROWS && beside.length <= MOST_BESIDE;
	if (!isFine || refs.size !== rows.length) throw new Refusal("malformed", "rows");
	return { last, rows, beside };
}

/** @param {unknown} row */
function checkRow(row) {
	const { day: _, name, side, ...note } = fieldsOf(row, ROW);
	checkNote(note);
	if (!SIDES.includes(side)) throw new Refusal("malformed", "side");
	if ([...name].length > LONGEST_NAME) throw new Refusal("malformed", "name");
}

/** @param {unknown} one @param {ReadonlySet<string>} refs */
function checkBeside(one, refs) {
	const { by, ref, words } = fieldsOf(one, BESIDE);
	checkAdded({ ref, words });
	if (!SIDES.includes(by) || !refs.has(ref)) throw new Refusal("malformed", "beside");
}

/** What its own day ended is not remembered: it cannot come back, for its id says that day. @param {DocList} list @param {ReadonlySet<string>} over @returns {DocList} */
export const withoutOver = (list, over) => ({
	...list,
	docs: list.docs.filter(({ doc_id }) => !over.has(doc_id)),
});
