// What an officer decides is locked to eight officers at most: to whoever decides, and to the first of the others.

import assert from "node:assert/strict";
import { test } from "node:test";
import { toText } from "../../crypto/bytes.js";
import { readersOf } from "../../talk/measure-rules.js";

const officer = (first) => ({ account_id: toText(new Uint8Array(16).fill(first)) });
const officers = [250, 9, 8, 7, 6, 5, 4, 3, 2, 1].map(officer);
const ids = (some) => some.map(({ account_id }) => account_id).sort();

test("Where all fit, all read it", () => {
	assert.deepEqual(readersOf(officers.slice(0, 8), officers[0].account_id), officers.slice(0, 8));
});

test("The last of ten reads what they decide, with the first seven of the others by their ids", () => {
	const [last, , , ...first] = officers;
	assert.deepEqual(ids(readersOf(officers, last.account_id)), ids([last, ...first]));
});

test("One of the first is counted once", () => {
	const me = officers.at(-1);
	assert.deepEqual(ids(readersOf(officers, me.account_id)), ids(officers.slice(2)));
});
