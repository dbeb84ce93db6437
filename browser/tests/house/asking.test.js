import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { TYPE } from "../../crypto/frames.js";
import { Guest, hurried } from "./guest.js";
import { House } from "./house.js";

/** Asking when things go wrong on the way: at a real house, with a real core. */
let house;

before(async () => {
	house = await House.open();
});

after(async () => {
	try {
		await Guest.leaveAll();
	} finally {
		await house.close();
	}
});

const ANYONE = { facts: [], langs: [], matters: null, anyone: true };

/** Someone who has just come in, with the words to come back. */
async function newcomer(given) {
	const guest = new Guest(house, given);
	await guest.room.start();
	guest.words = guest.view.offer;
	await guest.room.comeIn({ lockAfter: 5 });
	return guest;
}

async function specialist(name) {
	const guest = new Guest(house);
	await guest.room.start();
	await guest.room.comeBack({ ...house.people.get(name), lockAfter: 15 });
	return guest;
}

const comeBack = (guest) => guest.room.comeBack({ ...guest.words, lockAfter: 5 });

async function ask(guest, name, text = "Hello") {
	const { accountId } = await guest.find(name);
	return await guest.room.ask({ accountId, callName: "Ada", text });
}

test("A hello that was cut off before it left is sent by itself when Ada comes back", async () => {
	const ada = await newcomer({ clock: hurried });
	ada.mute = true;
	await ask(ada, "Marisol", "It is my first time here.");
	assert.equal(ada.view.step, "hello-missing");
	await ada.room.lockNow();
	ada.mute = false;
	await comeBack(ada);
	await ada.until(() => ada.view.step === "waiting", "the hello is there");
	assert.deepEqual(ada.texts, ["me: It is my first time here."]);
	assert.equal(ada.room.draftOf(ada.talk.conv), "", "the kept words are forgotten");
	const marisol = await specialist("Marisol");
	await marisol.until(() => marisol.view.home.hellos[0]?.last, "Marisol reads it");
	assert.equal(marisol.view.home.hellos[0].last.text, "It is my first time here.");
});

test("A hello that was cut off goes as soon as the line is back, once", async () => {
	const ada = await newcomer({ clock: hurried });
	ada.mute = true;
	await ask(ada, "Marisol", "Only once please.");
	ada.mute = false;
	ada.cutLine();
	await ada.until(() => ada.view.step === "waiting", "the hello is there");
	assert.deepEqual(ada.texts, ["me: Only once please."]);
});

test("A hello whose answer was lost is not sent again as another", async () => {
	const ada = await newcomer({ clock: hurried });
	ada.deaf = (frame) => frame.type === TYPE.ACK;
	await ask(ada, "Marisol", "Did it arrive?");
	await new Promise((later) => setTimeout(later, 300));
	ada.deaf = null;
	ada.cutLine();
	await ada.until(() => ada.view.step === "waiting", "the hello is there");
	const hellos = ada.sent.filter(({ type }) => type === TYPE.HEADER);
	assert.equal(hellos.length, 1);
	assert.deepEqual(ada.texts, ["me: Did it arrive?"]);
});

test("One open ask at a time; taken back, another person may be asked at once", async () => {
	const ada = await newcomer();
	const { id } = await ask(ada, "Theo");
	await ada.until(() => ada.view.step === "waiting", "the hello is there");
	await assert.rejects(ask(ada, "Ruth"), { code: "one-open-ask" });
	await ada.room.withdraw(id);
	assert.equal(ada.view.step, "finding");
	await ask(ada, "Ruth", "Hello Ruth");
	await ada.until(() => ada.view.step === "waiting", "Ruth is asked");
	assert.equal(ada.view.relationships[0].other.name, "Ruth");
});

test("A decline is kind and without a reason; asking someone else is one tap", async () => {
	const [ada, ruth] = [await newcomer(), await specialist("Ruth")];
	const { id } = await ask(ada, "Ruth", "Do you have time?");
	await ruth.until(
		() => ruth.view.home.hellos.some(({ last }) => last?.text === "Do you have time?"),
		"Ruth reads it",
	);
	const hello = ruth.view.home.hellos.find(({ last }) => last.text === "Do you have time?");
	await ruth.room.decline(hello.id);
	await ada.until(() => ada.view.relationships[0].state === "declined", "Ada is told");
	const [{ mayAskSomeoneElse, mayAskAgain, restsUntil, endedOn, other }] = ada.view.relationships;
	assert.deepEqual([mayAskSomeoneElse, mayAskAgain, restsUntil], [true, false, endedOn + 14]);
	await ada.room.find(ANYONE);
	assert.equal(ada.room.person(other.accountId).againDay, restsUntil);
	const again = { accountId: other.accountId, callName: "Ada", text: "Once more?" };
	await assert.rejects(ada.room.ask(again), { code: "not-free" });
	await ada.room.askSomeoneElse(id);
	assert.equal(ada.view.finding.state, "ready");
	assert.equal(ada.view.step, "finding");
});

