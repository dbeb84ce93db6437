// Quiet hours: by the wall of the circle's zone, whatever its clocks do; and how a line goes in them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { encodeFrame, TYPE } from "../../crypto/frames.js";
import { hushed, isQuiet, quietly, quietUntil } from "../../talk/circle-quiet.js";

const NIGHT = { from: 22 * 60, till: 7 * 60 + 30, zone: "Europe/Madrid" };
const at = (text) => Date.parse(text);
const ends = (quiet, text) => {
	const until = quietUntil(quiet, at(text));
	return until === null ? null : new Date(until).toISOString();
};

test("Quiet hours cross midnight, and are those of the circle's zone", () => {
	// Madrid is an hour ahead of UTC in January, and two in July.
	assert.equal(isQuiet(NIGHT, at("2026-01-10T20:59:59Z")), false);
	assert.equal(isQuiet(NIGHT, at("2026-01-10T21:00:00Z")), true);
	assert.equal(isQuiet(NIGHT, at("2026-01-11T06:29:59Z")), true);
	assert.equal(isQuiet(NIGHT, at("2026-01-11T06:30:00Z")), false);
	assert.equal(isQuiet(NIGHT, at("2026-07-10T20:00:00Z")), true);
	assert.equal(ends(NIGHT, "2026-01-10T22:10:30Z"), "2026-01-11T06:30:00.000Z");
	assert.equal(ends(NIGHT, "2026-07-10T22:10:30Z"), "2026-07-11T05:30:00.000Z");
	assert.equal(ends(NIGHT, "2026-01-11T12:00:00Z"), null);
});

test("Quiet hours of one day end on that day, and none are never", () => {
	const noon = { from: 12 * 60, till: 13 * 60 + 7, zone: "UTC" };
	assert.equal(ends(noon, "2026-01-10T12:00:00Z"), "2026-01-10T13:07:00.000Z");
	assert.equal(ends(noon, "2026-01-10T11:59:59Z"), null);
	assert.equal(isQuiet(null, at("2026-01-10T23:00:00Z")), false);
});

test("In the night in which the clocks change, quiet hours still end by the wall", () => {
	assert.equal(ends(NIGHT, "2026-03-28T22:00:00Z"), "2026-03-29T05:30:00.000Z");
	assert.equal(ends(NIGHT, "2026-10-24T22:00:00Z"), "2026-10-25T06:30:00.000Z");
	// At two in the morning it is three: an end that the wall never shows is when it is past.
	assert.equal(ends({ ...NIGHT, till: 150 }, "2026-03-28T23:30:00Z"), "2026-03-29T01:00:00.000Z");
});

test("A zone that this device does not know is its own", () => {
	const here = new Date(2026, 0, 10, 23, 0).getTime();
	assert.equal(isQuiet({ ...NIGHT, zone: "Middle/Earth" }, here), true);
	assert.equal(isQuiet({ ...NIGHT, zone: "Middle/Earth" }, here - 12 * 3_600_000), false);
});

const [ID, HASH] = [new Uint8Array(16), new Uint8Array(32)];
const line = encodeFrame(TYPE.SEND, {
	...{ kind: 3, conv: ID, epoch: 0, ehHash: HASH, sender: ID, msgId: ID, sseq: 1, seenN: 1, seenH: HASH },
	...{ fc: HASH, box: new Uint8Array(80) },
});

test("In quiet hours a line says that nobody gets a note for it; all else of it, and every other frame, is as it was", () => {
	const sent = [];
	const wire = { state: "up", send: (frame) => sent.push(frame) > 0 };
	let isNight = false;
	const mine = hushed(wire, () => isNight);
	const follow = encodeFrame(TYPE.FOLLOW, { conv: ID, afterN: 0 });
	mine.send(line);
	isNight = true;
	assert.equal(mine.send(line), true);
	mine.send(follow);
	assert.deepEqual(
		sent.map((frame) => frame[0]),
		[0x03, 0x07, 0x02],
	);
	assert.deepEqual(sent[1].slice(1), line.slice(1));
	assert.deepEqual(sent[2], follow);
	assert.equal(line[0], 0x03);
	assert.equal(mine.state, "up");
	assert.deepEqual(quietly(follow), follow);
});
