// A story that another device changed meanwhile: nothing is written over, what was typed stays. And news of one's own, at home.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { deedsOf, drawn, fill, screenOf } from "./drawn.js";

let RoomLibraryTell;
let RoomLibraryOwn;
let RoomLibraryNews;
before(async () => {
	await (await import("../../words/index.js")).learnInside();
	({ RoomLibraryTell } = await import("../../screens/library-tell.js"));
	({ RoomLibraryOwn } = await import("../../screens/library-own.js"));
	({ RoomLibraryNews } = await import("../../screens/library-news.js"));
});

const elsewhere = () => Object.assign(new Error("elsewhere"), { code: "library-elsewhere" });
const there = (Kind, given) =>
	Object.defineProperty(screenOf(Kind, given), "updateComplete", { value: Promise.resolve(true) });
const story = { ref: "r", lang: "en", title: "Tea on the step", words: "I sat there." };
const typed = { title: "Tea", words: "My own words.", lang: "en", yes: ["1"], themes: ["work"] };

/** The form as Ada began it on the first version, before a house where it moved on. */
function telling(now) {
	const [sent, kept] = [[], []];
	const room = {
		doing: async (_part, _deed, what) => {
			sent.push(what);
			if (sent.length === 1) throw elsewhere();
		},
		reading: async () => now,
	};
	const held = { typed() {}, hold: async () => kept.push("kept"), done: async () => kept.push("not kept") };
	const screen = there(RoomLibraryTell, {
		...{ room, view: { config: null }, place: { screen: "library-tell", id: "r" }, held },
		texts: [{ use: 1, lang: "en", text: "Read it.", hash: "h" }],
		old: { ...story, version: 1 },
	});
	const fields = { ref: { value: "r" }, version: { value: "1" } };
	const form = { elements: { namedItem: (name) => fields[name] } };
	const press = () => {
		const [send] = deedsOf(screen.render(), "@submit");
		const values = { ...typed, ref: fields.ref.value, version: fields.version.value };
		return send({ ...fill(values), target: form });
	};
	return { screen, fields, press, sent, kept };
}

test("What another device wrote meanwhile stands beside what was typed, and the next press is made to it", async () => {
	const newer = { ...story, state: "resting", version: 4, words: "As I wrote it on my phone." };
	const { screen, press, sent, kept } = telling([newer]);
	await press();
	const page = drawn(screen.render());
	assert.match(page, /As I wrote it on my phone\./);
	assert.match(page, /Nothing was lost, and your words are still here/);
	assert.deepEqual(kept, ["kept"]);
	await press();
	assert.deepEqual(
		sent.map(({ ref, version, words }) => [ref, version, words]),
		[
			["r", 1, "My own words."],
			["r", 4, "My own words."],
		],
	);
	assert.deepEqual(kept, ["kept", "not kept"]);
});

test("Where it was taken back elsewhere the words begin a story of their own, under another name", async () => {
	const { screen, press, sent } = telling([{ ...story, state: "withdrawn", version: 2 }]);
	await press();
	assert.match(drawn(screen.render()), /yours begins as a new one/);
	await press();
	assert.equal(sent[1].version, 0);
	assert.match(sent[1].ref, /^[A-Za-z0-9_-]{22}$/);
});

test("A story that moved on elsewhere is shown as it stands, and is not let go on as it was", async () => {
	const asked = [];
	const one = { ...story, state: "resting", may_go_on: true, rests_for: 0, version: 1 };
	const own = { ...one, said: "", yeses: [], totals: null, ended_on: null, stands_until: null };
	const room = {
		doing: async (_part, deed, ...given) => {
			asked.push([deed, ...given]);
			throw elsewhere();
		},
		reading: async () => [{ ...own, version: 2, title: "Tea on the stair" }],
	};
	const screen = there(RoomLibraryOwn, { room, view: { config: null }, stories: [own] });
	const goOn = deedsOf(screen.render(), "@click")[2];
	await goOn();
	assert.deepEqual(asked, [["goOn", "r", 1]]);
	assert.match(drawn(screen.render()), /Tea on the stair/);
});

