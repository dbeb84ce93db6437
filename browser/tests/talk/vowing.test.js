// What two people said they would do: the day at the house, the words in the talk, under one name.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Part } from "../../talk/vowing.js";

/** A house that remembers what it was asked, and a talk that remembers what was written into it. */
function house() {
	const seen = { asked: [], said: [], changes: 0, canWrite: true, fails: null, pages: [], now: 0 };
	Object.assign(seen, { undone: null, isStuck: false, tookBack: 0 });
	const talk = {
		known: { vows: [], canWrite: true },
		lines: [],
		sayAs: (kind, { text }) => seen.said.push([kind, JSON.parse(text)]),
		isOnItsWay: () => seen.isStuck,
		takeBack: async () => {
			seen.tookBack += 1;
			seen.isStuck = false;
		},
		changing: {
			undo: () => undefined,
			whyNot: () => seen.undone,
		},
	};
	const clock = {
		now: () => seen.now,
		after: (ms, then) => {
			seen.now += ms;
			queueMicrotask(then);
		},
	};
	const pledges = async (method, path, body) => {
		if (seen.fails === method) throw Object.assign(new Error("no line"), { code: "offline" });
		seen.asked.push([method, path, body]);
		if (method === "GET") return seen.pages.shift() ?? { open: [], past: [], more: false, contacts: [] };
		if (seen.fails === path) throw Object.assign(new Error("another device told it"), { code: "not-now" });
		const isOff = seen.calledOff !== undefined && path.endsWith(`/${seen.calledOff}`);
		return { state: isOff ? 6 : (seen.state ?? 1), due_on: seen.due ?? body?.due_on };
	};
	const given = { api: { pledges }, clock, onChange: () => (seen.changes += 1) };
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

const word = { b: "I'll call.", day: 20_700 };

test("a word that could not be written after all is called off, and the form hears of it", async () => {
	const { part, seen } = it;
	seen.undone = "somebody-came";
	await assert.rejects(part.deeds.give("7", "c1", word), refused("somebody-came"));
	const [put, off] = seen.asked;
	assert.deepEqual([put[0], off[0], off[2]], ["PUT", "POST", { word: "call-off" }]);
	assert.equal(off[1], `${put[1]}/say`);
});

test("a word that does not leave is taken back before the form is told that there is no line", async () => {
	const { part, seen } = it;
	seen.isStuck = true;
	await assert.rejects(part.deeds.give("7", "c1", word), refused("offline"));
	assert.equal(seen.tookBack, 1);
	assert.deepEqual(seen.asked.at(-1)?.[2], { word: "call-off" });
});

test("a call whose details do not leave is not kept, and one that is put right stays", async () => {
	const { part, seen } = it;
	seen.undone = "somebody-came";
	const call = { how: 1, day: 20_700, from: 10, till: 20, b: "" };
	await assert.rejects(part.deeds.note("7", "c1", call), refused("somebody-came"));
	assert.equal(seen.asked.at(-1)?.[0], "DELETE");
	await assert.rejects(
		part.deeds.note("7", "c1", { ...call, ref: "R", isNew: false }),
		refused("somebody-came"),
	);
	assert.equal(seen.asked.at(-1)?.[0], "PUT");
});

test("an answer that is owed is given with the next line of one's own, and with nothing else", async () => {
	const { part, seen, talk } = it;
	await part.deeds.give("7", "c1", { b: "", day: 20_700, to: "M", isOwed: true });
	assert.deepEqual(seen.asked[0]?.[2], { made_by: 3, due_on: 20_700 });
	const owed = { id: 1, ref: "R", mine: true, made_by: 3, state: 1, due_on: 20_700 };
	const open = [owed, { ...owed, ref: "T", made_by: 1 }, { ...owed, ref: "S", mine: false }];
	talk.known.vows = ["R", "S", "T"].map((ref) => ({ k: 1, ref, mine: true, n: 5 }));
	seen.pages = [{ open, past: [], more: false }];
	await part.deeds.read("7");
	seen.asked.length = 0;
	talk.lines = [
		...[
			{ from: "me", kind: "text", n: 4 },
			{ from: "them", kind: "text", n: 6 },
		],
		...[
			{ from: "me", kind: "card", n: 7 },
			{ from: "me", kind: "text", n: null },
		],
	];
	await part.deeds.answered("7", "c1");
	assert.deepEqual(seen.asked, []);
	talk.lines = [...talk.lines, { from: "me", kind: "text", n: 8 }];
	const now = seen.now;
	seen.now = 20_702 * 86_400_000;
	await part.deeds.answered("7", "c1");
	assert.deepEqual(seen.asked, [], "of a late one the other says what it was");
	seen.now = now;
	await part.deeds.answered("7", "c1");
	assert.deepEqual(seen.asked[0], ["POST", "relationships/7/pledges/R/say", { word: "kept" }]);
	assert.deepEqual(
		seen.asked.map(([method]) => method),
		["POST", "GET"],
	);
});

test("of two answers that are owed the second is told too where another device told the first", async () => {
	const { part, seen, talk } = it;
	const open = ["R", "S"].map((ref) => ({ id: 1, ref, mine: true, made_by: 3, state: 1, due_on: 20_700 }));
	talk.known.vows = ["R", "S"].map((ref) => ({ k: 1, ref, mine: true, n: 5 }));
	talk.lines = [{ from: "me", kind: "text", n: 8 }];
	seen.pages = [{ open, past: [], more: false }];
	await part.deeds.read("7");
	seen.fails = "relationships/7/pledges/R/say";
	await part.deeds.answered("7", "c1");
	assert.deepEqual(
		seen.asked.slice(1).map(([method, path]) => [method, path.slice(-5)]),
		[
			["POST", "R/say"],
			["POST", "S/say"],
			["GET", "edges"],
		],
	);
	assert.deepEqual(part.shown.pledges["7"].open, []);
});

test("a form whose word was called off gives it anew under its next name, the same at every press", async () => {
	const { part, seen } = it;
	seen.calledOff = "FORM";
	for (let press = 0; press < 2; press += 1) await part.deeds.give("7", "c1", { ...word, ref: "FORM" });
	const [one, other] = seen.said.map(([, { ref }]) => ref);
	assert.equal(one, other);
	assert.match(one, /^[A-Za-z0-9_-]{22}$/);
});

test("another promise under the name of one that stands writes over neither its words nor its day", async () => {
	const { part, seen, talk } = it;
	talk.known.vows = [{ k: 1, mine: true, ref: "FORM", ...word }];
	seen.due = word.day;
	const other = { b: "I'll write.", day: 20_709, ref: "FORM" };
	await assert.rejects(part.deeds.give("7", "c1", other), refused("said-before"));
	assert.deepEqual([seen.asked.map(([method]) => method), seen.said], [["PUT"], []]);
	await part.deeds.give("7", "c1", { ...word, ref: "FORM" });
	assert.deepEqual(seen.said, [], "the same again stands");
});

test("what the house has settled is not given again under its name", async () => {
	const { part, seen } = it;
	seen.state = 2;
	await assert.rejects(part.deeds.give("7", "c1", { ...word, ref: "FORM" }), refused("said-before"));
	assert.deepEqual([seen.asked.length, seen.said], [1, []]);
});

test("another call under the name of one that stands leaves that one as it is", async () => {
	const { part, seen, talk } = it;
	const call = { how: 1, day: 20_700, from: 10, till: 20, b: "We spoke." };
	talk.known.vows = [{ k: 2, mine: true, ref: "FORM", day: 20_700, from: 10, till: 20, b: "We spoke." }];
	const other = { ...call, ref: "FORM", from: 30, till: 50 };
	await assert.rejects(part.deeds.note("7", "c1", other), refused("said-before"));
	assert.deepEqual([seen.asked, seen.said], [[], []]);
	await part.deeds.note("7", "c1", { ...other, isNew: false });
	assert.equal(seen.said.length, 1, "to put it right is another thing");
});

test("a day that was changed between two presses is moved at the house, under the same name", async () => {
	const { part, seen } = it;
	seen.due = 20_700;
	await part.deeds.give("7", "c1", { b: "I'll call.", day: 20_702, ref: "FORM" });
	assert.deepEqual(seen.asked[1], ["POST", "relationships/7/pledges/FORM/move", { due_on: 20_702 }]);
	assert.equal(seen.said[0][1].day, 20_702);
});
