// What is remembered of this visit, and what another device saved meanwhile.

import { fromText, toText } from "./bytes.js";
import { mergedPart } from "./merge.js";
import { Refusal } from "./refusal.js";
import { ascending } from "./rows.js";
import { wipe } from "./sodium.js";
import { compareCounts, PART } from "./state.js";
import { pinBytes } from "./talks.js";

/** @import { StateJson } from "./shapes.d.ts" */
/** @typedef {import("./sealed-core.js").Core} Core */
/** @typedef {import("./merge.js").MarkRow} MarkRow */

/** The state that the server keeps becomes the saved one; what changed here since is merged into it. @param {Core} core @param {StateJson} state */
export function takeOver(core, state) {
	keepMarks(core);
	try {
		core.place.book.takeOver(state, (name, parts) =>
			mergedPart(
				name,
				parts,
				(mark) => meet(core, mark),
				(at) => meetLog(core, at),
				(at) => core.wallToMeet.push(at),
			),
		);
	} catch (refusal) {
		if (refusal instanceof Refusal && refusal.code === "state-rolled-back") core.rollBack();
		throw refusal;
	}
	checkCaughtUp(core);
	dropGone(core);
}

/** A page that another device removed is not shown from here any more. @param {Core} core */
function dropGone({ place: { book }, documents }) {
	for (const id of book.part(PART.DOCUMENTS).gone) {
		const opened = documents.get(id);
		if (opened === undefined) continue;
		wipe(opened.docKey, opened.content);
		documents.delete(id);
	}
}

/** Every open conversation's newest confirmed line is remembered. @param {Core} core */
export function keepMarks({ place: { book }, talks }) {
	const rows = new Map(book.part(PART.MARKS).convs.map((/** @type {MarkRow} */ row) => [row.conv, row]));
	for (const [conv, { conversation }] of talks) {
		const mark = conversation.mark();
		const before = rows.get(conv);
		if (mark === null || (before !== undefined && before.n >= mark.n)) continue;
		const { counts, epoch, n } = mark;
		rows.set(conv, { conv, counts, eh: toText(mark.eh), epoch, h: toText(mark.h), n });
	}
	book.change(PART.MARKS, { convs: ascending([...rows.values()], "conv") });
}

/** A mark of one device has to lie on the chain the other saw. @param {Core} core @param {MarkRow} mark */
function meet(core, mark) {
	core.toMeet.push(mark);
	core.talks.get(mark.conv)?.conversation.pin(pinBytes(mark));
}

/** How far another device read the key log has to be a beginning of it too. @param {Core} core @param {import("./merge.js").LogAtRow} at */
function meetLog(core, { size, root }) {
	const seen = { size, root: fromText(root, 32) };
	if (core.log === null || size > core.log.size) core.logToMeet.push(seen);
	else if (!core.log.holds(seen)) throw new Refusal("forked");
}

/** My own lines knew a newer state than the server has: it was rolled back. @param {Core} core */
function checkCaughtUp(core) {
	const { ahead } = core;
	core.ahead = null;
	if (ahead === null) return;
	const found = compareCounts(core.place.book.count(), ahead);
	if (found === "older" || found === "same") return;
	core.rollBack();
	throw new Refusal("state-rolled-back");
}
