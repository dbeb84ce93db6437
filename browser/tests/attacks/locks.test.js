// Attacks on a lock that goes on: another lock in somebody's name, keys from nowhere, and what a thief finds later (P6, P9, P19).

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { openBundle } from "../../crypto/account.js";
import { fromText, toText } from "../../crypto/bytes.js";
import { decodeFrame, TYPE } from "../../crypto/frames.js";
import { headerFromFrame, openWrap } from "../../crypto/epoch.js";
import { memberOf } from "../../crypto/headers.js";
import { keyRecordBytes, krHashOf, recordJson } from "../../crypto/people.js";
import { nextOfLock } from "../../crypto/renewal.js";
import { Refusal } from "../../crypto/refusal.js";
import { random, sign, signingPair, wrapKeyOf } from "../../crypto/sodium.js";
import { PART } from "../../crypto/state.js";
import { Person, talk } from "../crypto/cast.js";
import { DAY, NOON, PROMISE } from "../crypto/little-house.js";
import { craftedHeader, slipHeader } from "./hostile.js";

const refusal = (code) => (error) => error instanceof Refusal && error.code === code;
const written = (person, text = "who reads?", today = DAY) =>
	person.do("sealText", { conv: room.conv, text, ts: NOON, today });
const told = (person) => person.do("checkPromise", { relationship: person.relationship(room.conv) });

let room;
beforeEach(async () => {
	room = await talk();
});

/** Another lock in this person's name, signed on by the one before: whoever has their words can make it. */
function otherLock(person) {
	const before = person.core.place.records.at(-1);
	const [ik, ekSeed] = [signingPair(random(32)), random(32)];
	const raw = {
		accountId: before.accountId,
		gen: before.gen + 1,
		ik: ik.publicKey,
		ek: wrapKeyOf(ekSeed),
		rand: new Uint8Array(16),
		prev: before.hash,
		day: DAY,
	};
	const bytes = keyRecordBytes(raw);
	const [sig, prevSig] = [sign(ik.secretKey, bytes), sign(person.core.place.ik.secretKey, bytes)];
	const record = { ...raw, sig, prevSig, hash: krHashOf(bytes, sig, prevSig) };
	return { record, ik, ekSeed };
}

/** The house publishes a record. */
function publish(person, record) {
	room.house.accounts.get(person.id).key_records.push(recordJson(record));
	room.house.list.keys(person.id, recordJson(record));
}

const pinOf = (person, other) =>
	person.core.place.book.part(PART.TRUST).people.find((row) => row.account_id === other.id);

test("Nothing is sealed to another lock of Ben's before Ada says so, and what she reads goes on", async () => {
	const { ada, ben, conv } = room;
	await ben.say(conv, "before", { to: ada });
	publish(ben, otherLock(ben).record);
	await told(ada);
	const taken = await ada.take(conv, []);
	assert.deepEqual(
		[taken.lock, taken.cannot, taken.canWrite, taken.stopped],
		["renewed", "lock-changed", false, null],
	);
	await assert.rejects(written(ada), refusal("lock-changed"));
	await assert.rejects(ada.do("startAgain", { conv, day: DAY, ts: NOON }), refusal("lock-changed"));
	await assert.rejects(ada.do("leave", { conv, day: DAY }), refusal("lock-changed"));
	assert.equal(pinOf(ada, ben).gen, 0, "what she remembers does not move by itself");
});

test("A line that waits for its answer is not sealed again to another lock", async () => {
	const { ada, ben } = room;
	const { id } = await written(ada, "on its way");
	publish(ben, otherLock(ben).record);
	await told(ada);
	await assert.rejects(ada.do("reseal", { id, today: DAY }), refusal("lock-changed"));
	await ada.do("acceptLock", { account_id: ben.id });
	assert.equal((await ada.do("reseal", { id, today: DAY })).frames.length, 2);
});

test("It is the same after locking, on every device, and for a new ask, until a person decides", async () => {
	const { ada, ben, conv, house } = room;
	await ada.saveState();
	const { record } = otherLock(ben);
	publish(ben, record);
	house.endorse(ben.id, { name: "Ben", kr: toText(record.hash), serial: 2 });
	const device = await ada.comeBack();
	const opened = await device.open(conv);
	assert.deepEqual([opened.lock, opened.name], ["renewed", "Ben"]);
	await device.follow(conv);
	await assert.rejects(written(device), refusal("lock-changed"));
	await device.do("acceptLock", { account_id: ben.id });
	assert.equal((await device.take(conv, [])).cannot, null);
	await device.saveState();
	const third = await ada.comeBack();
	assert.equal((await third.open(conv)).lock, "same", "what was decided is remembered");
});

