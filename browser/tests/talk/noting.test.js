import assert from "node:assert/strict";
import { test } from "node:test";
import { isSame, notesIn } from "../../talk/note-rules.js";
import { Part } from "../../talk/noting.js";

const REF = "AAECAwQFBgcICQoLDA0ODw";
const note = {
	...{ ref: REF, start: 1_900_000_020, mins: 50, zone: "America/New_York" },
	...{ way: 1, goal: "", words: "We walked." },
};
const other = { ...note, words: "We walked and talked." };
const ofAda = { mine: "client", other: { accountId: "ben" } };
const ofBen = { mine: "specialist", other: { accountId: "ada" } };
const order = { n: 0 };
const line = (from, t, card, more = {}) => {
	order.n += 1;
	return { n: order.n, from, ts: 5, card: { t, ...card }, ...more };
};
const draft = (from, card = note) => line(from, "note-draft", card);
const yes = (from, card = note, more = {}) => line(from, "note-agreed", card, more);
const added = (from, words) => line(from, "note-added", { ref: REF, words });

test("A note stands once Ada and Ben said yes to the very same words, in either order", () => {
	for (const who of [
		["me", "them"],
		["them", "me"],
	]) {
		const [one] = notesIn([draft("them"), ...who.map((from) => yes(from))], ofAda);
		assert.equal(one.agreed, true);
		assert.ok(isSame(one.draft, note));
	}
});

test("One yes is not enough, and the same person's yes twice is not either", () => {
	const [one] = notesIn([draft("me"), yes("me"), yes("me")], ofBen);
	assert.deepEqual([one.agreed, one.yes], [false, { client: false, specialist: true }]);
});

test("Two specialists say yes for one side: without Ada there is no note", () => {
	const lines = [draft("me"), yes("me"), yes("them", note, { by: "cem" })];
	assert.equal(notesIn(lines, ofBen)[0].agreed, false);
	assert.equal(notesIn([...lines, yes("them", note, { by: "ada" })], ofBen)[0].agreed, true);
});

test("Other words take back every yes, and a yes to words that are gone counts for nothing", () => {
	const [one] = notesIn(
		[draft("them"), yes("them"), draft("me", other), yes("them"), yes("me", other)],
		ofAda,
	);
	assert.deepEqual([one.agreed, one.yes], [false, { client: true, specialist: false }]);
	assert.equal(one.draft.words, other.words);
});

test("Nobody changes an agreed note: later words and later yeses leave it as it is", () => {
	const stands = [draft("me"), yes("me"), yes("them")];
	const later = [draft("them", other), yes("them", other), yes("me", other)];
	const [one, ...more] = notesIn([...stands, ...later], ofAda);
	assert.deepEqual([one.draft.words, one.agreed, more], [note.words, true, []]);
});

test("Either adds something beside an agreed note, and nothing beside one that is not", () => {
	assert.deepEqual(notesIn([draft("me"), added("me", "Too early")], ofAda)[0].added, []);
	const lines = [
		draft("me"),
		yes("me"),
		yes("them"),
		added("me", "It rained."),
		added("them", "It was Monday."),
	];
	const [one] = notesIn(lines, ofAda);
	assert.deepEqual(
		one.added.map(({ from, side, words }) => [from, side, words]),
		[
			["me", "client", "It rained."],
			["them", "specialist", "It was Monday."],
		],
	);
});

test("What is not stored yet counts for nothing", () => {
	assert.deepEqual(notesIn([{ ...draft("me"), n: null }], ofAda), []);
	assert.equal(notesIn([draft("me"), yes("me"), { ...yes("them"), n: null }], ofAda)[0].agreed, false);
});

/** A part beside a talk that remembers what was written. */
function at(lines, relationship = { mine: "client", other: { account_id: "ben" } }) {
	const [written, asked] = [[], []];
	const says = { is_on: true, rule: 1, work: "", goals: [] };
	const api = {
		part: async (...given) => {
			asked.push(given);
			return says;
		},
	};
	const talk = { lines, relationship, sayAs: (kind, { text }) => written.push([kind, JSON.parse(text)]) };
	const part = new Part({ given: { api, onChange: () => undefined }, conversation: () => talk });
	return { part, written, asked };
}

test("The house is asked whether notes are written, and hears no word of one", async () => {
	const { part, written, asked } = at([]);
	await part.deeds.look();
	await part.deeds.look();
	await part.deeds.suggest("c", note);
	assert.deepEqual(asked, [["GET", "documenting"]]);
	assert.deepEqual(written, [["card", { t: "note-draft", ...note }]]);
	assert.equal(part.shown.is_on, true);
});

test("A yes is for the words that were read: where they moved, it is not said", async () => {
	const { part, written } = at([draft("them", other)]);
	await assert.rejects(part.deeds.agree("c", note), { code: "note-moved" });
	assert.deepEqual(written, []);
	await part.deeds.agree("c", other);
	assert.deepEqual(written, [["card", { t: "note-agreed", ...other }]]);
});

test("An agreed note takes no other words, and takes something beside it", async () => {
	const { part, written } = at([draft("me"), yes("me"), yes("them")]);
	await assert.rejects(part.deeds.suggest("c", other), { code: "note-stands" });
	await assert.rejects(part.deeds.agree("c", note), { code: "note-moved" });
	await assert.rejects(part.deeds.add("c", REF, " "), { code: "empty" });
	await part.deeds.add("c", REF, " It rained. ");
	assert.deepEqual(written, [["card", { t: "note-added", ref: REF, words: "It rained." }]]);
});
