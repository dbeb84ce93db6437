// Concerns: sealed to officers here, opened by them and by whoever raised one (envelope.md, section 19).

import { knownPerson, onceEndorsed } from "../acquaintance.js";
import { checkOther } from "../audit.js";
import { readBody } from "../body.js";
import { compare, equal, fromText, toText } from "../bytes.js";
import { wordsOfCard } from "../card-words.js";
import { checkedDay } from "../day.js";
import { KIND } from "../entry.js";
import { officerName, readersFor, rememberSigned } from "../letter-readers.js";
import { checked, checkedIn, letterOf, mine, namedIn, opened, reading, readersOf } from "../letters.js";
import { ROLE } from "../people.js";
import { Refusal } from "../refusal.js";
import * as made from "../report.js";
import { LETTER, MEASURE } from "../report-letter.js";
import { contextOf, eraseOf, lineOf } from "../report-line.js";
import { random } from "../sodium.js";
import { keptProof } from "./documents.js";

/** @import { KeyRecord } from "../shapes.d.ts" */
/** @typedef {import("../sealed-core.js").Core} Core */
/** @typedef {import("../letters.js").Row} Row */
/** @typedef {{on: string, does: number, days: number, rule: string}} Says what a letter about a measure says beside its words */
/** @typedef {{about: number, on: string[], conv: string, lines: string[], kept?: string[], words: string, day: number}} Said `lines`: ids of messages in the talk `conv`; `kept`: documents, each a line of it that was kept as proof */

/** What officers alone write. @type {readonly number[]} */
const OFFICERS = [LETTER.ANSWER, LETTER.NOTE, MEASURE.SET, MEASURE.SECOND, MEASURE.DECISION];

/** The officers whose keys and endorsement hold today; others are left out. @param {Core} core @param {{people: Row[], today: number}} args */
export function concernOfficers(core, { people, today }) {
	core.checkTrusted();
	return { officers: officersIn(core, people, today).map(({ row, name }) => ({ id: row.account_id, name })) };
}

/**
 * By what name the programme stood behind each of these, whatever as; whose keys or paper do not hold has none.
 * @param {Core} core @param {{people: Row[]}} args
 */
export function concernNames(core, { people }) {
	return { names: Object.fromEntries(people.flatMap((row) => nameOf(core, row))) };
}

/**
 * A report, with the copy its writer keeps. Sealed to the officers who were shown, and to no others.
 * @param {Core} core @param {{said: Said, people: Row[], to: string[]}} args `to`: account ids
 */
export function sealConcern(core, { said, people, to }) {
	core.checkTrusted();
	const { about, words, day } = said;
	const officers = officersIn(core, people, day).filter(({ row }) => to.includes(row.account_id));
	if (officers.length !== to.length) throw new Refusal("readers-moved");
	const records = officers.map(({ record }) => record).toSorted(byAccount);
	const [me, id] = [mine(core), random(16)];
	const on = said.on.map((one) => fromText(one, 16)).toSorted(compare);
	const conv = said.conv === "" ? new Uint8Array(0) : fromText(said.conv, 16);
	const lines = [
		...said.lines.flatMap((line) => linesOf(core, said.conv, line)),
		...(said.kept ?? []).flatMap((kept) => keptOf(core, said.conv, kept)),
	];
	const sealed = made.sealReport({ about, b: words, on, conv, day: checkedDay(day) }, eachOnce(lines), {
		home: core.programme.home,
		id,
		reporter: me,
		ikSecret: core.place.ik.secretKey,
		officers: records,
	});
	const own = letterOf(core, { report: id, sort: LETTER.OWN, b: words, day, records: [me] });
	return {
		payload: {
			...{ id: toText(id), boxes: sealed.boxes.map(toText), own },
			readers: readersOf(sealed.cover.readers, sealed.wraps),
		},
	};
}

/**
 * A letter about a concern, or about a measure. To others than oneself it goes to exactly `people`, or to nobody:
 * officers whom the programme stands behind that day, and the one more whom a signed paper names.
 * @param {Core} core @param {{report: string, sort: number, words: string, day: number, people: Row[], measured?: Says | null}} args `report`: the id of either; "" draws the id of a new measure
 */
