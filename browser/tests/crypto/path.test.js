// A person's own path: what its owner shows of it, what somebody suggests for it, and a bad day that is said.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Paths } from "../../crypto/path.js";
import { sends, talk } from "./cast.js";
import { DAY } from "./little-house.js";

const row = (id, k, change = {}) => ({
	...{ b: `row ${id}`, by: 1, day: DAY, done: 0, id: `${id}${"A".repeat(10)}`, k },
	...change,
});
const HOPE = row("B", 1);
const STEP = row("C", 2);
const SHOWN = { asks: true, parts: [1, 2], rows: [HOPE, STEP] };
const refusal = (code) => (error) => error.code === code;

let room;
beforeEach(async () => {
	room = await talk();
});

test("Ada shows two parts of her path, Ben sees exactly these, and no line is said by it", async () => {
	const { ada, ben, conv } = room;
	const { theirs, own } = await sends(ada, ben, room, "sealPath", SHOWN);
	const { ts, ...shown } = theirs.path.shown;
	assert.deepEqual([shown, typeof ts], [SHOWN, "number"]);
	assert.deepEqual([theirs.lines, theirs.path.suggested, own.ownSince], [[], [], 1]);
	const later = await (await ada.comeBack()).follow(conv);
	assert.deepEqual(later.path.shown.rows, [HOPE, STEP]);
});

test("What Ada takes back is not shown from then on", async () => {
	const { ada, ben } = room;
	await sends(ada, ben, room, "sealPath", SHOWN);
	const { theirs } = await sends(ada, ben, room, "sealPath", { asks: false, parts: [1], rows: [HOPE] });
	assert.deepEqual([theirs.path.shown.parts, theirs.path.shown.rows], [[1], [HOPE]]);
});

test("Nothing leaves of a part that is not shown", async () => {
	const { ada, conv } = room;
	const send = (change) => ada.do("sealPath", { ...SHOWN, conv, ts: 1, today: DAY, ...change });
	await assert.rejects(send({ parts: [1] }), refusal("malformed"));
	await assert.rejects(send({ rows: [HOPE, { ...HOPE, b: "twice" }] }), refusal("malformed"));
	await assert.rejects(send({ rows: [row("D", 2, { b: "x".repeat(201) })] }), refusal("malformed"));
});

test("Attack: a specialist writes steps, hopes and all as if the path were theirs; to both it is a suggestion, and Ada's path stands", async () => {
	const { ada, ben } = room;
	await sends(ada, ben, room, "sealPath", SHOWN);
	const forged = row("D", 2, { b: "Call your mother", done: DAY });
	const { theirs, own } = await sends(ben, ada, room, "sealPath", {
		...{ asks: false, parts: [1, 2], rows: [forged, row("E", 1, { b: "A hope nobody had" })] },
	});
	for (const seen of [theirs, own]) assert.deepEqual(seen.path.shown.rows, [HOPE, STEP]);
	const [one, ...others] = theirs.path.suggested;
	assert.deepEqual([one.by, one.b, one.id, others], [ben.id, "Call your mother", forged.id, []]);
});

test("Attack: a path that was changed on its way, or that a stranger wrote, is shown to nobody", async () => {
	const { ada, ben, conv, ledger } = room;
	const { frames } = await ada.do("sealPath", { ...SHOWN, conv, ts: 1, today: DAY });
	ledger.store(frames.map((frame) => frame.with(frame.length - 1, frame.at(-1) ^ 1)));
	const seen = await ben.follow(conv);
	assert.equal(seen.path.shown, null);
	assert.notEqual(seen.stopped ?? seen.lines.at(-1)?.trouble ?? null, null);
});

test("Pages come in any order, the newest of its owner counts, and a suggestion is there once", () => {
	const book = new Paths();
	const said = (...rows) => ({ t: "path", asks: false, parts: [2], rows, ts: 5 });
	const suggested = row("F", 2);
	book.take({ n: 9, by: "ada" }, said(STEP));
	book.take({ n: 4, by: "ada" }, said(row("G", 2)));
	book.take({ n: 12, by: "ben" }, said(suggested));
	book.take({ n: 11, by: "ben" }, said(suggested));
	book.take({ n: 12, by: "ben" }, said(suggested));
	book.take({ n: 20, by: "ada" }, { t: "text", b: "no path" });
	assert.deepEqual(book.shownBy("ada").rows, [STEP]);
	assert.deepEqual(
		book.suggestedTo("ada").map(({ by, id }) => [by, id]),
		[["ben", suggested.id]],
	);
});

test("Ada says that today is a bad day, Ben reads her wish, and taken back it is gone for both", async () => {
	const { ada, ben } = room;
	const card = { t: "bad-day", wish: 2, words: "It is loud." };
	const said = await sends(ada, ben, room, "sealCard", { card });
	const [line] = said.theirs.lines;
	assert.deepEqual([line.card, line.from], [card, "them"]);
	const { theirs } = await sends(ada, ben, room, "sealErase", { to: line.id });
	const [gone] = theirs.changed;
	assert.deepEqual([gone.trouble, gone.text, gone.card], ["taken-back", "", undefined]);
});
