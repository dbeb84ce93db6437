// What is told, with a yes and without: sealed here, opened here (envelope.md, section 17).

import { endorsementOf, knownPerson, onceEndorsed } from "../acquaintance.js";
import { signedBy } from "../agreement.js";
import { checkEndorsed, checkOther } from "../audit.js";
import { equal, fromText, toText, ZEROS32 } from "../bytes.js";
import { PRESSED, TO } from "../consent.js";
import { checkedDay } from "../day.js";
import * as emergency from "../emergency.js";
import * as made from "../package.js";
import { memberOf } from "../headers.js";
import { countsOn, ROLE, verifyRecords } from "../people.js";
import { Refusal } from "../refusal.js";
import { random } from "../sodium.js";
import { nameOf, nameOfReader } from "../talks.js";
import { writeBody } from "../body.js";
import { writable } from "./writing.js";

/** @import { KeyRecord, PersonJson, RelationshipJson } from "../shapes.d.ts" */
/** @typedef {import("../sealed-core.js").Core} Core */
/** @typedef {import("../package.js").Package} Package */
/** @typedef {{account_id: string, key_records: any, endorsement?: any}} Row somebody, as the house hands them out */

const { SUBJECT, DISCLOSER, RECIPIENT } = made.PART;

/** Supervisors whom the programme stands behind today; others are left out. @param {Core} core @param {{people: Row[], today: number}} args */
export function supervisors(core, { people, today }) {
	core.checkTrusted();
	const shown = people.flatMap((row) => {
		try {
			return [{ account_id: row.account_id, name: verifiedSupervisor(core, row, today).name }];
		} catch (refusal) {
			if (refusal instanceof Refusal) return [];
			throw refusal;
		}
	});
	return { people: shown };
}

/**
 * Signs and seals what is told. `terms` are those of docs/consent.md but for what is filled in here; `lines` are lines as they were
 * looked at: one that says something else by now is refused, and so is another name of whoever is told, or of whoever tells.
 * `relationship`: with the one who tells, who reads the talk now; with three that may be either.
 * @param {Core} core
 * @param {{relationship: RelationshipJson, conv: string, to: Row | null, before: any, supersedes?: any, terms: any, words: string, lines: {id: string, b: string, name?: string}[], day: number}} args
 */
export function sealTelling(
	core,
	{ relationship, conv, to, before, supersedes = null, terms, words, lines, day },
) {
	core.checkTrusted();
	const ben = knownPerson(core, relationship.other);
	if (ben.lock !== "same") throw new Refusal("lock-renewed");
	if (!readsNow(core.talk(conv), relationship.other.account_id)) throw new Refusal("not-verified");
	if (terms.byName !== namedBy(core, relationship, ben.records, conv)) throw new Refusal("name-moved");
	/** @type {Map<number, KeyRecord>} */
	const records = new Map([
		[SUBJECT, newest(core.place.records)],
		[DISCLOSER, ben.record],
	]);
	if (to !== null) records.set(RECIPIENT, namedSupervisor(core, to, day, terms.to.name));
	const told = lines.map((shown) => toldLine(core, conv, shown, terms));
	const instead = supersedes === null ? new Uint8Array(0) : made.readPackage(supersedes).termsHash;
	const sealed = made.sealPackage(core.place.ik.secretKey, {
		...{ home: core.programme.home, id: random(16), conv: fromText(conv, 16), records },
		terms: termsOf(terms, { ben: ben.record, told, day, instead }),
		content: { b: words, salt: random(16), lines: told.map(({ line }) => line) },
		...(before === null ? {} : { before: made.readPackage(before) }),
	});
	return {
		payload: payloadOf(sealed),
		link: sealed.link === undefined ? null : toText(sealed.link),
	};
}

/** A draft for the other to see, in the place of the one before; `{}` puts it away. Nothing of it is signed as a consent. @param {Core} core @param {{conv: string, draft: import("../share.js").Draft | {}, ts: number, today: number}} args */
export function sealShare(core, { conv, draft, ts, today }) {
	const talk = writable(core, conv, today);
	const body = writeBody({ draft, sc: core.place.book.count(), t: "share", ts });
	return talk.writer.write(body, checkedDay(today));
}

/**
 * What one signed, told, or is told: opened as far as one's keys go. `fits` says whether all that should hold does.
 * @param {Core} core @param {{tellings: any[], people: Row[]}} args
 */
export function readTellings(core, { tellings, people }) {
	const rows = tellings.map((row) => readTelling(core, row, people));
	const mine = tellings.map((row) => made.readPackage(row.package)).filter((p) => isMe(core, p, SUBJECT));
	return { tellings: rows, whole: isWhole(mine, core.programme.home) };
}

