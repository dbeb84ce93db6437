// The list of what a person keeps for themselves (envelope.md, sections 4 and 12); versions-kept.js has each version. Pure functions.

import { Refusal } from "./refusal.js";
import { ascending, rowsIn } from "./rows.js";
import { fieldsOf } from "./strict-json.js";

/** @typedef {{doc_id: string, hash: string, kind: number, ver: number}} DocRow */
/** @typedef {{docs: DocRow[], gone: string[]}} DocList part 3 of state */

export const DOC = Object.freeze({
	NOTEBOOK: 1,
	KEPT_LINE: 2,
	BROUGHT_LINE: 3,
	CHECK_SHEET: 4,
	UNSAID: 5,
	PATH: 6,
	PLAN: 7,
	DIARY: 8,
	TRAINING: 10,
	STORY: 11,
	WELLBEING: 16,
	NOTES_KEPT: 18,
});
export const LONGEST_CONTENT = 65_000;
export const MOST_DOCUMENTS = 300;
/** @type {ReadonlySet<number>} */
export const KINDS = new Set(Object.values(DOC));
/** A newer room may know kinds up to here. */
export const LAST_KIND = 255;
const MOST_GONE = 1_000;
const ROW = {
	fields: { doc_id: "text", hash: "text", kind: "int", ver: "int" },
	bytes: { doc_id: 16, hash: 32 },
	by: "doc_id",
};

/** A kind that a newer room wrote. @param {number} kind */
export const isOfNewer = (kind) => kind > 0 && kind <= LAST_KIND && !KINDS.has(kind);

/** @returns {DocList} */
export const noDocuments = () => ({ docs: [], gone: [] });

/** @param {unknown} json @returns {DocList} */
export function checkedDocuments(json) {
	const found = fieldsOf(json, { docs: "list", gone: "list" });
	rowsIn(found, "docs", ROW);
	rowsIn({ gone: found.gone.map((/** @type {unknown} */ id) => ({ id })) }, "gone", {
		fields: { id: "text" },
		bytes: { id: 16 },
		by: "id",
	});
	const isFine =
		found.docs.every((/** @type {DocRow} */ row) => row.kind > 0 && row.kind <= LAST_KIND && row.ver > 0) &&
		found.docs.length <= MOST_DOCUMENTS &&
		found.gone.length <= MOST_GONE &&
		!found.docs.some((/** @type {DocRow} */ row) => found.gone.includes(row.doc_id));
	if (!isFine) throw new Refusal("state");
	return /** @type {DocList} */ (found);
}

/** The higher version of each; what either deleted is gone. @param {DocList} ours @param {DocList} theirs @returns {DocList} */
export function mergedDocuments(ours, theirs) {
	const gone = new Set([...ours.gone, ...theirs.gone]);
	const rows = new Map(ours.docs.map((row) => [row.doc_id, row]));
	for (const row of theirs.docs) {
		const other = rows.get(row.doc_id) ?? row;
		const isFork = other.ver === row.ver && (other.hash !== row.hash || other.kind !== row.kind);
		if (isFork) throw new Refusal("forked");
		rows.set(row.doc_id, row.ver > other.ver ? row : other);
	}
	return listed([...rows.values()], gone);
}

/** @param {DocList} list @param {DocRow} row @returns {DocList} */
export function withDocument(list, row) {
	const others = list.docs.filter(({ doc_id }) => doc_id !== row.doc_id);
	return checkedDocuments(listed([...others, row], new Set(list.gone)));
}

/** @param {DocList} list @param {string} docId @returns {DocList} */
export const withoutDocument = (list, docId) =>
	checkedDocuments(listed(list.docs, new Set([...list.gone, docId])));

/** @param {DocRow[]} rows @param {Set<string>} gone @returns {DocList} */
const listed = (rows, gone) => ({
	docs: ascending(
		rows.filter(({ doc_id }) => !gone.has(doc_id)),
		"doc_id",
	),
	gone: ascending(
		[...gone].map((id) => ({ id })),
		"id",
	).map(({ id }) => id),
});
