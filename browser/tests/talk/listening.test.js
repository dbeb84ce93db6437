// The listening coach hears a specialist's own drafts, keeps nothing, tells nobody, and is silent when it should be.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { coachGone } from "../../talk/behind.js";
import { Part } from "../../talk/listening.js";
import { Listener } from "../../talk/listener.js";
import { RoomError } from "../../talk/trouble.js";
import { reading } from "../listening/readings.js";

const NOW = 1_700_000_000_000;
const DAY = 86_400_000;
const DRAFT = "You should tell her tonight. What would she say?";
const HERS = "What should I do?\nSorry, I ramble.";
const READ = reading([
	["You should tell her tonight.", "advice"],
	["What would she say?", "question open"],
]).read;
const line = (from, text, more = {}) => ({
	kind: "text",
	from,
	text,
	ts: NOW - 1_000,
	card: undefined,
	...more,
});
const promiseWith = (...ids) => ({ version: 1, sentences: ids.map((id) => [id, []]) });

let house;
/** @type {any[]} */
let workers;
beforeEach(() => {
	workers = [];
	house = {
		on: true,
		mine: "specialist",
		roles: [2],
		promise: promiseWith("two-read", "device-help"),
		agreements: null,
		promised: null,
		lines: [line("them", "I slipped on Friday, and hid it.")],
		...{ older: [], isOffline: false },
		...{ asked: [], fetched: [], kept: [], pages: [], ended: 0, english: true },
	};
});

/** A worker that answers with one reading, whatever it is given: what goes in and out is what is looked at. */
const worker = () => workers[workers.push(answering()) - 1];
const answering = () => ({
	onmessage: null,
	onerror: null,
	postMessage({ id, op, args }) {
		house.asked.push([op, args]);
		const ok = op === "read" ? { ...READ, english: house.english } : undefined;
		queueMicrotask(() => this.onmessage({ data: { id, ok } }));
	},
	terminate() {
		house.ended += 1;
	},
});

function part() {
	const fetch = async (url) => {
		house.fetched.push(new URL(url).pathname.split("/").at(-1));
		return url.endsWith(".json") ? new Response('{"version":1}') : new Response(new Uint8Array([1, 2]));
	};
	const inside = {
		me: { roles: house.roles },
		given: {
			...{ clock: { now: () => NOW }, fetch, onChange() {} },
			core: {
				async keepNotes(given) {
					await house.hold?.();
					house.kept.push(given);
					return { listening: given.listening ? 1 : 0 };
				},
			},
		},
		notes: {
			get isListening() {
				return house.on;
			},
			take({ listening }) {
				const was = house.on;
				house.on = listening === 1;
				if (was && !house.on) this.whenSilent?.();
			},
		},
		saving: { soon() {} },
		promising: { of: () => house.promised },
		notebook: { write: async (page) => void house.pages.push(page) },
		conversation: () => ({
			relationship: {
				...{ id: 1, mine: house.mine },
				...{ promise: house.promise, agreements: house.agreements },
			},
			get lines() {
				return house.lines;
			},
			get older() {
				return house.older.length > 0 ? "more" : "none";
			},
			isHere: async () => undefined,
			async loadOlder() {
				if (house.isOffline) throw new RoomError("offline");
				house.lines = [...house.older.pop(), ...house.lines];
			},
		}),
	};
	house.notes = inside.notes;
	return new Part(inside, () => new Listener(worker));
}

test("Ben is asked one thing about his own draft, with Ada's last words as context alone", async () => {
	const { marks, question } = await part().deeds.hear("c", DRAFT);
	assert.deepEqual(marks, [
		{ mark: "advice", sentence: "You should tell her tonight." },
		{ mark: "open", sentence: "What would she say?" },
	]);
	assert.deepEqual(question, { ask: "ask-first", mark: "advice", sentence: "You should tell her tonight." });
	assert.deepEqual(house.asked.at(-1), [
		"read",
		{ draft: DRAFT, before: "I slipped on Friday, and hid it." },
	]);
});

