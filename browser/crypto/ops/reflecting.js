// What a specialist and whoever supports them think about together: sealed to the two, and apart from any client (envelope.md, section 19).

import { endorsementOf, onceEndorsed } from "../acquaintance.js";
import { checkEndorsed } from "../audit.js";
import { equal, fromText } from "../bytes.js";
import { checkedDay } from "../day.js";
import { checked, letterOf, mine, opened } from "../letters.js";
import { countsOn, ROLE } from "../people.js";
import { Refusal } from "../refusal.js";
import { REFLECTION } from "../report-letter.js";

/** @typedef {import("../sealed-core.js").Core} Core */
/** @typedef {import("../letters.js").Row} Row */
/** @typedef {"mine" | "theirs"} Side whether one is the specialist whom it is about, or the one who supports them */

/**
 * Who of these one may think together with: those whose keys and endorsement hold today. Others are left out.
 * @param {Core} core @param {{people: {side: Side, row: Row}[], today: number}} args
 */
export function reflectWith(core, { people, today }) {
	core.checkTrusted();
	const shown = people.flatMap(({ side, row }) => {
		try {
			return [{ id: row.account_id, side, name: inForce(core, side, row, today).name }];
		} catch (refusal) {
			if (refusal instanceof Refusal) return [];
			throw refusal;
		}
	});
	return { people: shown };
}

/**
 * A letter to the other of the two, and to oneself.
 * @param {Core} core
 * @param {{sitting: string, side: Side, to: Row, words: string, topics: number[], minutes: number, day: number}} args `day`: on which it is written
 */
export function sealReflection(core, { sitting, side, to, words, topics, minutes, day }) {
	core.checkTrusted();
	const other = inForce(core, side, to, day).record;
	return {
		payload: letterOf(core, {
			...{ report: fromText(sitting, 16), sort: REFLECTION, b: words, day },
			...{ said: { topics, minutes }, records: [mine(core), other] },
		}),
	};
}

/**
 * What the two wrote to each other; a letter that does not hold says so, and says nothing else.
 * @param {Core} core @param {{sitting: string, other: Row | null, letters: any[]}} args `other`: null once they left
 */
export function readReflection(core, { sitting, other, letters }) {
	core.checkTrusted();
	const from = theOther(core, other);
	// A letter counts once, however often the server hands it out.
	const once = letters.filter(({ id }, at) => letters.findIndex((one) => one.id === id) === at);
	return { letters: once.map((row) => read(core, { about: fromText(sitting, 16), row, from })) };
}

/** @param {Core} core @param {{about: Uint8Array, row: any, from: import("../letters.js").Checked | null}} of */
function read(core, { about, row, from }) {
	const isMine = row.from_id === core.place.id;
	const known = { id: row.id, isMine, day: row.said_on };
	const { place } = core;
	const sender = isMine ? { row, record: mine(core), records: place.records } : from;
	try {
		if (sender === null || !isBetween(core, row, from)) throw new Refusal("not-verified");
		const { b, day, said } = opened(core, { about, row: { ...row, sort: REFLECTION }, from: sender });
		return { ...known, fits: true, b, day, .../** @type {import("../report-letter.js").Reflected} */ (said) };
	} catch (refusal) {
		if (refusal instanceof Refusal) return { ...known, fits: false, b: "", topics: [], minutes: 0 };
		throw refusal;
	}
}

/** Sealed to the two and to nobody else; also what one wrote before the other left. @param {Core} core @param {any} row @param {import("../letters.js").Checked | null} from */
function isBetween({ place }, row, from) {
	const others = row.readers.filter((/** @type {any} */ { account_id }) => account_id !== place.id);
	return others.every((/** @type {any} */ { account_id }) => account_id === from?.row.account_id);
}

/** Somebody whom the programme stood behind, as whatever it was; null where their keys do not hold. @param {Core} core @param {Row | null} row */
function theOther(core, row) {
	if (row === null) return null;
	try {
		const found = checked(core, row);
		onceEndorsed(core, row.endorsement, found.records);
		return found;
	} catch (refusal) {
		if (refusal instanceof Refusal) return null;
		throw refusal;
	}
}

/** @param {Core} core @param {Side} side @param {Row} row @param {number} today */
function inForce(core, side, row, today) {
	const { record, records } = checked(core, row);
	if (equal(record.accountId, core.place.accountId)) throw new Refusal("not-verified");
	const e = endorsementOf(core, row.endorsement, records);
	if (e.role !== roleOf(side) || !countsOn(e, checkedDay(today))) throw new Refusal("not-verified");
	checkEndorsed(core.readableLog, core.programme.home, e);
	return { record, name: e.display_name };
}

/** @param {Side} side */
const roleOf = (side) => (side === "mine" ? ROLE.SUPERVISOR : ROLE.SPECIALIST);
