// A line in a report: who said it, in what words, proven without any conversation key (envelope.md, section 19).

import { concat, equal, fromLe64, le64, sized } from "./bytes.js";
import { hashOfAad } from "./chain.js";
import { aadOf, chained, frank, KIND, LONGEST_BODY, verifyErase } from "./entry.js";
import { labelled } from "./hash.js";
import { Refusal } from "./refusal.js";
import { verify } from "./sodium.js";

/** @import { Ctx, KeyRecord } from "./shapes.d.ts" */
/** @typedef {import("./erase.js").Target} Target */
/**
 * @typedef {object} ReportLine a message with its proof, or an erase: that has no words, and `targets` are what it takes back
 * @property {number} n @property {Ctx & {box: Uint8Array}} entry @property {Uint8Array} ik
 * @property {Uint8Array} body @property {Uint8Array} fk @property {Uint8Array} sig @property {Target[]} targets
 */

const NOTHING = new Uint8Array(0);
const HEAD = 5 * 8 + 3 * 16 + 3 * 32;
const PROOF = 32 + 32 + 64;

/** A message as its reader opened it. @param {number} n @param {import("./line.js").Proof} proof @returns {ReportLine} */
export const lineOf = (n, { ctx, body, fk, sig, ik }) => ({
	...{ n, entry: { ...ctx, box: NOTHING }, ik, body, fk, sig, targets: [] },
});

/** An erase as it stands in the log. @param {number} n @param {Ctx & {box: Uint8Array}} entry @param {Uint8Array} ik @returns {ReportLine} */
export const eraseOf = (n, entry, ik) => ({
	...{ n, entry, ik, body: NOTHING, fk: NOTHING, sig: NOTHING, targets: verifyErase(entry, ik) },
});

/** As it is sealed: fixed fields, then proof and words, or the box of an erase. @param {ReportLine} line */
export function writeLine({ n, entry, ik, body, fk, sig }) {
	const head = [
		...[le64(n), le64(entry.kind), le64(entry.epoch), le64(entry.sseq), le64(entry.seenN)],
		...[sized(entry.conv, 16), sized(entry.ehHash, 32), sized(entry.sender, 16)],
		...[sized(entry.msgId, 16), sized(entry.seenH, 32), sized(ik, 32)],
	];
	if (entry.kind === KIND.ERASE) return concat(...head, entry.box);
	return concat(...head, sized(entry.fc, 32), sized(fk, 32), sized(sig, 64), body);
}

/** Refused unless the key it names signed exactly this in this place. @param {Uint8Array} raw @returns {ReportLine} */
export function readLine(raw) {
	let at = 0;
	const next = (/** @type {number} */ size) => {
		at += size;
		return sized(raw.slice(at - size, at), size);
	};
	const count = () => fromLe64(next(8));
	const [n, kind, epoch, sseq, seenN] = [count(), count(), count(), count(), count()];
	const [conv, ehHash, sender, msgId, seenH] = [next(16), next(32), next(16), next(16), next(32)];
	const [ik, rest] = [next(32), raw.slice(HEAD)];
	const where = { kind, conv, epoch, ehHash, sender, msgId, sseq, seenN, seenH };
	if (kind === KIND.ERASE) return eraseOf(n, { ...where, fc: NOTHING, box: rest }, ik);
	if (kind !== KIND.MESSAGE && kind !== KIND.HELLO) throw new Refusal("malformed", "kind");
	if (rest.length < PROOF || rest.length > PROOF + LONGEST_BODY) throw new Refusal("malformed", "line");
	const [fc, fk, sig, body] = [
		rest.slice(0, 32),
		rest.slice(32, 64),
		rest.slice(64, PROOF),
		rest.slice(PROOF),
	];
	const ctx = { ...where, fc };
	if (!equal(frank(fk, ctx, body), fc)) throw new Refusal("not-opened");
	verify(ik, labelled("pse1/sig", aadOf(ctx), body), sig);
	return { n, entry: { ...ctx, box: NOTHING }, ik, body, fk, sig, targets: [] };
}

/** Refuses a line whose key its sender never published. @param {ReportLine} line @param {readonly KeyRecord[]} records verified, of every generation */
export function checkWriter({ entry, ik }, records) {
	const isTheirs = records.some((one) => equal(one.accountId, entry.sender) && equal(one.ik, ik));
	if (!isTheirs) throw new Refusal("not-opened");
}

/** The h_aad that a log has at its number, if it stands there. @param {ReportLine} line */
export const contextOf = ({ entry }) => hashOfAad(chained(entry).aad);

/** Refuses a line where the log has another context at its number. @param {ReportLine} line @param {Uint8Array} stored the h_aad there */
export function checkPlace(line, stored) {
	if (!equal(contextOf(line), sized(stored, 32))) throw new Refusal("not-opened");
}
