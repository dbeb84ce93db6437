import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Guest } from "./guest.js";
import { House } from "./house.js";

/** The main job without a screen: real core, real house, real wire. One story, told in order. */
let house;
let ada;
let ben;
let adasWords;
let adasCode;

before(async () => {
	house = await House.open();
	ada = new Guest(house);
	ben = new Guest(house);
	await Promise.all([ada.room.start(), ben.room.start()]);
});

after(async () => {
	try {
		await Guest.leaveAll();
	} finally {
		await house.close();
	}
});

const comeBack = (guest, { username, words }) => guest.room.comeBack({ username, words, lockAfter: 15 });

test("Ada comes in with a name and five words, and gives nothing else", async () => {
	assert.equal(ada.view.door, "outside");
	assert.equal(ada.view.offer.words.length, 5);
	adasWords = ada.view.offer;
	const { changed, username } = await ada.room.comeIn({ lockAfter: 5 });
	assert.deepEqual([changed, username], [false, adasWords.username]);
	assert.equal(ada.view.door, "inside");
	assert.equal(ada.view.step, "finding");
	assert.equal(ada.view.me.spareSeen, false);
});

test("The spare code is there until she has written it down", async () => {
	adasCode = await ada.room.spareCode();
	assert.match(adasCode, /^([0-9A-Z]{4}[ -]){6}[0-9A-Z]{4}$/);
	await ada.room.spareWritten();
	assert.equal(await ada.room.spareCode(), null);
	assert.equal(ada.view.me.spareSeen, true);
});

test("She finds three to five people who fit, with reasons they chose to show", async () => {
	await ada.room.find({ facts: ["alcohol", "parent"], langs: ["en"], matters: "alcohol", anyone: false });
	const { verdict, people, refused } = ada.view.finding;
	assert.equal(refused, 0);
	assert.ok(["several", "one"].includes(verdict));
	assert.ok(people.length >= 3 && people.length <= 5);
	assert.ok(people[0].facts.includes("alcohol"));
	assert.deepEqual(people[0].reasons[0], { kind: "fact", id: "alcohol", matters: true });
	assert.ok(ada.room.promise().sentences.length > 5);
});

test("One press signs the promise and sends the hello; then she waits", async () => {
	await comeBack(ben, house.people.get("Ben"));
	const { accountId } = await ada.find("Ben");
	await ada.room.ask({ accountId, callName: "Ada", text: "Hello. I stopped drinking nine days ago." });
	await ada.until(() => ada.view.step === "waiting", "the hello was stored");
	assert.equal(ada.view.relationships[0].other.name, "Ben");
	assert.equal(ada.talk.whyNot, "asked");
	await assert.rejects(ada.room.say(ada.talk.conv, "more"), { code: "cannot-write" });
});

test("Ben sees the hello by itself, and his yes opens the talk for both", async () => {
	await ben.until(() => ben.view.home.hellos[0]?.other.name === "Ada", "Ben sees the hello");
	const [hello] = ben.view.home.hellos;
	assert.match(hello.last.text, /nine days/);
	await ben.room.accept(hello.id);
	await ben.until(() => ben.talk?.canWrite, "Ben may write");
	await ada.until(() => ada.view.step === "talking" && ada.talk.canWrite, "Ada may write");
	assert.equal(ada.view.relationships[0].promiseBoth, true);
	assert.equal(ben.view.relationships[0].promiseBoth, true);
});

test("They talk live, in order, and each line is told once", async () => {
	await ben.room.say(ben.talk.conv, "Nine days is a lot. How are the evenings?");
	await ada.until(() => ada.texts.length === 2, "Ada reads Ben");
	for (let n = 1; n <= 12; n += 1) await ada.room.say(ada.talk.conv, `line ${n}`);
	await ben.until(() => ben.texts.length === 14, "Ben reads all of it");
	await ada.until(() => ada.talk.lines.every(({ state }) => state === "stored"), "all are stored");
	assert.deepEqual(
		ben.texts.slice(2),
		Array.from({ length: 12 }, (_, n) => `them: line ${n + 1}`),
	);
	assert.deepEqual(
		ada.heard.map(({ name }) => name),
		["Ben"],
	);
	assert.equal(ben.heard.length, 12 + 0);
	assert.equal(ben.view.relationships[0].waitingForMe, true);
});

test("What is written while a line is cut arrives once, in order, when it is back", async () => {
	ada.cutLine();
	await ada.until(() => ada.view.line === "down", "the line is down");
	const before = ben.texts.length;
	for (const text of ["first", "second", "third"]) await ada.room.say(ada.talk.conv, text);
	assert.equal(ada.talk.lines.at(-1).state, "waiting");
	await ben.room.say(ben.talk.conv, "meanwhile");
	await ada.until(
		() => ada.talk.lines.every(({ state }) => state === "stored") && ada.texts.includes("them: meanwhile"),
		"all caught up",
	);
	await ben.until(() => ben.texts.length === before + 4, "Ben has it all");
	const mine = ada.texts.filter((line) => /first|second|third/.test(line));
	assert.deepEqual(mine, ["me: first", "me: second", "me: third"]);
	assert.deepEqual(ada.texts.map(plain).sort(), ben.texts.map(plain).sort());
});

