import assert from "node:assert/strict";
import { test } from "node:test";
import { readBody, writeBody } from "../../crypto/body.js";
import { asBody, ofLine } from "../../crypto/cards.js";
import { KIND } from "../../crypto/entry.js";

const sc = { ctr: 1, g: 0, hash: "AAAAAAAAAAA" };
const written = (card) => writeBody({ ...asBody(card), sc, ts: 5 });

test("A card is read as it was written, with its type and its own fields", () => {
	const card = { t: "bad-day", wish: 2, words: "It is loud here." };
	assert.deepEqual(ofLine(readBody(written(card), KIND.MESSAGE)).card, card);
});

test("A card with a field too many, one missing, a wish nobody knows, or of no known type is not written", () => {
	const wrong = [
		{ t: "bad-day", wish: 1 },
		{ t: "bad-day", wish: 1, words: "", more: 1 },
		{ t: "bad-day", wish: 4, words: "" },
		{ t: "bad-day", wish: 1, words: "x".repeat(501) },
		{ t: "ripple-thanks", words: " " },
		{ t: "ripple-thanks", words: "x".repeat(1001) },
		{ t: "ripple-thanks", words: "Thank you.", score: 5 },
		{ t: "safe-line", words: " " },
		{ t: "safe-line", words: "x".repeat(501) },
		{ t: "safe-line", words: "Not safe.", wish: 1 },
		{ t: "text", b: "a line is no card" },
		{ t: "toString" },
	];
	for (const card of wrong) assert.throws(() => written(card), { code: "malformed" });
});
