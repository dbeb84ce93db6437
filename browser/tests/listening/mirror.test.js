// What the mirror tells Ben about his own lines: ranges where nobody is sure, and nothing about Ada.

import assert from "node:assert/strict";
import { test } from "node:test";
import { mirrorOf } from "../../listening/mirror.js";
import { reading } from "./readings.js";

const MINUTE = 60_000;
const mine = (parts, ts = 0, how = {}) => {
	const { text, read } = reading(parts, how);
	return { from: "me", text, ts, reading: read };
};
const hers = (text, ts = 0) => ({ from: "them", text, ts, reading: null });

const backs = (count) => Array.from({ length: count }, () => ["You are tired of it.", "reflection"]);
const asks = (count) => Array.from({ length: count }, () => ["What would help?", "question open"]);

test("what is said back is set beside questions, and what is unsure makes a range", () => {
	const unsure = ["It was a long week.", "", "reflection"];
	const surelyAsked = ["So you went home?", "question", "reflection"];
	const seen = mirrorOf([mine([...backs(2), ...asks(3)]), mine([unsure, surelyAsked])]);
	assert.deepEqual(seen.reflections, { least: 2, most: 3 });
	assert.deepEqual(seen.questions, { least: 4, most: 4 });
	assert.deepEqual(seen.each, { least: 0.5, most: 0.75 });
});

test("without a sure question there is no upper end, and without any question no figure", () => {
	const perhaps = mirrorOf([mine([...backs(5), ["And then.", "", "question"]])]);
	assert.deepEqual(perhaps.each, { least: 5, most: null });
	assert.equal(mirrorOf([mine(backs(8))]).each, null);
});

test("a few lines are not set against each other: that would tell of chance", () => {
	assert.equal(mirrorOf([mine([...backs(2), ...asks(3)])]).each, null);
	assert.notEqual(mirrorOf([mine([...backs(3), ...asks(3)])]).each, null);
});

test("only advice that is sure is counted", () => {
	const seen = mirrorOf([
		mine([
			["Go to a meeting today.", "advice"],
			["Ring her, perhaps.", "", "advice"],
		]),
	]);
	assert.equal(seen.advice, 1);
});

test("Ben's share is told in tenths, and not at all while one of the two is silent", () => {
	assert.equal(mirrorOf([hers("one two three four five six"), mine([["one two three four"]])]).share, 4);
	assert.equal(mirrorOf([mine([["one two three four"]])]).share, null);
});

test("waiting is told by its middle, in words", () => {
	const talk = (...waits) =>
		waits.flatMap((wait, at) => [
			hers("yes", at * 1_000 * MINUTE),
			mine([["Go on then."]], at * 1_000 * MINUTE + wait),
		]);
	assert.equal(mirrorOf(talk(MINUTE, MINUTE, 90 * MINUTE)).waited, "moment");
	assert.equal(mirrorOf(talk(10 * MINUTE)).waited, "minutes");
	assert.equal(mirrorOf(talk(30 * MINUTE)).waited, "hour");
	assert.equal(mirrorOf(talk(300 * MINUTE)).waited, "longer");
	assert.equal(mirrorOf([mine([["Go on then."]])]).waited, null);
});

test("a clock that went back makes no wait below nothing", () => {
	assert.equal(mirrorOf([hers("yes", 5 * MINUTE), mine([["Go on then."]], 0)]).waited, "moment");
});

test("lines in another language are left out, and said to be", () => {
	const seen = mirrorOf([mine([["Go on then."]]), mine([["Cuentame mas."]], 0, { english: false })]);
	assert.deepEqual([seen.lines, seen.left], [1, 1]);
});
