// Whom this person knows: keys verified against those remembered, and who is endorsed today.

import { checkEndorsed, checkOther } from "./audit.js";
import { fromText, toText } from "./bytes.js";
import { checkedDay } from "./day.js";
import { newest } from "./merge.js";
import { countsOn, newestOfLock, ROLE, verifyEndorsement, verifyNamed, verifyRecords } from "./people.js";
import { verifyProfile } from "./profile.js";
import { Refusal } from "./refusal.js";
import { ascending } from "./rows.js";
import { PART } from "./state.js";

/** @import { EndorsementJson, KeyRecord, PersonJson } from "./shapes.d.ts" */
/** @typedef {import("./sealed-core.js").Core} Core */
/** @typedef {import("./audit.js").Asked} Asked */
/** @typedef {{account_id: string, gen: number, kr: string, profile: number, serial: number}} Pin */
/** @typedef {"same" | "renewed"} Lock whether somebody proves who they are as they did when they were met; else nothing is sealed to them before one says so */
/** @typedef {{records: KeyRecord[], record: KeyRecord, lock: Lock, pin: Pin}} Known */
/** @typedef {Known & {endorsement: EndorsementJson, profile: Record<string, any>}} Verified */

/**
 * A specialist whom the programme stands behind today, with a profile of their own.
 * @param {Core} core @param {PersonJson} row @param {number} today @param {Asked} [how] @returns {Verified}
 */
export function verifiedSpecialist(core, row, today, how) {
	const known = knownPerson(core, row, how);
	const endorsement = endorsementOf(core, row.endorsement, known.records);
	const shown = verifyProfile(row.profile, known.record, core.programme.facts);
	const isSpecialist = endorsement.role === ROLE.SPECIALIST && countsOn(endorsement, checkedDay(today));
	if (!isSpecialist || shown.profile.name !== endorsement.display_name) throw new Refusal("not-verified");
	const pin = { ...known.pin, profile: shown.ver, serial: endorsement.serial };
	checkNotOlder(core, pin);
	checkOther(core.readableLog, known.records, how);
	checkEndorsed(core.readableLog, core.programme.home, endorsement);
	return { ...known, endorsement, profile: shown.profile, pin };
}

/**
 * Somebody's verified keys, which have to continue those remembered. A new wrapping key moves what is remembered along by
 * itself; another lock does not: `acceptLock` does that, when a person decided.
 * @param {Core} core @param {Pick<PersonJson, "account_id" | "key_records">} row @param {Asked} [how] @returns {Known}
 */
export function knownPerson(core, row, how) {
	const records = verifyRecords(row.key_records, fromText(row.account_id, 16));
	const record = /** @type {KeyRecord} */ (records.at(-1));
	const known = metAs(core, row.account_id, records, how);
	return { records, record, lock: known === record ? "same" : "renewed", pin: pinOn(row.account_id, known) };
}

/** Whether somebody still has the lock by which they are remembered. @param {Core} core @param {string} id @param {KeyRecord[]} records verified @returns {Lock} */
export const lockWith = (core, id, records) =>
	metAs(core, id, records) === records.at(-1) ? "same" : "renewed";

/** The newest of their keys that needs nobody's decision. @param {Core} core @param {string} id @param {KeyRecord[]} records @param {Asked} [how] */
function metAs(core, id, records, { isFresh = true } = {}) {
	const before = pinOf(core, id);
	if (before === undefined) return /** @type {KeyRecord} */ (records.at(-1));
	const pinned = records[before.gen];
	if (pinned === undefined && !isFresh) throw new Refusal("keys-moved");
	if (pinned === undefined || toText(pinned.hash) !== before.kr) throw new Refusal("keys-other");
	return newestOfLock(records, pinned);
}

/** @param {string} id @param {KeyRecord} record @returns {Pin} */
const pinOn = (id, { gen, hash }) => ({ account_id: id, gen, kr: toText(hash), profile: 0, serial: 0 });

/** From now on this person is known by their newest lock. @param {Core} core @param {string} id @param {KeyRecord[]} records verified */
export function rememberLock(core, id, records) {
	remember(core, pinOn(id, /** @type {KeyRecord} */ (records.at(-1))));
}

/** @param {Core} core @param {Pin} pin */
export function remember(core, pin) {
	const trust = core.place.book.part(PART.TRUST);
	const before = pinOf(core, pin.account_id) ?? pin;
	const others = trust.people.filter((/** @type {Pin} */ row) => row.account_id !== pin.account_id);
	const rows = ascending([...others, newest(before, pin)], "account_id");
	core.place.book.change(PART.TRUST, { ...trust, people: rows });
}

/** @param {Core} core @param {string} id @returns {Pin | undefined} */
export const pinOf = (core, id) =>
	core.place.book.part(PART.TRUST).people.find((/** @type {Pin} */ row) => row.account_id === id);

/** @param {Core} core @param {unknown} json @param {KeyRecord[]} records all of them, verified */
export function endorsementOf({ programme: { home, roster } }, json, records) {
	try {
		return verifyEndorsement(json, { home, roster, records });
	} catch {
		throw new Refusal("endorsement");
	}
}

/** Of a lock they have or had: for the name of somebody one knows. @param {Core} core @param {unknown} json @param {KeyRecord[]} records */
export function onceEndorsed({ programme: { home, roster } }, json, records) {
	try {
		return verifyNamed(json, { home, roster, records });
	} catch {
		throw new Refusal("endorsement");
	}
}

/** @param {Core} core @param {Pin} pin */
function checkNotOlder(core, pin) {
	const before = pinOf(core, pin.account_id);
	if (before !== undefined && (pin.serial < before.serial || pin.profile < before.profile))
		throw new Refusal("not-verified");
}
