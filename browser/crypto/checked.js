// What state remembers of invites, and of people who were checked (envelope.md, sections 4 and 15). Pure functions.

import { compare, fromText, toText, ZEROS16 } from "./bytes.js";
import { Refusal } from "./refusal.js";
import { ascending, rowsIn } from "./rows.js";

/** @typedef {{ends: number, how: number, inv: string, key: string, side: number, who: string}} InviteRow `who`: whom it let in (nobody yet: zeros; taken back: oneself), or whose it was */
/** @typedef {{account_id: string, day: number, how: number, kr: string, mine: string}} CheckedRow with the locks both had then */
/** @typedef {Record<string, any>} Json */

export const SIDE = Object.freeze({ MADE: 1, CAME: 2 });
export const NOBODY = toText(ZEROS16);
const KEPT_DAYS = 21;

/** @type {Record<string, import("./rows.js").RowKind>} */
const ROWS = {
	invites: {
		fields: { ends: "int", how: "int", inv: "text", key: "text", side: "int", who: "text" },
		bytes: { inv: 16, key: 16, who: 16 },
		by: "inv",
	},
	checked: {
		fields: { account_id: "text", day: "int", how: "int", kr: "text", mine: "text" },
		bytes: { account_id: 16, kr: 32, mine: 32 },
		by: "account_id",
	},
};

/** Both lists are left out where there is nothing in them. @param {Json} trust part 2 of the state */
export function checkedLists(trust) {
	for (const [name, kind] of Object.entries(ROWS)) {
		if (trust[name] === undefined) continue;
		if (trust[name].length === 0) throw new Refusal("state");
		rowsIn(trust, name, kind);
	}
	return trust;
}

/** @param {Json} trust @returns {InviteRow[]} */
export const invitesIn = ({ invites }) => invites ?? [];

/** @param {Json} trust @returns {CheckedRow[]} */
export const checkedIn = ({ checked }) => checked ?? [];

/** Three weeks after its end an invite leaves. @param {InviteRow[]} rows @param {number} day */
export const liveInvites = (rows, day) => rows.filter(({ ends }) => ends + KEPT_DAYS >= day);

/** @param {Json} trust @param {{invites?: InviteRow[], checked?: CheckedRow[]}} lists in place of those that are there @returns {Json} */
export function withLists(trust, lists) {
	const { invites = invitesIn(trust), checked = checkedIn(trust) } = lists;
	const { invites: _before, checked: _known, ...rest } = trust;
	return { ...rest, ...some("invites", invites, "inv"), ...some("checked", checked, "account_id") };
}

/** @param {string} name @param {Json[]} rows @param {string} by */
const some = (name, rows, by) => (rows.length === 0 ? {} : { [name]: ascending(rows, by) });

/** What two devices know: an invite that either saw used is used, of each person the newest. @param {Json} ours @param {Json} theirs */
export function mergedLists(ours, theirs) {
	const invites = new Map(invitesIn(ours).map((row) => [row.inv, row]));
	for (const row of invitesIn(theirs)) invites.set(row.inv, used(invites.get(row.inv) ?? row, row));
	const checked = new Map(checkedIn(ours).map((row) => [row.account_id, row]));
	for (const row of checkedIn(theirs))
		checked.set(row.account_id, newer(checked.get(row.account_id) ?? row, row));
	return { invites: [...invites.values()], checked: [...checked.values()] };
}

/** @param {InviteRow} one @param {InviteRow} other */
function used(one, other) {
	for (const name of /** @type {const} */ (["ends", "how", "key", "side"]))
		if (one[name] !== other[name]) throw new Refusal("forked");
	if (other.who === NOBODY) return one;
	if (one.who === NOBODY) return other;
	return compare(fromText(one.who), fromText(other.who)) <= 0 ? one : other;
}

/** @param {CheckedRow} one @param {CheckedRow} other */
function newer(one, other) {
	const step =
		other.day - one.day ||
		other.how - one.how ||
		compare(fromText(other.kr), fromText(one.kr)) ||
		compare(fromText(other.mine), fromText(one.mine));
	return step > 0 ? other : one;
}
