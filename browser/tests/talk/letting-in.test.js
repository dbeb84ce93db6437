import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { toText, utf8 } from "../../crypto/bytes.js";
import { encodeFrame, TYPE } from "../../crypto/frames.js";
import { Refusal } from "../../crypto/refusal.js";
import { handoverView } from "../../talk/company.js";
import { Handing } from "../../talk/handing.js";
import { settled } from "../travel.js";
import { CONV, conv, OneTalk } from "./one-talk.js";
import { entry } from "./plain-core.js";

const reader = (id, name) => ({ account_id: id, name, reads: true });
const [BEN, LEA] = [reader("ben", "Ben"), reader("lea", "Lea")];
const chosen = { to: "lea", name: "Lea", epochs: [], words: "", instead: false };

let [one, handing, relation, steps, failing, asked] = [];

/** What reaches the core; a header of Ada's that it makes is stored at once, and then these read. */
function makes(name, then) {
	one.core[name] = async (given) => {
		asked.push([name, given]);
		one.core.readers = then ?? one.core.readers;
		const msgId = utf8(`${name}${asked.length}`.padStart(16, "0"));
		return { id: toText(msgId), frames: [entry(TYPE.SEND, { conv: CONV, msgId, text: "" })] };
	};
}

const refuses = (name, code) => {
	one.core[name] = async (given) => {
		asked.push([name, given]);
		throw new Refusal(code);
	};
};

async function stored() {
	const [frame] = one.wire.sent.splice(0);
	const about = { h: new Uint8Array(32), index: 0, size: 1, path: new Uint8Array(), sig: new Uint8Array(64) };
	if (frame) await one.hear(encodeFrame(TYPE.ACK, { id: frame.msgId, conv: CONV, n: 3, ...about }));
}

/** Until it is done, or refused: the code; and how long it took. */
async function ended(deed) {
	let [code, isOver] = [null, false];
	const begun = one.clock.now();
	deed.then(
		() => {
			isOver = true;
		},
		(error) => {
			[code, isOver] = [error.code ?? error, true];
		},
	);
	for (let turns = 0; !isOver && turns < 300; turns += 1) {
		await settled();
		await stored();
		if (!isOver) await one.clock.travel(100);
	}
	assert.ok(isOver, "it never ends");
	return { code, took: one.clock.now() - begun };
}

beforeEach(async () => {
	[steps, failing, asked] = [[], new Set(), []];
	relation = {
		...{ id: 1, state: "active", mine: "client", other: { account_id: "ben" } },
		conversations: [{ conv, n: 3, continues: null }],
		handover: { state: "agreed", to: { account_id: "lea", display_name: "Lea" } },
	};
	one = await OneTalk.open(relation);
	one.core.readers = [BEN];
	await one.upto(2);
	makes("bringIn", [BEN, LEA]);
	makes("handOver");
	one.core.grantedWraps = async () => ({ wraps: [] });
	one.core.stretches = async () => ({ stretches: [], handed: [] });
	handing = new Handing({
		given: { core: one.core, clock: one.clock, api: {} },
		relation: () => relation,
		conversation: () => one.talk,
		conversations: { of: () => one.talk },
		readWho: async () => undefined,
		refresh: async () => undefined,
		step: async (_, step, body) => {
			if (failing.has(step)) throw new Refusal("offline");
			steps.push(step);
			if (step === "handover/until") relation.handover = { ...relation.handover, ...body };
		},
	});
});

test("Ada lets in whom she looked at, by the name she saw; the core is told that name", async () => {
	assert.equal((await ended(handing.letIn("1", chosen))).code, null);
	const [[, { name, specialist }]] = asked;
	assert.deepEqual([name, specialist.account_id, steps], ["Lea", "lea", ["handover/look"]]);
});

test("Somebody else whom the house names meanwhile is not let in", async () => {
	relation.handover.to = { account_id: "finn", display_name: "Lea" };
	assert.equal((await ended(handing.letIn("1", chosen))).code, "name-moved");
	assert.deepEqual([asked, steps], [[], []]);
});

test("Who is let go of is who was named there, whatever the house calls them", async () => {
	makes("letGo", [LEA]);
	one.core.readers = [BEN, LEA];
	await one.talk.goOn();
	assert.equal((await ended(handing.letGo("1", "ben", "Lea"))).code, "name-moved");
	assert.deepEqual(asked, []);
	assert.equal((await ended(handing.letGo("1", "ben", "Ben"))).code, null);
	assert.equal(asked[0][1].account_id, "ben");
});

