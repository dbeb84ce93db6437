// Two devices of one person saved their state: what each part becomes (envelope.md, section 4).

import { Refusal } from "./refusal.js";
import { ascending, PART } from "./state.js";

/** @typedef {Record<string, any>} Json */
/** @typedef {{conv: string, eh: string, epoch: number, h: string, n: number}} MarkRow */

/**
 * @param {number} name @param {Json} ours @param {Json} theirs @param {boolean} isChanged ours, since it was saved
 * @param {(mark: MarkRow) => void} toMeet told of every mark, so that the nearer is found on the farther's chain
 * @returns {Json}
 */
export function mergedPart(name, ours, theirs, isChanged, toMeet) {
	if (name === PART.MARKS) return mergedMarks(ours, theirs, toMeet);
	if (name === PART.TRUST) return mergedTrust(ours, theirs);
	if (name === PART.NOTES) return isChanged ? mergedNotes(ours, theirs) : theirs;
	return theirs;
}

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

/** @param {Json} ours @param {Json} theirs */
function mergedTrust(ours, theirs) {
	for (const name of ["home", "roster", "log"]) if (ours[name] !== theirs[name]) throw new Refusal("forked");
	/** @type {Map<string, Json>} */
	const people = new Map(ours.people.map((/** @type {Json} */ row) => [row.account_id, row]));
	for (const row of theirs.people) people.set(row.account_id, newest(people.get(row.account_id) ?? row, row));
	const bundle = theirs.bundle.ver >= ours.bundle.ver ? theirs.bundle : ours.bundle;
	return { ...theirs, bundle, people: ascending([...people.values()], "account_id") };
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

/** @param {Json} ours changed since it was saved @param {Json} theirs */
function mergedNotes(ours, theirs) {
	const drafts = new Map([...theirs.drafts, ...ours.drafts].map((draft) => [draft.conv, draft]));
	return { drafts: ascending([...drafts.values()], "conv"), name: ours.name };
}
