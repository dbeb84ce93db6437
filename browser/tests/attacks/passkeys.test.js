// Attacks 3, 5, 6 and 28 on a passkey: a slot that is swapped, moved, brought back or added is refused or told, and nothing of the answer is kept.

import assert from "node:assert/strict";
import { before, beforeEach, test } from "node:test";
import { openSlot } from "../../crypto/account.js";
import { fromText, toText } from "../../crypto/bytes.js";
import { keepPasskey } from "../../crypto/ops/passkeys.js";
import { random } from "../../crypto/sodium.js";
import { Person, WORDS } from "../crypto/cast.js";
import { DAY, LittleHouse } from "../crypto/little-house.js";

let house;
let ada;
let finn;
/** What Ada's authenticator answers: the same for the same question, another for each passkey. */
const answers = new Map();

before(async () => {
	house = await LittleHouse.open();
	finn = await new Person(house, "meadow-hare-9002").comeIn();
});

beforeEach(async () => {
	house = await LittleHouse.open();
	ada = await new Person(house, "river-amber-0001").comeIn();
	answers.clear();
});

const refused = (code) => (refusal) => refusal.code === code;
const codes = ({ warnings }) => warnings.map(({ code }) => code);

/** Always a buffer of its own, as a browser gives it. */
function answerOf(slotId) {
	if (!answers.has(slotId)) answers.set(slotId, random(32));
	return answers.get(slotId).slice().buffer;
}

/** Ada makes a passkey, as an honest server stores it. */
async function makePasskey(name = "My phone") {
	const { slot_id } = await ada.do("beginPasskey", {});
	await ada.do("keepPasskey", { slot_id, prf: answerOf(slot_id) });
	const { payload } = await ada.do("addPasskey", { name, day: DAY });
	const account = house.accounts.get(ada.id);
	account.slots = [...account.slots, payload.slot];
	house.saveState(ada.id, payload.state);
	await ada.do("wayChanged", { me: house.me(ada.id) });
	return payload;
}

/** She comes back with what the server hands out. */
async function open(slot, { me = house.me(ada.id), at = slot.slot_id, home = house.config } = {}) {
	const browser = new Person(house, ada.username);
	await browser.do("init", home);
	await browser.do("startPasskey", { slot_id: at, prf: answerOf(at) });
	return await browser.do("openPasskey", { slot, me, today: DAY });
}

test("An honest server opens the place without a word of warning, and without name or words", async () => {
	const { slot } = await makePasskey();
	const greeting = await open(slot);
	assert.equal(greeting.account_id, ada.id);
	assert.deepEqual(codes(greeting), []);
	assert.deepEqual(codes((await ada.comeBack()).greeting), []);
	const { ways } = await ada.do("ways", { me: house.me(ada.id) });
	assert.deepEqual([ways.at(-1).type, ways.at(-1).name, ways.at(-1).day], [4, "My phone", DAY]);
});

test("Every passkey of a home is asked the same, before anybody says who they are; another home asks something else", async () => {
	const [one, two] = [new Person(house, ada.username), new Person(house, finn.username)];
	const far = new Person(house, ada.username);
	for (const device of [one, two]) await device.do("init", house.config);
	await far.do("init", { ...house.config, home: toText(random(16)) });
	const { salt } = await one.do("passkeyQuestion");
	assert.deepEqual(await two.do("passkeyQuestion"), { salt });
	assert.notEqual((await far.do("passkeyQuestion")).salt, salt);
	assert.equal((await ada.do("beginPasskey", {})).salt, salt);
});

test("3: a server that swaps two passkeys, their boxes or their ids opens nothing", async () => {
	const { slot } = await makePasskey();
	const { slot: other } = await makePasskey("My key");
	await assert.rejects(open(other, { at: slot.slot_id }), refused("slot"));
	await assert.rejects(open({ ...slot, box: other.box }), refused("not-opened"));
	await assert.rejects(open({ ...other, slot_id: slot.slot_id }), refused("not-opened"));
	for (const swapped of [ada.slot(1), ada.slot(2), { ...slot, type: 3 }, { ...slot, type: 2 }])
		await assert.rejects(open(swapped, { at: slot.slot_id }), refused("slot"));
	await assert.rejects(open({ ...slot, profile: 1 }), refused("profile-unknown"));
	await assert.rejects(open({ ...slot, salt: toText(random(16)) }), refused("salt-other"));
	await assert.rejects(open({ ...slot, g: 1 }), refused("not-opened"));
});

test("4: a wrong home, a wrong account and a wrong name open nothing", async () => {
	const { slot } = await makePasskey();
	const me = house.me(ada.id);
	const elsewhere = { ...house.config, home: toText(random(16)) };
	await assert.rejects(open(slot, { home: elsewhere }), refused("not-opened"));
	await assert.rejects(open(slot, { me: { ...me, account_id: finn.id } }), refused("not-opened"));
	await assert.rejects(open(slot, { me: { ...me, username: finn.username } }), refused("not-opened"));
	await assert.rejects(open(slot, { me: { ...me, username: "Ada" } }), refused("name-form"));
});

test("5: what opens the door opens no box, and what the page was told opens nothing", async () => {
	const { slot, auth } = await makePasskey();
	const account = { home: house.home, accountId: fromText(ada.id) };
	const { salt } = await ada.do("passkeyQuestion");
	for (const key of [auth, salt])
		assert.throws(() => openSlot(fromText(key), slot, account), refused("not-opened"));
});

