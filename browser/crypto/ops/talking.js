// Reading a conversation.

import { firstPromise, originOf, signedBy } from "../agreement.js";
import { endorsementOf, knownPerson, onceEndorsed, pinOf, remember } from "../acquaintance.js";
import { equal, fromText, toText } from "../bytes.js";
import { hostsOf } from "../circle-rules.js";
import { companyOf } from "../company.js";
import { followEditions } from "../editions.js";
import { decodeFrame, TYPE } from "../frames.js";
import { CIRCLE, OTHER_READERS } from "../epoch.js";
import { memberOf } from "../headers.js";
import { countsOn, lockOf, ROLE } from "../people.js";
import { agreementHashOf, keptMonths } from "../promise.js";
import { Refusal } from "../refusal.js";
import { isQuiet } from "../said.js";
import { PART } from "../state.js";
import {
	areListed,
	cannotWrite,
	keepLock,
	keepSaid,
	learnKeys,
	nameOf,
	nameOfReader,
	newTalk,
	pinBytes,
} from "../talks.js";

/** @import { Line, RelationshipJson } from "../shapes.d.ts" */
/** @typedef {import("../sealed-core.js").Core} Core */
/** @typedef {import("../sealed-core.js").Talk} Talk */
/** @typedef {import("../acquaintance.js").Known} Known */
/** @typedef {import("../merge.js").MarkRow} MarkRow */

const SOME_LINES = 50;

/** @param {Core} core @param {{relationship: RelationshipJson, conv: string} & import("../audit.js").Asked} args */
export function openConversation(core, { relationship, conv, isFresh }) {
	const open = core.talks.get(conv);
	if (open !== undefined) learnKeys(core, relationship, { isFresh });
	const talk = open ?? openedTalk(core, relationship, conv, { isFresh });
	const head = talk.conversation.head;
	const pins = pinsOf(core, conv);
	const pinned = pins.length === 0 ? 0 : Math.min(...pins.map(({ n }) => n));
	const mark = markOf(core, conv);
	return {
		pin: mark === undefined ? null : { n: mark.n },
		from: head?.n ?? Math.max(0, pinned - SOME_LINES),
		name: nameOf(core, talk),
		lock: talk.lock,
	};
}

/**
 * Refused with `log-behind`, and nothing taken, while a header knows more of the key log than was read here.
 * @param {Core} core @param {{conv: string, frames: Uint8Array[], today: number, isRead?: boolean}} args isRead: there is no more to read
 */
export function take(core, { conv, frames, today, isRead = false }) {
	const talk = core.talk(conv);
	const isTrusted = core.logTrouble === null;
	if (isTrusted && !isRead && frames.some((raw) => isAhead(raw, core.log?.size ?? 0)))
		throw new Refusal("log-behind");
	const lines = talk.conversation.take(frames, { today, ownOnTheWay: talk.writer.isOnTheWay });
	return takenOf(core, talk, lines, today);
}

/** @param {Uint8Array} raw @param {number} size */
function isAhead(raw, size) {
	if (raw[0] !== TYPE.HEAD) return false;
	try {
		return /** @type {any} */ (decodeFrame(raw)).logSize > size;
	} catch {
		return false;
	}
}

/** What lies far back is forgotten here until it is fetched again. @param {Core} core @param {{conv: string}} args */
export function forgetFar(core, { conv }) {
	const talk = core.talk(conv);
	talk.conversation.forgetFar(SOME_LINES);
	return { base: baseOf(core, talk), stretches: talk.conversation.stretches.unread };
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
	keepSaid(core, talk);
	keepLock(core, talk);
	const cannot = cannotWrite(core, talk);
	const { own, lastFromThem } = conversation.reading.since;
	const isMine = (/** @type {Line} */ line) => line.from === "me";
	const news = conversation.reading.said.news(lines.filter((line) => !isQuiet(line)));
	return {
		lines: news.lines,
		changed: conversation.stopped === null ? news.changed : [],
		quiet: lines.filter((line) => isQuiet(line) && isMine(line)).map(({ id }) => id),
		head: conversation.head?.n ?? 0,
		upto: conversation.isCaughtUp,
		base: baseOf(core, talk),
		mode: conversation.mode,
		canWrite: cannot === null || (cannot === "locked" && writer.mayMend(today)),
		cannot,
		stopped: conversation.stopped,
		held: conversation.heldCount,
		wants: whose(core, conversation.wanted),
		lock: talk.lock,
		renewed: talk.renewed ?? null,
		needsRotation: writer.rotationReason(today),
		stateBehind: core.ahead !== null,
		name: nameOf(core, talk),
		ownSince: own,
		lastFromThem,
		meets: meetsMyLock(core, talk),
		ours: oursOf(core, talk),
		...companyNow(core, talk),
		drafted: conversation.reading.drafts.newest,
		mends: conversation.reading.mends.all,
		path: pathOf(talk),
		openings: conversation.reading.openings.all,
		vows: conversation.reading.vows.all,
		circle: talk.isCircle ? circleNow(talk) : null,
	};
}

/** Who is in a circle now, who led it from which number on, and who said that they go. @param {Talk} talk */
function circleNow({ conversation: { headers, leaving } }) {
	const members = headers.newest?.header.members ?? [];
	/** @type {{n: number, hosts: string[]}[]} */
	const led = [];
	for (const { header, n } of headers.all) {
		const hosts = hostsOf(header).map(({ accountId }) => toText(accountId));
		if (hosts.join() !== led.at(-1)?.hosts.join()) led.push({ n, hosts });
	}
	return {
		members: members.map(({ accountId, role }) => ({ account_id: toText(accountId), role })),
		led,
		leaving: leaving.map((id) => toText(id)),
	};
}

