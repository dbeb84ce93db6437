// Two devices of one person saved their state: what each part becomes (envelope.md, section 4).

import { mergedLists, withLists } from "./checked.js";
import { mergedDocuments } from "./documents.js";
import { mergedNotes } from "./notes.js";
import { Refusal } from "./refusal.js";
import { ascending } from "./rows.js";
import { PART } from "./state.js";

/** @typedef {Record<string, any>} Json */
/** @typedef {{conv: string, counts: number[], eh: string, epoch: number, h: string, n: number}} MarkRow */

/** @typedef {{root: string, size: number}} LogAtRow */
/** @typedef {{h: string, n: number}} WallAtRow */

/** @typedef {{saved: Json, ours: Json, theirs: Json}} Three a part as the server had it, as it is here now, and as another device saved it */

/**
 * @param {number} name @param {Three} parts
 * @param {(mark: MarkRow) => void} toMeet told of every mark, so that the nearer is found on the farther's chain
 * @param {(at: LogAtRow) => void} toMeetLog told how far each read the key log, so that the smaller is found to begin the larger
 * @param {(at: WallAtRow) => void} [toMeetWall] told how far each read the wall
 * @returns {Json}
 */
export function mergedPart(name, { saved, ours, theirs }, toMeet, toMeetLog, toMeetWall = () => {}) {
	if (name === PART.MARKS) return mergedMarks(ours, theirs, toMeet);
	if (name === PART.TRUST) return mergedTrust(ours, theirs, toMeetLog, toMeetWall);
	if (name === PART.NOTES) return mergedNotes(notes(saved), notes(ours), notes(theirs));
	return mergedDocuments(docs(ours), docs(theirs));
}

/** @param {Json} part */
const docs = (part) => /** @type {import("./documents.js").DocList} */ (part);

/** @param {Json} part */
const notes = (part) => /** @type {import("./notes.js").Notes} */ (part);

/** @param {Json} ours @param {Json} theirs @param {(mark: MarkRow) => void} toMeet */
function mergedMarks(ours, theirs, toMeet) {
	/** @type {Map<string, MarkRow>} */
	const far = new Map();
	for (const mark of [...ours.convs, ...theirs.convs]) {
		toMeet(mark);
		const other = far.get(mark.conv);
		if (other?.n === mark.n && other?.h !== mark.h) throw new Refusal("forked");
		if (other === undefined || mark.n > other.n) far.set(mark.conv, mark);
	}
	return { convs: ascending([...far.values()], "conv") };
}

/** @param {Json} ours @param {Json} theirs @param {(at: LogAtRow) => void} toMeetLog @param {(at: WallAtRow) => void} toMeetWall */
function mergedTrust(ours, theirs, toMeetLog, toMeetWall) {
	for (const name of ["home", "roster", "log"]) if (ours[name] !== theirs[name]) throw new Refusal("forked");
	/** @type {Map<string, Json>} */
	const people = new Map(ours.people.map((/** @type {Json} */ row) => [row.account_id, row]));
	for (const row of theirs.people) people.set(row.account_id, newest(people.get(row.account_id) ?? row, row));
	const bundle = theirs.bundle.ver >= ours.bundle.ver ? theirs.bundle : ours.bundle;
	const at = farther(ours.log_at, theirs.log_at, toMeetLog);
	const wall = higher(ours.wall, theirs.wall, toMeetWall);
	const read = { ...(at === undefined ? {} : { log_at: at }), ...(wall === undefined ? {} : { wall }) };
	const merged = { ...theirs, ...read, bundle, people: ascending([...people.values()], "account_id") };
	return withLists(merged, mergedLists(ours, theirs));
}

/** @param {LogAtRow | undefined} one @param {LogAtRow | undefined} other @param {(at: LogAtRow) => void} toMeetLog */
function farther(one, other, toMeetLog) {
	if (one === undefined || other === undefined || (one.size === other.size && one.root === other.root))
		return one ?? other;
	if (one.size === other.size) throw new Refusal("forked");
	toMeetLog(one);
	toMeetLog(other);
	return one.size > other.size ? one : other;
}

/** @param {WallAtRow | undefined} one @param {WallAtRow | undefined} other @param {(at: WallAtRow) => void} toMeetWall */
function higher(one, other, toMeetWall) {
	if (one === undefined || other === undefined || (one.n === other.n && one.h === other.h))
		return one ?? other;
	if (one.n === other.n) throw new Refusal("forked");
	toMeetWall(one);
	toMeetWall(other);
	return one.n > other.n ? one : other;
}

/** @param {Json} one @param {Json} other rows of one person @returns {Json} */
export function newest(one, other) {
	const keys = other.gen > one.gen ? other : one;
	return {
		account_id: one.account_id,
		gen: keys.gen,
		kr: keys.kr,
		profile: Math.max(one.profile, other.profile),
		serial: Math.max(one.serial, other.serial),
	};
}
