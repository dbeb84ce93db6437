// Words of danger are looked for in a draft of one's own. How many are found and how often it is wrong stands here, so that nobody has to believe it.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { wordsOfDanger } from "../../listening/danger.js";

const HERE = new URL("danger/", import.meta.url);
const PAIRS = new URL("../../../coach/corpus/pairs/", import.meta.url);
/** @param {string} name */
const lines = (name) =>
	readFileSync(new URL(`${name}.txt`, HERE), "utf8")
		.split("\n")
		.filter((line) => line !== "");
/** Which half a sentence is of: the shapes were made looking at this one. @param {string} text */
const isBuiltOn = (text) => (createHash("sha256").update(text).digest()[0] ?? 0) % 2 === 0;
/** @param {readonly string[]} all */
const shown = (all) => all.filter((one) => wordsOfDanger(one).length > 0);
/** @param {readonly string[]} all */
const counted = (all) => `${shown(all).length} of ${all.length}`;

test("On sentences that were written after its shapes stood and never used to mend them, it finds half, and is wrong at three hard ones of forty", () => {
	assert.equal(counted(lines("last-danger")), "26 of 50");
	assert.equal(counted(lines("last-none")), "3 of 40");
});

test("On the sentences its shapes were made with it finds more: that flatters, and nobody is told these figures", () => {
	const halves = (/** @type {string} */ name) => {
		const all = lines(name);
		return [counted(all.filter(isBuiltOn)), counted(all.filter((one) => !isBuiltOn(one)))];
	};
	assert.deepEqual(halves("danger"), ["60 of 76", "61 of 74"]);
	assert.deepEqual(halves("none"), ["0 of 73", "5 of 79"]);
	assert.deepEqual([counted(lines("fresh-danger")), counted(lines("fresh-none"))], ["22 of 40", "1 of 40"]);
});

test("Among nearly two thousand made-up messages it shows up for nothing in fewer than one of two hundred", () => {
	const rightly = new Set(lines("corpus-rightly"));
	const messages = readdirSync(PAIRS).flatMap((file) =>
		readFileSync(new URL(file, PAIRS), "utf8")
			.split("\n")
			.filter((line) => line !== "")
			.map((line) => JSON.parse(line)),
	);
	const seen = messages.filter(({ client }) => wordsOfDanger(client).length > 0);
	const wrongly = seen.filter(({ id }) => !rightly.has(id)).map(({ id }) => id);
	assert.deepEqual([messages.length, rightly.size, seen.length], [1_974, 49, 36]);
	assert.deepEqual(wrongly.sort(), ["h14-20", "h14-28", "h6-15", "la3-07", "long-b-4-12"]);
	assert.ok(wrongly.length * 200 < messages.length);
});

for (const sentence of [
	"I don't want to die.",
	"My brother wanted to die.",
	'He wrote "I want to kill myself" on the wall.',
	"In the film he says he wants to be dead.",
	"Years ago I wanted to kill myself.",
	"I'm dying to see you.",
	"I haven't hurt myself in two years.",
	"> I want to die",
	"",
]) {
	test(`Nobody is reminded who writes: ${sentence || "nothing"}`, () => {
		assert.deepEqual(wordsOfDanger(sentence), []);
	});
}

test("Whoever is reminded reads their own words, as they wrote them", () => {
	assert.deepEqual(wordsOfDanger("I said I was fine, but I want to DIE."), ["I want to DIE"]);
	assert.deepEqual(wordsOfDanger("I don’t want to live anymore"), ["I don’t want to live"]);
	for (const sentence of shown([...lines("danger"), ...lines("last-danger")])) {
		for (const words of wordsOfDanger(sentence))
			assert.ok(sentence.includes(words), `${words} | ${sentence}`);
	}
});

test("What is quoted, told of a film or of another hides nothing that is said after it of oneself", () => {
	assert.deepEqual(wordsOfDanger('He wrote "I want to die". I want to die too.'), ["I want to die"]);
	assert.deepEqual(wordsOfDanger("I saw a film. I'm going to kill myself."), ["I'm going to kill myself"]);
	assert.deepEqual(wordsOfDanger("I don't want to hurt him, but I want to die"), ["I want to die"]);
});

test("The same words twice are said once, and a long draft takes no time that anybody feels", () => {
	assert.deepEqual(wordsOfDanger("I want to die. I want to die."), ["I want to die"]);
	const long = "i just really still often want to think about going to ".repeat(400);
	const before = performance.now();
	wordsOfDanger(long);
	assert.ok(performance.now() - before < 1_000);
});
