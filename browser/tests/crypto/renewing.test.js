// A wrapping key goes on by itself, and nobody notices: neither Ada nor Ben, nor a second device.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { equal } from "../../crypto/bytes.js";
import { Refusal } from "../../crypto/refusal.js";
import { PART } from "../../crypto/state.js";
import { asked, talk } from "./cast.js";
import { DAY, NOON } from "./little-house.js";

const refusal = (code) => (error) => error instanceof Refusal && error.code === code;
const newest = (person) => person.core.place.records.at(-1);
const reasonIn = (person, conv) => person.core.talks.get(conv).conversation.headers.newest.header.reasonCode;
const told = (person, conv) => person.do("checkPromise", { relationship: person.relationship(conv) });

/** What was stored since, as this person's line brings it. */
const framesFor = (person, from) =>
	room.ledger.entries.slice(from).map((entry) => room.ledger.frameOf(entry, person.id));

let room;
beforeEach(async () => {
	room = await talk();
});

test("Nothing is renewed before ninety days are over", async () => {
	assert.equal(await room.ada.renew(DAY + 89), false);
	assert.equal(room.house.me(room.ada.id).key_records.length, 1);
});

test("After ninety days Ada has a new wrapping key and the same identity, and the next device opens with it", async () => {
	const { ada, conv } = room;
	const before = newest(ada);
	assert.equal(await ada.renew(DAY + 90), true);
	const after = newest(ada);
	assert.deepEqual([after.gen, equal(after.ik, before.ik), equal(after.ek, before.ek)], [1, true, false]);
	assert.equal(await ada.renew(DAY + 90), false);
	const device = await ada.comeBack();
	assert.equal(newest(device).gen, 1);
	assert.deepEqual(device.greeting.warnings, []);
	const { lines } = await device.follow(conv);
	assert.equal(lines[0].text, "Hello Ben.");
});

test("Ada writes on with her new key: Ben's room asks once who that is, and reads on without an alarm", async () => {
	const { ada, ben, conv } = room;
	await ada.renew(DAY + 91);
	const from = room.ledger.entries.length;
	await ada.say(conv, "still me", { today: DAY + 91 });
	await assert.rejects(ben.take(conv, framesFor(ben, from), DAY + 91), refusal("log-behind"));
	await ben.readLog();
	const waits = await ben.take(conv, framesFor(ben, from), DAY + 91);
	assert.deepEqual([waits.wants, waits.lines, waits.canWrite, waits.stopped], ["them", [], false, null]);
	await told(ben, conv);
	const goes = await ben.take(conv, [], DAY + 91);
	assert.deepEqual(
		[goes.wants, goes.lines[0].text, goes.stopped, goes.lock],
		[null, "still me", null, "same"],
	);
	assert.equal(reasonIn(ben, conv), 5);
	const { taken } = await ben.say(conv, "I see", { to: ada, today: DAY + 91 });
	assert.deepEqual([taken.lines[0].text, taken.stopped], ["I see", null]);
	const pin = ben.core.place.book.part(PART.TRUST).people.find((row) => row.account_id === ada.id);
	assert.equal(pin.gen, 1);
});

test("Ben, who heard of Ada's new key first, turns to it by himself at his next line", async () => {
	const { ada, ben, conv } = room;
	await ada.renew(DAY + 91);
	await told(ben, conv);
	const { taken } = await ben.say(conv, "how are you?", { to: ada, today: DAY + 1 });
	assert.deepEqual([taken.lines[0].text, reasonIn(ada, conv)], ["how are you?", 5]);
	const { taken: back } = await ada.say(conv, "well", { to: ben, today: DAY + 1 });
	assert.equal(back.lines[0].text, "well");
	assert.equal(reasonIn(ben, conv), 5, "and nobody turns twice");
});

