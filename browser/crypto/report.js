// A concern's report: sealed to two or more safety officers, never to whom it is about (envelope.md, section 19).

import { compare, concat, equal, fromText, sized, toText } from "./bytes.js";
import { readBody } from "./body.js";
import { KIND } from "./entry.js";
import { h, labelled } from "./hash.js";
import { pad, unpad } from "./pad.js";
import { countsOn, ROLE, verifyEndorsement } from "./people.js";
import { Refusal } from "./refusal.js";
import { checkWriter, readLine, writeLine } from "./report-line.js";
import { open, seal } from "./seal.js";
import { random, sign, unwrap, verify, wipe, wrap } from "./sodium.js";
import { fieldsOf, parseJson, writeJson } from "./strict-json.js";

/** @import { KeyRecord } from "./shapes.d.ts" */
/** @typedef {import("./report-line.js").ReportLine} ReportLine */
/** @typedef {{accountId: Uint8Array, krHash: Uint8Array}} Officer */
/** @typedef {{home: Uint8Array, id: Uint8Array, fromId: Uint8Array, readers: Officer[], count: number}} Cover what a server sees */
/** @typedef {{about: number, b: string, on: Uint8Array[], conv: Uint8Array, day: number}} Words about what, of whom (`on`), in which talk or circle */

export const ABOUT = Object.freeze({ MESSAGE: 1, PERSON: 2, CIRCLE: 3, PROGRAMME: 4 });
const [FEWEST_READERS, MOST_READERS, MOST_LINES, MOST_PEOPLE] = [2, 8, 50, 20];
const LONGEST_WORDS = 4_000;
const WRAP = 112;
const TYPE = "concern-report";
const FIELDS = { about: "int", b: "text", conv: "text", day: "int", on: "list", t: "text" };

/**
 * The newest records of the safety officers who may read it, ascending; refused if fewer than two are left.
 * @param {{records: KeyRecord[], endorsement: unknown}[]} people their records verified
 * @param {{home: Uint8Array, roster: Uint8Array, day: number, apart: Uint8Array[]}} by apart: whom it is about, and who reports
 */
export function eligible(people, { home, roster, day, apart }) {
	const found = people.flatMap(({ records, endorsement }) => {
		const named = verifyEndorsement(endorsement, { home, roster, records });
		const newest = /** @type {KeyRecord} */ (records.at(-1));
		const isApart = apart.some((one) => equal(one, newest.accountId));
		return named.role === ROLE.SAFETY && countsOn(named, day) && !isApart ? [newest] : [];
	});
	const ascending = found.toSorted((one, other) => compare(one.accountId, other.accountId));
	const each = ascending.filter(
		(one, i) =>
			i === 0 || compare(one.accountId, /** @type {KeyRecord} */ (ascending[i - 1]).accountId) !== 0,
	);
	need(each.length >= FEWEST_READERS, "officers");
	return each.slice(0, MOST_READERS);
}

/**
 * Refused for what no officer would take; `officers` come from `eligible`.
 * @param {Words} words @param {ReportLine[]} lines
 * @param {{home: Uint8Array, id: Uint8Array, reporter: KeyRecord, ikSecret: Uint8Array, officers: KeyRecord[]}} by
 */
export function sealReport(words, lines, { home, id, reporter, ikSecret, officers }) {
	const readers = officers.map((one) => ({ accountId: one.accountId, krHash: one.hash }));
	/** @type {Cover} */
	const cover = { home, id, fromId: reporter.accountId, readers, count: lines.length };
	checkWhole(cover, words, lines);
	const [of, key] = [contextOf(cover), random(32)];
	const [said, written] = [writeWords(words), lines.map(writeLine)];
	const pieces = [concat(sign(ikSecret, signed(of, said, written)), said), ...written];
	const boxes = pieces.map((piece, at) => seal(key, aadOf(of, at), pad(piece)));
	const wraps = officers.map((one) => ({
		accountId: one.accountId,
		wrap: wrap(one.ek, concat(bound(one.accountId, one.hash, of), key)),
	}));
	wipe(key);
	return { cover, boxes, wraps };
}