test("Lines in flight when the cable is pulled are neither lost nor doubled, ten times over", async () => {
	for (let round = 0; round < 10; round += 1) {
		await ada.room.say(ada.talk.conv, `round ${round} a`);
		await ada.room.say(ada.talk.conv, `round ${round} b`);
		ada.cutLine();
		await ada.until(
			() => ada.talk.lines.every(({ state }) => state === "stored"),
			`round ${round} is stored`,
		);
	}
	await ben.until(() => ben.texts.at(-1) === "them: round 9 b", "Ben has the last");
	const rounds = ben.texts.filter((line) => line.includes("round")).map((line) => line.replace("them: ", ""));
	assert.deepEqual(rounds, Array.from({ length: 10 }, (_, n) => [`round ${n} a`, `round ${n} b`]).flat());
});

test("A draft and the lines are there again after locking, on the same words", async () => {
	const { conv } = ada.talk;
	ada.room.draft(conv, "I wanted to say");
	const before = ada.texts;
	await ada.room.lockNow();
	assert.equal(ada.view.door, "locked");
	assert.equal(ada.view.me, null);
	assert.equal(ada.room.conversation(conv), null);
	await comeBack(ada, { username: adasWords.username, words: adasWords.words });
	await ada.until(() => ada.texts.length > 0 && !ada.talk.catching, "the talk is open");
	assert.equal(ada.talk.draft, "I wanted to say");
	while (ada.talk.older === "more") await ada.room.older(conv);
	assert.deepEqual(ada.texts, before);
	assert.equal(ada.talk.stopped, null);
});

test("Wrong words open nothing and say so", async () => {
	const finn = new Guest(house);
	await finn.room.start();
	const words = (await finn.room.readWords("zzzz apple")).words;
	assert.equal(words[0].word, null);
	await assert.rejects(comeBack(finn, { username: adasWords.username, words: finn.view.offer.words }), {
		code: "not-opened",
	});
	await assert.rejects(comeBack(finn, { username: adasWords.username, words: "zzzz zzzz zzzz zzzz zzzz" }), {
		code: "word-unknown",
	});
	assert.equal(finn.view.door, "outside");
	finn.room.leave();
	assert.match(finn.left, /^https:/);
});

test("The spare code opens her place when the words are gone: new words, a new code, the same talk", async () => {
	await ada.room.lockNow();
	await assert.rejects(
		ada.room.comeBackWithSpare({
			username: adasWords.username,
			code: `${adasCode.slice(0, -1)}${adasCode.endsWith("0") ? "1" : "0"}`,
		}),
		{ code: "spare-mistyped" },
	);
	await ada.room.comeBackWithSpare({
		username: adasWords.username,
		code: adasCode.toLowerCase().replaceAll("-", " "),
	});
	assert.equal(ada.view.door, "renewing");
	const renewed = ada.view.offer;
	await ada.room.renew({ lockAfter: 15 });
	assert.equal(ada.view.door, "inside");
	assert.notEqual(await ada.room.spareCode(), adasCode);
	await ada.until(() => ada.texts.length > 0 && ada.talk.canWrite, "the talk is open");
	await ada.room.lockNow();
	await assert.rejects(comeBack(ada, adasWords), { code: "not-opened" });
	adasWords = renewed;
	await comeBack(ada, adasWords);
	await ada.until(() => ada.talk?.canWrite, "the new words open it");
});

test("Another sign-in of hers ends when she says so", async () => {
	const other = new Guest(house);
	await other.room.start();
	await comeBack(other, adasWords);
	await ada.room.signOutOthers();
	await other.until(() => other.view.door === "locked", "the other one is locked");
});

test("Ada ends it, at once, and Ben is told", async () => {
	const [{ id, conv }] = ada.view.relationships;
	await ada.room.end(id);
	assert.equal(ada.view.relationships[0].state, "ended");
	assert.equal(ada.view.step, "finding");
	await ben.until(() => ben.view.relationships[0].state === "ended", "Ben is told");
	for (const [person, from] of [
		[ada, "me"],
		[ben, "them"],
	]) {
		const last = person.room.conversation(conv).lines.at(-1);
		assert.deepEqual(
			[last.kind, last.from],
			["left", from],
			"signed in the talk, not only said by the house",
		);
	}
	await assert.rejects(ada.room.say(conv, "wait"), { code: "cannot-write" });
	assert.ok(ada.texts.length > 0, "what was said can still be read");
});

test("She closes her place, with a receipt, and no words open it any more", async () => {
	await ada.room.closePlace({ words: adasWords.words });
	assert.equal(ada.view.door, "closed");
	assert.equal(ada.view.receipt.proven, true);
	assert.ok(ada.view.receipt.slots >= 2);
	const again = new Guest(house);
	await again.room.start();
	await assert.rejects(comeBack(again, adasWords), { code: "not-opened" });
});

const plain = (line) => line.replace(/^(me|them): /, "");