/** Up to where older lines can be asked for: nobody is given what was said before they came. @param {Core} core @param {Talk} talk */
function baseOf({ place }, { conversation: { base, headers } }) {
	return base <= headers.beginsAt(place.accountId) ? 0 : base;
}

/** Own lines of the two who walk together, and whether each said yes to the other's. @param {Core} core @param {Talk} talk */
const oursOf = ({ place }, { conversation: { reading }, other }) => ({
	me: reading.ours.of(place.id, other),
	them: reading.ours.of(other, place.id),
});

/** What the owner of the talk shows of their path, and what others suggested for it. @param {Talk} talk */
function pathOf({ conversation: { about, reading } }) {
	const owner = toText(about.ownerId);
	return { shown: reading.paths.shownBy(owner), suggested: reading.paths.suggestedTo(owner) };
}

/** Who reads or read besides me, what turned, and what of before can still be fetched. @param {Core} core @param {Talk} talk */
function companyNow(core, talk) {
	const { headers, stretches } = talk.conversation;
	const now = headers.newest?.header;
	const others = headers.everyone.filter((member) => !equal(member, core.place.accountId));
	return {
		readers: others.map((member) => ({
			account_id: toText(member),
			name: nameOfReader(core, talk, toText(member)),
			reads: now !== undefined && memberOf(now, member) !== undefined,
		})),
		turns: turnsIn(headers, talk.conversation.base),
		stretches: stretches.unread,
	};
}

/**
 * Where somebody came or went, as its owner signed it.
 * @param {import("../headers.js").Headers} headers @param {number} base what stands before it is not shown
 */
const turnsIn = (headers, base) =>
	headers.all.flatMap(({ header, n }, at) => {
		const before = headers.all[at - 1]?.header;
		const mayDiffer = header.kind === CIRCLE || OTHER_READERS.includes(header.reasonCode);
		if (before === undefined || n <= base || !mayDiffer) return [];
		const notIn =
			(/** @type {import("../shapes.d.ts").Header} */ one) =>
			(/** @type {import("../shapes.d.ts").Member} */ row) =>
				memberOf(one, row.accountId) === undefined;
		const ids = (/** @type {import("../shapes.d.ts").Member[]} */ rows) =>
			rows.map(({ accountId }) => toText(accountId));
		const came = ids(header.members.filter(notIn(before)));
		const went = ids(before.members.filter(notIn(header)));
		return came.length + went.length === 0 ? [] : [{ n, day: header.day, came, went }];
	});

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

/** @param {Core} core @param {RelationshipJson} r @param {string} conv @param {import("../audit.js").Asked} how */
function openedTalk(core, r, conv, how) {
	const { about, agreed, pin, isListed, ...who } = aboutTalk(core, r, conv, how);
	const talk = newTalk(core, about, who);
	if (!isListed) talk.conversation.stop("log-keys");
	talk.conversation.agreed = agreed;
	followEditions(core, r, how);
	for (const mark of pinsOf(core, conv)) talk.conversation.pin(pinBytes(mark));
	remember(core, pin);
	return talk;
}

/** What has to hold of a conversation before its first frame is read. @param {Core} core @param {RelationshipJson} r @param {string} conv @param {import("../audit.js").Asked} how */
export function aboutTalk(core, r, conv, how = {}) {
	const { place } = core;
	const row = r.conversations.find((one) => one.conv === conv);
	const other = knownPerson(core, r.other, how);
	if (row === undefined) throw new Refusal("no-conversation");
	const signed = signedBy(core, r, how);
	const name = r.mine === "client" ? specialistName(core, r, other) : null;
	const owner = r.mine === "client" ? place.records : other.records;
	const convId = fromText(conv, 16);
	const origin = originOf(convId, fromText(row.rand, 16), owner);
	const company = companyOf(core, r, how);
	const people = new Map([
		...[...company].map(([id, { known }]) => /** @type {const} */ ([id, known.records])),
		[place.id, place.records],
		[r.other.account_id, other.records],
	]);
	const areAllListed = [...company.values()].every(({ known }) => areListed(core, known.records, how));
	const about = {
		conv: convId,
		ownerId: origin.accountId,
		originHash: origin.hash,
		agreementHash: agreementHashOf(firstPromise(r)),
		kept: keptMonths(firstPromise(r)),
		people,
	};
	return {
		...{ about, name, agreed: signed.both, pin: other.pin, lock: other.lock, mine: r.mine, company },
		other: r.other.account_id,
		rootConv: rootOf(r, conv),
		specialist: r.mine === "client" ? fromText(r.other.account_id, 16) : place.accountId,
		isListed: areListed(core, other.records, how) && areAllListed && isWordListed(core, r, how),
	};
}

/** The conversation with which it all began. @param {RelationshipJson} r @param {string} conv */
const rootOf = ({ conversations }, conv) =>
	conversations.find(({ continues }) => continues === null)?.conv ?? conv;

/** The word for them stands in the list. @param {Core} core @param {RelationshipJson} r @param {import("../audit.js").Asked} how */
function isWordListed(core, { mine, other: { endorsement } }, { isFresh = true }) {
	if (core.logTrouble !== null || mine !== "client" || endorsement === null) return true;
	const isThere = core.readableLog.has(core.programme.home, /** @type {any} */ (endorsement));
	if (!isThere && !isFresh) throw new Refusal("keys-moved");
	return isThere;
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
export function pinsOf(core, conv) {
	const mark = markOf(core, conv);
	return [...core.toMeet.filter((row) => row.conv === conv), ...(mark === undefined ? [] : [mark])];
}
