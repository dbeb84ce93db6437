// Helping to host a circle, on the screen: who is asked by whom, what whoever helps finds there, and that either side ends it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { learnInside, say } from "../../words/index.js";
import { circleScenes } from "./circle-scenes.js";
import { deedsOf, drawn, screenOf } from "./drawn.js";

await learnInside();
const { happened } = await import("../../screens/circle-happened.js");
const { isTimeToOpen } = await import("../../screens/circle-helping.js");
const { RoomCircleHost } = await import("../../screens/circle-host.js");
const { RoomCircleMore } = await import("../../screens/circle-more.js");
const { RoomCircleTalk } = await import("../../screens/circle-talk.js");

const view = { relationships: [], me: { isSpecialist: false }, config: { retention: 6 }, line: "up" };
const scenes = circleScenes({ talking: view, homely: { ...view, me: { isSpecialist: true } } });
const nowIn = (name) => scenes[name].view.parts.circles.open[1];
const count = (text, part) => text.split(part).length - 1;
const wren = { name: "Wren" };
const moss = { name: "Moss by the harbour" };

/** A screen of a scene, what it asked the room for, and what it said. */
function standing(Kind, name, more = {}) {
	const [asked, told, gone] = [[], [], []];
	const deed = async (...all) => void asked.push(all);
	const room = { doing: deed, reading: deed, draftOf: () => "", draft: () => {} };
	const beside = { room, tell: (words) => told.push(words), go: (place) => gone.push(place) };
	return { page: screenOf(Kind, { ...scenes[name], ...beside, ...more }), asked, told, gone };
}
/** Presses what stands under a name. */
async function press(page, part) {
	for (const deed of deedsOf(page.render(), "@click")) if (String(deed).includes(part)) await deed();
}

test("A host asks any member who does not lead, and nobody else is offered it", async () => {
	const { page, asked } = standing(RoomCircleMore, "circle-more-host");
	const shown = drawn(page.render());
	for (const name of ["Wren", moss.name])
		assert.ok(shown.includes(say("circle.helper-ask-name", { name })), name);
	for (const name of ["Ben", "Lea"])
		assert.ok(!shown.includes(say("circle.helper-ask-name", { name })), name);
	await press(page, '"askHelper"');
	assert.deepEqual(asked.map(([, deed, , who]) => [deed, who]).toSorted(), [
		["askHelper", "ada"],
		["askHelper", "fay"],
	]);
	const member = drawn(standing(RoomCircleMore, "circle-more").page.render());
	assert.ok(!member.includes(say("circle.helper-ask")));
});

test("Beside whoever helps stands that they do, and a host can end it; beside whom they asked, that there is no answer yet", () => {
	const { page } = standing(RoomCircleMore, "circle-more-host-helped");
	const shown = drawn(page.render());
	assert.ok(shown.includes(say("circle.helps")) && shown.includes(say("circle.helper-waits")));
	assert.ok(shown.includes(say("circle.helper-stop-sure-name", wren)));
	assert.ok(shown.includes(say("circle.helper-back-name", moss)));
	assert.ok(!shown.includes(say("circle.helper-ask")));
});

test("Whoever is asked reads by whom and what it means, and says yes or not now; others are shown nothing of it", async () => {
	const { page, asked, told } = standing(RoomCircleMore, "circle-more-help-asked");
	const shown = drawn(page.render());
	assert.ok(shown.includes(say("circle.helper-asks", { name: "Ben" })));
	for (const one of [1, 2, 3, 4]) assert.ok(shown.includes(say(`circle.helper-means.${one}`)));
	await press(page, "answer(");
	assert.deepEqual(asked, [
		["circles", "answerHelp", 1, true],
		["circles", "answerHelp", 1, false],
	]);
	assert.deepEqual(told, [say("circle.helper-said-yes"), say("circle.helper-said-not-now")]);
	const talk = standing(RoomCircleTalk, "circle-talk-help-asked");
	assert.ok(drawn(talk.page.render()).includes(say("circle.helper-answer")));
	const others = drawn(standing(RoomCircleMore, "circle-more").page.render());
	assert.ok(!others.includes(say("circle.helper-title")));
	const over = scenes["circle-more-help-asked"];
	const still = { ...nowIn("circle-more-help-asked"), canWrite: false };
	const parts = { circles: { ...over.view.parts.circles, open: { 1: still } } };
	const late = standing(RoomCircleMore, "circle-more-help-asked", { view: { ...over.view, parts } });
	assert.ok(!drawn(late.page.render()).includes(say("circle.helper-title")));
});

test("Whoever helps finds what an hour needs: closing the open meeting and a round; nothing of who comes, goes or is listed", () => {
	const now = nowIn("circle-more-helps");
	const given = { now, circle: scenes["circle-more-helps"].view.parts.circles.circles[0] };
	const forms = (more) => {
		const shown = drawn(standing(RoomCircleHost, "circle-more-helps", { ...given, ...more }).page.render());
		return [...shown.matchAll(/form name=([\w-]+)/g)].map(([, name]) => name);
	};
	assert.deepEqual(forms({}), ["meeting-close", "round-open"]);
	const set = (at) => ({ now: { ...now, meeting: { ...now.meeting, step: 1, at } } });
	assert.deepEqual(forms(set(Date.now())), ["meeting-open", "round-open"]);
	assert.deepEqual(forms(set(Date.now() + 86_400_000)), ["round-open"]);
	assert.deepEqual(forms({ now: { ...now, meeting: null } }), ["round-open"]);
	const going = { ...now, round: nowIn("circle-talk").round };
	const shown = drawn(standing(RoomCircleHost, "circle-more-helps", { ...given, now: going }).page.render());
	assert.ok(shown.includes(say("circle.round-next")) && !shown.includes(say("circle.round-end")));
	const more = drawn(standing(RoomCircleMore, "circle-more-helps").page.render());
	assert.ok(more.includes("room-circle-host") && more.includes(say("circle.helper-stop-sure")));
	assert.equal(count(more, say("circle.helper-stop-yes")), 1);
});

test("A meeting is offered from a quarter of an hour before its time, till it is no news any more", () => {
	const is = (minutes, step = 1) => isTimeToOpen({ meeting: { step, at: 0 } }, minutes * 60_000);
	assert.deepEqual(
		[is(-16), is(-15), is(0), is(179), is(180), is(0, 4)],
		[false, true, true, true, false, false],
	);
	assert.equal(isTimeToOpen({ meeting: null }, 0), false);
});

test("In the talk it stands who helps, from whoever said so", () => {
	const now = nowIn("circle-talk-helps");
	const [ask, yes] = now.lines;
	assert.equal(happened(ask, now), say("circle.was.helper", { name: "Ben", to: "Wren" }));
	assert.equal(happened(yes, now), say("circle.was.helps-you"));
	const ended = { ...ask, card: { ...ask.card, on: false } };
	assert.equal(happened(ended, now), say("circle.was.helper-over", { name: "Ben", to: "Wren" }));
	const no = { ...yes, from: "them", by: "fay", card: { ...yes.card, yes: false } };
	assert.equal(happened(no, now), say("circle.was.helps-not", moss));
});
