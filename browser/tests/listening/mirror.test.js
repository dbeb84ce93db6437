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

test("advice is a range too: it finds few, so what it is not sure of is told", () => {
	const seen = mirrorOf([
		mine([
			["Go to a meeting today.", "advice"],
			["Ring her, perhaps.", "", "advice"],
			["That was a long day.", "reflection"],
		]),
	]);
	assert.deepEqual(seen.advice, { least: 1, most: 2 });
});

test("a feeling that was named is something said back", () => {
	const seen = mirrorOf([
		mine([
			["You are worn out.", "understanding"],
			["So it went on.", "", "understanding"],
			["Perhaps both.", "", "understanding reflection"],
			["Surely one.", "understanding", "reflection"],
		]),
	]);
	assert.deepEqual(seen.reflections, { least: 2, most: 4 });
});

test("what others call fair and good stands only beside numbers that lie near each other", () => {
	const near = mirrorOf([mine([...backs(6), ...asks(4)])]);
	assert.deepEqual([near.each, near.isNear], [{ least: 1.5, most: 1.5 }, true]);
	const unsure = Array.from({ length: 8 }, () => ["It was so.", "", "reflection"]);
	assert.equal(mirrorOf([mine([...backs(2), ...asks(4), ...unsure])]).isNear, false);
	assert.equal(mirrorOf([mine([...backs(5), ["And then.", "", "question"]])]).isNear, false);
	assert.equal(mirrorOf([mine(backs(2))]).isNear, false);
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

test("two clocks that do not agree tell nothing about waiting, nor does a line that came late", () => {
	const quick = [hers("yes", 0), mine([["Go on then."]], MINUTE)];
	assert.equal(mirrorOf(quick).waited, "moment");
	assert.equal(mirrorOf([...quick, hers("yes", 5 * MINUTE), mine([["Go on."]], 0)]).waited, null);
	const late = { ...hers("yes", 0), late: true };
	assert.equal(mirrorOf([late, mine([["Go on then."]], MINUTE)]).waited, null);
	assert.equal(mirrorOf([hers("yes"), { ...mine([["Go on."]], MINUTE), late: true }]).waited, null);
});

test("lines in another language are left out, and said to be", () => {
	const seen = mirrorOf([mine([["Go on then."]]), mine([["Cuentame mas."]], 0, { english: false })]);
	assert.deepEqual([seen.lines, seen.left], [1, 1]);
});
