// Finding a time: what is said of a time stays what was agreed for it.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { drawn, screenOf } from "./drawn.js";

let RoomFindTime;
before(async () => {
	await (await import("../../words/index.js")).learnInside();
	({ RoomFindTime } = await import("../../screens/find-time.js"));
});

/** The page as Ada sees it, where the programme asks for two days by now. */
function seen(ref) {
	const at = Math.floor(Date.now() / 1000) + 360_000;
	const all = [{ id: 1, ref: "R", series: "R", relationship: 1, at, minutes: 50, in_time_hours: 24 }];
	const relationship = { id: 1, mine: "client", state: "active", called: "", other: { name: "Ben" } };
	const conversation = { conv: "c", name: "Ben", lines: [], company: [], relationship };
	const view = { config: { today: 20_515 }, parts: { meeting: { all, inTimeHours: 48, isHere: true } } };
	const room = { conversation: () => conversation };
	return drawn(screenOf(RoomFindTime, { view, room, place: { id: "c", ref } }).render());
}

test("A time that is moved keeps the hours it was agreed with, a new one has those of today", () => {
	assert.match(seen("R"), /24 hours/);
	assert.doesNotMatch(seen("R"), /48 hours/);
	assert.match(seen(undefined), /48 hours/);
});
