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
