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

test("Where not all that was begun fits, the rest is saved all the same, and it is said once", () => {
	const drafts = new Drafts();
	let told = 0;
	const saved = () => drafts.toState(() => (told += 1));
	const bytes = () => new TextEncoder().encode(JSON.stringify(saved())).length;
	drafts.keep("a", "é".repeat(8_000));
	saved();
	drafts.keep("b", "é".repeat(8_000));
	drafts.keep("c", "Sleep well.");
	drafts.keep("a", `${"é".repeat(8_000)}, and more`);
	assert.ok(bytes() <= 24_000);
	const kept = new Map(saved().map(({ conv, text }) => [conv, text]));
	assert.deepEqual([kept.get("c"), kept.get("a"), kept.has("b")], ["Sleep well.", drafts.of("a"), false]);
	assert.equal(told, 1);
	drafts.merge(saved());
	assert.equal(drafts.of("b").length, 8_000, "what did not fit stays on the page");
	drafts.keep("a", "");
	assert.equal(saved().length, 2);
	assert.equal(told, 1);
	drafts.keep("a", "é".repeat(8_000));
	saved();
	assert.equal(told, 2);
});

test("What is kept already is not lost to something new that does not fit", () => {
	const drafts = new Drafts();
	drafts.merge([{ conv: "a", text: "One." }]);
	drafts.keep("a", "é".repeat(12_000));
	drafts.keep("b", "é".repeat(11_000));
	assert.deepEqual(
		drafts.toState().map(({ conv, text }) => [conv, text.length]),
		[
			["a", 4],
			["b", 11_000],
		],
	);
	assert.equal(drafts.of("a").length, 12_000);
});
