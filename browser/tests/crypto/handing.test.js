// Ada hands her talk over: nothing of before, a stretch, all; both read along; one is let go; somebody comes back.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Refusal } from "../../crypto/refusal.js";
import { hands, joined, keepsWraps, NOON, opens, pages, posts, says, texts, threeMonths } from "./three.js";

const refusal = (code) => (error) => error instanceof Refusal && error.code === code;

let room;
beforeEach(async () => {
	room = await threeMonths();
});

test("Lea reads from the day Ada lets her in, and nothing of before", async () => {
	const { lea, ada, ben } = room;
	const first = await joined(room);
	assert.deepEqual([first.stopped, texts(first), first.base, first.stretches], [null, [], 0, []]);
	const [toBen, toLea] = await says(room, ada, "Hello Lea, I am Ada.", [ben, lea]);
	assert.deepEqual([texts(toBen), texts(toLea)], [["Hello Lea, I am Ada."], ["Hello Lea, I am Ada."]]);
});

test("All three are told who reads, by name", async () => {
	const { lea, ada, ben, conv, today } = room;
	await joined(room);
	const names = async (person) =>
		(await person.take(conv, [], today)).readers.map(({ name, reads }) => [name, reads]);
	assert.deepEqual(await names(ada), [
		["Ben", true],
		["Lea", true],
	]);
	assert.deepEqual((await names(ben)).map(([name]) => name).toSorted(), ["Ada", "Lea"]);
	assert.deepEqual(
		(await names(lea)).map(([, reads]) => reads),
		[true, true],
	);
	const { turns } = await ben.take(conv, [], today);
	assert.deepEqual(
		turns.map(({ came, went }) => [came, went]),
		[[[lea.id], []]],
	);
});

test("Chosen stretches open for Lea, exactly these, and the lines keep who wrote them", async () => {
	const { ada, ben } = room;
	await joined(room);
	const [toBen] = await hands(room, [1]);
	assert.deepEqual(toBen.lines[0].granted.to, room.lea.id);
	const { lines, stopped } = await pages(room);
	assert.deepEqual([stopped, texts({ lines })], [null, ["In the second month.", "I answer in the second."]]);
	assert.deepEqual(
		lines.map(({ by }) => by),
		[ada.id, ben.id],
	);
});

test("Two stretches with one between them, or all of before", async () => {
	await joined(room);
	await hands(room, [0, 2]);
	assert.deepEqual(texts(await pages(room)), ["In the first month.", "In the third month."]);
	await hands(room, [1]);
	assert.deepEqual(texts(await pages(room)), ["In the second month.", "I answer in the second."]);
});

test("A long stretch is read in pages", async () => {
	await joined(room);
	await hands(room, [0, 1]);
	const { lines, stopped } = await pages(room, 1);
	assert.equal(stopped, null);
	assert.deepEqual(texts({ lines }), [
		"In the first month.",
		"In the second month.",
		"I answer in the second.",
	]);
});

test("Keys that did not arrive are made again for what was granted", async () => {
	const { ada, conv, lea, today } = room;
	await joined(room);
	await posts(
		room,
		ada,
		await ada.do("handOver", { conv, account_id: lea.id, epochs: [0], ts: NOON, today }),
		[lea],
	);
	assert.deepEqual((await pages(room)).lines, []);
	assert.equal((await keepsWraps(room)).length, 1);
	assert.deepEqual(texts(await pages(room)), ["In the first month."]);
});

test("What each stretch holds is told before it is handed over", async () => {
	const { ada, conv } = room;
	const { stretches } = await ada.do("stretches", { conv });
	assert.deepEqual(
		stretches.map(({ epoch, count, mine, isOpen }) => [epoch, count, mine, isOpen]),
		[
			[0, 2, true, false],
			[1, 2, true, false],
			[2, 1, true, true],
		],
	);
});