/** What is told, in full. @param {Core} core @param {{row: any, told: string, wrap: string}} args */
export function openTold(core, { row, told, wrap }) {
	const p = made.readPackage(row.package);
	const terms = termsIn(core, p, row);
	const key = made.openKey(p, made.BOX.TOLD, fromText(wrap), reader(core, p));
	return contentView(made.openTold(p, fromText(told), key, terms, core.programme.home));
}

/** What to show at the door of a link; needs no place. @param {Core} _core @param {{text: string}} args */
export function knock(_core, { text }) {
	const { id, secret } = linkIn(text);
	return { id: toText(id), door: toText(made.doorOf(secret, id)) };
}

/** What a link opens; needs no place. @param {Core} core @param {{text: string, found: any}} args */
export function openLinked({ programme: { home } }, { text, found }) {
	const p = made.readPackage(found.package);
	const keys = made.openLink(p, fromText(text), fromText(found.link_box), home);
	const client = /** @type {made.Reader} */ (made.readerOf(p, SUBJECT));
	const records = verifyRecords(found.key_records, client.accountId);
	made.verifyPackage(p, { home, client: named(records, client) });
	const terms = made.openTerms(p, fromText(found.consent), keys.consent, home);
	const content = made.openTold(p, fromText(found.told), keys.told, terms, home);
	return { terms: termsView(terms), content: contentView(content) };
}

/**
 * A specialist enters that they told somebody outside.
 * @param {Core} core
 * @param {{relationship: RelationshipJson, conv: string, supervisor: Row | null, reason: number, told: number, look_on: number, words: {whom: string, what: string, why: string}, day: number}} args
 */
export function sealEmergency(core, { relationship, conv, supervisor, reason, told, look_on, words, day }) {
	core.checkTrusted();
	const ada = knownPerson(core, relationship.other);
	if (ada.lock !== "same") throw new Refusal("lock-renewed");
	/** @type {Map<number, KeyRecord>} */
	const records = new Map([
		[SUBJECT, ada.record],
		[DISCLOSER, newest(core.place.records)],
	]);
	if (supervisor !== null) records.set(RECIPIENT, verifiedSupervisor(core, supervisor, day).record);
	const draft = {
		id: random(16),
		conv: fromText(conv, 16),
		reason,
		told,
		day: checkedDay(day),
		lookOn: look_on,
	};
	const sealed = emergency.sealEmergency(
		core.place.ik.secretKey,
		draft,
		{ ...words, salt: random(16) },
		{ home: core.programme.home, records },
	);
	return {
		payload: {
			entry: emergency.emergencyJson(sealed.entry),
			words: toText(sealed.box),
			wraps: sealed.wraps.map(({ accountId, wrap }) => ({
				account_id: toText(accountId),
				wrap: toText(wrap),
			})),
		},
	};
}

/** Entries that concern me, opened. @param {Core} core @param {{emergencies: any[], people: Row[], relationships?: RelationshipJson[]}} args */
export function readEmergencies(core, { emergencies, people, relationships = [] }) {
	return { emergencies: emergencies.map((row) => readEmergency(core, row, people, relationships)) };
}

/** @param {Core} core @param {any} row @param {Row[]} people */
function readTelling(core, row, people) {
	const p = made.readPackage(row.package);
	const part = p.readers.find(({ accountId }) => equal(accountId, core.place.accountId))?.part ?? 0;
	const known = {
		id: row.package.id,
		conv: row.package.conv,
		n: p.n,
		part,
		from: p.fromDay,
		until: p.untilDay,
		day: p.day,
		kind: p.kind,
	};
	const since = { openedOn: row.opened_on, endedOn: row.ended_on, endedBy: row.ended_by };
	const byLink = !equal(p.door, ZEROS32);
	try {
		verifyMade(core, p, people);
		return { ...known, ...since, byLink, fits: true, terms: termsView(termsIn(core, p, row)) };
	} catch (refusal) {
		if (refusal instanceof Refusal) return { ...known, ...since, byLink, fits: false, terms: null };
		throw refusal;
	}
}

/** @param {Core} core @param {Package} p @param {Row[]} people */
function verifyMade(core, p, people) {
	const client = /** @type {made.Reader} */ (made.readerOf(p, SUBJECT));
	const records = recordsOf(core, client.accountId, people);
	made.verifyPackage(p, { home: core.programme.home, client: named(records, client) });
}

