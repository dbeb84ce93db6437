// Who may read a letter about a concern or a measure: officers, and one more whom a signed paper names. The server only proposes.

import { endorsementOf } from "./acquaintance.js";
import { checkEndorsed } from "./audit.js";
import { checkedDay } from "./day.js";
import { checked } from "./letters.js";
import { countsOn, ROLE } from "./people.js";
import { Refusal } from "./refusal.js";
import { LETTER, MEASURE } from "./report-letter.js";

/** @typedef {import("./sealed-core.js").Core} Core */
/** @typedef {import("./letters.js").Row} Row */
/** @typedef {{also: string, readers: string[] | null}} Signed `also`: who raised the concern, or whom the measure is for; `readers`: the officers a report was sealed to, null of a measure */

const YES = 1;

/** What was opened while this place is open, by the id of a concern or a measure. @type {WeakMap<object, Map<string, Signed>>} */
const OPENED = new WeakMap();

/** Remembers what somebody's signature said, for as long as this place is open. @param {Core} core @param {string} id @param {Signed} signed */
export function rememberSigned({ place }, id, signed) {
	const all = OPENED.get(place) ?? new Map();
	OPENED.set(place, all.set(id, signed));
}

/**
 * The records a letter is sealed to, beside one's own; refused where one of these people may not read it.
 * @param {Core} core @param {Row[]} people without oneself
 * @param {{id: string, sort: number, day: number, measured: {on: string, does: number} | null}} letter `id`: "" of a measure that is set now
 */
export function readersFor(core, people, { id, sort, day, measured }) {
	const signed = OPENED.get(core.place)?.get(id);
	const also = alsoReads(signed, sort, measured);
	return people.map((row) => {
		const found = checked(core, row);
		if (row.account_id === also) return found.record;
		const mayRead = signed?.readers?.includes(row.account_id) ?? row.account_id !== measured?.on;
		if (!mayRead || officerName(core, found, day) === null) throw new Refusal("readers-unsure");
		return found.record;
	});
}

/**
 * By what name somebody answers concerns on a day; null where the programme does not stand behind them as an officer.
 * @param {Core} core @param {import("./letters.js").Checked} found @param {number} day
 */
export function officerName(core, { row, records }, day) {
	try {
		const e = endorsementOf(core, row.endorsement, records);
		checkEndorsed(core.readableLog, core.programme.home, e);
		return e.role === ROLE.SAFETY && countsOn(e, checkedDay(day)) ? e.display_name : null;
	} catch (refusal) {
		if (refusal instanceof Refusal) return null;
		throw refusal;
	}
}

/** The one who reads it beside officers: who raised a concern its answer, whom a measure is for what is decided. @param {Signed | undefined} signed @param {number} sort @param {{on: string, does: number} | null} measured */
function alsoReads(signed, sort, measured) {
	if (sort === MEASURE.SET) return measured?.on;
	const isOfMeasure = sort === MEASURE.SECOND || sort === MEASURE.DECISION;
	if (!isOfMeasure && sort !== LETTER.ANSWER) return undefined;
	// Written about what was opened, and about whom its own letter names.
	if (signed === undefined || (isOfMeasure && signed.also !== measured?.on))
		throw new Refusal("readers-unsure");
	return sort === MEASURE.SECOND && measured?.does !== YES ? undefined : signed.also;
}
