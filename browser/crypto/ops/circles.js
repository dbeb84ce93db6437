// Circles: opened by what their headers say, led by hosts, and letters at their door (envelope.md, section 7).

import { endorsementOf, knownPerson, onceEndorsed, pinOf, remember } from "../acquaintance.js";
import { compare, equal, fromText, toText, ZEROS32 } from "../bytes.js";
import { chainStart } from "../chain.js";
import { behindInCircle } from "../circle-company.js";
import { LETTER, openLetter as opened, sealLetter as sealed } from "../circle-letter.js";
import * as circleRules from "../circle-rules.js";
import { checkedDay } from "../day.js";
import { CIRCLE, convIdOf, memberOf } from "../epoch.js";
import { ROLE } from "../people.js";
import { Refusal } from "../refusal.js";
import { random } from "../sodium.js";
import { areListed, cannotWrite, keepLock, nameOf, newTalk, pinBytes } from "../talks.js";
import { pinsOf } from "./talking.js";

/** @import { EndorsementJson, KeyRecord, KeyRecordJson, Member } from "../shapes.d.ts" */
/** @typedef {import("../sealed-core.js").Core} Core */
/** @typedef {import("../sealed-core.js").Talk} Talk */
/** @typedef {import("../audit.js").Asked} Asked */
/** @typedef {import("../acquaintance.js").Known} Known */
/** @typedef {{account_id: string, key_records: KeyRecordJson[], endorsement: EndorsementJson | null}} SignerJson somebody, as the house sends them */
/** @typedef {{conv: string, rand: string, owner: string}} LogJson what names a circle's conversation */
/** @typedef {{log: LogJson, retention: number, people: SignerJson[]}} CircleJson */

/** Those before what is remembered, so that there is something to read. */
const SOME_LINES = 50;
const { HOST, IN_A_CIRCLE, LEAST_HOSTS, MOST_IN_A_CIRCLE } = circleRules;

/** A new circle's id, bound to my keys: what the house is told of it. Nothing is kept here. @param {Core} core */
export function newCircle(core) {
	core.checkMayBegin();
	const me = mine(core);
	const rand = random(16);
	return { conv: toText(convIdOf(CIRCLE, core.place.accountId, me.hash, rand)), rand: toText(rand) };
}

/**
 * Opens a circle, or learns the keys of everybody in one that is open.
 * It is read from where one came, for its agreement and its names stand in its lines; whoever remembers how it stood at a number reads on from there, and never from beyond what a visit pinned.
 * @param {Core} core @param {{circle: CircleJson, stoodAt?: number} & Asked} args
 */
export function openCircle(core, { circle, stoodAt = 0, isFresh }) {
	const { conv } = circle.log;
	const talk = core.talks.get(conv) ?? begun(core, circle, { isFresh });
	learn(core, talk, circle, { isFresh });
	const pinned = pinsOf(core, conv).map(({ n }) => n);
	const known = pinned.length === 0 ? 0 : Math.min(stoodAt, ...pinned);
	const from = talk.conversation.head?.n ?? Math.max(0, known - SOME_LINES);
	return { from, name: nameOf(core, talk), lock: talk.lock };
}

/**
 * The first header, by whoever began it: with every host the house names by now.
 * @param {Core} core @param {{conv: string, hosts: string[], retention: number, today: number}} args
 */
export function firstOfCircle(core, { conv, hosts, retention, today }) {
	const talk = circleOf(core, conv);
	const { about, headers, head } = talk.conversation;
	if (core.ahead !== null) throw new Refusal("state-behind");
	core.checkTrusted();
	if (headers.newest !== undefined || head === null) throw new Refusal("begun-already");
	if (!equal(about.ownerId, core.place.accountId)) throw new Refusal("not-yours");
	const rows = [core.place.id, ...hosts.filter((id) => id !== core.place.id)].map((id) => ({
		...{ accountId: fromText(id, 16), role: HOST },
		krHash: newestOf(talk, id).hash,
	}));
	if (rows.length < LEAST_HOSTS) throw new Refusal("two-lead");
	const { size: logSize, root: logRoot } = core.readableLog.at;
	const draft = {
		...{ conv: about.conv, kind: CIRCLE, epoch: 0, prevEhHash: ZEROS32 },
		...{ closedN: 0, closedH: chainStart(about.conv), ownerId: about.ownerId, authorId: about.ownerId },
		...{ retention, agreementHash: ZEROS32, members: ascending(rows) },
		...{ logSize, logRoot, day: checkedDay(today), reasonCode: IN_A_CIRCLE.BEGUN },
	};
	return talk.writer.beginAlone(draft, [...about.people.values()].flat());
}