test("After Ben was let go he reads up to there; Ada and Lea go on", async () => {
	const { ada, ben, lea, conv, today } = room;
	await joined(room);
	await says(room, ben, "Goodbye, and all the best.", [ada, lea]);
	await posts(room, ada, await ada.do("letGo", { conv, account_id: ben.id, today }), [lea]);
	const [toLea] = await says(room, ada, "Now we are two.", [lea]);
	assert.deepEqual(texts(toLea), ["Now we are two."]);
	const again = await ben.comeBack();
	const last = await opens(room, again);
	assert.deepEqual([texts(last).at(-1), last.stopped], ["Goodbye, and all the best.", null]);
});

test("Lea in the place of Ben, in one step", async () => {
	const { ada, ben, lea } = room;
	const first = await joined(room, { insteadOf: ben.id });
	assert.equal(first.stopped, null);
	const [toLea] = await says(room, lea, "I am here now.", [ada]);
	assert.deepEqual(texts(toLea), ["I am here now."]);
});

test("Lea comes back after she was let go: she reads both her times, and nothing between", async () => {
	const { ada, ben, lea, house, conv, today } = room;
	await joined(room);
	await says(room, ada, "While Lea reads.", [ben, lea]);
	await posts(room, ada, await ada.do("letGo", { conv, account_id: lea.id, today }), [ben]);
	await says(room, ada, "Between us two.", [ben]);
	const back = await ada.do("bringIn", { conv, specialist: house.row(lea.id), today });
	await posts(room, ada, back, [ben]);
	await says(room, ben, "Welcome back.", [ada]);
	const device = await lea.comeBack();
	const first = await opens(room, device);
	assert.deepEqual([first.stopped, texts(first)], [null, ["Welcome back."]]);
	const { lines, stopped } = await pages({ ...room, lea: device });
	assert.deepEqual([stopped, texts({ lines })], [null, ["While Lea reads."]]);
});

test("A line from before Lea came is not sealed to her by itself: the room asks", async () => {
	const { ada, ben, house, conv, lea, today } = room;
	const { id } = await ben.do("sealText", { conv, text: "Only for Ada.", ts: NOON, today });
	await joined(room);
	assert.deepEqual((await ben.do("reseal", { id, today })).changed, ["Lea"]);
	const { frames } = await ben.do("reseal", { id, today, agreed: true });
	await posts(room, ben, { frames }, [ada, lea]);
	assert.ok(house);
});

test("A fourth is not let in, the last one is not let go, and nobody twice", async () => {
	const { ada, ben, lea, house, conv, today } = room;
	await assert.rejects(ada.do("letGo", { conv, account_id: ben.id, today }), refusal("last-one"));
	await joined(room);
	const row = house.row(lea.id);
	await assert.rejects(ada.do("bringIn", { conv, specialist: row, today }), refusal("reads-already"));
	await assert.rejects(ada.do("letGo", { conv, account_id: ada.id, today }), refusal("reads-not"));
	await assert.rejects(
		ada.do("handOver", { conv, account_id: lea.id, epochs: [9], ts: NOON, today }),
		refusal("no-stretch"),
	);
	await assert.rejects(ben.do("letGo", { conv, account_id: lea.id, today }), refusal("not-yours"));
});

test("What Lea says about a line is hers, beside what Ben says about it", async () => {
	const { ada, ben, lea, conv, today } = room;
	await joined(room);
	const made = await ada.do("sealText", { conv, text: "Dear both.", ts: NOON, today });
	await posts(room, ada, made, [ben, lea]);
	const sign = (r) => ({ conv, to: made.id, r, ts: NOON, today });
	await posts(room, ben, await ben.do("sealReact", sign(2)), [ada, lea]);
	const [told] = await posts(room, lea, await lea.do("sealReact", sign(3)), [ada, ben]);
	assert.deepEqual(told.changed[0].signsBy, [
		{ by: ben.id, r: 2 },
		{ by: lea.id, r: 3 },
	]);
});
