// The promise: language-free sentences that both people sign (envelope.md, section 6).

import { equal, fromText, toText } from "./bytes.js";
import { h, labelled } from "./hash.js";
import { isKept, keptSentence, MONTHS } from "./kept.js";
import { Refusal } from "./refusal.js";
import { sign, verify } from "./sodium.js";
import { fieldsOf } from "./strict-json.js";

/** @import { KeyRecord, PromiseJson } from "./shapes.d.ts" */
/** @typedef {{home: Uint8Array, conv: Uint8Array, agreementHash: Uint8Array, accountId: Uint8Array, role: number, day: number}} Agree */

const VERSION = 1;

/** @param {unknown} json @returns {PromiseJson} */
export function readPromise(json) {
	const found = fieldsOf(json, { sentences: "list", version: "int" });
	if (found.version !== VERSION || !found.sentences.every(isSentence)) {
		throw new Refusal("promise-form");
	}
	return /** @type {PromiseJson} */ (found);
}

/** @param {unknown} one */
function isSentence(one) {
	if (!Array.isArray(one) || one.length !== 2 || typeof one[0] !== "string") return false;
	return Array.isArray(one[1]) && one[1].every((parameter) => typeof parameter === "string");
}

/** @param {PromiseJson} promise */
export function promiseBytes({ version, sentences }) {
	const parts = sentences.map(([id, parameters]) => labelled("pse1/sentence", id, ...parameters));
	return labelled("pse1/promise", version, ...parts);
}

/** @param {unknown} json @returns {Uint8Array} */
export const agreementHashOf = (json) => h("pse1/promise-hash", promiseBytes(readPromise(json)));

/** @param {Agree} a */
export const agreeBytes = (a) =>
	labelled("pse1/agree", a.home, a.conv, a.agreementHash, a.accountId, a.role, a.day);

/**
 * How long the promise says that lines are kept, in months: 0 until their owner leaves, null when it says nothing.
 * Said twice, or in another spelling, is no promise.
 * @param {unknown} json
 */
export function keptMonths(json) {
	const said = readPromise(json).sentences.filter(isKept);
	if (said.length === 0) return null;
	const months = MONTHS.find((each) => JSON.stringify(keptSentence(each)) === JSON.stringify(said[0]));
	if (said.length > 1 || months === undefined) throw new Refusal("promise-form");
	return months;
}

/** @param {Uint8Array} ikSecret @param {Agree} agree @returns {string} */
export const signAgree = (ikSecret, agree) => toText(sign(ikSecret, agreeBytes(agree)));

/**
 * True when one of this person's keys signed exactly this; `promise-signature` when something else was signed.
 * @param {string | null} sig @param {Omit<Agree, "day"> & {day: number | null}} agree @param {KeyRecord[]} records
 */
export function hasAgreed(sig, agree, records) {
	if (sig === null || agree.day === null) return false;
	const bytes = agreeBytes({ ...agree, day: agree.day });
	const raw = fromText(sig, 64);
	if (!records.some((record) => signedBy(record, bytes, raw))) throw new Refusal("promise-signature");
	return true;
}

/** @param {KeyRecord} record @param {Uint8Array} bytes @param {Uint8Array} sig */
function signedBy(record, bytes, sig) {
	try {
		verify(record.ik, bytes, sig);
		return true;
	} catch {
		return false;
	}
}

/** @param {Uint8Array} one @param {Uint8Array} other */
export function samePromise(one, other) {
	if (!equal(one, other)) throw new Refusal("promise-other");
}
