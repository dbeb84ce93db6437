import assert from "node:assert/strict";
import { test } from "node:test";
import { copiesIn, copyOf, keptUntil, lastDayOf, placeFor, yearOf } from "../../talk/kept-notes.js";
import { notesIn } from "../../talk/note-rules.js";
import { Part } from "../../talk/noting.js";

const DAY_MS = 86_400_000;
const ref = (letter) => `${letter.repeat(21)}A`;
const note = {
	...{ ref: ref("A"), start: 1_782_830_400, mins: 50, zone: "America/New_York" },
	...{ way: 1, goal: "", words: "We walked." },
};
const other = { ...note, ref: ref("B"), words: "We sat." };
const TODAY = Math.floor((note.start * 1000) / DAY_MS) + 1;
const LAST = keptUntil(note.start, 7);
const order = { n: 0 };
const line = (from, t, card) => {
	order.n += 1;
	return { n: order.n, from, ts: TODAY * DAY_MS, card: { t, ...card } };
};
const agreed = (one = note) => [
	line("them", "note-draft", one),
	line("them", "note-agreed", one),
	line("me", "note-agreed", one),
];
const added = (from, words, one = note) => line(from, "note-added", { ref: one.ref, words });
const ofAda = { mine: "client", other: { accountId: "ben" } };
const about = { name: "Ben", side: "client", today: TODAY };
const copy = (lines) => copyOf(notesIn(lines, ofAda)[0], about);
const doc = (content, docId = "d") => ({ docId, content });
const made = (lines) => placeFor([], copy(lines), LAST).change({ beside: [], last: 0, rows: [] });

test("A copy is kept until the end of a year, and none where the programme asks for none", () => {
	assert.equal(lastDayOf(note, 0), null);
	assert.equal(lastDayOf(note, undefined), null);
	assert.deepEqual([lastDayOf(note, 7), yearOf(LAST)], [LAST, 2033]);
	assert.equal(new Date((LAST + 1) * DAY_MS).getUTCMonth(), 0);
});

test("What is kept is the note word for word, whom it was with, and what stands beside it", () => {
	const content = made([...agreed(), added("me", "It rained."), added("them", "It was Monday.")]);
	assert.deepEqual(content.rows, [{ ...note, day: TODAY, name: "Ben", side: 1 }]);
	assert.deepEqual(
		content.beside.map(({ by, words }) => [by, words]),
		[
			[1, "It rained."],
			[2, "It was Monday."],
		],
	);
	assert.equal(content.last, LAST);
});

test("A note is kept once, however often it is seen and on however many devices", () => {
	const content = made(agreed());
	assert.equal(placeFor([doc(content)], copy(agreed()), LAST), null);
	const late = placeFor([], copy(agreed()), LAST);
	assert.deepEqual(late.change(content), content, "another device wrote it meanwhile");
	assert.equal(copiesIn([doc(content), doc(content, "e")]).length, 1);
});

test("Words that come beside it later are added, and nothing of the note moves", () => {
	const content = made(agreed());
	const place = placeFor([doc(content)], copy([...agreed(), added("them", "It was Monday.")]), LAST);
	assert.equal(place.docId, "d");
	const next = place.change(content);
	assert.deepEqual([next.rows, next.beside.length], [content.rows, 1]);
	assert.deepEqual(place.change(next), next);
});

test("Notes that end on one day stand together, twelve at most, and others never with them", () => {
	const content = made(agreed());
	const next = copy(agreed(other));
	assert.equal(placeFor([doc(content)], next, LAST).docId, "d");
	assert.equal(placeFor([doc(content)], next, LAST + 365).docId, undefined);
	const full = {
		...content,
		rows: Array.from({ length: 12 }, (_, at) => ({ ...note, ref: ref(`abcdefghijkl`[at]) })),
	};
	assert.equal(placeFor([doc(full)], next, LAST).docId, undefined);
	const long = { ...content, rows: [{ ...note, words: "w".repeat(48_000) }] };
	assert.equal(
		placeFor([doc({ ...long, rows: [{ ...long.rows[0], ref: ref("Z") }] })], next, LAST).docId,
		undefined,
	);
});

/** A part beside a talk, and a notebook that keeps. */
function at(lines, { years = 7, day = TODAY, conv = "c" } = {}) {
	const own = [];
	const fetched = [];
	const says = { is_on: true, rule: 1, work: "", goals: [], keep_years: years };
	const talk = {
		lines,
		known: { name: "Ben" },
		relationship: { mine: "client", other: { account_id: "ben" } },
	};
	const notebook = {
		seen: { state: "closed", own },
		fetchOwn: async (...given) => fetched.push(given),
		open: async () => undefined,
		writeOwn: async (kind, docId, change) => {
			const before = own.find((one) => one.docId === docId);
			const content = change(before?.content ?? { beside: [], last: 0, rows: [] });
			if (before) before.content = content;
			else own.push({ kind, docId: `d${own.length}`, content });
		},
	};
	const clock = { now: () => day * DAY_MS };
	const api = { part: async () => says };
	const inside = {
		given: { api, clock, onChange: () => undefined },
		conversation: () => talk,
		conversations: { of: (given) => (given === conv ? talk : null) },
		relationships: { all: [{ conversations: [{ conv }, { conv: "never opened" }] }] },
		notebook,
	};
	return { part: new Part(inside), own, fetched };
}

test("What both agreed to is kept without a press; what waits for a yes is not", async () => {
	const { part, own, fetched } = at([...agreed(), line("them", "note-draft", other)]);
	await Promise.all([part.deeds.keep("c"), part.deeds.keep("c")]);
	await part.deeds.keep("c");
	assert.deepEqual([own.length, own[0].content.rows.map(({ words }) => words)], [1, ["We walked."]]);
	assert.deepEqual(fetched, [["notes", LAST]], "only what ends on that day is looked at, once");
	await part.deeds.kept();
	assert.deepEqual(
		part.shown.copies.map(({ words, last }) => [words, last]),
		[["We walked.", LAST]],
	);
});

test("My own yes is the second one: as soon as it is stored, my copy is", async () => {
	const lines = agreed().slice(0, 2);
	const { part, own } = at(lines);
	await part.sent("c");
	assert.deepEqual(own, []);
	lines.push(line("me", "note-agreed", note));
	await part.sent("a circle");
	assert.deepEqual(own, []);
	await part.sent("c");
	assert.equal(own.length, 1);
});

test("Where the programme asks for none, or the time of a note is over, nothing is kept beside the talk", async () => {
	for (const given of [{ years: 0 }, { years: undefined, day: LAST + 1 }, { day: LAST + 1 }]) {
		const { part, own } = at(agreed(), given);
		await part.deeds.keep("c");
		assert.deepEqual(own, []);
	}
	const last = at(agreed(), { day: LAST });
	await last.part.deeds.keep("c");
	assert.equal(last.own.length, 1);
});

test("Whoever reads what they keep finds what both agreed to meanwhile, in a talk that is here", async () => {
	const { part } = at(agreed());
	await part.deeds.kept();
	assert.deepEqual(
		part.shown.copies.map(({ words }) => words),
		["We walked."],
	);
});

test("When the talk has forgotten all of it, the copy says it still, word for word, with what stood beside it", async () => {
	const lines = [...agreed(), added("them", "It was Monday.")];
	const { part } = at(lines);
	await part.deeds.keep("c");
	lines.length = 0;
	await part.deeds.kept();
	const [one, ...more] = part.shown.copies;
	assert.deepEqual(
		[one.words, one.name, one.beside.map(({ words }) => words), more],
		["We walked.", "Ben", ["It was Monday."], []],
	);
});
