// What the headers of a circle have to keep (envelope.md, section 7): hosts let in and take away, two of them at
// least; whoever leaves says so themselves; nobody brings themselves in.

import { equal, ZEROS32 } from "./bytes.js";
import {
	CIRCLE,
	checkBegins,
	checkCommon,
	checkFollows,
	checkSameReaders,
	memberOf,
	need,
	REASON,
	WENT,
} from "./epoch.js";
import { ROLE } from "./people.js";

/** @import { Header, Member } from "./shapes.d.ts" */

/** A role in a circle alone: a specialist who leads it. */
export const HOST = 6;
export const IN_A_CIRCLE = Object.freeze({
	BEGUN: 11,
	LET_IN: 12,
	TAKEN_AWAY: 13,
	WENT,
	HOST_ADDED: 15,
	HOST_REMOVED: 16,
});
export const LEAST_HOSTS = 2;
export const MOST_IN_A_CIRCLE = 50;
/** @type {number[]} */
const ROLES = [ROLE.CLIENT, ROLE.SPECIALIST, HOST];
/** @type {number[]} */
const SAME_READERS = [REASON.AGE, REASON.COUNT, REASON.KEY_CHANGED, REASON.BAD_WRAP];

/** @param {Header} header */
export const hostsOf = (header) => header.members.filter(({ role }) => role === HOST);

/** @param {Header} e refused unless it could begin a circle */
export function checkFirst(e) {
	checkShape(e);
	checkBegins(e);
	need(e.reasonCode === IN_A_CIRCLE.BEGUN && memberOf(e, e.ownerId)?.role === HOST);
}

/** @param {Header} e @param {Header} before refused unless `e` could follow in a circle */
export function checkNext(e, before) {
	checkShape(e);
	checkFollows(e, before);
	if (SAME_READERS.includes(e.reasonCode)) checkSameReaders(e, before);
	else checkChange(e, before);
}

/** @param {Header} e */
function checkShape(e) {
	need(e.kind === CIRCLE);
	checkCommon(e);
	need(equal(e.agreementHash, ZEROS32) && e.members.length <= MOST_IN_A_CIRCLE);
	need(e.members.every(({ role }) => ROLES.includes(role)) && hostsOf(e).length >= LEAST_HOSTS);
}

/** Exactly what the reason says has changed, by somebody who may. @param {Header} e @param {Header} before */
function checkChange(e, before) {
	need(e.reasonCode === WENT || memberOf(before, e.authorId)?.role === HOST);
	const came = notIn(e.members, before.members);
	const went = notIn(before.members, e.members);
	const begins = notIn(hostsOf(e), hostsOf(before));
	const ends = notIn(hostsOf(before), hostsOf(e));
	need(CHANGES[e.reasonCode]?.({ came, went, begins, ends }) === true);
	for (const row of e.members) {
		const then = memberOf(before, row.accountId) ?? row;
		const ledOrLeads = [...begins, ...ends].some(({ accountId }) => equal(accountId, row.accountId));
		need(equal(row.krHash, then.krHash));
		need(row.role === then.role || (ledOrLeads && row.role !== ROLE.CLIENT && then.role !== ROLE.CLIENT));
	}
}

/** By reason: how many came, went, began and ceased to lead; who leads came or went with it. @type {Record<number, (change: Record<"came" | "went" | "begins" | "ends", Member[]>) => boolean>} */
const CHANGES = {
	[IN_A_CIRCLE.LET_IN]: ({ came, went, begins, ends }) =>
		came.length > 0 && went.length + begins.length + ends.length === 0,
	[IN_A_CIRCLE.TAKEN_AWAY]: ({ came, went, begins, ends }) =>
		went.length > 0 && came.length + begins.length + ends.length === 0,
	[IN_A_CIRCLE.WENT]: ({ came, went, begins, ends }) =>
		went.length > 0 && came.length + begins.length === 0 && notIn(ends, went).length === 0,
	[IN_A_CIRCLE.HOST_ADDED]: ({ came, went, begins, ends }) =>
		begins.length === 1 && went.length + ends.length === 0 && notIn(came, begins).length === 0,
	[IN_A_CIRCLE.HOST_REMOVED]: ({ came, went, begins, ends }) =>
		ends.length === 1 && came.length + begins.length === 0 && notIn(went, ends).length === 0,
};

/** Those of one list who are not in the other. @param {Member[]} rows @param {Member[]} others */
const notIn = (rows, others) =>
	rows.filter((row) => !others.some(({ accountId }) => equal(accountId, row.accountId)));
