// A person's state: an index over four padded parts, all sealed (envelope.md, section 4). Pure functions.

import { fromText, toText } from "./bytes.js";
import { checkedLists } from "./checked.js";
import { h, kdf, labelled } from "./hash.js";
import { checkedDocuments } from "./documents.js";
import { checkedNotes } from "./notes.js";
import { pad, unpad } from "./pad.js";
import { Refusal } from "./refusal.js";
import { rowsIn } from "./rows.js";
import { open, seal } from "./seal.js";
import { fieldsOf, parseJson, writeJson } from "./strict-json.js";

/** @import { StateCount } from "./shapes.d.ts" */
/** @typedef {{accountId: Uint8Array, g: number}} Whose */
/** @typedef {{hash: Uint8Array, name: number, ver: number}} PartRow */

export const PART = Object.freeze({ MARKS: 1, TRUST: 2, DOCUMENTS: 3, NOTES: 4 });
export const PARTS = [PART.MARKS, PART.TRUST, PART.DOCUMENTS, PART.NOTES];

/** @param {Uint8Array} ark */
export const stateKeyOf = (ark) => kdf(ark, 32, "pse1/state-key");

/** @param {Uint8Array} key @param {Whose} whose @param {{name: number, ver: number}} part @param {unknown} json */
export const sealPart = (key, whose, part, json) => seal(key, partAad(whose, part), pad(writeJson(json)));

/** @param {Uint8Array} key @param {Whose} whose @param {{name: number, ver: number}} part @param {Uint8Array} box */
export const openPart = (key, whose, part, box) =>
	checkedPart(part.name, parseJson(unpad(open(key, partAad(whose, part), box))));

/** @param {Whose} whose @param {{name: number, ver: number}} part */
const partAad = ({ accountId, g }, { name, ver }) => labelled("pse1/state-part", accountId, g, name, ver);

/** @param {Uint8Array} box */
export const partHash = (box) => h("pse1/state-part-hash", box);

/** @param {Uint8Array} box */
export const stateHash = (box) => h("pse1/state-hash", box);

/** @param {Uint8Array} key @param {Whose} whose @param {{ctr: number, prev: Uint8Array}} at @param {PartRow[]} rows */
export function sealIndex(key, whose, at, rows) {
	const parts = rows.map(({ hash, name, ver }) => ({ hash: toText(hash), name, ver }));
	return seal(key, indexAad(whose, at), pad(writeJson({ parts })));
}

/**
 * @param {Uint8Array} key @param {Whose} whose @param {{ctr: number, prev: Uint8Array}} at @param {Uint8Array} box
 * @returns {PartRow[]}
 */
export function openIndex(key, whose, at, box) {
	const { parts } = fieldsOf(parseJson(unpad(open(key, indexAad(whose, at), box))), { parts: "list" });
	const rows = parts.map((/** @type {unknown} */ row) => {
		const { hash, name, ver } = fieldsOf(row, { hash: "text", name: "int", ver: "int" });
		return { hash: fromText(hash, 32), name, ver };
	});
	if (rows.map((/** @type {PartRow} */ row) => row.name).join() !== PARTS.join()) throw new Refusal("state");
	return rows;
}

/** @param {Whose} whose @param {{ctr: number, prev: Uint8Array}} at */
const indexAad = ({ accountId, g }, { ctr, prev }) => labelled("pse1/state", accountId, g, ctr, prev);

/** @type {Record<string, import("./rows.js").RowKind>} */
const ROWS = {
	convs: {
		fields: { conv: "text", counts: "list", eh: "text", epoch: "int", h: "text", n: "int" },
		bytes: { conv: 16, eh: 32, h: 32 },
		by: "conv",
	},
	people: {
		fields: { account_id: "text", gen: "int", kr: "text", profile: "int", serial: "int" },
		bytes: { account_id: 16, kr: 32 },
		by: "account_id",
	},
	slots: {
		fields: { day: "int", hash: "text", name: "text", slot_id: "text", type: "int" },
		bytes: { hash: 32, slot_id: 16 },
		by: "slot_id",
	},
};

/** @type {Record<number, (json: unknown) => Record<string, any>>} */
const CHECKS = {
	[PART.MARKS]: checkedMarks,
	[PART.TRUST]: checkedTrust,
	[PART.DOCUMENTS]: checkedDocuments,
	[PART.NOTES]: checkedNotes,
};

/** @param {number} name @param {unknown} json @returns {Record<string, any>} */
export function checkedPart(name, json) {
	const check = CHECKS[name];
	if (check === undefined) throw new Refusal("state");
	return check(json);
}

/** @param {unknown} json */
function checkedMarks(json) {
	const marks = withRows(fieldsOf(json, { convs: "list" }), "convs");
	const counts = marks.convs.flatMap((/** @type {{counts: unknown[]}} */ row) => row.counts);
	if (!counts.every(Number.isSafeInteger)) throw new Refusal("state");
	return marks;
}

/** @param {unknown} json */
function checkedTrust(json) {
	const found = fieldsOf(json, {
		bundle: "object",
		checked: "list?",
		home: "text",
		invites: "list?",
		log: "text",
		log_at: "object?",
		people: "list",
		roster: "text",
		slots: "list",
		wall: "object?",
	});
	fieldsOf(found.bundle, { hash: "text", ver: "int" });
	fromText(found.bundle.hash, 32);
	fromText(found.home, 16);
	fromText(found.log, 32);
	fromText(found.roster, 32);
	if (found.log_at !== undefined) fromText(fieldsOf(found.log_at, { root: "text", size: "int" }).root, 32);
	if (found.wall !== undefined) fromText(fieldsOf(found.wall, { h: "text", n: "int" }).h, 32);
	return checkedLists(withRows(withRows(found, "people"), "slots"));
}

/** @param {Record<string, any>} found @param {string} name */
const withRows = (found, name) =>
	rowsIn(found, name, /** @type {import("./rows.js").RowKind} */ (ROWS[name]));

/**
 * What one of my own lines knew of my state, beside what I know: the server rolled it back if it is newer or other.
 * @param {StateCount} mine @param {StateCount} seen @returns {"older" | "same" | "newer" | "other"}
 */
export function compareCounts(mine, seen) {
	const step = seen.g - mine.g || seen.ctr - mine.ctr;
	if (step !== 0) return step > 0 ? "newer" : "older";
	return seen.hash === mine.hash ? "same" : "other";
}