/** Somebody reads from here on. @param {Core} core @param {{conv: string, account_id: string, today: number}} args whom the house named: known by `openCircle` */
export function letIntoCircle(core, { conv, account_id: id, today }) {
	const { talk, members } = led(core, conv);
	if (members.length >= MOST_IN_A_CIRCLE) throw new Refusal("circle-full");
	if (members.some(({ accountId }) => toText(accountId) === id)) throw new Refusal("reads-already");
	const role = talk.company.get(id)?.name == null ? ROLE.CLIENT : ROLE.SPECIALIST;
	const row = { accountId: fromText(id, 16), krHash: newestOf(talk, id).hash, role };
	return talk.writer.readers(ascending([...members, row]), IN_A_CIRCLE.LET_IN, checkedDay(today));
}

/** Somebody who does not lead reads no further. @param {Core} core @param {{conv: string, account_id: string, today: number}} args */
export function takeFromCircle(core, { conv, account_id: id, today }) {
	const { talk, members } = led(core, conv);
	const gone = members.find(({ accountId }) => toText(accountId) === id);
	if (gone === undefined || gone.role === HOST) throw new Refusal("reads-not");
	const stay = members.filter((row) => row !== gone);
	return talk.writer.readers(stay, IN_A_CIRCLE.TAKEN_AWAY, checkedDay(today));
}

/** A specialist leads too, who is here or comes with it. @param {Core} core @param {{conv: string, account_id: string, today: number}} args */
export function makeHost(core, { conv, account_id: id, today }) {
	const { talk, members } = led(core, conv);
	const then = members.find(({ accountId }) => toText(accountId) === id);
	if (then?.role === HOST) throw new Refusal("leads-already");
	if (then === undefined && members.length >= MOST_IN_A_CIRCLE) throw new Refusal("circle-full");
	const row = then ?? { accountId: fromText(id, 16), krHash: newestOf(talk, id).hash, role: HOST };
	const others = members.filter((one) => one !== then);
	const rows = ascending([...others, { ...row, role: HOST }]);
	return talk.writer.readers(rows, IN_A_CIRCLE.HOST_ADDED, checkedDay(today));
}

/** A host leads no more and stays; or, whom the house takes nothing of any more, goes. @param {Core} core @param {{conv: string, account_id?: string, goes?: boolean, today: number}} args oneself without `account_id` */
export function leadNoMore(core, { conv, account_id: id = core.place.id, goes = false, today }) {
	const { talk, members } = led(core, conv);
	const host = members.find(({ accountId }) => toText(accountId) === id);
	if (host?.role !== HOST) throw new Refusal("reads-not");
	if (members.filter(({ role }) => role === HOST).length <= LEAST_HOSTS) throw new Refusal("two-lead");
	const others = members.filter((row) => row !== host);
	const rows = goes ? others : ascending([...others, { ...host, role: ROLE.SPECIALIST }]);
	return talk.writer.readers(rows, IN_A_CIRCLE.HOST_REMOVED, checkedDay(today));
}

/**
 * A letter at a circle's door, for one person alone.
 * @param {Core} core @param {{conv: string, sort: number, to: SignerJson, words: string, name?: string, ts: number} & Asked} args
 */
export function sealLetter(core, { conv, sort, to, words, name = "", ts, isFresh }) {
	core.checkTrusted();
	const known = listed(core, to, { isFresh });
	if (known.lock === "renewed") throw new Refusal("lock-changed");
	const way = wayOf(core, { conv, sort, from: core.place.id, to: to.account_id });
	const by = { to: known.record, ikSecret: core.place.ik.secretKey };
	return { box: toText(sealed(way, { b: words, name, ts }, by)) };
}

/**
 * What somebody wrote to me at a circle's door; `not-opened` where it is not theirs, not for me or not for this.
 * @param {Core} core @param {{conv: string, sort: number, from: SignerJson, box: string} & Asked} args
 */
export function openLetter(core, { conv, sort, from, box, isFresh }) {
	const { records } = listed(core, from, { isFresh });
	const sender = /** @type {KeyRecord} */ (records.at(-1));
	const { place } = core;
	const keys = place.records.flatMap(({ hash, gen }) => {
		const seed = place.ekSeeds.get(gen);
		return seed === undefined ? [] : [{ krHash: hash, seed }];
	});
	const way = wayOf(core, { conv, sort, from: from.account_id, to: place.id });
	const { b, name, ts } = opened(way, fromText(box), { keys, sender });
	return { words: b, name, ts };
}

/** The names the programme stands behind, for whoever's keys the house sent; null for everybody else. @param {Core} core @param {{people: SignerJson[]}} args */
export function circlePeople(core, { people }) {
	return { named: people.map((row) => ({ account_id: row.account_id, name: nameBehind(core, row) })) };
}

/** @param {Core} core @param {SignerJson} row */
function nameBehind(core, row) {
	try {
		return wordFor(core, row, knownPerson(core, row)).name;
	} catch (refusal) {
		if (!(refusal instanceof Refusal)) throw refusal;
		return null;
	}
}

/** @param {Core} core @param {{conv: string, sort: number, from: string, to: string}} way */
function wayOf({ programme: { home } }, { conv, sort, from, to }) {
	if (!(/** @type {number[]} */ (Object.values(LETTER)).includes(sort)))
		throw new Refusal("malformed", "sort");
	return { home, conv: fromText(conv, 16), sort, fromId: fromText(from, 16), toId: fromText(to, 16) };
}

