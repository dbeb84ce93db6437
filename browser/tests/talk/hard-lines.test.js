import assert from "node:assert/strict";
import { test } from "node:test";
import { isHard, isHardLately, isSafeLine } from "../../talk/hard-lines.js";

const DAY = 86_400_000;
const NOW = 20_500 * DAY;
const line = (t, ts) => ({ card: { t }, ts });

test("After a bad day or not being safe nothing is put off for two days, and then it may be", () => {
	for (const t of ["bad-day", "safe-line"]) {
		for (const ts of [NOW, NOW - 1.9 * DAY, NOW + DAY, null])
			assert.equal(isHardLately([line(t, ts)], NOW), true);
		assert.equal(isHardLately([line(t, NOW - 2.1 * DAY)], NOW), false);
	}
});

test("No other line is taken for one, whatever its words are", () => {
	const others = [{ ts: NOW, text: "I am not safe right now." }, line("meet", NOW), line("check", NOW)];
	assert.equal(others.some(isHard), false);
	assert.equal(isHardLately(others, NOW), false);
	assert.equal(isSafeLine(line("bad-day", NOW)), false);
});
