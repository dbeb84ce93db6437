// What a room checks of the key log at every signing-in (envelope.md, section 13). Pure functions.

import { toText } from "./bytes.js";
import { readCheckpoint } from "./note.js";
import { Refusal, Trouble } from "./refusal.js";

/** @import { EndorsementJson, Header, KeyRecord } from "./shapes.d.ts" */
/** @typedef {import("./key-log.js").KeyLog} KeyLog */
/** @typedef {import("./merkle.js").LogAt} LogAt */

/** @typedef {{isFresh?: boolean}} Asked whether keys and list were asked for again after they did not fit: then it is final */

/** What stops everything: nothing is sent until it was spoken about. */
export const LIST_TROUBLES = ["log-other", "log-rewritten", "log-added", "log-missing"];
/** Keys and list are of two moments: both are asked for once more. */
const KEYS_MOVED = "keys-moved";

/**
 * The log with the rows that follow, if the log key signed exactly these.
 * @param {KeyLog} log @param {Uint8Array} rows @param {string} note @param {{home: Uint8Array, log: Uint8Array}} by
 */
export function readOn(log, rows, note, by) {
	const grown = otherwise("log-other", () => log.with(rows));
	const signed = otherwise("log-other", () => readCheckpoint(note, by));
	if (signed.size < log.size) throw new Refusal("log-rewritten");
	if (signed.size !== grown.size || !grown.holds(signed)) throw new Refusal("log-other");
	return grown;
}

/** It continues everything that was seen of it. @param {KeyLog} log @param {LogAt[]} before */
export function checkGrown(log, before) {
	if (!before.every((seen) => log.holds(seen))) throw new Refusal("log-rewritten");
}

/**
 * The lines about me are exactly the keys I made.
 * @param {KeyLog} log @param {Uint8Array} accountId @param {KeyRecord[]} records @param {Asked} how
 */
export function checkOwn(log, accountId, records, { isFresh = true } = {}) {
	const [mine, logged] = [records.map(hashText), log.keysOf(accountId)];
	if (logged.join() === mine.join()) return;
	if (!isFresh) checkMoment(mine, logged);
	throw new Refusal(begins(logged, mine) ? "log-missing" : "log-added");
}

/** Somebody's keys are exactly those of the log. @param {KeyLog} log @param {KeyRecord[]} records @param {Asked} how */
export function checkOther(log, records, { isFresh = true } = {}) {
	const [first] = records;
	if (first === undefined) throw new Refusal("log-keys");
	const [told, logged] = [records.map(hashText), log.keysOf(first.accountId)];
	if (logged.join() === told.join()) return;
	if (!isFresh) checkMoment(told, logged);
	throw new Refusal("log-keys");
}

/** The programme's word is there, and was not taken back. @param {KeyLog} log @param {Uint8Array} home @param {EndorsementJson} e */
export function checkEndorsed(log, home, e) {
	if (!log.standsBehind(home, e)) throw new Refusal("log-keys");
}

/** A header's author saw this same log. @param {KeyLog} log @param {Header} header */
export function checkHeader(log, { logSize, logRoot }) {
	if (!log.holds({ size: logSize, root: logRoot })) throw new Trouble("log-fork");
}

/**
 * Keys that only go on from one to the other were asked for at two moments, with a renewal between: nothing is wrong yet.
 * @param {string[]} told @param {string[]} logged
 */
function checkMoment(told, logged) {
	if (begins(told, logged) || begins(logged, told)) throw new Refusal(KEYS_MOVED);
}

/** @param {string[]} some @param {string[]} more */
const begins = (some, more) => some.every((hash, i) => hash === more[i]);

/** @param {KeyRecord} record */
const hashText = ({ hash }) => toText(hash);

/** @template T @param {string} code @param {() => T} deed @returns {T} */
function otherwise(code, deed) {
	try {
		return deed();
	} catch {
		throw new Refusal(code);
	}
}
