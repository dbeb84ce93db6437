// What is only mine, as screens see it: one's own names for people, and whether the coach is on.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Notes, rootOf } from "../../talk/notes.js";

function told(known) {
	const notes = new Notes(known);
	let times = 0;
	notes.whenSilent = () => {
		times += 1;
	};
	return { notes, times: () => times };
}

test("a coach that was on and is off is told so once, whichever device switched it off", () => {
	const { notes, times } = told({ listening: 1 });
	notes.take({ listening: 1 });
	assert.deepEqual([notes.isListening, times()], [true, 0]);
	notes.take({ listening: 0 });
	assert.deepEqual([notes.isListening, times()], [false, 1]);
	notes.take({ listening: 0, title: "Mine" });
	assert.equal(times(), 1);
	notes.take({ listening: 1 });
	notes.take({});
	assert.deepEqual([notes.isListening, times()], [false, 2]);
});

test("a coach that never was on is told nothing, and a first look tells nobody", () => {
	const { notes, times } = told({});
	notes.take({ listening: 0 });
	notes.take({ listening: 1 });
	assert.deepEqual([notes.isListening, times()], [true, 0]);
	const alone = new Notes({ listening: 1 });
	alone.take({ listening: 0 });
	assert.equal(alone.isListening, false, "nobody need be there to be told");
});

test("by the time it is told, it is off", () => {
	const { notes } = told({ listening: 1 });
	const seen = [];
	notes.whenSilent = () => seen.push(notes.isListening);
	notes.take({ listening: 0 });
	assert.deepEqual(seen, [false]);
});

test("a name I gave somebody stands for them in a later relationship too", () => {
	const talks = (id, conv, account_id) => ({
		...{ id, other: { account_id } },
		conversations: [
			{ conv: `${conv}2`, continues: conv },
			{ conv, continues: null },
		],
	});
	const [now, then, another] = [talks(3, "c", 7), talks(1, "a", 7), talks(2, "b", 8)];
	const notes = new Notes({ people: [{ conv: "a", name: "Sam", note: "Tuesdays" }] });
	assert.equal(rootOf(now), "c");
	assert.deepEqual(notes.of(now, [now, another, then]), { called: "Sam", note: "Tuesdays" });
	assert.deepEqual(notes.of(another, [now, another, then]), { called: "", note: "" });
});
