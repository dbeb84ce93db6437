// Where people are asked to read how we treat each other: also those who have neither people nor a home here.

import assert from "node:assert/strict";
import { test } from "node:test";
import { learnInside, say } from "../../words/index.js";
import { drawn, screenOf } from "./drawn.js";
import { FakeRoom, scenes } from "./fake-room.js";
import { rules } from "./house-scenes.js";

await learnInside();
const { RoomRulesAsk } = await import("../../screens/rules-ask.js");
const { RoomConcerns } = await import("../../screens/concerns.js");
const { RoomTold } = await import("../../screens/told.js");
const { RoomCircle } = await import("../../screens/circle.js");

/** A page in a scene. */
function standing(Kind, name) {
	const room = new FakeRoom(name);
	return drawn(screenOf(Kind, { room, view: room.view, place: scenes[name].place }).render());
}

test("An officer is asked beside concerns, and a supervisor where it stands what they were told", () => {
	for (const [Kind, name] of [
		[RoomConcerns, "concerns-house-rules"],
		[RoomTold, "told-house-rules"],
	]) {
		assert.ok(standing(Kind, name).includes("<room-rules-ask"), name);
		assert.ok(standing(RoomRulesAsk, name).includes(say("rules.ask")), name);
	}
});

test("Who asks to join a circle reads them there, whole", () => {
	const text = standing(RoomCircle, "circle-ask-house-rules");
	assert.ok(text.includes(say("rules.with-asking")));
	for (const line of rules.lines) assert.ok(text.includes(line), line);
	assert.ok(!standing(RoomCircle, "circle-ask").includes(say("rules.with-asking")));
});