export function sealConcernLetter(core, { report, sort, words, day, people, measured = null }) {
	core.checkTrusted();
	const others = people.filter(({ account_id }) => account_id !== core.place.id);
	const records = [mine(core), ...readersFor(core, others, { id: report, sort, day, measured })];
	const about = report === "" ? random(16) : fromText(report, 16);
	const said = measured === null ? null : { ...measured, on: fromText(measured.on, 16) };
	return {
		id: toText(about),
		payload: letterOf(core, { report: about, sort, b: words, day, said, records }),
	};
}

/**
 * What one may read of a concern; for an officer all of it, each line proven with the keys of `people`. Of a measure its letters.
 * @param {Core} core @param {{whole: any, people?: Row[]}} args `whole`: the answer of GET /api/concerns/{id} or /api/measures/{id}
 */
export function readConcern(core, { whole, people = [] }) {
	const letters = whole.letters.map((/** @type {any} */ row) => readLetter(core, whole, row));
	const isSealed = (whole.wrap ?? "") !== "";
	const { report, fits } = isSealed ? readReport(core, whole, people) : { report: null, fits: true };
	return { letters, report, fits };
}

/** Whose keys an officer's room has to ask for, to open a report. @param {Core} core @param {{whole: any}} args */
export function concernPeople(core, { whole }) {
	const reporter = checkedIn(core, whole.people, whole.concern.from_id);
	const ids = made.namedIn(...sealedIn(core, whole), { ...reading(core), reporter: reporter.record });
	rememberReport(core, whole);
	return { ids: [...new Set(ids.map(toText))] };
}

/** @param {Core} core @param {any} whole @param {Row[]} people */
function readReport(core, whole, people) {
	try {
		const reporter = checkedIn(core, whole.people, whole.concern.from_id);
		const writers = people.map((row) => checked(core, row).records);
		const by = {
			...reading(core),
			reporter: reporter.record,
			people: [reporter.records, ...writers],
		};
		const { words, lines } = made.openReport(...sealedIn(core, whole), by);
		rememberReport(core, whole);
		return { fits: true, report: shown(words, lines) };
	} catch (refusal) {
		if (refusal instanceof Refusal) return { fits: false, report: null };
		throw refusal;
	}
}

/** Who raised it and whom it is sealed to, once the signature under both holds. @param {Core} core @param {any} whole */
function rememberReport(core, { concern, readers }) {
	const to = readers.map((/** @type {any} */ { account_id }) => account_id);
	rememberSigned(core, concern.id, { also: concern.from_id, readers: to });
}

/** @param {Core} core @param {any} whole @returns {[made.Cover, Uint8Array[], Uint8Array]} cover, boxes and one's own wrap */
const sealedIn = (core, { concern, readers, boxes, wrap }) => [
	{
		home: core.programme.home,
		id: fromText(concern.id, 16),
		fromId: fromText(concern.from_id, 16),
		readers: namedIn(readers),
		count: boxes.length - 1,
	},
	boxes.map((/** @type {string} */ box) => fromText(box)),
	fromText(wrap),
];

/** @param {import("../report.js").Words} words @param {import("../report-line.js").ReportLine[]} lines */
const shown = ({ about, b, on, conv, day }, lines) => ({
	...{ about, b, day, on: on.map(toText), conv: toText(conv) },
	lines: lines.map((line) => ({
		...{ n: line.n, from: toText(line.entry.sender), hAad: toText(contextOf(line)) },
		...wordsIn(line.entry.kind, line.body),
		...backFrom(line, lines),
	})),
});

/** By which line of the report it was taken back. @param {import("../report-line.js").ReportLine} line @param {import("../report-line.js").ReportLine[]} lines @returns {{back?: number}} */
function backFrom({ n, entry }, lines) {
	const by = lines.find(({ targets }) => targets.some((one) => one.n === n && equal(one.msgId, entry.msgId)));
	return by === undefined ? {} : { back: by.n };
}

