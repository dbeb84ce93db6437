// Words are cut into the pieces an encoder knows, whatever somebody writes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Pieces, words } from "../../listening/pieces.js";
import { LINES } from "./tiny-pack.js";

const pieces = new Pieces(LINES);
const cut = (text) => pieces.cut(text).map((number) => LINES[number]);

test("a word that is known is one piece, another the longest beginnings that are", () => {
	assert.deepEqual(cut("You said it was hard."), ["you", "said", "it", "was", "hard", "."]);
	assert.deepEqual(cut("loneliness lonely"), ["lone", "##l", "##i", "##ness", "lone", "##ly"]);
});

test("accents and capitals are another way of writing the same, composed or not", () => {
	assert.deepEqual(cut("CAFÉ"), ["cafe"]);
	assert.deepEqual(cut("Cafe\u0301"), ["cafe"]);
});

test("a straight apostrophe is a sign of its own, a curly one too, known or not", () => {
	assert.deepEqual(cut("it's"), ["it", "'", "s"]);
	assert.deepEqual(words("it’s"), ["it", "’", "s"]);
	assert.deepEqual(cut("it’s"), ["it", "[UNK]", "s"]);
});

test("a picture is a piece of its own, and so is each part of a picture made of several", () => {
	assert.deepEqual(cut("hard🙂was"), ["hard", "[PICTURE]", "was"]);
	assert.deepEqual(cut("👍🏽"), ["[PICTURE]", "[PICTURE]"]);
	assert.deepEqual(cut("👩‍👧 ☂\ufe0f"), ["[PICTURE]", "[PICTURE]", "[PICTURE]"]);
});

test("each sign of Chinese or Japanese is a word, also beyond the first plane", () => {
	assert.deepEqual(words("你好you"), ["你", "好", "you"]);
	assert.deepEqual(words("\u{20000}\u{2f800}"), ["\u{20000}", "\u{2f800}".normalize("NFD")]);
});

test("signs stand alone; dollars and plus count as signs, other symbols do not", () => {
	assert.deepEqual(words("so...what?!"), ["so", ".", ".", ".", "what", "?", "!"]);
	assert.deepEqual(words("a+b$c€d"), ["a", "+", "b", "$", "c€d"]);
	assert.deepEqual(words("«so» — yes"), ["«", "so", "»", "—", "yes"]);
});

test("what cannot be seen is not there, and every kind of space is one", () => {
	assert.deepEqual(words("a\u200bb\u0000c\ufffdd \ud800e\u00adf"), ["abcd", "ef"]);
	assert.deepEqual(words("a\u00a0b\u2003c\u3000d\te\r\nf"), ["a", "b", "c", "d", "e", "f"]);
});

test("a word of more than a hundred letters is unknown, and so is one with a part that is not there", () => {
	assert.deepEqual(cut("a".repeat(101)), ["[UNK]"]);
	assert.equal(cut("a".repeat(100)).length, 100);
	assert.deepEqual(cut("youß you"), ["[UNK]", "you"]);
	assert.deepEqual(cut("𝕪ou"), ["[UNK]"]);
});

test("nothing has no pieces", () => {
	assert.deepEqual(cut(""), []);
	assert.deepEqual(cut(" \n\t\u200b"), []);
});

/** As often as words are looked at letter by letter. @param {() => void} deed */
function lookedAt(deed) {
	const { from } = Array;
	let times = 0;
	Array.from = (...all) => {
		times += 1;
		return from.apply(Array, all);
	};
	try {
		deed();
	} finally {
		Array.from = from;
	}
	return times;
}

test("a word is cut once in one read, and no read remembers the words of another", () => {
	const twice = () => cut("loneliness, loneliness");
	assert.equal(lookedAt(twice), 2, "the word and the comma");
	assert.equal(lookedAt(twice), 2, "nothing was remembered");
});

test("what was cut once is cut the same again, also after many others", () => {
	const first = cut("loneliness");
	const letter = (/** @type {number} */ at) => String.fromCharCode(97 + (at % 26));
	for (let at = 0; at < 6_000; at += 1) cut(letter(at) + letter(at / 26) + letter(at / 676));
	for (let at = 0; at < 6_000; at += 1) cut(`x${"y".repeat(at % 80)}${letter(at)}${letter(at / 26)}`);
	assert.deepEqual(cut("loneliness"), first);
});