/** @param {Core} core @param {any} row @param {Row[]} people @param {RelationshipJson[]} relationships */
function readEmergency(core, row, people, relationships) {
	const entry = emergency.readEmergency(row.entry);
	const mine = entry.readers.find(({ accountId }) => equal(accountId, core.place.accountId));
	const shown = {
		...{
			id: row.entry.id,
			conv: row.entry.conv,
			reason: entry.reason,
			told: entry.told,
			day: entry.day,
			lookOn: entry.lookOn,
		},
		...{ part: mine?.part ?? 0, toldOn: row.told_on, confirmedOn: row.confirmed_on },
		...{ here: row.confirmed_here, wishesTalk: row.wishes_talk },
	};
	try {
		const by = /** @type {made.Reader} */ (entry.readers.find(({ part }) => part === DISCLOSER));
		const { home } = core.programme;
		const records = recordsOf(core, by.accountId, people);
		emergency.verifyEmergency(entry, { home, specialist: named(records, by) });
		if (mine?.part !== DISCLOSER) checkSpecialist(core, by.accountId, people, records);
		if (mine?.part === SUBJECT) checkWalksWithMe(core, row.entry.conv, toText(by.accountId), relationships);
		const { whom, what, why } = emergency.openEmergency(
			entry,
			fromText(row.words),
			fromText(row.wrap),
			readerAs(core, /** @type {made.Reader} */ (mine)),
		);
		return { ...shown, fits: true, words: { whom, what, why } };
	} catch (refusal) {
		if (refusal instanceof Refusal) return { ...shown, fits: false, words: null };
		throw refusal;
	}
}

/** An entry is a specialist's, and nobody else's. @param {Core} core @param {Uint8Array} id @param {Row[]} people @param {KeyRecord[]} records */
function checkSpecialist(core, id, people, records) {
	const row = people.find(({ account_id }) => account_id === toText(id));
	if (onceEndorsed(core, row?.endorsement, records).role !== ROLE.SPECIALIST)
		throw new Refusal("not-verified");
}

/** Of this talk: they signed a promise with me for it. @param {Core} core @param {string} conv @param {string} id @param {RelationshipJson[]} relationships */
function checkWalksWithMe(core, conv, id, relationships) {
	const isOurs = relationships.some(
		(one) =>
			one.mine === "client" &&
			one.other.account_id === id &&
			one.conversations.some((row) => row.conv === conv) &&
			signedBy(core, one).theirs,
	);
	if (!isOurs) throw new Refusal("not-verified");
}

/** Somebody's records: my own, or verified and as the list of who is who has them. @param {Core} core @param {Uint8Array} id @param {Row[]} people */
function recordsOf(core, id, people) {
	if (equal(id, core.place.accountId)) return core.place.records;
	const row = people.find(({ account_id }) => account_id === toText(id));
	if (row === undefined) throw new Refusal("key-record");
	const { records } = knownPerson(core, row);
	checkOther(core.readableLog, records);
	return records;
}

/** @param {KeyRecord[]} records @param {made.Reader} reader */
function named(records, { krHash }) {
	const found = records.find(({ hash }) => equal(hash, krHash));
	if (found === undefined) throw new Refusal("key-record");
	return found;
}

/** @param {Core} core @param {Row} row @param {number} day */
function verifiedSupervisor(core, row, day) {
	const { records, record, lock } = knownPerson(core, row);
	const e = endorsementOf(core, row.endorsement, records);
	if (e.role !== ROLE.SUPERVISOR || !countsOn(e, checkedDay(day)) || lock !== "same")
		throw new Refusal("not-verified");
	checkOther(core.readableLog, records);
	checkEndorsed(core.readableLog, core.programme.home, e);
	return { record, name: e.display_name };
}

/** @param {Core} core @param {Row} row @param {number} day @param {string} shown the name that was looked at */
function namedSupervisor(core, row, day, shown) {
	const { record, name } = verifiedSupervisor(core, row, day);
	if (name !== shown) throw new Refusal("reader-moved");
	return record;
}

/** Does the newest header name them? @param {import("../sealed-core.js").Talk} talk @param {string} id */
const readsNow = ({ conversation: { headers } }, id) =>
	headers.newest !== undefined && memberOf(headers.newest.header, fromText(id, 16)) !== undefined;

/** What the programme calls whoever tells. @param {Core} core @param {RelationshipJson} r @param {KeyRecord[]} records @param {string} conv */
const namedBy = (core, { other: { endorsement } }, records, conv) =>
	endorsement ? onceEndorsed(core, endorsement, records).display_name : nameOf(core, core.talk(conv));