/** @param {number} kind @param {Uint8Array} body */
function wordsIn(kind, body) {
	if (kind === KIND.ERASE) return { t: "erase", b: "" };
	const said = /** @type {any} */ (readBody(body, kind));
	return { t: said.t, b: typeof said.b === "string" ? said.b : wordsOfCard(said.card) };
}

/** @param {Core} core @param {any} whole @param {any} row */
function readLetter(core, whole, row) {
	const known = { id: row.id, sort: row.sort, from: row.from_id, day: row.said_on };
	const about = whole.concern ?? whole.measure;
	try {
		const sender = checkedIn(core, whole.people, row.from_id);
		const isTheirs = row.from_id === (about.from_id ?? about.on) && !OFFICERS.includes(row.sort);
		if (!isTheirs) checkOfficer(core, whole, row.from_id, sender);
		const { b, day, said } = opened(core, { about: fromText(about.id, 16), row, from: sender });
		const says = said && "does" in said && { ...said, on: toText(said.on) };
		if (says && row.sort === MEASURE.SET) rememberSigned(core, about.id, { also: says.on, readers: null });
		return { ...known, fits: true, b, day, ...(says && { says }) };
	} catch (refusal) {
		if (refusal instanceof Refusal) return { ...known, fits: false, b: "" };
		throw refusal;
	}
}

/** An answer is an officer's, who was a reader of the report; what is said of a measure too. @param {Core} core @param {any} whole @param {string} id @param {{records: KeyRecord[], row: Row}} sender */
function checkOfficer(core, whole, id, { records, row }) {
	const reads = whole.readers?.some((/** @type {any} */ one) => one.account_id === id) ?? true;
	if (!reads || onceEndorsed(core, row.endorsement, records).role !== ROLE.SAFETY)
		throw new Refusal("not-verified");
}

/** A message and its other words, each with its proof, and what took it back. @param {Core} core @param {string} conv @param {string} id */
function linesOf(core, conv, id) {
	const { parts, back } = core.talk(conv).conversation.reading.said.proofs(id);
	return [...parts.map(({ n, proof }) => lineOf(n, proof)), ...backIn(back)];
}

/** As the talk has it, or as it was kept, with what took it back since. @param {Core} core @param {string} conv @param {string} docId */
function keptOf(core, conv, docId) {
	const { n, ctx, ...proof } = keptProof(core, docId);
	const said = core.talks.get(conv)?.conversation.reading.said;
	const id = toText(ctx.msgId);
	if (said?.holds(id)) return linesOf(core, conv, id);
	return [lineOf(n, { ...proof, ctx: { ...ctx, n } }), ...backIn(said?.backOf(n) ?? null)];
}

/** In their order: one erase may take back several of them. @param {import("../report-line.js").ReportLine[]} lines */
const eachOnce = (lines) =>
	[...new Map(lines.map((line) => [line.n, line])).values()].toSorted((one, other) => one.n - other.n);

/** @param {import("../erase.js").Paper | null} back */
const backIn = (back) => (back === null ? [] : [eraseOf(back.entry.n, back.entry, back.ik)]);

/** @param {Core} core @param {Row[]} people @param {number} today */
function officersIn(core, people, today) {
	return people.flatMap((row) => {
		try {
			if (row.account_id === core.place.id) return [];
			const found = checked(core, row);
			const name = officerName(core, found, today);
			return name === null ? [] : [{ row, record: found.record, name }];
		} catch (refusal) {
			if (refusal instanceof Refusal) return [];
			throw refusal;
		}
	});
}

/** Another lock since changes nothing about whose name it is. @param {Core} core @param {Row} row @returns {[string, string][]} */
function nameOf(core, row) {
	const { place } = core;
	try {
		const isMe = row.account_id === place.id;
		const { records } = isMe ? place : knownPerson(core, row);
		if (!isMe) checkOther(core.readableLog, records);
		return [[row.account_id, onceEndorsed(core, row.endorsement, records).display_name]];
	} catch (refusal) {
		if (refusal instanceof Refusal) return [];
		throw refusal;
	}
}

/** @param {KeyRecord} one @param {KeyRecord} other */
const byAccount = (one, other) => compare(one.accountId, other.accountId);
