// Attack 16 and P2: what a house can do with the order of things, and how the room notices.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { KIND } from "../../crypto/entry.js";
import { decodeFrame, encodeFrame, TYPE } from "../../crypto/frames.js";
import { Refusal } from "../../crypto/refusal.js";
import { random } from "../../crypto/sodium.js";
import { talk } from "../crypto/cast.js";
import { DAY, NOON } from "../crypto/little-house.js";
import { craftedHeader, craftedLeave, slip, slipHeader } from "./hostile.js";

const refusal = (code) => (error) => error instanceof Refusal && error.code === code;

let room;
before(async () => {
	room = await talk();
	for (let i = 1; i <= 6; i++) {
		await room.ben.say(room.conv, `his ${i}`, { to: room.ada });
		await room.ada.say(room.conv, `hers ${i}`, { to: room.ben });
	}
	await room.ada.saveState();
});

/** A fresh device of Ada's that remembers only what state remembers; `frames` are the answer to its FOLLOW. */
async function device(frames) {
	const { ada, conv, ledger } = room;
	const fresh = await ada.comeBack();
	const { pin } = await fresh.open(conv);
	assert.equal(pin.n, ledger.entries.length);
	return { fresh, taken: await fresh.take(conv, frames(ledger.follow(ada.id, 0))) };
}

async function stops(frames, cause) {
	const { fresh, taken } = await device(frames);
	assert.equal(taken.stopped?.cause, cause);
	assert.deepEqual(taken.lines, []);
	assert.equal(taken.canWrite, false);
	await assert.rejects(
		fresh.do("sealText", { conv: room.conv, text: "on?", ts: NOON, today: DAY }),
		refusal("stopped"),
	);
	assert.deepEqual((await fresh.take(room.conv, room.ledger.follow(room.ada.id, 0))).lines, []);
}

test("An honest house is read to the end", async () => {
	const { taken } = await device((all) => all);
	assert.deepEqual([taken.stopped, taken.lines.length, taken.canWrite], [null, 13, true]);
});

test("A line dropped from the middle is noticed", () => stops((all) => all.toSpliced(5, 1), "number"));
test("Two lines exchanged are noticed", () => stops((all) => all.with(5, all[6]).with(6, all[5]), "number"));
test("A line delivered twice is noticed", () => stops((all) => all.toSpliced(5, 0, all[5]), "number"));
test("The newest line held back behind a count that includes it is noticed", () =>
	stops((all) => all.toSpliced(-2, 1), "held-back"));

test("A house that goes back before the last visit is noticed", async () => {
	const { ada, ledger } = room;
	const [n, older] = [ledger.entries.length - 2, ledger.entries.slice(0, -2)];
	await stops(() => [...ledger.follow(ada.id, 0, older).slice(0, -1), ledger.upto(ada.id, n)], "rolled-back");
});

test("A past other than the one last seen is noticed", async () => {
	const { ledger } = room;
	const [was, n] = [ledger.entries[5], 6];
	const other = { ...was, fields: { ...was.fields, box: random(was.fields.box.length) } };
	const rest = ledger.entries.slice(6);
	ledger.entries.length = 5;
	ledger.append(other);
	for (const { kind, fields } of rest) ledger.append({ kind, fields });
	assert.notDeepEqual(ledger.entries[n - 1].h, was.h);
	const { taken } = await device((all) => all);
	assert.ok(["seen", "rolled-back", "chain"].includes(taken.stopped.cause));
	assert.deepEqual(taken.lines, []);
	ledger.entries.length = 5;
	for (const { kind, fields } of [was, ...rest]) ledger.append({ kind, fields });
	assert.equal((await device((all) => all)).taken.stopped, null);
});

test("Two people shown two stories find out with the next line that crosses", async () => {
	const { ada, ben, conv, ledger } = await talk();
	await ada.say(conv, "Ben is never told this");
	const hidden = ledger.entries.pop();
	const his = await ben.say(conv, "so he writes on");
	ledger.entries.splice(-1, 0, hidden);
	const forAda = encodeFrame(TYPE.ENTRY, { ...ledger.entries.at(-1).fields, n: hidden.n + 1 });
	assert.equal((await ada.take(conv, [forAda])).lines[0].text, "so he writes on");
	const { frames } = await ada.do("sealText", { conv, text: "and she answers", ts: NOON, today: DAY });
	const crossing = encodeFrame(TYPE.ENTRY, { ...decodeFrame(frames[0]), type: undefined, n: hidden.n + 1 });
	const taken = await ben.take(conv, [crossing]);
	assert.ok(["seen", "counter"].includes(taken.stopped?.cause), taken.stopped?.cause);
	assert.deepEqual([taken.lines, his.fresh.length], [[], 1]);
});

