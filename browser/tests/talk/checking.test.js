// One's own check-ins over a notebook and a talk without seals: what is kept, what goes out, and what never does.

import assert from "node:assert/strict";
import { test } from "node:test";
import { HeldAnswers } from "../../screens/held-answers.js";
import { metOn, Part, talkedOn } from "../../talk/checking.js";

const DAY = 86_400_000;
const SIX = [4, 3, 20, 21, 0, 1];

/** Ada's room with one talk; days are handed in. */
function room({ mine = "client", today = 10, lines = [], canWrite = true, state = "active", met = [] } = {}) {
	const sent = [];
	const counted = [];
	const seen = { checks: [], fetched: 0 };
	const talk = {
		lines,
		known: { canWrite, readers: [{}] },
		sayAs(kind, { text }) {
			const card = JSON.parse(text);
			sent.push([kind, card]);
			const id = `w${sent.length}`;
			this.lines = [...this.lines, { id, from: "me", kind, card, state: "waiting", ts: today * DAY + 9 }];
			return id;
		},
		/** The house has it. */
		store: () => (talk.lines = talk.lines.map((line) => ({ ...line, state: "stored" }))),
	};
	const relation = { id: 7, mine, state, conversations: [{ conv: "c1", continues: null }] };
	const notebook = {
		seen,
		open: async () => (seen.fetched += 1),
		writeChecks: async (docId, about, change) => {
			const { ver: statements, ...rest } = about;
			const id = docId ?? `s${seen.checks.length}`;
			const others = seen.checks.filter((one) => one.docId !== id);
			const rows = change(seen.checks.find((one) => one.docId === id)?.rows ?? []);
			seen.checks = [...others, { ...rest, rows, statements, docId: id }];
		},
		remove: async (docId) => (seen.checks = seen.checks.filter((one) => one.docId !== docId)),
	};
	const api = {
		part: async () => ({ appointments: met }),
		countIn: async (answer) => void counted.push(answer),
	};
	const begun = new Map();
	const inside = {
		given: { clock: { now: () => inside.today * DAY }, onChange: () => undefined, api },
		today,
		draft: (id, text) => (text === "" ? begun.delete(id) : begun.set(id, text)),
		begun,
		notebook,
		relationships: { all: [relation] },
		conversations: { of: () => talk },
		conversation: () => talk,
	};
	return { part: new Part(inside), sent, seen, talk, relation, inside, counted, api };
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
	const { part, sent, talk } = room();
	const [row] = (await part.answer("c1", { a: SIX, b: "Mine." })).rows;
	await part.show("c1", { row, at: [0, 4], words: false, gap: true });
	talk.store();
	await part.sent("c1");
	const { rows } = await part.look("c1");
	const a = [
		{ q: 1, v: 4 },
		{ q: 5, v: 0 },
	];
	assert.deepEqual(sent, [["card", { t: "check", a, b: "", gap: 1, k: 1, ver: 1 }]]);
	assert.deepEqual(rows[0].c, [1, 0, 0, 0, 1, 0]);
});

test("What was skipped cannot be shown, nor nothing at all", async () => {
	const { part, sent } = room();
	const [row] = (await part.answer("c1", { a: SIX, b: "" })).rows;
	await assert.rejects(part.show("c1", { row, at: [3], words: false, gap: false }), { code: "not-found" });
	await assert.rejects(part.show("c1", { row, at: [], words: true, gap: false }), { code: "empty" });
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
		const { isHeld, rows } = await part.answer("c1", { a: SIX, b: "" });
		const [row] = rows;
		assert.equal(isHeld, true);
		const chosen = { row, at: [0], words: false, gap: false };
		await assert.rejects(part.show("c1", chosen), { code: "cannot-write" });
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
	assert.equal(part.shown.due, "7");
	await part.pass("c1");
	assert.equal(part.shown.due, null);
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
	const { part, seen, sent, inside } = room();
	const [row] = (await part.answer("c1", { a: SIX, b: "" })).rows;
	await part.show("c1", { row, at: [0], words: false, gap: false });
	await new HeldAnswers({ draft: inside.draft, draftOf: () => "" }, "c1").hold({ at: 1 });
	assert.equal(inside.begun.size, 1);
	assert.deepEqual((await part.forget("c1")).rows, []);
	assert.equal(inside.begun.size, 0, "nor what was begun");
	assert.deepEqual([seen.checks, sent.length], [[], 1]);
});

test("What was shown is noted once its line has left, and not before", async () => {
	const { part, talk } = room();
	const [row] = (await part.answer("c1", { a: SIX, b: "" })).rows;
	const shown = async () => (await part.look("c1")).rows[0].c;
	await part.show("c1", { row, at: [0], words: false, gap: false });
	await part.sent("c1");
	assert.deepEqual([part.shown.going, await shown()], [1, [0, 0, 0, 0, 0, 0]]);
	talk.store();
	await part.sent("c1");
	assert.deepEqual([part.shown.going, await shown()], [0, [1, 0, 0, 0, 0, 0]]);
});

test("A line that is taken back before it left is noted nowhere", async () => {
	const { part, talk } = room();
	const [row] = (await part.answer("c1", { a: SIX, b: "" })).rows;
	await part.show("c1", { row, at: [0], words: false, gap: false });
	talk.lines = [];
	assert.equal(part.shown.going, 0);
	await part.sent("c1");
	assert.deepEqual((await part.look("c1")).rows[0].c, [0, 0, 0, 0, 0, 0]);
});

