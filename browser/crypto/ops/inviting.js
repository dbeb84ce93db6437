// Invites: made here, brought here, and what became of them (envelope.md, section 15).

import { knownPerson } from "../acquaintance.js";
import { originOf, rootOf } from "../agreement.js";
import { equal, fromText, toText } from "../bytes.js";
import { checkedIn, invitesIn, liveInvites, NOBODY, SIDE, withLists } from "../checked.js";
import { checkedDay } from "../day.js";
import * as made from "../invite.js";
import { lockOf } from "../people.js";
import { Refusal } from "../refusal.js";
import { pictureSeen, safetyOf, safetyPicture, safetyWordsOf } from "../safety.js";
import { random } from "../sodium.js";
import { PART } from "../state.js";

/** @import { KeyRecord, RelationshipJson } from "../shapes.d.ts" */
/** @typedef {import("../sealed-core.js").Core} Core */
/** @typedef {import("../checked.js").InviteRow} InviteRow */
/** @typedef {import("../checked.js").CheckedRow} CheckedRow */
/** @typedef {{is: null | "came" | "fits" | "other" | "checked" | "before", how: "link" | "person" | "words" | null, day: number | null}} Met */

const MOST_OPEN = 20;
const MOST_KEPT = 100;
const BY_WORDS = 3;
/** @type {Record<number, "link" | "person" | "words">} */
const NAMES = { [made.HOW.LINK]: "link", [made.HOW.PERSON]: "person", [BY_WORDS]: "words" };
/** @type {Met} */
const NOT_MET = Object.freeze({ is: null, how: null, day: null });

/** @param {Core} core @param {{how: "link" | "person", day: number}} args */
export function makeInvite(core, { how, day }) {
	const rows = liveInvites(invitesIn(trustOf(core)), checkedDay(day));
	const open = rows.filter((row) => row.side === SIDE.MADE && row.who === NOBODY && row.ends >= day);
	if (open.length >= MOST_OPEN || rows.length >= MOST_KEPT) throw new Refusal("invites-full");
	/** @type {InviteRow} */
	const row = {
		ends: day + made.DAYS,
		how: how === "person" ? made.HOW.PERSON : made.HOW.LINK,
		inv: toText(random(16)),
		key: toText(random(16)),
		side: SIDE.MADE,
		who: NOBODY,
	};
	keep(core, { invites: [...rows, row] });
	return shownInvite(core, row, day);
}

/** Mine, those that end last first. @param {Core} core @param {{day: number}} args */
export function invites(core, { day }) {
	const rows = invitesIn(trustOf(core)).filter(({ side }) => side === SIDE.MADE);
	const shown = rows.map((row) => shownInvite(core, row, checkedDay(day)));
	return { invites: shown.toSorted((one, other) => other.ends - one.ends) };
}

/** Nobody comes in by it any more. @param {Core} core @param {{invite_id: string}} args */
export function takeInviteBack(core, { invite_id: id }) {
	const rows = invitesIn(trustOf(core));
	const row = rows.find(({ inv, side }) => inv === id && side === SIDE.MADE);
	if (row === undefined) throw new Refusal("no-invite");
	if (row.who === NOBODY) keep(core, { invites: used(rows, row, core.place.id) });
	return {};
}

/** What a link holds, if it is of this programme. @param {Core} core @param {{text: string}} args */
export function readInvite(core, { text }) {
	const invite = readText(text);
	made.checkInvite(invite, { house: made.houseOf(core.programme) });
	return { invite_id: toText(invite.inv), how: NAMES[invite.how] };
}

/** Whose link it is, among the verified people. @param {Core} core @param {{text: string}} args */
export function invitedBy(core, { text }) {
	const { who } = readText(text);
	for (const [id, { records }] of core.people)
		if (equal(who, made.whoOf(core.programme.home, lockOf(records)))) return { account_id: id };
	throw new Refusal("invite-other");
}

/**
 * What goes with the ask of somebody who came by a link; it is remembered until the yes.
 * @param {Core} core @param {string} text @param {{conv: Uint8Array, me: KeyRecord, records: KeyRecord[], day: number}} about records of the specialist
 */
