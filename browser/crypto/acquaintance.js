// Whom this person knows: keys verified against those remembered, and who is endorsed today.

import { checkEndorsed, checkOther } from "./audit.js";
import { fromText, toText } from "./bytes.js";
import { checkedDay } from "./day.js";
import { newest } from "./merge.js";
import { countsOn, ROLE, verifyEndorsement, verifyRecords } from "./people.js";
import { verifyProfile } from "./profile.js";
import { Refusal } from "./refusal.js";
import { ascending } from "./rows.js";
import { PART } from "./state.js";

/** @import { EndorsementJson, KeyRecord, PersonJson } from "./shapes.d.ts" */
/** @typedef {import("./sealed-core.js").Core} Core */
/** @typedef {{account_id: string, gen: number, kr: string, profile: number, serial: number}} Pin */
/** @typedef {{records: KeyRecord[], record: KeyRecord, isRenewed: boolean, pin: Pin}} Known */
/** @typedef {Known & {endorsement: EndorsementJson, profile: Record<string, any>}} Verified */

/**
 * A specialist whom the programme stands behind today, with a profile of their own.
 * @param {Core} core @param {PersonJson} row @param {number} today @returns {Verified}
 */
export function verifiedSpecialist(core, row, today) {
	const known = knownPerson(core, row);
	const endorsement = endorsementOf(core, row.endorsement, known.record);
	const shown = verifyProfile(row.profile, known.record, core.programme.facts);
	const isSpecialist = endorsement.role === ROLE.SPECIALIST && countsOn(endorsement, checkedDay(today));
	if (!isSpecialist || shown.profile.name !== endorsement.display_name) throw new Refusal("not-verified");
	const pin = { ...known.pin, profile: shown.ver, serial: endorsement.serial };
	checkNotOlder(core, pin);
	checkOther(core.readableLog, known.records);
	checkEndorsed(core.readableLog, core.programme.home, endorsement);
	return { ...known, endorsement, profile: shown.profile, pin };
}

/**
 * Somebody's verified keys, which have to continue those remembered.
 * @param {Core} core @param {PersonJson} row @returns {Known}
 */
export function knownPerson(core, row) {
	const records = verifyRecords(row.key_records, fromText(row.account_id, 16));
	const record = /** @type {KeyRecord} */ (records.at(-1));
	const before = pinOf(core, row.account_id);
	const pinned = before === undefined ? undefined : records[before.gen];
	if (before !== undefined && (pinned === undefined || toText(pinned.hash) !== before.kr))
		throw new Refusal("keys-other");
	const pin = { account_id: row.account_id, gen: record.gen, kr: toText(record.hash), profile: 0, serial: 0 };
	return { records, record, isRenewed: before !== undefined && before.gen < record.gen, pin };
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

/** @param {Core} core @param {unknown} json @param {KeyRecord} record */
export function endorsementOf({ programme: { home, roster } }, json, record) {
	try {
		return verifyEndorsement(json, { home, roster, record });
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
