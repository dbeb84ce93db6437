// Handing over: who reads from here on, and what of before, by the owner's signature alone (envelope.md, section 7).

import { knownPerson, verifiedSpecialist } from "../acquaintance.js";
import { knownPromise, signedBy, signedFor } from "../agreement.js";
import { checkOther } from "../audit.js";
import { writeBody } from "../body.js";
import { compare, equal, fromText, toText } from "../bytes.js";
import { checkedDay } from "../day.js";
import { editionsOf } from "../editions.js";
import { MOST_MEMBERS, REASON } from "../epoch.js";
import { grantJson, signGrant, wrapGranted } from "../grant.js";
import { memberOf } from "../headers.js";
import { ROLE } from "../people.js";
import { hasAgreed, signAgree } from "../promise.js";
import { Refusal } from "../refusal.js";
import { cannotWrite } from "../talks.js";
import { writable } from "./writing.js";

/** @import { HandoverJson, Member, PersonJson, RelationshipJson } from "../shapes.d.ts" */
/** @typedef {import("../sealed-core.js").Core} Core */
/** @typedef {import("../sealed-core.js").Talk} Talk */

/**
 * I ask somebody to come into our talk: my signature under the promise that both signed last.
 * @param {Core} core @param {{relationship: RelationshipJson, day: number}} args
 */
export function askToCome(core, { relationship, day }) {
	core.checkTrusted();
	if (relationship.mine !== "client") throw new Refusal("not-yours");
	if (!signedBy(core, relationship).both) throw new Refusal("promise-signature");
	const { newest } = editionsOf(core, relationship);
	const agreementHash = newest?.hash ?? knownPromise(core, relationship.promise);
	const about = { home: core.programme.home, conv: fromText(signedFor(relationship), 16), agreementHash };
	const by = { accountId: core.place.accountId, role: ROLE.CLIENT, day: checkedDay(day) };
	return { day, sig: signAgree(core.place.ik.secretKey, { ...about, ...by }) };
}

/**
 * My yes to coming into a talk that was there before: to the promise the person it belongs to signed for it.
 * @param {Core} core @param {{handover: HandoverJson, day: number} & import("../audit.js").Asked} args
 */
export function agreeToCome(core, { handover, day, isFresh }) {
	core.checkTrusted();
	const { client, signed_for: conv, promise, client_sig: sig, client_day: since } = handover;
	const known = knownPerson(core, client, { isFresh });
	checkOther(core.readableLog, known.records, { isFresh });
	const agreementHash = knownPromise(core, promise);
	const about = { home: core.programme.home, conv: fromText(conv, 16), agreementHash };
	const theirs = { ...about, accountId: fromText(client.account_id, 16), role: ROLE.CLIENT, day: since };
	if (!hasAgreed(sig, theirs, known.records)) throw new Refusal("promise-signature");
	const by = { accountId: core.place.accountId, role: ROLE.SPECIALIST, day: checkedDay(day) };
	return { day, sig: signAgree(core.place.ik.secretKey, { ...about, ...by }) };
}

/** What could be handed over: each stretch of this conversation, from which day to which, and how many things stand in it. @param {Core} core @param {{conv: string}} args */
export function stretches(core, { conv }) {
	const { headers, head } = core.talk(conv).conversation;
	return {
		stretches: headers.all.map(({ header, n, key }, at) => {
			const next = headers.all[at + 1];
			return {
				epoch: header.epoch,
				...{ from: header.day, until: next?.header.day ?? null },
				...{ n, upto: next === undefined ? (head?.n ?? n) : next.n - 1 },
				count: (next === undefined ? (head?.n ?? n) : next.n - 1) - n,
				mine: key !== null,
				isOpen: next === undefined,
			};
		}),
		handed: headers.grants.map(({ toId, epochs }) => ({
			to: toText(toId),
			epochs: epochs.map(([epoch]) => epoch),
		})),
	};
}

/**
 * One more specialist reads from here on, beside or instead of another.
 * @param {Core} core @param {{conv: string, specialist: PersonJson, name?: string, insteadOf?: string | null, today: number} & import("../audit.js").Asked} args `name`: as it was looked at
 */
