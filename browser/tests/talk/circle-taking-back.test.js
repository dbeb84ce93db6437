// Words of one's own in a circle, taken back: mine alone, and with them what was handed on of them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { earlierAsks } from "../../talk/circle-earlier.js";
import { standingOf } from "../../talk/circle-standing.js";
import { handedWith, mayTakeBack, takeWordsBack } from "../../talk/circle-taking-back.js";
import { withDeeds } from "../../talk/deeds.js";

const [BEN, ADA, FINN] = ["ben", "ada", "finn"];
const line = (n, by, more) => ({
	...{ n, id: `l${n}`, msg: `m${n}`, by, from: by === ADA ? "me" : "them", ts: n, state: "stored" },
	...{ kind: "text", text: `Line ${n}.`, ...more },
});
const card = (n, by, t, fields) => line(n, by, { kind: "card", text: "", card: { t, ...fields } });
const folded = card(2, ADA, "circle-line", { notes: [8], own: "", said: "My aunt." });
const asks = (n, of, since) => card(n, BEN, "circle-earlier", { of, since, to: FINN });
const hands = (n, of) => card(n, ADA, "circle-earlier-words", { of, box: "b" });
const LINES = [
	folded,
	line(3, ADA),
	line(4, BEN),
	line(5, BEN, { kind: "turn", turn: { came: [FINN], went: [] } }),
	asks(6, "q1", 3),
	hands(7, "q1"),
	hands(8, "q1"),
	line(9, ADA),
];

/** Ada's room with these lines, and what it does about them. */
function room(lines = LINES, { canWrite = true } = {}) {
	const done = [];
	const talk = {
		...{ conv: "c", lines, known: { canWrite } },
		changing: { erase: (id) => done.push(["erase", id]) },
		takeBack: async (key) => done.push(["not sent", key]),
	};
	const inside = { parts: { deed: async (...all) => done.push(all) } };
	return { done, erase: (id) => takeWordsBack(inside, talk, id) };
}

test("What I said and told is mine to take back once it is stored; what I did in a circle is not, and nobody else's line", () => {
	const told = card(10, ADA, "story-shared", { of: "s1", said: "One winter." });
	for (const one of [line(3, ADA), folded, told]) assert.equal(mayTakeBack(one), true);
	for (const one of [
		line(4, BEN),
		line(3, ADA, { state: "waiting", msg: null, n: null }),
		card(11, ADA, "circle-pass", { of: "r1" }),
		card(12, ADA, "circle-accepts", { ver: 1 }),
		card(13, ADA, "circle-agreement", { ver: 1, words: "We listen." }),
		line(14, ADA, { kind: "taken-back", text: "" }),
		hands(7, "q1"),
	])
		assert.equal(mayTakeBack(one), false, JSON.stringify(one));
});

test("Taken back, a line goes, and so does all that was handed on with it; a line that was not handed on goes alone", async () => {
	assert.deepEqual(
		handedWith(LINES, "l3").map((one) => [one.line.id, one.to]),
		[
			["l7", FINN],
			["l8", FINN],
		],
	);
	const { done, erase } = room();
	await erase("l3");
	assert.deepEqual(done, [
		["erase", "l7"],
		["erase", "l8"],
		["erase", "l3"],
	]);
	for (const id of ["l2", "l9"]) {
		const alone = room();
		await alone.erase(id);
		assert.deepEqual(alone.done, [["erase", id]]);
	}
});

test("What was handed on and is still on its way does not go", async () => {
	const { done, erase } = room([...LINES.slice(0, 5), { ...hands(7, "q1"), n: null, msg: null }]);
	await erase("l3");
	assert.deepEqual(done, [
		["not sent", "l7"],
		["erase", "l3"],
	]);
});

test("Once a line that was handed on is taken back, the rest may be handed on again, and that line is not among it", () => {
	const gone = ["m3", "m7", "m8"].map((to) => ({ kind: "erase", to, text: "", r: 0, ts: 0 }));
	const lines = withDeeds([line(1, ADA, { ts: 3 }), ...LINES], gone);
	assert.deepEqual(handedWith(lines, "l1"), []);
	const who = { me: ADA, led: [{ n: 1, hosts: [BEN] }], members: [ADA, BEN, FINN], at: 100 };
	const [ask] = earlierAsks(lines, who);
	assert.deepEqual([ask.handed, ask.isOpen, ask.mine], [false, true, ["l1"]]);
	assert.equal(JSON.stringify(lines).includes("Line 3."), false);
});

test("Nothing is taken back where nothing can be written, nor what is not mine", async () => {
	await assert.rejects(room(LINES, { canWrite: false }).erase("l3"), { code: "cannot-write" });
	for (const id of ["l4", "l7", "l99"]) {
		const { done, erase } = room();
		await assert.rejects(erase(id), { code: "not-found" });
		assert.deepEqual(done, []);
	}
});

test("A story is taken back with its teller's own account of it", async () => {
	const { done, erase } = room([card(10, ADA, "story-shared", { of: "s1", said: "One winter." })]);
	await erase("l10");
	assert.deepEqual(done, [["circleStories", "takeBack", "c", "s1"]]);
});

test("Words that were somebody's turn stay their turn once they are taken back; words out of turn take none", () => {
	const round = card(20, BEN, "circle-round", { of: "r1", order: [ADA, FINN, BEN], words: "" });
	const who = { me: ADA, led: [{ n: 1, hosts: [BEN] }], members: [ADA, FINN, BEN] };
	const gone = (n, by) => line(n, by, { kind: "taken-back", text: "" });
	const stands = (...said) => standingOf([round, ...said], who).round;
	assert.equal(stands(gone(21, ADA)).turn, FINN);
	assert.deepEqual(stands(gone(21, ADA)).done, [{ accountId: ADA, passed: false }]);
	assert.equal(stands(gone(21, BEN)).turn, ADA);
	assert.equal(stands(gone(21, ADA), line(22, ADA), line(23, FINN)).turn, BEN);
});
