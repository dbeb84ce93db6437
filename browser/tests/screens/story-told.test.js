// What was told in a talk and can be taken back there stands on the pages that end it.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { deedsOf, drawn, screenOf } from "./drawn.js";

let RoomStoryTold;
let RoomGoodbye;
let RoomMore;
let say;
before(async () => {
	const words = await import("../../words/index.js");
	await words.learnInside();
	({ say } = words);
	({ RoomStoryTold } = await import("../../screens/story-told.js"));
	({ RoomGoodbye } = await import("../../screens/goodbye.js"));
	({ RoomMore } = await import("../../screens/more.js"));
});

const [OF, DAY] = ["AAECAwQFBgcICQoLDA0ODw", 20_541];
const ada = { accountId: "ada", name: "River", reads: true };
const layer = { b: "I hid it.", days: 0, k: 1, notes: [], own: "", who: 3, why: "", with: [] };
const row = { asked: DAY, conv: "c", k: 1, of: OF, opened: 0, over: 0, told: 0 };
const story = (rows) => ({ docId: "s", id: "1", title: "The letter", day: DAY, layers: [layer], told: rows });

/** Ben's list of what he told, before an end of the talk "c". */
function listOf(rows, { conv = "c", canWrite = true } = {}) {
	const withRiver = { state: "active", conv: "c", earlier: [], called: "", note: "", other: ada };
	const view = {
		...{ config: null, relationships: [withRiver] },
		parts: { stories: { isOpen: true, stories: [story(rows)] } },
	};
	const done = [];
	const room = { conversation: () => ({ canWrite }), doing: async (...all) => done.push(all) };
	return { list: screenOf(RoomStoryTold, { room, view, conv }), done };
}

test("Before an end stands what was told in this talk and not taken back, with the button; else nothing", async () => {
	const { list, done } = listOf([{ ...row, told: DAY }]);
	const text = drawn(list.render());
	assert.ok(text.includes(say("stories.told-here", { name: "River" })), text);
	assert.ok(text.includes(say("stories.while", { name: "River" })), text);
	assert.match(text, /The letter\. A line/);
	for (const press of deedsOf(list.render(), "@yes")) await press();
	assert.deepEqual(done, [["stories", "withdraw", "c", OF]]);
	for (const nothing of [
		[],
		[row],
		[{ ...row, told: DAY, over: DAY + 1 }],
		[{ ...row, told: DAY, conv: "another" }],
	])
		assert.equal(drawn(listOf(nothing).list.render()), "");
});

test("Once all is taken back the list says so, and nothing of it stands there any more", () => {
	const { list } = listOf([{ ...row, told: DAY, over: DAY }]);
	list.said = say("stories.back-done");
	const text = drawn(list.render());
	assert.ok(text.includes(say("stories.back-done")), text);
	assert.doesNotMatch(text, /The letter/);
});

test("In a pause the list says that it cannot be taken back now", () => {
	const { list } = listOf([{ ...row, told: DAY }], { canWrite: false });
	const text = drawn(list.render());
	assert.ok(text.includes(say("stories.back-not", { name: "River" })), text);
	assert.equal(deedsOf(list.render(), "@yes").length, 0);
});

test("The pages of ending and of goodbye show it for their talk while it goes on or rests, and not after", () => {
	const shows = (Kind, state) => {
		const relationship = {
			...{ id: 1, mine: "client", state, conv: "c", earlier: [], called: "", note: "", agreedOn: DAY },
			...{ plan: null, pause: null, keptMonths: 3, blocked: false, wayBack: null, other: ada },
		};
		const conversation = {
			...{ conv: "c", name: "River", company: [ada], lines: [], canWrite: state === "active", relationship },
		};
		const room = { conversation: () => conversation };
		const view = { config: { today: DAY, contact: { name: "Dora" } }, parts: {}, relationships: [] };
		return drawn(screenOf(Kind, { view, room, place: { screen: "more", id: "c" } }).render());
	};
	for (const Kind of [RoomGoodbye, RoomMore]) {
		for (const state of ["active", "paused"])
			assert.match(shows(Kind, state), /<room-story-told[^>]*\.conv=c>/, `${Kind.name} ${state}`);
		assert.doesNotMatch(shows(Kind, "ended"), /room-story-told/, Kind.name);
	}
});
