// What the pack says of its own mistakes is what a specialist reads before switching it on.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fullerSizeOf, mistakesOf, sizeOf } from "../../screens/coach-card.js";

test("how often a mark is wrong is told in whole numbers, and never as never", () => {
	const labels = {
		question: { errors: { yes: 0, found: 0.99 } },
		open: { errors: { yes: 0.05, no: 0.1, found: 0.9 } },
		advice: { errors: { yes: 0.2, found: 0.04 } },
		warmth: {},
	};
	assert.deepEqual(mistakesOf({ labels }), [
		{ mark: "question", times: 99, found: 10, much: "most" },
		{ mark: "open", times: 20, found: 9, much: "some" },
		{ mark: "closed", times: 10, found: null, much: "some" },
		{ mark: "advice", times: 5, found: 0, much: "few" },
	]);
});

test("the pack that ships says of each mark how often it is wrong, and how large it is", () => {
	const card = JSON.parse(
		readFileSync(new URL("../../../coach/packs/open/pack.json", import.meta.url), "utf8"),
	);
	assert.equal(mistakesOf(card).length, 10);
	assert.deepEqual(
		mistakesOf(card).flatMap(({ mark, much }) => (much === "few" ? [mark] : [])),
		["advice"],
	);
	assert.ok(sizeOf(card) > 50 && sizeOf(card) < 1_000);
});

test("what comes each time and what comes once are told apart, and a pack without a second tier names none", () => {
	const files = {
		...{ "pack.json": { bytes: 20_000 }, "heads.bin": { bytes: 420_000 } },
		...{ "encoder.bin": { bytes: 6_900_000 }, "pieces.txt": { bytes: 150_000 } },
	};
	assert.deepEqual([sizeOf({ files }), fullerSizeOf({ files, encoder: {} })], [440, 7]);
	assert.equal(fullerSizeOf({ files: {} }), null);
});
