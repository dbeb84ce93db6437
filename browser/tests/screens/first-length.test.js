import assert from "node:assert/strict";
import { test } from "node:test";
import { firstLength } from "../../screens/at-first.js";

const plan = { endsOn: 20_600, by: "them", wish: null, remind: null };
const talk = (change = {}, life = {}) => ({
	relationship: { state: "active", earlier: [], plan: null, ...life },
	lines: [{ from: "me", kind: "hello" }],
	...{ older: "none", catching: false, canWrite: true },
	...change,
});

test("How long is asked at the beginning, of Ada who wrote a hello and of Ben who read it", () => {
	assert.equal(firstLength(talk()), "ask");
	assert.equal(firstLength(talk({ lines: [{ from: "them", kind: "hello" }] })), "ask");
	assert.equal(firstLength(talk({ lines: [{ from: "them", kind: "text" }] })), "ask");
});

test("Whoever writes has put it aside: it is asked once, and never in a talk that goes on", () => {
	assert.equal(firstLength(talk({ lines: [{ from: "me", kind: "text" }] })), null);
	assert.equal(firstLength(talk({ older: "more" })), null);
	assert.equal(firstLength(talk({ catching: true })), null);
	assert.equal(firstLength(talk({ canWrite: false })), null);
	for (const life of [{ state: "paused" }, { state: "ended" }, { earlier: ["c0"] }])
		assert.equal(firstLength(talk({}, life)), null);
});

test("While our promise waits to be read, nothing else is asked", () => {
	assert.equal(firstLength(talk({}, { change: { asked: { mine: false } } })), null);
	assert.equal(firstLength(talk({}, { change: { told: {} } })), null);
	assert.equal(firstLength(talk({}, { change: { asked: { mine: true } } })), "ask");
	assert.equal(firstLength(talk({}, { change: null })), "ask");
});

test("A day that the other set is told, not asked again", () => {
	assert.equal(firstLength(talk({}, { plan })), "told");
	assert.equal(firstLength(talk({}, { plan: { ...plan, by: "you" } })), null);
	assert.equal(firstLength(talk({}, { plan: { ...plan, endsOn: null } })), null);
});
