// A page that is still on its way: nobody who is not safe stands before "One moment" alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { learnInside } from "../../words/index.js";
import { drawn, screenOf } from "./drawn.js";

await learnInside();
const { RoomPlain } = await import("../../screens/plain.js");

const help = [
	{
		...{
			name: "988 Lifeline",
			who: "For anyone.",
			lang: "en",
			hours: "always",
			what_happens: "",
			verified: "",
		},
		how: [{ kind: "call", value: "988" }],
	},
];

/** What stands there while a screen has not come yet. @param {string} ref */
const waiting = (ref) =>
	drawn(
		screenOf(RoomPlain, {
			view: { door: "inside", help },
			place: { screen: "plain", id: "starting", ref },
		}).render(),
	);

test("Whoever is not safe, or has a bad day, has numbers while their page is on its way", () => {
	for (const screen of ["not-safe", "bad-day"]) assert.ok(waiting(screen).includes("988 Lifeline"), screen);
	assert.ok(!waiting("circles").includes("988 Lifeline"));
});
