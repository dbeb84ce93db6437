import assert from "node:assert/strict";
import { before, test } from "node:test";
import { learnInside } from "../../words/index.js";
import { namesApart } from "../../screens/same-name.js";

before(learnInside);

const eve = { id: "a", name: "Eve", since: 20_400 };
const other = { id: "b", name: "Eve", since: 20_450 };
const dora = { id: "c", name: "Dora", since: 20_400 };
const named = (...all) => all.map(({ id }) => namesApart(all)(id));

test("Whoever is the only one of their name is called by it alone", () => {
	assert.deepEqual(named(eve, dora), ["Eve", "Dora"]);
});

test("Two who are called the same are told apart by since when the programme stands behind them", () => {
	const [one, two, three] = named(eve, other, dora);
	assert.match(one, /^Eve \(since November 8, 2025\)$/);
	assert.match(two, /^Eve \(since December 28, 2025\)$/);
	assert.equal(three, "Dora");
});

test("Where that is one day they have a number, the same in whichever order they come", () => {
	const twin = { ...eve, id: "z" };
	const [one, two] = named(eve, twin);
	assert.deepEqual([one.endsWith(", 1)"), two.endsWith(", 2)")], [true, true]);
	assert.deepEqual(named(twin, eve), [two, one]);
	assert.deepEqual(named({ id: "b", name: "Eve" }, { id: "a", name: "Eve" }), ["Eve (2)", "Eve (1)"]);
});