test("A page of older lines that does not lead to what is shown is noticed", async () => {
	const { ada, conv, ledger } = room;
	const changed = (frames) =>
		frames.with(2, encodeFrame(TYPE.ENTRY, { ...ledger.entries[3].fields, n: 4, box: random(1097) }));
	for (const bad of [
		changed,
		(frames) => frames.toSpliced(3, 1),
		(frames) => frames.with(0, encodeFrame(TYPE.BASE, { conv: ledger.conv, n: 1, h: random(32) })),
	]) {
		const fresh = await ada.comeBack();
		await fresh.open(conv);
		await fresh.take(conv, ledger.follow(ada.id, 8));
		const taken = await fresh.take(conv, bad(ledger.page(9, 7)));
		assert.notEqual(taken.stopped, null);
		assert.deepEqual(taken.lines, []);
	}
	const fresh = await ada.comeBack();
	await fresh.open(conv);
	await fresh.take(conv, ledger.follow(ada.id, 8));
	const page = await fresh.take(conv, ledger.page(9, 7));
	assert.deepEqual([page.stopped, page.lines[0].n, page.lines.at(-1).n, page.base], [null, 2, 8, 1]);
});

test("P2: a line called forgotten before its time is held back, and after it is a gap that says so", async () => {
	const { ada, conv, ledger } = room;
	ledger.entries[4].isGone = true;
	await stops((all) => all, "held-back");
	const fresh = await ada.comeBack();
	const late = DAY + 31 + 31 * 12 + 1;
	await fresh.open(conv, conv, late);
	const taken = await fresh.take(conv, ledger.follow(ada.id, 0), late);
	assert.deepEqual([taken.stopped, taken.lines[3].trouble, taken.lines[3].text], [null, "forgotten", ""]);
	ledger.entries[4].isGone = false;
});

test("P2: that somebody left cannot be passed off as a forgotten line", async () => {
	const leaving = await talk();
	const { ada, ben, conv, ledger } = leaving;
	slip(ledger, craftedLeave(ben, conv, DAY));
	ledger.entries.at(-1).isGone = true;
	const fresh = await ada.comeBack();
	const late = DAY + 1000;
	await fresh.open(conv, conv, late);
	const taken = await fresh.take(conv, ledger.follow(ada.id, 0), late);
	assert.equal(taken.stopped.cause, "held-back");
	ledger.entries.at(-1).isGone = false;
	const disguised = { ...ledger.entries.at(-1), kind: KIND.MESSAGE, isGone: true };
	const other = await ada.comeBack();
	await other.open(conv, conv, late);
	const frames = ledger.follow(ada.id, 0);
	const shown = await other.take(
		conv,
		[...frames.slice(0, -2), ledger.entryFrame(disguised), frames.at(-1)],
		late,
	);
	assert.notEqual(shown.stopped, null);
});

test("P1: whoever left cannot hand out the next key", async () => {
	const leaving = await talk();
	const { ada, ben, conv, ledger } = leaving;
	const leave = slip(ledger, craftedLeave(ben, conv, DAY));
	for (const person of [ada, ben]) assert.equal((await person.take(conv, [leave])).cannot, "left");
	const { fields } = craftedHeader(ben, conv);
	const taken = await ada.take(conv, [slipHeader(ledger, fields, ada.id)]);
	assert.equal(taken.stopped.cause, "header");
});

test("P5: the owner starts again from the last good line, and the old talk stays readable", async () => {
	const broken = await talk();
	const { house, ada, ben, conv, ledger } = broken;
	await ben.say(conv, "good", { to: ada });
	const good = ledger.entries.length;
	const bad = encodeFrame(TYPE.ENTRY, { ...ledger.entries.at(-1).fields, n: good + 2 });
	assert.deepEqual((await ada.take(conv, [bad])).stopped, { cause: "number", n: good });
	await assert.rejects(ben.do("startAgain", { conv, day: DAY, ts: NOON }), refusal("not-yours"));
	const { again, frame, conv: next } = await ada.do("startAgain", { conv, day: DAY, ts: NOON });
	house.takeAgain(conv, conv, again);
	for (const ack of house.ledger(next).store([frame])) await ada.do("acknowledged", { frame: ack });
	const read = await ben.follow(conv, next);
	assert.deepEqual([read.stopped, read.lines[0].t, read.canWrite], [null, "continues", true]);
	await ada.follow(conv, next);
	const said = await ada.say(next, "here we go on", { to: ben });
	assert.equal(said.taken.lines[0].text, "here we go on");
	const answer = await ben.say(next, "yes", { to: ada });
	assert.equal(answer.taken.lines[0].text, "yes");
});
