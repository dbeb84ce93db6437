import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Guest } from "./guest.js";
import { House } from "./house.js";

/** What somebody took back, kept as proof or said goodbye with, shown to officers of a real house: exactly that, and proven. */
const PROFILE = {
	...{ line: "I answer concerns.", about: "I listen.", waiting: "", facts: ["evenings"], langs: ["en"] },
	reply: { days: [0, 1, 2, 3, 4], from: 540, to: 1020, tz: "Europe/Berlin", within: 24 },
};

let house;
let ada;
let adasWords;
let ben;
let eve;
let dora;

/** Somebody the programme stands behind as one who answers concerns. */
async function officer(name) {
	const one = new Guest(house);
	await one.room.start();
	const words = one.view.offer;
	await one.room.comeIn({ lockAfter: 15, link: await house.makeLink() });
	await one.room.saveProfile({ ...PROFILE, name });
	await house.endorse(await one.room.endorsementRequest(), { as: "safety-officer" });
	await one.room.lockNow();
	await one.room.comeBack({ ...words, lockAfter: 15 });
	return one;
}

before(async () => {
	house = await House.open();
	[eve, dora] = [await officer("Eve"), await officer("Dora")];
	({ ada, ben, adasWords } = await Guest.talking(house));
});

after(async () => {
	try {
		await Guest.leaveAll();
	} finally {
		await house.close();
	}
});

const lineOf = (guest, text) =>
	guest.talk.lines.find((line) => line.text === text && line.state === "stored");

/** Ben writes it, and Ada reads it. @returns {Promise<string>} as Ada's page names it */
async function says(text) {
	await ben.room.say(ben.talk.conv, text);
	await ada.until(() => lineOf(ada, text), "Ada reads it");
	await ben.until(() => lineOf(ben, text), "it is stored");
	return lineOf(ada, text).id;
}

/** Ben takes it back, and Ada sees that. */
async function takesBack(text, id) {
	await ben.room.erase(ben.talk.conv, lineOf(ben, text).id);
	await ada.until(() => ada.talk.lines.find((line) => line.id === id)?.kind === "taken-back", "it is gone");
}

/** Where their talk is, also where it is not open. */
const where = () => {
	const { conv, other } = ada.view.relationships[0];
	return { conv, on: [other.accountId] };
};

/** Ada raises a concern, and an officer's room opens it and holds it against the house's log. */
async function raised(change) {
	await ada.room.reading("concerning", "officers");
	const to = ada.view.parts.concerning.officers.list.map(({ id }) => id);
	assert.equal(to.length, 2);
	const said = { about: 1, ...where(), lines: [], words: "It frightened me.", ...change };
	const id = await ada.room.doing("concerning", "raise", said, to);
	const found = [];
	for (const one of [eve, dora]) {
		await one.room.reading("concerning", "look", id);
		const { fits, report } = one.view.parts.concerning.one;
		assert.equal(fits, true);
		found.push(report);
	}
	assert.deepEqual(found[0], found[1]);
	return found[0];
}

const wordsOf = ({ lines }) => lines.map(({ t, b, found }) => [t, b, found]);

test("P11: what Ben took back Ada can still show: both officers read its words and that it was taken back, and nothing else", async () => {
	await says("See you on Monday.");
	const [id, other] = [await says("I know where you live."), await says("Not chosen.")];
	await takesBack("I know where you live.", id);
	await takesBack("Not chosen.", other);
	const line = ada.talk.lines.find((one) => one.id === id);
	assert.deepEqual([line.text, line.held], ["", true]);
	const report = await raised({ lines: [id] });
	assert.deepEqual(wordsOf(report), [
		["text", "I know where you live.", "stands"],
		["erase", "", "stands"],
	]);
	assert.equal(report.lines[0].back, report.lines[1].n);
});

test("P11: it can be shown from a device that comes back while the house still keeps it, and says so once it does not", async () => {
	const id = await says("Give me your keys.");
	const { msg } = ada.talk.lines.find((line) => line.id === id);
	await takesBack("Give me your keys.", id);
	const again = async () => {
		await ada.room.lockNow();
		await ada.room.comeBack({ ...adasWords, lockAfter: 15 });
		await ada.until(() => ada.talk?.lines.some((line) => line.msg === msg), "Ada reads it again");
		return ada.talk.lines.find((line) => line.msg === msg);
	};
	const kept = await again();
	assert.deepEqual([kept.kind, kept.held, kept.text], ["taken-back", true, ""]);
	assert.deepEqual(wordsOf(await raised({ lines: [kept.id] })), [
		["text", "Give me your keys.", "stands"],
		["erase", "", "stands"],
	]);
	assert.ok((await house.forgetTakenBack(15)) > 0);
	const gone = await again();
	assert.deepEqual([gone.kind, gone.held], ["taken-back", undefined]);
	await assert.rejects(raised({ lines: [gone.id] }), { code: "no-such-text" });
});

test("A line kept as proof is shown long after the house let go of it, and that it was taken back stands beside it", async () => {
	const id = await says("Do not tell anybody.");
	await ada.room.keepLine(ada.talk.conv, id);
	await takesBack("Do not tell anybody.", id);
	assert.ok((await house.forgetTakenBack(15)) > 0);
	await ada.room.lockNow();
	await ada.room.comeBack({ ...adasWords, lockAfter: 15 });
	await ada.until(() => ada.talk?.lines.at(-1)?.kind === "taken-back", "Ada is back in the talk");
	assert.equal(ada.talk.lines.at(-1).held, undefined);
	await ada.room.openNotebook();
	const [{ docId, by, conv }] = ada.view.notebook.kept;
	assert.deepEqual({ conv, on: [by] }, where());
	const report = await raised({ kept: [docId] });
	assert.deepEqual(wordsOf(report), [
		["text", "Do not tell anybody.", "stands"],
		["erase", "", "stands"],
	]);
	assert.equal(report.lines[0].back, report.lines[1].n);
});

test("19: the last words of an ended talk are shown by themselves, also to officers who never were in it", async () => {
	const words = "You will be sorry that you left.";
	await ben.room.living(
		"goodbye",
		ben.view.relationships.find(({ conv }) => conv === ben.talk.conv).id,
		words,
	);
	await ada.until(() => lineOf(ada, words), "Ada reads the goodbye");
	await ben.room.end(ben.view.relationships.find(({ conv }) => conv === ben.talk.conv).id);
	await ada.until(() => ada.talk.relationship.state === "ended", "the talk is over");
	const line = lineOf(ada, words);
	assert.deepEqual([line.kind, ada.talk.canWrite], ["goodbye", false]);
	assert.deepEqual(wordsOf(await raised({ lines: [line.id] })), [["goodbye", words, "stands"]]);
	await ada.room.keepLine(ada.talk.conv, line.id);
	await ada.room.openNotebook();
	const { docId } = ada.view.notebook.kept.find(({ text }) => text === words);
	await ada.room.lockNow();
	await ada.room.comeBack({ ...adasWords, lockAfter: 15 });
	// An ended talk is opened when somebody looks at it.
	assert.equal(ada.talk, null);
	await ada.room.openNotebook();
	assert.deepEqual(wordsOf(await raised({ kept: [docId] })), [["goodbye", words, "stands"]]);
});
