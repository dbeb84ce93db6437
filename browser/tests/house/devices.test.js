import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { TYPE } from "../../crypto/frames.js";
import { Guest, hurried } from "./guest.js";
import { House } from "./house.js";

/** One place on two devices, long talks, and lines that the house bends. */
let house;
let ada;
let ben;

before(async () => {
	house = await House.open();
	[ada, ben] = [new Guest(house), new Guest(house)];
	await Promise.all([ada.room.start(), ben.room.start()]);
	ada.words = ada.view.offer;
	ben.words = house.people.get("Ben");
	await ada.room.comeIn({ lockAfter: 15 });
	await comeBack(ben);
	await agree();
});

after(async () => {
	try {
		await Guest.leaveAll();
	} finally {
		await house.close();
	}
});

const comeBack = (guest) => guest.room.comeBack({ ...guest.words, lockAfter: 15 });

async function agree() {
	const { accountId } = await ada.find("Ben");
	await ada.room.ask({ accountId, callName: "Ada", text: "Hello" });
	await ben.until(() => ben.view.home.hellos[0]?.last, "Ben reads the hello");
	await ben.room.accept(ben.view.home.hellos[0].id);
	await ada.until(() => ada.talk.canWrite, "Ada may write");
	await ben.until(() => ben.talk.canWrite, "Ben may write");
}

/** Another device of the same person. */
async function alsoAt(guest, given) {
	const other = new Guest(house, given);
	other.words = guest.words;
	await other.room.start();
	await comeBack(other);
	await other.until(() => other.talk && !other.talk.catching, "the talk is open");
	return other;
}

const allStored = (guest) => guest.talk.lines.every(({ state }) => state === "stored");
const opened = (guest) => guest.talk.lines.filter(({ kind }) => kind !== "unopened").map(({ text }) => text);
const said = (guest) => guest.talk.lines.map(({ text }) => text);

async function readAll(guest) {
	while (guest.talk.older === "more") await guest.room.older(guest.talk.conv);
}

test("What Ada writes on her phone stands on her laptop as hers, and is announced to nobody", async () => {
	const phone = await alsoAt(ada);
	await phone.room.say(phone.talk.conv, "from the bus");
	await ada.until(() => ada.texts.at(-1) === "me: from the bus", "the laptop shows it");
	assert.deepEqual(ada.heard, []);
	await phone.room.lockNow();
});

test("Two devices that write at once lose nothing, double nothing, and agree on the order", async () => {
	const phone = await alsoAt(ada);
	const written = [];
	for (let n = 0; n < 15; n += 1) {
		for (const [guest, where] of [
			[ada, "laptop"],
			[phone, "phone"],
			[ben, "Ben"],
		]) {
			written.push(`${where} ${n}`);
			await guest.room.say(guest.talk.conv, `${where} ${n}`);
		}
	}
	const everybody = [ada, phone, ben];
	for (const guest of everybody)
		await guest.until(
			() =>
				allStored(guest) &&
				said(guest).includes("Ben 14") &&
				said(guest).filter((text) => written.includes(text)).length === 45,
			"all is there",
		);
	const seen = everybody.map((guest) => said(guest).filter((text) => written.includes(text)));
	assert.deepEqual(seen[0], seen[1]);
	assert.deepEqual(seen[0], seen[2]);
	assert.deepEqual([...seen[0]].sort(), [...written].sort());
	for (const where of ["laptop", "phone", "Ben"]) {
		const theirs = seen[0].filter((text) => text.startsWith(where));
		assert.deepEqual(
			theirs,
			Array.from({ length: 15 }, (_, n) => `${where} ${n}`),
		);
	}
	await phone.room.lockNow();
});

test("Drafts of two devices are both kept", async () => {
	const phone = await alsoAt(ada);
	phone.room.draft(phone.talk.conv, "begun on the phone");
	await phone.room.lockNow();
	ada.room.draft(house.people.size.toString().padStart(22, "A"), "begun for another");
	await ada.room.lockNow();
	await comeBack(ada);
	await ada.until(() => ada.talk && !ada.talk.catching, "the talk is open");
	assert.equal(ada.talk.draft, "begun on the phone");
	ada.room.draft(ada.talk.conv, "");
});

test("After a long time away everything is there, page by page, without a gap", async () => {
	const phone = await alsoAt(ada);
	await phone.room.lockNow();
	for (let n = 0; n < 70; n += 1) {
		await ben.room.say(ben.talk.conv, `page ${n}`);
		if (ben.talk.question) await ben.room.answerQuestion(ben.talk.conv);
	}
	await ben.until(() => allStored(ben), "Ben's lines are stored");
	await comeBack(phone);
	await phone.until(() => phone.texts.at(-1) === "them: page 69", "the newest is there");
	await readAll(phone);
	const pages = said(phone).filter((text) => text.startsWith("page"));
	assert.deepEqual(
		pages,
		Array.from({ length: 70 }, (_, n) => `page ${n}`),
	);
	assert.equal(said(phone)[0], "Hello");
	assert.equal(phone.talk.stopped, null);
	await phone.room.lockNow();
});

test("After fifty lines without an answer the room asks before the next one", async () => {
	for (let n = 0; n < 50; n += 1) await ada.room.say(ada.talk.conv, `alone ${n}`);
	await ada.until(() => ada.talk.question !== null, "the room asks");
	await assert.rejects(ada.room.say(ada.talk.conv, "one more"), { code: "question-first" });
	await ada.room.answerQuestion(ada.talk.conv);
	await ada.room.say(ada.talk.conv, "one more");
	await ada.until(() => allStored(ada), "it was sent");
});

