// When a conversation turns to a new key: by count, by keys that moved, after a long silence; and who may mend what.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { decodeFrame, TYPE } from "../../crypto/frames.js";
import { Refusal } from "../../crypto/refusal.js";
import { asked, meet, talk } from "./cast.js";
import { DAY, NOON } from "./little-house.js";

const refusal = (code) => (error) => error instanceof Refusal && error.code === code;
const told = (person, conv) => person.do("checkPromise", { relationship: person.relationship(conv) });

let room;
beforeEach(async () => {
	room = await talk();
});

/** What a text takes along when it is sealed now: the reason of the header in front of it, or null. */
async function reasonOf(person, conv, today = DAY) {
	const { frames, id } = await person.do("sealText", { conv, text: "x", ts: NOON, today });
	await person.do("drop", { id });
	const [first] = frames.map(decodeFrame);
	return first.type === TYPE.HEADER ? first.reasonCode : null;
}

test("After five hundred lines the next one brings a new key", async () => {
	const { ada, ben, conv, ledger } = room;
	const from = ledger.entries.length;
	const left = 500 - (from - 1);
	for (let n = 0; n < left - 1; n += 1) await ada.say(conv, `line ${n}`);
	assert.equal(await reasonOf(ada, conv), null);
	await ada.say(conv, "the five hundredth");
	assert.equal(await reasonOf(ada, conv), 3);
	const { fresh } = await ada.say(conv, "behind a new key");
	assert.equal(fresh.length, 2);
	const frames = ledger.entries.slice(from).map((entry) => ledger.frameOf(entry, ben.id));
	const { lines, stopped } = await ben.take(conv, frames);
	assert.deepEqual([lines.at(-1).text, stopped], ["behind a new key", null]);
});

test("After thirty days it does, and after twenty-nine it does not", async () => {
	const { ada, conv } = room;
	assert.equal(await reasonOf(ada, conv, DAY + 29), null);
	assert.equal(await reasonOf(ada, conv, DAY + 30), 2);
});

test("After a silence in which her old wrapping key went, Ada writes behind her new one, and Ben reads it", async () => {
	const { ada, ben, conv } = room;
	const later = DAY + 90 + 33 + 12 * 31 + 1;
	await ada.renew(DAY + 90);
	await ada.renew(later);
	assert.ok(!ada.core.place.ekSeeds.has(0));
	const device = await ada.comeBack();
	const { lines, cannot, canWrite, needsRotation } = await device.follow(conv, conv, later);
	assert.deepEqual([lines[0].trouble, cannot, canWrite, needsRotation], ["not-opened", "locked", true, 5]);
	await told(ben, conv);
	const { taken } = await device.say(conv, "after a long time", { to: ben, today: later });
	assert.deepEqual([taken.lines[0].text, taken.stopped], ["after a long time", null]);
	const { taken: back } = await ben.say(conv, "good to hear you", { to: device, today: later });
	assert.equal(back.lines[0].text, "good to hear you");
});

test("A hello cut off before a renewal is made again under the keys its conversation is bound to", async () => {
	const fresh = await meet();
	const { house, ada, ben } = fresh;
	const { conv, given } = await asked(fresh);
	house.ledgers.delete(conv);
	await ada.renew(DAY + 90);
	const relationship = ada.relationship(conv);
	const again = await ada.do("ask", { ...given, specialist: house.row(ben.id), relationship });
	assert.deepEqual([again.ask, again.conv], [null, conv]);
	for (const ack of house.ledger(conv).store([again.frame])) await ada.do("acknowledged", { frame: ack });
	const { lines, stopped } = await ben.follow(conv);
	assert.deepEqual([lines[0].text, stopped], ["Hello Ben.", null]);
});

test("A hello under other keys than its conversation is bound to is refused", async () => {
	const fresh = await meet();
	const { house, ada, ben } = fresh;
	const { conv, given } = await asked(fresh);
	house.ledgers.delete(conv);
	await ada.renew(DAY + 90);
	const [first, second] = ada.core.place.records;
	ada.core.place.records.splice(0, 2, { ...second, gen: 0 });
	ada.readsLog = false;
	const relationship = ada.relationship(conv);
	await assert.rejects(
		ada.do("ask", { ...given, specialist: house.row(ben.id), relationship }),
		refusal("no-conversation"),
	);
	assert.equal(first.gen, 0);
});

test("After Ada has left nobody turns to a new key, and nobody writes", async () => {
	const { ada, ben, conv, ledger } = room;
	const { frames } = await ada.do("leave", { conv, day: DAY });
	ledger.store(frames);
	const taken = await ben.take(conv, [ledger.entryFrame(ledger.entries.at(-1))], DAY + 40);
	assert.deepEqual([taken.lines[0].t, taken.cannot, taken.canWrite], ["leave", "left", false]);
	await assert.rejects(
		ben.do("sealText", { conv, text: "still there?", ts: NOON, today: DAY + 40 }),
		refusal("left"),
	);
});
