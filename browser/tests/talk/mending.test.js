// The words go into the talk first, then the house hears that something is open, answered, closed; what was cut off is made up for.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Part } from "../../talk/mending.js";
import { wordsIn, cardIn } from "../../talk/deeds.js";
import { isSaid, lineOf } from "../../talk/lines.js";
import { repairNamed } from "./repair-path.js";

const NOW = 1_700_000_000_000;
const mend = (change) => ({
	...{ of: "one", n: 3, msg: "m3", from: "me", by: "ada", about: 4, re: null, text: "So.", ts: NOW - 1_000 },
	...{ replies: [], closed: null, ...change },
});
const row = (change) => ({
	...{ ref: "one", mine: true, due_on: 20_000, answered: false, late: false, tells_desk: false, ...change },
});

let house;
beforeEach(() => {
	house = { rows: [], told: [], sent: [], mends: [], stuck: false, cut: false, state: "active" };
	house.pages = [];
	house.asked = 0;
});

/** A room around the part: what it writes stands in the talk at once, or not at all. */
function part() {
	const conversation = {
		relationship: { id: 7, state: house.state },
		changing: { undo() {}, whyNot: () => null },
		lines: [],
		get known() {
			return { mends: house.mends, stopped: null };
		},
		get older() {
			return house.pages.length === 0 ? "none" : house.pages[0] === "refused" ? house.held : "more";
		},
		async loadOlder() {
			house.asked += 1;
			if (house.pages[0] === "refused") house.held = "held";
			else house.mends = house.pages.shift()(house.mends);
		},
		isHere: async () => undefined,
		isOnItsWay: () => house.stuck,
		takeBack: async () => {
			house.stuck = false;
			conversation.lines = [];
		},
		sayAs(kind, { text }) {
			const step = JSON.parse(text);
			if (house.stuck) conversation.lines = [{ id: "w1", state: "asks" }];
			else house.sent.push([kind, step]);
			if (!house.stuck && step.step === 1) house.mends = [mend({ of: step.of })];
			if (!house.stuck && step.step === 3)
				house.mends = [mend({ closed: { how: step.how, text: "", ts: NOW } })];
			return "w1";
		},
	};
	const api = {
		part: async (method, path, said) => {
			if (method === "GET") return { repairs: house.rows };
			const { id, ref, step } = repairNamed(method, path);
			if (house.cut) throw Object.assign(new Error("offline"), { code: "offline" });
			house.told.push([id, ref, step, said]);
			if (step === "desk") house.rows = [row({ tells_desk: said.tells_desk })];
			else house.rows = step === "close" ? [] : [row({ answered: step === "answered" })];
			return { repairs: house.rows };
		},
	};
	const clock = { now: () => NOW, after: (_, then) => void setTimeout(then, 1) };
	const core = { keepUnsaid: async (given) => given };
	const notebook = { keep: (seal) => seal() };
	return new Part({ given: { api, clock, core, onChange() {} }, conversation: () => conversation, notebook });
}

const say = { conv: "c", of: "one", about: 4, re: null, text: "So.", tellsDesk: true };

test("Ada's words stand in the talk before the house hears that something is open", async () => {
	const made = part();
	await made.deeds.say(say);
	assert.deepEqual(house.sent, [["mend", { step: 1, of: "one", about: 4, how: 0, re: null, text: "So." }]]);
	assert.deepEqual(house.told, [[7, "one", "say", { tells_desk: true }]]);
	assert.deepEqual(made.shown.c, [
		{ ref: "one", mine: true, dueOn: 20_000, answered: false, late: false, tellsDesk: false },
	]);
});

test("A step that cannot go is taken back, and the house hears nothing", async () => {
	house.stuck = true;
	await assert.rejects(part().deeds.say(say), { code: "line-asks" });
	assert.deepEqual([house.sent, house.told], [[], []]);
});

test("What was cut off in between is told at the next look, each step once", async () => {
	house.cut = true;
	const made = part();
	await made.deeds.say(say);
	assert.deepEqual([house.sent.length, house.told], [1, []]);
	house.cut = false;
	await made.deeds.look("c");
	await made.deeds.look("c");
	assert.deepEqual(house.told, [[7, "one", "say", { tells_desk: true }]]);
});

test("Where ten are open nothing more is said, and nobody's words are lost", async () => {
	house.rows = Array.from({ length: 10 }, (_, i) => row({ ref: `r${i}` }));
	await assert.rejects(part().deeds.say(say), { code: "repairs-full" });
	assert.deepEqual(house.sent, []);
});

test("The same words may be replied twice, and each time they are sent", async () => {
	house.mends = [mend({ from: "them", replies: [{ from: "me", by: "ben", text: "Thank you.", ts: NOW }] })];
	const reply = { conv: "c", of: "one", text: "Thank you." };
	await part().deeds.reply({ ...reply, before: 0 });
	assert.equal(house.sent.length, 0, "that one stands");
	await part().deeds.reply({ ...reply, before: 1 });
	assert.deepEqual(
		house.sent.map(([, { step, text }]) => [step, text]),
		[[2, "Thank you."]],
	);
});