test("A new ask to somebody met before is not sealed to another lock either", async () => {
	const { ada, ben, house } = room;
	const { record, ik } = otherLock(ben);
	publish(ben, record);
	house.endorse(ben.id, { name: "Ben", kr: toText(record.hash), serial: 2 });
	ben.core.place.ik = ik;
	const shown = JSON.parse(Buffer.from(fromText(house.row(ben.id).profile.bytes)).toString());
	const { profile } = await ben.do("profile", { profile: shown, ver: 2, day: DAY });
	house.accounts.get(ben.id).profile = profile;
	const { people: found } = await ada.do("people", { directory: [house.row(ben.id)], today: DAY });
	assert.deepEqual([found[0].lock, found[0].renewed], ["renewed", true]);
	const ask = {
		specialist: house.row(ben.id),
		promise: PROMISE,
		retention: 12,
		name: "Ada",
		text: "Again.",
		ts: NOON,
		day: DAY,
	};
	await assert.rejects(ada.do("ask", ask), refusal("lock-changed"));
	await ada.do("acceptLock", { account_id: ben.id });
	assert.equal((await ada.do("ask", ask)).ask.specialist, ben.id);
});

test("The programme's word for the old lock does not stand for another: Ben is not shown with it", async () => {
	const { ada, ben, house } = room;
	publish(ben, otherLock(ben).record);
	assert.equal((await ada.do("people", { directory: [house.row(ben.id)], today: DAY })).refused, 1);
	const { records } = ben.core.place;
	const skipped = nextOfLock(
		{ ...records[0], gen: 1 },
		{ ikSecret: ben.core.place.ik.secretKey, ek: wrapKeyOf(random(32)), day: DAY },
	);
	const row = house.row(ben.id);
	const lie = { ...row, key_records: [row.key_records[0], recordJson(skipped)] };
	assert.equal((await ada.do("people", { directory: [lie], today: DAY })).refused, 1);
});

test("A house that hides the other lock again, once it was seen, does not make it the same", async () => {
	const { ada, ben, conv } = room;
	publish(ben, otherLock(ben).record);
	await told(ada);
	room.house.accounts.get(ben.id).key_records.pop();
	await told(ada);
	const { lock, stopped } = await ada.take(conv, []);
	assert.deepEqual([lock, stopped.cause], ["renewed", "log-keys"]);
	await assert.rejects(written(ada), refusal("stopped"));
});

test("A house that shows Ada two different next keys of Ben's is found out", async () => {
	const { ada, ben, conv, house } = room;
	publish(ben, otherLock(ben).record);
	await told(ada);
	house.accounts.get(ben.id).key_records.pop();
	publish(ben, otherLock(ben).record);
	await told(ada);
	assert.equal((await ada.take(conv, [])).stopped.cause, "log-keys");
});

test("Another lock slipped in by a header alone is read, but nothing is sealed to it", async () => {
	const { ada, ben, conv, ledger } = room;
	const { record } = otherLock(ben);
	const { members } = ben.core.talks.get(conv).conversation.headers.newest.header;
	const rows = members.map((row) =>
		toText(row.accountId) === ben.id ? { ...row, krHash: record.hash } : row,
	);
	const records = [...ada.core.place.records, record];
	const made = craftedHeader(ada, conv, { change: { members: rows, reasonCode: 5 }, records });
	publish(ben, record);
	const waits = await ada.take(conv, [slipHeader(ledger, made.fields, ada.id)]);
	assert.equal(waits.wants, "them");
	await told(ada);
	const taken = await ada.take(conv, []);
	assert.deepEqual([taken.stopped, taken.cannot], [null, "lock-changed"]);
	await assert.rejects(written(ada), refusal("lock-changed"));
});

test("A header that names keys the house never shows stops the talk, and nothing was sent meanwhile", async () => {
	const { ada, ben, conv, ledger } = room;
	const { record } = otherLock(ben);
	const { members } = ben.core.talks.get(conv).conversation.headers.newest.header;
	const rows = members.map((row) =>
		toText(row.accountId) === ben.id ? { ...row, krHash: record.hash } : row,
	);
	const made = craftedHeader(ben, conv, {
		change: { members: rows, reasonCode: 5 },
		records: [...ada.core.place.records, record],
	});
	const waits = await ada.take(conv, [slipHeader(ledger, made.fields, ada.id)]);
	assert.deepEqual([waits.wants, waits.canWrite, waits.lines], ["them", false, []]);
	await assert.rejects(written(ada), refusal("catching-up"));
	await told(ada);
	assert.equal((await ada.take(conv, [])).stopped.cause, "header");
});