test("what Ben calls wrong is quiet for that sentence, and forgotten when the coach is switched off", async () => {
	const made = part();
	await made.deeds.wrong("advice", "You should tell her tonight.");
	assert.equal((await made.deeds.hear("c", DRAFT)).question, null);
	await made.deeds.turn(false);
	await made.deeds.turn(true);
	assert.equal((await made.deeds.hear("c", DRAFT)).question.ask, "ask-first");
});

test("nothing is fetched before it is switched on, and its files once after it", async () => {
	house.on = false;
	const made = part();
	await made.deeds.hear("c", DRAFT);
	assert.deepEqual([house.fetched, house.asked], [[], []]);
	await made.deeds.turn(true);
	await made.deeds.hear("c", DRAFT);
	await made.deeds.hear("c", `${DRAFT} And then?`);
	assert.deepEqual(house.fetched.sort(), ["heads.bin", "pack.json"]);
	assert.deepEqual(house.kept, [{ listening: true }]);
});

test("switched off, its worker is gone and hears nothing more", async () => {
	const made = part();
	await made.deeds.hear("c", DRAFT);
	house.asked = [];
	for (const text of ["", DRAFT]) await made.deeds.turn(false).then(() => made.deeds.hear("c", text));
	await made.deeds.begin("c");
	assert.deepEqual([house.ended, house.asked, house.kept.at(-1)], [1, [], { listening: false }]);
});

test("a lock ends it", async () => {
	const made = part();
	await made.deeds.hear("c", DRAFT);
	made.end();
	await new Promise((done) => setTimeout(done));
	assert.equal(house.ended, 1);
});

test("all that Ada wrote since Ben's last line is what came before: she may ask, and write on; a coach that is awake reads it ahead", async () => {
	house.lines = [
		line("them", "An earlier thing."),
		line("me", "Tell me more."),
		...HERS.split("\n").map((text) => line("them", text)),
		line("me", "", { kind: "card", card: { t: "when" } }),
	];
	const made = part();
	assert.deepEqual([(await made.deeds.hear("c", "")).marks, house.asked], [[], []]);
	await made.deeds.begin("c");
	assert.deepEqual(house.asked.slice(1), [["hear", { before: HERS }]], "a first letter wakes it");
	await made.deeds.hear("c", DRAFT);
	assert.equal(house.asked.at(-1)[1].before, HERS);
	assert.deepEqual((await made.deeds.hear("c", " ")) && house.asked.slice(3), [["hear", { before: HERS }]]);
});

test("once help was opened from a talk, the coach is silent there until the lock, also switched anew", async () => {
	const made = part();
	await made.deeds.help("c");
	await made.deeds.turn(false);
	await made.deeds.turn(true);
	assert.deepEqual(await made.deeds.hear("c", DRAFT), { marks: [], question: null });
	assert.equal((await made.deeds.hear("another", DRAFT)).question.ask, "ask-first");
	const asked = made.deeds.hear("another", DRAFT);
	await made.deeds.help("another");
	assert.deepEqual(await asked, { marks: [], question: null });
	assert.equal((await part().deeds.hear("c", DRAFT)).question.ask, "ask-first");
});

test('it is silent for two days after a bad day that Ada told of or "I am not safe", and not for ever', async () => {
	const told = (ts, t = "bad-day") => line("them", "", { kind: "card", card: { t, wish: 1, words: "" }, ts });
	const lately = [NOW - DAY / 2, NOW - 1.9 * DAY, NOW + DAY, null].map((ts) => told(ts));
	const before = house.lines;
	for (const one of [...lately, told(NOW - DAY / 2, "safe-line")]) {
		house.lines = [...before, one];
		assert.deepEqual(await part().deeds.hear("c", DRAFT), { marks: [], question: null });
		await part().deeds.begin("c");
	}
	assert.deepEqual([house.asked, house.fetched], [[], []]);
	house.lines = [...before, told(NOW - 2.1 * DAY)];
	assert.equal((await part().deeds.hear("c", DRAFT)).question.ask, "ask-first");
});

const beginThenMirror = () =>
	part()
		.deeds.begin("c")
		.then(() => part().deeds.mirror("c"));

