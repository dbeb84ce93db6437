// A story in a talk: who sees what of it, what taking it back takes, and what somebody else cannot make of it.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { leftOf } from "../../crypto/brought.js";
import { DOC } from "../../crypto/documents.js";
import { Openings } from "../../crypto/story.js";
import { writeJson } from "../../crypto/strict-json.js";
import { sends, talk } from "./cast.js";
import { DAY } from "./little-house.js";

const OF = "AAECAwQFBgcICQoLDA0ODw";
const OFFER = { t: "story-offer", k: 1, notes: [8], of: OF, own: "", re: "", size: 5 };
const SHARED = {
	t: "story-shared",
	k: 1,
	notes: [8],
	of: OF,
	own: "",
	said: "I hid it for years.",
	until: 0,
};
const refusal = (code) => (error) => error.code === code;
const cardsIn = (lines) => lines.map(({ card }) => card?.t);

let room;
beforeEach(async () => {
	room = await talk();
});

const says = (from, to, card) => sends(from, to, room, "sealCard", { card });

test("Ben asks, Ada says yes, Ben tells: each stands in the talk as it was sent, and the question holds no story", async () => {
	const { ada, ben } = room;
	const asked = await says(ben, ada, OFFER);
	assert.deepEqual(asked.theirs.lines[0].card, OFFER);
	assert.equal(JSON.stringify(asked.theirs.lines).includes("hid it"), false);
	const answered = await says(ada, ben, { t: "story-answer", of: OF, says: 1 });
	assert.deepEqual(answered.theirs.lines[0].card, { t: "story-answer", of: OF, says: 1 });
	const told = await says(ben, ada, SHARED);
	assert.deepEqual(told.theirs.lines[0].card, SHARED);
});

test("That Ada opened it is told to Ben and is no line of hers: it answers nobody", async () => {
	const { ada, ben } = room;
	await says(ben, ada, SHARED);
	const { theirs, own } = await says(ada, ben, { t: "story-opened", k: 1, of: OF });
	assert.deepEqual(theirs.lines, []);
	const [{ ts, ...one }] = theirs.openings;
	assert.deepEqual([one, typeof ts, own.ownSince], [{ by: ada.id, k: 1, of: OF }, "number", 0]);
});

test("Taken back, the question and all that was told are gone for both, also on another device", async () => {
	const { ada, ben, conv } = room;
	await says(ben, ada, OFFER);
	await says(ben, ada, SHARED);
	await says(ben, ada, { ...SHARED, k: 2, said: "Then I rang my sister." });
	const { theirs, own } = await says(ben, ada, { t: "story-withdrawn", of: OF });
	for (const seen of [theirs, own]) {
		assert.deepEqual(
			seen.changed.map(({ trouble, text, card }) => [trouble, text, card]),
			Array(3).fill(["taken-back", "", undefined]),
		);
	}
	const later = await (await ada.comeBack()).follow(conv);
	assert.equal(JSON.stringify(later.lines).includes("sister"), false);
});

test("What was taken back this way can still be let go of for good", async () => {
	const { ada, ben } = room;
	const { id } = await says(ben, ada, SHARED);
	await says(ben, ada, { t: "story-withdrawn", of: OF });
	const { theirs } = await sends(ben, ada, room, "sealErase", { to: id });
	assert.equal(theirs.stopped, null);
	await assert.rejects(
		ben.do("sealErase", { conv: room.conv, ts: 1, today: DAY, to: id }),
		refusal("no-such-text"),
		"and once is enough",
	);
});

test("Attack: somebody else takes Ben's story back, or names theirs as his; it stands", async () => {
	const { ada, ben } = room;
	await says(ben, ada, SHARED);
	const { theirs, own } = await says(ada, ben, { t: "story-withdrawn", of: OF });
	for (const seen of [theirs, own]) assert.deepEqual(seen.changed, []);
	const forged = await says(ada, ben, { ...SHARED, said: "Not Ben's." });
	assert.deepEqual(
		cardsIn(forged.own.changed),
		[],
		"her own of this name is hers alone, and gone by her own word",
	);
});

test("A story that holds too much, a note nobody knows, or a question with the story in it never leaves", async () => {
	const { ben, conv } = room;
	const wrong = [
		{ ...SHARED, said: "x".repeat(281) },
		{ ...SHARED, said: "" },
		{ ...SHARED, notes: [13] },
		{ ...OFFER, said: "I hid it." },
		{ ...OFFER, size: 0 },
		{ t: "story-answer", of: OF, says: 2, why: "no" },
	];
	for (const card of wrong)
		await assert.rejects(ben.do("sealCard", { conv, card, ts: 1, today: DAY }), refusal("malformed"));
});

test("Openings come in any order, each once, by whoever signed them", () => {
	const book = new Openings();
	const opened = (k) => ({ t: "story-opened", card: { k, of: OF }, ts: k });
	book.take({ n: 9, by: "ada" }, { ...opened(1), ts: 90 });
	book.take({ n: 4, by: "ada" }, { ...opened(1), ts: 40 });
	book.take({ n: 5, by: "finn" }, opened(1));
	book.take({ n: 6, by: "ada" }, { t: "text", b: "no opening" });
	assert.deepEqual(
		book.all.map(({ by, ts }) => [by, ts]),
		[
			["ada", 40],
			["finn", 1],
		],
	);
});

test("A story of a file that stands here already stays as it is here; another comes in whole", () => {
	const story = (id, title) => writeJson({ day: DAY, id, layers: [], title, told: [] });
	const [one, other] = ["AAAAAAAAAAA", "BAAAAAAAAAA"];
	assert.equal(leftOf(DOC.STORY, story(one, "As it was"), [story(one, "As it is")]), null);
	assert.deepEqual(leftOf(DOC.STORY, story(other, "New"), [story(one, "Here")]), story(other, "New"));
});
