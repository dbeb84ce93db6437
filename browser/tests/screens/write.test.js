// The box takes what is begun, and never takes away what somebody types.

import assert from "node:assert/strict";
import { test } from "node:test";
import { screenOf } from "./drawn.js";

const { RoomWrite } = await import("../../screens/write.js");

/** A box on which somebody types, in a room whose drafts other hands can change. */
function box() {
	const room = {
		begun: "",
		draftOf: () => room.begun,
		draft: (_, text) => {
			room.begun = text;
		},
	};
	const conversation = () => ({ conv: "c1", draft: room.begun });
	const write = screenOf(RoomWrite, { room, conversation: conversation() });
	const seen = () => {
		write.conversation = conversation();
		write.willUpdate();
		return write.text;
	};
	const type = (text) => {
		write.text = text;
		room.draft("c1", text);
	};
	seen();
	return { room, write, seen, type };
}

test("Words that are given back stand in the box, and the next key destroys none of them", () => {
	const { room, seen, type } = box();
	type("And");
	seen();
	room.begun = "Sleep well.\n\nAnd";
	assert.equal(seen(), "Sleep well.\n\nAnd");
});

test("What was sent on another device leaves the box", () => {
	const { room, seen, type } = box();
	type("Sleep well.");
	seen();
	room.begun = "";
	assert.equal(seen(), "");
});

test("A line that is being changed stays as it is typed", () => {
	const { room, write, seen } = box();
	write.about = { what: "change", line: { text: "" } };
	room.begun = "Sleep well.";
	assert.equal(seen(), "");
	assert.equal(write.text, "");
});

test("Two keys between two looks lose neither", () => {
	const { seen, type } = box();
	type("A");
	type("AB");
	assert.equal(seen(), "AB");
	type("");
	assert.equal(seen(), "");
});
