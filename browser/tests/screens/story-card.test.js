// What somebody told of their life, as it stands in the talk: whom it was told to, and who opened it, each by name.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { drawn, screenOf } from "./drawn.js";

let RoomStoryCard;
let say;
let dayWords;
before(async () => {
	const words = await import("../../words/index.js");
	await words.learnInside();
	({ say } = words);
	({ dayWords } = await import("../../screens/days.js"));
	({ RoomStoryCard } = await import("../../screens/story-card.js"));
});

const [OF, DAY] = ["AAECAwQFBgcICQoLDA0ODw", 20_541];
const line = (n, by, card) => ({
	...{ id: `l${n}`, n, msg: `m${n}`, from: by === "ben" ? "me" : "them", by, kind: "card", text: "" },
	...{ state: "stored", date: "2026-11-20", ts: DAY * 86_400_000, re: null, file: null, earlier: [], card },
});
const offer = line(1, "ben", { t: "story-offer", k: 1, of: OF, notes: [], own: "", re: "", size: 3 });
const said = (n, by, says) => line(n, by, { t: "story-answer", of: OF, says });
const told = line(9, "ben", {
	...{ t: "story-shared", k: 1, of: OF, notes: [], own: "", said: "I hid it.", until: 0 },
});
const opened = (by, day) => ({ by, k: 1, of: OF, ts: day * 86_400_000 });
const ada = { accountId: "ada", name: "River", reads: true };
const lena = { accountId: "lena", name: "Lena", reads: true };

/** Ben's card of one of these lines. */
function card(lines, { company = [ada], openings = [], at = 9, stories = [], badDay = false } = {}) {
	const relationship = { mine: "specialist", earlier: [], other: { accountId: "ada" } };
	const conversation = {
		...{ conv: "c", name: "River", lines, company, openings, canWrite: true, relationship },
	};
	const view = { badDay, parts: { stories: { isOpen: true, stories } }, config: null };
	const beside = { conversation, name: "River", room: {}, view };
	const screen = screenOf(RoomStoryCard, { line: lines.find(({ n }) => n === at), beside });
	screen.willUpdate();
	return drawn(screen.render());
}

test("Where three read, Ben learns of each by name who opened it and on which day, and who has not", () => {
	const lines = [offer, said(2, "ada", 1), said(3, "lena", 1), told];
	const company = [ada, lena];
	const on = (name, day) => say("stories.opened-on", { name, day: dayWords(day) });
	const notYet = (name) => say("stories.not-opened", { name });
	const first = card(lines, { company, openings: [opened("lena", DAY)] });
	assert.ok(first.includes(on("Lena", DAY)), first);
	assert.ok(first.includes(notYet("River")) && !first.includes(notYet("Lena")), first);
	assert.ok(first.includes(say("stories.you-told", { name: "River and Lena" })), first);
	const both = card(lines, { company, openings: [opened("lena", DAY), opened("ada", DAY + 1)] });
	assert.ok(both.includes(on("Lena", DAY)) && both.includes(on("River", DAY + 1)), both);
});

test("It was told to those who said yes by then, also once somebody else reads or has left", () => {
	const lines = [offer, said(2, "ada", 1), told];
	const came = card(lines, { company: [ada, lena] });
	assert.ok(came.includes(say("stories.you-told", { name: "River" })), came);
	assert.doesNotMatch(came, /Lena/);
	const three = [offer, said(2, "ada", 1), said(3, "lena", 1), told];
	const left = card(three, { company: [ada, { ...lena, reads: false }] });
	assert.ok(left.includes(say("stories.you-told", { name: "River and Lena" })), left);
	// The answers lie further back than what the page has read.
	const further = card([told], { company: [ada, lena] });
	assert.ok(further.includes(say("stories.you-told", { name: "River and Lena" })), further);
});

test("Where two read, the other is called as the page calls them", () => {
	const text = card([offer, said(2, "ada", 1), told], { openings: [opened("ada", DAY)] });
	assert.ok(text.includes(say("stories.opened-on", { name: "River", day: dayWords(DAY) })), text);
});

const layer = { b: "I hid it.", days: 0, k: 1, notes: [], own: "", who: 3, why: "", with: [] };
const row = { asked: DAY, conv: "c", k: 1, of: OF, opened: 0, over: 0, told: 0 };
const story = (rows) => ({ docId: "s", id: "1", title: "The letter", day: DAY, layers: [layer], told: rows });

test("Before he tells it Ben reads until when it can be taken back, and what holds after an end", () => {
	const text = card([offer, said(2, "ada", 1)], { at: 2, stories: [story([row])] });
	const words = say("stories.while", { name: "River" });
	assert.ok(text.includes(words), text);
	assert.ok(text.indexOf(words) < text.indexOf(say("stories.tell", { name: "River" })), text);
});

test("While nobody knows whether it is a bad day, no question of a story asks to be answered, and none is told", () => {
	const asked = { ...offer, from: "them", by: "ada" };
	const answers = (badDay) => card([asked], { at: 1, badDay }).includes(say("stories.yes"));
	assert.deepEqual([false, null, true].map(answers), [true, false, false]);
	assert.ok(card([asked], { at: 1, badDay: true }).includes(say("stories.no-hurry")));
	assert.ok(!card([asked], { at: 1, badDay: null }).includes(say("stories.no-hurry")));
	const layer = { b: "I hid it.", days: 0, k: 1, notes: [], own: "", who: 3, why: "", with: [] };
	const own = { docId: "s1", title: "One", layers: [layer], told: [{ of: OF, k: 1, told: 0, over: 0 }] };
	const tells = (badDay) =>
		card([offer, said(2, "ada", 1)], { at: 2, stories: [own], badDay }).includes(
			say("stories.tell", { name: "River" }),
		);
	assert.deepEqual([false, null, true].map(tells), [true, false, false]);
});
