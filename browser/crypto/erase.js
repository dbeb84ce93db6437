// Taking back: which lines an erase names, in clear, so that the server can let go of them (envelope.md, section 8).

import { concat, fromLe64, le64, sized } from "./bytes.js";
import { Refusal } from "./refusal.js";

/** @import { Entry } from "./shapes.d.ts" */
/** @typedef {{n: number, msgId: Uint8Array, hBox: Uint8Array}} Target a line of one's own */
/** @typedef {{entry: Entry, ik: Uint8Array}} Paper an erase as it stands in the log, and whose key signed it */

export const MOST_TARGETS = 32;
const ROW = 8 + 16 + 32;
const SIGNATURE = 64;

/** @param {Uint8Array} box */
export function isEraseBox({ length }) {
	const rows = (length - SIGNATURE) / ROW;
	return Number.isInteger(rows) && rows >= 1 && rows <= MOST_TARGETS;
}

/** @param {Target[]} targets */
export const rowsOf = (targets) =>
	concat(...targets.flatMap(({ n, msgId, hBox }) => [le64(n), sized(msgId, 16), sized(hBox, 32)]));

/**
 * What an erase takes back: ascending, and nothing its writer had not seen.
 * @param {{box: Uint8Array, seenN: number}} entry @returns {Target[]}
 */
export function targetsOf({ box, seenN }) {
	if (!isEraseBox(box)) throw new Refusal("not-opened");
	const targets = Array.from({ length: (box.length - SIGNATURE) / ROW }, (_, i) => targetAt(box, i * ROW));
	const isFine = targets.every(({ n }, i) => n > (targets[i - 1]?.n ?? 0) && n <= seenN);
	if (!isFine) throw new Refusal("not-opened");
	return targets;
}

/** The pieces an erase signs, after its context. @param {{box: Uint8Array, seenN: number}} entry */
export const targetPieces = (entry) => targetsOf(entry).flatMap(({ n, msgId, hBox }) => [n, msgId, hBox]);

/** @param {Uint8Array} box @param {number} at @returns {Target} */
const targetAt = (box, at) => ({
	n: fromLe64(box.slice(at, at + 8)),
	msgId: box.slice(at + 8, at + 24),
	hBox: box.slice(at + 24, at + ROW),
});
