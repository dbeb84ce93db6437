// Attack 19 over a line of a real talk: a false report, one that nobody can check, and one read by whom it is about.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { compare, equal } from "../../crypto/bytes.js";
import { hashOfAad } from "../../crypto/chain.js";
import { aadOf, signErase } from "../../crypto/entry.js";
import { labelled } from "../../crypto/hash.js";
import { firstRecord } from "../../crypto/people.js";
import { Refusal } from "../../crypto/refusal.js";
import { ABOUT, openReport, sealReport } from "../../crypto/report.js";
import { checkPlace, eraseOf, lineOf, readLine, writeLine } from "../../crypto/report-line.js";
import { random, sign, signingPair, wrapKeyOf } from "../../crypto/sodium.js";
import { sends, talk } from "../crypto/cast.js";
import { DAY } from "../crypto/little-house.js";
import { flipped } from "./hostile.js";

let ada;
let ben;
let line;
let back;
let officers;
let words;

before(async () => {
	const room = await talk();
	const { id } = await room.ben.say(room.conv, "You will regret this.", { to: room.ada });
	const { said } = room.ada.core.talk(room.conv).conversation.reading;
	line = lineOf(said.line(id).n, said.proof(id));
	const taken = await room.ben.say(room.conv, "I never wrote this.", { to: room.ada });
	await sends(room.ben, room.ada, room, "sealErase", { to: taken.id });
	const { parts, back: paper } = said.proofs(taken.id);
	back = [...parts.map(({ n, proof }) => lineOf(n, proof)), eraseOf(paper.entry.n, paper.entry, paper.ik)];
	[ada, ben] = [room.ada, room.ben].map(({ core: { place } }) => ({
		record: place.records.at(-1),
		ikSecret: place.ik.secretKey,
	}));
	officers = [officer(), officer()].toSorted((a, b) => compare(a.record.accountId, b.record.accountId));
	const on = [ben.record.accountId];
	words = { about: ABOUT.MESSAGE, b: "This frightened me.", on, conv: line.entry.conv, day: DAY };
});

function officer() {
	const [ik, seed] = [signingPair(random(32)), random(32)];
	const keys = { ik: ik.publicKey, ikSecret: ik.secretKey, ek: wrapKeyOf(seed), rand: random(16), day: DAY };
	return { record: firstRecord(keys), ikSecret: ik.secretKey, seed };
}

const sealed = (lines, change = {}, to = officers) =>
	sealReport({ ...words, ...change }, lines, {
		home: new Uint8Array(16),
		id: random(16),
		reporter: ada.record,
		ikSecret: ada.ikSecret,
		officers: to.map(({ record }) => record),
	});

function opened({ cover, boxes, wraps }, by = officers[0]) {
	const { wrap } = wraps.find(({ accountId }) => equal(accountId, by.record.accountId));
	return openReport(cover, boxes, wrap, {
		me: by.record.accountId,
		keys: [{ krHash: by.record.hash, seed: by.seed }],
		reporter: ada.record,
		people: [[ada.record], [ben.record]],
	});
}

const refused = (code, detail) => (error) =>
	error instanceof Refusal && error.code === code && (detail === undefined || error.detail === detail);

test("Two officers read the line that Ada chose, word for word, without any key of the talk", () => {
	const made = sealed([line]);
	for (const one of officers) {
		const { words: said, lines } = opened(made, one);
		assert.equal(said.b, "This frightened me.");
		assert.deepEqual(
			lines.map(({ n, body }) => [n, body]),
			[[line.n, line.body]],
		);
	}
});

test("19: words that Ben never wrote, another franking key, or another sender prove nothing", () => {
	const body = line.body.map((byte, i) => (i === 6 ? byte ^ 1 : byte));
	const elsewhere = { ...line, entry: { ...line.entry, sender: ada.record.accountId } };
	for (const forged of [{ ...line, body }, { ...line, fk: random(32) }, elsewhere])
		assert.throws(() => readLine(writeLine(forged)), refused("not-opened"));
	assert.throws(() => opened(sealed([{ ...line, body }])), Refusal);
	assert.throws(() => opened(sealed([{ ...line, fk: random(32) }])), refused("not-opened"));
});

