// Reading who is who: all of it once at every signing-in, and on from there whenever there is more.

import { checkGrown, checkOwn, LIST_TROUBLES, readOn } from "../audit.js";
import { concat, fromText, toText } from "../bytes.js";
import { EMPTY_KEY_LOG } from "../key-log.js";
import { readCheckpoint, readWitness, verifyCosigned } from "../note.js";
import { Refusal } from "../refusal.js";
import { PART } from "../state.js";

/** @typedef {import("../sealed-core.js").Core} Core */

/**
 * Reads on from where this room is. What does not fit stops all sending, until the next visit. Refused with `keys-moved`,
 * and nothing taken, while my keys may only have been renewed by another device: they are asked for, then it is final.
 * @param {Core} core @param {{rows: string[], note: string} & import("../audit.js").Asked} args rows in chunks as they came
 */
export function readLog(core, { rows, note, isFresh = true }) {
	const { place, programme } = core;
	const fresh = concat(...rows.map((chunk) => fromText(chunk)));
	try {
		const log = readOn(core.log ?? EMPTY_KEY_LOG, fresh, note, programme);
		checkGrown(log, [...pinned(core), ...core.logToMeet]);
		checkOwn(log, place.accountId, place.records, { isFresh });
		core.log = log;
		core.logNote = note;
	} catch (refusal) {
		if (refusal instanceof Refusal && LIST_TROUBLES.includes(refusal.code)) core.logTrouble = refusal.code;
		throw refusal;
	}
	core.logToMeet = [];
	remember(core);
	return { size: core.log.size };
}

/**
 * Who looks at the list from outside: each whose newest signature is under a list that this one continues.
 * @param {Core} core @param {{cosigned: string[], witnesses: string[]}} args
 */
export function witnessed(core, { cosigned, witnesses }) {
	const log = core.readableLog;
	const named = witnesses.map((line) => readWitness(line));
	return { witnesses: named.map((witness) => ({ name: witness.name, seconds: newest(witness) })) };

	/** @param {import("../note.js").Witness} witness */
	function newest(witness) {
		const moments = cosigned.map((note) => signedAt(note, witness)).filter((moment) => moment !== null);
		return moments.length === 0 ? null : Math.max(...moments);
	}

	/** @param {string} note @param {import("../note.js").Witness} witness */
	function signedAt(note, witness) {
		try {
			return log.holds(readCheckpoint(note, core.programme)) ? verifyCosigned(note, witness) : null;
		} catch {
			return null;
		}
	}
}

/** @param {Core} core */
function pinned({ place: { book } }) {
	const at = book.part(PART.TRUST).log_at;
	return at === undefined ? [] : [{ size: at.size, root: fromText(at.root, 32) }];
}

/** How far the list was read is kept in the state. @param {Core} core */
function remember({ place: { book }, readableLog }) {
	const { size, root } = readableLog.at;
	if (size > 0) book.change(PART.TRUST, { ...book.part(PART.TRUST), log_at: { root: toText(root), size } });
}
