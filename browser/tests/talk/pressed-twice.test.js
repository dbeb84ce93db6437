// What was sent and has no answer may stand already: pressed again it stands once, and nothing is called off.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { fromUtf8 } from "../../crypto/bytes.js";
import { TYPE } from "../../crypto/frames.js";
import { Part as Mending } from "../../talk/mending.js";
import { Part as Vowing } from "../../talk/vowing.js";
import { settled } from "../travel.js";
import { CONV, OneTalk } from "./one-talk.js";
import { entry } from "./plain-core.js";
import { repairNamed } from "./repair-path.js";

const WORD = { b: "I'll call the clinic.", day: 20_700, ref: "F".repeat(22) };
const SAYS = { conv: "c", of: "O".repeat(22), about: 4, re: null, text: "I waited.", tellsDesk: false };

let one;
let house;
let known;
beforeEach(async () => {
	one = await OneTalk.open();
	house = { rows: new Map(), asked: [], told: [] };
	known = { vows: [], mends: [] };
	const { core } = one;
	core.sealVow = ({ conv, vow }) => core.sealText({ conv, text: JSON.stringify(vow) });
	core.sealMend = ({ conv, step, of, text }) => {
		if (step === 1 && known.mends.some((mend) => mend.of === of))
			throw Object.assign(new Error("it is there"), { code: "not-yours" });
		return core.sealText({ conv, text: JSON.stringify({ step, of, text }) });
	};
	const taken = core.take.bind(core);
	core.take = async (given) => ({ ...(await taken(given)), ...known });
	await one.upto(2);
});

/** The parts of a room over one talk, and a house that keeps words by their names. */
function parts() {
	const api = {
		async pledges(method, path, body) {
			house.asked.push([method, path.split("/").at(-1), body]);
			if (method === "PUT" && !house.rows.has(path)) house.rows.set(path, { state: 1, ...body });
			return method === "GET" ? { open: [], past: [], more: false } : house.rows.get(path);
		},
		part: async (method, path) => {
			const { ref, step } = repairNamed(method, path);
			if (method !== "GET") house.told.push([ref, step]);
			return { repairs: [] };
		},
	};
	const { talk, clock } = one;
	const inside = { given: { api, clock, core: one.core, onChange() {} }, conversation: () => talk };
	return { vows: new Vowing(inside).deeds, mends: new Mending(inside).deeds };
}

const cut = () => {
	one.wire.state = "down";
	one.talk.lineDown();
};

/** The line is back; what the relay had stored comes first. */
async function back() {
	one.wire.state = "up";
	one.talk.lineUp();
	await one.hear(stored());
	await one.upto(3);
}

/** What was sent first, as the relay kept it; and what a core that took it knows. */
function stored() {
	const [sent] = one.wire.sent;
	const { text } = JSON.parse(fromUtf8(sent.box));
	const said = JSON.parse(text);
	if (said.step === undefined) known.vows = [{ ...said, mine: true, n: 3 }];
	else if (said.step === 1) known.mends = [mendOf(said)];
	else
		known.mends = [
			mendOf({ ...known.mends[0], replies: [{ from: "me", by: "ben", text: said.text, ts: 1 }] }),
		];
	return entry(TYPE.ENTRY, { conv: CONV, msgId: sent.msgId, text, n: 3, mine: true });
}

const mendOf = (said) => ({
	...{ n: 3, msg: "m", from: "me", by: "ada", about: 4, re: null, ts: 1, replies: [], closed: null },
	...said,
});

/** A deed whose answer is caught, so that time can pass meanwhile. */
const begun = (deed) => deed.then(() => "stands").catch(({ code }) => code);

