// Whose lines somebody does not want to see in a circle: chosen by them, kept sealed among their own things, told to nobody.

import assert from "node:assert/strict";
import { test } from "node:test";
import { checkedNotes, firstNotes } from "../../crypto/notes.js";
import { ascending } from "../../crypto/rows.js";
import { besideConv } from "../../talk/circle-beside.js";
import { CircleUnseen } from "../../talk/circle-unseen.js";
import { Drafts } from "../../talk/drafts.js";

const CONV = "AAECAwQFBgcICQoLDA0ODw";
const OTHER = "EAECAwQFBgcICQoLDA0ODw";

/** Ada's room: nothing but what it keeps, so that whatever asked the house would fail. */
function room(blocked = []) {
	const drafts = new Drafts();
	const all = blocked.map((id) => ({ blocked: true, other: { account_id: id } }));
	const relationships = { all: [...all, { blocked: false, other: { account_id: "ben" } }] };
	const inside = { drafts, relationships, draft: (id, text) => drafts.keep(id, text) };
	return { drafts, inside, unseen: new CircleUnseen(/** @type {any} */ (inside)) };
}

test("Whom I choose is not seen in this circle, and in no other; taken back, they are seen again", () => {
	const { unseen } = room();
	unseen.hide(CONV, "finn");
	unseen.hide(CONV, "lea");
	unseen.hide(CONV, "finn");
	assert.deepEqual(
		[unseen.of(CONV), [...unseen.in(CONV)]],
		[
			["lea", "finn"],
			["lea", "finn"],
		],
	);
	assert.deepEqual([...unseen.in(OTHER)], []);
	unseen.show(CONV, "lea");
	assert.deepEqual([...unseen.in(CONV)], ["finn"]);
});

test("Whom I blocked is not seen either, and that is no choice of this circle", () => {
	const { unseen } = room(["gus"]);
	unseen.hide(CONV, "finn");
	assert.deepEqual([...unseen.in(CONV)].sort(), ["finn", "gus"]);
	assert.deepEqual(unseen.of(CONV), ["finn"]);
	unseen.show(CONV, "gus");
	assert.deepEqual([...unseen.in(CONV)].sort(), ["finn", "gus"]);
});

test("It is kept in the sealed part, beside what else is kept of the circle, and gone with the last of them", () => {
	const { drafts, unseen } = room();
	drafts.keep(besideConv("circle: pressed")(CONV), "{}");
	drafts.keep(CONV, "Good evening.");
	unseen.hide(CONV, "finn");
	const rows = drafts.toState();
	assert.equal(rows.length, 3);
	const notes = checkedNotes({ ...firstNotes("Ada"), drafts: ascending(rows, "conv") });
	const later = room();
	later.drafts.open(notes.drafts, Date.parse("2031-01-01"));
	assert.deepEqual(later.unseen.of(CONV), ["finn"]);
	later.unseen.show(CONV, "finn");
	assert.equal(later.drafts.all().length, 2);
});

test("Where there is no room for it that is said, and nothing of what was kept is lost", () => {
	const { drafts, unseen } = room();
	unseen.hide(CONV, "finn");
	drafts.keep(OTHER, "x".repeat(23_000));
	assert.throws(() => unseen.hide(CONV, "lea"), { code: "begun-full" });
	assert.deepEqual(unseen.of(CONV), ["finn"]);
});
