// Reading a story of the library: notes first, the way out at hand, a voice that stops when it is told to, an answer.

import assert from "node:assert/strict";
import { before, beforeEach, test } from "node:test";
import { deedsOf, drawn, fill, screenOf } from "./drawn.js";

let RoomLibrary;
let RoomLibraryStory;
before(async () => {
	await (await import("../../words/index.js")).learnInside();
	({ RoomLibrary } = await import("../../screens/library.js"));
	({ RoomLibraryStory } = await import("../../screens/library-story.js"));
});

const there = (Kind, given) =>
	Object.defineProperty(screenOf(Kind, given), "updateComplete", { value: Promise.resolve(true) });
const card = { ref: "s", lang: "en", title: "Tea on the step", called: "Wren", minutes: 1, themes: ["work"] };
const story = {
	...{ ...card, notes: ["drinking"], own_note: "A hard morning.", mine: false },
	words: "I sat there.\n\nI called.\n\nShe came.",
};
const [own, far] = [
	{ lang: "en-GB", localService: true },
	{ lang: "en-US", localService: false },
];

/** A browser's voice, which says nothing by itself: what waits to be read, and how often it was stopped. */
let ear;
beforeEach(() => {
	ear = { waits: [], voices: [far, own], stopped: 0 };
	globalThis.SpeechSynthesisUtterance = class {
		constructor(text) {
			this.text = text;
		}
	};
	globalThis.speechSynthesis = {
		getVoices: () => ear.voices,
		speak: (part) => ear.waits.push(part),
		cancel: () => {
			ear.stopped += 1;
			ear.waits = [];
		},
	};
});

/** The page of one story, as it came; and what its room was asked to do. */
async function opened(given = {}) {
	const done = [];
	const room = {
		reading: async () => ({ ...story, ...given }),
		doing: async (...deed) => done.push(deed),
	};
	const screen = there(RoomLibraryStory, { room, view: { lock: { phase: "open" } }, place: { id: "s" } });
	screen.updated();
	await new Promise(setImmediate);
	return { screen, done, page: () => drawn(screen.render()) };
}

/** Presses the button that says these words. */
function press(screen, words) {
	const buttons = deedsOf(screen.render(), "@click");
	const names = [...drawn(screen.render()).matchAll(/<button[^>]*@click=[^>]*>([^<]*)<\/button>/g)];
	const at = names.findIndex(([, name]) => name === words);
	assert.notEqual(at, -1, `${words}: not among ${names.map(([, name]) => name)}`);
	return buttons[at]();
}

test("What it speaks of stands before it, and no word of it until somebody wants to read", async () => {
	const { screen, page } = await opened();
	assert.match(page(), /drinking/);
	assert.match(page(), /A hard morning\./);
	assert.doesNotMatch(page(), /I sat there/);
	await press(screen, "Read it");
	assert.match(page(), /I sat there/);
	await press(screen, "Stop here");
	assert.match(page(), /You stopped, and that is fine/);
	assert.doesNotMatch(page(), /I sat there/);
});

test("One without notes opens at once, and a browser without a voice offers none", async () => {
	delete globalThis.speechSynthesis;
	const { page } = await opened({ notes: [], own_note: "" });
	assert.match(page(), /I sat there/);
	assert.doesNotMatch(page(), /Read it to me/);
});

test("It is read aloud part by part by a voice of this device, until the last or a press", async () => {
	const { screen, page } = await opened({ notes: [], own_note: "" });
	await press(screen, "Read it to me");
	assert.deepEqual(
		ear.waits.map(({ text, lang, voice }) => [text, lang, voice]),
		["I sat there.", "I called.", "She came."].map((text) => [text, "en", own]),
	);
	await press(screen, "Stop reading aloud");
	assert.deepEqual([ear.waits, ear.stopped], [[], 1]);
	await press(screen, "Read it to me");
	ear.waits.at(-1).onend();
	assert.match(page(), /Read it to me/);
});