/** @param {Core} core @param {Package} p @param {number} part */
const isMe = (core, p, part) => {
	const one = made.readerOf(p, part);
	return one !== undefined && equal(one.accountId, core.place.accountId);
};

/** @param {Package[]} mine @param {Uint8Array} home */
function isWhole(mine, home) {
	try {
		made.checkFollows(mine, home);
		return true;
	} catch {
		return false;
	}
}

/** @param {Core} core @param {Package} p @param {any} row */
function termsIn(core, p, row) {
	const key = made.openKey(p, made.BOX.CONSENT, fromText(row.wrap), reader(core, p));
	return made.openTerms(p, fromText(row.consent), key, core.programme.home);
}

/** @param {Core} core @param {Package} p */
function reader(core, p) {
	const mine = p.readers.find(({ accountId }) => equal(accountId, core.place.accountId));
	if (mine === undefined) throw new Refusal("not-opened");
	return readerAs(core, mine);
}

/** My own keys of the generation it was sealed to. @param {Core} core @param {made.Reader} mine */
function readerAs({ programme, place }, mine) {
	const record = named(place.records, mine);
	const ekSeed = place.ekSeeds.get(record.gen);
	if (ekSeed === undefined) throw new Refusal("not-opened");
	return { home: programme.home, record, ekSeed };
}

/** A copy without proof, and what pins the line in the consent. @param {Core} core @param {string} conv @param {{id: string, b: string, name?: string}} shown @param {any} terms */
function toldLine(core, conv, { id, b, name: shown }, terms) {
	const talk = core.talk(conv);
	const { said } = talk.conversation.reading;
	const line = said.line(id);
	const name = writerOf(core, talk, line, terms).slice(0, 40);
	if (line.text !== b || (shown ?? name) !== name) throw new Refusal("line-moved");
	const { ctx } = said.proof(id);
	const day = Math.floor((line.ts ?? 0) / 86_400_000);
	return { line: { msgId: fromText(id, 16), name, day, b: line.text }, fc: ctx.fc };
}

/** Who wrote a line: with three people it is not always who tells. @param {Core} core @param {import("../sealed-core.js").Talk} talk @param {{from: string, by: string}} line @param {any} terms */
function writerOf(core, talk, { from, by }, { person, byName }) {
	if (from === "me") return person;
	return talk.company.size > 1 ? (nameOfReader(core, talk, by) ?? byName) : byName;
}

/** @param {any} terms @param {{ben: KeyRecord, told: {line: {msgId: Uint8Array}, fc: Uint8Array}[], day: number, instead: Uint8Array}} known @returns {import("../consent.js").Terms} */
const termsOf = (terms, { ben, told, day, instead }) => ({
	...terms,
	...{ byId: ben.accountId, day: checkedDay(day), how: PRESSED, salt: random(16), textVer: 1 },
	lines: told.map(({ line, fc }) => [line.msgId, fc]),
	...{ signsFor: terms.signsFor ?? null, witness: terms.witness ?? "", supersedes: instead },
});

/** @param {any} sealed */
const payloadOf = (sealed) => ({
	package: made.packageJson(sealed.package),
	...{ told: toText(sealed.told), consent: toText(sealed.consent) },
	wraps: sealed.wraps.map((/** @type {any} */ one) => ({
		...{ account_id: toText(one.accountId), box: one.box, wrap: toText(one.wrap) },
	})),
	link_box: sealed.linkBox === undefined ? "" : toText(sealed.linkBox),
});

/** @param {import("../consent.js").Terms} terms */
const termsView = (terms) => ({
	...{
		person: terms.person,
		byName: terms.byName,
		to: terms.to,
		what: terms.what,
		leavesOut: terms.leavesOut,
	},
	...{ laws: terms.laws, basis: terms.basis, help: terms.readingHelp },
	...{ purpose: terms.purpose, why: terms.purposeWords, from: terms.fromDay, until: terms.untilDay },
	...{ signsFor: terms.signsFor, witness: terms.witness, supersedes: terms.supersedes.length > 0 },
	...{ texts: terms.texts, lang: terms.lang, day: terms.day, inside: terms.to.type === TO.INSIDE },
});

/** @param {import("../consent.js").Content} content */
const contentView = ({ b, lines }) => ({
	b,
	lines: lines.map((one) => ({ name: one.name, day: one.day, b: one.b })),
});

/** @param {string} text */
function linkIn(text) {
	try {
		return made.readLink(fromText(text));
	} catch {
		throw new Refusal("link-form");
	}
}

/** @param {KeyRecord[]} records */
const newest = (records) => /** @type {KeyRecord} */ (records.at(-1));