test("whoever seeks support is never listened to, and never offered the coach", async () => {
	house.mine = "client";
	assert.deepEqual(await part().deeds.hear("c", DRAFT), { marks: [], question: null });
	await assert.rejects(beginThenMirror(), { code: "not-now" });
	house.roles = [1];
	await assert.rejects(part().deeds.turn(true), { code: "not-now" });
	await assert.rejects(part().deeds.card(), { code: "not-now" });
	assert.deepEqual([house.asked, house.fetched, house.kept], [[], [], []]);
});

test("a talk whose promise does not name such help is never listened to: after a no, and before an answer", async () => {
	const before = promiseWith("two-read");
	const after = promiseWith("two-read", "device-help");
	const asked = { version: 2, declinedBy: null };
	const said = [
		["never asked", before, null, null],
		["not answered", before, [{}], { holds: before, asked, kept: null }],
		["declined", before, [{}], { holds: before, asked: null, kept: { ...asked, declinedBy: "them" } }],
		["what the house says does not hold", after, [{}], null],
		["both let it go again", after, [{}], { holds: before, asked: null, kept: null }],
	];
	for (const [why, promise, agreements, promised] of said) {
		Object.assign(house, { promise, agreements, promised });
		assert.deepEqual(await part().deeds.hear("c", DRAFT), { marks: [], question: null }, why);
		await assert.rejects(beginThenMirror(), { code: "not-now" }, why);
	}
	assert.deepEqual([house.asked, house.fetched], [[], []]);
	assert.equal((await part().deeds.practise(DRAFT, "It is loud tonight.")).sentences.length, 2);
	Object.assign(house, { promise: before, agreements: [{}], promised: { holds: after } });
	assert.equal((await part().deeds.hear("c", DRAFT)).question.ask, "ask-first");
});

test("the mirror reads Ben's own lines of seven days, and Ada's only as what came before", async () => {
	house.lines = [
		line("me", "An old line of mine.", { ts: NOW - 8 * DAY }),
		...house.lines,
		line("me", DRAFT),
		line("them", "", { kind: "card", card: { t: "when" } }),
	];
	const seen = await part().deeds.mirror("c");
	assert.deepEqual(
		house.asked.filter(([op]) => op === "read").map(([, args]) => args),
		[{ draft: DRAFT, before: "I slipped on Friday, and hid it." }],
	);
	assert.deepEqual([seen.lines, seen.advice.least, seen.questions], [1, 1, { least: 1, most: 1 }]);
	assert.deepEqual(seen.own, [
		[
			{ text: "You should tell her tonight.", mark: "advice" },
			{ text: " ", mark: null },
			{ text: "What would she say?", mark: "open" },
		],
	]);
	assert.deepEqual(house.pages, []);
});

test("the mirror fetches the seven days, says since when, and makes do where there is no line", async () => {
	const earlier = (days) => [
		line("them", "It is loud."),
		line("me", `${DRAFT} ${days}`, { ts: NOW - days * DAY, date: `day ${days}` }),
	];
	house.lines = earlier(1);
	house.older = [earlier(9), earlier(8), earlier(6)];
	const seen = await part().deeds.mirror("c");
	assert.deepEqual([seen.lines, seen.since], [2, "day 6"]);
	assert.deepEqual(house.older.length, 1, "nothing older than it looks at is fetched");
	house.lines = earlier(1);
	house.older = [earlier(6)];
	house.isOffline = true;
	const less = await part().deeds.mirror("c");
	assert.deepEqual([less.lines, less.since], [1, "day 1"]);
});

test("a long week is cut at its newest lines", async () => {
	const many = Array.from({ length: 300 }, (_, at) => [
		line("them", `Line ${at}.`),
		line("me", `${DRAFT} ${at}`),
	]);
	house.lines = many.flat();
	assert.equal((await part().deeds.mirror("c")).lines, 200);
});

test("another language is left out of the mirror, and nothing is marked in it", async () => {
	house.english = false;
	house.lines = [...house.lines, line("me", DRAFT)];
	const seen = await part().deeds.mirror("c");
	assert.deepEqual([seen.lines, seen.left, seen.own], [0, 1, []]);
});