test("A line that could not leave before the lock is a draft afterwards, never lost", async () => {
	ada.mute = true;
	await ada.room.say(ada.talk.conv, "not gone yet");
	await ada.room.lockNow();
	ada.mute = false;
	await comeBack(ada);
	await ada.until(() => ada.talk && !ada.talk.catching, "the talk is open");
	assert.equal(ada.talk.draft, "not gone yet");
	ada.room.draft(ada.talk.conv, "");
});

test("A lock while the house is out of reach keeps the draft, sealed, until she is back", async () => {
	let isCut = false;
	const flaky = (url, options) =>
		isCut && options?.method === "PUT" ? Promise.reject(new TypeError("fetch failed")) : fetch(url, options);
	const phone = await alsoAt(ada, {
		fetch: (url, options) => (url.startsWith("file:") ? Guest.anywhere(url, options) : flaky(url, options)),
	});
	isCut = true;
	phone.room.draft(phone.talk.conv, "in the tunnel");
	await phone.room.lockNow();
	isCut = false;
	await comeBack(phone);
	await phone.until(() => phone.talk && !phone.talk.catching, "the talk is open");
	assert.equal(phone.talk.draft, "in the tunnel");
	phone.room.draft(phone.talk.conv, "");
	await phone.room.lockNow();
});

test("The room locks by itself when nobody is there, and says so a minute before", async () => {
	const phone = await alsoAt(ada, { clock: hurried });
	let warned = 0;
	phone.room.addEventListener("warning", () => {
		warned += 1;
	});
	await phone.room.lockNow();
	await phone.room.comeBack({ ...ada.words, lockAfter: 1 });
	assert.equal(phone.view.lock.minutes, 1);
	phone.room.shown(false);
	assert.equal(phone.view.lock.phase, "covered");
	phone.room.shown(true);
	phone.room.touched();
	assert.equal(phone.view.lock.phase, "open");
	assert.equal(warned, 0);
});

test("A house that crashes under a talk loses nothing it confirmed and doubles nothing", async () => {
	for (const guest of [ada, ben]) if (guest.talk.question) await guest.room.answerQuestion(guest.talk.conv);
	const written = Array.from({ length: 12 }, (_, n) => `storm ${n}`);
	for (const text of written.slice(0, 6)) await ada.room.say(ada.talk.conv, text);
	await ada.until(
		() => ada.talk.lines.filter(({ state }) => state === "waiting").length < 4,
		"some are stored",
	);
	const crash = house.crash();
	for (const text of written.slice(6)) await ada.room.say(ada.talk.conv, text);
	await crash;
	await ada.until(() => allStored(ada), "all are stored");
	await ben.until(() => said(ben).includes("storm 11"), "Ben has the last");
	for (const guest of [ada, ben]) {
		assert.deepEqual(
			said(guest).filter((text) => text.startsWith("storm")),
			written,
		);
		assert.equal(guest.talk.stopped, null);
	}
});

test("A receipt that is not genuine is not shown as sent", async () => {
	const phone = await alsoAt(ada);
	phone.bend = (frame, data) => {
		if (frame.type !== TYPE.ACK) return data;
		const bent = new Uint8Array(data.slice(0));
		bent[bent.length - 1] ^= 1;
		return bent.buffer;
	};
	if (phone.talk.question) await phone.room.answerQuestion(phone.talk.conv);
	await phone.room.say(phone.talk.conv, "is it stored?");
	await phone.until(() => phone.talk.stopped !== null, "it stops");
	assert.deepEqual(phone.talk.stopped.cause, "receipt");
	assert.equal(phone.talk.canWrite, false);
	phone.bend = null;
	await phone.room.lockNow();
});

test("A house that changes a line is found out: nothing after it is shown, and Ada may start again from there", async () => {
	const before = said(ada);
	ada.bend = (frame, data) => {
		if (frame.type !== TYPE.ENTRY) return data;
		const bent = new Uint8Array(data.slice(0));
		bent[bent.length - 1] ^= 1;
		return bent.buffer;
	};
	await ben.room.say(ben.talk.conv, "are you well?");
	await ada.until(() => said(ada).length > before.length, "something came");
	ada.bend = null;
	await ben.room.say(ben.talk.conv, "did you get that?");
	await ada.until(() => ada.talk.stopped !== null, "it stops");
	assert.deepEqual(opened(ada), before);
	assert.equal(ada.talk.whyNot, "stopped");
	assert.equal(ada.talk.mayStartAgain, true);
	const old = ada.talk.conv;
	const conv = await ada.room.startAgain(old);
	assert.notEqual(conv, old);
	await ada.until(() => ada.talk.conv === conv && ada.talk.canWrite, "the new talk is open");
	assert.deepEqual(ada.view.relationships[0].earlier, [old]);
	await ben.until(() => ben.talk.conv === conv && ben.talk.canWrite, "Ben has it too");
	await ada.room.say(conv, "here I am again");
	await ben.until(() => ben.texts.at(-1) === "them: here I am again", "Ben reads her");
	await ben.room.say(conv, "good");
	await ada.until(() => ada.texts.at(-1) === "them: good", "Ada reads him");
	assert.equal(ada.talk.lines[0].kind, "continues");
	assert.equal(
		ada.room.conversation(old).lines.filter(({ kind }) => kind !== "unopened").length,
		before.length,
		"the old one stays readable",
	);
});
