// Taking words back in a circle, on the screen: under one's own words alone, and asked once more.

import assert from "node:assert/strict";
import { test } from "node:test";
import { learnInside, say } from "../../words/index.js";
import { circleScenes } from "./circle-scenes.js";
import { deedsOf, drawn, screenOf } from "./drawn.js";

await learnInside();
const { RoomCircleLog } = await import("../../screens/circle-log.js");
const { RoomCircleTalk } = await import("../../screens/circle-talk.js");
const { RoomCircleStory } = await import("../../screens/circle-story.js");

const view = { relationships: [], me: { isSpecialist: false }, config: { retention: 6 }, line: "up" };
const scenes = circleScenes({ talking: view, homely: view });
const nowIn = (name) => scenes[name].view.parts.circles.open[1];
const now = nowIn("circle-talk");

/** A screen as it stands in a scene, with what it asks the room for. */
function standing(Kind, name, more = {}) {
	const asked = [];
	const deed = async (...all) => void asked.push(all);
	const room = { doing: deed, reading: deed };
	return { page: screenOf(Kind, { ...scenes[name], room, isHere: true, ...more }), asked };
}

test("Under words of my own stands how to take them back, and under nobody else's; asked once more, they go", async () => {
	const back = say("line.take-back");
	const shown = (change) =>
		drawn(standing(RoomCircleLog, "circle-talk", { now: { ...now, ...change } }).page.render());
	const mine = now.lines.at(-1);
	assert.equal(shown({}).split(`>${back}<`).length, 2);
	assert.ok(shown({}).includes(`aria-label=${back}: ${mine.text}`));
	for (const change of [{ canWrite: false }, { lines: now.lines.slice(0, -1) }])
		assert.ok(!shown(change).includes(back));
	const { page, asked } = standing(RoomCircleLog, "circle-talk", { now });
	const press = (at) => deedsOf(page.render(), "@click").at(at)();
	press(-1);
	assert.ok(drawn(page.render()).includes(say("circle.back-sure")));
	press(-1);
	assert.deepEqual([page.asking, asked], ["", []]);
	press(-1);
	await press(-2);
	assert.deepEqual(asked, [["circles", "erase", 1, mine.id]]);
});

test("Who has not said yes to a new agreement reads nobody's words, and takes back their own", async () => {
	const gate = (name) => {
		const text = drawn(standing(RoomCircleTalk, name).page.render());
		return [text.includes(say("circle.own-words")), text.includes("<room-circle-write")];
	};
	assert.deepEqual(gate("circle-agreed-anew"), [true, false]);
	assert.deepEqual(gate("circle-first"), [false, false], "nothing of theirs can be written here");
	const there = nowIn("circle-agreed-anew");
	const { page, asked } = standing(RoomCircleLog, "circle-agreed-anew", { now: there, isMine: true });
	const [mine, ...others] = [...there.lines].reverse();
	const text = drawn(page.render());
	assert.ok(text.includes(mine.text));
	for (const one of others)
		for (const words of [one.text, one.card?.said, one.card?.words])
			assert.ok(!words || !text.includes(words), words);
	assert.ok(!text.includes('class="dots"'));
	const press = (at) => deedsOf(page.render(), "@click").at(at)();
	press(-1);
	await press(-2);
	assert.deepEqual(asked, [["circles", "erase", 1, mine.id]]);
	const taken = { ...there, lines: there.lines.slice(0, -1) };
	const none = standing(RoomCircleLog, "circle-agreed-anew", { now: taken, isMine: true }).page;
	assert.ok(drawn(none.render()).includes(say("circle.own-none")));
});

test("Whoever takes back a line that they handed on reads that all of it goes, and from whom", () => {
	const asking = (name, at) => {
		const there = nowIn(name);
		const given = { now: there, asking: there.lines.at(at).id };
		return drawn(standing(RoomCircleLog, name, given).page.render());
	};
	const handed = say("circle.back-handed", { names: "Moss by the harbour" });
	assert.ok(asking("circle-talk-handed", 0).includes(handed));
	assert.ok(!asking("circle-talk", -1).includes(handed));
	const told = asking("circle-talk-story-mine", -1);
	assert.ok(told.includes(say("circle-story.back-sure")));
	assert.ok(!asking("circle-talk-story", -1).includes(say("circle-story.back-sure")));
});

test("A story that was told in a circle can be taken back from its page, also once no layer of it is for the circle", async () => {
	const { page, asked } = standing(RoomCircleStory, "circle-story");
	const shown = drawn(page.render());
	assert.ok(shown.includes("The winter five") && !shown.includes(say("circle-story.none", { name: "" })));
	const presses = deedsOf(page.render(), "@yes");
	for (const press of presses) await press();
	const { of } = nowIn("circle-talk-story-mine").lines[1].card;
	assert.deepEqual(asked, Array(2).fill(["circleStories", "takeBack", "c1", of]));
});