test("19: a line that Ada signed herself is not Ben's", () => {
	const sig = sign(ada.ikSecret, labelled("pse1/sig", aadOf(line.entry), line.body));
	const forged = { ...line, ik: ada.record.ik, sig };
	assert.equal(readLine(writeLine(forged)).n, line.n);
	assert.throws(() => opened(sealed([forged])), refused("not-opened"));
});

test("19: no bit of a line's context can be changed, and none of it left out", () => {
	const raw = writeLine(line);
	for (let at = 8; at < raw.length; at += 8) assert.throws(() => readLine(flipped(raw, at)), Refusal);
	for (const size of [0, 39, 104, 183, 184, 311])
		assert.throws(() => readLine(raw.slice(0, size)), refused("malformed"));
});

test("19: a report is not handed in again under another id, nor with another's boxes", () => {
	const [made, other] = [sealed([line]), sealed([line])];
	assert.throws(() => opened({ ...made, cover: { ...made.cover, id: random(16) } }), refused("not-opened"));
	assert.throws(() => opened({ ...made, boxes: [other.boxes[0], made.boxes[1]] }), refused("not-opened"));
	assert.throws(() => opened({ ...made, boxes: made.boxes.slice(0, 1) }), refused("not-opened"));
});

test("19: nothing goes to one officer only, to whom it is about, or to who reports", () => {
	assert.throws(() => sealed([line], {}, officers.slice(0, 1)), refused("report", "readers"));
	const beside = (one) =>
		[officers[0], one].toSorted((a, b) => compare(a.record.accountId, b.record.accountId));
	assert.throws(() => sealed([line], {}, beside(ben)), refused("report", "subject"));
	assert.throws(() => sealed([line], {}, beside(ada)), refused("report", "readers"));
});

test("19: an officer who is named in a concern does not read it", () => {
	const on = [officers[1].record.accountId];
	assert.throws(() => sealed([], { about: ABOUT.PERSON, on }), refused("report", "subject"));
});

test("19: a line that Ben took back is proven as every other, and that he took it back is proven too", () => {
	const { lines } = opened(sealed(back));
	assert.deepEqual(
		lines.map(({ n, body, targets }) => [n, body.length > 0, targets.map((one) => one.n)]),
		[
			[back[0].n, true, []],
			[back[1].n, false, [back[0].n]],
		],
	);
	const body = back[0].body.map((byte, i) => (i === 6 ? byte ^ 1 : byte));
	assert.throws(() => opened(sealed([{ ...back[0], body }, back[1]])), refused("not-opened"));
});

test("19: nobody is said to have taken back what they left standing", () => {
	const aimedAt = (one) => [{ n: one.n, msgId: one.entry.msgId, hBox: random(32) }];
	const { n, entry, ik } = back[1];
	const signedByAda = (sender) =>
		signErase({ ...entry, sender, msgId: random(16), seenN: n }, aimedAt(line), ada.ikSecret);
	const asAda = eraseOf(n + 1, signedByAda(ada.record.accountId), ada.record.ik);
	const asBen = { ...asAda, entry: signedByAda(ben.record.accountId), ik };
	// Hers does not count for his line, his own about another does not fit, and in his name hers is no signature.
	assert.throws(() => sealed([line, asAda]), refused("report", "aim"));
	assert.throws(() => sealed([line, back[1]]), refused("report", "aim"));
	assert.throws(() => opened(sealed([line, asBen])), refused("signature"));
});

test("The log says whether a line stood in its place", () => {
	checkPlace(line, hashOfAad(aadOf(line.entry)));
	assert.throws(() => checkPlace(line, random(32)), refused("not-opened"));
});
