// What was begun on one device, and what became of it on another.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Drafts } from "../../talk/drafts.js";

const row = (text) => ({ conv: "c", text });

test("What another device sent, or said no to, does not come back by this one", () => {
	const drafts = new Drafts();
	drafts.merge([row("yes")]);
	drafts.merge([]);
	assert.deepEqual(drafts.all(), []);
	drafts.merge([row("one")]);
	drafts.merge([row("one two")]);
	assert.equal(drafts.of("c"), "one two");
});

test("What was begun here and saved is gone once another device sent it", () => {
	const drafts = new Drafts();
	drafts.keep("c", "Sleep well.");
	assert.deepEqual(drafts.toState(), [row("Sleep well.")]);
	drafts.merge([row("Sleep well.")]);
	drafts.merge([]);
	assert.equal(drafts.of("c"), "");
});

test("What was typed since wins, and what was sent here stays sent", () => {
	const drafts = new Drafts();
	drafts.merge([row("one")]);
	drafts.keep("c", "one, and more");
	drafts.merge([row("one, elsewhere")]);
	assert.equal(drafts.of("c"), "one, and more");
	drafts.toState();
	drafts.keep("c", "");
	drafts.merge([row("one, and more")]);
	assert.deepEqual(drafts.all(), []);
});

test("A form that was left for a month is let go at the next opening, and so is a check-in of another day", () => {
	const day = 20_500;
	const now = day * 86_400_000 + 5;
	const form = (on) => JSON.stringify({ words: ["I sleep badly."], "": [String(on)] });
	const check = (on) => JSON.stringify({ at: 3, day: on, given: [4], own: "" });
	const waits = JSON.stringify({ id: "m", text: "Sleep well.", at: 1, readers: ["river"] });
	const texts = [
		form(day - 31),
		form(day - 30),
		check(day - 2),
		check(day - 1),
		waits,
		"yes",
		"{ not a form",
	];
	const drafts = new Drafts();
	drafts.open(
		texts.map((text, at) => ({ conv: `c${at}`, text })),
		now,
	);
	const left = drafts.all().map(({ text }) => text);
	assert.deepEqual(left, [form(day - 30), check(day - 1), waits, "yes", "{ not a form"]);
	drafts.merge([{ conv: "c0", text: form(day - 31) }]);
	assert.equal(drafts.of("c0"), "", "nor does it come back from the state");
});