test("When both have renewed, one header takes up both keys", async () => {
	const { ada, ben, conv } = room;
	await ada.renew(DAY + 91);
	await ben.renew(DAY + 91);
	for (const person of [ada, ben]) await told(person, conv);
	await ada.say(conv, "one", { to: ben, today: DAY + 91 });
	const { taken } = await ben.say(conv, "two", { to: ada, today: DAY + 91 });
	assert.equal(taken.lines[0].text, "two");
	const { header } = ada.core.talks.get(conv).conversation.headers.newest;
	assert.equal(header.epoch, 1);
	const hashes = [newest(ada), newest(ben)].map(({ hash }) => hash);
	for (const row of header.members) assert.ok(hashes.some((hash) => equal(hash, row.krHash)));
});

test("Of two devices that renew at once one wins, and the other goes on with what it made", async () => {
	const { ada, ben, conv } = room;
	const phone = await ada.comeBack();
	await phone.follow(conv);
	const given = { today: DAY + 95, relationships: [ada.relationship(conv)] };
	const [one, two] = [await ada.do("renewKeys", given), await phone.do("renewKeys", given)];
	assert.equal(room.house.takeKeys(ada.id, one.payload), true);
	assert.equal(room.house.takeKeys(ada.id, two.payload), false);
	for (const device of [ada, phone]) {
		await device.do("keysRenewed", { me: room.house.me(ada.id) });
		await device.readLog();
	}
	assert.ok(equal(newest(ada).hash, newest(phone).hash));
	assert.equal((await phone.do("renewKeys", given)).payload, null);
	await told(ben, conv);
	const { taken } = await phone.say(conv, "from my phone", { to: ben, today: DAY + 95 });
	assert.equal(taken.lines[0].text, "from my phone");
});

test("A second device that is open learns of the new key from the header, and reads on", async () => {
	const { ada, ben, conv } = room;
	const phone = await ada.comeBack();
	await phone.follow(conv);
	await ada.renew(DAY + 95);
	await told(ben, conv);
	const from = room.ledger.entries.length;
	await ada.say(conv, "at home", { to: ben, today: DAY + 95 });
	const frames = framesFor(ada, from);
	await assert.rejects(phone.take(conv, frames, DAY + 95), refusal("log-behind"));
	await phone.readLog();
	const goes = await phone.take(conv, frames, DAY + 95);
	assert.deepEqual([goes.lines[0].text, goes.cannot], ["at home", null]);
});

test("A header that names Ada's new key before the house was asked for it waits, and asks", async () => {
	const { ada, ben, conv } = room;
	const phone = await ada.comeBack();
	await phone.follow(conv);
	await ada.renew(DAY + 95);
	await told(ben, conv);
	const from = room.ledger.entries.length;
	await ada.say(conv, "at home", { to: ben, today: DAY + 95 });
	const given = { conv, frames: framesFor(ada, from), today: DAY + 95, isRead: true };
	const waits = await phone.do("take", given);
	assert.deepEqual([waits.wants, waits.lines], ["me", []]);
	await phone.do("keysRenewed", { me: room.house.me(ada.id) });
	await phone.readLog();
	assert.equal((await phone.take(conv, [], DAY + 95)).lines[0].text, "at home");
});

test("Keys that another device of Ada's renewed are asked for before the list is doubted", async () => {
	const { ada, house } = room;
	const phone = await ada.comeBack();
	await phone.readLog();
	const { size } = phone.core.log;
	await ada.renew(DAY + 95);
	await assert.rejects(phone.readOn({ isFresh: false }), refusal("keys-moved"));
	assert.deepEqual([phone.core.log.size, phone.core.logTrouble], [size, null], "nothing was taken or told");
	await phone.do("keysRenewed", { me: house.me(ada.id) });
	assert.deepEqual(await phone.readOn({ isFresh: true }), { size: size + 1 });
});

test("A list that was asked for just before her own renewal is asked for again, and is no alarm", async () => {
	const { ada, house, conv } = room;
	const early = house.list.from(ada.core.log.size);
	const { payload } = await ada.do("renewKeys", { today: DAY + 95, relationships: [ada.relationship(conv)] });
	house.takeKeys(ada.id, payload);
	await ada.do("keysRenewed", { me: house.me(ada.id) });
	const given = { rows: [early.rows], note: early.note };
	await assert.rejects(ada.do("readLog", { ...given, isFresh: false }), refusal("keys-moved"));
	await ada.readOn({ isFresh: true });
	assert.equal(ada.core.logTrouble, null);
});

