// Words kept back until quiet hours are over: sealed with what was begun, and said once.

import assert from "node:assert/strict";
import { test } from "node:test";
import { checkedNotes, firstNotes } from "../../crypto/notes.js";
import { CircleKeepingBack } from "../../talk/circle-keeping-back.js";
import { CirclePressed } from "../../talk/circle-pressed.js";
import { Drafts } from "../../talk/drafts.js";

const CONV = "AAECAwQFBgcICQoLDA0ODw";
const NIGHT = { from: 22 * 60, till: 7 * 60, zone: "UTC" };
const [EVENING, MORNING] = ["2026-01-10T23:00:00Z", "2026-01-11T07:00:01Z"].map(Date.parse);

/** Ada's room at some hour: what it keeps, and what it says. */
function room(at) {
	const drafts = new Drafts();
	const timers = [];
	const clock = { at, now: () => clock.at, after: (wait, deed) => timers.push({ wait, deed }) && (() => {}) };
	const inside = { drafts, draft: (id, text) => drafts.keep(id, text), given: { clock } };
	const said = [];
	const talk = { conv: CONV, lines: [], isOnItsWay: (key) => said.some((one) => one.at === key) };
	const says = {
		...{ quiet: NIGHT, maySpeak: true },
		sayKept: (kept) => said.push({ ...kept, at: `w${said.length}` }) && `w${said.length - 1}`,
	};
	const back = new CircleKeepingBack(inside);
	return { drafts, timers, clock, inside, said, talk, says, back, go: () => back.go(talk, says, () => {}) };
}
const words = (text, note = null) => ({ text, note, readers: ["ben"] });

test("What is kept back at night goes in the morning, once, to whoever could read it when it was written", () => {
	const one = room(EVENING);
	one.back.add(CONV, words("I cannot sleep."));
	one.back.add(CONV, words("It is the date.", { notes: [8], own: "" }));
	one.go();
	assert.deepEqual(one.said, []);
	assert.equal(one.timers.length, 1);
	one.clock.at = MORNING;
	one.go();
	one.go();
	assert.deepEqual(
		one.said.map(({ text, note, readers }) => [text, note, readers]),
		[
			["I cannot sleep.", null, ["ben"]],
			["It is the date.", { notes: [8], own: "" }, ["ben"]],
		],
	);
	one.talk.lines = one.said.map(({ key }, at) => ({ msg: key, n: at + 5 }));
	one.go();
	assert.deepEqual(one.drafts.all(), []);
});

test("A second device that has the same words finds that they were said, and says nothing", () => {
	const one = room(EVENING);
	one.back.add(CONV, words("I cannot sleep."));
	const [{ key }] = one.back.waiting(CONV);
	const other = room(MORNING);
	other.drafts.merge(one.drafts.all());
	other.talk.lines = [{ msg: key, n: 9 }];
	other.go();
	assert.deepEqual([other.said, other.drafts.all()], [[], []]);
});

test("Whoever thinks again takes it back, or sends it at night all the same", () => {
	const one = room(EVENING);
	one.back.add(CONV, words("Never mind."));
	one.back.add(CONV, words("I need to say this."));
	const [first, second] = one.back.waiting(CONV);
	assert.equal(one.back.take(CONV, first.key), "Never mind.");
	one.back.say(one.talk, one.says, second.key);
	assert.equal(one.back.take(CONV, second.key), "");
	assert.deepEqual(
		one.said.map(({ text }) => text),
		["I need to say this."],
	);
	assert.throws(() => one.back.add(CONV, words("  ")), { code: "empty" });
	assert.throws(() => one.back.add(CONV, words("w".repeat(21_000))), { code: "begun-full" });
});

test("Nobody speaks in the morning before they said yes to the agreement as it stands", () => {
	const one = room(EVENING);
	one.back.add(CONV, words("Good morning."));
	one.clock.at = MORNING;
	one.says.maySpeak = false;
	one.go();
	assert.deepEqual(one.said, []);
	assert.equal(one.back.waiting(CONV).length, 1);
});

test("What a host pressed and what is kept back can be saved with everything else that was begun", async () => {
	const one = room(EVENING);
	one.back.add(CONV, words("I cannot sleep."));
	await new CirclePressed(one.inside).press(CONV, "lead", "ben", async () => undefined);
	one.drafts.keep(CONV, "A word in the box.");
	const drafts = one.drafts.all().toSorted((a, b) => (a.conv < b.conv ? -1 : 1));
	assert.equal(checkedNotes({ ...firstNotes("Ada"), drafts }).drafts.length, 3);
});
