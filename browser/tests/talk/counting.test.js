import assert from "node:assert/strict";
import { test } from "node:test";
import { countingBy } from "../../talk/counting.js";

/** A house that notes what it was sent. */
function house({ fails = null } = {}) {
	const sent = [];
	const api = {
		counting: async () => {
			if (fails !== null) throw fails;
			return { least: 8, statements: [1, 3] };
		},
		countIn: async (answer) => void sent.push(answer),
	};
	return { counting: countingBy(api), sent };
}

test("Of five words only one thing leaves the device: was it the last", async () => {
	const { counting, sent } = house();
	for (const answer of [0, 1, 2, 3, 4]) await counting.countIn({ question: 6, answer });
	assert.deepEqual(
		sent,
		[false, false, false, false, true].map((wholly) => ({ statement: 6, wholly })),
	);
});

test("What is no statement or no word is never sent", async () => {
	const { counting, sent } = house();
	for (const [question, answer] of [
		[0, 4],
		[7, 4],
		[1, 5],
		[1, -1],
		[1, 1.5],
		[1, null],
		["1", 4],
	])
		await assert.rejects(counting.countIn({ question, answer }), { code: "malformed" });
	assert.deepEqual(sent, []);
});

test("A skipped answer is not a no", async () => {
	const { counting, sent } = house();
	await assert.rejects(counting.countIn({ question: 1, answer: undefined }));
	assert.deepEqual(sent, []);
});

test("Which statements one may still be counted in with, and how many close a batch", async () => {
	const { counting } = house();
	assert.deepEqual(await counting.open(), { open: true, least: 8, questions: [1, 3] });
});

test("Whom nobody supports is not asked; a line that fails says so", async () => {
	const wall = house({ fails: Object.assign(new Error("x"), { code: "not-found" }) });
	assert.equal((await wall.counting.open()).open, false);
	const cut = house({ fails: Object.assign(new Error("x"), { code: "offline" }) });
	await assert.rejects(cut.counting.open(), { code: "offline" });
});
