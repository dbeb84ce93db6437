// How soon Ben answered: counted on his device, handed in by a press, once.

import assert from "node:assert/strict";
import { test } from "node:test";
import { beginningOf, monthOf, Part } from "../../talk/answering.js";
import { Drafts } from "../../talk/drafts.js";
import { RoomError } from "../../talk/trouble.js";

const at = (text) => Date.parse(text);
const NOW = at("2026-04-09T10:00Z");
const MARCH = 12 * 2026 + 2;
const HOURS = { days: [0, 1, 2, 3, 4], from: 540, to: 1_020, tz: "Europe/Berlin", within: 24 };
const them = (text) => ({ from: "them", kind: "text", ts: at(text) });
const me = (text) => ({ from: "me", kind: "text", ts: at(text) });

/** Ben's room with these talks; each may have pages that are not here yet. */
function room({ talks, months = [], hours = HOURS, cannotSave = false, now = NOW }) {
	const asked = [];
	const relations = talks.map((talk, id) => ({
		...{ id, mine: talk.mine ?? "specialist", conversations: [{ conv: `c${id}` }] },
	}));
	const open = async (relation) => {
		const talk = talks[relation.id];
		if (talk.refuses) throw new RoomError("lock-changed");
		const pages = [...(talk.pages ?? [])];
		const lines = [...talk.lines];
		return {
			lines,
			isHere: async () => undefined,
			get older() {
				return pages.length > 0 ? "more" : "none";
			},
			loadOlder: async () => lines.unshift(...(talk.isStill ? [] : pages.pop())),
		};
	};
	const drafts = new Drafts();
	const saving = {
		save: async () => {
			if (cannotSave) throw new RoomError("offline");
			drafts.toState();
			asked.push(["saved"]);
		},
	};
	const inside = {
		...{ drafts, saving },
		given: {
			clock: { now: () => now },
			onChange: () => undefined,
			api: {
				pledges: async (...all) => {
					asked.push(all);
					return { months };
				},
			},
		},
		specialist: { profile: hours === null ? null : { reply: hours } },
		relationships: { all: relations },
		conversations: { open, forgetFarBut: (conv) => asked.push(["forget", conv]) },
	};
	return { part: new Part(inside), asked, drafts, again: () => new Part(inside) };
}

test("months are those of the house, and the one that is over is counted", async () => {
	assert.equal(monthOf(NOW), MARCH + 1);
	assert.equal(new Date(beginningOf(MARCH)).toISOString(), "2026-03-01T00:00:00.000Z");
	const lines = [them("2026-03-03T10:00Z"), me("2026-03-04T09:00Z"), them("2026-04-02T10:00Z")];
	const { part, asked } = room({ talks: [{ lines }] });
	await part.deeds.count();
	assert.deepEqual(part.shown, {
		...{ month: MARCH, first: beginningOf(MARCH), isHandedIn: false, missing: 0, open: false, each: false },
		counts: { within: 1, later: 0, much_later: 0 },
	});
	assert.deepEqual(asked.at(-1), ["forget", ""]);
});

test("older pages are fetched until the month began, and no further", async () => {
	const pages = [
		[them("2025-01-03T10:00Z"), me("2025-01-04T09:00Z")],
		[them("2026-02-03T10:00Z"), me("2026-02-04T09:00Z")],
		[them("2026-03-03T10:00Z"), me("2026-03-12T09:00Z")],
	];
	const left = pages.length;
	const { part } = room({ talks: [{ lines: [], pages }] });
	await part.deeds.count();
	assert.deepEqual(part.shown.counts, { within: 0, later: 0, much_later: 1 });
	assert.equal(left, 3);
});

test("what Ben wrote as a client is not counted, and a talk that cannot be opened is told", async () => {
	const lines = [them("2026-03-03T10:00Z"), me("2026-03-04T09:00Z")];
	const { part } = room({
		talks: [
			{ lines, mine: "client" },
			{ lines: [], refuses: true },
		],
	});
	await part.deeds.count();
	assert.deepEqual([part.shown.counts, part.shown.missing], [{ within: 0, later: 0, much_later: 0 }, 1]);
});

test("a talk that stands still is read no further, and is told", async () => {
	const lines = [them("2026-03-03T10:00Z"), me("2026-03-04T09:00Z")];
	const { part } = room({ talks: [{ lines, pages: [[]], isStill: true }] });
	await part.deeds.count();
	assert.deepEqual([part.shown.counts.within, part.shown.missing], [1, 1]);
});

