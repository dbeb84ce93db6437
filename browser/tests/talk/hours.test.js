import assert from "node:assert/strict";
import { test } from "node:test";
import { isOutside, replyLine } from "../../talk/hours.js";

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