test("only a press keeps something: a page of the notebook", async () => {
	await part().deeds.keep("Listening mirror", "Questions: 1");
	assert.deepEqual(house.pages, [{ title: "Listening mirror", text: "Questions: 1" }]);
});

test("a worker that breaks says so, and the next draft has a new one", async () => {
	const made = part();
	await made.deeds.hear("c", DRAFT);
	workers[0].postMessage = () => workers[0].onerror({});
	await assert.rejects(made.deeds.hear("c", DRAFT), { code: "listening-stopped" });
	assert.equal((await made.deeds.hear("c", DRAFT)).question.ask, "ask-first");
	assert.equal(workers.length, 2);
});

test("A reply to a made-up person is read beside the made-up line alone, and not at all while the coach is off", async () => {
	house.on = false;
	assert.equal(await part().deeds.practise(DRAFT, "It is loud tonight."), null);
	assert.deepEqual([house.asked, house.fetched], [[], []]);
	house.on = true;
	const read = await part().deeds.practise(DRAFT, "It is loud tonight.");
	assert.deepEqual(house.asked.at(-1), ["read", { draft: DRAFT, before: "It is loud tonight." }]);
	assert.equal(read.sentences.length, 2);
});

test("switched off on another device, nothing of it stays on this one once its page is opened", async () => {
	const dropped = [];
	globalThis.caches = { delete: async (shelf) => dropped.push(shelf) };
	try {
		await part().deeds.card();
		assert.deepEqual(dropped, []);
		house.on = false;
		await part().deeds.card();
		assert.deepEqual(dropped, ["coach"]);
	} finally {
		globalThis.caches = undefined;
	}
});

test("of what was read nothing is shown to others, only whether the fuller part is here", async () => {
	const made = part();
	await made.deeds.hear("c", DRAFT);
	assert.deepEqual(made.shown, { fuller: "none" });
	await made.deeds.fetch();
	assert.deepEqual(house.fetched.sort(), ["heads.bin", "pack.json"], "this pack has none");
});

test("while it is being switched off nothing is read, and no worker comes back", async () => {
	const made = part();
	await made.deeds.hear("c", DRAFT);
	house.hold = async () => {
		assert.deepEqual(await made.deeds.hear("c", DRAFT), { marks: [], question: null });
		assert.equal(await made.deeds.practise(DRAFT, ""), null);
		await assert.rejects(made.deeds.fetch(), { code: "not-now" });
	};
	await made.deeds.turn(false);
	assert.deepEqual([workers.length, house.ended], [1, 1]);
});

test("where its being off could not be kept, it works on", async () => {
	const made = part();
	house.hold = async () => {
		throw new RoomError("offline");
	};
	await assert.rejects(made.deeds.turn(false), { code: "offline" });
	assert.equal((await made.deeds.hear("c", DRAFT)).question.ask, "ask-first");
});

test("switched off on another device, its worker here ends as soon as this one hears of it", async () => {
	const made = part();
	await made.deeds.hear("c", DRAFT);
	house.notes.take({ listening: 0 });
	await new Promise((done) => setTimeout(done));
	assert.equal(house.ended, 1);
});

test("a worker still on its way when the coach is switched off is not left behind", async () => {
	const made = part();
	const heard = assert.rejects(made.deeds.hear("c", DRAFT), { code: "not-now" });
	await made.deeds.turn(false);
	await made.deeds.turn(true);
	await heard;
	await made.deeds.hear("c", DRAFT);
	assert.equal(workers.length - house.ended, 1);
});

test("where the coach is off at an unlock, nothing of it stays on this device; where it is on, it stays", async () => {
	const dropped = [];
	globalThis.caches = { delete: async (shelf) => dropped.push(shelf) };
	try {
		await coachGone({ notes: { isListening: true } });
		assert.deepEqual(dropped, []);
		await coachGone({ notes: { isListening: false } });
		assert.deepEqual(dropped, ["coach"]);
	} finally {
		globalThis.caches = undefined;
	}
});
