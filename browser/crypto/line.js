// From a placed entry to a line a person can read. Any refusal here is the writer's fault: the line says so, and
// the conversation goes on (envelope.md, section 9).

import { equal, toText } from "./bytes.js";
import { readBody } from "./body.js";
import { ofLine } from "./cards.js";
import { KIND, openWhole, verifyErase, verifyLeave } from "./entry.js";
import { ABOUT } from "./mend.js";
import { Refusal } from "./refusal.js";

/** @import { Entry, KeyRecord, Line } from "./shapes.d.ts" */
/** @typedef {import("./headers.js").Epoch} Epoch */
/** @typedef {import("./proofs.js").Proof} Proof */

/** Most lines have nothing of the kind. @type {Line["earlier"]} */
const NOTHING = [];
const NO_SIGNS = { me: 0, them: 0 };

/**
 * @param {Entry} entry @param {Epoch} epoch @param {KeyRecord} record the writer's keys in this epoch @param {Uint8Array} aad what it binds
 * @returns {{t: "leave"} | {t: "erase", targets: import("./erase.js").Target[], paper: import("./erase.js").Paper} | (ReturnType<typeof readBody> & {proof: Proof})}
 */
export function opened(entry, epoch, record, aad) {
	if (entry.kind === KIND.LEAVE) {
		verifyLeave(entry, record.ik);
		return { t: "leave" };
	}
	if (entry.kind === KIND.ERASE) {
		const { ik } = record;
		return { t: "erase", targets: verifyErase(entry, ik), paper: { entry, ik } };
	}
	if (epoch.key === null) throw new Refusal("not-opened");
	const { body, fk, sig } = openWhole(entry, { epochKey: epoch.key, ik: record.ik, aad });
	return { ...readBody(body, entry.kind), proof: { ctx: entry, body, fk, sig, ik: record.ik } };
}

/** @param {{n: number, msgId?: Uint8Array, sender: Uint8Array}} entry @param {Uint8Array} me @returns {Line} */
export const emptyLine = (entry, me) => ({
	n: entry.n,
	id: entry.msgId === undefined ? null : toText(entry.msgId),
	from: equal(entry.sender, me) ? "me" : "them",
	by: toText(entry.sender),
	t: null,
	text: "",
	name: null,
	ts: null,
	late: false,
	older: false,
	trouble: null,
	re: null,
	file: null,
	earlier: NOTHING,
	signs: NO_SIGNS,
});

/** @param {Line} line @param {ReturnType<typeof opened>} body @returns {Line} */
export function filled(line, body) {
	if ("isNewer" in body) return { ...line, t: "newer", trouble: "newer" };
	if (!("ts" in body)) return { ...line, t: body.t };
	return {
		...line,
		t: /** @type {Line["t"]} */ (body.t),
		text: body.b ?? "",
		...namedIn(body),
		file: fileOf(body),
		name: body.name ?? null,
		ts: body.ts,
		...ofLine(body),
	};
}

/** The line it answers, and which step of mending it is. @param {any} body @returns {Pick<Line, "re" | "mend">} */
function namedIn({ t, re = null, step, about, how, of }) {
	if (t !== "mend") return { re };
	return { re: about === ABOUT.LINE ? re : null, mend: { step, about, how, of } };
}

/** What a screen may know about a file: never how it opens. @param {{file?: import("./file.js").Papers}} body @returns {Line["file"]} */
function fileOf({ file }) {
	if (file === undefined) return null;
	const { type, name, secs, size, pieces } = file;
	return { type, name, secs, size, pieces };
}