test("A year later a press keeps a story; until when, and why one is aside, is said, and nothing is asked before", async () => {
	const one = { ...story, version: 3, said: "", yeses: [], totals: null, ended_on: null, rests_for: 0 };
	const asked = [];
	const room = {
		doing: async (_part, deed, ...given) => {
			asked.push([deed, ...given]);
			return [{ ...one, state: "published", stands_until: null }];
		},
	};
	const page = (state, stands_until) =>
		there(RoomLibraryOwn, { room, view: { config: null }, stories: [{ ...one, state, stands_until }] });
	const says = (...given) => drawn(page(...given).render());
	assert.doesNotMatch(says("published", null), /keep it another year/);
	assert.match(says("aside", null), /came back from a backup/);
	assert.match(says("aside", 20_600), /nobody pressed.*Yes, let it go on/s);
	assert.doesNotMatch(says("aside", 20_600), /came back from|another year/);
	const screen = page("published", 20_600);
	const { dayWords } = await import("../../screens/days.js");
	assert.ok(drawn(screen.render()).includes(`by ${dayWords(20_600)}, it is set aside`));
	const told = [];
	screen.tell = (text) => told.push(text);
	await deedsOf(screen.render(), "@click")[2]();
	assert.deepEqual(asked, [["stands", "r", 3]]);
	assert.deepEqual(told, ["It stays another year."]);
	assert.doesNotMatch(drawn(screen.render()), /keep it another year/);
});

test("At home it says that the team did something with a story of mine, to nobody else, and leads there", () => {
	const gone = [];
	const at = (me) => there(RoomLibraryNews, { view: { me }, go: (place) => gone.push(place.screen) });
	for (const me of [null, { libraryNews: false }]) assert.equal(drawn(at(me).render()), "");
	const drawnNews = at({ libraryNews: true }).render();
	assert.match(drawn(drawnNews), /news about the story you told/);
	deedsOf(drawnNews, "@click")[0]();
	assert.deepEqual(gone, ["library-own"]);
});

test("A layer of one's own story stands in the form with notes of the same kind: no yes is ticked, and its title stays with its owner", async () => {
	const { NOTE_OF_LAYER, NOTES } = await import("../../screens/library-lists.js");
	const { notes } = await import("../../screens/story-words.js");
	for (const [note, like] of Object.entries(NOTE_OF_LAYER))
		assert.ok(notes.includes(Number(note)) && NOTES.includes(like), note);
	const layer = { k: 2, b: "I sat there.", notes: [1, 3, 12], own: "A hard morning." };
	const own = { docId: "d", title: "The step", layers: [layer] };
	const asked = [];
	const room = {
		view: { parts: { stories: { stories: [own] } } },
		draftOf: () => "",
		doing: async (...what) => asked.push(["done", ...what]),
		reading: async (...what) => {
			asked.push(what);
			return what[1] === "own" ? [] : { texts: [{ use: 1, lang: "en", text: "Read it.", hash: "h" }] };
		},
	};
	const page = async (id) => {
		const screen = there(RoomLibraryTell, { room, view: { config: null }, place: { id } });
		screen.updated();
		await new Promise(setImmediate);
		return drawn(screen.render());
	};
	const full = await page("d:2");
	assert.match(full, /\.defaultValue=I sat there\..*\.defaultValue=A hard morning\./s);
	assert.doesNotMatch(full, /The step/);
	const ticked = [...full.matchAll(/name=(\w+) value=(\S+) \?checked=true/g)].map(([, ...what]) => what);
	assert.deepEqual(ticked, [["notes", "suicide"]]);
	assert.match(full, /you also noted: alcohol or drugs, police or prison/);
	assert.match(full, /name="yes" value=1 \/>/);
	assert.deepEqual(
		asked.map(([, deed]) => deed),
		["own", "texts", "open"],
	);
	for (const id of ["new", "d:1", "gone:2"]) {
		const empty = await page(id);
		assert.doesNotMatch(empty, /I sat there|The step|you also noted|stand here already/);
		assert.doesNotMatch(empty, /checked=true/);
	}
});
