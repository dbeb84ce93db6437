// What follows a concern's report: sealed letters between who reports and its officers (envelope.md, section 19).

import { compare, concat, equal, sized } from "./bytes.js";
import { h, labelled } from "./hash.js";
import { pad, unpad } from "./pad.js";
import { Refusal } from "./refusal.js";
import { readersRow } from "./report.js";
import { open, seal } from "./seal.js";
import { random, sign, unwrap, verify, wipe, wrap } from "./sodium.js";
import { fieldsOf, parseJson, writeJson } from "./strict-json.js";

/** @import { KeyRecord } from "./shapes.d.ts" */
/** @typedef {import("./report.js").Officer} Officer */
/** @typedef {{home: Uint8Array, report: Uint8Array, id: Uint8Array, sort: number, fromId: Uint8Array, readers: Officer[]}} Envelope what a server sees; who writes reads it too */

export const LETTER = Object.freeze({ OWN: 1, ADDED: 2, ANSWER: 3, NOTE: 4 });
const MOST_READERS = 9;
const LONGEST_WORDS = 4_000;
const WRAP = 112;
const TYPE = "concern-letter";
const FIELDS = { b: "text", day: "int", t: "text" };

/**
 * Sealed to these records, in the order of their account ids.
 * @param {Omit<Envelope, "readers">} to @param {{b: string, day: number}} words @param {{ikSecret: Uint8Array, readers: KeyRecord[]}} by
 */
export function sealLetter(to, { b, day }, { ikSecret, readers }) {
	const ascending = readers.toSorted((one, other) => compare(one.accountId, other.accountId));
	const named = ascending.map((one) => ({ accountId: one.accountId, krHash: one.hash }));
	/** @type {Envelope} */
	const envelope = { ...to, readers: named };
	checkWords(b);
	const [of, key] = [letterContext(envelope), random(32)];
	const body = writeJson({ b, day, t: TYPE });
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
 * The words and their day; refused unless the sender signed exactly this letter.
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
	const { b, day, t } = fieldsOf(parseJson(body), FIELDS);
	need(t === TYPE, "type");
	checkWords(b);
	return { b: /** @type {string} */ (b), day: /** @type {number} */ (day) };
}

/** What box, wraps and signature are bound to. @param {Envelope} envelope */
export function letterContext({ home, report, id, sort, fromId, readers }) {
	const ids = readers.map(({ accountId }) => accountId);
	const ascend = ids.every((one, i) => i === 0 || compare(/** @type {Uint8Array} */ (ids[i - 1]), one) < 0);
	need(ascend && ids.length <= MOST_READERS, "readers");
	need(
		ids.some((one) => equal(one, fromId)),
		"readers",
	);
	need(/** @type {number[]} */ (Object.values(LETTER)).includes(sort), "sort");
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

/** @param {string} b */
function checkWords(b) {
	const { length } = [...b];
	need(length >= 1 && length <= LONGEST_WORDS, "words");
}

/** @param {Uint8Array} accountId @param {Uint8Array} krHash @param {Uint8Array} of */
const bound = (accountId, krHash, of) => h("pse1/wrap", "report-letter", accountId, krHash, of);

/** @param {boolean} holds @param {string} what */
function need(holds, what) {
	if (!holds) throw new Refusal("report", what);
}
