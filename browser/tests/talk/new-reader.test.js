import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { toText, utf8 } from "../../crypto/bytes.js";
import { encodeFrame, TYPE } from "../../crypto/frames.js";
import { settled } from "../travel.js";
import { CONV, OneTalk } from "./one-talk.js";
import { entry } from "./plain-core.js";

const reader = (id, name) => ({ account_id: id, name, reads: true });
const [BEN, LEA, CEM] = [reader("ben", "Ben"), reader("lea", "Lea"), reader("cem", "Cem")];

let one;
let [core, wire, talk] = [];

beforeEach(async () => {
	one = await OneTalk.open({ id: 1, state: "active", other: { account_id: "ben" } });
	({ core, wire, talk } = one);
	core.readers = [BEN];
	core.sealEdit = core.sealOurs = async (given) => {
		core.edited = given;
		return { id: "edit", frames: [entry(TYPE.SEND, { conv: CONV, msgId: utf8("e".repeat(16)), text: "" })] };
	};
	core.sealErase = core.sealEdit;
});

/** Everything was heard, and these read here now. */
async function heard(...readers) {
	core.readers = readers;
	await one.upto(2);
}

/** A header came: these read from now on. */
async function come(...readers) {
	core.readers = readers;
	await talk.goOn();
	await settled();
}

function cut() {
	wire.state = "down";
	talk.lineDown();
}

async function back() {
	wire.state = "up";
	talk.lineUp();
	await one.upto(2);
}

const asks = () => talk.lines.map(({ state, changed }) => [state, changed]);

test("Two who are two are never asked about each other, however early one writes", async () => {
	talk.say("good morning");
	talk.sayAs("goodbye", { text: "and goodbye" });
	await heard(BEN);
	assert.deepEqual(wire.texts, ["good morning"]);
	assert.equal(talk.lines[0].state, "sending");
});

test("Who writes before anything was heard writes to Ben: Lea, who came meanwhile, is asked about", async () => {
	talk.say("only you know this");
	await heard(BEN, LEA);
	assert.deepEqual([asks(), wire.sent], [[["asks", ["Lea"]]], []]);
});

test("Other words and own lines from before Lea came do not go to her: they are undone, and that is said", async () => {
	await heard(BEN);
	for (const kind of ["edit", "ours"]) {
		cut();
		talk.sayAs(kind, { text: kind === "ours" ? "[]" : "other words" });
		await settled();
		core.readers = [BEN, LEA];
		await back();
		assert.deepEqual([core.edited, wire.sent, talk.changing.undone], [undefined, [], "somebody-came"]);
		await come(BEN);
	}
});

test("What is undone holds nothing up: taking back goes, for it says nothing to anybody", async () => {
	await heard(BEN);
	cut();
	talk.sayAs("edit", { text: "other words" });
	talk.sayAs("erase", { to: "m1" });
	await settled();
	core.readers = [BEN, LEA];
	await back();
	assert.deepEqual([core.edited.to, wire.sent.length], ["m1", 1]);
});

test("A yes is for whom the question named: in Lea's place Cem is asked about anew", async () => {
	await heard(BEN);
	cut();
	const id = talk.say("for Ben");
	await settled();
	core.readers = [BEN, LEA];
	await back();
	assert.deepEqual(asks(), [["asks", ["Lea"]]]);
	await come(BEN, CEM);
	await talk.sayAnyway(id);
	await settled();
	assert.deepEqual([asks(), wire.sent], [[["asks", ["Cem"]]], []]);
	await talk.sayAnyway(id);
	await settled();
	assert.deepEqual(wire.texts, ["for Ben"]);
});

test("So it is for a line that was sealed already: the core is not told yes for somebody else", async () => {
	await heard(BEN);
	const id = talk.say("for Ben");
	await settled();
	core.changed = ["Lea"];
	core.readers = [BEN, LEA];
	const refused = { id: wire.sent[0].msgId, conv: CONV, code: 1, headN: 5, detail: 0 };
	await one.hear(encodeFrame(TYPE.REFUSED, refused));
	await one.upto(5);
	assert.deepEqual(asks(), [["asks", ["Lea"]]]);
	core.changed = ["Cem"];
	await come(BEN, CEM);
	await talk.sayAnyway(id);
	await settled();
	assert.deepEqual([asks(), wire.sent.length], [[["asks", ["Cem"]]], 1]);
	await talk.sayAnyway(id);
	await settled();
	assert.deepEqual([wire.sent.length, toText(wire.sent[1].msgId)], [2, toText(refused.id)]);
});

test("A file chosen for Ben asks before Lea reads it, though it is named after she came", async () => {
	await heard(BEN, LEA);
	talk.sayAs("att", { text: "", file: "file", readers: ["ben"] });
	await settled();
	assert.deepEqual([asks(), wire.sent], [[["asks", ["Lea"]]], []]);
});
