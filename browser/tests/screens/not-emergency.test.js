import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { learnInside, say } from "../../words/index.js";

await learnInside();

const SCREENS = new URL("../../screens/", import.meta.url);
/** What is written in these boxes is for oneself, for made-up people, or for everybody who agrees on it; the page of a bad day says it of the one it tells. */
const FOR_NOBODY_ELSE = new Set([
	...[
		"bad-day",
		"check",
		"circle-agreement",
		"diary",
		"own-note",
		"own-rows",
		"page",
		"profile",
		"wellbeing",
	],
	...["practice-story", "practice-talk", "practice-unit"],
	// The words of an emergency go to a supervisor from somebody who has called already.
	"danger",
]);

test("Under each box in which somebody writes to somebody stands that this is not an emergency service", () => {
	assert.match(say("write.not-emergency"), /not an emergency service/);
	const found = readdirSync(SCREENS).filter((name) => name.endsWith(".js"));
	const boxes = found.filter((name) => /<textarea\s/.test(readFileSync(new URL(name, SCREENS), "utf8")));
	assert.ok(boxes.length > 30);
	const without = boxes
		.filter((name) => !readFileSync(new URL(name, SCREENS), "utf8").includes("{notEmergency()}"))
		.map((name) => name.replace(".js", ""));
	assert.deepEqual(without.sort(), [...FOR_NOBODY_ELSE].sort());
});
