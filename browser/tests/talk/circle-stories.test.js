// From one's own life, in a circle: chosen, a whole day later told by a press, taken back; for whom it is not, never.

import assert from "node:assert/strict";
import { test } from "node:test";
import { layersForCircle, restsAnew, standsIn, toldWithoutLayer } from "../../talk/circle-story.js";
import { Part } from "../../talk/circle-stories.js";
import { standingOf } from "../../talk/circle-standing.js";

const DAY = 86_400_000;
const [CIRCLE, TALK] = ["Y2lyY2xlIG9mIHR3ZWw", "YSB0YWxrIG9mIHR3byE"];
const layer = (k, more = {}) => ({
	...{ b: `Words of layer ${k}.`, days: 0, k, notes: [8], own: "", who: 2, why: "", with: [CIRCLE] },
	...more,
});

/** Ada's room in a circle, on some day. */
function room({ layers = [layer(1)], canWrite = true, badDay = false, accepted = true } = {}) {
	const clock = { at: 100 * DAY + 60_000, now: () => clock.at };
	const story = { docId: "s1", kind: "story", content: { day: 90, id: "1", title: "One", layers, told: [] } };
	const said = [];
	const erased = [];
	const fetched = [];
	const lines = [];
	const agreement = { t: "circle-agreement", ver: 1, words: "We listen." };
	const first = [
		{ n: 1, id: "a", from: "them", by: "ben", kind: "card", card: agreement },
		...(accepted ? [{ n: 2, id: "b", from: "me", kind: "card", card: { t: "circle-accepts", ver: 1 } }] : []),
	];
	const talk = {
		conv: CIRCLE,
		known: {
			...{ canWrite, stopped: null, readers: [{ account_id: "ben", reads: true }] },
			circle: { members: [{ account_id: "ben", role: 6 }], led: [{ n: 0, hosts: ["ben"] }], leaving: [] },
		},
		older: "none",
		isHere: async () => {},
		get lines() {
			return [...first, ...lines];
		},
		sayAs: (what, { text }) => {
			const card = JSON.parse(text);
			said.push(card);
			lines.push({ n: 3, id: `l${said.length}`, msg: `m${said.length}`, from: "me", kind: what, card });
			return "key";
		},
		changing: { erase: (id) => erased.push(id) },
	};
	const inside = {
		me: { account_id: "ada" },
		given: { clock, chance: Math.random, onChange: () => {} },
		// Whether today is a bad day is known by a part that no page may have asked for yet.
		parts: { shown: {}, deed: async (...all) => all.join(" ") === "path day" && badDay },
		notebook: {
			seen: { own: [story], state: "closed" },
			fetchOwn: async (kind) => fetched.push(kind),
			writeOwn: async (_kind, _docId, change) => {
				story.content = change(story.content);
			},
		},
		conversation: () => talk,
	};
	return { clock, story, said, erased, fetched, inside, deeds: new Part(/** @type {any} */ (inside)).deeds };
}

const refused = (code) => (error) => error.code === code;

test("It rests for a whole day at least, however late in the day it was chosen, and is told once", async () => {
	const { clock, said, story, deeds } = room();
	clock.at = 100 * DAY + DAY - 1;
	await deeds.choose(CIRCLE, "s1", 1);
	for (const at of [100 * DAY + DAY - 1, 101 * DAY + DAY - 1]) {
		clock.at = at;
		await assert.rejects(deeds.tell(CIRCLE, "s1", 1), refused("not-now"));
	}
	clock.at = 102 * DAY;
	await deeds.tell(CIRCLE, "s1", 1);
	assert.deepEqual(
		said.map(({ t, said: words, notes, k, until }) => [t, words, notes, k, until]),
		[["story-shared", "Words of layer 1.", [8], 1, 0]],
	);
	assert.equal(said[0].of, story.content.told[0].of);
	await assert.rejects(deeds.tell(CIRCLE, "s1", 1), refused("not-now"));
	assert.equal(said.length, 1);
});

test("Told without a choice, for people alone, in another circle, on a bad day, or before a yes to the agreement: nothing goes", async () => {
	const ready = async (given) => {
		const made = room(given);
		await made.deeds.choose(CIRCLE, "s1", 1);
		made.clock.at = 103 * DAY;
		return made;
	};
	const unchosen = room();
	await assert.rejects(unchosen.deeds.tell(CIRCLE, "s1", 1), refused("not-now"));
	for (const more of [{ with: [TALK] }, { who: 1, with: [] }, { who: 3, with: [] }])
		await assert.rejects(ready({ layers: [layer(1, more)] }), refused("not-now"));
	for (const [given, code] of [
		[{ badDay: true }, "not-now"],
		[{ badDay: null }, "offline"],
		[{ canWrite: false }, "cannot-write"],
		[{ accepted: false }, "cannot-write"],
	]) {
		const { deeds, said } = await ready(given);
		await assert.rejects(deeds.tell(CIRCLE, "s1", 1), refused(code));
		assert.deepEqual(said, []);
	}
});

