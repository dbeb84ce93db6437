// Key records, endorsements and check words (envelope.md, section 5).

import { equal, fromText, sized, toText, ZEROS16, ZEROS32 } from "./bytes.js";
import { accountIdOf } from "./account.js";
import { h, labelled } from "./hash.js";
import { signingPoint, wrappingPoint } from "./points.js";
import { Refusal } from "./refusal.js";
import { sign, verify } from "./sodium.js";
import { fieldsOf } from "./strict-json.js";

/** @import { EndorsementJson, KeyRecord, KeyRecordJson } from "./shapes.d.ts" */

export const ROLE = Object.freeze({ CLIENT: 1, SPECIALIST: 2, SUPERVISOR: 3, COORDINATOR: 4, SAFETY: 5 });
const LONGEST_ENDORSEMENT = 90;
const LONGEST_NAME = 40;
const CHECK_WORDS = 4;

/** @param {Omit<KeyRecord, "sig" | "prevSig" | "hash">} r */
export const keyRecordBytes = (r) =>
	labelled(
		"pse1/keyrec",
		sized(r.accountId, 16),
		r.gen,
		signingPoint(r.ik),
		wrappingPoint(r.ek),
		sized(r.rand, 16),
		sized(r.prev, 32),
		r.day,
	);

/** @param {Uint8Array} bytes @param {Uint8Array} sig @param {Uint8Array} prevSig empty for generation 0 */
export const krHashOf = (bytes, sig, prevSig) => h("pse1/keyrec-hash", bytes, sig, prevSig);

/**
 * The first record of a person, signed.
 * @param {{ik: Uint8Array, ikSecret: Uint8Array, ek: Uint8Array, rand: Uint8Array, day: number}} keys
 * @returns {KeyRecord}
 */
export function firstRecord({ ik, ikSecret, ek, rand, day }) {
	const accountId = accountIdOf(ik, ek, rand);
	const record = { accountId, gen: 0, ik, ek, rand, prev: ZEROS32, day };
	const bytes = keyRecordBytes(record);
	const sig = sign(ikSecret, bytes);
	const prevSig = new Uint8Array(0);
	return { ...record, sig, prevSig, hash: krHashOf(bytes, sig, prevSig) };
}

/** @param {KeyRecord} r @returns {KeyRecordJson} */
export const recordJson = (r) => ({
	account_id: toText(r.accountId),
	gen: r.gen,
	ik: toText(r.ik),
	ek: toText(r.ek),
	rand: toText(r.rand),
	prev: toText(r.prev),
	day: r.day,
	sig: toText(r.sig),
	prev_sig: toText(r.prevSig),
});

/**
 * Verifies a person's records from the first on; each next one is signed by the one before.
 * @param {unknown} records ascending by generation @param {Uint8Array} accountId expected
 * @returns {KeyRecord[]}
 */
export function verifyRecords(records, accountId) {
	if (!Array.isArray(records) || records.length === 0) throw new Refusal("key-record");
	/** @type {KeyRecord[]} */
	const chain = [];
	for (const json of records) chain.push(verifyNext(readRecord(json), chain.at(-1), accountId));
	return chain;
}

/** @param {KeyRecord} record @param {KeyRecord | undefined} before @param {Uint8Array} accountId */
function verifyNext(record, before, accountId) {
	const bytes = keyRecordBytes(record);
	if (!equal(record.accountId, accountId)) throw new Refusal("key-record");
	if (before === undefined) checkFirst(record);
	else checkSuccessor(record, before, bytes);
	verify(record.ik, bytes, record.sig);
	return record;
}

/** @param {KeyRecord} record */
function checkFirst(record) {
	const bound = equal(accountIdOf(record.ik, record.ek, record.rand), record.accountId);
	if (record.gen !== 0 || !bound || !equal(record.prev, ZEROS32) || record.prevSig.length !== 0) {
		throw new Refusal("key-record");
	}
}

/** @param {KeyRecord} record @param {KeyRecord} before @param {Uint8Array} bytes */
function checkSuccessor(record, before, bytes) {
	const follows = record.gen === before.gen + 1 && equal(record.prev, before.hash);
	if (!follows || !equal(record.rand, ZEROS16) || record.day < before.day) throw new Refusal("key-record");
	// In a routine renewal both signatures are the same one by the same key, which is checked as `sig` anyway.
	const isChecked = equal(before.ik, record.ik) && equal(record.sig, record.prevSig);
	if (!isChecked) verify(before.ik, bytes, record.prevSig);
}