export function bindAsk(core, text, { conv, me, records, day }) {
	const invite = readText(text);
	const { home } = core.programme;
	made.checkInvite(invite, {
		house: made.houseOf(core.programme),
		who: made.whoOf(home, lockOf(records)),
	});
	const id = toText(invite.inv);
	const rows = liveInvites(invitesIn(trustOf(core)), day).filter(({ inv }) => inv !== id);
	const row = {
		...{ ends: day + made.DAYS, how: invite.how, inv: id, key: toText(invite.key) },
		...{ side: SIDE.CAME, who: toText(/** @type {KeyRecord} */ (records[0]).accountId) },
	};
	keep(core, { invites: [...rows, row] });
	const newcomer = { accountId: me.accountId, krHash: me.hash, conv };
	return { invite_id: id, bind: toText(made.bindOf(invite, newcomer, home)) };
}

/**
 * How two people came to know each other, and whether that still holds.
 * @param {Core} core @param {{relationship: RelationshipJson}} args @returns {Met}
 */
export function met(core, { relationship }) {
	const { records } = knownPerson(core, relationship.other);
	const known = checkedIn(trustOf(core)).find(({ account_id: id }) => id === relationship.other.account_id);
	if (known !== undefined) return metBefore(core, known, records);
	if (relationship.invite == null) return NOT_MET;
	const row = invitesIn(trustOf(core)).find(({ inv }) => inv === relationship.invite?.invite_id);
	return relationship.mine === "client"
		? metByComing(core, relationship, records, row)
		: { ...NOT_MET, is: doesFit(core, relationship, records, row) ? "fits" : "other", how: howOf(row) };
}

/**
 * With the yes to somebody whose link fits: both are checked from now on.
 * @param {Core} core @param {RelationshipJson} relationship @param {number} day @returns {{invite_yes?: string}}
 */
export function checkWithYes(core, relationship, day) {
	const { records } = knownPerson(core, relationship.other);
	const rows = invitesIn(trustOf(core));
	const row = rows.find(({ inv }) => inv === relationship.invite?.invite_id);
	if (row === undefined || !doesFit(core, relationship, records, row)) return {};
	keep(core, { invites: used(rows, row, relationship.other.account_id) });
	check(core, { id: relationship.other.account_id, how: row.how, records, day });
	const { invite, newcomer } = boundTo(core, relationship, { records, row });
	return { invite_yes: toText(made.yesOf(invite, newcomer, core.programme.home)) };
}

/**
 * Six words of the other person, or my own; the two compare them face to face or by voice.
 * @param {Core} core @param {{relationship?: RelationshipJson}} args @param {import("../sealed-core.js").Stretch} stretch
 */
export async function safetyWords(core, { relationship }, stretch) {
	const records =
		relationship === undefined ? core.place.records : knownPerson(core, relationship.other).records;
	const list = /** @type {import("../words.js").WordList} */ (core.programme.five.get("en"));
	return { words: await safetyWordsOf(list, newestOf(records), stretch) };
}

/** What the other person may scan from my screen. @param {Core} core @param {{relationship: RelationshipJson}} args */
export function myPicture(core, { relationship }) {
	return { text: picturesOf(core, knownPerson(core, relationship.other).records).mine };
}

/**
 * What a camera read from their screen: the same picture counts as words that were compared.
 * @param {Core} core @param {{relationship: RelationshipJson, text: string, day: number}} args
 */
export function theirPicture(core, { relationship, text, day }) {
	const is = pictureSeen(text, picturesOf(core, knownPerson(core, relationship.other).records));
	if (is === "same") wordsCompared(core, { relationship, day });
	return { is };
}

/** @param {Core} core @param {KeyRecord[]} records of the other */
function picturesOf({ place }, records) {
	const me = safetyOf(newestOf(place.records));
	const them = safetyOf(newestOf(records));
	return {
		mine: safetyPicture({ shows: me, scans: them }),
		theirs: safetyPicture({ shows: them, scans: me }),
	};
}

/** A person compared the words of both. @param {Core} core @param {{relationship: RelationshipJson, day: number}} args */
export function wordsCompared(core, { relationship, day }) {
	const { records, lock } = knownPerson(core, relationship.other);
	if (lock === "renewed") throw new Refusal("lock-changed");
	check(core, { id: relationship.other.account_id, how: BY_WORDS, records, day });
	return {};
}

/** @param {Core} core @param {CheckedRow} known @param {KeyRecord[]} records @returns {Met} */
function metBefore({ place }, { day, how, kr, mine }, records) {
	const isNow = toText(lockOf(records).hash) === kr && toText(lockOf(place.records).hash) === mine;
	return { is: isNow ? "checked" : "before", how: NAMES[how] ?? null, day };
}

