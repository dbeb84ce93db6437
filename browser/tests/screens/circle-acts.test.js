// What one can do about somebody else in a circle: by a line of theirs, by their name, and who would read it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { learnInside, say } from "../../words/index.js";
import { circleScenes } from "./circle-scenes.js";
import { concernScenes } from "./concern-scenes.js";
import { deedsOf, drawn, fill, screenOf } from "./drawn.js";

await learnInside();
const { lineActs } = await import("../../screens/circle-acts.js");
const { RoomCircleLog } = await import("../../screens/circle-log.js");
const { RoomCircleMore } = await import("../../screens/circle-more.js");
const { RoomConcern } = await import("../../screens/concern.js");
const { RoomConcernOne } = await import("../../screens/concern-one.js");

const view = { relationships: [], me: { isSpecialist: false }, config: { retention: 6 }, line: "up" };
const scenes = circleScenes({ talking: view, homely: { ...view, me: { isSpecialist: true } } });
const now = scenes["circle-talk"].view.parts.circles.open[1];
const count = (text, part) => text.split(part).length - 1;
const act = say("concern.line-act");

/** A screen of a scene, what it asked the room for, and where it went. */
function standing(Kind, scene, more = {}) {
	const [asked, gone] = [[], []];
	const deed = async (...all) => void asked.push(all);
	const room = { doing: deed, reading: deed, draftOf: () => "", draft: () => {}, person: () => null };
	const page = screenOf(Kind, { ...scene, room, go: (place) => gone.push(place), tell: () => {}, ...more });
	return { page, asked, gone };
}

test("Under what others wrote in a circle stands a way to do something about it; under one's own none", () => {
	const { page, gone } = standing(RoomCircleLog, scenes["circle-talk"], { now });
	const shown = drawn(page.render());
	assert.equal(count(shown, say("circle.line-do", { name: "Lea" })), 1);
	assert.ok(!shown.includes(say("circle.line-do", { name: "Wren" })));
	// A yes to the agreement, a pass and an opening are no words of theirs alone.
	assert.ok(!shown.includes(say("circle.line-do", { name: "Moss by the harbour" })));
	assert.equal(count(shown, say("circle.line-do", { name: "Ben" })), 1);
	assert.ok(!shown.includes(act));
	page.acting = now.lines[5].id;
	assert.equal(count(drawn(page.render()), act), 1);
	deedsOf(lineActs(now.lines[5], now, page), "@click")[0]();
	assert.deepEqual(gone, [{ screen: "concern", circle: "1", ref: "lea", line: now.lines[5].id }]);
});

test("A line that waits, one taken back, and what somebody calls themselves lead to none", () => {
	const [, said] = now.lines;
	for (const change of [
		{ msg: null },
		{ kind: "taken-back", text: "" },
		{ kind: "card", card: { t: "circle-called", name: "Rude" } },
	]) {
		const lines = [{ ...said, ...change }];
		const shown = drawn(
			standing(RoomCircleLog, scenes["circle-talk"], { now: { ...now, lines } }).page.render(),
		);
		assert.ok(!shown.includes('class="dots"'), JSON.stringify(change));
	}
});

test("Beside each name but one's own stands the same, a host's as well as a member's, also for a host", () => {
	for (const [name, others] of [
		["circle-more", ["Ben", "Lea", "Moss by the harbour"]],
		["circle-more-host", ["Lea", "Wren", "Moss by the harbour"]],
	]) {
		const { page, gone } = standing(RoomCircleMore, scenes[name]);
		const shown = drawn(page.render());
		for (const other of others) assert.ok(shown.includes(say("circle.person-do", { name: other })), other);
		assert.equal(count(shown, 'class="dots"'), others.length);
		page.acting = "fay";
		deedsOf(page.render(), "@click").find((one) => String(one).includes("page.go"))();
		assert.deepEqual(gone, [{ screen: "concern", circle: "1", ref: "fay" }]);
	}
});

