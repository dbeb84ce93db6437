// Other people: who the programme stands behind, what they chose to show, and what is remembered of them.

import { endorsementOf, remember, rememberLock, verifiedSpecialist } from "../acquaintance.js";
import { fromText, toText } from "../bytes.js";
import { checkedDay } from "../day.js";
import { checkWordsOf, countsOn, lockOf, ROLE, recordJson, verifyRecords } from "../people.js";
import { signProfile } from "../profile.js";
import { Refusal } from "../refusal.js";
import { keepLock } from "../talks.js";

/** @import { KeyRecordJson, PersonJson } from "../shapes.d.ts" */
/** @typedef {import("../sealed-core.js").Core} Core */
/** @typedef {import("../acquaintance.js").Verified} Verified */

const ENDS_SOON = 30;

/**
 * Refused with `keys-moved` while somebody's keys and the list may only be of two moments.
 * @param {Core} core @param {{directory: PersonJson[], today: number} & import("../audit.js").Asked} args
 */
export function people(core, { directory, today, isFresh }) {
	core.checkTrusted();
	const found = directory.map((row) => verifiedOrNull(core, row, today, { isFresh }));
	const shown = found.filter((person) => person !== null);
	for (const person of shown) core.people.set(person.pin.account_id, person);
	return { people: shown.map((person) => cardOf(core, person)), refused: found.length - shown.length };
}

/** @param {Core} core @param {{account_id: string}} args */
export function pinPerson(core, { account_id: id }) {
	const person = core.people.get(id);
	if (person === undefined) throw new Refusal("not-verified");
	remember(core, person.pin);
	return {};
}

/** @param {Core} core @param {{key_records?: KeyRecordJson[]}} args */
export function checkWords(core, { key_records: json }) {
	const records =
		json === undefined ? core.place.records : verifyRecords(json, fromText(json[0]?.account_id, 16));
	return { words: checkWordsOf(checkList(core), lockOf(records)) };
}

/**
 * A person decided: whoever this is proves who they are in another way now, and that is right.
 * @param {Core} core @param {{account_id: string}} args
 */
export function acceptLock(core, { account_id: id }) {
	const talks = talksWith(core, id).map(({ conversation }) => conversation.about.people.get(id) ?? []);
	// The list of people may have been read before the lock was renewed: what was met last counts.
	const known = [core.people.get(id)?.records ?? [], ...talks].sort((a, b) => b.length - a.length);
	const [records = []] = known;
	if (records.length === 0) throw new Refusal("not-verified");
	rememberLock(core, id, records);
	for (const talk of talksWith(core, id)) keepLock(core, talk);
	return {};
}

/** @param {Core} core @param {string} id */
const talksWith = ({ talks, place }, id) =>
	id === place.id ? [] : [...talks.values()].filter(({ conversation }) => conversation.about.people.has(id));

/** @param {Core} core @param {{profile: unknown, ver: number, day: number}} args */
export function profile({ place, programme }, { profile: shown, ver, day }) {
	const by = { accountId: place.accountId, ikSecret: place.ik.secretKey, ver, day: checkedDay(day) };
	return { profile: signProfile(shown, by, programme.facts) };
}

/** @param {Core} core @param {{endorsement: unknown, today: number}} args */
export function endorsementCheck(core, { endorsement, today }) {
	const e = endorsementOf(core, endorsement, core.place.records);
	const isTakenBack = core.log?.isTakenBack(core.place.accountId) ?? false;
	const valid = countsOn(e, today) && !isTakenBack;
	return {
		name: e.display_name,
		role: e.role,
		from: e.from_day,
		until: e.to_day,
		valid,
		ends_soon: valid && e.to_day - today < ENDS_SOON,
	};
}

/** @param {Core} core @param {{display_name: string}} args */
export function endorsementRequest(core, { display_name }) {
	const { records } = core.place;
	const record = lockOf(records);
	const before = records.slice(0, record.gen).map(recordJson);
	const home = toText(core.programme.home);
	const file = {
		kind: "alongside-endorsement-request",
		version: 1,
		home,
		role: ROLE.SPECIALIST,
		display_name,
		key_record: recordJson(record),
		...(before.length === 0 ? {} : { before }),
	};
	return { file, words: checkWordsOf(checkList(core), record) };
}

const NOT_ABOUT_THEM = new Set(["locked-out", "keys-moved"]);

/** @param {Core} core @param {PersonJson} row @param {number} today @param {import("../audit.js").Asked} how */
function verifiedOrNull(core, row, today, how) {
	try {
		return verifiedSpecialist(core, row, today, how);
	} catch (refusal) {
		if (refusal instanceof Refusal && !NOT_ABOUT_THEM.has(refusal.code)) return null;
		throw refusal;
	}
}

/** @param {Core} core @param {Verified} person */
function cardOf(core, { pin, profile: shown, endorsement, records, lock }) {
	const words = checkWordsOf(checkList(core), lockOf(records));
	return {
		account_id: pin.account_id,
		name: endorsement.display_name,
		profile: shown,
		until: endorsement.to_day,
		words,
		renewed: lock === "renewed",
		lock,
	};
}

/** Check words are English everywhere, so that two people compare the same four. @param {Core} core */
const checkList = (core) => /** @type {import("../words.js").WordList} */ (core.programme.five.get("en"));
