// While somebody who left still reads, the relay asks for a header first: nothing is lost, and nothing has to be said twice.

import assert from "node:assert/strict";
import { test } from "node:test";
import { encodeFrame, TYPE } from "../../crypto/frames.js";
import { CONV, OneTalk } from "./one-talk.js";

const HEADER_FIRST = 10;

test("A line for which a header has to come first waits as long as it takes, and goes by itself then", async () => {
	const one = await OneTalk.open();
	await one.upto(2);
	one.talk.say("For us two.");
	const refuse = () => {
		const { msgId: id } = one.wire.sent.at(-1);
		return one.hear(encodeFrame(TYPE.REFUSED, { id, conv: CONV, code: HEADER_FIRST, headN: 2, detail: 1 }));
	};
	for (let times = 0; times < 12; times += 1) {
		await one.clock.travel(20_000);
		await one.upto(2);
		assert.deepEqual(one.shown, ["For us two. sending"]);
		await refuse();
		assert.match(one.shown[0], /^For us two. (waiting|sending)$/);
	}
	const asked = one.wire.sent.length;
	await one.clock.travel(20_000);
	await one.upto(3);
	assert.ok(one.wire.sent.length > asked, "it went again, and nobody pressed anything");
	assert.equal(one.wire.texts.at(-1), "For us two.");
});
