// Under Ada's box: the words that were seen, help beside them, and nothing that keeps her from writing or sending.

import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { deedsOf, drawn, screenOf } from "./drawn.js";

const DRAFT = "I want to die.";

let hint;
let asked;
let told;
beforeEach(async () => {
	const { learnInside } = await import("../../words/index.js");
	await learnInside();
	const { RoomHint } = await import("../../screens/hint.js");
	mock.timers.reset();
	mock.timers.enable({ apis: ["setTimeout"] });
	[asked, told] = [[], []];
	const reading = async (...all) => {
		asked.push(all);
		return all[1] === "look" && all[2].includes("die") ? ["I want to die"] : [];
	};
	hint = screenOf(RoomHint, { room: { reading }, view: {}, conversation: talk("c1", "client") });
	hint.addEventListener("help", () => told.push("help"));
	hint.addEventListener("go", (event) => told.push(event.detail.screen));
});

const talk = (conv, mine) => ({ conv, relationship: { mine } });

/** @param {string} text */
async function stands(text, { rests = 700, conversation = hint.conversation } = {}) {
	Object.assign(hint, { text, conversation });
	hint.willUpdate();
	mock.timers.tick(rests);
	await new Promise(setImmediate);
	return drawn(hint.render());
}

/** @param {number} at which of the buttons */
const press = (at) => deedsOf(hint.render(), "@click")[at]();

test("Once the keys rest, Ada reads her own words, and help, I am not safe and two ways to put it away", async () => {
	assert.doesNotMatch(await stands(DRAFT, { rests: 699 }), /You wrote/);
	assert.match(await stands(`${DRAFT} `), /You wrote:.*I want to die/s);
	assert.deepEqual(asked, [["hinting", "look", `${DRAFT} `]]);
	press(0);
	press(1);
	assert.deepEqual(told, ["help", "not-safe"]);
	assert.equal(deedsOf(hint.render(), "@click").length, 4);
});

test("It takes no key and stops no sending: an empty box takes it away at once", async () => {
	await stands(DRAFT);
	assert.doesNotMatch(await stands("", { rests: 0 }), /You wrote/);
	assert.equal(asked.length, 1, "an empty box is not looked at");
});

test("Not now holds for this draft, and the next one is looked at again", async () => {
	await stands(DRAFT);
	press(2);
	assert.doesNotMatch(await stands(`${DRAFT} Really.`), /You wrote/);
	assert.equal(asked.length, 1);
	await stands("");
	assert.match(await stands(DRAFT), /You wrote/);
});

test("Stop looking switches it off", async () => {
	await stands(DRAFT);
	await press(3);
	assert.deepEqual(asked.at(-1), ["hinting", "turn", false]);
	assert.doesNotMatch(drawn(hint.render()), /You wrote/);
});

test("A plan that is there is one press away; Ben as a specialist has help alone", async () => {
	hint.view = { parts: { path: { plan: [{ k: 2, b: "Ring my sister", n: "" }] } } };
	await stands(DRAFT);
	press(2);
	assert.deepEqual(told, ["bad-day"]);
	await stands(DRAFT, { conversation: talk("c2", "specialist") });
	assert.equal(deedsOf(hint.render(), "@click").length, 3);
});

test("Another talk begins anew, and what was asked of the draft before it is said of nothing", async () => {
	await stands(DRAFT, { rests: 0 });
	assert.doesNotMatch(await stands("Hello.", { conversation: talk("c2", "client") }), /You wrote/);
	assert.deepEqual(asked, [["hinting", "look", "Hello."]]);
});
