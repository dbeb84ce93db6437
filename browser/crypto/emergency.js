// Telling somebody outside without consent: what the specialist, as a person, enters (envelope.md, section 17).

import { compare, concat, equal, fromText, sized, toText } from "./bytes.js";
import { within } from "./consent.js";
import { h, labelled } from "./hash.js";
import { ascend, need, PART, readersBytes, readerJson, readReader } from "./package.js";
import { pad, unpad } from "./pad.js";
import { Refusal } from "./refusal.js";
import { open, seal } from "./seal.js";
import { random, sign, unwrap, verify, wrap } from "./sodium.js";
import { fieldsOf, parseJson, writeJson } from "./strict-json.js";

/** @import { KeyRecord } from "./shapes.d.ts" */
/** @typedef {import("./package.js").Reader} Reader */
/** @typedef {{id: Uint8Array, conv: Uint8Array, reason: number, told: number, day: number, lookOn: number, readers: Reader[], wordsHash: Uint8Array, sig: Uint8Array}} Emergency */
/** @typedef {{whom: string, what: string, why: string, salt: Uint8Array}} Words */

export const MOST_REASON = 6;
export const LONGEST_WAIT = 30;
const LONGEST = 2_000;

/** What the specialist signs. @param {Uint8Array} home @param {Emergency} e */
export const emergencyBytes = (home, e) =>
	labelled(
		"pse1/emergency",
		...[sized(home, 16), sized(e.id, 16), sized(e.conv, 16), e.reason, e.told, e.day, e.lookOn],
		...[readersBytes(e.readers), sized(e.wordsHash, 32)],
	);

/** Gives an entry back if its form holds. @param {Emergency} e */
export function checkEmergency(e) {
	need(e.reason >= 1 && e.reason <= MOST_REASON && e.told >= 1 && e.told <= MOST_REASON);
	need(e.day <= e.lookOn && e.lookOn <= e.day + LONGEST_WAIT);
	const parts = e.readers.map(({ part }) => part).toSorted((one, other) => one - other);
	need(ascend(e.readers) && ["1,2", "1,2,3"].includes(parts.join()));
	return e;
}

/** Refuses what the specialist of this record did not sign. @param {Emergency} e @param {{home: Uint8Array, specialist: KeyRecord}} expected */
export function verifyEmergency(e, { home, specialist }) {
	const by = checkEmergency(e).readers.find(({ part }) => part === PART.DISCLOSER);
	need(by !== undefined && equal(by.accountId, specialist.accountId) && equal(by.krHash, specialist.hash));
	verify(specialist.ik, emergencyBytes(home, e), e.sig);
}

/**
 * Signs and seals an entry.
 * @param {Uint8Array} ikSeed @param {Pick<Emergency, "id" | "conv" | "reason" | "told" | "day" | "lookOn">} draft
 * @param {Words} words @param {{home: Uint8Array, records: Map<number, KeyRecord>}} about records of the readers, by part
 */
export function sealEmergency(ikSeed, draft, words, { home, records }) {
	const raw = writeWords(words);
	const readers = [...records].map(([part, { accountId, hash }]) => ({ accountId, krHash: hash, part }));
	const entry = checkEmergency({
		...draft,
		readers: readers.toSorted((one, other) => compare(one.accountId, other.accountId)),
		wordsHash: h("pse1/emergency-words", raw),
		sig: new Uint8Array(0),
	});
	const signed = { ...entry, sig: sign(ikSeed, emergencyBytes(home, entry)) };
	const of = hashOf(home, signed);
	const key = random(32);
	const wraps = [...records.values()].map((one) => ({
		accountId: one.accountId,
		wrap: wrap(one.ek, concat(contextOf(one, of), key)),
	}));
	return { entry: signed, box: seal(key, labelled("pse1/emergency-box", of), pad(raw)), wraps };
}

/**
 * The words, if they are those that were signed.
 * @param {Emergency} e @param {Uint8Array} box @param {Uint8Array} wrapped @param {{home: Uint8Array, record: KeyRecord, ekSeed: Uint8Array}} reader
 */
export function openEmergency(e, box, wrapped, { home, record, ekSeed }) {
	const of = hashOf(home, e);
	const text = unwrap(ekSeed, wrapped);
	if (text.length !== 64 || !equal(text.subarray(0, 32), contextOf(record, of)))
		throw new Refusal("not-opened");
	const raw = unpad(open(text.slice(32), labelled("pse1/emergency-box", of), box));
	need(equal(h("pse1/emergency-words", raw), e.wordsHash));
	return readWords(raw);
}

/** @param {Words} words */
function writeWords({ whom, what, why, salt }) {
	for (const said of [whom, what, why]) within(said, LONGEST, 1);
	return writeJson({ salt: toText(sized(salt, 16)), what, whom, why });
}

/** @param {Uint8Array} raw @returns {Words} */
function readWords(raw) {
	const found = fieldsOf(parseJson(raw), { salt: "text", what: "text", whom: "text", why: "text" });
	return { whom: found.whom, what: found.what, why: found.why, salt: fromText(found.salt, 16) };
}

/** As it travels (api.md). @param {Emergency} e */
export const emergencyJson = (e) => ({
	...{
		id: toText(e.id),
		conv: toText(e.conv),
		reason: e.reason,
		told: e.told,
		day: e.day,
		look_on: e.lookOn,
	},
	...{ readers: e.readers.map(readerJson), words_hash: toText(e.wordsHash), sig: toText(e.sig) },
});

/** @param {any} json @returns {Emergency} */
export const readEmergency = (json) =>
	checkEmergency({
		...{ id: fromText(json.id, 16), conv: fromText(json.conv, 16), reason: json.reason, told: json.told },
		...{ day: json.day, lookOn: json.look_on, readers: json.readers.map(readReader) },
		...{ wordsHash: fromText(json.words_hash, 32), sig: fromText(json.sig, 64) },
	});

/** @param {Uint8Array} home @param {Emergency} e */
const hashOf = (home, e) => h("pse1/emergency-hash", emergencyBytes(home, e));

/** @param {KeyRecord} record @param {Uint8Array} of */
const contextOf = ({ accountId, hash }, of) => h("pse1/wrap", "emergency", accountId, hash, of);