/**
 * What an officer reads; refused unless all of it is the reporter's, and each line proven.
 * @param {Cover} cover @param {Uint8Array[]} boxes @param {Uint8Array} wrapped
 * @param {{me: Uint8Array, keys: {krHash: Uint8Array, seed: Uint8Array}[], reporter: KeyRecord, people: KeyRecord[][]}} by people: the verified records of everybody whose lines are in it
 */
export function openReport(cover, boxes, wrapped, { people, ...by }) {
	const { words, lines } = unproven(cover, boxes, wrapped, by);
	for (const line of lines) checkWriter(line, people.flat());
	checkWhole(cover, words, lines);
	return { words, lines };
}

/**
 * Whom a report names, and whose lines are in it: their records have to be known before it is opened.
 * @param {Cover} cover @param {Uint8Array[]} boxes @param {Uint8Array} wrapped
 * @param {{me: Uint8Array, keys: {krHash: Uint8Array, seed: Uint8Array}[], reporter: KeyRecord}} by
 * @returns {Uint8Array[]}
 */
export function namedIn(cover, boxes, wrapped, by) {
	const { words, lines } = unproven(cover, boxes, wrapped, by);
	return [...words.on, ...lines.map(({ entry }) => entry.sender)];
}

/** Opened, and the reporter's; not yet each line its writer's. @param {Cover} cover @param {Uint8Array[]} boxes @param {Uint8Array} wrapped @param {{me: Uint8Array, keys: {krHash: Uint8Array, seed: Uint8Array}[], reporter: KeyRecord}} by */
function unproven(cover, boxes, wrapped, { me, keys, reporter }) {
	const of = contextOf(cover);
	const mine = cover.readers.find(({ accountId }) => equal(accountId, me));
	const own = mine && keys.find(({ krHash }) => equal(krHash, mine.krHash));
	if (!mine || !own || !equal(reporter.accountId, cover.fromId)) throw new Refusal("not-opened");
	const text = unwrap(own.seed, wrapped);
	const isThis = wrapped.length === WRAP && equal(text.subarray(0, 32), bound(me, mine.krHash, of));
	if (!isThis || boxes.length !== cover.count + 1) throw new Refusal("not-opened");
	const key = text.slice(32);
	const [first, ...written] = boxes.map((box, at) => unpad(open(key, aadOf(of, at), box)));
	wipe(key, text);
	const whole = /** @type {Uint8Array} */ (first);
	const said = whole.slice(64);
	verify(reporter.ik, signed(of, said, written), whole.slice(0, 64));
	return { words: readWords(said), lines: written.map(readLine) };
}

/** Who reads, each with the record that was sealed to. @param {readonly Officer[]} readers */
export function readersRow(readers) {
	const rows = readers.map((one) =>
		labelled("pse1/report-reader", sized(one.accountId, 16), sized(one.krHash, 32)),
	);
	return labelled("pse1/report-readers", ...rows);
}

/** What boxes, wraps and the signature are bound to. @param {Cover} cover */
export function contextOf({ home, id, fromId, readers, count }) {
	need(ascend(readers.map(({ accountId }) => accountId)), "readers");
	need(readers.length >= FEWEST_READERS && readers.length <= MOST_READERS, "readers");
	need(!readers.some(({ accountId }) => equal(accountId, fromId)), "readers");
	need(count <= MOST_LINES, "lines");
	const who = readersRow(readers);
	return h("pse1/report", sized(home, 16), sized(id, 16), sized(fromId, 16), who, count);
}

/** @param {Cover} cover @param {Words} words @param {ReportLine[]} lines */
function checkWhole(cover, words, lines) {
	checkWords(words);
	const writers = lines.map(({ entry }) => entry.sender);
	const isIn = (/** @type {Uint8Array[]} */ ids, /** @type {Uint8Array} */ id) =>
		ids.some((one) => equal(one, id));
	need(!cover.readers.some(({ accountId }) => isIn([...writers, ...words.on], accountId)), "subject");
	need(!isIn(words.on, cover.fromId), "subject");
	need(words.about !== ABOUT.PROGRAMME || lines.length === 0, "lines");
	need(words.about !== ABOUT.MESSAGE || writers.some((id) => isIn(words.on, id)), "lines");
	checkLines(words.conv, lines);
}

