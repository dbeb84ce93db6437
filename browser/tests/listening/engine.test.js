/** A draft is read on the device, by the pack that comes with the room; a bad pack is named. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { sha256 } from "../../listening/digest.js";
import { read } from "../../listening/engine.js";
import { BadPack, openPack } from "../../listening/pack.js";
import { sentences } from "../../listening/sentences.js";

const FOLDER = new URL("../../../coach/packs/open/", import.meta.url);
const json = readFileSync(new URL("pack.json", FOLDER), "utf8");
const bytes = new Uint8Array(readFileSync(new URL("heads.bin", FOLDER)));
const pack = openPack(json, bytes);
const cut = (text) => sentences(text).map(({ from, to }) => text.slice(from, to));

test("a draft is cut where its writer would cut it", () => {
	assert.deepEqual(cut("You called first.  What was it like?!\nTell me."), [
		"You called first.",
		"What was it like?!",
		"Tell me.",
	]);
	assert.deepEqual(cut("I saw Dr. Shah at 3.30 p.m. today... and then? 🙂 Well done 🎉 Really"), [
		"I saw Dr. Shah at 3.30 p.m. today... and then? 🙂",
		"Well done 🎉",
		"Really",
	]);
	assert.deepEqual(cut(" \n "), []);
});

test("each label of each sentence is there, or not, or not sure", () => {
	const text = "It sounds like you felt really alone that night. What was that like for you?";
	const found = read(pack, text, "My brother never rang.");
	assert.equal(found.english, true);
	assert.equal(found.sentences.length, 2);
	assert.deepEqual(Object.keys(found.sentences[0].labels).sort(), [
		"advice",
		"exploring",
		"information",
		"open",
		"own_story",
		"question",
		"reflection",
		"understanding",
		"warmth",
	]);
	assert.deepEqual(Object.keys(found.whole).sort(), ["exploring", "understanding", "warmth"]);
	assert.equal(found.sentences[1].labels.question.is, true);
	assert.equal(found.sentences[1].labels.open.is, true);
	assert.equal(found.sentences[0].labels.question.is, false);
	assert.equal(found.sentences[0].labels.open.is, null);
	for (const { labels } of found.sentences) {
		for (const { p } of Object.values(labels)) assert.ok(p >= 0 && p <= 1);
	}
});

test("a label is not said of a sentence of a length at which it is weak", () => {
	assert.deepEqual(JSON.parse(json).labels.open.words, [5, 1_000_000]);
	const [short] = read(pack, "How come?", "I drank.").sentences;
	assert.equal(short.labels.question.is, true);
	assert.equal(short.labels.open.is, null);
	const long = `It sounds lonely${", and then lonely again".repeat(6)}.`;
	assert.equal(read(pack, long, "").sentences[0].labels.understanding.is, null);
});

test("a label is not said in a reply of a length at which it is weak", () => {
	const asks = "What was that like for you?";
	const [alone] = read(pack, asks, "I drank.").sentences;
	assert.deepEqual([alone.labels.question.is, alone.labels.exploring.is], [true, true]);
	const letter = `${asks} ${"I sat by the river and had my tea. ".repeat(6)}`;
	const long = read(pack, letter, "I drank.");
	assert.deepEqual(
		[long.sentences[0].labels.question.is, long.sentences[0].labels.exploring.is],
		[true, null],
	);
	assert.equal(long.sentences[0].labels.exploring.p, alone.labels.exploring.p);
	assert.equal(long.whole.exploring.is, null);
});

test("what is not English is left alone", () => {
	for (const text of [
		"Hola, ¿cómo estás hoy?",
		"Je suis là pour toi.",
		"شكرا لك يا صديقي",
		"Ich bin für dich da.",
	]) {
		assert.deepEqual(read(pack, text, ""), { english: false, sentences: [], whole: {} });
	}
	for (const text of ["Proud of you.", "That's a lot to carry on your own.", "ok 🙂"]) {
		assert.equal(read(pack, text, "").english, true, text);
	}
});

test("signs alone say nothing, and nothing breaks a draft", () => {
	const marks = read(pack, "?!... — ---", "");
	for (const { labels } of marks.sentences) {
		for (const said of Object.values(labels)) assert.notEqual(said.is, true);
	}
	assert.deepEqual(read(pack, "", "").sentences, []);
	assert.ok(read(pack, "You said. ".repeat(800), "x").sentences.length === 800);
	assert.ok(read(pack, "\ud800 broken \udc00 half", "\ud800").english);
});

test("a pack that is not what it says is named in a sentence", () => {
	const other = bytes.slice();
	other[7] ^= 1;
	const row = JSON.parse(json);
	for (const [one, data, says] of [
		["{", bytes, /no JSON/],
		[{ ...row, format: 2 }, bytes, /format 1, not 2/],
		[row, bytes.slice(1), /not as long/],
		[row, other, /not the file/],
		[{ ...row, heads: row.heads.slice(1) }, bytes, /heads named/],
		[{ ...row, labels: { question: { parts: [{ a: { none: 1 }, b: 0 }], yes: 1, no: 0 } } }, bytes, /leans/],
		[{ ...row, features: undefined }, bytes, /has to say/],
	]) {
		assert.throws(
			() => openPack(one, data),
			(error) => error instanceof BadPack && says.test(error.message),
		);
	}
});

test("the digest is the one everybody computes", () => {
	for (const size of [0, 1, 55, 56, 63, 64, 65, 1000, 70_001]) {
		const some = new Uint8Array(size).map((_, at) => at * 7 + 3);
		assert.equal(sha256(some), createHash("sha256").update(some).digest("hex"));
	}
});
