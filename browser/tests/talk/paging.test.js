import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeFrame, encodeFrame, TYPE } from "../../crypto/frames.js";
import { settled } from "../travel.js";
import { CONV, line, OneTalk } from "./one-talk.js";

test("Who reads on and on gets larger pages, and a small one again after looking away", async () => {
	const one = await OneTalk.open();
	const { talk, core, wire } = one;
	for (let n = 901; n <= 1300; n++) talk.hear(decodeFrame(line(n, `line ${n}`)), line(n, `line ${n}`));
	core.base = 900;
	await one.upto(1300);
	for (const base of [850, 750, 550, 350]) {
		talk.loadOlder();
		await settled();
		await one.hear(encodeFrame(TYPE.PAGED, { conv: CONV, n: base }));
		core.base = base;
		await one.upto(1300);
	}
	assert.deepEqual(
		wire.pages.map(({ count }) => count),
		[50, 100, 200, 200],
	);
	talk.lookAway();
	await settled();
	talk.loadOlder();
	await settled();
	assert.deepEqual(wire.pages.at(-1), { before: 1251, count: 50 });
});

/** A talk of four hundred lines that begins at the 301st here. */
async function begun() {
	const one = await OneTalk.open();
	[one.core.base, one.core.pagedTo] = [300, 300];
	for (let n = 301; n <= 310; n++) one.talk.hear(decodeFrame(line(n, `line ${n}`)), line(n, `line ${n}`));
	await one.upto(310);
	return one;
}

/** Somebody who reads on by themselves, as the search and the path do; gives how often they asked. */
async function readsOn(one) {
	let asked = 0;
	while (one.talk.older === "more" && asked < 5) {
		one.talk.loadOlder();
		asked += 1;
		await settled();
		await one.answers();
	}
	return asked;
}

const refused = (code) =>
	encodeFrame(TYPE.REFUSED, { conv: CONV, id: new Uint8Array(16), code, headN: 0, detail: 0 });

test("A page the house refuses, or one that brings nothing, is not asked for again and again", async () => {
	for (const answer of [refused(3), encodeFrame(TYPE.PAGED, { conv: CONV, n: 300 })]) {
		const one = await begun();
		one.answers = () => one.hear(answer);
		assert.deepEqual([await readsOn(one), one.talk.older, one.wire.pages.length], [1, "held", 1]);
	}
});

test("What brought nothing is asked for again by a press, and by itself once the line was away", async () => {
	const one = await begun();
	one.answers = () => one.hear(encodeFrame(TYPE.PAGED, { conv: CONV, n: 300 }));
	await readsOn(one);
	const pressed = one.talk.loadOlder();
	await settled();
	one.core.pagedTo = 250;
	await one.hear(line(299, "line 299"));
	await one.hear(encodeFrame(TYPE.PAGED, { conv: CONV, n: 250 }));
	await pressed;
	assert.deepEqual([one.talk.older, one.wire.pages.length], ["more", 2]);
	assert.equal(await readsOn(one), 1);
	one.talk.lineDown();
	one.talk.lineUp();
	assert.equal(one.talk.older, "more");
});

test("A house that is busy is given a second before the page is asked for again", async () => {
	const one = await begun();
	one.answers = () => one.hear(refused(8));
	assert.deepEqual([await readsOn(one), one.talk.older], [1, "held"]);
	await one.clock.travel(1_000);
	assert.deepEqual([one.talk.older, one.wire.pages.length], ["more", 1]);
});