test("That somebody left is the house's word: it is shown, and nobody is let go of by it alone", async () => {
	relation.handover = { ...relation.handover, from: {}, let_go: "ben" };
	assert.equal(handoverView(relation).leaving, "ben");
	assert.equal(handoverView({ ...relation, mine: "specialist" }).leaving, null);
});

test("What fails twice in the same way has failed twice", async () => {
	refuses("bringIn", "three-read");
	for (const _ of [1, 2]) assert.equal((await ended(handing.letIn("1", chosen))).code, "not-now");
	assert.deepEqual(steps, []);
});

test("What the core refuses is said at once, and is not called a cut line", async () => {
	for (const [code, heard] of [
		["lock-changed", "lock-changed"],
		["endorsement", "not-endorsed"],
		["log-keys", "log-keys"],
	]) {
		refuses("bringIn", code);
		const { code: said, took } = await ended(handing.letIn("1", chosen));
		assert.deepEqual([said, took < 1_000], [heard, true]);
	}
});

test("A line in front that asks is named as what is waited for, and nothing goes after the answer", async () => {
	one.talk.say("for Ben");
	await settled();
	one.core.changed = ["Cem"];
	const [{ msgId: id }] = one.wire.sent;
	await one.hear(encodeFrame(TYPE.REFUSED, { id, conv: CONV, code: 1, headN: 5, detail: 0 }));
	await one.upto(5);
	one.wire.sent.length = 0;
	assert.equal((await ended(handing.letIn("1", chosen))).code, "line-asks");
	assert.deepEqual([asked, one.talk.lines.length], [[], 1]);
});

test("Where the house did not hear of it, a second try goes on from there", async () => {
	failing.add("handover/look");
	assert.equal((await ended(handing.letIn("1", chosen))).code, "offline");
	failing.clear();
	await one.talk.goOn();
	assert.equal((await ended(handing.letIn("1", { ...chosen, words: "Hello Lea." }))).code, null);
	assert.deepEqual([asked.length, steps], [1, ["handover/look"]]);
	assert.deepEqual(
		one.talk.lines.map(({ text }) => text),
		["Hello Lea."],
	);
});

test("Words for Lea are said even where what was before did not reach her, and that is said too", async () => {
	failing.add("handover/history");
	const all = { ...chosen, epochs: [0], words: "Hello Lea." };
	assert.equal((await ended(handing.letIn("1", all))).code, "offline");
	assert.deepEqual(
		one.talk.lines.map(({ text }) => text),
		["Hello Lea."],
	);
});

test("What Cem was once given of before can be given to Lea", async () => {
	const row = { mine: true, isOpen: false, n: 1, upto: 9, from: 1, until: 2, count: 3 };
	const handed = [
		{ to: "cem", epochs: [0, 1] },
		{ to: "lea", epochs: [2] },
	];
	const stretches = [0, 1, 2].map((epoch) => ({ ...row, epoch }));
	one.core.stretches = async () => ({ stretches, handed });
	const shown = await handing.stretches(conv);
	assert.deepEqual(
		shown.map((each) => each.handed),
		[false, false, true],
	);
});

test("The day until which Ben stays is named before Lea is let in, so that all three know it from the start", async () => {
	relation.handover = { ...relation.handover, kind: "handover", until_on: null };
	assert.equal((await ended(handing.letIn("1", { ...chosen, until: 20_530 }))).code, null);
	assert.deepEqual(
		[steps, relation.handover.until_on, asked.length],
		[["handover/until", "handover/look"], 20_530, 1],
	);
});

test("Where the day cannot be named nobody is let in, and a second try that lets Ben go names none", async () => {
	relation.handover = { ...relation.handover, kind: "handover", until_on: null };
	failing.add("handover/until");
	assert.equal((await ended(handing.letIn("1", { ...chosen, until: 20_530 }))).code, "offline");
	assert.deepEqual([asked, steps], [[], []]);
	assert.equal((await ended(handing.letIn("1", { ...chosen, instead: true, until: null }))).code, null);
	assert.deepEqual(steps, ["handover/look"]);
});

test("Whoever stands in was asked until a day that letting them in does not touch", async () => {
	relation.handover = { ...relation.handover, kind: "stand-in", until_on: 20_530 };
	assert.equal((await ended(handing.letIn("1", chosen))).code, null);
	assert.deepEqual([steps, relation.handover.until_on], [["handover/look"], 20_530]);
});
