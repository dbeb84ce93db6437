// Entries: what a writer binds into every message (envelope.md, section 8).

import { concat, equal, fromLe64, le64, sized } from "./bytes.js";
import { isEraseBox, rowsOf, targetPieces, targetsOf } from "./erase.js";
import { kdf, labelled } from "./hash.js";
import { pad, SIZES, unpad } from "./pad.js";
import { Refusal } from "./refusal.js";
import { open, OVERHEAD, seal } from "./seal.js";
import { random, sign, verify, wipe } from "./sodium.js";

/** @import { Ctx } from "./shapes.d.ts" */
/** @typedef {{kind: number, fc: Uint8Array, box: Uint8Array}} Carried */

export const KIND = Object.freeze({ HEADER: 1, HELLO: 2, MESSAGE: 3, LEAVE: 4, ERASE: 5 });
export const LONGEST_BODY = 65_000;
const NO_FC = new Uint8Array(0);
const SEALED_SIZES = SIZES.map((size) => size + OVERHEAD);
const LEAVE_BOX = 8 + 64;

/** @param {Omit<Ctx, "fc" | "kind">} c @returns {import("./bytes.js").Piece[]} */
const where = (c) => [
	sized(c.conv, 16),
	c.epoch,
	sized(c.ehHash, 32),
	sized(c.sender, 16),
	sized(c.msgId, 16),
	c.sseq,
	c.seenN,
	sized(c.seenH, 32),
];

/** @param {Ctx} c of kind 2 or 3 */
export const aadOf = (c) => labelled("pse1/msg", c.kind, ...where(c), sized(c.fc, 32));

/** @param {Omit<Ctx, "fc" | "kind">} c @param {number} day what a leave signs */
export const leaveBytes = (c, day) => labelled("pse1/leave", ...where(c), day);

/** @param {Omit<Ctx, "fc" | "kind"> & {box: Uint8Array}} c what an erase signs */
const eraseBytes = (c) => labelled("pse1/erase", ...where(c), ...targetPieces(c));

/** What the chain takes of an entry: its context and what it carries. @param {Ctx & {box: Uint8Array}} entry */
export function chained(entry) {
	if (entry.kind === KIND.ERASE) return { aad: eraseBytes(entry), carried: entry.box.slice(-64) };
	if (entry.kind !== KIND.LEAVE) return { aad: aadOf(entry), carried: entry.box };
	return { aad: leaveBytes(entry, fromLe64(entry.box.slice(0, 8))), carried: entry.box.slice(8) };
}

/** Kind and sizes that fit each other; kind 1 travels as a header instead. @param {Ctx & {box: Uint8Array}} entry */
export function checkShape({ kind, fc, box }) {
	const isSealed = kind === KIND.HELLO || kind === KIND.MESSAGE;
	const fits = isSealed
		? SEALED_SIZES.includes(box.length) && fc.length === 32
		: fc.length === 0 &&
			(kind === KIND.LEAVE ? box.length === LEAVE_BOX : kind === KIND.ERASE && isEraseBox(box));
	if (!fits) throw new Refusal("not-opened");
}

/** @param {Uint8Array} fk @param {Omit<Ctx, "fc">} c @param {Uint8Array} body */
export const frank = (fk, c, body) => kdf(fk, 32, "pse1/frank", c.conv, c.epoch, c.sender, c.msgId, body);

/** @param {Uint8Array} epochKey @param {Uint8Array} msgId */
const messageKey = (epochKey, msgId) => kdf(epochKey, 32, "pse1/mk", sized(msgId, 16));

/**
 * Seals and signs a body in its context; fills in fc and box.
 * @template {Omit<Ctx, "fc">} C
 * @param {C} draft @param {Uint8Array} body @param {{epochKey: Uint8Array, ikSecret: Uint8Array}} by
 * @param {(size: number) => Uint8Array} [chance] for frozen vectors: fk, then the nonce
 * @returns {C & {fc: Uint8Array, box: Uint8Array}}
 */
export function sealEntry(draft, body, { epochKey, ikSecret }, chance = random) {
	if (body.length > LONGEST_BODY) throw new Refusal("text-size");
	const fk = chance(32);
	const ctx = { ...draft, fc: frank(fk, draft, body) };
	const aad = aadOf(ctx);
	const text = pad(concat(fk, sign(ikSecret, labelled("pse1/sig", aad, body)), body));
	const key = messageKey(epochKey, draft.msgId);
	const box = seal(key, aad, text, chance);
	wipe(key, text, fk);
	return { ...ctx, box };
}

/**
 * Opens kinds 2 and 3: commitment, cipher, padding, fc, signature. Any refusal is the writer's fault.
 * @param {Ctx & {box: Uint8Array}} entry @param {{epochKey: Uint8Array, ik: Uint8Array}} by
 */
export const openEntry = (entry, by) => openWhole(entry, by).body;

/**
 * The same, with what proves who wrote it.
 * @param {Ctx & {box: Uint8Array}} entry @param {{epochKey: Uint8Array, ik: Uint8Array, aad?: Uint8Array}} by aad: what the entry binds, where it is known
 */
export function openWhole(entry, { epochKey, ik, aad = aadOf(entry) }) {
	checkShape(entry);
	const key = messageKey(epochKey, entry.msgId);
	const text = unpad(open(key, aad, entry.box));
	wipe(key);
	const [fk, sig, body] = [text.slice(0, 32), text.slice(32, 96), text.slice(96)];
	if (text.length < 96 || body.length > LONGEST_BODY) throw new Refusal("not-opened");
	if (!equal(frank(fk, entry, body), entry.fc)) throw new Refusal("not-opened");
	verify(ik, labelled("pse1/sig", aad, body), sig);
	return { body, fk, sig };
}

/**
 * @template {Omit<Ctx, "fc" | "kind">} C
 * @param {C} draft @param {number} day @param {Uint8Array} ikSecret
 */
export function sealLeave(draft, day, ikSecret) {
	const sig = sign(ikSecret, leaveBytes(draft, day));
	return { ...draft, kind: KIND.LEAVE, fc: NO_FC, box: concat(le64(day), sig) };
}

/** @param {Ctx & {box: Uint8Array}} entry of kind 4 @param {Uint8Array} ik */
export function verifyLeave(entry, ik) {
	checkShape(entry);
	const { aad, carried } = chained(entry);
	verify(ik, aad, carried);
}

/**
 * @template {Omit<Ctx, "fc" | "kind">} C
 * @param {C} draft @param {import("./erase.js").Target[]} targets ascending @param {Uint8Array} ikSecret
 */
export function signErase(draft, targets, ikSecret) {
	const rows = rowsOf(targets);
	const named = { ...draft, kind: KIND.ERASE, fc: NO_FC, box: concat(rows, new Uint8Array(64)) };
	return { ...named, box: concat(rows, sign(ikSecret, eraseBytes(named))) };
}

/** @param {Ctx & {box: Uint8Array}} entry of kind 5 @param {Uint8Array} ik */
export function verifyErase(entry, ik) {
	checkShape(entry);
	const { aad, carried } = chained(entry);
	verify(ik, aad, carried);
	return targetsOf(entry);
}
