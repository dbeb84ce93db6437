// One's own check-ins over a notebook and a talk without seals: what is kept, what goes out, and what never does.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Part, talkedOn } from "../../talk/checking.js";

const DAY = 86_400_000;
const SIX = [4, 3, 20, 21, 0, 1];

/** Ada's room with one talk; days are handed in. */
function room({ mine = "client", today = 10, lines = [], canWrite = true, state = "active" } = {}) {
	const sent = [];
	const seen = { checks: [], fetched: 0 };
	const talk = {
		lines,
		known: { canWrite, readers: [{}] },
		sayAs: (kind, { text }) => sent.push([kind, JSON.parse(text)]),
	};
	const relation = { id: 7, mine, state, conversations: [{ conv: "c1", continues: null }] };
	const notebook = {
		seen,
		open: async () => (seen.fetched += 1),
		writeChecks: async (docId, sheet) => {
			const { ver: statements, ...rest } = sheet;
			const id = docId ?? `s${seen.checks.length}`;
			const others = seen.checks.filter((one) => one.docId !== id);
			seen.checks = [...others, { ...rest, statements, docId: id }];
		},
		remove: async (docId) => (seen.checks = seen.checks.filter((one) => one.docId !== docId)),
	};
	const inside = {
		given: { clock: { now: () => today * DAY }, onChange: () => undefined },
		notebook,
		relationships: { all: [relation] },
		conversations: { of: () => talk },
		conversation: () => talk,
	};
	return { part: new Part(inside), sent, seen, talk, relation, inside };
}

const said = (day, from) => ({ from, ts: day * DAY + 5, kind: "text" });

test("What Ada answers is kept for her, and nothing goes out", async () => {
	const { part, sent, seen } = room();
	const looked = await part.answer("c1", { a: SIX, b: "  More calls. " });
	assert.deepEqual(sent, []);
	assert.deepEqual(looked.rows, [{ a: SIX, b: "More calls.", c: [0, 0, 0, 0, 0, 0], day: 10 }]);
	assert.deepEqual([looked.low, looked.isToday, seen.checks.length], [[4, 5], true, 1]);
});

test("A press shows what was ticked, and no answer more; the choice is kept beside it", async () => {
	const { part, sent } = room();
	await part.answer("c1", { a: SIX, b: "Mine." });
	const { rows } = await part.show("c1", { at: [0, 4], words: false, gap: true });
	const a = [
		{ q: 1, v: 4 },
		{ q: 5, v: 0 },
	];
	assert.deepEqual(sent, [["card", { t: "check", a, b: "", gap: 1, k: 1, ver: 1 }]]);
	assert.deepEqual(rows[0].c, [1, 0, 0, 0, 1, 0]);
});

test("What was skipped cannot be shown, nor nothing at all", async () => {
	const { part, sent } = room();
	await part.answer("c1", { a: SIX, b: "" });
	await assert.rejects(part.show("c1", { at: [3], words: false, gap: false }), { code: "not-found" });
	await assert.rejects(part.show("c1", { at: [], words: true, gap: false }), { code: "empty" });
	assert.deepEqual(sent, []);
});

test("Help us talk says that alone, and only when it is pressed", async () => {
	const { part, sent } = room();
	await part.answer("c1", { a: [0, 0, 0, 0, 0, 0], b: "Nothing works." });
	assert.deepEqual(sent, []);
	await part.help("c1");
	assert.deepEqual(sent, [["card", { t: "check", a: [], b: "", gap: 0, k: 2, ver: 1 }]]);
});

test("While nothing can be written, answers are kept and nothing is shown", async () => {
	for (const how of [{ canWrite: false }, { state: "paused" }]) {
		const { part, sent } = room(how);
		const { isHeld } = await part.answer("c1", { a: SIX, b: "" });
		assert.equal(isHeld, true);
		await assert.rejects(part.show("c1", { at: [0], words: false, gap: false }), { code: "cannot-write" });
		await assert.rejects(part.help("c1"), { code: "cannot-write" });
		assert.deepEqual(sent, []);
	}
});

test("A full sheet is followed by another, and the line goes on over both", async () => {
	const { part, seen } = room();
	for (let time = 0; time < 23; time++) await part.answer("c1", { a: SIX, b: `${time}` });
	assert.deepEqual(
		seen.checks.map(({ rows }) => rows.length),
		[20, 3],
	);
	const { rows } = await part.look("c1");
	assert.deepEqual([rows.length, rows.at(-1).b], [23, "22"]);
});

test("Whoever passes is not asked again at once; nothing they did not say is kept", async () => {
	const lines = [said(8, "me"), said(8, "them")];
	const { part, seen } = room({ lines });
	await part.watch();
	assert.deepEqual(part.shown, { due: "7" });
	await part.pass("c1");
	assert.deepEqual(part.shown, { due: null });
	assert.deepEqual(seen.checks[0].rows[0].a, [21, 21, 21, 21, 21, 21]);
});

test("Only a day on which both said something is a day of talk", () => {
	const lines = [
		said(3, "me"),
		said(4, "them"),
		said(5, "me"),
		said(5, "them"),
		{ ...said(6, "me"), ts: null },
	];
	assert.deepEqual(talkedOn(lines), [5]);
	assert.deepEqual(talkedOn([{ ...said(5, "them"), kind: "turn" }, said(5, "me")]), []);
});

test("Ben's mirror is a sheet of his own side; he never answers on Ada's", async () => {
	const { part, seen } = room({ mine: "specialist" });
	seen.checks = [{ docId: "x", conv: "c1", pack: "", side: 1, statements: 1, rows: [{ a: SIX, day: 1 }] }];
	const { rows, side } = await part.answer("c1", { a: SIX, b: "" });
	assert.deepEqual([rows.length, side, seen.checks.length], [1, 2, 2]);
});

test("Both sides stand beside each other only where both wished it", async () => {
	const card = (gap, ...a) => ({ t: "check", a, b: "", gap, k: 1, ver: 1 });
	const lines = [
		{ ...said(9, "me"), kind: "card", card: card(1, { q: 1, v: 4 }) },
		{ ...said(9, "them"), kind: "card", card: card(0, { q: 1, v: 1 }) },
	];
	const { part, talk } = room({ lines });
	assert.deepEqual((await part.look("c1")).gap, []);
	talk.lines = [...lines, { ...said(10, "them"), kind: "card", card: card(1, { q: 1, v: 2 }) }];
	assert.deepEqual((await part.look("c1")).gap, [{ q: 1, mine: 4, theirs: 2 }]);
	talk.known.readers = [{}, {}];
	assert.deepEqual((await part.look("c1")).gap, [], "with three people it would not be of two");
});

test("All answers about a talk can be deleted; what was shown stays in the talk", async () => {
	const { part, seen, sent } = room();
	await part.answer("c1", { a: SIX, b: "" });
	await part.show("c1", { at: [0], words: false, gap: false });
	assert.deepEqual((await part.forget("c1")).rows, []);
	assert.deepEqual([seen.checks, sent.length], [[], 1]);
});

test("What was counted in is noted beside the answer, and says nothing in the talk", async () => {
	const { part, sent } = room();
	await part.answer("c1", { a: SIX, b: "" });
	await part.show("c1", { at: [0], words: false, gap: false });
	const { rows } = await part.counted("c1", [0, 1]);
	assert.deepEqual(rows[0].c, [3, 2, 0, 0, 0, 0]);
	assert.equal(sent.length, 1);
});
