import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Guest } from "./guest.js";
import { House } from "./house.js";

/** One's own path, a bad day, and what of it the other sees: real core, real house, real wire. One story, told in order. */
let house;
let ada;
let ben;
let adasWords;

before(async () => {
	house = await House.open();
	({ ada, ben, adasWords } = await Guest.talking(house));
});

after(async () => {
	try {
		await Guest.leaveAll();
	} finally {
		await house.close();
	}
});

const does = (guest, ...all) => guest.room.doing("path", ...all);
const own = (guest) => guest.view.parts.path;
const cards = (guest) => guest.talk.lines.filter(({ kind }) => kind === "card");
const step = (guest, b) => own(guest).path.find((row) => row.b === b);

test("Ada writes hopes and steps, and Ben sees nothing of them", async () => {
	await does(ada, "add", "path", { b: "A quiet home", k: 1 });
	await does(ada, "add", "path", { b: "Walk each day", k: 2 });
	assert.deepEqual(
		own(ada).path.map(({ b, k }) => [b, k]),
		[
			["A quiet home", 1],
			["Walk each day", 2],
		],
	);
	assert.equal(ben.talk.path.shown, null);
	await assert.rejects(does(ada, "add", "path", { b: "  ", k: 2 }), { code: "empty" });
});

test("Ada shows her steps: Ben sees these and no hope; what she changes there he sees too", async () => {
	const { conv } = ada.talk;
	await does(ada, "show", conv, { asks: true, parts: [2] });
	await ben.until(() => ben.talk.path.shown !== null, "Ben sees steps");
	assert.deepEqual(
		ben.talk.path.shown.rows.map(({ b }) => b),
		["Walk each day"],
	);
	await does(ada, "change", "path", step(ada, "Walk each day"), { done: 20_500 });
	await ben.until(() => ben.talk.path.shown.rows[0]?.done === 20_500, "Ben sees that it is done");
	assert.equal(ben.talk.lines.length, ada.talk.lines.length);
});

test("Ben suggests a step; it is Ada's only once she takes it, and one she leaves is gone without a word", async () => {
	const { conv } = ben.talk;
	for (const words of ["Call your sister", "Get up at five"]) await does(ben, "suggest", conv, words);
	await ada.until(() => own(ada).talks[0].suggested.length === 2, "Ada sees both");
	const [one, other] = own(ada).talks[0].suggested;
	assert.equal(step(ada, "Call your sister"), undefined);
	await does(ada, "take", conv, one);
	await does(ada, "leave", other.id);
	assert.deepEqual(own(ada).talks[0].suggested, []);
	const taken = step(ada, "Call your sister");
	assert.deepEqual([taken.by, taken.k], [2, 2]);
	await ben.until(() => ben.talk.path.shown.rows.length === 2, "Ben sees that one was taken");
	assert.ok(ben.talk.path.shown.rows.every(({ b }) => b !== "Get up at five"));
});

test("Ada takes her steps back: from then on Ben is shown nothing", async () => {
	await does(ada, "show", ada.talk.conv, { asks: false, parts: [] });
	await ben.until(() => ben.talk.path.shown.parts.length === 0, "nothing is shown");
	assert.deepEqual(ben.talk.path.shown.rows, []);
});

test("What Ada takes back while the line is cut is said to be gone only once it is, and leaves at the next opening", async () => {
	const { conv } = ada.talk;
	const standing = () => own(ada).talks[0].standing;
	await does(ada, "show", conv, { asks: false, parts: [2] });
	await ben.until(() => ben.talk.path.shown.parts.length === 1, "Ben sees steps again");
	await ada.until(() => standing() === "there", "it stands in the talk");
	ada.mute = true;
	await does(ada, "show", conv, { asks: false, parts: [] });
	assert.deepEqual([standing(), ben.talk.path.shown.parts], ["going", [2]]);
	await ada.room.lockNow();
	assert.deepEqual(ben.talk.path.shown.parts, [2]);
	ada.mute = false;
	await ada.room.comeBack({ ...adasWords, lockAfter: 15 });
	await ada.until(() => ada.talk?.canWrite, "Ada may write");
	await ada.room.reading("path", "warm");
	await ben.until(() => ben.talk.path.shown.parts.length === 0, "nothing is shown");
	await ada.until(() => standing() === "there", "it is said to be gone");
	assert.deepEqual(ben.talk.path.shown.rows, []);
});