test("Someone who pauses is not offered while others are free, and cannot be asked", async () => {
	const [ada, kwame] = [await newcomer(), await specialist("Kwame")];
	const { accountId } = await ada.find("Kwame");
	await kwame.room.setSeat({ paused: true, cap: 12 });
	assert.deepEqual(kwame.view.me.seat, { paused: true, cap: 12 });
	await assert.rejects(ada.room.ask({ accountId, callName: "Ada", text: "Hello" }), { code: "not-free" });
	assert.equal(ada.view.step, "finding");
	await ada.room.find(ANYONE);
	assert.equal(ada.room.person(accountId).free, false);
	assert.ok(ada.view.finding.people.every(({ free }) => free));
	await kwame.room.setSeat({ paused: false, cap: 12 });
});

test("A new profile is signed by its owner, and Ada sees it at once", async () => {
	const [ada, lena] = [await newcomer(), await specialist("Lena")];
	const { profile } = lena.view.me;
	await lena.room.saveProfile({
		...profile,
		line: "Slow mornings, honest talk.",
		facts: [...profile.facts].reverse(),
	});
	assert.equal(lena.view.me.profile.line, "Slow mornings, honest talk.");
	assert.equal((await ada.find("Lena")).line, "Slow mornings, honest talk.");
});

test("A list in which the house changed one byte of someone shows everybody else", async () => {
	const changed = (text) => text.replace(/"display_name":"Theo"/, '"display_name":"Thea"');
	const ada = await newcomer({ fetch: Guest.fetchThrough("/api/directory", changed) });
	await ada.room.find(ANYONE);
	assert.equal(ada.view.finding.refused, 1);
	for (let tries = 0; tries < 10; tries += 1) {
		await ada.room.find(ANYONE);
		assert.ok(ada.view.finding.people.every(({ name }) => !name.startsWith("The")));
	}
});

test("A promise with a sentence this room does not know is neither shown nor signed", async () => {
	const changed = (text) => text.replace('"two-read"', '"two-read-and-me"');
	const ada = await newcomer({ fetch: Guest.fetchThrough("/config.json", changed) });
	assert.throws(() => ada.room.promise(), { code: "promise-unknown" });
	await assert.rejects(ask(ada, "Theo"), { code: "promise-unknown" });
	assert.deepEqual(ada.view.relationships, []);
});

test("When the settings moved meanwhile, the new promise is shown before Ada signs anything", async () => {
	let isOld = true;
	const changed = (text) => (isOld ? text.replace('["age", ["18"]]', '["age", ["17"]]') : `${text} `);
	const ada = await newcomer({ fetch: Guest.fetchThrough("/config.json", changed) });
	const age = () => ada.room.promise().sentences.find(({ id }) => id === "age").text;
	assert.match(age(), /17/);
	isOld = false;
	await assert.rejects(ask(ada, "Theo"), { code: "promise-changed" });
	assert.match(age(), /18/);
	assert.deepEqual(ada.view.relationships, []);
	await ask(ada, "Theo");
	await ada.until(() => ada.view.step === "waiting", "the hello is there");
});

test("A name that is taken is drawn again, and Ada is told which one it became", async () => {
	const first = await newcomer({ chance: () => 0.25 });
	const draws = [0.25, 0.25, 0.25];
	const second = new Guest(house, { chance: () => draws.shift() ?? Math.random() });
	await second.room.start();
	assert.equal(second.view.offer.username, first.words.username);
	const { username, changed } = await second.room.comeIn({ lockAfter: 5 });
	assert.equal(changed, true);
	assert.notEqual(username, first.words.username);
	assert.equal(second.view.me.username, username);
	assert.deepEqual(second.view.notices, [{ code: "name-changed" }]);
	second.room.noticed("name-changed");
	assert.deepEqual(second.view.notices, []);
});
