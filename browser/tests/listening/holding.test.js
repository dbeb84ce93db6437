import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { listsOf } from "../../listening/features.js";
import { lets, placesOf, wholePlace } from "../../listening/holding.js";

const lists = listsOf(
	JSON.parse(readFileSync(new URL("../../../coach/listening_coach/lists.json", import.meta.url), "utf8")),
);
const place = (
	/** @type {number} */ words,
	/** @type {number} */ reply,
	/** @type {string[]} */ ...beside
) => ({
	...{ words, reply, beside: new Set(beside) },
});

test("a label is said where nothing holds it back", () => {
	for (const [hold, where, isLet] of /** @type {const} */ ([
		[{}, place(1, 900, "swearing", "pictures"), true],
		[{ words: [5, 20] }, place(4, 40), false],
		[{ words: [5, 20] }, place(5, 40), true],
		[{ words: [5, 20] }, place(21, 40), false],
		[{ reply: [0, 47] }, place(9, 47), true],
		[{ reply: [0, 47] }, place(9, 48), false],
		[{ beside: ["pictures"] }, place(9, 9, "swearing"), true],
		[{ beside: ["pictures"] }, place(9, 9, "pictures"), false],
	])) {
		assert.equal(lets(/** @type {any} */ (hold), where), isLet, JSON.stringify(hold));
	}
});

test("swearing, pictures and what is no advice are seen, words that only hold them are not", () => {
	for (const [text, found] of /** @type {[string, string[]][]} */ ([
		["That is a lot.", []],
		["That is a fucking lot.", ["swearing"]],
		["FUCK, that is a lot \u{1f494}", ["swearing", "pictures"]],
		["Hell\u2019s kitchen; hello, shitake.", []],
		["\u2764\ufe0f", ["pictures"]],
		["You could not tell her, and it sits on you.", ["no-advice"]],
		["You do not have to decide today.", ["no-advice"]],
		["You could tell her. Not yet: have to think.", []],
	])) {
		const [here] = placesOf([text], text, lists);
		assert.deepEqual([...(here?.beside ?? [])], found, text);
	}
});

test("a sentence knows how long its reply is", () => {
	const draft = "Oh no. That is  a lot\nto carry.";
	const sizes = placesOf(["Oh no.", "That is  a lot\nto carry."], draft, lists);
	assert.deepEqual(
		sizes.map(({ words, reply }) => [words, reply]),
		[
			[2, 8],
			[6, 8],
		],
	);
	assert.equal(wholePlace(draft).reply, 8);
});
