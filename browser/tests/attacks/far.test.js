// Lines far back are let go of while nobody looks. They come back only as they were, and nothing of them comes twice.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { decodeFrame, encodeFrame } from "../../crypto/frames.js";
import { talk } from "../crypto/cast.js";
import { DAY, NOON } from "../crypto/little-house.js";

const SOME = 50;

let room;
beforeEach(async () => {
	room = await talk();
	for (let i = 1; i <= 40; i++) {
		await room.ben.say(room.conv, `his ${i}`, { to: room.ada });
		await room.ada.say(room.conv, `hers ${i}`, { to: room.ben });
	}
});

const linesOf = ({ core }, conv) => core.talks.get(conv).conversation.reading.said.shown;
const forgotten = async (person) => (await person.do("forgetFar", { conv: room.conv })).base;
const entryAt = (n) => room.ledger.frameOf(room.ledger.entries[n - 1], room.ada.id);

/** What the house answers to PAGE, one frame exchanged for another. */
const pageWith = (base, at, change) =>
	room.ledger.page(base + 1, SOME).map((frame, i) => (i === at ? change(frame) : frame));

/** The same frame with other fields. */
function changed(frame, fields) {
	const { type, ...rest } = decodeFrame(frame);
	return encodeFrame(type, { ...rest, ...fields });
}

async function stops(person, frames, cause) {
	const { stopped, lines } = await person.take(room.conv, frames);
	assert.deepEqual([stopped?.cause, lines], [cause, []]);
}

test("However much was read, about fifty lines are held once nobody looks", async () => {
	const { ada, ben, conv, ledger } = room;
	assert.equal(linesOf(ada, conv).length, 81);
	const base = await forgotten(ada);
	assert.equal(base, ledger.entries.length - SOME);
	assert.equal(linesOf(ada, conv).length, SOME);
	for (let i = 0; i < 120; i++) await ben.say(conv, `more ${i}`, { to: ada });
	await forgotten(ada);
	assert.equal(linesOf(ada, conv).length, SOME);
});

test("What was let go of comes back as it was, with its other words and signs, each once", async () => {
	const { ada, ben, conv, ledger } = room;
	const early = linesOf(ada, conv).find(({ text }) => text === "hers 1");
	for (const [op, given] of [
		["sealEdit", { to: early.id, text: "hers, better said" }],
		["sealReact", { to: early.id, r: 3 }],
	]) {
		const { frames } = await ada.do(op, { conv, ...given, ts: NOON, today: DAY });
		for (const frame of ledger.store(frames)) await ada.do("acknowledged", { frame });
	}
	const before = linesOf(ada, conv);
	for (let round = 0; round < 2; round++) {
		let base = await forgotten(ada);
		while (base > 0) ({ base } = await ada.take(conv, ledger.page(base + 1, SOME)));
		const after = linesOf(ada, conv).sort((one, other) => one.n - other.n);
		const plain = ({ n, text, earlier, signs }) => ({ n, text, earlier, signs });
		assert.deepEqual(after.map(plain), before.map(plain));
	}
	await ben.take(
		conv,
		ledger.entries.slice(-2).map((entry) => ledger.frameOf(entry, ben.id)),
	);
	const { taken } = await ben.say(conv, "and on", { to: ada });
	assert.deepEqual([taken.stopped, taken.lines.length, taken.ownSince], [null, 1, 0]);
});

test("A house cannot put other lines where forgotten ones stood", async () => {
	const base = await forgotten(room.ada);
	const other = entryAt(base - 4);
	await stops(
		room.ada,
		pageWith(base, 3, (frame) => changed(other, { n: decodeFrame(frame).n })),
		"counter",
	);
});

test("A page that begins from another hash than the one that was walked is noticed", async () => {
	const base = await forgotten(room.ada);
	const page = pageWith(base, 0, (frame) => changed(frame, { h: new Uint8Array(32).fill(7) }));
	const { stopped, lines } = await room.ada.take(room.conv, page);
	assert.deepEqual([stopped?.cause, lines], ["chain", []]);
});

test("A line that was let go of cannot come again as a new one, of whomever it is", async () => {
	const { ada, ben, conv, ledger } = room;
	for (let i = 0; i < 60; i++) await ada.say(conv, `quietly ${i}`, { to: ben });
	for (const person of [ada, ben]) {
		await forgotten(person);
		const next = ledger.entries.length + 1;
		await stops(person, [changed(entryAt(3), { n: next })], "counter");
	}
});

test("Who never wrote here cannot begin anywhere but at their first line", async () => {
	const { ada, ben, conv } = await talk();
	for (let i = 0; i < 60; i++) await ada.say(conv, `alone ${i}`, { to: ben });
	await ben.do("forgetFar", { conv });
	const { conversation } = ben.core.talks.get(conv);
	assert.ok(conversation.base > 0);
	assert.equal(conversation.mark()?.counts.includes(0), true);
});

test("What another device remembers from before is still compared", async () => {
	const { ada, conv } = room;
	await forgotten(ada);
	const { conversation } = ada.core.talks.get(conv);
	const { epoch, eh, counts } = conversation.mark();
	conversation.pin({ n: 5, h: new Uint8Array(32).fill(9), epoch, eh, counts });
	assert.equal(conversation.stopped?.cause, "rolled-back");
});
