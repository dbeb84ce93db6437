// From a placed entry to a line a person can read. Any refusal here is the writer's fault: the line says so, and
// the conversation goes on (envelope.md, section 9).

import { equal, toText } from "./bytes.js";
import { readBody } from "./body.js";
import { KIND, openEntry, verifyLeave } from "./entry.js";
import { Refusal } from "./refusal.js";

/** @import { Entry, KeyRecord, Line } from "./shapes.d.ts" */
/** @typedef {import("./headers.js").Epoch} Epoch */

/**
 * @param {Entry} entry @param {Epoch} epoch @param {KeyRecord} record the writer's keys in this epoch
 * @returns {{t: "leave"} | ReturnType<typeof readBody>}
 */
export function opened(entry, epoch, record) {
	if (entry.kind === KIND.LEAVE) {
		verifyLeave(entry, record.ik);
		return { t: "leave" };
	}
	if (epoch.key === null) throw new Refusal("not-opened");
	return readBody(openEntry(entry, { epochKey: epoch.key, ik: record.ik }), entry.kind);
}

/** @param {{n: number, msgId?: Uint8Array, sender: Uint8Array}} entry @param {Uint8Array} me @returns {Line} */
export const emptyLine = (entry, me) => ({
	n: entry.n,
	id: entry.msgId === undefined ? null : toText(entry.msgId),
	from: equal(entry.sender, me) ? "me" : "them",
	t: null,
	text: "",
	name: null,
	ts: null,
	late: false,
	older: false,
	trouble: null,
});

/** @param {Line} line @param {ReturnType<typeof opened>} body @returns {Line} */
export function filled(line, body) {
	if ("isNewer" in body) return { ...line, t: "newer", trouble: "newer" };
	if (!("ts" in body)) return { ...line, t: "leave" };
	return {
		...line,
		t: /** @type {Line["t"]} */ (body.t),
		text: body.b ?? "",
		name: body.name ?? null,
		ts: body.ts,
	};
}
