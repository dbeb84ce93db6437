import assert from "node:assert/strict";
import { test } from "node:test";
import { answerDue, isOutside, lookAgain, replyLine, wroteJustNow } from "../../talk/hours.js";

const OFFICE = { days: [0, 1, 2, 3, 4], from: 540, to: 1020, tz: "America/New_York", within: 24 };
const NIGHT = { days: [4, 5], from: 1200, to: 120, tz: "Europe/Madrid", within: 48 };
const at = (text) => Date.parse(text);

test("Ada writes on a Tuesday noon in New York: Ben is there", () => {
	assert.equal(isOutside(OFFICE, at("2025-06-03T16:00:00Z")), false);
});

test("Ben's first and last minute are his, not Ada's", () => {
	assert.equal(isOutside(OFFICE, at("2025-06-03T12:59:00Z")), true);
	assert.equal(isOutside(OFFICE, at("2025-06-03T13:00:00Z")), false);
	assert.equal(isOutside(OFFICE, at("2025-06-03T20:59:00Z")), false);
	assert.equal(isOutside(OFFICE, at("2025-06-03T21:00:00Z")), true);
});

test("Ben wrote a moment ago, so Ada is not told that he is off; an hour later she is", () => {
	const now = at("2025-06-03T22:00:00Z");
	const line = (from, minutes) => ({ from, ts: minutes === null ? null : now - minutes * 60_000 });
	assert.equal(wroteJustNow([line("them", 90), line("them", 2), line("me", 1)], now), true);
	assert.equal(wroteJustNow([line("them", 2), line("them", null), line("me", 1)], now), true);
	assert.equal(wroteJustNow([line("them", 60), line("me", 1)], now), false);
	assert.equal(wroteJustNow([line("me", 1)], now), false);
	assert.equal(wroteJustNow([], now), false);
});

test("In winter Ben's clock is another one, and his hours go with it", () => {
	assert.equal(isOutside(OFFICE, at("2025-01-07T13:30:00Z")), true);
	assert.equal(isOutside(OFFICE, at("2025-01-07T14:00:00Z")), false);
});

test("Hours over midnight belong to the day on which they began", () => {
	assert.equal(isOutside(NIGHT, at("2025-06-06T19:00:00Z")), false, "Friday 21:00");
	assert.equal(isOutside(NIGHT, at("2025-06-06T23:30:00Z")), false, "Saturday 01:30");
	assert.equal(isOutside(NIGHT, at("2025-06-07T23:30:00Z")), false, "Sunday 01:30 after Saturday evening");
	assert.equal(isOutside(NIGHT, at("2025-06-08T19:00:00Z")), true, "Sunday 21:00");
	assert.equal(isOutside(NIGHT, at("2025-06-05T23:30:00Z")), true, "Friday 01:30");
});

test("A zone this device does not know never says that Ben is away", () => {
	assert.equal(isOutside({ ...OFFICE, tz: "Mars/Olympus" }, at("2025-06-08T03:00:00Z")), false);
});

test("What is said about hours is in their time, and tells whose it is", () => {
	const { id, params, outside } = replyLine(OFFICE, {
		now: at("2025-06-03T16:00:00Z"),
		zone: "Europe/Berlin",
	});
	assert.equal(id, "reply.weekdays");
	assert.deepEqual(params, {
		days: [0, 1, 2, 3, 4],
		from: "09:00",
		to: "17:00",
		within: 24,
		zone: "America/New_York",
		sameZone: false,
	});
	assert.equal(outside, false);
});

test("Two names for the same clock are one time", () => {
	const seen = { now: at("2025-06-03T16:00:00Z"), zone: "Europe/Paris" };
	assert.equal(replyLine(NIGHT, seen).params.sameZone, true);
});

const hour = 3_600_000;
const again = (hours, text) => new Date(lookAgain(hours, at(text)) ?? 0).toISOString();

test("Who writes in the evening looks in again when Ben begins the next day", () => {
	assert.equal(again(OFFICE, "2025-06-03T23:00:00Z"), "2025-06-04T13:00:00.000Z");
});

