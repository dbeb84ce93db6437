// When a check-in is offered, what is low, and what may be called a change.

import assert from "node:assert/strict";
import { test } from "node:test";
import { changeNeeds, changeOf, gapOf, isDue, lineOf, lowIn } from "../../talk/check-rules.js";

const at = (...a) => ({ a });
/** Always the same numbers below n. */
function numbers(seed) {
	let state = seed;
	return (n) => {
		state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
		return Math.floor((state / 2 ** 31) * n);
	};
}

/** Two who meet on these days; a check-in is answered, or passed over, whenever it is offered. */
function offeredOver(days, last) {
	const asked = [];
	for (let today = 0; today <= last; today++) {
		const talked = days.filter((day) => day <= today);
		if (isDue({ asked, talked, today })) asked.push(today);
	}
	return asked;
}

test("After each of the first three meetings, then every fourth: over twenty meetings", () => {
	const weekly = Array.from({ length: 20 }, (_, week) => week * 7);
	assert.deepEqual(offeredOver(weekly, 140), [1, 8, 15, 43, 71, 99, 127]);
});

test("Who meets seldom is asked once a month, and only after they met", () => {
	assert.deepEqual(offeredOver([0, 10, 20, 60, 130], 200), [1, 11, 21, 61, 131]);
	assert.deepEqual(offeredOver([], 200), []);
	assert.deepEqual(
		offeredOver([0, 1, 2, 4], 300),
		[1, 3, 5],
		"a day of talk is answered for on that day too",
	);
});

test("Whatever days two people meet on, nobody is asked twice for one day, on the day itself, or more often than they met", () => {
	for (let seed = 1; seed <= 200; seed++) {
		const below = numbers(seed);
		const days = [...new Set(Array.from({ length: 30 }, () => below(200)))].sort((a, b) => a - b);
		const asked = offeredOver(days, 260);
		assert.ok(asked.length <= days.length);
		for (const [i, day] of asked.entries()) {
			const before = asked[i - 1] ?? -1;
			const met = days.filter((one) => one > before && one < day).length;
			assert.ok(met >= 1, `${seed}: nobody met before ${day}`);
			if (i >= 3) assert.ok(met >= 4 || day - before >= 30, `${seed}: too soon on ${day}`);
		}
	}
});

test("The bottom two words are low; skipped and not sure never are", () => {
	assert.deepEqual(lowIn([at(0, 1, 2, 3, 4, 4)]), [0, 1]);
	assert.deepEqual(lowIn([at(20, 21, 20, 21, 4, 2)]), []);
	assert.deepEqual(lowIn([]), []);
});

test("Two words lower twice running is low, once is not, and a skip in between changes nothing", () => {
	assert.deepEqual(lowIn([at(4), at(2)]), []);
	assert.deepEqual(lowIn([at(4), at(2), at(2)]), [0]);
	assert.deepEqual(lowIn([at(4), at(2), at(21), at(2)]), [0]);
	assert.deepEqual(lowIn([at(4), at(2), at(3)]), []);
	assert.deepEqual(lowIn([at(3), at(2), at(2)]), []);
});

test("A line shows words alone, each with its day", () => {
	const rows = [
		{ a: [4, 20], day: 1 },
		{ a: [21, 3], day: 8 },
		{ a: [2, 3], day: 15 },
	];
	assert.deepEqual(lineOf(rows, 0), [
		{ day: 1, word: 4 },
		{ day: 15, word: 2 },
	]);
});

test("Side by side is shown only where both wished it, and only what both showed", () => {
	const of = (gap, ...a) => ({ a: a.map(([q, v]) => ({ q, v })), b: "", gap, k: 1 });
	const [mine, theirs] = [of(1, [1, 4], [2, 0]), of(1, [2, 3], [6, 20])];
	assert.deepEqual(gapOf(mine, theirs), [{ q: 2, mine: 0, theirs: 3 }]);
	assert.deepEqual(gapOf(of(0, [2, 0]), theirs), []);
	assert.deepEqual(gapOf(mine, of(0, [2, 3])), []);
	assert.deepEqual(gapOf(null, theirs), []);
});

test("Nothing is called a change where nobody stored how reliable it is", () => {
	assert.equal(changeOf(10, 60, null), null);
	assert.equal(changeNeeds(null), null);
});

test("A change is what is larger than chance: 2.9 points for one item of sd 2 and reliability .73", () => {
	const known = { sd: 2, reliability: 0.73 };
	assert.ok(Math.abs(changeNeeds(known) - 2.88) < 0.01);
	assert.equal(changeOf(5, 7, known), "same");
	assert.equal(changeOf(5, 8, known), "more");
	assert.equal(changeOf(5, 2, known), "less");
});

test("The more reliable a scale, the smaller the change that counts; a perfect one counts all", () => {
	const needs = [0, 0.2, 0.5, 0.8, 1].map((reliability) => changeNeeds({ sd: 9, reliability }));
	assert.deepEqual(
		needs,
		[...needs].sort((a, b) => b - a),
	);
	assert.equal(needs.at(-1), 0);
});
