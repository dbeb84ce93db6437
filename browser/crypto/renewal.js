// A new wrapping key now and then, and the day on which an old one can go (envelope.md, section 5).

import { equal, ZEROS16 } from "./bytes.js";
import { keyRecordBytes, krHashOf } from "./people.js";
import { sign } from "./sodium.js";

/** @import { KeyRecord } from "./shapes.d.ts" */

const RENEW_AFTER_DAYS = 90;
const UNTIL_THE_OWNER_LEAVES = 0;
const MONTH = 31;
/** An epoch takes lines for 31 days; a header by someone who had not heard yet may be two late. */
const LAST_LINE_DAYS = 31 + 2;

/** @param {KeyRecord} newest @param {number} today */
export const isDue = (newest, today) => today - newest.day >= RENEW_AFTER_DAYS;

/**
 * Generations whose wrapping key no epoch can need any more; none while one conversation is kept until its owner leaves.
 * @param {KeyRecord[]} records @param {{today: number, months: number[]}} kept how long each conversation is kept, 0 until its owner leaves
 */
export function outlived(records, { today, months }) {
	if (months.includes(UNTIL_THE_OWNER_LEAVES)) return [];
	const keptDays = LAST_LINE_DAYS + MONTH * Math.max(0, ...months);
	return records.slice(1).flatMap(({ gen, day }) => (day + keptDays < today ? [gen - 1] : []));
}

/**
 * The next generation of the same lock: another wrapping key, signed by the identity that stays.
 * @param {KeyRecord} before @param {{ikSecret: Uint8Array, ek: Uint8Array, day: number}} keys
 * @returns {KeyRecord}
 */
export function nextOfLock(before, { ikSecret, ek, day }) {
	const { accountId, ik, gen, hash } = before;
	const record = { accountId, gen: gen + 1, ik, ek, rand: ZEROS16, prev: hash, day };
	const bytes = keyRecordBytes(record);
	const sig = sign(ikSecret, bytes);
	return { ...record, sig, prevSig: sig, hash: krHashOf(bytes, sig, sig) };
}

/**
 * The next generation with another identity: another lock, signed on by the one before.
 * @param {KeyRecord} before @param {{prevIkSecret: Uint8Array, ikSecret: Uint8Array, ik: Uint8Array, ek: Uint8Array, day: number}} keys
 * @returns {KeyRecord}
 */
export function nextLock(before, { prevIkSecret, ikSecret, ik, ek, day }) {
	const { accountId, gen, hash } = before;
	const record = { accountId, gen: gen + 1, ik, ek, rand: ZEROS16, prev: hash, day };
	const bytes = keyRecordBytes(record);
	const [sig, prevSig] = [sign(ikSecret, bytes), sign(prevIkSecret, bytes)];
	return { ...record, sig, prevSig, hash: krHashOf(bytes, sig, prevSig) };
}

/** Whether records still begin with all those that were known. @param {KeyRecord[]} records @param {KeyRecord[]} known */
export const goOnFrom = (records, known) =>
	known.every(({ hash }, i) => {
		const record = records[i];
		return record !== undefined && equal(record.hash, hash);
	});
