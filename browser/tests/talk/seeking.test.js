import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { decodeFrame, encodeFrame, TYPE } from "../../crypto/frames.js";
import { Seeking } from "../../talk/seeking.js";
import { settled } from "../travel.js";
import { CONV, conv, line, OneTalk } from "./one-talk.js";

let one;
let seeking;

/** A talk of 400 lines, of which the newest 50 are here; the house answers what is asked of it. */
beforeEach(async () => {
	one = await OneTalk.open();
	one.core.base = 350;
	for (let n = 351; n <= 400; n++) one.talk.hear(...lineAt(n));
	await one.upto(400);
	seeking = new Seeking({
		core: one.core,
		conversations: {
			open: async () => one.talk,
			of: () => one.talk,
			forgetFarBut: (but) => (but === conv ? null : one.talk.forgetFar()),
		},
		relations: () => [{ conversations: [{ conv }] }],
	});
});

function lineAt(n) {
	const bytes = line(n, `line ${n}`);
	return [decodeFrame(bytes), bytes];
}

/** The page that was asked for last comes; the talk goes on before it. */
async function answer(base) {
	const { before } = one.wire.pages.at(-1);
	for (let n = base + 1; n < before; n++) one.talk.hear(...lineAt(n));
	await one.hear(encodeFrame(TYPE.PAGED, { conv: CONV, n: before - 1 }));
	one.core.base = base;
	await one.upto(400);
}

async function bring() {
	const brought = seeking.bringAll(async () => undefined);
	await settled();
	await answer(0);
	await brought;
	assert.equal(one.talk.lines.length, 400);
}

test("What a search brought is let go of when somebody leaves the search", async () => {
	await bring();
	seeking.stop();
	await settled();
	assert.deepEqual([one.talk.lines.length, one.talk.older, one.core.base], [50, "more", 350]);
});

test("Who goes from what was found to its talk finds it there", async () => {
	await bring();
	seeking.stop(conv);
	await settled();
	assert.equal(one.talk.lines.length, 400);
});

test("A page that was on its way when somebody left is let go of as well, and none is asked for after it", async () => {
	const brought = seeking.bringAll(async () => undefined);
	await settled();
	seeking.stop();
	await answer(100);
	await brought;
	await settled();
	assert.equal(one.talk.lines.length, 50);
	assert.equal(one.wire.pages.length, 1);
});

test("Who looks for something else goes on from what is here already", async () => {
	const first = seeking.bringAll(async () => undefined);
	await settled();
	const second = seeking.bringAll(async () => undefined);
	await answer(0);
	await Promise.all([first, second]);
	await settled();
	assert.equal(one.talk.lines.length, 400);
});
