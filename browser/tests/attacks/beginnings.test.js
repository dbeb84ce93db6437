// Where an answer begins: a house chooses, and may choose a place nobody asked for (envelope.md, section 9).

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { encodeFrame, TYPE } from "../../crypto/frames.js";
import { Refusal } from "../../crypto/refusal.js";
import { random } from "../../crypto/sodium.js";
import { talk } from "../crypto/cast.js";
import { DAY, NOON } from "../crypto/little-house.js";
import { craftedHeader, slipHeader } from "./hostile.js";

let room;
beforeEach(async () => {
	room = await talk();
});

const say = async (text) => await room.ben.say(room.conv, text, { to: room.ada });

/** Ben turns to a new key: his header closes all that stands before it. */
async function turn() {
	const { ben, ada, conv, ledger } = room;
	const { fields } = craftedHeader(ben, conv);
	slipHeader(ledger, fields, ada.id);
	await ben.take(conv, [ledger.frameOf(ledger.entries.at(-1), ben.id)]);
}

/** Ada's room on another computer, which has from the house only what state remembers. */
async function comesBack() {
	const fresh = await room.ada.comeBack();
	const { pin } = await fresh.open(room.conv);
	return { fresh, pin };
}

async function showsNothing(frames, cause) {
	const { conv, ada, ledger } = room;
	const { fresh } = await comesBack();
	const taken = await fresh.take(conv, frames);
	assert.deepEqual([taken.stopped?.cause, taken.lines, taken.canWrite], [cause, [], false]);
	assert.deepEqual((await fresh.take(conv, ledger.follow(ada.id, 0))).lines, []);
	await assert.rejects(
		fresh.do("sealText", { conv, text: "on?", ts: NOON, today: DAY }),
		(error) => error instanceof Refusal,
	);
}

test("An answer that begins after the last visit leaves out what lies between, and is refused", async () => {
	await say("one");
	await room.ada.saveState();
	await say("left out");
	await say("two");
	await turn();
	await say("three");
	const { pin } = await comesBack();
	assert.equal(pin.n, 3);
	await showsNothing(room.ledger.follow(room.ada.id, pin.n + 1), "rolled-back");
});

test("Nor can a new key that Ben made lead past the last visit of Ada, on another story than hers", async () => {
	const { ada, conv, ledger } = room;
	await say("Ada is never told this again");
	await ada.saveState();
	const lost = ledger.entries.pop();
	ledger.append({ kind: lost.kind, fields: { ...lost.fields, box: random(lost.fields.box.length) } });
	await room.ben.do("closeConversation", { conv });
	await room.ben.follow(conv);
	await room.ben.say(conv, "so Ben reads on elsewhere");
	await turn();
	await room.ben.say(conv, "in another past");
	for (const from of [4, 5]) await showsNothing(ledger.follow(ada.id, from), "rolled-back");
	assert.notEqual((await comesBack()).pin, null);
});

test("An answer that begins and ends before the last visit, in another past, shows nothing", async () => {
	const { ada, conv, ledger } = room;
	for (const text of ["one", "two"]) await say(text);
	await ada.saveState();
	const answer = ledger.follow(ada.id, 3);
	const elsewhere = encodeFrame(TYPE.BASE, { conv: ledger.conv, n: 3, h: random(32) });
	const end = encodeFrame(TYPE.UPTO, { conv: ledger.conv, n: 3, h: random(32), sseq: 1, seenN: 0, mode: 2 });
	await showsNothing([answer[0], elsewhere, end], "chain");
	await showsNothing(answer.with(1, elsewhere), "seen");
	assert.equal((await (await comesBack()).fresh.take(conv, answer)).stopped, null);
});

test("A room that remembers nothing shows nothing from a beginning that nothing known confirms", async () => {
	const { ada, conv, ledger } = room;
	for (const text of ["one", "two"]) await say(text);
	const answer = ledger.follow(ada.id, 3);
	const waits = await comesBack();
	assert.equal(waits.pin, null);
	const soFar = await waits.fresh.take(conv, answer.slice(0, -1));
	assert.deepEqual([soFar.lines, soFar.canWrite, soFar.stopped], [[], false, null]);
	await showsNothing(answer, "rolled-back");
	await turn();
	const { fresh } = await comesBack();
	assert.deepEqual(
		(await fresh.take(conv, ledger.follow(ada.id, 3))).lines.map(({ text }) => text),
		["two"],
	);
});
