import { compare, fromText } from "../crypto/bytes.js";

/**
 * Whether what the house says of a measure is what officers signed. Pure.
 * @typedef {Readonly<{id: string, sort: number, from: string, day: number, fits: boolean, b: string, says?: Readonly<{on: string, does: number, days: number, rule: string}>}>} Letter
 * @typedef {import("./measuring.js").Row} Row
 * @typedef {{kind: number, days: number, lifted: boolean}} Now
 */

const [SET, SECOND, DECISION] = [5, 6, 8];
const [PAUSE, REMOVAL] = [4, 5];
const [STAYS, SHORTER, LIFTED] = [1, 2, 3];
/** A pause of so many days one officer may set alone. */
export const ALONE = 7;

/** Kinds in the order from the least, each with what it stops. */
export const KINDS = Object.freeze([1, 2, 3, 4, 5]);
export const LASTING = Object.freeze([2, 3, 4]);

/** @param {number} kind @param {number} days */
export const takesTwo = (kind, days) => kind === REMOVAL || (kind === PAUSE && days > ALONE);

/** A letter is sealed to so many officers at most (envelope.md, section 19). */
const MOST_READERS = 8;

/**
 * The officers who read one that I set: where there are more than fit, I and the first of the others by their ids, as the house has it.
 * @template {{account_id: string}} T @param {readonly T[]} officers none of whom it is for @param {string} me
 */
export function readersOf(officers, me) {
	if (officers.length <= MOST_READERS) return officers;
	const idOf = (/** @type {T} */ { account_id }) => fromText(account_id, 16);
	const others = officers.filter(({ account_id }) => account_id !== me);
	const first = others.toSorted((one, other) => compare(idOf(one), idOf(other)));
	return [...officers.filter(({ account_id }) => account_id === me), ...first.slice(0, MOST_READERS - 1)];
}

/** The letter that set it, where its writer is who the house names. @param {Row} row @param {readonly Letter[]} letters */
export const setBy = ({ on }, letters) =>
	letters.find(({ sort, fits, says }) => sort === SET && fits && says?.on === on) ?? null;

/**
 * A measure stands as its letters say: set by one officer, agreed to by another where it is grave, made less by whoever
 * decided, and no longer than from a day on which one of them signed.
 * @param {Row} row @param {readonly Letter[]} letters those one may read @param {number} today
 */
export function holds(row, letters, today) {
	const set = setBy(row, letters);
	if (set === null || set.from === row.on || (row.by !== null && row.by !== set.from)) return false;
	const { does, days } = /** @type {{does: number, days: number}} */ (set.says);
	if (row.standing === "waits" || row.standing === "refused") return row.kind === does && row.days === days;
	const agreed = agreedIn(row, set, letters);
	if (takesTwo(does, days) && agreed.length === 0) return false;
	// A short pause may have waited for a second too: it began with their yes.
	if (!(agreed.length === 0 ? [set] : agreed).some(({ day }) => isNear(day, row.beganOn))) return false;
	const now = decided(row, { kind: does, days, lifted: false }, letters);
	if (now === null || now.kind !== row.kind || now.days !== row.days) return false;
	return endsAsSigned(row, now, letters, today);
}

/** What somebody else than who set it signed as a yes. @param {Row} row @param {Letter} set @param {readonly Letter[]} letters */
const agreedIn = ({ on }, set, letters) =>
	letters.filter(
		({ sort, fits, from, says }) =>
			sort === SECOND && fits && says?.does === 1 && says.on === on && from !== set.from && from !== on,
	);

/** Days of two clocks: one may be ahead of midnight. @param {number} signed @param {number | null} told */
const isNear = (signed, told) => told !== null && Math.abs(signed - told) <= 1;

/** In force up to its own last day and no further; over on that day, or on one on which something was decided. @param {Row} row @param {Now} now @param {readonly Letter[]} letters @param {number} today */
function endsAsSigned({ standing, beganOn, endsOn }, { kind, days, lifted }, letters, today) {
	const last = kind === REMOVAL ? null : (beganOn ?? 0) + days;
	if (standing === "in-force") return !lifted && endsOn === last && (last === null || today <= last);
	return (
		(last !== null && endsOn === last) ||
		letters.some(({ sort, day }) => sort === DECISION && isNear(day, endsOn))
	);
}

/**
 * What is left of it after all that was decided; null where something was decided that nobody may.
 * @param {Row} row @param {Now} began @param {readonly Letter[]} letters
 */
const decided = ({ on }, began, letters) =>
	letters
		.filter(({ sort }) => sort === DECISION)
		.reduce(
			(now, letter) => (now === null ? null : after(now, on, letter)),
			/** @type {Now | null} */ (began),
		);

/** @param {Now} now @param {string} on @param {Letter} letter @returns {Now | null} */
function after(now, on, { fits, from, says }) {
	if (!fits || says === undefined || says.on !== on || from === on) return null;
	if (says.does === STAYS) return now;
	if (says.does === LIFTED) return { ...now, lifted: true };
	const isLess = says.does === SHORTER && (now.kind === REMOVAL || says.days < now.days);
	return isLess ? { ...now, kind: Math.min(now.kind, PAUSE), days: says.days } : null;
}
