// What is shown of a path: said to stand in the talk only where it does, and sent unasked only to those it was chosen for.

import assert from "node:assert/strict";
import { test } from "node:test";
import { goesOf, isThere, mayGoUnasked } from "../../talk/path-standing.js";

const row = (id, b, k = 2) => ({ b, by: 1, day: 1, done: 0, id, k });
const docs = (...rows) => [{ docId: "d", content: { no: [], rows, shown: [] } }];
const shown = (parts, asks = false) => ({ asks, parts });
const all = { at: 5, oldest: 0 };

test("Only rows of the parts that were chosen go, each once", () => {
	const both = [...docs(row("a", "walk"), row("b", "hope", 1)), ...docs(row("a", "walk far"))];
	assert.deepEqual(
		goesOf(both, shown([2])).rows.map(({ b }) => b),
		["walk far"],
	);
	assert.deepEqual(goesOf(both, shown([])).rows, []);
});

test("A row that was changed, taken out or added is not there before the talk says so", () => {
	const goes = goesOf(docs(row("a", "walk")), shown([2]));
	const standing = { ...goes, ts: 9 };
	assert.equal(isThere(standing, goes, all), true);
	for (const rows of [[row("a", "walk far")], [], [row("a", "walk"), row("b", "sleep")]])
		assert.equal(isThere(standing, goesOf(docs(...rows), shown([2])), all), false);
	assert.equal(isThere(standing, goesOf(docs(row("a", "walk")), shown([])), all), false);
	assert.equal(isThere(standing, goesOf(docs(row("a", "walk")), shown([2], true)), all), false);
});

test("In a talk where nothing of it was read, it is missing only if all since the choice was read", () => {
	const goes = goesOf(docs(row("a", "walk")), shown([2]));
	assert.equal(isThere(null, goes, { at: 5, oldest: 9 }), true, "it may stand further back");
	assert.equal(isThere(null, goes, { at: 5, oldest: 3 }), false);
	assert.equal(isThere(null, goesOf(docs(), shown([])), all), true, "nothing was shown, and nothing is");
});

test("What shows nothing goes at any time; what shows something goes to nobody who came since", () => {
	const DAY = 86_400_000;
	const came = [{ day: 3, came: ["lea"], went: [] }];
	const went = [{ day: 3, came: [], went: ["ben"] }];
	assert.equal(mayGoUnasked({ at: 2 * DAY, parts: [2] }, came), false);
	assert.equal(mayGoUnasked({ at: 2 * DAY, parts: [] }, came), true);
	assert.equal(mayGoUnasked({ at: 4 * DAY, parts: [2] }, came), true);
	assert.equal(mayGoUnasked({ at: 2 * DAY, parts: [2] }, went), true);
});