/**
 * The record with which the newest identity key began. Later records with the same `ik` only bring another wrapping
 * key: the lock stays, and with it the check words and the programme's word (decision 0039).
 * @param {KeyRecord[]} records verified, from the first on
 */
export function lockOf(records) {
	const newest = /** @type {KeyRecord} */ (records.at(-1));
	const other = records.findLastIndex(({ ik }) => !equal(ik, newest.ik));
	return /** @type {KeyRecord} */ (records[other + 1]);
}

/** The newest record of the lock that a record belongs to. @param {KeyRecord[]} records @param {KeyRecord} since */
export function newestOfLock(records, since) {
	const after = records.slice(since.gen);
	const other = after.findIndex(({ ik }) => !equal(ik, since.ik));
	return /** @type {KeyRecord} */ (other < 0 ? after.at(-1) : after[other - 1]);
}

/** @param {unknown} json @returns {KeyRecord} */
function readRecord(json) {
	const found = fieldsOf(json, {
		account_id: "text",
		gen: "int",
		ik: "text",
		ek: "text",
		rand: "text",
		prev: "text",
		day: "int",
		sig: "text",
		prev_sig: "text",
	});
	const record = {
		accountId: fromText(found.account_id, 16),
		gen: found.gen,
		ik: fromText(found.ik, 32),
		ek: fromText(found.ek, 32),
		rand: fromText(found.rand, 16),
		prev: fromText(found.prev, 32),
		day: found.day,
		sig: fromText(found.sig, 64),
		prevSig: fromText(found.prev_sig),
	};
	return { ...record, hash: krHashOf(keyRecordBytes(record), record.sig, record.prevSig) };
}

/** @param {Uint8Array} home @param {EndorsementJson} e */
export const endorsementBytes = (home, e) =>
	labelled(
		"pse1/endorse",
		sized(home, 16),
		fromText(e.account_id, 16),
		fromText(e.kr_hash, 32),
		e.role,
		e.display_name,
		e.from_day,
		e.to_day,
		e.serial,
	);

/**
 * Verifies that the programme stands behind this person's newest keys: it named one of them, and the lock is the same since.
 * Whether it counts on a day is `countsOn`.
 * @param {unknown} json @param {{home: Uint8Array, roster: Uint8Array, records: KeyRecord[]}} expected all of them, verified
 * @returns {EndorsementJson}
 */
export function verifyEndorsement(json, { home, roster, records }) {
	const found = verifyNamed(json, { home, roster, records });
	const named = /** @type {KeyRecord} */ (records.find(({ hash }) => equal(hash, fromText(found.kr_hash))));
	if (newestOfLock(records, named) !== records.at(-1)) throw new Refusal("endorsement");
	return found;
}

/**
 * The same of keys as they once were, whatever lock came since: for the name of somebody one talks with already.
 * @param {unknown} json @param {{home: Uint8Array, roster: Uint8Array, records: KeyRecord[]}} expected
 * @returns {EndorsementJson}
 */
export function verifyNamed(json, { home, roster, records }) {
	const found = /** @type {EndorsementJson} */ (
		fieldsOf(json, {
			account_id: "text",
			kr_hash: "text",
			role: "int",
			display_name: "text",
			from_day: "int",
			to_day: "int",
			serial: "int",
			sig: "text",
		})
	);
	verify(roster, endorsementBytes(home, found), fromText(found.sig, 64));
	const [account, named] = [fromText(found.account_id), fromText(found.kr_hash)];
	const isTheirs = records.some(({ accountId, hash }) => equal(account, accountId) && equal(named, hash));
	if (!isTheirs || !hasTerms(found)) throw new Refusal("endorsement");
	return found;
}

/** @param {EndorsementJson} e */
function hasTerms(e) {
	const length = e.to_day - e.from_day;
	const named = [...e.display_name].length;
	const known = /** @type {number[]} */ (Object.values(ROLE)).includes(e.role);
	return known && length >= 0 && length <= LONGEST_ENDORSEMENT && named >= 1 && named <= LONGEST_NAME;
}

/** @param {EndorsementJson} e @param {number} day */
export const countsOn = (e, day) => e.from_day <= day && day <= e.to_day;

/**
 * Four words to read to each other.
 * @param {import("./words.js").WordList} list @param {KeyRecord} record
 */
export function checkWordsOf(list, record) {
	const hash = h("pse1/check", record.accountId, record.hash);
	return Array.from({ length: CHECK_WORDS }, (_, i) => {
		const number = (hash[2 * i] ?? 0) | ((hash[2 * i + 1] ?? 0) << 8);
		return /** @type {string} */ (list.words[number % list.words.length]);
	});
}