test("About a line of a circle it is the writer it is about, and nobody in the circle reads it", async () => {
	const { page, asked } = standing(RoomConcern, scenes["concern-circle-line"]);
	const shown = drawn(page.render());
	assert.ok(shown.includes(say("concern.title", { name: "Lea" })));
	assert.ok(shown.includes(say("concern.readers-circle")));
	assert.ok(shown.includes("My aunt died last spring"));
	const { officers } = page.view.parts.concerning;
	const readers = officers.list.map(({ id }) => id).filter((id) => shown.includes(`value=${id}`));
	assert.deepEqual(readers, ["eve", "dora"]);
	const [, , , , , line, own] = now.lines;
	const send = async (lines) => {
		await deedsOf(page.render(), "@submit")[0](fill({ words: " It hurt. ", to: ["eve", "dora"], lines }));
		return asked.at(-1);
	};
	const raised = (about, lines) => [
		...["concerning", "raise"],
		{ about, on: ["lea"], conv: "c1", lines, words: "It hurt." },
		["eve", "dora"],
	];
	assert.deepEqual(await send([line.id, own.id]), raised(1, [line.id, own.id]));
	// Without a line of theirs it is about a person: an officer's room would refuse it as a message.
	assert.deepEqual(await send([own.id]), raised(2, [own.id]));
});

test("About a member it is that person; about the circle its hosts; before it is open there is no form", () => {
	const title = (name) => {
		const { page } = standing(RoomConcern, scenes[name]);
		return [drawn(page.render()), deedsOf(page.render(), "@submit").length];
	};
	const [member] = title("concern-circle-member");
	assert.ok(member.includes(say("concern.title", { name: "Moss by the harbour" })));
	const [circle] = title("concern-circle");
	assert.ok(circle.includes(say("concern.title", { name: "Thursday evenings" })));
	const [coming, forms] = title("concern-circle-coming");
	assert.ok(coming.includes(say("concern.coming")) && !coming.includes(say("concern.title-programme")));
	assert.equal(forms, 0);
});

test("A page about a circle opens it, for it may have been closed with the place", async () => {
	const { page, asked } = standing(RoomConcern, scenes["concern-circle-coming"]);
	page.firstUpdated();
	await new Promise((done) => setTimeout(done));
	assert.deepEqual(asked, [
		["circles", "open", 1],
		["concerning", "officers"],
	]);
});

test("An officer tells whom it is about from the others, and can decide about that person", () => {
	const me = { roles: [5] };
	const all = concernScenes({ talking: view, inside: view, me });
	const { page, gone } = standing(RoomConcernOne, all["concern-in-a-circle"]);
	const shown = drawn(page.render());
	assert.equal(count(shown, say("concern.who-about")), 1);
	assert.ok(shown.includes("You lot\nGo home, all of you."));
	for (const one of deedsOf(page.render(), "@click")) if (String(one).includes('"measure"')) one();
	assert.deepEqual(gone, [{ screen: "measure", id: "k1", ref: "moss" }]);
});

test("By one press, without a reason, somebody's words are shown no more; by another they are again", async () => {
	for (const [scene, unseen, deed, words] of [
		["circle-more", "circle.unsee", "unsee", "circle.unsee-why"],
		["circle-more-unseen", "circle.see-again", "seeAgain", "circle.unseen"],
	]) {
		const { page, asked } = standing(RoomCircleMore, scenes[scene]);
		const isUnseen = deed === "seeAgain";
		const note = say("circle.unseen", { name: "Moss by the harbour" });
		assert.equal(drawn(page.render()).includes(note), isUnseen);
		page.acting = "fay";
		const shown = drawn(page.render());
		assert.ok(shown.includes(say(unseen)) && shown.includes(say(words, { name: "Moss by the harbour" })));
		const press = deedsOf(page.render(), "@click").find((one) => String(one).includes("seeAgain"));
		await press();
		assert.deepEqual(asked, [["circles", deed, 1, "fay"]]);
	}
});

test("It stands beside a concern too, about a person; about the circle as such there is nobody to see no more", async () => {
	const { page, asked } = standing(RoomConcern, scenes["concern-circle-member"]);
	assert.ok(drawn(page.render()).includes(say("circle.unsee")));
	await deedsOf(page.render(), "@click").find((one) => String(one).includes("seeAgain"))();
	assert.deepEqual(asked, [["circles", "unsee", 1, "fay"]]);
	const again = drawn(standing(RoomConcern, scenes["concern-circle-unseen"]).page.render());
	assert.ok(again.includes(say("circle.see-again")));
	assert.ok(
		!drawn(standing(RoomConcern, scenes["concern-circle"]).page.render()).includes(say("circle.unsee")),
	);
});
