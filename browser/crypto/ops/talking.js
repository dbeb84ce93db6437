// Reading a conversation.

import { originOf, signedBy } from "../agreement.js";
import { endorsementOf, knownPerson, onceEndorsed, pinOf, remember } from "../acquaintance.js";
import { equal, fromText } from "../bytes.js";
import { memberOf } from "../headers.js";
import { countsOn, lockOf, ROLE } from "../people.js";
import { agreementHashOf, keptMonths } from "../promise.js";
import { Refusal } from "../refusal.js";
import { PART } from "../state.js";
import { cannotWrite, learnKeys, nameOf, newTalk, pinBytes } from "../talks.js";

/** @import { Line, RelationshipJson } from "../shapes.d.ts" */
/** @typedef {import("../sealed-core.js").Core} Core */
/** @typedef {import("../sealed-core.js").Talk} Talk */
/** @typedef {import("../acquaintance.js").Known} Known */
/** @typedef {import("../merge.js").MarkRow} MarkRow */

const SOME_LINES = 50;

/** @param {Core} core @param {{relationship: RelationshipJson, conv: string}} args */
export function openConversation(core, { relationship, conv }) {
	const open = core.talks.get(conv);
	if (open !== undefined) learnKeys(core, relationship);
	const talk = open ?? openedTalk(core, relationship, conv);
	const head = talk.conversation.head;
	const pins = pinsOf(core, conv);
	const pinned = pins.length === 0 ? 0 : Math.min(...pins.map(({ n }) => n));
	const mark = markOf(core, conv);
	return {
		pin: mark === undefined ? null : { n: mark.n },
		from: head?.n ?? Math.max(0, pinned - SOME_LINES),
		name: nameOf(talk),
		lock: talk.lock,
	};
}

/** @param {Core} core @param {{conv: string, frames: Uint8Array[], today: number}} args */
export function take(core, { conv, frames, today }) {
	const talk = core.talk(conv);
	const lines = talk.conversation.take(frames, { today, ownOnTheWay: talk.writer.isOnTheWay });
	return takenOf(core, talk, lines, today);
}

/** @param {Core} core @param {{conv: string}} args */
export function closeConversation(core, { conv }) {
	const talk = core.talks.get(conv);
	talk?.conversation.wipe();
	talk?.writer.wipe();
	core.talks.delete(conv);
	return {};
}

/** @param {Core} core @param {Talk} talk @param {Line[]} lines @param {number} today */
function takenOf(core, talk, lines, today) {
	const { conversation, writer } = talk;
	const cannot = cannotWrite(talk);
	const { own, lastFromThem } = conversation.reading.since;
	return {
		lines,
		head: conversation.head?.n ?? 0,
		upto: conversation.isCaughtUp,
		base: conversation.base,
		mode: conversation.mode,
		canWrite: cannot === null || (cannot === "locked" && writer.mayMend(today)),
		cannot,
		stopped: conversation.stopped,
		held: conversation.heldCount,
		wants: whose(core, conversation.wanted),
		lock: talk.lock,
		needsRotation: writer.rotationReason(today),
		stateBehind: core.ahead !== null,
		name: nameOf(talk),
		ownSince: own,
		lastFromThem,
		meets: meetsMyLock(core, talk),
	};
}

/** Whether the other has written to me as I prove who I am now; to the first lock everybody has. @param {Core} core @param {Talk} talk */
function meetsMyLock({ place }, { conversation }) {
	const { gen } = lockOf(place.records);
	if (gen === 0) return true;
	const epoch = conversation.headers.inForce(conversation.reading.since.lastOfTheirs);
	const row = epoch === undefined ? undefined : memberOf(epoch.header, place.accountId);
	const record = place.records.find(({ hash }) => row !== undefined && equal(hash, row.krHash));
	return record !== undefined && record.gen >= gen;
}

/** Whose keys are to be asked for before it goes on. @param {Core} core @param {string | null} id */
function whose({ place }, id) {
	if (id === null) return null;
	return id === place.id ? "me" : "them";
}

/** @param {Core} core @param {RelationshipJson} r @param {string} conv */
function openedTalk(core, r, conv) {
	const { place } = core;
	const row = r.conversations.find((one) => one.conv === conv);
	const other = knownPerson(core, r.other);
	if (row === undefined) throw new Refusal("no-conversation");
	const signed = signedBy(core, r);
	const name = r.mine === "client" ? specialistName(core, r, other) : null;
	const owner = r.mine === "client" ? place.records : other.records;
	const convId = fromText(conv, 16);
	const origin = originOf(convId, fromText(row.rand, 16), owner);
	const people = new Map([
		[place.id, place.records],
		[r.other.account_id, other.records],
	]);
	const about = {
		conv: convId,
		ownerId: origin.accountId,
		originHash: origin.hash,
		agreementHash: agreementHashOf(r.promise),
		kept: keptMonths(r.promise),
		people,
	};
	const talk = newTalk(core, about, {
		...{ name, mine: r.mine, rootConv: row.continues ?? conv },
		lock: other.lock,
	});
	talk.conversation.agreed = signed.both;
	for (const mark of pinsOf(core, conv)) talk.conversation.pin(pinBytes(mark));
	remember(core, other.pin);
	return talk;
}

/**
 * The name the programme stands behind. Whoever is not remembered as endorsed has to be so on the day of the ask; whoever
 * is keeps the name under which they were, whatever lock they have now: reading never stops over it.
 * @param {Core} core @param {RelationshipJson} r @param {Known} other
 */
function specialistName(core, r, other) {
	const isRemembered = (pinOf(core, r.other.account_id)?.serial ?? 0) > 0;
	if (r.other.endorsement === null) {
		if (!isRemembered) throw new Refusal("not-verified");
		return null;
	}
	const endorsed = isRemembered ? onceEndorsed : endorsementOf;
	const endorsement = endorsed(core, r.other.endorsement, other.records);
	const counts =
		endorsement.role === ROLE.SPECIALIST && (isRemembered || countsOn(endorsement, r.client_day));
	if (!counts) throw new Refusal("not-verified");
	remember(core, { ...other.pin, serial: endorsement.serial });
	return endorsement.display_name;
}

/** @param {Core} core @param {string} conv @returns {MarkRow | undefined} */
const markOf = (core, conv) =>
	core.place.book.part(PART.MARKS).convs.find((/** @type {MarkRow} */ row) => row.conv === conv);

/** @param {Core} core @param {string} conv @returns {MarkRow[]} */
function pinsOf(core, conv) {
	const mark = markOf(core, conv);
	return [...core.toMeet.filter((row) => row.conv === conv), ...(mark === undefined ? [] : [mark])];
}
