// Words of danger are looked for where the programme and whoever writes chose it, and nothing of it leaves the device or stays on it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { checkedNotes, firstNotes, mergedNotes, withHints } from "../../crypto/notes.js";
import { Part } from "../../talk/hinting.js";
import { Notes } from "../../talk/notes.js";

const DRAFT = "I said I was fine. I want to die.";

/** @param {{programme?: boolean, person?: boolean}} chosen */
function house({ programme = true, person = true } = {}) {
	/** @type {unknown[]} */
	const done = [];
	const notes = new Notes({ hints: person ? 1 : 0 });
	const part = new Part(
		/** @type {any} */ ({
			notes,
			saving: { soon: () => done.push("saved") },
			given: {
				config: { hints: programme },
				core: {
					keepNotes: async (/** @type {any} */ given) => {
						done.push(given);
						return { hints: given.hints ? 1 : 0 };
					},
				},
				onChange: () => done.push("drawn"),
			},
		}),
	);
	return { part, notes, done };
}

test("Nothing is looked for unless the programme chose it and Ada did", () => {
	assert.deepEqual(house().part.deeds.look(DRAFT), ["I want to die"]);
	assert.deepEqual(house({ programme: false }).part.deeds.look(DRAFT), []);
	assert.deepEqual(house({ person: false }).part.deeds.look(DRAFT), []);
	assert.equal(new Notes({}).isHinting, false);
});

test("Ada switches it on and off, which is kept in her sealed notes and nowhere else", async () => {
	const { part, notes, done } = house({ person: false });
	await part.deeds.turn(true);
	assert.equal(notes.isHinting, true);
	await part.deeds.turn(false);
	assert.deepEqual([notes.isHinting, part.deeds.look(DRAFT)], [false, []]);
	assert.deepEqual(done, [{ hints: true }, "saved", "drawn", { hints: false }, "saved", "drawn"]);
});

test("Where the programme took it back, Ada can still switch it off, and not on", async () => {
	const { part } = house({ programme: false });
	await assert.rejects(part.deeds.turn(true), { code: "not-now" });
	await part.deeds.turn(false);
});

test("In an hour of writing nothing is asked of the house, nothing is kept, and nothing is counted", () => {
	/** @type {string[]} */
	const touched = [];
	const doors = [
		"fetch",
		"WebSocket",
		"XMLHttpRequest",
		"indexedDB",
		"localStorage",
		"sessionStorage",
		"caches",
		"navigator",
	];
	const before = new Map(doors.map((door) => [door, Object.getOwnPropertyDescriptor(globalThis, door)]));
	for (const door of doors) {
		Object.defineProperty(globalThis, door, {
			configurable: true,
			get: () => void touched.push(door),
		});
	}
	const trap = new Proxy(
		{},
		{
			get: (_, name) => {
				if (name === "hints") return true;
				touched.push(String(name));
				return undefined;
			},
		},
	);
	try {
		const inside = { notes: new Notes({ hints: 1 }), given: { config: trap, core: trap, api: trap } };
		const part = new Part(/** @type {any} */ (inside));
		for (let second = 0; second < 3_600; second += 1) {
			part.deeds.look(`${DRAFT} ${second}`);
		}
		assert.equal(part.shown, null);
		assert.deepEqual(Object.keys(part), ["deeds", "shown"]);
	} finally {
		for (const [door, was] of before) {
			if (was) Object.defineProperty(globalThis, door, was);
			else Reflect.deleteProperty(globalThis, door);
		}
	}
	assert.deepEqual(touched, []);
});

test("What one device switched on or off since it last read stays so when two devices meet", () => {
	const first = firstNotes("River");
	const on = withHints(first, true);
	assert.deepEqual([on.hints, "hints" in withHints(on, false)], [1, false]);
	assert.equal(mergedNotes(first, first, on).hints, 1);
	assert.equal(mergedNotes(first, on, first).hints, 1);
	assert.equal("hints" in mergedNotes(on, first, on), false);
	for (const hints of [0, 2]) assert.throws(() => checkedNotes({ ...first, hints }), { code: "malformed" });
});
