import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { line, OneTalk } from "./one-talk.js";

let one;
let [core, wire, clock, talk] = [];

beforeEach(async () => {
	one = await OneTalk.open();
	({ core, wire, clock, talk } = one);
});

test("When a header knows more of who is who, that is read first, and the lines are there", async () => {
	let reads = 0;
	one.readWho = async () => {
		reads += 1;
	};
	core.behind = 1;
	await one.hear(line(2, "hello"));
	await one.upto(2);
	assert.deepEqual([reads, one.shown], [1, ["hello stored"]]);
});

test("If it cannot be read just now, the lines are asked for once more, and none is lost or doubled", async () => {
	one.readWho = async () => {
		throw Object.assign(new Error("offline"), { code: "offline" });
	};
	core.behind = 1;
	const before = wire.follows.length;
	await one.hear(line(2, "hello"));
	await one.upto(2);
	assert.deepEqual([one.shown, talk.catching], [[], true]);
	await clock.travel(60_000);
	assert.equal(wire.follows.length, before + 1);
	await one.hear(line(2, "hello"));
	await one.upto(2);
	assert.deepEqual([one.shown, talk.catching], [["hello stored"], false]);
});

test("Keys that are not known here are asked for once, and once more when the house has answered", async () => {
	await one.upto(2);
	core.wants = "them";
	await one.hear(line(3, "from a new key"));
	await one.hear(line(4, "and on"));
	assert.deepEqual(one.asked, ["them"]);
	core.wants = "me";
	for (let told = 0; told < 2; told += 1) await talk.changed({ id: 1, state: "active" });
	assert.deepEqual(one.asked, ["them", "me", "me"]);
	core.wants = null;
	await talk.goOn();
	await talk.changed({ id: 1, state: "active" });
	assert.deepEqual([one.asked.length, talk.known.wants], [3, null]);
});
