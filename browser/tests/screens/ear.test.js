// Under Ben's box: what was said of a draft is gone once a line comes, and is read anew beside that line when the keys rest.

import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { drawn, screenOf } from "./drawn.js";

const line = (id, text) => ({ id, from: "them", kind: "text", text });
const marked = (mark) => ({ marks: [{ mark, sentence: "You should call her." }], question: null });

let ear;
let asked;
let answers;
let begun;
beforeEach(async () => {
	const { learnInside } = await import("../../words/index.js");
	await learnInside();
	const { RoomEar } = await import("../../screens/ear.js");
	mock.timers.reset();
	mock.timers.enable({ apis: ["setTimeout"] });
	[asked, answers, begun] = [[], [], []];
	const reading = async (...all) => {
		if (all[1] === "begin") return void begun.push(all[2]);
		asked.push(all);
		return new Promise((done) => answers.push(done));
	};
	ear = screenOf(RoomEar, { room: { reading }, conversation: { conv: "c", lines: [line("l1", "Hello.")] } });
});

/** The page is drawn with this, and then nobody touches a key for a while. */
function stands({ text = "You should call her.", lines = ear.conversation.lines, rests = 700 } = {}) {
	Object.assign(ear, { text, conversation: { conv: "c", lines } });
	ear.willUpdate();
	mock.timers.tick(rests);
	return drawn(ear.render());
}

async function answer(at, heard) {
	answers[at](heard);
	await new Promise(setImmediate);
	return drawn(ear.render());
}

test("A mark goes with the line that comes, and what stands then was read beside that line", async () => {
	stands();
	assert.deepEqual(asked, [["listening", "hear", "c", "You should call her."]]);
	assert.match(await answer(0, marked("advice")), /advice/);

	const lines = [...ear.conversation.lines, line("l2", "What should I do?")];
	assert.doesNotMatch(stands({ lines, rests: 699 }), /advice/, "what was said of it is of yesterday");
	assert.equal(asked.length, 1, "it waits until the keys rest");
	stands({ lines, rests: 1 });
	assert.equal(asked.length, 2);
	assert.match(await answer(1, marked("open")), /open question/);
});

test("An answer to what stood there before the line came is said of nothing", async () => {
	stands();
	const lines = [...ear.conversation.lines, line("l2", "What should I do?")];
	stands({ lines, rests: 0 });
	assert.doesNotMatch(await answer(0, marked("advice")), /advice/);
});

test("A page that is drawn again with nothing new asks nothing again, and keeps what it says", async () => {
	stands();
	await answer(0, marked("advice"));
	assert.match(stands(), /advice/);
	assert.equal(asked.length, 1);
});

test("What came is read at the first letter, before the keys rest, and not again with each letter after it", () => {
	stands({ text: "", rests: 0 });
	assert.deepEqual(begun, [], "nobody wrote yet");
	stands({ text: " ", rests: 0 });
	assert.deepEqual(begun, []);
	stands({ text: "Y", rests: 0 });
	assert.deepEqual([begun, asked], [["c"], []]);
	stands({ text: "You", rests: 0 });
	assert.deepEqual(begun, ["c"]);
	stands({ text: "", rests: 0 });
	stands({ text: "I", rests: 0 });
	assert.deepEqual(begun, ["c", "c"], "a new draft begins anew");
});
