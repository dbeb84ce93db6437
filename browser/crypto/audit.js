// What a room checks of the key log at every signing-in (envelope.md, section 11). Pure functions.

import { toText } from "./bytes.js";
import { readCheckpoint } from "./note.js";
import { Refusal, Trouble } from "./refusal.js";

/** @import { EndorsementJson, Header, KeyRecord } from "./shapes.d.ts" */
/** @typedef {import("./key-log.js").KeyLog} KeyLog */
/** @typedef {import("./merkle.js").LogAt} LogAt */

/** What stops everything: nothing is sent until it was spoken about. */
export const LIST_TROUBLES = ["log-other", "log-rewritten", "log-added", "log-missing"];

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

/** The lines about me are exactly the keys I made. @param {KeyLog} log @param {Uint8Array} accountId @param {KeyRecord[]} records */
export function checkOwn(log, accountId, records) {
	const [mine, logged] = [records.map(({ hash }) => toText(hash)), log.keysOf(accountId)];
	if (logged.join() === mine.join()) return;
	const isShort = logged.length < mine.length && logged.every((hash, i) => hash === mine[i]);
	throw new Refusal(isShort ? "log-missing" : "log-added");
}

/** Somebody's keys are exactly those of the log. @param {KeyLog} log @param {KeyRecord[]} records */
export function checkOther(log, records) {
	const [first] = records;
	if (first === undefined || log.keysOf(first.accountId).join() !== records.map(hashText).join())
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
