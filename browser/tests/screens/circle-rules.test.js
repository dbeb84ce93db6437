// Whoever asks to join a circle has read how people treat each other here.

import assert from "node:assert/strict";
import { test } from "node:test";
import { learnInside } from "../../words/index.js";
import { circleScenes } from "./circle-scenes.js";
import { deedsOf, drawn, screenOf } from "./drawn.js";

await learnInside();
const { RoomCircle } = await import("../../screens/circle.js");

const view = { relationships: [], me: { isSpecialist: false }, config: { retention: 6 }, line: "up" };
const scene = circleScenes({ talking: view, homely: view })["circle-ask"];
const rules = { version: 2, lines: ["We talk here."], written_on: 20_500, yes: null, asks: false };

/** The page of asking with these rules, and what it asks the room for. */
function asking(houseRules) {
	const asked = [];
	const deed = async (...all) => void asked.push(all);
	const room = { doing: deed, reading: deed };
	const given = { ...scene, view: { ...scene.view, parts: { ...scene.view.parts, houseRules } }, room };
	return { page: screenOf(RoomCircle, given), asked };
}

/** Sent as a whole form. */
async function send(page) {
	globalThis.FormData = class {
		*[Symbol.iterator]() {
			yield* Object.entries({ called: "Wren", words: "I am new." });
		}
	};
	await deedsOf(page.render(), "@submit")[0]({ preventDefault() {}, target: null });
}

test("They stand above the button, and asking says yes to them", async () => {
	const { page, asked } = asking(rules);
	assert.match(drawn(page.render()), /you say yes to this too.*We talk here\./s);
	await send(page);
	assert.deepEqual(asked.slice(1), [["houseRules", "yes", 2]]);
});

test("Whoever said yes to these words is not asked again", async () => {
	const { page, asked } = asking({ ...rules, yes: 2 });
	assert.doesNotMatch(drawn(page.render()), /We talk here/);
	await send(page);
	assert.equal(asked.length, 1);
});