test("nothing is handed in without a press, and then three numbers, once", async () => {
	const lines = [them("2026-03-03T10:00Z"), me("2026-03-04T09:00Z")];
	const { part, asked } = room({ talks: [{ lines }] });
	await part.deeds.count();
	assert.ok(!asked.some(([method]) => method === "PUT"));
	await part.deeds.handIn();
	await part.deeds.handIn();
	const handed = asked.filter(([method]) => method === "PUT");
	assert.deepEqual(handed, [["PUT", `reply-counts/${MARCH}`, { within: 1, later: 0, much_later: 0 }]]);
	assert.equal(part.shown.isHandedIn, true);
});

test("a month that is handed in shows what was handed in, and no talk is read for it", async () => {
	const months = [{ month: MARCH, within: 5, later: 1, much_later: 0 }];
	const { part } = room({ talks: [{ lines: [], refuses: true }], months });
	await part.deeds.count();
	assert.deepEqual([part.shown.isHandedIn, part.shown.counts, part.shown.missing], [true, months[0], 0]);
});

test("whoever said no hours has nothing to count, and hands in nothing", async () => {
	const { part, asked } = room({ talks: [], hours: null });
	await part.deeds.count();
	await part.deeds.handIn();
	assert.equal(part.shown.counts, null);
	assert.ok(!asked.some(([method]) => method === "PUT"));
});

const puts = (asked) => asked.filter(([method]) => method === "PUT");
const answered = [them("2026-03-03T10:00Z"), me("2026-03-04T09:00Z")];

test("nothing is handed in by itself before Ben said so, and each month once he did", async () => {
	const { part, asked, again } = room({ talks: [{ lines: answered }] });
	await part.deeds.byItself();
	assert.deepEqual(asked, []);
	await part.deeds.count();
	await part.deeds.standing(true);
	assert.equal(part.shown.each, true);
	assert.equal(puts(asked).length, 1);
	await again().deeds.byItself();
	assert.deepEqual(puts(asked)[1], ["PUT", `reply-counts/${MARCH}`, { within: 1, later: 0, much_later: 0 }]);
});

test("a yes that is taken back hands in nothing more, and one that could not be kept is none", async () => {
	const { part, asked, again } = room({ talks: [{ lines: answered }] });
	await part.deeds.standing(true);
	await part.deeds.standing(false);
	await again().deeds.byItself();
	assert.deepEqual(puts(asked), []);
	const offline = room({ talks: [{ lines: answered }], cannotSave: true });
	await assert.rejects(offline.part.deeds.standing(true), { code: "offline" });
	await offline.again().deeds.byItself();
	assert.deepEqual(puts(offline.asked), []);
});

test("a month with a talk that could not be read waits for a press, and one that was handed in stays as it is", async () => {
	const torn = room({ talks: [{ lines: answered }, { lines: [], refuses: true }] });
	await torn.part.deeds.standing(true);
	await torn.again().deeds.byItself();
	assert.deepEqual(puts(torn.asked), []);
	const known = { month: MARCH, within: 3, later: 0, much_later: 0 };
	const before = room({ talks: [{ lines: answered }], months: [known] });
	await before.part.deeds.standing(true);
	await before.again().deeds.byItself();
	assert.deepEqual(puts(before.asked), []);
});

test("a yes taken back on one device is none on the other", async () => {
	const { part, asked, drafts, again } = room({ talks: [{ lines: answered }] });
	await part.deeds.standing(true);
	drafts.merge([]);
	await again().deeds.byItself();
	assert.deepEqual(puts(asked), []);
});

test("a month does not go by itself while a line of its last day may still be answered", async () => {
	const late = [...answered, them("2026-03-31T15:00Z")];
	const early = room({ talks: [{ lines: late }], now: at("2026-04-01T08:00Z") });
	await early.part.deeds.standing(true);
	await early.part.deeds.count();
	await early.again().deeds.byItself();
	assert.deepEqual([early.part.shown.open, puts(early.asked)], [true, []]);
	await early.part.deeds.handIn();
	assert.equal(puts(early.asked).length, 1);
	const due = room({ talks: [{ lines: late }] });
	await due.part.deeds.standing(true);
	await due.again().deeds.byItself();
	assert.deepEqual(puts(due.asked)[0].at(-1), { within: 1, later: 0, much_later: 1 });
});
