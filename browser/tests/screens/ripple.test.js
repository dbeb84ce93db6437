// A step that is taken says what it is good for now, and leads to where that is.

import assert from "node:assert/strict";
import { test } from "node:test";
import { learnInside, say } from "../../words/index.js";
import { deedsOf, drawn, screenOf } from "./drawn.js";
import { rippleScenes } from "./ripple-scenes.js";

await learnInside();
const { RoomRipple } = await import("../../screens/ripple.js");

const config = { circles: true, doorOpen: true, contact: { name: "Dora" } };
const talking = { relationships: [{ id: 7, mine: "client", state: "active", other: {} }], config };
const scenes = rippleScenes(talking);

/** The page in a scene, and where it went. */
function standing(name) {
	const went = [];
	const page = screenOf(RoomRipple, { ...scenes[name], room: {} });
	page.go = (place) => went.push(place.screen);
	return { page, went, text: drawn(page.render()) };
}

test("Who welcomes and who helps is told what to do now, with a door to circles under each", () => {
	const { page, went, text } = standing("ripple-taken");
	for (const role of [1, 2]) assert.ok(text.includes(say(`ripple.now.${role}`)), `step ${role}`);
	assert.ok(!text.includes(say("ripple.now.nowhere")));
	for (const deed of deedsOf(page.render(), "@click")) if (!/#back/.test(String(deed))) deed();
	assert.equal(went.filter((screen) => screen === "circles").length, 2);
});

test("Where there are no circles no door is shown to them, and it says so; a training is had in writing all the same", () => {
	const { page, went, text } = standing("ripple-all-taken");
	assert.equal(text.split(say("ripple.now.nowhere")).length - 1, 2);
	for (const role of [1, 2]) assert.ok(!text.includes(say(`ripple.now.${role}`)), `step ${role}`);
	assert.ok(text.includes(say("ripple.now.3")));
	for (const deed of deedsOf(page.render(), "@click")) if (!/#back/.test(String(deed))) deed();
	assert.deepEqual([...new Set(went)].sort(), ["around", "certificates"]);
});

test("While nobody knows whether it is a bad day nothing is suggested, and it is not said to be one", () => {
	const [known, unknown, bad] = ["ripple", "ripple-day-unknown", "ripple-bad-day"].map(
		(name) => standing(name).text,
	);
	const step = say("ripple.step.1.is");
	assert.ok(known.includes(step));
	assert.ok(!unknown.includes(step) && !unknown.includes(say("ripple.bad-day")), unknown);
	assert.ok(!bad.includes(step) && bad.includes(say("ripple.bad-day")));
});

test("A step that is only asked for says nothing of what to do with it", () => {
	const { text } = standing("ripple-asked");
	assert.ok(!text.includes(say("ripple.now.1")));
});
