// P2, P11: a house that lets lines disappear, and people who try to change what is not theirs.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { hashOfAad, hashOfBox } from "../../crypto/chain.js";
import { chained, KIND, signErase } from "../../crypto/entry.js";
import { TYPE, encodeFrame } from "../../crypto/frames.js";
import { fromText } from "../../crypto/bytes.js";
import { random } from "../../crypto/sodium.js";
import { writeJson } from "../../crypto/strict-json.js";
import { talk } from "../crypto/cast.js";
import { DAY, NOON } from "../crypto/little-house.js";
import { crafted, flipped, insideOf, slip } from "./hostile.js";

let room;
before(async () => {
	room = await talk();
});

const entryAt = (n) => room.ledger.entries.find((entry) => entry.n === n);

/** What the house tells of an entry whose box it does not have any more. */
function goneFrame(n) {
	const { fields } = entryAt(n);
	const { aad, carried } = chained({ ...fields, n });
	const { conv, kind, sender, sseq } = fields;
	return encodeFrame(TYPE.GONE, {
		...{ conv, n, kind, sender, sseq },
		...{ hAad: hashOfAad(aad), hBox: hashOfBox(carried) },
	});
}

/** Somebody reads it all on a new device, from a house that says these numbers are gone. */
async function readsWithout(person, ...numbers) {
	const { conv, ledger } = room;
	const device = await person.comeBack();
	const { from } = await device.open(conv);
	const at = new Map(ledger.entries.map((entry, i) => [i, entry]));
	const frames = ledger.follow(person.id, from);
	const entries = [...at.values()].filter(({ n, kind }) => n > from && kind !== KIND.HEADER);
	const start = frames.length - 1 - entries.length;
	entries.forEach(({ n }, i) => {
		if (numbers.includes(n)) frames[start + i] = goneFrame(n);
	});
	return { device, taken: await device.take(conv, frames) };
}

async function write(person, text) {
	const { id } = await person.say(room.conv, text, { to: person === room.ada ? room.ben : room.ada });
	return { id, n: room.ledger.entries.at(-1).n };
}

async function takesBack(person, id) {
	const { conv, ledger, ada, ben } = room;
	const { frames } = await person.do("sealErase", { conv, to: id, today: DAY });
	for (const frame of ledger.store(frames)) await person.do("acknowledged", { frame });
	const other = person === ada ? ben : ada;
	return await other.take(conv, [ledger.frameOf(ledger.entries.at(-1), other.id)]);
}

test("P2: a line that was taken back may be gone, and both still read the rest", async () => {
	const { ada, ben } = room;
	const { id, n } = await write(ada, "Not for long");
	await takesBack(ada, id);
	await write(ben, "I am still here");
	for (const person of [ada, ben]) {
		const { taken } = await readsWithout(person, n);
		assert.equal(taken.stopped, null);
		const line = taken.lines.find((one) => one.n === n);
		assert.deepEqual([line.trouble, line.id, line.text], ["taken-back", id, ""]);
		assert.equal(taken.lines.at(-1).text, "I am still here");
	}
});

test("P2: a line that nobody took back was held back, and everything stops", async () => {
	const { n } = await write(room.ben, "Do not lose me");
	for (const person of [room.ada, room.ben])
		assert.deepEqual((await readsWithout(person, n)).taken.stopped.cause, "held-back");
});

test("P2: taking back is no cover for another line, nor for one by the other", async () => {
	const { ada, ben } = room;
	const [mine, theirs] = [await write(ada, "one"), await write(ben, "two")];
	await takesBack(ada, mine.id);
	assert.equal((await readsWithout(ada, mine.n, theirs.n)).taken.stopped.cause, "held-back");
	assert.equal((await readsWithout(ada, theirs.n)).taken.stopped.cause, "held-back");
});

test("P2: hellos, headers and taking back itself never go missing", async () => {
	const { ada } = room;
	const { id, n } = await write(ada, "three");
	await takesBack(ada, id);
	assert.equal((await readsWithout(ada, 2)).taken.stopped.cause, "held-back");
	assert.equal((await readsWithout(ada, n + 1)).taken.stopped.cause, "held-back");
});

test("P2: a fresh line cannot be passed off as taken back while people talk", async () => {
	const { ada, ben, conv } = room;
	const device = await ada.comeBack();
	await device.follow(conv);
	await write(ben, "You should see this");
	const taken = await device.take(conv, [goneFrame(room.ledger.entries.at(-1).n)]);
	assert.equal(taken.stopped.cause, "held-back");
	assert.ok(taken.lines.every(({ text }) => text === ""));
});