test("A bad day that is pressed tells nobody; told, Ben reads the wish; taken back, it is gone", async () => {
	const { conv } = ada.talk;
	const before = ben.talk.lines.length;
	assert.equal(ada.view.badDay, false);
	await ada.room.reading("path", "pressed");
	assert.equal(ada.view.badDay, true);
	await does(ada, "tell", conv, 2, " It is loud. ");
	await ben.until(() => cards(ben).length === 1, "Ben sees a card");
	const [card] = cards(ben);
	assert.deepEqual([card.card.wish, card.card.words, card.from], [2, "It is loud.", "them"]);
	assert.equal(ben.talk.lines.length, before + 1);
	await ada.until(() => cards(ada)[0]?.state === "stored", "it is stored");
	await ada.room.lockNow();
	const days = new Set();
	const look = () => ada.view.door === "inside" && days.add(ada.view.badDay);
	ada.room.addEventListener("change", look);
	await ada.room.comeBack({ ...adasWords, lockAfter: 15 });
	assert.deepEqual([...days], [null], "nobody knows, and nobody says that it is none");
	assert.equal(await ada.room.reading("path", "day"), true);
	await ada.until(() => ada.view.badDay === true, "it is known again");
	ada.room.removeEventListener("change", look);
	assert.ok(!days.has(false));
	assert.equal(own(ada).talks[0].told, cards(ada)[0].id);
	await does(ada, "undo", conv, cards(ada)[0].id);
	await ben.until(() => cards(ben).length === 0, "it is gone for Ben");
	assert.equal(ada.view.badDay, false);
});

test('"I am not safe" tells nobody by itself; pressed, Ben reads the very line that stood there, once', async () => {
	const { conv } = ada.talk;
	const words = "I am not safe right now.";
	const read = () => cards(ben).filter(({ card, from }) => card.words === words && from === "them");
	assert.deepEqual(read(), []);
	await assert.rejects(does(ada, "notSafe", conv, " "), { code: "empty" });
	await does(ada, "notSafe", conv, words);
	await ben.until(() => read().length === 1, "Ben reads it");
	assert.equal(read()[0].card.t, "safe-line");
	assert.equal(ada.view.badDay, true);
	assert.equal(await ben.room.reading("stories", "why", conv), "bad-day");
	await ada.until(() => ada.talk.lines.at(-1).state === "stored", "it is stored");
	assert.equal(own(ada).talks[0].unsafe, ada.talk.lines.at(-1).id);
	assert.equal(own(ada).talks[0].told, null);
	await does(ada, "undo", conv, own(ada).talks[0].unsafe);
	await ben.until(() => read().length === 0, "taken back, it is gone for Ben");
	assert.equal(ada.view.badDay, false);
});

test("Thanks that Ada says stand in the talk: Ben reads the very words, and no day is called bad for them", async () => {
	const { conv } = ada.talk;
	await ada.room.doing("ripple", "thank", conv, " Thank you for Tuesday. ");
	const read = () => cards(ben).filter(({ card, from }) => card.t === "ripple-thanks" && from === "them");
	await ben.until(() => read().length === 1, "Ben reads it");
	assert.equal(read()[0].card.words, "Thank you for Tuesday.");
	assert.equal(ada.view.badDay, false);
});

test("The plan for bad days is there soon after the lock was opened, and stays where the line is cut", async () => {
	await does(ada, "add", "plan", { b: "My sister", k: 4, n: "555 0100" });
	await ada.room.lockNow();
	await ada.room.comeBack({ ...adasWords, lockAfter: 15 });
	await ada.room.reading("path", "warm");
	assert.deepEqual(
		[own(ada).plan.map(({ b, n }) => [b, n]), own(ada).isPlanHere, own(ada).isOpen],
		[[["My sister", "555 0100"]], true, false],
	);
	await ada.until(() => ada.talk?.canWrite, "Ada may write");
	await ada.room.reading("path", "open");
	assert.equal(own(ada).plan.length, 1);
});

test("Two windows write one path and one diary: nothing of either is lost", async () => {
	const window = new Guest(house);
	await window.room.start();
	await window.room.comeBack({ ...adasWords, lockAfter: 15 });
	await window.room.reading("path", "open");
	await does(ada, "add", "path", { b: "Sleep", k: 5 });
	await does(window, "add", "path", { b: "Tea", k: 5 });
	const seen = step(ada, "Walk each day");
	await does(window, "change", "path", step(window, "Walk each day"), { b: "Walk with Sam" });
	await does(ada, "change", "path", seen, { b: "Walk far" });
	const all = own(ada).path.map(({ b }) => b);
	for (const words of ["Sleep", "Tea", "Walk with Sam", "Walk far"]) assert.ok(all.includes(words), words);
	await does(ada, "add", "diary", { b: "I went.", matters: 8, sure: 3 });
	await does(window, "add", "diary", { b: "", matters: 9, sure: 4 });
	await ada.room.reading("path", "open");
	assert.deepEqual(
		own(ada)
			.diary.map(({ matters }) => matters)
			.sort(),
		[8, 9],
	);
	assert.equal(own(ada).troubles, 0);
	await window.room.lockNow();
});