/** @param {Words} words */
function checkWords({ about, b, on, conv }) {
	const length = [...b].length;
	need(length >= 1 && length <= LONGEST_WORDS, "words");
	need(/** @type {number[]} */ (Object.values(ABOUT)).includes(about), "about");
	for (const one of on) sized(one, 16);
	need(ascend(on) && on.length <= MOST_PEOPLE, "on");
	need(on.length > 0 || about === ABOUT.PROGRAMME, "on");
	if (conv.length > 0) sized(conv, 16);
	const needsPlace = about === ABOUT.MESSAGE || about === ABOUT.CIRCLE;
	need(conv.length > 0 ? about !== ABOUT.PROGRAMME : !needsPlace, "place");
}

/** @param {Uint8Array} conv @param {ReportLine[]} lines */
function checkLines(conv, lines) {
	const ids = lines.map(({ entry }) => toText(entry.msgId));
	need(
		lines.every(({ n }, i) => n > (lines[i - 1]?.n ?? -1)),
		"order",
	);
	need(lines.every(({ entry }) => equal(entry.conv, conv)) && new Set(ids).size === ids.length, "lines");
	const chosen = new Map(
		lines.filter((one) => aimsOf(one).length === 0).map((one) => [toText(one.entry.msgId), one]),
	);
	for (const line of lines) {
		const aims = aimsOf(line);
		const here = aims.filter(({ to }) => chosen.has(to));
		need(aims.length === 0 || here.length > 0, "aim");
		for (const { to, n } of here) need(isTheirs(line, /** @type {ReportLine} */ (chosen.get(to)), n), "aim");
	}
}

/** The lines that an edit or an erase is about; none for any other. @param {ReportLine} line @returns {{to: string, n: number | null}[]} */
function aimsOf({ entry, body, targets }) {
	if (entry.kind === KIND.ERASE) return targets.map(({ msgId, n }) => ({ to: toText(msgId), n }));
	const said = readBody(body, entry.kind);
	return "to" in said && said.t === "edit" ? [{ to: /** @type {string} */ (said.to), n: null }] : [];
}

/** By who wrote the line, after it, and about it. @param {ReportLine} later @param {ReportLine} line @param {number | null} n */
const isTheirs = (later, line, n) =>
	equal(later.entry.sender, line.entry.sender) && later.n > line.n && (n === null || n === line.n);

/** @param {Words} words */
const writeWords = ({ about, b, on, conv, day }) =>
	writeJson({ about, b, conv: toText(conv), day, on: on.map(toText), t: TYPE });

/** @param {Uint8Array} raw @returns {Words} */
function readWords(raw) {
	const { about, b, conv, day, on, t } = fieldsOf(parseJson(raw), FIELDS);
	need(t === TYPE, "type");
	return { about, b, day, conv: fromText(conv), on: on.map((/** @type {any} */ one) => fromText(one, 16)) };
}

/** @param {Uint8Array} of @param {Uint8Array} said @param {Uint8Array[]} written */
const signed = (of, said, written) =>
	labelled("pse1/report-sig", of, said, ...written.map((one) => h("pse1/report-line", one)));

/** @param {Uint8Array} of @param {number} at */
const aadOf = (of, at) => labelled("pse1/report-box", of, at);

/** @param {Uint8Array} accountId @param {Uint8Array} krHash @param {Uint8Array} of */
const bound = (accountId, krHash, of) => h("pse1/wrap", "report", accountId, krHash, of);

/** @param {Uint8Array[]} ids */
const ascend = (ids) =>
	ids.every((id, i) => i === 0 || compare(/** @type {Uint8Array} */ (ids[i - 1]), id) < 0);

/** @param {boolean} holds @param {string} what */
function need(holds, what) {
	if (!holds) throw new Refusal("report", what);
}