test("A close in other words than those that stand is not said to be done", async () => {
	house.mends = [mend({ closed: { how: 1, text: "Good.", ts: NOW } })];
	const close = { conv: "c", of: "one", how: 1, text: "Good." };
	await part().deeds.close(close);
	for (const other of [{ how: 2 }, { text: "Not so good." }])
		await assert.rejects(part().deeds.close({ ...close, ...other }), { code: "closed-before" });
	assert.deepEqual(house.sent, []);
});

test("A close that the house did not hear is told again, and one it heard is not", async () => {
	house.mends = [mend({ closed: { how: 1, text: "", ts: NOW } })];
	house.rows = [row()];
	await part().deeds.look("c");
	await part().deeds.look("c");
	assert.deepEqual(house.told, [[7, "one", "close", undefined]]);
});

test("Of what the other said, only my own reply is told", async () => {
	house.mends = [mend({ from: "them" })];
	house.rows = [row({ mine: false })];
	await part().deeds.look("c");
	assert.deepEqual(house.told, []);
	house.mends = [mend({ from: "them", replies: [{ from: "me", by: "ben", text: "Yes.", ts: NOW }] })];
	await part().deeds.look("c");
	assert.deepEqual(house.told, [[7, "one", "answered", undefined]]);
});

test("What the house has forgotten is not opened there again, and nothing is told where the talk rests", async () => {
	house.mends = [mend({ ts: NOW - 15 * 86_400_000 })];
	await part().deeds.look("c");
	house.mends = [mend()];
	house.state = "paused";
	await part().deeds.look("c");
	assert.deepEqual(house.told, []);
});

test("Kept for oneself, a line goes along with how it begins, and anything else with none", async () => {
	const kept = { about: 1, name: "B".repeat(99), line: "s".repeat(300), text: "I waited." };
	const made = await part().deeds.keep(kept);
	assert.deepEqual([made.name.length, made.line.length], [80, 280]);
	assert.equal((await part().deeds.keep({ ...kept, about: 4 })).line, "");
});

test("On its way it is shown as it will stand, and its words come back if it never went", () => {
	const text = JSON.stringify({ step: 1, of: "one", about: 1, how: 0, re: "m9", text: "So." });
	const shown = cardIn({ kind: "mend", text });
	assert.deepEqual(shown, { text: "So.", re: "m9", mend: { step: 1, of: "one", about: 1, how: 0 } });
	assert.equal(wordsIn({ kind: "mend", text }), "So.");
	const line = lineOf({ n: 4, id: "x", from: "them", t: "mend", ts: NOW, ...shown });
	assert.deepEqual([line.kind, line.mend.step, isSaid(line)], ["mend", 1, true]);
});

const nothing = (mends) => mends;

test("What is open from far back is found, however many pages it takes, and no page more is asked for", async () => {
	house.rows = [row()];
	house.pages = [nothing, nothing, () => [mend()], nothing];
	await part().deeds.look("c");
	assert.deepEqual([house.asked, house.mends.length], [3, 1]);
});

test("A house that names what nobody said has the talk read through once, and never again", async () => {
	house.rows = [row({ ref: "made up" })];
	const made = part();
	house.pages = [nothing, nothing];
	await made.deeds.look("c");
	house.pages = [nothing, nothing];
	await made.deeds.look("c");
	assert.deepEqual([house.asked, house.told, made.shown.c], [2, [], []]);
});

test("Where house and seal differ about who said it, older lines are read until what is sealed decides", async () => {
	house.rows = [row({ mine: true })];
	house.mends = [mend({ from: "them", by: "ben", n: 90 })];
	house.pages = [() => [mend()]];
	const made = part();
	await made.deeds.look("c");
	assert.deepEqual([house.asked, house.mends[0].from], [1, "me"]);
	house.rows = [row({ mine: false })];
	await made.deeds.look("c");
	assert.deepEqual([house.asked, house.told], [1, []]);
});

test("A page that the house refuses is asked for once in a look", async () => {
	house.rows = [row()];
	[house.pages, house.held] = [["refused"], "more"];
	await part().deeds.look("c");
	assert.equal(house.asked, 1);
});

test("Ada says anew whether the team may know, and sees what stands", async () => {
	house.rows = [row()];
	const made = part();
	await made.deeds.wish({ conv: "c", of: "one", tellsDesk: true });
	assert.deepEqual(house.told, [[7, "one", "desk", { tells_desk: true }]]);
	assert.equal(made.shown.c[0].tellsDesk, true);
});

test("A wish that another device knew nothing of is told once, and one that was taken back stays so", async () => {
	house.cut = true;
	const made = part();
	await made.deeds.say(say);
	[house.cut, house.rows] = [false, [row()]];
	await made.deeds.look("c");
	assert.deepEqual(house.told, [[7, "one", "desk", { tells_desk: true }]]);
	house.rows = [row()];
	await made.deeds.look("c");
	assert.equal(house.told.length, 1);
});