test("A line that left while nobody could note it is noted by the next look, once", async () => {
	const card = { t: "check", a: [{ q: 1, v: 4 }], b: "", gap: 0, k: 1, ver: 1 };
	const lines = [{ ...said(10, "me"), id: "a", kind: "card", card, state: "stored" }];
	const { part, seen } = room({ lines });
	await part.answer("c1", { a: SIX, b: "" });
	assert.deepEqual((await part.look("c1")).rows[0].c, [1, 0, 0, 0, 0, 0]);
	await part.answer("c1", { a: SIX, b: "Again." });
	assert.deepEqual((await part.look("c1")).rows[1].c, [0, 0, 0, 0, 0, 0], "what was not shown is not noted");
	assert.equal(seen.checks.length, 1);
});

test("What Ada ticked counts for the time she saw, whatever she answered elsewhere meanwhile", async () => {
	const { part, seen, talk, sent } = room();
	const [row] = (await part.answer("c1", { a: SIX, b: "" })).rows;
	const other = { a: [0, 0, 0, 0, 0, 0], b: "", c: [0, 0, 0, 0, 0, 0], day: 10 };
	seen.checks = [{ ...seen.checks[0], rows: [...seen.checks[0].rows, other] }];
	await part.show("c1", { row, at: [0], words: false, gap: false });
	talk.store();
	await part.sent("c1");
	const { rows } = await part.look("c1");
	assert.deepEqual(
		rows.map(({ c }) => c[0]),
		[1, 0],
	);
	assert.deepEqual(sent[0][1].a, [{ q: 1, v: 4 }]);
	const gone = { ...row, b: "Never said." };
	const chosen = { row: gone, at: [0], words: false, gap: false };
	await assert.rejects(part.show("c1", chosen), { code: "not-found" });
});

test("A time that both kept counts as a meeting, in its own talk alone", async () => {
	const met = [
		{ relationship: 7, at: (8 * DAY) / 1_000 + 60, became: "met" },
		{ relationship: 9, at: (3 * DAY) / 1_000, became: "met" },
		{ relationship: 7, at: (9 * DAY) / 1_000, became: "client-missed" },
		{ relationship: 7, at: (20 * DAY) / 1_000, became: null },
	];
	assert.deepEqual(
		[...metOn(met)],
		[
			["7", [8]],
			["9", [3]],
		],
	);
	const { part } = room({ met });
	await part.watch();
	assert.equal(part.shown.due, "7");
	const missed = room({ met: met.slice(1) });
	await missed.part.watch();
	assert.equal(missed.part.shown.due, null);
});

test("Who answers once is counted once: no second time for a quarter of a year, about whomever", async () => {
	const { part, inside, counted, seen } = room();
	const answered = async (b) => (await part.answer("c1", { a: [4, 4, 4, 4, 4, 4], b })).rows.at(-1);
	const row = await answered("");
	const { rows, countable } = await part.countIn("c1", { row, at: [0, 1] });
	assert.deepEqual(
		[rows[0].c, countable],
		[
			[2, 2, 0, 0, 0, 0],
			[2, 3, 4, 5],
		],
	);
	assert.equal(counted.length, 2);
	seen.checks = seen.checks.map((sheet) => ({ ...sheet, conv: "of another talk" }));
	for (const [day, places] of [
		[11, [2, 3, 4, 5]],
		[114, [2, 3, 4, 5]],
		[115, [0, 1, 2, 3, 4, 5]],
	]) {
		inside.today = day;
		const newest = await answered(`${day}`);
		assert.deepEqual((await part.look("c1")).countable, places, `day ${day}`);
		if (day < 115) await assert.rejects(part.countIn("c1", { row: newest, at: [0] }), { code: "not-now" });
	}
	inside.today = 130;
	assert.deepEqual((await part.look("c1")).countable, [], "an old answer is not counted in");
	assert.equal(counted.length, 2);
});

test("What the house did not take is noted no more; what nobody knows of stays noted", async () => {
	const { part, api } = room();
	const row = (await part.answer("c1", { a: [4, 4, 4, 4, 4, 4], b: "" })).rows[0];
	const fails = (code) => {
		let turn = 0;
		api.countIn = async () => {
			turn += 1;
			if (turn === 2) throw Object.assign(new Error(code), { code });
		};
	};
	fails("slow-down");
	await assert.rejects(part.countIn("c1", { row, at: [0, 1, 2] }), { code: "slow-down" });
	assert.deepEqual((await part.look("c1")).rows[0].c, [2, 0, 0, 0, 0, 0]);
	fails("offline");
	await assert.rejects(part.countIn("c1", { row, at: [1, 2, 3] }), { code: "offline" });
	assert.deepEqual((await part.look("c1")).rows[0].c, [2, 2, 2, 0, 0, 0]);
});

test("An answer that took too long may be counted in: what was ticked stays ticked", async () => {
	for (const code of ["timeout", "server-trouble"]) {
		const { part, api } = room();
		const row = (await part.answer("c1", { a: [4, 4, 4, 4, 4, 4], b: "" })).rows[0];
		api.countIn = async () => Promise.reject(Object.assign(new Error(code), { code }));
		await assert.rejects(part.countIn("c1", { row, at: [0, 1] }), { code });
		assert.deepEqual((await part.look("c1")).rows[0].c, [2, 0, 0, 0, 0, 0], code);
	}
});

test("Answers that stand in two sheets are there once, with all that was chosen for them", async () => {
	const { part, seen } = room();
	await part.answer("c1", { a: SIX, b: "" });
	const [sheet] = seen.checks;
	const twice = { ...sheet.rows[0], c: [0, 2, 0, 0, 0, 0] };
	seen.checks = [sheet, { ...sheet, docId: "brought", rows: [twice] }];
	const { rows } = await part.look("c1");
	assert.deepEqual([rows.length, rows[0].c], [1, [0, 2, 0, 0, 0, 0]]);
});
