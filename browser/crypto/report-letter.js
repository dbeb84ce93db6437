// Sealed letters: about a report, about a measure, and about a time to think together (envelope.md, section 19).

import { compare, concat, equal, fromText, sized, toText } from "./bytes.js";
import { h, labelled } from "./hash.js";
import { pad, unpad } from "./pad.js";
import { Refusal } from "./refusal.js";
import { readersRow } from "./report.js";
import { open, seal } from "./seal.js";
import { random, sign, unwrap, verify, wipe, wrap } from "./sodium.js";
import { fieldsOf, parseJson, writeJson } from "./strict-json.js";

/** @import { KeyRecord } from "./shapes.d.ts" */
/** @typedef {import("./report.js").Officer} Officer */
/** @typedef {{home: Uint8Array, report: Uint8Array, id: Uint8Array, sort: number, fromId: Uint8Array, readers: Officer[]}} Envelope what a server sees, `report` being the id of the report, of the measure or of the time to think together; who writes reads it too */
/** @typedef {{on: Uint8Array, does: number, days: number, rule: string}} Measured what a letter about a measure says beside its words: for whom, its kind or outcome, how long (0: no end, or none said), and the rule it rests on */
/** @typedef {{topics: number[], minutes: number}} Reflected what two think about: numbers of the twelve values, ascending, and for how long (0: not said) */
/** @typedef {Measured | Reflected | null} Said */

export const LETTER = Object.freeze({ OWN: 1, ADDED: 2, ANSWER: 3, NOTE: 4 });
export const MEASURE = Object.freeze({ SET: 5, SECOND: 6, APPEAL: 7, DECISION: 8 });
/** What a letter of each sort may do at least and at most: a measure's kind, a yes or no, nothing, an outcome. @type {Record<number, [number, number]>} */
const DOES = { 5: [1, 5], 6: [1, 2], 7: [0, 0], 8: [1, 3] };
/** What a specialist and whoever supports them write to each other. */
export const REFLECTION = 9;
const MOST_DAYS = 90;
const LONGEST_RULE = 400;
const MOST_READERS = 9;
const LONGEST_WORDS = 4_000;
const MOST_TOPICS = 12;
const MOST_MINUTES = 480;
const WRAP = 112;
const FIELDS = { b: "text", day: "int", t: "text" };
const MEASURED = { ...FIELDS, days: "int", does: "int", on: "text", rule: "text" };
const REFLECTED = { ...FIELDS, minutes: "int", topics: "list" };

/**
 * Sealed to these records, in the order of their account ids.
 * @param {Omit<Envelope, "readers">} to @param {{b: string, day: number, said?: Said}} words @param {{ikSecret: Uint8Array, readers: KeyRecord[]}} by
 */
export function sealLetter(to, { b, day, said = null }, { ikSecret, readers }) {
	const ascending = readers.toSorted((one, other) => compare(one.accountId, other.accountId));
	const named = ascending.map((one) => ({ accountId: one.accountId, krHash: one.hash }));
	/** @type {Envelope} */
	const envelope = { ...to, readers: named };
	const [of, key] = [letterContext(envelope), random(32)];
	const body = writeJson(checkedFields(envelope, b, day, said));
	const sig = sign(ikSecret, labelled("pse1/report-letter-sig", of, body));
	const box = seal(key, labelled("pse1/report-letter-box", of), pad(concat(sig, body)));
	const wraps = ascending.map((one) => ({
		accountId: one.accountId,
		wrap: wrap(one.ek, concat(bound(one.accountId, one.hash, of), key)),
	}));
	wipe(key);
	return { envelope, box, wraps };
}

/**
 * The words, their day and what they say of a measure; refused unless the sender signed exactly this letter.
 * @param {Envelope} envelope @param {Uint8Array} box @param {Uint8Array} wrapped
 * @param {{me: Uint8Array, keys: {krHash: Uint8Array, seed: Uint8Array}[], sender: KeyRecord}} by
 */
export function openLetter(envelope, box, wrapped, { me, keys, sender }) {
	const of = letterContext(envelope);
	const mine = envelope.readers.find(({ accountId }) => equal(accountId, me));
	const own = mine && keys.find(({ krHash }) => equal(krHash, mine.krHash));
	if (!mine || !own || !equal(sender.accountId, envelope.fromId)) throw new Refusal("not-opened");
	const text = unwrap(own.seed, wrapped);
	if (wrapped.length !== WRAP || !equal(text.subarray(0, 32), bound(me, mine.krHash, of)))
		throw new Refusal("not-opened");
	const key = text.slice(32);
	const whole = unpad(open(key, labelled("pse1/report-letter-box", of), box));
	wipe(key, text);
	const body = whole.slice(64);
	verify(sender.ik, labelled("pse1/report-letter-sig", of, body), whole.slice(0, 64));
	const fields = /** @type {any} */ (fieldsOf(parseJson(body), fieldsOfSort(envelope.sort)));
	const { b, day } = fields;
	const said = saidIn(envelope.sort, fields);
	need(fields.t === checkedFields(envelope, b, day, said).t, "type");
	return { b: /** @type {string} */ (b), day: /** @type {number} */ (day), said };
}

