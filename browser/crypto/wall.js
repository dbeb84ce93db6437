// The wall: what happened around one person, row by row, each bound to the one before (envelope.md, section 16). Pure functions.

import { equal, fromText, ZEROS32 } from "./bytes.js";
import { h } from "./hash.js";
import { Refusal } from "./refusal.js";
import { fieldsOf, parseJson } from "./strict-json.js";

/** @typedef {{n: number, h: Uint8Array}} WallAt how far a wall was read */
/** @typedef {{n: number, day: number, keep: number, told: Uint8Array, toldHash: Uint8Array}} Row `told` is empty once its time is over */
/** @typedef {{kind: number, other: string, detail: Record<string, number | string>}} Told */

const [SIX_YEARS, TWO_YEARS, NINETY_DAYS] = [2196, 732, 90];
const KEEPS = [SIX_YEARS, TWO_YEARS, NINETY_DAYS];
const [SIDED, CONSENT, PROMISE] = ["by conv", "by conv ref until what", "by conv until what"];
/** What a row of each kind may hold beside it. @type {Readonly<Record<number, string>>} */
const DETAILS = Object.freeze({
	...{ 1: CONSENT, 2: CONSENT, 3: CONSENT, 4: CONSENT, 5: CONSENT, 6: CONSENT, 7: CONSENT },
	...{ 8: `${CONSENT} on`, 9: `${CONSENT} on` },
	...{ 20: `${SIDED} until`, 21: `${SIDED} until what`, 22: SIDED, 23: `${SIDED} until`, 24: SIDED },
	...{ 25: `${SIDED} what`, 26: SIDED },
	...{ 40: SIDED, 41: SIDED, 42: SIDED, 43: `${SIDED} until`, 44: SIDED, 45: `${SIDED} until` },
	...{ 46: SIDED, 47: SIDED, 48: SIDED },
	...{ 60: PROMISE, 61: PROMISE, 62: PROMISE, 63: PROMISE, 64: PROMISE },
	...{ 80: "", 81: "", 82: "until way", 83: "until way", 84: "until way what", 85: "until way what" },
	...{ 86: "", 87: "", 88: "until way" },
	...{ 100: "page role", 101: "page role", 102: "until", 103: "" },
	...{ 104: "", 105: "until", 106: "" },
	...{ 110: "", 111: "by", 112: "by", 120: "what" },
	...{ 130: "what", 131: "what" },
	...{ 150: "until what", 151: "until what" },
});
/** @type {Readonly<Record<string, number>>} */
const LARGEST = Object.freeze({ by: 5, role: 5, way: 4, what: 9, page: 11 });
const LARGEST_DAY = 1_000_000;
const ACCOUNTED = new Set([60, 61, 62, 63, 64, 100, 101, 120]);

/** How many days a row of this kind tells what it tells. @param {number} kind */
export function keepOf(kind) {
	if (kind === 80 || kind === 81) return NINETY_DAYS;
	return kind < 40 || ACCOUNTED.has(kind) ? SIX_YEARS : TWO_YEARS;
}

/** @param {Uint8Array} told */
export const toldHash = (told) => h("pse1/wall-told", told);

/** @param {Uint8Array} accountId @param {Row} row @param {Uint8Array} prev */
export const rowHash = (accountId, { n, day, keep, toldHash: hash }, prev) =>
	h("pse1/wall", accountId, n, prev, day, keep, hash);

/** What a row tells; a kind that is not known here is given as it is, without its facts. @param {Uint8Array} raw @returns {Told} */
export function readTold(raw) {
	const { detail, kind, other, salt } = fieldsOf(parseJson(raw), {
		...{ detail: "object", kind: "int", other: "text", salt: "text" },
	});
	fromText(salt, 16);
	if (other !== "") fromText(other, 16);
	const known = DETAILS[kind];
	if (known === undefined) return { kind, other, detail: {} };
	for (const [name, value] of Object.entries(detail)) checkFact(known.split(" "), name, value);
	return { kind, other, detail };
}

/** Where a wall begins. @type {Readonly<WallAt>} */
export const START = Object.freeze({ n: 0, h: ZEROS32 });

/**
 * Where rows lead, each following the last; refused where one does not.
 * @param {Uint8Array} accountId @param {Row[]} rows @param {number} today @param {WallAt} [from] what they follow on
 * @returns {Uint8Array[]} the hash up to each row, that which they follow on first
 */
export function walk(accountId, rows, today, from = START) {
	/** @type {Uint8Array[]} */
	const hashes = [from.h];
	let before = 0;
	for (const row of rows) {
		if (row.n !== from.n + hashes.length || row.day < before) throw new Refusal("wall-other");
		checkRow(row, today);
		hashes.push(rowHash(accountId, row, /** @type {Uint8Array} */ (hashes.at(-1))));
		before = row.day;
	}
	return hashes;
}

/** @param {Row} row @param {number} today */
function checkRow(row, today) {
	const { day, keep, told } = row;
	if (!KEEPS.includes(keep)) throw new Refusal("wall-other");
	if (told.length === 0) {
		// Of two calendars that differ by a day, the later one may have emptied it.
		if (day + keep >= today + 1) throw new Refusal("wall-other");
		return;
	}
	if (!equal(toldHash(told), row.toldHash)) throw new Refusal("wall-other");
	const { kind } = readTold(told);
	if (DETAILS[kind] !== undefined && keepOf(kind) !== keep) throw new Refusal("wall-other");
}

/** @param {string[]} known @param {string} name @param {unknown} value */
function checkFact(known, name, value) {
	if (!known.includes(name)) throw new Refusal("wall-other");
	if (name === "conv" || name === "ref") fromText(/** @type {string} */ (value), 16);
	else if (
		!Number.isSafeInteger(value) ||
		Number(value) < 0 ||
		Number(value) > (LARGEST[name] ?? LARGEST_DAY)
	)
		throw new Refusal("wall-other");
}
