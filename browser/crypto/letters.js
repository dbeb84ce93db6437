// Sealed letters between people of the programme: who they are, and what one's own keys open (envelope.md, section 19).

import { knownPerson } from "./acquaintance.js";
import { checkOther } from "./audit.js";
import { equal, fromText, toText } from "./bytes.js";
import { checkedDay } from "./day.js";
import { Refusal } from "./refusal.js";
import { openLetter, sealLetter } from "./report-letter.js";
import { random } from "./sodium.js";

/** @import { KeyRecord } from "./shapes.d.ts" */
/** @typedef {import("./sealed-core.js").Core} Core */
/** @typedef {{account_id: string, key_records: any, endorsement?: any}} Row somebody, as the house hands them out */
/** @typedef {{row: Row, record: KeyRecord, records: KeyRecord[]}} Checked */

/** Somebody's records, verified and as the list of who is who has them. @param {Core} core @param {Row} row */
export function checked(core, row) {
	if (row.account_id === core.place.id) return { row, record: mine(core), records: core.place.records };
	const { records, record, lock } = knownPerson(core, row);
	if (lock !== "same") throw new Refusal("lock-renewed");
	checkOther(core.readableLog, records);
	return { row, record, records };
}

/** @param {Core} core @param {Row[]} people @param {string} id */
export function checkedIn(core, people, id) {
	const row = people.find(({ account_id }) => account_id === id);
	if (row === undefined) throw new Refusal("key-record");
	return checked(core, row);
}

/** @param {Core} core @param {{report: Uint8Array, sort: number, b: string, day: number, records: KeyRecord[], said?: import("./report-letter.js").Said}} given */
export function letterOf(core, { report, sort, b, day, records, said = null }) {
	const to = {
		...{ home: core.programme.home, report, id: random(16), sort },
		fromId: core.place.accountId,
	};
	const by = { ikSecret: core.place.ik.secretKey, readers: records };
	const { envelope, box, wraps } = sealLetter(to, { b, day: checkedDay(day), said }, by);
	return { id: toText(envelope.id), box: toText(box), readers: readersOf(envelope.readers, wraps) };
}

/** @param {import("./report.js").Officer[]} readers @param {{accountId: Uint8Array, wrap: Uint8Array}[]} wraps */
export const readersOf = (readers, wraps) =>
	readers.map(({ accountId, krHash }) => {
		const mineOf = wraps.find((one) => equal(one.accountId, accountId));
		const { wrap } = /** @type {{wrap: Uint8Array}} */ (mineOf);
		return { account_id: toText(accountId), kr_hash: toText(krHash), wrap: toText(wrap) };
	});

/** @param {{account_id: string, kr_hash: string}[]} rows @returns {import("./report.js").Officer[]} */
export const namedIn = (rows) =>
	rows.map(({ account_id, kr_hash }) => ({
		accountId: fromText(account_id, 16),
		krHash: fromText(kr_hash, 32),
	}));

/** Every key of mine, by the record it belongs to. @param {Core} core */
export const reading = ({ place }) => ({
	me: place.accountId,
	keys: place.records.flatMap(({ gen, hash }) => {
		const seed = place.ekSeeds.get(gen);
		return seed === undefined ? [] : [{ krHash: hash, seed }];
	}),
});

/** @param {Core} core */
export const mine = ({ place }) => /** @type {KeyRecord} */ (place.records.at(-1));

/**
 * What somebody wrote, with whichever of their verified keys they signed it; refused else.
 * @param {Core} core @param {{about: Uint8Array, row: any, from: Checked}} of `row`: a letter, as the house hands it out
 */
export function opened(core, { about, row, from }) {
	const envelope = {
		...{ home: core.programme.home, report: about, id: fromText(row.id, 16), sort: row.sort },
		...{ fromId: fromText(row.from_id, 16), readers: namedIn(row.readers) },
	};
	const keys = reading(core);
	for (const sender of from.records.toReversed()) {
		try {
			return openLetter(envelope, fromText(row.box), fromText(row.wrap), { ...keys, sender });
		} catch (refusal) {
			if (!(refusal instanceof Refusal) || sender === from.records[0]) throw refusal;
		}
	}
	throw new Refusal("key-record");
}
