import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Guest } from "./guest.js";
import { House } from "./house.js";

/** Ask, share, ask in both directions, and taking back: real core, real house, real wire. One story, told in order. */
let house;
let ada;
let ben;

before(async () => {
	house = await House.open();
	({ ada, ben } = await Guest.talking(house));
	for (const guest of [ada, ben]) await guest.room.reading("stories", "open");
});

after(async () => {
	try {
		await Guest.leaveAll();
	} finally {
		await house.close();
	}
});

const does = (guest, ...all) => guest.room.doing("stories", ...all);
const own = (guest, at = 0) => guest.view.parts.stories.stories[at];
const cards = (guest, t) => guest.talk.lines.filter(({ card }) => card?.t === t);
const ofIn = (guest) => cards(guest, "story-offer").at(-1).card.of;
const layer = (k, b, more = {}) => ({
	b,
	days: 0,
	k,
	notes: [8],
	own: "",
	who: 1,
	why: "",
	with: [],
	...more,
});

test("Ben writes a story in two layers: nothing of it leaves, and what is only for him cannot be offered", async () => {
	const docId = await does(ben, "begin", " The letter ");
	await does(ben, "write", docId, null, layer(1, "I hid a letter for nine years."));
	await assert.rejects(does(ben, "offer", ben.talk.conv, { docId, k: 1, re: "" }), { code: "not-now" });
	await does(ben, "write", docId, own(ben).layers[0], layer(1, "I hid a letter for nine years.", { who: 3 }));
	await does(
		ben,
		"write",
		docId,
		null,
		layer(2, "Then I rang my sister, and she came.", { who: 2, with: [ben.talk.conv] }),
	);
	await assert.rejects(does(ben, "write", docId, null, layer(3, "  ")), { code: "empty" });
	assert.deepEqual([own(ben).title, own(ben).layers.map(({ k }) => k)], ["The letter", [1, 2]]);
	assert.equal(JSON.stringify(ada.talk.lines).includes("letter"), false);
});

test("Ben asks; nothing is told before Ada says yes, and he cannot ask twice", async () => {
	const { docId } = own(ben);
	await does(ben, "offer", ben.talk.conv, { docId, k: 1, re: "" });
	await ada.until(() => cards(ada, "story-offer").length === 1, "Ada is asked");
	assert.equal(JSON.stringify(ada.talk.lines).includes("letter"), false);
	await assert.rejects(does(ben, "tell", ben.talk.conv, ofIn(ben), 1), { code: "not-now" });
	await assert.rejects(does(ben, "offer", ben.talk.conv, { docId, k: 2, re: "" }), { code: "not-now" });
	assert.equal(await ben.room.reading("stories", "why", ben.talk.conv), "waits");
});

test("Ada says yes: by Ben's press she can read the line, he learns once that she opened it, and no line is said by it", async () => {
	const of = ofIn(ada);
	await does(ada, "answer", ada.talk.conv, of, 1);
	await ben.until(() => cards(ben, "story-answer").length === 1, "Ben reads the yes");
	await does(ben, "tell", ben.talk.conv, of, 1);
	await ada.until(() => cards(ada, "story-shared").length === 1, "Ada has it");
	const { card } = cards(ada, "story-shared")[0];
	assert.deepEqual([card.said, card.k, card.notes], ["I hid a letter for nine years.", 1, [8]]);
	const before = ben.talk.lines.length;
	for (let press = 0; press < 2; press += 1) await ada.room.reading("stories", "opened", ada.talk.conv, card);
	await ben.until(() => ben.talk.openings.length === 1, "Ben learns it");
	assert.equal(ben.talk.lines.length, before);
	await ben.room.reading("stories", "open");
	assert.deepEqual(
		own(ben).told.map(({ k, asked, told, opened, over }) => [k, asked > 0, told > 0, opened > 0, over]),
		[[1, true, true, true, 0]],
	);
});

test("Ada would like to hear more, and gets the next layer and no other twice", async () => {
	const of = ofIn(ada);
	await does(ada, "answer", ada.talk.conv, of, 3);
	await ben.until(() => cards(ben, "story-answer").length === 2, "Ben reads it");
	await does(ben, "tell", ben.talk.conv, of, 2);
	await ada.until(() => cards(ada, "story-shared").length === 2, "Ada has the paragraph");
	await does(ben, "tell", ben.talk.conv, of, 2);
	await assert.rejects(does(ben, "tell", ben.talk.conv, of, 3), { code: "not-now" });
	assert.equal(cards(ben, "story-shared").length, 2);
});

test("The other way round: Ada answers with something of hers, and Ben says not now; she is not asked why", async () => {
	const docId = await does(ada, "begin", "The garden");
	await does(ada, "write", docId, null, layer(1, "My garden forgave me.", { who: 2, with: [ada.talk.conv] }));
	await does(ada, "offer", ada.talk.conv, { docId, k: 1, re: ofIn(ben) });
	await ben.until(() => cards(ben, "story-offer").length === 2, "Ben is asked");
	const { card } = cards(ben, "story-offer")[1];
	assert.equal(card.re, cards(ben, "story-offer")[0].card.of);
	await does(ben, "answer", ben.talk.conv, card.of, 2);
	await ada.until(() => cards(ada, "story-answer").at(-1).card.says === 2, "Ada reads it");
	assert.equal(await ada.room.reading("stories", "why", ada.talk.conv), "today");
	await assert.rejects(does(ada, "tell", ada.talk.conv, card.of, 1), { code: "not-now" });
	await does(ben, "answer", ben.talk.conv, card.of, 1);
	await ada.until(() => cards(ada, "story-answer").at(-1).card.says === 1, "Ben would like to, after all");
	await does(ada, "tell", ada.talk.conv, card.of, 1);
	await ben.until(() => cards(ben, "story-shared").length === 3, "Ben has it");
});

test("Ben takes all he told back: it is gone for both, and his own list says so", async () => {
	const of = cards(ben, "story-offer")[0].card.of;
	await does(ben, "withdraw", ben.talk.conv, of);
	await ada.until(
		() => !cards(ada, "story-shared").some(({ from }) => from === "them"),
		"nothing is left of it",
	);
	await ben.until(() => cards(ben, "story-shared").every(({ from }) => from === "them"), "nor for Ben");
	assert.equal(JSON.stringify(ada.talk.lines).includes("nine years"), false);
	assert.deepEqual(
		own(ben).told.map(({ over }) => over > 0),
		[true, true],
	);
	assert.equal(cards(ada, "story-shared").length, 1, "what Ada told is hers");
});

test("On a bad day Ada is asked nothing", async () => {
	await ada.room.doing("path", "tell", ada.talk.conv, 3, "");
	await ben.until(() => cards(ben, "bad-day").length === 1, "Ben knows");
	assert.equal(await ben.room.reading("stories", "why", ben.talk.conv), "bad-day");
});
