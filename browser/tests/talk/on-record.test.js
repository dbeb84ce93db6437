// Lines that somebody shows, held against the house's log: what stands there, what does not, and what cannot be said.

import assert from "node:assert/strict";
import { test } from "node:test";
import { foundInLog, gravest } from "../../talk/on-record.js";

const lines = [
	{ n: 31, hAad: "a" },
	{ n: 33, hAad: "b" },
	{ n: 40, hAad: "c" },
];
const log = (...rows) => ({ known: true, lines: rows.map(([n, h_aad]) => ({ n, h_aad })) });
const all = log([31, "a"], [32, "x"], [33, "b"], [40, "c"]);

test("The house is asked for whole stretches, and never which of their lines were shown", async () => {
	const asked = [];
	const found = await foundInLog(
		async (body) => {
			asked.push(body);
			return all;
		},
		"c1",
		lines,
	);
	assert.deepEqual(asked, [{ conv: "c1", stretches: [0, 1] }]);
	assert.deepEqual(found, ["stands", "stands", "stands"]);
});

test("Two lines in each other's place are found, and so is one that never had a place", async () => {
	const swapped = [lines[0], { n: 33, hAad: "c" }, { n: 40, hAad: "b" }];
	assert.deepEqual(await foundInLog(async () => all, "c1", swapped), ["stands", "moved", "moved"]);
	const late = [...lines, { n: 9_000, hAad: "d" }];
	assert.equal((await foundInLog(async () => all, "c1", late)).at(-1), "moved");
});

test("A log that is not there any more, and a house that cannot be asked, are no proof against anybody", async () => {
	const gone = async () => ({ known: false, lines: [] });
	assert.deepEqual(await foundInLog(gone, "c1", lines), ["gone", "gone", "gone"]);
	const cut = async () => {
		throw Object.assign(new Error("cut"), { code: "offline" });
	};
	assert.deepEqual(await foundInLog(cut, "c1", lines), ["unasked", "unasked", "unasked"]);
});

test("Without lines nothing is asked", async () => {
	assert.deepEqual(await foundInLog(async () => assert.fail("asked"), "", []), []);
});

test("One line in the wrong place is a warning about all of them", () => {
	const said = (...found) => gravest(found.map((one) => ({ found: one })));
	assert.equal(said("stands", "moved"), "moved");
	assert.equal(said("stands", "stands"), "stands");
	assert.equal(said("gone"), "gone");
	assert.equal(said("unasked"), "unasked");
});