/** @param {Core} core @param {RelationshipJson} relationship @param {KeyRecord[]} records @param {InviteRow | undefined} row @returns {Met} */
function metByComing(core, relationship, records, row) {
	const { account_id: id } = relationship.other;
	if (row === undefined || row.side !== SIDE.CAME || row.who !== id) return NOT_MET;
	const { invite, newcomer } = boundTo(core, relationship, { records, row });
	const yes = relationship.invite?.yes ?? null;
	const expected = made.yesOf(invite, newcomer, core.programme.home);
	if (yes === null || !equal(fromText(yes, 32), expected)) return { ...NOT_MET, is: "came", how: howOf(row) };
	const day = relationship.specialist_day ?? relationship.client_day;
	check(core, { id, how: row.how, records, day });
	return { is: "checked", how: howOf(row), day };
}

/** @param {Core} core @param {RelationshipJson} relationship @param {KeyRecord[]} records @param {InviteRow | undefined} row */
function doesFit(core, relationship, records, row) {
	if (row === undefined || row.side !== SIDE.MADE || relationship.mine !== "specialist") return false;
	const isFree = row.who === NOBODY || row.who === relationship.other.account_id;
	// A signature is dated a day around the day it is given.
	if (!isFree || relationship.client_day > row.ends + 1) return false;
	const { invite, newcomer } = boundTo(core, relationship, { records, row });
	return equal(fromText(relationship.invite?.bind, 32), made.bindOf(invite, newcomer, core.programme.home));
}

/**
 * The invite of a row, and the newcomer who came by it.
 * @param {Core} core @param {RelationshipJson} relationship @param {{records: KeyRecord[], row: InviteRow}} known records of the other
 */
function boundTo({ place, programme }, relationship, { records, row }) {
	const root = rootOf(relationship);
	const [owner, giver] = relationship.mine === "client" ? [place.records, records] : [records, place.records];
	const conv = fromText(root.conv, 16);
	const { accountId, hash } = originOf(conv, fromText(root.rand, 16), owner);
	const invite = {
		...{ how: row.how, inv: fromText(row.inv, 16), key: fromText(row.key, 16) },
		...{ who: made.whoOf(programme.home, lockOf(giver)), house: made.houseOf(programme) },
	};
	return { invite, newcomer: { accountId, krHash: hash, conv } };
}

/** @param {Core} core @param {{id: string, how: number, records: KeyRecord[], day: number}} about */
function check(core, { id, how, records, day }) {
	const others = checkedIn(trustOf(core)).filter(({ account_id }) => account_id !== id);
	const kr = toText(lockOf(records).hash);
	const mine = toText(lockOf(core.place.records).hash);
	keep(core, { checked: [...others, { account_id: id, day: checkedDay(day), how, kr, mine }] });
}

/** @param {Core} core @param {InviteRow} row @param {number} day */
function shownInvite({ programme, place }, row, day) {
	const { how, inv, key, ends, who } = row;
	const state = who === place.id ? "back" : who !== NOBODY ? "used" : ends < day ? "over" : "open";
	const text = made.writeInvite({
		...{ how, inv: fromText(inv, 16), key: fromText(key, 16), house: made.houseOf(programme) },
		who: made.whoOf(programme.home, lockOf(place.records)),
	});
	return {
		...{ invite_id: inv, how: NAMES[how], ends, state },
		text: state === "open" ? text : null,
		account_id: state === "used" ? who : null,
	};
}

/** @param {InviteRow[]} rows @param {InviteRow} row @param {string} who */
const used = (rows, row, who) => rows.map((one) => (one.inv === row.inv ? { ...row, who } : one));

/** @param {InviteRow | undefined} row */
const howOf = (row) => (row === undefined ? null : (NAMES[row.how] ?? null));

/** @param {Core} core */
const trustOf = ({ place }) => place.book.part(PART.TRUST);

/** @param {Core} core @param {{invites?: InviteRow[], checked?: CheckedRow[]}} lists */
const keep = (core, lists) => core.place.book.change(PART.TRUST, withLists(trustOf(core), lists));

/** @param {KeyRecord[]} records */
const newestOf = (records) => /** @type {KeyRecord} */ (records.at(-1));

/** @param {unknown} text */
function readText(text) {
	try {
		return made.readInvite(text);
	} catch {
		throw new Refusal("invite-form");
	}
}
