import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Guest } from "./guest.js";
import { House } from "./house.js";

/** More than text, without a screen: real core, real house, real wire. One story, told in order. */
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

const lineOf = (guest, text) => guest.talk.lines.find((line) => line.text === text);
const stored = (guest) =>
	guest.until(() => guest.talk.lines.every(({ state }) => state === "stored"), "all is stored");

async function says(from, to, text, how) {
	await from.room.say(from.talk.conv, text, how);
	await to.until(() => lineOf(to, text), text);
	await stored(from);
	return lineOf(from, text).id;
}

test("An answer points at its line on both sides", async () => {
	await says(ada, ben, "How are your evenings?");
	const { id } = lineOf(ben, "How are your evenings?");
	await says(ben, ada, "Better.", { re: id });
	assert.equal(lineOf(ada, "Better.").re, lineOf(ada, "How are your evenings?").msg);
});

test("Other words and signs are shown at once, and arrive without being a line", async () => {
	const id = await says(ada, ben, "I am fien");
	const count = ben.talk.lines.length;
	const heard = ben.heard.length;
	await ada.room.change(ada.talk.conv, id, "I am fine");
	assert.equal(lineOf(ada, "I am fine").id, id);
	await ben.until(() => lineOf(ben, "I am fine"), "Ben sees other words");
	assert.deepEqual(
		lineOf(ben, "I am fine").earlier.map(({ text }) => text),
		["I am fien"],
	);
	await ben.room.react(ben.talk.conv, lineOf(ben, "I am fine").id, 3);
	assert.equal(lineOf(ben, "I am fine").signs.me, 3);
	await ada.until(() => lineOf(ada, "I am fine")?.signs.them === 3, "Ada sees the sign");
	assert.deepEqual([ben.talk.lines.length, ben.heard.length], [count, heard]);
});

test("What is changed and taken back without a line is shown so at once, and arrives when it is back", async () => {
	const [kept, gone] = [await says(ada, ben, "keep tihs"), await says(ada, ben, "not this")];
	ada.cutLine();
	await ada.until(() => ada.view.line === "down", "the line is down");
	await ada.room.change(ada.talk.conv, kept, "keep this");
	await ada.room.erase(ada.talk.conv, gone);
	assert.equal(lineOf(ada, "keep this").state, "waiting");
	assert.equal(lineOf(ada, "not this"), undefined);
	await ben.until(() => lineOf(ben, "keep this") && !lineOf(ben, "not this"), "Ben has both");
	await stored(ada);
	assert.equal(ben.talk.lines.filter(({ kind }) => kind === "taken-back").length, 1);
});

test("What cannot be changed is said, and nothing moves", async () => {
	await says(ada, ben, "Ada's own");
	const { id } = lineOf(ben, "Ada's own");
	await ben.room.change(ben.talk.conv, id, "Ben's");
	await ben.until(() => ben.talk.undone === "not-yours", "Ben is told");
	assert.equal(lineOf(ben, "Ada's own").id, id);
	await assert.rejects(ben.room.react(ben.talk.conv, "nothing", 1), { code: "not-found" });
	await assert.rejects(ben.room.change(ben.talk.conv, id, " "), { code: "empty" });
});

test("Ada keeps a line, Ben takes it back, and she still has it on another device", async () => {
	const text = "I will call you on Sunday";
	await says(ben, ada, text);
	await ada.room.keepLine(ada.talk.conv, lineOf(ada, text).id);
	await ben.room.erase(ben.talk.conv, lineOf(ben, text).id);
	await ada.until(() => !lineOf(ada, text), "it is hidden");
	await ada.room.lockNow();
	await ada.room.comeBack({ ...adasWords, lockAfter: 15 });
	await ada.room.openNotebook();
	const [line] = ada.view.notebook.kept;
	assert.deepEqual([line.text, line.name], [text, "Ben"]);
	assert.deepEqual(ada.view.notebook.troubles, []);
});

test("Two windows write one page: nothing is lost, and both find the newest", async () => {
	const window = new Guest(house);
	await window.room.start();
	await window.room.comeBack({ ...adasWords, lockAfter: 15 });
	const docId = await ada.room.writePage({ title: "Plans", text: "one" });
	await window.room.openNotebook();
	await ada.room.writePage({ docId, title: "Plans", text: "two" });
	await window.room.writePage({ docId, title: "Plans", text: "three" });
	const texts = (await ada.room.pageVersions(docId)).map(({ text }) => text);
	assert.deepEqual(texts, ["three", "two", "one"]);
	await ada.room.openNotebook();
	assert.equal(ada.view.notebook.pages[0].text, "three");
	await window.room.removeDocument(docId);
	await ada.room.openNotebook();
	assert.deepEqual(ada.view.notebook.pages, []);
	await window.room.lockNow();
});

test("What is being written when the place locks is saved", async () => {
	ada.room.holdPage({ title: "", text: "half a thought" });
	await ada.room.lockNow();
	await ada.room.comeBack({ ...adasWords, lockAfter: 15 });
	await ada.room.openNotebook();
	assert.equal(ada.view.notebook.pages[0].text, "half a thought");
});

test("Words are found in lines from before and in the notebook, and nothing is sent for it", async () => {
	await ada.until(() => ada.talk?.lines.length > 5, "Ada's lines are here");
	const sent = ada.sent.length;
	const found = await ada.room.search("KEEP this");
	assert.deepEqual(
		found.lines.map(({ match }) => match),
		["keep"],
	);
	assert.equal(found.lines[0].id, lineOf(ada, "keep this").id);
	assert.deepEqual(
		(await ada.room.search("thought")).documents.map(({ text }) => text),
		["half a thought"],
	);
	assert.deepEqual((await ada.room.search("not this")).lines, []);
	await ada.room.bringAll(async () => {});
	assert.equal(ada.talk.older, "none");
	assert.equal(
		ada.sent.filter(({ box }) => box !== undefined).length,
		ada.sent.slice(0, sent).filter(({ box }) => box !== undefined).length,
	);
});
