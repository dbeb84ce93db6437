// Attacks 3, 5, 6 and 28 on a device of one's own: a slot that is swapped, weakened, brought back or added is refused or told.

import assert from "node:assert/strict";
import { before, beforeEach, test } from "node:test";
import { openSlot } from "../../crypto/account.js";
import { fromText, toText } from "../../crypto/bytes.js";
import { random } from "../../crypto/sodium.js";
import { Person } from "../crypto/cast.js";
import { DAY, LittleHouse } from "../crypto/little-house.js";

const PIN = "274913";
let house;
let ada;
let finn;
let secret;

before(async () => {
	house = await LittleHouse.open();
	finn = await new Person(house, "meadow-hare-9002").comeIn();
});

beforeEach(async () => {
	house = await LittleHouse.open();
	ada = await new Person(house, "river-amber-0001").comeIn();
	secret = toText(random(32));
});

const refused = (code) => (refusal) => refusal.code === code;

/** Ada's phone becomes her own, as an honest server stores it. */
async function makeOwn(pin = PIN, name = "My phone") {
	const { payload } = await ada.do("addDevice", { secret, pin, name, day: DAY });
	const account = house.accounts.get(ada.id);
	account.slots = [...account.slots, payload.slot];
	house.saveState(ada.id, payload.state);
	await ada.do("wayChanged", { me: house.me(ada.id) });
	return payload;
}

/** The phone opens with what the server hands out. */
async function open(slot, { me = house.me(ada.id), pin = PIN, at = slot.slot_id } = {}) {
	const phone = new Person(house, ada.username);
	await phone.do("init", house.config);
	await phone.do("startDevice", { username: ada.username, slot_id: at, secret, pin });
	return await phone.do("openDevice", { slot, me, today: DAY });
}

const codes = ({ warnings }) => warnings.map(({ code }) => code);

test("An honest server opens the phone without a word of warning, and without any words", async () => {
	for (const pin of [PIN, null]) {
		await makeOwn(pin);
		assert.deepEqual(codes(await open(house.accounts.get(ada.id).slots.at(-1), { pin })), []);
	}
});

test("3: another slot than this device's is refused before it is opened", async () => {
	const { slot } = await makeOwn();
	const other = (await makeOwn()).slot;
	for (const swapped of [ada.slot(1), ada.slot(2), { ...slot, type: 2 }, { ...slot, slot_id: other.slot_id }])
		await assert.rejects(open(swapped, { at: slot.slot_id }), refused("slot"));
	await assert.rejects(open(other, { at: slot.slot_id }), refused("salt-other"));
	await assert.rejects(open({ ...slot, box: other.box }, {}), refused("not-opened"));
	await assert.rejects(open({ ...slot, g: 1 }), refused("not-opened"));
});

test("1: a server cannot take the number away, nor choose the salt", async () => {
	const { slot } = await makeOwn();
	await assert.rejects(open({ ...slot, profile: 0 }), refused("profile-unknown"));
	await assert.rejects(open({ ...slot, salt: toText(new Uint8Array(16)) }), refused("salt-other"));
	await assert.rejects(open({ ...slot, salt: toText(random(16)) }), refused("salt-other"));
	const tap = (await makeOwn(null)).slot;
	await assert.rejects(open({ ...tap, profile: 1 }, { pin: null }), refused("profile-unknown"));
});

test("5: what proves the right at the server opens no box, and a wrong number opens nothing", async () => {
	const { slot, auth } = await makeOwn();
	const account = { home: house.home, accountId: fromText(ada.id) };
	assert.throws(() => openSlot(fromText(auth), slot, account), refused("not-opened"));
	await assert.rejects(open(slot, { pin: "274914" }), refused("not-opened"));
	await assert.rejects(open(slot, { pin: null }), refused("profile-unknown"));
});

test("6: neither secret, number nor name of the device is in what is sent", async () => {
	const payload = await makeOwn(PIN, "My own phone");
	const sent = JSON.stringify(payload);
	for (const told of [secret, PIN, "My own phone"]) assert.ok(!sent.includes(told));
});

test("3: a device that was removed and brought back by the server is told on every door", async () => {
	const { slot } = await makeOwn();
	const { payload } = await ada.do("removeWay", { slot_id: slot.slot_id });
	house.saveState(ada.id, payload.state);
	await ada.do("wayChanged", { me: house.me(ada.id) });
	assert.deepEqual(codes((await ada.comeBack()).greeting), ["way-in-added"]);
	assert.deepEqual(codes(await open(slot)), ["way-in-returned", "way-in-added"]);
	const { ways } = await ada.do("ways", { me: house.me(ada.id) });
	assert.equal(ways.at(-1).known, false);
});

test("28: a device that the server took away is told once, and not after it was read", async () => {
	await makeOwn();
	const account = house.accounts.get(ada.id);
	account.slots = account.slots.filter(({ type }) => type !== 3);
	const back = await ada.comeBack();
	assert.deepEqual(codes(back.greeting), ["way-in-gone"]);
	await back.do("forgetGone", { me: house.me(ada.id) });
	await back.saveState();
	assert.deepEqual(codes((await ada.comeBack()).greeting), []);
});

test("Another person's device opens nothing of Ada's", async () => {
	const { slot } = await makeOwn();
	const phone = new Person(house, finn.username);
	await phone.do("init", house.config);
	await phone.do("startDevice", { username: finn.username, slot_id: slot.slot_id, secret, pin: PIN });
	const me = { ...house.me(ada.id), username: finn.username };
	await assert.rejects(phone.do("openDevice", { slot, me, today: DAY }), refused("salt-other"));
});

test("Without the card nothing of the state goes along, so nothing can be done at once", async () => {
	await ada.do("spareSeen");
	const asked = [
		await ada.do("addDevice", { secret, pin: null, day: DAY }),
		await ada.do("addSpare", { day: DAY }),
		await ada.do("removeWay", { slot_id: ada.slot(2).slot_id }),
	];
	for (const { payload } of asked) {
		assert.ok(!("state" in payload));
		assert.ok(!("spare_auth" in payload));
	}
	await assert.rejects(ada.do("addSpare", { code: "not a code" }), refused("code-form"));
});

test("What has waited is finished with exactly what the server lists, and then alarms nobody", async () => {
	const { code } = await ada.do("spareCode");
	await ada.do("spareSeen");
	assert.equal(code.length, 34);
	const { payload } = await ada.do("addDevice", { secret, pin: null, name: "tablet", day: DAY });
	const account = house.accounts.get(ada.id);
	account.slots = [...account.slots, payload.slot];
	const { hash } = house.me(ada.id).slots.at(-1);
	const change = { slot_id: payload.slot_id, kind: 1, type: 3, due_on: DAY, hash };
	const finished = await ada.do("finishChange", { change, day: DAY, name: "tablet" });
	house.saveState(ada.id, finished.payload.state);
	await ada.do("wayChanged", { me: house.me(ada.id) });
	const { ways } = await ada.do("ways", { me: house.me(ada.id) });
	assert.deepEqual([ways.at(-1).name, ways.at(-1).day, ways.at(-1).known], ["tablet", DAY, true]);
	assert.deepEqual(codes((await ada.comeBack()).greeting), []);
});

test("A number has four to eight digits, whatever a page hands in", async () => {
	for (const pin of ["", "123", "123456789", "12 34", "١٢٣٤", 1234, {}])
		await assert.rejects(ada.do("addDevice", { secret, pin, day: DAY }), refused("pin-form"));
});