/** Puts an erase into the ledger as it is, and gives what the other is told. */
async function slipErase(person, targets, { change = {}, key = null } = {}) {
	const { conv, ledger, ada, ben } = room;
	const seal = (draft) => ({
		...signErase(draft, targets, key ?? person.core.place.ik.secretKey),
		...change,
	});
	const frame = slip(ledger, crafted(person, conv, { seal, change: { kind: KIND.ERASE } }));
	await person.take(conv, [frame]);
	return await (person === ada ? ben : ada).take(conv, [frame]);
}

const targetOf = (n) => {
	const { fields } = entryAt(n);
	return { n, msgId: fields.msgId, hBox: hashOfBox(fields.box) };
};

test("P11: Ben cannot take Ada's line back, and she is told that nothing happened by nothing happening", async () => {
	const { ada, ben } = room;
	const { n, id } = await write(ada, "Ada's own");
	const taken = await slipErase(ben, [targetOf(n)]);
	assert.equal(taken.stopped, null);
	assert.ok(taken.changed.every(({ text, trouble }) => text === "Ada's own" && trouble === null));
	const again = await (await ada.comeBack()).follow(room.conv);
	assert.equal(again.lines.find((line) => line.id === id).text, "Ada's own");
	assert.equal((await readsWithout(ada, n)).taken.stopped.cause, "held-back");
});

test("P11: an erase with another signature, hash or number hides nothing and stops nobody", async () => {
	const { ada, ben, conv } = room;
	const { n, id } = await write(ada, "Stay");
	const good = targetOf(n);
	const finn = random(64);
	const bad = [
		[[good], { key: finn }],
		[[{ ...good, hBox: random(32) }], {}],
		[[{ ...good, n: n - 1 }], {}],
	];
	for (const [targets, how] of bad) {
		const taken = await slipErase(ada, targets, how);
		assert.equal(taken.stopped, null);
		assert.ok(taken.changed.every((line) => line.trouble === null));
	}
	const line = (await (await ben.comeBack()).follow(conv)).lines.find((one) => one.id === id);
	assert.equal(line.text, "Stay");
});

const bodyOf = (person, body) => writeJson({ sc: person.core.place.book.count(), ts: NOON, ...body });

test("17: Ben cannot put other words into Ada's mouth, nor sign a line with her sign", async () => {
	const { ada, ben, conv, ledger } = room;
	const { id } = await write(ada, "My words");
	for (const body of [
		{ b: "His words", t: "edit", to: id },
		{ r: 1, t: "react", to: id },
	]) {
		const frame = slip(ledger, crafted(ben, conv, { body: bodyOf(ben, body) }));
		await ben.take(conv, [frame]);
		const { changed } = await ada.take(conv, [frame]);
		for (const line of changed)
			assert.deepEqual([line.text, line.signs.me, line.earlier], ["My words", 0, []]);
	}
});

test("21: changes of a shape nobody named are the writer's fault, and the talk goes on", async () => {
	const { ada, ben, conv, ledger } = room;
	const { id } = await write(ada, "A line");
	for (const body of [
		{ b: "x", t: "edit" },
		{ b: "x", t: "edit", to: "AAAA" },
		{ r: 9, t: "react", to: id },
		{ r: 1, t: "react", to: id, b: "x" },
		{ b: "x", re: "odd", t: "text" },
		{ t: "erase", to: id },
	]) {
		const frame = slip(ledger, crafted(ada, conv, { body: bodyOf(ada, body) }));
		await ada.take(conv, [frame]);
		const taken = await ben.take(conv, [frame]);
		assert.deepEqual([taken.stopped, taken.lines[0].trouble], [null, "not-opened"]);
	}
	assert.equal(insideOf(ada, conv).conversation.stopped, null);
});

test("P11: a line kept as proof outlives taking back, and not one letter of it can be changed", async () => {
	const { ada, ben } = room;
	const { id } = await write(ben, "I never said that");
	const { doc_id, body } = await ada.do("keepLine", { conv: room.conv, id });
	await ada.do("documentWritten", { doc_id });
	await takesBack(ben, id);
	await ada.saveState();
	const device = await ada.comeBack();
	const { documents, troubles } = await device.do("documents", { documents: [{ doc_id, ...body }] });
	assert.deepEqual([documents[0].text, documents[0].name, troubles], ["I never said that", "Ben", []]);
	const box = Buffer.from(flipped(fromText(body.box), -1)).toString("base64url");
	const other = await (await ada.comeBack()).do("documents", { documents: [{ doc_id, ...body, box }] });
	assert.deepEqual(other.documents, []);
	assert.equal(other.troubles[0].code, "doc-other");
});