test("6: neither the authenticator's answer nor the passkey's name is in what is sent", async () => {
	const payload = await makePasskey("My own phone");
	const sent = JSON.stringify(payload);
	const [answer] = [...answers.values()].map(Buffer.from);
	for (const told of [answer.toString("base64url"), answer.toString("hex"), "My own phone"])
		assert.ok(!sent.includes(told));
});

test("The answer is wiped where it arrives, and what is held of it goes once the server has the passkey", async () => {
	const { slot_id } = await ada.do("beginPasskey", {});
	const prf = answerOf(slot_id);
	keepPasskey(ada.core, { slot_id, prf });
	assert.deepEqual(new Uint8Array(prf), new Uint8Array(32));
	const { key } = ada.core.passkey;
	assert.deepEqual(await ada.do("beginPasskey", {}), {
		...(await ada.do("passkeyQuestion")),
		...{ slot_id, username: ada.username, made: true },
	});
	const { payload } = await ada.do("addPasskey", { name: "", day: DAY });
	house.accounts.get(ada.id).slots.push(payload.slot);
	house.saveState(ada.id, payload.state);
	await ada.do("wayChanged", { me: house.me(ada.id) });
	assert.equal(ada.core.passkey, null);
	assert.deepEqual(key, new Uint8Array(32));
	await assert.rejects(ada.do("addPasskey", { name: "", day: DAY }), refused("malformed"));
});

test("A lock forgets a passkey that was begun", async () => {
	const device = await ada.comeBack();
	const { slot_id } = await device.do("beginPasskey", {});
	await device.do("keepPasskey", { slot_id, prf: answerOf(slot_id) });
	const { key } = device.core.passkey;
	await device.do("lock");
	assert.equal(device.core.passkey, null);
	assert.deepEqual(key, new Uint8Array(32));
	await assert.rejects(device.do("keepPasskey", { slot_id, prf: answerOf(slot_id) }), refused("locked-out"));
});

test("3: a passkey that was removed and brought back by the server is told on every door", async () => {
	const { slot } = await makePasskey();
	const { payload } = await ada.do("removeWay", { slot_id: slot.slot_id });
	house.saveState(ada.id, payload.state);
	await ada.do("wayChanged", { me: house.me(ada.id) });
	assert.deepEqual(codes((await ada.comeBack()).greeting), ["way-in-added"]);
	assert.deepEqual(codes(await open(slot)), ["way-in-returned", "way-in-added"]);
});

test("28: a passkey that the server took away, and one that it made up, are told", async () => {
	await makePasskey();
	const account = house.accounts.get(ada.id);
	account.slots = account.slots.filter(({ type }) => type !== 4);
	assert.deepEqual(codes((await ada.comeBack()).greeting), ["way-in-gone"]);
	const { slot } = await finnsPasskey();
	account.slots = [...account.slots, slot];
	assert.deepEqual(codes((await ada.comeBack()).greeting).toSorted(), ["way-in-added", "way-in-gone"]);
});

async function finnsPasskey() {
	const { slot_id } = await finn.do("beginPasskey", {});
	await finn.do("keepPasskey", { slot_id, prf: answerOf(slot_id) });
	return (await finn.do("addPasskey", { day: DAY })).payload;
}

test("P10: without the card nothing of the state goes along, so nothing can be done at once", async () => {
	const { code } = await ada.do("spareCode");
	await ada.do("spareSeen");
	const { slot_id } = await ada.do("beginPasskey", {});
	await ada.do("keepPasskey", { slot_id, prf: answerOf(slot_id) });
	const { payload } = await ada.do("addPasskey", { name: "My phone", day: DAY });
	assert.ok(!("state" in payload) && !("spare_auth" in payload));
	const card = await ada.do("addPasskey", { name: "My phone", day: DAY, code });
	assert.ok("state" in card.payload && "spare_auth" in card.payload);
	assert.equal(card.slot_id, slot_id);
});

test("A code that is mistyped is told before a passkey is made for nothing", async () => {
	await assert.rejects(ada.do("beginPasskey", { code: "not a code" }), refused("code-form"));
	assert.equal(ada.core.passkey, null);
});

test("Nothing but an answer of 32 bytes is taken, and nothing without an open place", async () => {
	const { slot_id } = await ada.do("beginPasskey", {});
	for (const prf of [new ArrayBuffer(31), new Uint8Array(32), toText(random(32)), null, undefined])
		await assert.rejects(ada.do("keepPasskey", { slot_id, prf }), refused("malformed"));
	const nobody = new Person(house, ada.username);
	await nobody.do("init", house.config);
	for (const op of ["beginPasskey", "addPasskey"])
		await assert.rejects(nobody.do(op, {}), refused("locked-out"));
	await nobody.do("startSignIn", { username: ada.username, words: WORDS });
	const me = house.me(ada.id);
	await assert.rejects(
		nobody.do("openPasskey", { slot: ada.slot(1), me, today: DAY }),
		refused("locked-out"),
	);
});

test("A new lock drops every passkey, and what was begun with the old one; the old slot opens nothing that is new", async () => {
	const { slot } = await makePasskey();
	const { slot_id } = await ada.do("beginPasskey", {});
	await ada.do("keepPasskey", { slot_id, prf: answerOf(slot_id) });
	const { key } = ada.core.passkey;
	await ada.newLock("about above accent acrobat acorn");
	assert.equal(ada.core.passkey, null);
	assert.deepEqual(key, new Uint8Array(32));
	assert.deepEqual(
		house.accounts.get(ada.id).slots.map(({ type }) => type),
		[1, 2],
	);
	await assert.rejects(open(slot), refused("bundle"));
});
