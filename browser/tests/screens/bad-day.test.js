// On a bad day: that nobody was told is said while it is so, and not a moment longer.

import assert from "node:assert/strict";
import { test } from "node:test";
import { learnInside, say } from "../../words/index.js";
import { drawn, screenOf } from "./drawn.js";

await learnInside();
const { RoomBadDay } = await import("../../screens/bad-day.js");

const ben = { id: 1, conv: "c", mine: "client", state: "active", name: "Ben", other: { account_id: "ben" } };
const line = { id: "l1", state: "stored", card: { t: "bad-day", wish: 1, words: "" } };

/** The page as it stands, with or without a line to Ben. @param {string | null} told */
function shown(told) {
	const room = { conversation: () => ({ lines: [line] }) };
	const view = { relationships: [ben], help: [], parts: { path: { talks: [{ conv: "c", told }] } } };
	return drawn(screenOf(RoomBadDay, { room, view, place: { screen: "bad-day" } }).render());
}

test("Ada reads that nobody was told that she came here, until she tells Ben herself", () => {
	assert.ok(shown(null).includes(say("unsafe.nobody")));
	assert.ok(!shown("l1").includes(say("unsafe.nobody")));
});
