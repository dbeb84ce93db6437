// Whatever somebody wrote and nobody stored is there at the next visit.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { settled } from "../travel.js";
import { OneTalk } from "./one-talk.js";

let talk;
beforeEach(async () => {
	({ talk } = new OneTalk());
	await talk.open();
});

test("A suggestion, own lines and a goodbye that were written while offline are kept as words when she locks", async () => {
	talk.changing.share({ words: "She sleeps badly since May.", name: "Dr. Okoro" });
	talk.changing.writeOurs([
		{ b: "No calls at night", k: 1 },
		{ b: "A walk", k: 3 },
	]);
	talk.say("and this line");
	await settled();
	talk.end();
	assert.deepEqual(talk.unsent, [
		"She sleeps badly since May.",
		"No calls at night\nA walk",
		"and this line",
	]);
});

test("A draft that was only put away, and lines that were emptied, leave no words behind", async () => {
	talk.changing.share({});
	talk.changing.writeOurs([]);
	talk.changing.agreeToOurs("m1");
	await settled();
	assert.deepEqual(talk.unsent, []);
});