test("Not after all begins anew; taken back it is hidden for everybody and may be told again after another day", async () => {
	const { clock, said, erased, story, deeds } = room({ layers: [layer(1, { days: 7 })] });
	await deeds.choose(CIRCLE, "s1", 1);
	await deeds.notAfterAll(CIRCLE, "s1", 1);
	clock.at = 104 * DAY;
	await assert.rejects(deeds.tell(CIRCLE, "s1", 1), refused("not-now"));
	await deeds.choose(CIRCLE, "s1", 1);
	await deeds.choose(CIRCLE, "s1", 1);
	clock.at = 106 * DAY;
	await deeds.tell(CIRCLE, "s1", 1);
	assert.equal(said[0].until, 113);
	await deeds.takeBack(CIRCLE, said[0].of);
	assert.deepEqual(erased, ["l1"]);
	assert.deepEqual(
		story.content.told.map(({ asked, told, over }) => [asked, told, over]),
		[
			[100, 0, 100],
			[104, 106, 106],
		],
	);
	assert.equal(standsIn(story.content, { conv: CIRCLE, k: 1, day: 106 }).step, "none");
});

test("Other words, other notes or another layer in its place have not rested; what its teller wrote for themselves changes nothing", () => {
	const row = (more = {}) => ({
		...{ asked: 100, conv: CIRCLE, k: 1, of: "o", opened: 0, over: 0, told: 0 },
		...more,
	});
	const other = [
		row({ of: "p", told: 101 }),
		row({ of: "q", conv: TALK }),
		row({ of: "r", k: 2 }),
		row({ of: "s", over: 99 }),
	];
	const before = { layers: [layer(1), layer(2)], told: [row(), ...other] };
	const anew = (layers) =>
		restsAnew(before, { ...before, layers }, { day: 102, isCircle: (conv) => conv === CIRCLE }).told;
	for (const change of [{ b: "Other words." }, { notes: [8, 9] }, { own: "water" }])
		assert.deepEqual(
			anew([layer(1, change), layer(2)]),
			[row({ over: 102 }), ...other],
			JSON.stringify(change),
		);
	assert.deepEqual(anew([layer(2)]), [row({ over: 102 }), ...other]);
	for (const change of [{ why: "For Kim." }, { days: 7 }, { with: [CIRCLE, TALK] }])
		assert.deepEqual(anew([layer(1, change), layer(2)]), before.told, JSON.stringify(change));
	assert.equal(standsIn({ told: anew([]).slice(0, 1) }, { conv: CIRCLE, k: 1, day: 102 }).step, "none");
});

test("Told, a story can be taken back though its layer is for the circle no more, or gone, or the story itself was removed", async () => {
	for (const [what, change] of [
		["not for it", (story) => Object.assign(story.content.layers[0], { who: 1, with: [] })],
		["dropped", (story) => (story.content.layers = [])],
	]) {
		const { clock, said, erased, story, deeds } = room({ layers: [layer(1)] });
		await deeds.choose(CIRCLE, "s1", 1);
		clock.at = 102 * DAY;
		await deeds.tell(CIRCLE, "s1", 1);
		assert.deepEqual(toldWithoutLayer(story.content, CIRCLE), []);
		change(story);
		const [row] = toldWithoutLayer(story.content, CIRCLE);
		assert.deepEqual([row.k, row.of], [1, said[0].of], what);
		assert.deepEqual(toldWithoutLayer(story.content, TALK), []);
		await deeds.takeBack(CIRCLE, row.of);
		assert.deepEqual([erased, toldWithoutLayer(story.content, CIRCLE)], [["l1"], []], what);
	}
	const { clock, said, erased, fetched, inside, deeds } = room();
	await deeds.choose(CIRCLE, "s1", 1);
	clock.at = 102 * DAY;
	await deeds.tell(CIRCLE, "s1", 1);
	inside.notebook.seen.own = [];
	await deeds.takeBack(CIRCLE, said[0].of);
	assert.deepEqual([erased, fetched], [["l1"], ["story"]]);
});

test("A layer is for a circle where its teller named it, and a telling is somebody's turn in a round", () => {
	const layers = [layer(1), layer(2, { with: [TALK] }), layer(3, { who: 3, with: [] })];
	assert.deepEqual(
		layersForCircle({ layers }, CIRCLE).map(({ k }) => k),
		[1],
	);
	const lines = [
		{
			...{ n: 1, from: "them", by: "ben", kind: "card" },
			card: { t: "circle-round", of: "r", order: ["ada", "ben"], words: "" },
		},
		{ n: 2, from: "me", kind: "card", card: { t: "story-shared", k: 1 } },
	];
	const who = { me: "ada", led: [{ n: 0, hosts: ["ben"] }], members: ["ada", "ben"] };
	assert.equal(standingOf(/** @type {any} */ (lines), who).round?.turn, "ben");
});