test("Where no voice is of this device, that is said before one word of it goes out", async () => {
	for (const voices of [[], [far], [{ lang: "es_MX", localService: true }]]) {
		ear.voices = voices;
		const { screen, page } = await opened({ notes: [], own_note: "" });
		await press(screen, "Read it to me");
		assert.deepEqual(ear.waits, []);
		assert.match(page(), /Another company's voice may read it/);
		await press(screen, "Read it to me");
		assert.deepEqual(
			ear.waits.map(({ voice }) => voice),
			[null, null, null],
		);
		ear.waits = [];
	}
	ear.voices = [{ lang: "es_MX", localService: true }];
	const { screen } = await opened({ notes: [], own_note: "", lang: "es" });
	await press(screen, "Read it to me");
	assert.equal(ear.waits.length, 3);
});

test("A part that fails takes the parts after it along, and one of before stops nothing that is read now", async () => {
	const { screen, page } = await opened({ notes: [], own_note: "" });
	await press(screen, "Read it to me");
	const [first] = ear.waits;
	first.onerror();
	assert.deepEqual([ear.waits, ear.stopped], [[], 1]);
	assert.match(page(), /Read it to me/);
	await press(screen, "Read it to me");
	first.onerror();
	assert.deepEqual([ear.waits.length, ear.stopped], [3, 1]);
});

test("Under the cover, at another story and on leaving nothing is heard", async () => {
	const { screen } = await opened({ notes: [], own_note: "" });
	const leaving = [
		() => Object.assign(screen, { view: { lock: { phase: "covered" } } }).updated(),
		() => Object.assign(screen, { place: { id: "other" } }).updated(),
		() => screen.disconnectedCallback(),
	];
	for (const [at, leave] of leaving.entries()) {
		screen.view = { lock: { phase: "open" } };
		await press(screen, "Read it to me");
		leave();
		await new Promise(setImmediate);
		assert.deepEqual([ear.waits, ear.stopped], [[], at + 1]);
	}
});

test("What it did is sent by a press and thanked for once; whoever told it is asked nothing", async () => {
	const { screen, done, page } = await opened({ notes: [], own_note: "" });
	const [send] = deedsOf(screen.render(), "@submit");
	await send(fill({ said: ["helped", "like_mine"] }));
	assert.deepEqual(done, [["library", "answer", "s", ["helped", "like_mine"]]]);
	assert.match(page(), /It is counted, without your name/);
	assert.deepEqual(deedsOf(screen.render(), "@submit"), []);
	const mine = await opened({ notes: [], own_note: "", mine: true });
	assert.doesNotMatch(mine.page(), /Send my answer/);
});

const gone = Object.assign(new Error("gone"), { code: "not-found" });
const offline = Object.assign(new Error("offline"), { code: "offline" });

/** Away under the cover, and back. */
async function away(screen) {
	for (const phase of ["covered", "covered", "open"])
		Object.assign(screen, { view: { lock: { phase } } }).updated();
	await new Promise(setImmediate);
}

test("A story that was taken back while the page was covered is not there on coming back; a cut line takes none away", async () => {
	const { screen, page } = await opened({ notes: [], own_note: "" });
	const answers = [offline, { ...story, title: "Tea, again" }, { ...story, words: "Other words." }, gone];
	let asked = 0;
	screen.room.reading = async () => {
		const answer = answers[asked];
		asked += 1;
		if (answer instanceof Error) throw answer;
		return answer;
	};
	screen.updated();
	assert.equal(asked, 0);
	await away(screen);
	assert.match(page(), /I sat there/);
	await away(screen);
	assert.match(page(), /Tea, again.*I sat there/s);
	await away(screen);
	assert.doesNotMatch(page(), /I sat there|Other words/);
	assert.match(page(), /Before you read/);
	await away(screen);
	assert.match(page(), /not here any more/);
	assert.doesNotMatch(page(), /Tea/);
	assert.equal(asked, 4);
});

test("Whoever answers a story that was taken back reads that it is not here any more, and no word of it", async () => {
	const { screen, page } = await opened({ notes: [], own_note: "" });
	screen.room.doing = async () => {
		throw gone;
	};
	await press(screen, "Read it to me");
	await deedsOf(screen.render(), "@submit")[0](fill({ said: ["helped"] }));
	assert.match(page(), /not here any more/);
	assert.doesNotMatch(page(), /I sat there|It is counted/);
	assert.deepEqual(ear.waits, []);
});

test("The list is fetched anew when somebody comes back to it", async () => {
	const asked = [];
	const room = { reading: async (...what) => asked.push(what) };
	const screen = there(RoomLibrary, { room, view: { lock: { phase: "open" } }, place: {} });
	screen.updated();
	assert.deepEqual(asked, []);
	await away(screen);
	assert.deepEqual(asked, [["library", "list"]]);
});

test("Somebody looks by theme and by language, and keeps what they would rather not meet", async () => {
	const cards = [card, { ...card, ref: "t", lang: "es", title: "La llave", themes: ["home"] }].map((one) => ({
		...{ ...one, notes: [], own_note: "" },
	}));
	const done = [];
	const room = { doing: async (...deed) => done.push(deed) };
	const library = { cards, hides: ["loss"], left: 0 };
	const screen = there(RoomLibrary, { room, view: { parts: { library } }, place: {} });
	const titles = () => ["Tea on the step", "La llave"].filter((one) => drawn(screen.render()).includes(one));
	const choose = (at, value) => deedsOf(screen.render(), "@change")[at]({ target: { value } });
	assert.deepEqual(titles(), ["Tea on the step", "La llave"]);
	choose(0, "home");
	assert.deepEqual(titles(), ["La llave"]);
	choose(1, "en");
	assert.match(drawn(screen.render()), /There is no such story/);
	choose(0, "");
	assert.deepEqual(titles(), ["Tea on the step"]);
	assert.match(drawn(screen.render()), /Stories that speak of.*value=n:suicide .*wanting to die/s);
	await deedsOf(screen.render(), "@submit")[1](fill({ hide: ["loss", "n:suicide"] }));
	assert.deepEqual(done, [["library", "hide", ["loss", "n:suicide"]]]);
	assert.match(drawn(screen.render()), /Kept\./);
});
