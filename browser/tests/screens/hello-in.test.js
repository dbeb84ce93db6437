// A hello that hurts: whoever reads it keeps its writer away, or shows it to somebody, without a yes or a no before.

import assert from "node:assert/strict";
import { test } from "node:test";
import { learnInside } from "../../words/index.js";
import { deedsOf, drawn, screenOf } from "./drawn.js";
import { scenes } from "./fake-room.js";

await learnInside();
const { RoomHelloIn } = await import("../../screens/hello-in.js");

function hello(state = "asked", conversation = null) {
	const { view, place } = scenes["hello-in"];
	const relationships = view.relationships.map((one) => (one.id === place.id ? { ...one, state } : one));
	const done = [];
	const room = {
		conversation: () => conversation,
		block: async (id) => void done.push(["block", id]),
		look: async () => {},
	};
	const page = screenOf(RoomHelloIn, { room, view: { ...view, relationships }, place });
	page.go = (to) => void done.push(["go", to]);
	return { page, done, conv: relationships.find(({ id }) => id === place.id).conv };
}

test("A block stands there and ends at the list of people", async () => {
	const { page, done } = hello();
	const yeses = deedsOf(page.render(), "@yes");
	await yeses.at(-1)();
	assert.deepEqual(done, [
		["block", "1"],
		["go", { screen: "home" }],
	]);
});

test("A concern begins from it, and names its talk", () => {
	const { page, done, conv } = hello();
	assert.match(drawn(page.render()), /Raise a concern/);
	deedsOf(page.render(), "@click").at(-1)();
	assert.deepEqual(done, [["go", { screen: "concern", id: conv }]]);
});

test("Once its words are here, the concern is about these words", () => {
	const { page, done, conv } = hello("asked", { lines: [{ id: "l1", kind: "hello", text: "Hello." }] });
	deedsOf(page.render(), "@click").at(-1)();
	assert.deepEqual(done, [["go", { screen: "concern", id: conv, line: "l1" }]]);
});

test("Neither stands under one that was answered", () => {
	const { page } = hello("declined");
	assert.deepEqual(deedsOf(page.render(), "@yes"), []);
});