test("Nothing is said under Ada's new key before she has read the list that names it", async () => {
	const { ada, ben, house, conv } = room;
	const { payload } = await ada.do("renewKeys", { today: DAY + 95, relationships: [ada.relationship(conv)] });
	house.takeKeys(ada.id, payload);
	await ada.do("keysRenewed", { me: house.me(ada.id) });
	ada.readsLog = false;
	await assert.rejects(ada.say(conv, "too early", { today: DAY + 95 }), refusal("catching-up"));
	await assert.rejects(asked(room), refusal("log-unread"));
	await assert.rejects(ada.do("startAgain", { conv, day: DAY + 95, ts: NOON }), refusal("log-unread"));
	await ada.readLog();
	await told(ben, conv);
	const { taken } = await ada.say(conv, "in time", { to: ben, today: DAY + 95 });
	assert.equal(taken.lines[0].text, "in time");
	const { logSize } = ben.core.talks.get(conv).conversation.headers.newest.header;
	assert.equal(logSize, house.list.rows.length);
});

test("What the house said of Ben a moment before he renewed is only old: Ada asks once more, and nobody is alarmed", async () => {
	const { ada, ben, house, conv } = room;
	const [relationship, row] = [ada.relationship(conv), house.row(ben.id)];
	await ben.renew(DAY + 91);
	const device = await ada.comeBack();
	for (const [op, old, now] of [
		["openConversation", { relationship, conv }, () => ({ relationship: ada.relationship(conv), conv })],
		["checkPromise", { relationship }, () => ({ relationship: ada.relationship(conv) })],
		["people", { directory: [row], today: DAY }, () => ({ directory: [house.row(ben.id)], today: DAY })],
	]) {
		await assert.rejects(device.do(op, { ...old, isFresh: false }), refusal("keys-moved"), op);
		await device.do(op, { ...now(), isFresh: true });
	}
	assert.equal((await device.follow(conv)).stopped, null);
	assert.ok(device.core.people.has(ben.id), "and he is shown");
});

test("Ben's new key that the house names before Ada read on is no alarm either", async () => {
	const { ada, ben, conv } = room;
	await ben.renew(DAY + 91);
	ada.readsLog = false;
	const given = { relationship: ada.relationship(conv), isFresh: false };
	await assert.rejects(ada.do("checkPromise", given), refusal("keys-moved"));
	await ada.readLog();
	await ada.do("checkPromise", { ...given, isFresh: true });
	assert.equal((await ada.take(conv, [])).stopped, null);
});

test("An answer lost on the way: the room goes on as it is, saves, and the next visit has the new key", async () => {
	const { ada, ben, conv } = room;
	const { payload } = await ada.do("renewKeys", { today: DAY + 95, relationships: [ada.relationship(conv)] });
	assert.equal(room.house.takeKeys(ada.id, payload), true);
	await ada.say(conv, "nothing happened to me", { to: ben, today: DAY + 1 });
	const moved = await ada.saveState({ name: "Ada" });
	const { body } = await ada.do("stateMoved", { state: moved });
	assert.equal(room.house.saveState(ada.id, body).moved, null);
	await ada.do("stateSaved", { ctr: body.ctr });
	const next = await ada.comeBack();
	assert.deepEqual([newest(next).gen, next.greeting.name], [1, "Ada"]);
	const { lines } = await next.follow(conv);
	assert.ok(lines.some(({ text }) => text === "nothing happened to me"));
	assert.equal(await ada.renew(DAY + 95), false);
	assert.equal(newest(ada).gen, 1, "and this room takes it over when it asks again");
});