test("Ada's word is stored and the answer lost: nothing is called off, and pressed again it stands once", async () => {
	const { vows } = parts();
	const first = begun(vows.give("7", "c", WORD));
	await settled();
	cut();
	await one.clock.travel(26_000);
	assert.equal(await first, "on-its-way");
	await back();
	const second = begun(vows.give("7", "c", WORD));
	await one.clock.travel(1_000);
	assert.equal(await second, "stands");
	assert.deepEqual([one.wire.sent.length, house.rows.size], [1, 1]);
	assert.deepEqual(
		house.asked.filter(([method]) => method === "POST"),
		[],
	);
});

test("Pressed again while the line is still cut, the same word waits and goes once", async () => {
	const { vows } = parts();
	const first = begun(vows.give("7", "c", WORD));
	await settled();
	cut();
	await one.clock.travel(26_000);
	assert.equal(await first, "on-its-way");
	const second = begun(vows.give("7", "c", WORD));
	await one.clock.travel(1_000);
	await back();
	await one.clock.travel(1_000);
	assert.deepEqual([await second, one.wire.sent.length, house.rows.size], ["stands", 1, 1]);
});

test("An answer that never comes is asked for before anybody is told to press again", async () => {
	const { vows } = parts();
	const first = begun(vows.give("7", "c", WORD));
	await one.clock.travel(20_500);
	await one.hear(stored());
	await one.upto(3);
	await one.clock.travel(1_000);
	assert.deepEqual([await first, one.wire.sent.length], ["stands", 1]);
});

test("A word that never left is taken back and called off, and its words wait for nobody", async () => {
	const { vows } = parts();
	cut();
	const first = begun(vows.give("7", "c", WORD));
	await one.clock.travel(26_000);
	assert.equal(await first, "offline");
	assert.deepEqual(one.talk.unsent, []);
	assert.deepEqual(house.asked.at(-1), ["POST", "say", { word: "call-off" }]);
});

test("Other words under the same name do not call off what may stand already", async () => {
	const { vows } = parts();
	const first = begun(vows.give("7", "c", WORD));
	await settled();
	cut();
	await one.clock.travel(26_000);
	assert.equal(await first, "on-its-way");
	const second = begun(vows.give("7", "c", { ...WORD, b: "I'll call them." }));
	await one.clock.travel(26_000);
	assert.equal(await second, "offline");
	assert.deepEqual(
		house.asked.filter(([method]) => method === "POST"),
		[],
	);
});

test("What did not sit right is stored and the answer lost: pressed again it stands once", async () => {
	const { mends } = parts();
	const first = begun(mends.say(SAYS));
	await settled();
	cut();
	await one.clock.travel(26_000);
	assert.equal(await first, "on-its-way");
	const second = begun(mends.say(SAYS));
	await one.clock.travel(1_000);
	await back();
	await one.clock.travel(1_000);
	assert.deepEqual([await second, one.wire.sent.length], ["stands", 1]);
	assert.equal(await begun(mends.say(SAYS)), "stands");
	assert.equal(one.wire.sent.length, 1);
});

test("What was changed after it had left is not said as if it had been said first", async () => {
	const { mends } = parts();
	const first = begun(mends.say(SAYS));
	await settled();
	cut();
	await one.clock.travel(26_000);
	assert.equal(await first, "on-its-way");
	await back();
	const second = begun(mends.say({ ...SAYS, text: "I waited an hour." }));
	await one.clock.travel(1_000);
	assert.deepEqual([await second, one.wire.sent.length], ["said-before", 1]);
});

test("A reply that was stored and not answered is not written a second time", async () => {
	known.mends = [mendOf({ of: "one", from: "them", text: "I waited." })];
	await one.talk.goOn();
	const { mends } = parts();
	const reply = { conv: "c", of: "one", text: "I am sorry." };
	const first = begun(mends.reply(reply));
	await settled();
	cut();
	await one.clock.travel(26_000);
	assert.equal(await first, "on-its-way");
	await back();
	const second = begun(mends.reply(reply));
	await one.clock.travel(1_000);
	assert.deepEqual([await second, one.wire.sent.length], ["stands", 1]);
});
