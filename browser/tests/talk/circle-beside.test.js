import assert from "node:assert/strict";
import { test } from "node:test";
import { fromText, toText } from "../../crypto/bytes.js";
import { checkedNotes, firstNotes } from "../../crypto/notes.js";
import { ascending } from "../../crypto/rows.js";
import { CirclePressed } from "../../talk/circle-pressed.js";

const conv = toText(new Uint8Array(16).fill(7));

/** What a room keeps while it is open. */
function drafts() {
	const kept = new Map();
	const draft = (id, text) => void kept.set(id, text);
	const given = { clock: { now: () => 20_000 * 86_400_000 } };
	return { kept, inside: { draft, drafts: { of: (id) => kept.get(id) ?? "" }, given } };
}

test("What a host pressed can be sealed with what they began to write, and neither stands in the other's place", async () => {
	const { kept, inside } = drafts();
	inside.draft(conv, "Good evening, all.");
	const pressed = new CirclePressed(inside);
	await pressed.press(conv, "in", "ada", async () => undefined);
	assert.deepEqual(pressed.of(conv), { in: ["ada"], lead: [] });
	assert.equal(kept.get(conv), "Good evening, all.");
	const rows = [...kept].map(([id, text]) => ({ conv: id, text }));
	assert.doesNotThrow(() => checkedNotes({ ...firstNotes(""), drafts: ascending(rows, "conv") }));
	assert.equal(fromText([...kept.keys()][1], 16).length, 16);
});
