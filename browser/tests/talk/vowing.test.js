// What two people said they would do: the day at the house, the words in the talk, under one name.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Part } from "../../talk/vowing.js";

/** A house that remembers what it was asked, and a talk that remembers what was written into it. */
function house() {
	const seen = { asked: [], said: [], changes: 0, canWrite: true, fails: null, pages: [] };
	const talk = {
		known: { vows: [], canWrite: true },
		sayAs: (kind, { text }) => seen.said.push([kind, JSON.parse(text)]),
	};
	const pledges = async (method, path, body) => {
		if (seen.fails === method) throw Object.assign(new Error("no line"), { code: "offline" });
		seen.asked.push([method, path, body]);
		if (method === "GET") return seen.pages.shift() ?? { open: [], past: [], more: false, contacts: [] };
		return {};
	};
	const given = { api: { pledges }, onChange: () => (seen.changes += 1) };
	return { seen, talk, part: new Part({ given, conversation: () => talk }) };
}

const refused = (code) => (error) => error.code === code;
let it;
beforeEach(() => {
	it = house();
});

test("a word goes to the house by its day alone, and into the talk with its words, under one name", async () => {
	const { part, seen } = it;
	await part.deeds.give("7", "c1", { b: " I'll call the clinic. ", day: 20_700 });
	const [put] = seen.asked;
	const [[kind, vow]] = seen.said;
	assert.deepEqual([put[0], put[2]], ["PUT", { made_by: 1, due_on: 20_700 }]);
	assert.equal(put[1], `relationships/7/pledges/${vow.ref}`);
	assert.deepEqual([kind, vow.b, vow.day, vow.k], ["vow", "I'll call the clinic.", 20_700, 1]);
	assert.equal(JSON.stringify(seen.asked).includes("clinic"), false);
});

test("a word on a line carries the line's name and none of its words", async () => {
	const { part, seen } = it;
	await part.deeds.give("7", "c1", { b: "", day: 20_700, to: "A".repeat(22) });
	assert.deepEqual([seen.said[0][1].to, seen.said[0][1].b], ["A".repeat(22), ""]);
});

test("without words, or where nobody can write, nothing goes anywhere", async () => {
	const { part, seen, talk } = it;
	await assert.rejects(part.deeds.give("7", "c1", { b: "  ", day: 20_700 }), refused("empty"));
	await assert.rejects(part.deeds.give("7", "c1", { b: "x".repeat(501), day: 1 }), refused("too-long"));
	talk.known.canWrite = false;
	await assert.rejects(part.deeds.give("7", "c1", { b: "x", day: 1 }), refused("cannot-write"));
	assert.deepEqual([seen.asked, seen.said], [[], []]);
});

test("where the house cannot be reached no words go out for a day that nobody knows", async () => {
	const { part, seen } = it;
	seen.fails = "PUT";
	await assert.rejects(part.deeds.give("7", "c1", { b: "I'll call.", day: 20_700 }), refused("offline"));
	assert.deepEqual(seen.said, []);
});

test("a moved day takes the same words with it", async () => {
	const { part, seen, talk } = it;
	talk.known.vows = [{ k: 1, mine: true, ref: "R", b: "I'll call.", day: 20_700 }];
	await part.deeds.move("7", "c1", "R", 20_705);
	assert.deepEqual(seen.asked[0], ["POST", "relationships/7/pledges/R/move", { due_on: 20_705 }]);
	assert.deepEqual(seen.said[0][1], { b: "I'll call.", day: 20_705, k: 1, ref: "R" });
});

test("a call that went past midnight is as long as it was", async () => {
	const { part, seen } = it;
	const call = { how: 1, day: 20_700, from: 1_430, till: 20, b: "" };
	await part.deeds.note("7", "c1", call);
	assert.deepEqual(seen.asked[0][2], { how: 1, day: 20_700, minutes: 30 });
	assert.deepEqual([seen.said[0][1].from, seen.said[0][1].till, seen.said[0][1].k], [1_430, 20, 2]);
});

test("what is past comes page by page, and each page stays", async () => {
	const { part, seen } = it;
	seen.pages = [
		{ open: [{ id: 9 }], past: [{ id: 5 }], more: true },
		{ open: [], past: [{ id: 4 }], more: false },
	];
	await part.deeds.read("7");
	await part.deeds.earlier("7");
	const { open, past, more } = part.shown.pledges["7"];
	assert.deepEqual([open.length, past.map(({ id }) => id), more], [1, [5, 4], false]);
	assert.equal(seen.asked[1][1], "relationships/7/pledges?before=5");
});
