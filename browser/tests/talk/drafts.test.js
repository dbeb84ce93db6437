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
