import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Who } from "../../talk/who.js";

/** Who is who, read by the room: my keys are asked for before the list is doubted, and nobody waits for themselves. */
let told;
let answers;
let asked;
let pages;
let catchUp;
let who;

const refusal = (code) => Object.assign(new Error(code), { code });

beforeEach(() => {
	[told, answers, asked, pages] = [[], [], [], 0];
	catchUp = async () => undefined;
	const core = {
		readLog: async (given) => {
			asked.push(given.isFresh);
			const answer = answers.shift();
			if (answer instanceof Error) throw answer;
			return { size: answer };
		},
	};
	const api = {
		keyLog: async (from) => {
			pages += 1;
			return { size: from, rows: "", note: "" };
		},
	};
	who = new Who({ core, api, onNotice: (code) => told.push(code), catchUpKeys: () => catchUp() });
});

test("A list that fits is read once, and nobody is asked for anything", async () => {
	catchUp = () => assert.fail("asked for my keys");
	answers = [3];
	await who.read();
	assert.deepEqual([asked, pages, told], [[false], 1, []]);
});

test("Where my keys were renewed elsewhere, they come first, then the list is read anew, and nobody is told", async () => {
	const order = [];
	catchUp = async () => order.push(`keys after ${pages}`);
	answers = [refusal("keys-moved"), 4];
	await who.read();
	assert.deepEqual([order, asked, pages, told], [["keys after 1"], [false, true], 2, []]);
});

test("What still does not fit then is told", async () => {
	answers = [refusal("keys-moved"), refusal("log-added")];
	await who.read();
	assert.deepEqual(told, ["log-added"]);
});

test("A line cut while my keys were asked for is no alarm: whoever reads next asks again", async () => {
	catchUp = async () => {
		throw refusal("offline");
	};
	answers = [refusal("keys-moved")];
	await assert.rejects(who.read(), { code: "offline" });
	catchUp = async () => undefined;
	answers = [refusal("keys-moved"), 4];
	await who.read();
	assert.deepEqual(told, []);
});

test("Whoever learns keys and wants the list at once waits for nobody who waits for them", async () => {
	let after = null;
	catchUp = async () => {
		after = who.read();
	};
	answers = [refusal("keys-moved"), 4, 4];
	await who.read();
	await after;
	assert.deepEqual([asked, told], [[false, true, false], []]);
});