export function bringIn(core, { conv, specialist, name, insteadOf = null, today, isFresh }) {
	const { talk, members } = mine(core, conv);
	const person = verifiedSpecialist(core, specialist, today, { isFresh });
	if (name !== undefined && name !== person.endorsement.display_name) throw new Refusal("name-moved");
	if (person.lock === "renewed") throw new Refusal("lock-changed");
	if (members.some(({ accountId }) => equal(accountId, person.record.accountId)))
		throw new Refusal("reads-already");
	const stay = insteadOf === null ? members : without(members, insteadOf);
	if (stay.length >= MOST_MEMBERS) throw new Refusal("three-read");
	const { records, record, endorsement } = person;
	talk.conversation.learn(specialist.account_id, records);
	const words = [endorsement];
	talk.company.set(specialist.account_id, { known: person, name: endorsement.display_name, words });
	const joins = { accountId: record.accountId, krHash: record.hash, role: ROLE.SPECIALIST };
	const reason = insteadOf === null ? REASON.ADDED : REASON.REMOVED;
	return talk.writer.readers(ascending([...stay, joins]), reason, checkedDay(today));
}

/** A specialist reads no further. @param {Core} core @param {{conv: string, account_id: string, today: number}} args */
export function letGo(core, { conv, account_id: id, today }) {
	const { talk, members } = mine(core, conv);
	if (members.length < MOST_MEMBERS) throw new Refusal("last-one");
	return talk.writer.readers(without(members, id), REASON.REMOVED, checkedDay(today));
}

/**
 * Somebody who reads here may read these stretches of before.
 * @param {Core} core @param {{conv: string, account_id: string, epochs: number[], ts: number, today: number}} args
 */
export function handOver(core, { conv, account_id: to, epochs, ts, today }) {
	const { talk } = mine(core, conv);
	writable(core, conv, today);
	const { headers } = talk.conversation;
	const chosen = [...new Set(epochs)]
		.sort((one, other) => one - other)
		.map((epoch) => headers.numbered(epoch));
	if (chosen.length === 0 || chosen.some((one) => one === undefined || one.key === null))
		throw new Refusal("no-stretch");
	const rows = /** @type {import("../headers.js").Epoch[]} */ (chosen);
	return talk.writer.writeAt(({ header, hash }) => {
		const row = memberOf(header, fromText(to, 16));
		if (row === undefined || to === core.place.id) throw new Refusal("reads-not");
		if (rows.some((one) => one.header.epoch >= header.epoch)) throw new Refusal("no-stretch");
		const draft = {
			conv: header.conv,
			...{ atEhHash: hash, toId: row.accountId, toKrHash: row.krHash },
			epochs: rows.map((one) => /** @type {[number, Uint8Array]} */ ([one.header.epoch, one.hash])),
		};
		const grant = signGrant(draft, core.place.ik.secretKey);
		return writeBody({ ...grantJson(grant), sc: core.place.book.count(), ts });
	}, checkedDay(today));
}

/** The keys of what I granted, each for its reader: they live with the other wraps. @param {Core} core @param {{conv: string, account_id: string}} args */
export function grantedWraps(core, { conv, account_id: to }) {
	const { headers, about } = core.talk(conv).conversation;
	/** @type {Map<number, {epoch: number, wrap: string}>} */
	const wraps = new Map();
	for (const grant of headers.grants.filter(({ toId }) => toText(toId) === to)) {
		const record = about.people.get(to)?.find(({ hash }) => equal(hash, grant.toKrHash));
		if (record === undefined) continue;
		for (const [epoch] of grant.epochs) {
			const { header, key } = headers.numbered(epoch) ?? { header: null, key: null };
			if (header === null || key === null) continue;
			wraps.set(epoch, { epoch, wrap: toText(wrapGranted(grant, header, key, record)) });
		}
	}
	return { wraps: [...wraps.values()] };
}

/** A conversation of mine that may change now; that the programme took its word back for one who reads does not hold its owner back. @param {Core} core @param {string} conv */
function mine(core, conv) {
	const talk = core.talk(conv);
	if (talk.mine !== "client") throw new Refusal("not-yours");
	if (core.ahead !== null) throw new Refusal("state-behind");
	core.checkTrusted();
	const cannot = cannotWrite(core, talk);
	if (cannot !== null && cannot !== "programme-lapsed") throw new Refusal(cannot);
	const newest = talk.conversation.headers.newest;
	if (newest === undefined) throw new Refusal("hello");
	return { talk, members: newest.header.members };
}

/** At least one specialist stays. @param {Member[]} members @param {string} id */
function without(members, id) {
	const stay = members.filter(({ accountId }) => toText(accountId) !== id);
	if (
		stay.length === members.length ||
		!members.some(({ accountId, role }) => toText(accountId) === id && role === ROLE.SPECIALIST)
	)
		throw new Refusal("reads-not");
	return stay;
}

/** @param {Member[]} rows */
const ascending = (rows) => rows.toSorted((one, other) => compare(one.accountId, other.accountId));
