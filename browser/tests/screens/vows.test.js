// The two halves of a word side by side, and what a form still needs.

import assert from "node:assert/strict";
import { test } from "node:test";
import { detailsOf, wordsOf } from "../../screens/vow-words.js";

const relationship = { other: { accountId: "ben" } };
const line = (more) => ({
	id: "l",
	msg: "M",
	from: "them",
	kind: "text",
	text: "I'll send the list.",
	...more,
});
const vow = (more) => ({ k: 1, ref: "R", day: 9, b: "", mine: false, by: "ben", ts: 1, n: 4, ...more });
const talk = (vows, lines = [line()]) => ({ vows, lines, relationship });

test("words of a word, or those of the line in which it was said", () => {
	assert.equal(wordsOf(talk([vow({ b: "The list." })]), { ref: "R", mine: false }).words, "The list.");
	assert.equal(wordsOf(talk([vow({ to: "M" })]), { ref: "R", mine: false }).words, "I'll send the list.");
});

test("a line that was taken back takes its words with it, and the page says so", () => {
	const gone = talk([vow({ to: "M" })], [line({ kind: "taken-back", text: "" })]);
	assert.deepEqual(wordsOf(gone, { ref: "R", mine: false }), {
		words: "",
		day: 9,
		why: "vows.gone-words",
	});
});

test("what stands further back than was read is said to be there, never made up", () => {
	for (const one of [talk([]), talk([vow({ to: "X" })])])
		assert.deepEqual(
			[wordsOf(one, { ref: "R", mine: false }).words, wordsOf(one, { ref: "R", mine: false }).why],
			["", "vows.no-words"],
		);
});

test("nobody words what another said: not mine for them, and not a third for either", () => {
	const forged = talk([vow({ b: "He will sing.", mine: true, by: "ada" }), vow({ b: "I sing.", by: "lea" })]);
	assert.equal(wordsOf(forged, { ref: "R", mine: false }).words, "");
	assert.equal(wordsOf(forged, { ref: "R", mine: true }).words, "He will sing.");
});

test("a contact's details are found by its name and never taken for a word", () => {
	const both = talk([vow({ b: "A word." }), vow({ k: 2, b: "A walk.", from: 1, till: 9 })]);
	assert.equal(detailsOf(both, "R").b, "A walk.");
	assert.equal(detailsOf(both, "S"), null);
});

test("a word that names a line of somebody else's borrows no words from it", () => {
	const named = (from, by) => talk([vow({ to: "M" })], [line({ from, by })]);
	assert.equal(wordsOf(named("me", "ada"), { ref: "R", mine: false }).words, "");
	assert.equal(wordsOf(named("them", "lea"), { ref: "R", mine: false }).words, "");
	assert.equal(wordsOf(named("them", "ben"), { ref: "R", mine: false }).words, "I'll send the list.");
});

test("an answer that is owed names the line it is about: one of the other's, and nobody else's", () => {
	const asked = (from) => talk([vow({ mine: true, by: "ada", to: "M" })], [line({ from, text: "And you?" })]);
	const mine = { ref: "R", mine: true, made_by: 3 };
	assert.equal(wordsOf(asked("them"), mine).words, "And you?");
	assert.deepEqual(
		[wordsOf(asked("me"), mine).words, wordsOf(asked("me"), mine).why],
		["", "vows.owed-gone"],
	);
	const hers = talk([vow({ to: "M" })], [line({ from: "me", text: "And you?" })]);
	assert.equal(wordsOf(hers, { ref: "R", mine: false, made_by: 3 }).words, "And you?");
});
