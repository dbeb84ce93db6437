import assert from "node:assert/strict";
import { test } from "node:test";
import {
	aheadIn,
	asCalendar,
	byDay,
	dateIn,
	differ,
	inOrder,
	isTwice,
	isWritten,
	momentIn,
} from "../../talk/times.js";

const at = (text) => Date.parse(text) / 1000;
const NEW_YORK = "America/New_York";
const MADRID = "Europe/Madrid";

test("a moment is shown by the wall of each, in summer, in winter, and in the weeks between", () => {
	for (const [text, ahead] of [
		["2027-03-13T17:00:00Z", 6],
		["2027-03-20T17:00:00Z", 5],
		["2027-04-20T17:00:00Z", 6],
	])
		assert.equal((aheadIn(at(text), MADRID) - aheadIn(at(text), NEW_YORK)) / 3600, ahead, text);
	assert.equal(dateIn(at("2027-03-20T02:00:00Z"), NEW_YORK), "2027-03-19");
	assert.equal(dateIn(at("2027-03-20T02:00:00Z"), MADRID), "2027-03-20");
	assert.equal(differ(at("2027-03-20T02:00:00Z"), "Europe/Berlin", MADRID), false);
	assert.equal(differ(0, "Europe/Nowhere", MADRID), false);
});

test("a date and a time on the wall is one moment; in an hour that is skipped there is none", () => {
	assert.equal(momentIn("2027-03-28", "16:00", MADRID), at("2027-03-28T14:00:00Z"));
	assert.equal(momentIn("2027-03-27", "16:00", MADRID), at("2027-03-27T15:00:00Z"));
	assert.equal(momentIn("2027-03-28", "02:30", MADRID), null);
	assert.equal(momentIn("2027-10-31", "02:30", MADRID), at("2027-10-31T00:30:00Z"));
	assert.equal(momentIn("2027-11-07", "01:30", NEW_YORK), at("2027-11-07T05:30:00Z"));
	assert.equal(momentIn("", "16:00", MADRID), null);
});

test("free times stand under the day of whoever looks", () => {
	const starts = [at("2027-03-20T02:00:00Z"), at("2027-03-20T05:00:00Z")];
	assert.deepEqual(
		byDay(starts, NEW_YORK).map(({ date, starts: { length } }) => [date, length]),
		[
			["2027-03-19", 1],
			["2027-03-20", 1],
		],
	);
	assert.equal(byDay(starts, MADRID).length, 1);
});

test("what comes next stands first, and what was long ago is not asked about", () => {
	const one = (start, state = "agreed") => ({ at: start, minutes: 50, state });
	const now = 10_000_000;
	const all = [one(now + 900), one(now + 300, "proposed"), one(now - 4_000), one(now - 1_300_000)];
	const found = inOrder([...all, one(now + 5, "cancelled")], now);
	assert.deepEqual(found.coming, [all[1], all[0]]);
	assert.deepEqual(found.before, [all[2]]);
});

test("a time that nobody wrote is found out; a series keeps its hour through the change of clocks", () => {
	const start = at("2027-03-20T15:00:00Z");
	assert.ok(isWritten(start, { start }));
	assert.ok(isWritten(at("2027-03-27T15:00:00Z"), { start }));
	assert.ok(isWritten(at("2027-04-03T14:00:00Z"), { start, zone: MADRID }));
	assert.ok(isWritten(at("2027-04-03T14:00:00Z"), { start, zone: "" }, [MADRID]));
	assert.ok(!isWritten(start + 3_600, { start }));
	assert.ok(!isWritten(at("2027-03-27T17:00:00Z"), { start }));
	assert.ok(!isWritten(at("2027-03-21T15:00:00Z"), { start }));
});

test("a calendar learns when, and neither with whom nor why", () => {
	const text = asCalendar(
		{ ref: "AAAA", at: at("2027-03-28T14:00:00Z"), minutes: 50 },
		{ summary: "Time kept free, for me", now: 0 },
	);
	assert.ok(text.includes("DTSTART:20270328T140000Z\r\nDTEND:20270328T145000Z\r\n"));
	assert.ok(text.includes("SUMMARY:Time kept free\\, for me\r\n"));
	assert.ok(text.includes("CLASS:PRIVATE"));
});

test("A time that was asked for once is found out on any other day, and a series beyond its own", () => {
	const start = at("2027-01-05T15:00:00Z");
	const week = 7 * 86_400;
	const once = { start, every_days: 0, times: 1 };
	assert.ok(isWritten(start, once));
	for (const off of [-1, 1, 2]) assert.ok(!isWritten(start + off * week, once));
	const weekly = { start, every_days: 7, times: 3 };
	assert.deepEqual(
		[-1, 0, 1, 2, 3].map((off) => isWritten(start + off * week, weekly)),
		[false, true, true, true, false],
	);
	const fortnight = { start, every_days: 14, times: 2 };
	assert.deepEqual(
		[1, 2, 4].map((off) => isWritten(start + off * week, fortnight)),
		[false, true, false],
	);
});

test("An hour more or less is found out, but where clocks were moved by just so much", () => {
	const series = { start: at("2027-03-20T15:00:00Z"), every_days: 7, times: 4, zone: MADRID };
	const third = at("2027-04-03T15:00:00Z");
	for (const [off, isFound] of [
		[-3_600, false],
		[0, false],
		...[3_600, -1_800, 1_800].map((off) => [off, true]),
	])
		assert.equal(isWritten(third + off, series), !isFound, `${off}`);
	for (const zone of ["", "America/Phoenix", "Europe/Nowhere"])
		assert.ok(!isWritten(third - 3_600, { ...series, zone }), zone);
	const second = at("2027-03-27T15:00:00Z");
	for (const off of [-3_600, 3_600, 1_800]) assert.ok(!isWritten(second + off, series), `${off}`);
	const half = ["Australia/Lord_Howe"];
	const fourth = at("2027-04-10T15:00:00Z");
	assert.ok(isWritten(fourth + 1_800, { ...series, zone: "" }, half));
	assert.ok(!isWritten(fourth + 3_600, { ...series, zone: "" }, half));
});

test("Two times of one series never stand in one place of it", () => {
	const start = at("2027-01-05T15:00:00Z");
	const week = 7 * 86_400;
	const one = (ref, off) => ({ ref, at: start + off });
	assert.ok(!isTwice(one("A", 0), [one("A", 0), one("B", week), one("C", 2 * week)], { start }));
	assert.ok(isTwice(one("B", week), [one("A", 0), one("B", week), one("C", week)], { start }));
	assert.ok(isTwice(one("B", week), [one("B", week), one("C", week - 3_600)], { start }));
});