test("Who writes before Ben begins looks in again the same day", () => {
	assert.equal(again(OFFICE, "2025-06-04T08:00:00Z"), "2025-06-04T13:00:00.000Z");
});

test("A weekend is waited for: from Friday evening on until Monday", () => {
	assert.equal(again(OFFICE, "2025-06-06T22:00:00Z"), "2025-06-09T13:00:00.000Z");
	assert.equal(again(OFFICE, "2025-06-08T12:00:00Z"), "2025-06-09T13:00:00.000Z");
});

test("While Ben is there, he has the time he usually takes, in full hours", () => {
	assert.equal(again(OFFICE, "2025-06-03T16:20:00Z"), "2025-06-04T17:00:00.000Z");
	assert.equal(again({ ...OFFICE, within: 4 }, "2025-06-03T14:10:00Z"), "2025-06-03T19:00:00.000Z");
	assert.equal(again({ ...OFFICE, within: 4 }, "2025-06-03T20:00:00Z"), "2025-06-04T13:00:00.000Z");
});

test("On Friday noon, a day later is Saturday: it is Monday that is said", () => {
	assert.equal(again(OFFICE, "2025-06-06T16:00:00Z"), "2025-06-09T13:00:00.000Z");
});

test("Over the night in which clocks move, nine o'clock is Ben's nine o'clock", () => {
	// New York moves its clocks on 9 March and 2 November 2025.
	const daily = { ...OFFICE, days: [0, 1, 2, 3, 4, 5, 6] };
	assert.equal(again(daily, "2025-03-08T23:00:00Z"), "2025-03-09T13:00:00.000Z");
	assert.equal(again(daily, "2025-03-07T23:00:00Z"), "2025-03-08T14:00:00.000Z");
	assert.equal(again(daily, "2025-11-01T22:00:00Z"), "2025-11-02T14:00:00.000Z");
});

test("Hours that begin in the hour that clocks leap over begin after the leap", () => {
	const early = { ...OFFICE, days: [6], from: 150, to: 300 };
	assert.equal(again(early, "2025-03-08T23:00:00Z"), "2025-03-09T07:30:00.000Z");
});

test("Hours over midnight, and a whole day", () => {
	assert.equal(again(NIGHT, "2025-06-08T12:00:00Z"), "2025-06-13T18:00:00.000Z");
	const sundays = { days: [6], from: 0, to: 0, tz: "Asia/Kolkata", within: 4 };
	assert.equal(again(sundays, "2025-06-06T12:00:00Z"), "2025-06-07T18:30:00.000Z");
});

test("Nobody is told to look in again by the clock of a zone this device does not know", () => {
	assert.equal(lookAgain({ ...OFFICE, tz: "Mars/Olympus" }, at("2025-06-08T03:00:00Z")), null);
});

test("Whenever Ada looks in again as she was told, it is later, and Ben is there or has had his time", () => {
	for (const hours of [OFFICE, NIGHT, { ...OFFICE, days: [2], tz: "Pacific/Auckland", within: 72 }]) {
		for (let step = 0; step < 24 * 60; step += 7) {
			const now = at("2025-03-01T00:00:00Z") + step * hour;
			const then = lookAgain(hours, now);
			assert.ok(then > now && then - now <= 11 * 24 * hour, new Date(now).toISOString());
			if (isOutside(hours, now)) assert.equal(isOutside(hours, then), false);
		}
	}
});

test("An answer is due once the hours it usually takes are over, counted from when Ben is there", () => {
	const due = (text) => new Date(answerDue(OFFICE, at(text))).toISOString();
	assert.equal(due("2025-06-03T16:00:00Z"), "2025-06-04T16:00:00.000Z");
	assert.equal(due("2025-06-03T23:00:00Z"), "2025-06-04T13:00:00.000Z".replace("04T", "05T"));
	assert.equal(due("2025-06-06T22:00:00Z"), "2025-06-10T13:00:00.000Z");
});
