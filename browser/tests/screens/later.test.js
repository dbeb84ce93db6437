// What waits until Ben's hours begin says truly whether it goes, and can always be had back or let go.

import assert from "node:assert/strict";
import { test } from "node:test";
import { learnInside } from "../../words/index.js";
import { deedsOf, drawn, screenOf } from "./drawn.js";

await learnInside();
const { RoomLater } = await import("../../screens/later.js");

const PAST = 1;
const AHEAD = Date.UTC(2096, 2, 5, 8);

/** What stands there, and what its controls do. */
function waits({ at, canWrite = true, question = null }) {
	const done = [];
	const room = {
		doing: async (...all) => done.push(all),
		answerQuestion: (conv) => done.push(["answered", conv]),
	};
	const conversation = { conv: "c1", canWrite, question };
	const view = { me: null, parts: { later: { c1: { text: "Sleep well.", at, goes: false } } } };
	const screen = screenOf(RoomLater, { room, view, conversation });
	return { done, text: drawn(screen.render()), click: (n) => deedsOf(screen.render(), "@click")[n]() };
}

test("What is due where much was written without an answer is asked about, and goes after a yes", async () => {
	const { done, text, click } = waits({ at: PAST, question: { why: "fortnight" } });
	assert.match(text, /Do you want to send it now/);
	assert.doesNotMatch(text, /as soon as it can/);
	await click(0);
	assert.deepEqual(done, [
		["answered", "c1"],
		["later", "watch"],
	]);
});

test("Nothing is asked before it is due", async () => {
	const { done, text, click } = waits({ at: AHEAD, question: { why: "fortnight" } });
	assert.doesNotMatch(text, /Do you want/);
	await click(0);
	assert.deepEqual(done, [["later", "drop", "c1"]]);
});

test("Where nothing can be written no hour is promised, and after an end it is said that it stays", () => {
	assert.match(waits({ at: AHEAD, canWrite: false }).text, /Nothing can be sent here right now/);
	const { text } = waits({ at: 0, canWrite: false });
	assert.match(text, /does not go any more/);
	assert.match(text, /Let these words go/);
});
