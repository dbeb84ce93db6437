import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { learnInside, say } from "../../words/index.js";
import { drawn, screenOf } from "./drawn.js";

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
/** One line of text that names something of one's own, says where one is reached, or opens a place. */
const NAMES_ONLY = new Set([
	"reach",
	"reach-phone",
	"stories",
	"story",

	"tell-fields",
	"words-field",
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

test("So it does under each line of text that is sent to somebody", () => {
	const read = (/** @type {string} */ name) => readFileSync(new URL(name, SCREENS), "utf8");
	const found = readdirSync(SCREENS).filter((name) => name.endsWith(".js") && /type="text"/.test(read(name)));
	const without = found
		.filter((name) => !read(name).includes("{notEmergency()}"))
		.map((name) => name.replace(".js", ""));
	assert.ok(found.includes("attach.js"));
	assert.deepEqual(without.filter((name) => !FOR_NOBODY_ELSE.has(name)).sort(), [...NAMES_ONLY].sort());
});

const { RoomAttach } = await import("../../screens/attach.js");

test("It stands while a voice note is spoken and while words are put to a file: the writing box is away then", () => {
	const view = { lock: { phase: "open" } };
	for (const stage of ["choose", "asking", "recording", "too-large"]) {
		const attach = screenOf(RoomAttach, { view, stage, conversation: { name: "Ben" } });
		assert.ok(drawn(attach.render()).includes(say("write.not-emergency")), stage);
	}
});