/** @param {number} sort */
function fieldsOfSort(sort) {
	if (sort === REFLECTION) return REFLECTED;
	return isOfMeasure(sort) ? MEASURED : FIELDS;
}

/** @param {number} sort @param {any} fields @returns {Said} */
function saidIn(sort, { on, does, days, rule, topics, minutes }) {
	if (sort === REFLECTION) return { topics, minutes };
	return isOfMeasure(sort) ? { on: fromText(on, 16), does, days, rule } : null;
}

/** What a body holds; refused for what no letter of its sort says. @param {Envelope} envelope @param {string} b @param {number} day @param {Said} said */
function checkedFields(envelope, b, day, said) {
	need((said !== null && "topics" in said) === (envelope.sort === REFLECTION), "reflection");
	need((said !== null && "does" in said) === isOfMeasure(envelope.sort), "measure");
	if (said !== null && "topics" in said) return reflectionFields(b, day, said);
	const { length } = [...b];
	need(length >= 1 && length <= LONGEST_WORDS, "words");
	return said === null ? { b, day, t: "concern-letter" } : measureFields(envelope, b, day, said);
}

/** @param {string} b @param {number} day @param {Reflected} said */
function reflectionFields(b, day, { topics, minutes }) {
	const { length } = [...b];
	need(length <= LONGEST_WORDS && length + topics.length > 0, "words");
	need(
		topics.every((one, i) => Number.isInteger(one) && one > (topics[i - 1] ?? 0) && one <= MOST_TOPICS),
		"topics",
	);
	need(minutes >= 0 && minutes <= MOST_MINUTES, "minutes");
	return { b, day, minutes, t: "reflection-letter", topics };
}

/** @param {Envelope} envelope @param {string} b @param {number} day @param {Measured} said */
function measureFields({ sort, fromId, readers }, b, day, { on, does, days, rule }) {
	const [least, most] = /** @type {[number, number]} */ (DOES[sort]);
	need(does >= least && does <= most && days >= 0 && days <= MOST_DAYS, "measure");
	need([...rule].length <= LONGEST_RULE && (rule === "" || sort === MEASURE.SET), "measure");
	const reads = readers.some(({ accountId }) => equal(accountId, on));
	need(equal(on, fromId) === (sort === MEASURE.APPEAL), "measure");
	need(reads || (sort !== MEASURE.SET && sort !== MEASURE.DECISION), "measure");
	return { b, day, days, does, on: toText(on), rule, t: "measure-letter" };
}

/** @param {number} sort */
const isOfMeasure = (sort) => sort >= MEASURE.SET && sort <= MEASURE.DECISION;

/** What box, wraps and signature are bound to. @param {Envelope} envelope */
export function letterContext({ home, report, id, sort, fromId, readers }) {
	const ids = readers.map(({ accountId }) => accountId);
	const ascend = ids.every((one, i) => i === 0 || compare(/** @type {Uint8Array} */ (ids[i - 1]), one) < 0);
	need(ascend && ids.length <= MOST_READERS, "readers");
	need(
		ids.some((one) => equal(one, fromId)),
		"readers",
	);
	const isOfReport = /** @type {number[]} */ (Object.values(LETTER)).includes(sort);
	need(isOfReport || isOfMeasure(sort) || sort === REFLECTION, "sort");
	need(sort !== REFLECTION || ids.length === 2, "readers");
	need((sort === LETTER.OWN) === (ids.length === 1), "readers");
	const who = readersRow(readers);
	return h(
		"pse1/report-letter",
		sized(home, 16),
		sized(report, 16),
		sized(id, 16),
		sort,
		sized(fromId, 16),
		who,
	);
}

/** @param {Uint8Array} accountId @param {Uint8Array} krHash @param {Uint8Array} of */
const bound = (accountId, krHash, of) => h("pse1/wrap", "report-letter", accountId, krHash, of);

/** @param {boolean} holds @param {string} what */
function need(holds, what) {
	if (!holds) throw new Refusal("report", what);
}