test("Wrapping keys that no line can need go with a renewal, and what is younger is read as ever", async () => {
	const { ada, ben, conv } = room;
	for (const days of [90, 180, 270, 360, 450]) {
		await ada.renew(DAY + days);
		await told(ben, conv);
		await ada.say(conv, `day ${days}`, { to: ben, today: DAY + days });
	}
	assert.deepEqual([...ada.core.place.ekSeeds.keys()], [0, 1, 2, 3, 4, 5]);
	const day = DAY + 90 + 33 + 12 * 31 + 1;
	await ada.renew(day + 90);
	assert.deepEqual([...ada.core.place.ekSeeds.keys()], [2, 3, 4, 5, 6]);
	const device = await ada.comeBack();
	assert.deepEqual([...device.core.place.ekSeeds.keys()], [2, 3, 4, 5, 6]);
	const { lines } = await device.follow(conv, conv, day + 90);
	assert.equal(lines.at(-1).text, "day 450");
	assert.equal(
		lines.find(({ text }) => text === "day 90"),
		undefined,
	);
});

test("None goes while one conversation is kept until its owner leaves", async () => {
	const { ada, house, conv } = room;
	const relationship = house.relationships.get(conv);
	relationship.promise = { version: 1, sentences: [["kept-open", []]] };
	for (const days of [90, 1_000, 2_000]) await ada.renew(DAY + days);
	assert.deepEqual([...ada.core.place.ekSeeds.keys()], [0, 1, 2, 3]);
	relationship.conversations[0].mode = 5;
	await ada.renew(DAY + 3_000);
	assert.deepEqual([...ada.core.place.ekSeeds.keys()], [3, 4], "what is gone keeps nothing");
});

test("A place whose published keys are not the ones its bundle holds is not opened", async () => {
	const { ada, ben, house } = room;
	await ada.renew(DAY + 90);
	const account = house.accounts.get(ada.id);
	const kept = structuredClone(account);
	account.key_records = account.key_records.slice(0, 1);
	await assert.rejects(ada.comeBack(), refusal("keys-other"));
	Object.assign(account, structuredClone(kept), { key_records: house.me(ben.id).key_records });
	await assert.rejects(ada.comeBack(), refusal("key-record"));
	Object.assign(account, structuredClone(kept), { bundle: ada.signUp.bundle });
	await assert.rejects(ada.comeBack(), refusal("keys-other"));
});

test("What the house answers to a renewal has to go on from what Ada knows", async () => {
	const { ada, ben, house, conv } = room;
	const { payload } = await ada.do("renewKeys", { today: DAY + 95, relationships: [ada.relationship(conv)] });
	house.takeKeys(ada.id, payload);
	const me = house.me(ada.id);
	for (const [lie, code] of [
		[{ account_id: ben.id }, "keys-other"],
		[{ key_records: me.key_records.slice(0, 1) }, "keys-other"],
		[{ bundle: { ...me.bundle, g: 1 } }, "keys-other"],
		[{ bundle: ada.signUp.bundle }, "keys-other"],
		[{ bundle: { ...me.bundle, ver: 3 } }, "bundle"],
		[{ state: ada.signUp.state }, "state-rolled-back"],
	]) {
		const device = await freshAda();
		await assert.rejects(device.do("keysRenewed", { me: { ...me, ...lie } }), refusal(code));
		assert.equal(newest(device).gen, 0);
	}
});

/** Ada's room as it stands before the house took her new keys. */
async function freshAda() {
	const { ada, house } = room;
	const now = house.accounts.get(ada.id);
	const before = { ...now, key_records: now.key_records.slice(0, 1), bundle: ada.signUp.bundle };
	house.accounts.set(ada.id, { ...before, state: stateOf(ada) });
	const device = await ada.comeBack();
	house.accounts.set(ada.id, now);
	return device;
}

const stateOf = (person) => savedStates.get(person.id);
const savedStates = new Map();
beforeEach(async () => {
	await room.ada.saveState({ name: "Ada" });
	savedStates.set(room.ada.id, structuredClone(room.house.accounts.get(room.ada.id).state));
});