test("A header cannot go back to keys that were renewed", async () => {
	const { ada, ben, conv, ledger } = room;
	const old = ben.core.place.records[0];
	await ben.renew(DAY + 90);
	await told(ada);
	await ada.say(conv, "with your new key", { to: ben, today: DAY + 1 });
	const { members } = ada.core.talks.get(conv).conversation.headers.newest.header;
	const rows = members.map((row) => (toText(row.accountId) === ben.id ? { ...row, krHash: old.hash } : row));
	const made = craftedHeader(ben, conv, { change: { members: rows, reasonCode: 5 } });
	const taken = await ada.take(conv, [slipHeader(ledger, made.fields, ada.id)]);
	assert.equal(taken.stopped.cause, "header");
});

test("Finn's record behind Ben's is nobody's lock", async () => {
	const { ada, ben, house, conv } = room;
	const finn = await new Person(house, "field-stone-0003").comeIn();
	house.accounts.get(ben.id).key_records.push(finn.signUp.key_record);
	await assert.rejects(told(ada), refusal("key-record"));
	await assert.rejects(ada.do("acceptLock", { account_id: finn.id }), refusal("not-verified"));
	await assert.rejects(ada.do("acceptLock", { account_id: ada.id }), refusal("not-verified"));
	assert.equal((await ada.take(conv, [])).cannot, null);
});

test("P19: whoever takes Ada's root key after a year and two months opens nothing that was forgotten, with any old backup", async () => {
	const { ada, house, ledger } = room;
	const oldWraps = ledger.entries.filter(({ kind }) => kind === 1).map((entry) => ledger.head(entry, ada.id));
	const openedWith = (device) => oldWraps.filter((raw) => opensAny(raw, device)).length;
	assert.equal(openedWith(ada), 1, "before it, the same bytes open");
	for (const days of [90, 180, 270, 360, 450]) await ada.renew(DAY + days);
	const day = DAY + 90 + 33 + 12 * 31 + 1;
	await ada.renew(Math.max(day, DAY + 540));
	const thief = await ada.comeBack();
	const { ark, accountId, g } = thief.core.place;
	const { ver, box } = house.me(ada.id).bundle;
	const stolen = openBundle(ark.slice(), { home: house.home, accountId, g, ver }, fromText(box));
	assert.ok(!stolen.ek.some(({ gen }) => gen === 0));
	assert.equal(openedWith(thief), 0);
});

/** Whether one of the wrapping keys this device holds opens a wrap of hers. */
function opensAny(raw, { core: { place } }) {
	const frame = decodeFrame(raw);
	assert.equal(frame.type, TYPE.HEAD);
	const header = headerFromFrame(frame);
	const member = memberOf(header, place.accountId);
	return [...place.ekSeeds.values()].some((seed) => {
		try {
			return openWrap(header, frame.wrap, member, seed).length === 32;
		} catch {
			return false;
		}
	});
}

test("A bad wrap is mended once a day, so that two who quarrel do not go on for ever", async () => {
	const { ada, ben, conv, ledger } = room;
	const spoilt = async (today) => {
		const made = craftedHeader(ben, conv, { change: { day: today } });
		const entry = ledger.append({ kind: 1, fields: made.fields });
		await ben.take(conv, [ledger.head(entry, ben.id)], today);
		const foreign = { ...entry.fields, wraps: new Uint8Array(0) };
		const bad = { ...entry, fields: { ...foreign, wraps: wrapsWithout(entry.fields.wraps, ada) } };
		return await ada.take(conv, [ledger.head(bad, ada.id)], today);
	};
	const first = await spoilt(DAY);
	assert.deepEqual([first.cannot, first.canWrite, first.needsRotation], ["locked", true, 6]);
	await ada.say(conv, "mended", { to: ben });
	const second = await spoilt(DAY);
	assert.deepEqual([second.cannot, second.canWrite], ["locked", false]);
	await assert.rejects(written(ada), refusal("locked"));
	assert.equal((await written(ada, "tomorrow", DAY + 1)).frames.length, 2);
});

/** The same wraps, with Ada's exchanged for noise. */
function wrapsWithout(wraps, person) {
	const mine = fromText(person.id);
	const out = wraps.slice();
	for (let at = 0; at < out.length; at += 128) {
		if (toText(out.slice(at, at + 16)) === toText(mine)) out.set(random(112), at + 16);
	}
	return out;
}
