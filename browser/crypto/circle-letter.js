// Letters at a circle's door: from one person to one other, sealed and signed (envelope.md, section 7).

import { concat, equal, sized } from "./bytes.js";
import { within } from "./consent.js";
import { h, labelled } from "./hash.js";
import { pad, unpad } from "./pad.js";
import { Refusal } from "./refusal.js";
import { OVERHEAD, open, seal } from "./seal.js";
import { random, sign, unwrap, verify, wipe, wrap } from "./sodium.js";
import { fieldsOf, parseJson, writeJson } from "./strict-json.js";

/** @import { KeyRecord } from "./shapes.d.ts" */
/** @typedef {{home: Uint8Array, conv: Uint8Array, sort: number, fromId: Uint8Array, toId: Uint8Array}} Way between whom it goes, about which circle, and what it is for */
/** @typedef {{b: string, name: string, ts: number}} Words who asks to join also says what they would like to be called */

export const LETTER = Object.freeze({ ASK: 1, WHY: 2, APPEAL: 3, ANSWER: 4 });
/** What the body of each sort calls itself. @type {Record<number, string>} */
const TYPES = { 1: "circle-name", 2: "circle-removed", 3: "circle-appeal", 4: "circle-appeal" };
const WRAP = 112;
const SIZES = [WRAP + OVERHEAD + 1_024, WRAP + OVERHEAD + 4_096];
const [LONGEST_NAME, LONGEST_WORDS] = [40, 2_000];
const FIELDS = { b: "text", name: "text", t: "text", ts: "int" };

/**
 * Sealed to the newest key of its reader.
 * @param {Way} way @param {Words} words @param {{to: KeyRecord, ikSecret: Uint8Array}} by
 */
export function sealLetter(way, { b, name, ts }, { to, ikSecret }) {
	const body = writeJson({ b, name, t: typeOf(way), ts });
	readWords(body, way);
	const [aad, key] = [bound(way, to.hash), random(32)];
	const sig = sign(ikSecret, labelled("pse1/sig", aad, body));
	const letter = concat(
		wrap(to.ek, concat(wrapContext(way, to.hash), key)),
		seal(key, aad, pad(concat(sig, body))),
	);
	wipe(key);
	if (!SIZES.includes(letter.length)) throw new Refusal("too-long");
	return letter;
}

/**
 * What a letter says; refused unless it is this sender's, to this reader, for this.
 * @param {Way} way @param {Uint8Array} letter @param {{keys: {krHash: Uint8Array, seed: Uint8Array}[], sender: KeyRecord}} by keys: the reader's own, by the record each belongs to
 * @returns {Words}
 */
export function openLetter(way, letter, { keys, sender }) {
	if (!SIZES.includes(letter.length) || !equal(sender.accountId, way.fromId)) throw new Refusal("not-opened");
	const { krHash, key } = keyIn(way, letter.slice(0, WRAP), keys);
	const aad = bound(way, krHash);
	const text = unpad(open(key, aad, letter.slice(WRAP)));
	wipe(key);
	const [sig, body] = [text.slice(0, 64), text.slice(64)];
	verify(sender.ik, labelled("pse1/sig", aad, body), sig);
	return readWords(body, way);
}

/** The one of the reader's keys that it was sealed to. @param {Way} way @param {Uint8Array} wrapped @param {{krHash: Uint8Array, seed: Uint8Array}[]} keys */
function keyIn(way, wrapped, keys) {
	for (const { krHash, seed } of keys) {
		const text = orNull(() => unwrap(seed, wrapped));
		if (text !== null && equal(text.subarray(0, 32), wrapContext(way, krHash)))
			return { krHash, key: text.slice(32) };
	}
	throw new Refusal("not-opened");
}

/** @param {Uint8Array} body @param {Way} way @returns {Words} */
function readWords(body, way) {
	const { b, name, t, ts } = /** @type {any} */ (fieldsOf(parseJson(body), FIELDS));
	within(name, LONGEST_NAME);
	within(b, LONGEST_WORDS);
	if (t !== typeOf(way) || (name !== "") !== (way.sort === LETTER.ASK))
		throw new Refusal("malformed", "letter");
	return { b, name, ts };
}

/** @param {Way} way */
function typeOf({ sort }) {
	const type = TYPES[sort];
	if (type === undefined) throw new Refusal("malformed", "sort");
	return type;
}

/** @param {Way} way @param {Uint8Array} toKrHash @returns {import("./bytes.js").Piece[]} */
const pieces = ({ home, conv, sort, fromId, toId }, toKrHash) => [
	...[sized(home, 16), sized(conv, 16), sort, sized(fromId, 16), sized(toId, 16), sized(toKrHash, 32)],
];

/** @param {Way} way @param {Uint8Array} toKrHash */
const bound = (way, toKrHash) => labelled("pse1/circle-letter", ...pieces(way, toKrHash));

/** @param {Way} way @param {Uint8Array} toKrHash */
function wrapContext(way, toKrHash) {
	const context = h("pse1/circle-letter-context", ...pieces(way, toKrHash));
	return h("pse1/wrap", "circle-letter", way.toId, toKrHash, context);
}

/** @template T @param {() => T} deed @returns {T | null} */
function orNull(deed) {
	try {
		return deed();
	} catch {
		return null;
	}
}
