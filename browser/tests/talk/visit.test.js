import assert from "node:assert/strict";
import { test } from "node:test";
import { Visit } from "../../talk/visit.js";

test("nothing is chosen until somebody chooses", () => {
	assert.deepEqual(new Visit().shown, { title: null, onlyToday: false });
});

test("the tab says what the person wrote, on one short line", () => {
	const visit = new Visit();
	visit.call("  Bus\n\tto \u202Etown  ");
	assert.equal(visit.shown.title, "Bus to town");
	visit.call("x".repeat(90));
	assert.equal(visit.shown.title, "x".repeat(40));
});

test("an empty title brings the usual word back", () => {
	const visit = new Visit();
	visit.call("Bus");
	visit.call(" \u200B ");
	assert.equal(visit.shown.title, null);
});