/** Keys that are exactly those of the list. @param {Core} core @param {SignerJson} person @param {Asked} how */
function listed(core, person, how) {
	const known = knownPerson(core, person, how);
	if (!areListed(core, known.records, how)) throw new Refusal("log-keys");
	return known;
}

/** @param {Core} core @param {CircleJson} circle @param {Asked} how */
function begun(core, { log, retention, people }, how) {
	const { place } = core;
	const conv = fromText(log.conv, 16);
	const owner = people.find(({ account_id }) => account_id === log.owner);
	if (owner === undefined) throw new Refusal("no-conversation");
	const records = log.owner === place.id ? place.records : knownPerson(core, owner, how).records;
	const rand = fromText(log.rand, 16);
	const origin = records.find(({ accountId, hash }) => equal(convIdOf(CIRCLE, accountId, hash, rand), conv));
	if (origin === undefined) throw new Refusal("no-conversation");
	const talk = newTalk(
		core,
		{
			...{ conv, ownerId: origin.accountId, originHash: origin.hash },
			...{ agreementHash: ZEROS32, kept: retention, rules: circleRules },
			people: new Map([[place.id, place.records]]),
			behind: behindInCircle(core, () => core.talks.get(log.conv)?.company ?? new Map()),
		},
		{
			...{ name: null, mine: /** @type {const} */ ("specialist"), rootConv: log.conv, isCircle: true },
			...{ lock: /** @type {const} */ ("same"), specialist: origin.accountId, other: "" },
		},
	);
	talk.conversation.agreed = true;
	for (const mark of pinsOf(core, log.conv)) talk.conversation.pin(pinBytes(mark));
	return talk;
}

/** The keys of everybody as the house says them now; those that are not in the list stop it. @param {Core} core @param {Talk} talk @param {CircleJson} circle @param {Asked} how */
function learn(core, talk, { people }, how) {
	const { conversation } = talk;
	const others = people.filter(({ account_id }) => account_id !== core.place.id);
	const known = others.map((row) => /** @type {const} */ ([row, knownPerson(core, row, how)]));
	if (!known.every(([, { records }]) => areListed(core, records, how))) return conversation.stop("log-keys");
	for (const [row, one] of known) {
		const { words, name } = wordFor(core, row, one);
		talk.company.set(row.account_id, { known: one, name, words });
		conversation.learn(row.account_id, one.records);
		if (conversation.headers.everyone.some((id) => toText(id) === row.account_id)) remember(core, one.pin);
	}
	conversation.learn(core.place.id, core.place.records);
	if (conversation.wanted !== core.place.id) conversation.wasAsked();
	keepLock(core, talk);
}

/** The programme's word for a specialist, where it holds; nobody needs one to come as a client. @param {Core} core @param {SignerJson} row @param {Known} known */
function wordFor(core, { account_id: id, endorsement }, { records }) {
	const none = { name: null, words: [] };
	if (endorsement === null) return none;
	try {
		const isRemembered = (pinOf(core, id)?.serial ?? 0) > 0;
		const word = (isRemembered ? onceEndorsed : endorsementOf)(core, endorsement, records);
		return word.role === ROLE.SPECIALIST ? { name: word.display_name, words: [word] } : none;
	} catch (refusal) {
		if (!(refusal instanceof Refusal)) throw refusal;
		return none;
	}
}

/** A circle that I lead and may change now. @param {Core} core @param {string} conv */
function led(core, conv) {
	const talk = circleOf(core, conv);
	if (core.ahead !== null) throw new Refusal("state-behind");
	core.checkTrusted();
	const cannot = cannotWrite(core, talk);
	if (cannot !== null && cannot !== "programme-lapsed") throw new Refusal(cannot);
	const { header } = /** @type {import("../headers.js").Epoch} */ (talk.conversation.headers.newest);
	if (memberOf(header, core.place.accountId)?.role !== HOST) throw new Refusal("not-yours");
	const gone = talk.conversation.leaving;
	const members = header.members.filter(({ accountId }) => !gone.some((one) => equal(one, accountId)));
	return { talk, members };
}

/** @param {Core} core @param {string} conv */
function circleOf(core, conv) {
	const talk = core.talk(conv);
	if (!talk.isCircle) throw new Refusal("no-conversation");
	return talk;
}

/** @param {Core} core */
const mine = ({ place }) => /** @type {KeyRecord} */ (place.records.at(-1));

/** The keys by which somebody is named from here on. @param {Talk} talk @param {string} id */
function newestOf(talk, id) {
	const records = talk.conversation.about.people.get(id);
	const newest = records?.at(-1);
	if (newest === undefined) throw new Refusal("not-verified");
	return newest;
}

/** @param {Member[]} rows */
const ascending = (rows) => rows.toSorted((one, other) => compare(one.accountId, other.accountId));
