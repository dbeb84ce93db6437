// How soon somebody answers, within the hours they said: weekends, and clocks that change, are no lateness.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bucketOf, repliesIn, together } from "../../talk/replying.js";

const HOURS = { days: [0, 1, 2, 3, 4], from: 540, to: 1_020, tz: "Europe/Berlin", within: 24 };
const at = (text) => Date.parse(text);
const them = (text, kind = "text") => ({ from: "them", kind, ts: at(text) });
const me = (text, kind = "text") => ({ from: "me", kind, ts: at(text) });
const MARCH = {
	since: at("2026-03-01T00:00Z"),
	until: at("2026-04-01T00:00Z"),
	now: at("2026-04-20T00:00Z"),
};
const counts = (...lines) => Object.values(repliesIn(lines, HOURS, MARCH));

test("an answer the next day is in time, two days on is later, a week on is much later", () => {
	assert.deepEqual(counts(them("2026-03-03T10:00Z"), me("2026-03-04T09:00Z")), [1, 0, 0]);
	assert.deepEqual(counts(them("2026-03-03T10:00Z"), me("2026-03-05T09:00Z")), [0, 1, 0]);
	assert.deepEqual(counts(them("2026-03-03T10:00Z"), me("2026-03-10T09:00Z")), [0, 0, 1]);
});

test("a weekend on which nobody said they would be there is no lateness", () => {
	assert.equal(bucketOf(HOURS, at("2026-03-06T17:30Z"), at("2026-03-10T07:30Z")), "within");
});

test("the night on which the clocks change takes no hour from anybody", () => {
	const friday = at("2026-03-27T15:30Z");
	assert.equal(bucketOf(HOURS, friday, at("2026-03-30T07:00Z")), "within");
	const everyDay = { ...HOURS, days: [0, 1, 2, 3, 4, 5, 6], from: 0, to: 0 };
	assert.equal(bucketOf(everyDay, at("2026-03-28T20:00Z"), at("2026-03-29T20:00Z")), "within");
	assert.equal(bucketOf(everyDay, at("2026-03-28T20:00Z"), at("2026-03-29T20:01Z")), "later");
});

test("several lines of theirs are one wait, from the first of them", () => {
	const lines = [them("2026-03-03T10:00Z"), them("2026-03-05T08:00Z"), me("2026-03-05T09:00Z")];
	assert.deepEqual(counts(...lines), [0, 1, 0]);
});

test("what belongs to another month, was only signalled, or has no time is not counted", () => {
	assert.deepEqual(counts(them("2026-02-27T10:00Z"), me("2026-03-02T10:00Z")), [0, 0, 0]);
	assert.deepEqual(counts(them("2026-03-03T10:00Z", "left"), me("2026-03-04T10:00Z")), [0, 0, 0]);
	assert.deepEqual(counts({ from: "them", kind: "text", ts: null }, me("2026-03-04T10:00Z")), [0, 0, 0]);
});

test("somebody who never gets an answer is not left out of the counts", () => {
	assert.deepEqual(counts(them("2026-03-03T10:00Z")), [0, 0, 1]);
	const fresh = { ...MARCH, now: at("2026-03-04T08:00Z") };
	assert.deepEqual(Object.values(repliesIn([them("2026-03-03T10:00Z")], HOURS, fresh)), [0, 0, 0]);
});

test("talks are added up, so that no number is of one of them", () => {
	const one = { within: 2, later: 1, much_later: 0 };
	assert.deepEqual(together([one, one]), { within: 4, later: 2, much_later: 0 });
	assert.deepEqual(together([]), { within: 0, later: 0, much_later: 0 });
});
