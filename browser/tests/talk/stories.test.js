// A teller's own room over a notebook and a talk without seals: what is noted, what leaves, and what is taken back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { storiesOver } from "../../talk/behind.js";
import { Parts } from "../../talk/parts.js";
import { Part } from "../../talk/stories.js";
import { RoomError } from "../../talk/trouble.js";

const [DAY, TODAY] = [86_400_000, 20_500];
const OF = "AAECAwQFBgcICQoLDA0ODw";
const layer = (k, b, more = {}) => ({
	b,
	days: 0,
	k,
	notes: [],
	own: "",
	who: 3,
	why: "",
	with: [],
	...more,
});
const row = { asked: TODAY, conv: "c1", k: 1, of: OF, opened: 0, over: 0, told: TODAY };
const line = (n, from, card) => ({
	...{ id: `l${n}`, n, msg: `m${n}`, from, by: from === "me" ? "ben" : "ada", kind: "card", card },
	...{ date: "2026-02-16", ts: TODAY * DAY },
});
const shared = (n, more = {}) =>
	line(n, "me", { t: "story-shared", k: 1, of: OF, said: "x", until: 0, ...more });
const offer = (n) => line(n, "me", { t: "story-offer", k: 1, of: OF, notes: [], own: "", re: "", size: 1 });

/** Ben's room with one story, one talk, and what left it. */
function room({
	story = {},
	lines = [],
	older = [],
	openings = [],
	canWrite = true,
	day = TODAY,
	own = [],
} = {}) {
	const [left, stopped] = [[], []];
	const content = {
		day: 1,
		id: "AAAAAAAAAAA",
		layers: [layer(1, "I hid it.")],
		title: "The letter",
		told: [],
		...story,
	};
	const seen = { state: "open", troubles: [], own: [{ docId: "s1", kind: "story", content }] };
	const notebook = {
		seen,
		writeOwn: async (own, docId, change) => {
			const id = docId ?? `s${seen.own.length + 1}`;
			const before = seen.own.find((one) => one.docId === id)?.content;
			const next = { docId: id, kind: own, content: change(before) };
			seen.own = [...seen.own.filter((one) => one.docId !== id), next];
			return id;
		},
	};
	const talk = {
		lines,
		catching: false,
		older: older.length > 0 ? "more" : "none",
		known: { canWrite, openings, readers: [{ account_id: "ada", reads: true }] },
		isHere: async () => undefined,
		loadOlder: async () => {
			talk.lines = [...older, ...talk.lines];
			talk.older = "none";
		},
		changing: { erase: (id) => left.push(`erase ${id}`) },
		sayAs: (kind, { text }) => left.push(`${kind} ${JSON.parse(text).t}`),
	};
	const inside = {
		given: {
			clock: { now: () => day * DAY, after: () => () => undefined },
			chance: () => 0.5,
			onChange: () => undefined,
		},
		notebook,
		files: { stopAnswers: async (_conv, taken) => stopped.push(...taken) },
		relationships: {
			areRead: true,
			all: [
				{ mine: "specialist", state: "active", conversations: [{ conv: "c1" }] },
				...own.map((_, at) => ({ mine: "client", state: "active", conversations: [{ conv: `own${at}` }] })),
			],
		},
		conversations: { of: (conv) => (conv.startsWith("own") ? own[conv.slice(3)] : talk) },
		conversation: () => talk,
	};
	// No page asked for the part that knows of bad days.
	inside.parts = new Parts(inside, { path: () => import("../../talk/path.js") });
	return { inside, part: new Part(inside), left, stopped, notebook, seen, talk };
}

test("What another window wrote in a layer stays, and these words begin a story beside it", async () => {
	const { part, seen } = room();
	await part.deeds.open();
	await part.deeds.write("s1", layer(1, "As I saw it."), layer(1, "My new words."));
	assert.deepEqual(
		seen.own.map(({ content }) => [content.title, content.layers[0].b]),
		[
			["The letter", "I hid it."],
			["The letter", "My new words."],
		],
	);
});

test("Who writes other words for what they chose to tell in a circle chooses anew; a question in a talk stands", async () => {
	const mine = layer(1, "I hid it.", { who: 2, with: ["circle", "c1"] });
	const chosen = { ...row, asked: TODAY - 3, conv: "circle", told: 0 };
	const asked = { ...chosen, conv: "c1", of: "BBECAwQFBgcICQoLDA0ODw" };
	const overs = async (deed) => {
		const { part, seen } = room({ story: { layers: [mine], told: [chosen, asked] } });
		await part.deeds.open();
		await deed(part.deeds);
		return seen.own[0].content.told.map(({ over }) => over);
	};
	const write = (change) => overs((deeds) => deeds.write("s1", mine, { ...mine, ...change }));
	assert.deepEqual(await write({ b: "I burnt it." }), [TODAY, 0]);
	assert.deepEqual(await write({ why: "For Kim." }), [0, 0]);
	assert.deepEqual(await overs((deeds) => deeds.drop("s1", mine)), [TODAY, 0]);
});

test("That it was opened is noted once, by the day, and only of what the other opened", async () => {
	const opened = (by, of = OF) => ({ by, k: 1, of, ts: (TODAY + 1) * DAY + 5 });
	const mine = room({ story: { told: [row] }, openings: [opened("ben"), opened("ada", "other")] });
	await mine.part.deeds.open();
	assert.equal(mine.seen.own[0].content.told[0].opened, 0);
	const theirs = room({ story: { told: [row] }, openings: [opened("ada")] });
	await theirs.part.deeds.open();
	assert.equal(theirs.seen.own[0].content.told[0].opened, TODAY + 1);
	assert.deepEqual(theirs.left, []);
});

test("What was told for some days is taken back after the last of them, and not on it", async () => {
	const given = { story: { told: [row] }, lines: [shared(5, { until: TODAY })] };
	const onTheDay = room(given);
	await onTheDay.part.deeds.open();
	assert.deepEqual(onTheDay.left, []);
	const after = room({ ...given, day: TODAY + 1 });
	await after.part.deeds.open();
	assert.deepEqual([after.left, after.seen.own[0].content.told[0].over], [["erase l5"], TODAY + 1]);
});

test("What was told for some days goes at the next visit, however far back it lies and whatever its layer says by now", async () => {
	const until = { ...shared(2, { until: TODAY + 7 }), ts: TODAY * DAY };
	const newest = { ...line(90, "them"), card: undefined, kind: "text", ts: (TODAY + 9) * DAY };
	const given = { story: { told: [row] }, lines: [newest], older: [until] };
	const onTheDay = room({ ...given, day: TODAY + 7 });
	await onTheDay.part.deeds.letGo();
	assert.deepEqual([onTheDay.left, onTheDay.seen.own[0].content.told[0].over], [[], 0]);
	const after = room({ ...given, day: TODAY + 8 });
	await after.part.deeds.letGo();
	assert.deepEqual([after.left, after.seen.own[0].content.told[0].over], [["erase l2"], TODAY + 8]);
	await after.part.deeds.letGo();
	assert.deepEqual(after.left, ["erase l2"]);
});

test("Nobody reads on beyond the day on which something was told, nor where nothing can be taken back", async () => {
	const day = TODAY + 40;
	const before = { ...line(3, "them"), card: undefined, kind: "text", ts: (TODAY - 3) * DAY };
	const pages = (given) => {
		const one = room({ story: { told: [row] }, older: [offer(1)], day, ...given });
		const read = one.talk.loadOlder;
		one.read = 0;
		one.talk.loadOlder = () => {
			one.read += 1;
			return read();
		};
		return one;
	};
	const newest = { ...before, n: 9, id: "l9", ts: day * DAY };
	const all = [
		[1, { lines: [newest] }],
		[0, { lines: [before, newest] }],
		[0, { lines: [newest], canWrite: false }],
		[0, { lines: [newest], story: { told: [{ ...row, over: TODAY + 1 }] } }],
		[0, { lines: [newest], story: { told: [{ ...row, told: 0 }] } }],
		[0, { lines: [newest], day: TODAY + 800 }],
		[0, { lines: [shared(5), newest] }],
	];
	for (const [expected, given] of all) {
		const one = pages(given);
		await one.part.deeds.letGo();
		assert.deepEqual([one.read, one.left], [expected, []]);
	}
});

test("A visit looks for what is over by itself where there are stories, once, and asks for nothing where there are none", async () => {
	const done = [];
	const visit = (doc_ids, isNewVisit = true) => {
		const ownListed = async ({ own }) => {
			done.push(own);
			return { doc_ids };
		};
		const deed = async (...all) => done.push(all.join(" "));
		return storiesOver({ given: { isNewVisit, core: { ownListed } }, parts: { deed } });
	};
	await visit([]);
	await visit(["s1"], false);
	assert.deepEqual(done, ["story"]);
	await visit(["s1"]);
	assert.deepEqual(done.slice(1), ["story", "stories letGo"]);
});

test("Taking back finds what lies far back, takes each line, and says so after them", async () => {
	const { part, left, seen } = room({ story: { told: [row] }, lines: [shared(9)], older: [offer(2)] });
	await part.deeds.withdraw("c1", OF);
	assert.deepEqual(left, ["erase l2", "erase l9", "story story-withdrawn"]);
	assert.equal(seen.own[0].content.told[0].over, TODAY);
});

test("What was said of it in one's own voice goes with it, and nobody else's voice", async () => {
	const voice = (n, from, re) => ({ ...line(n, from), card: undefined, kind: "att", re });
	const lines = [offer(2), shared(5, { until: TODAY }), voice(6, "me", "m5"), voice(7, "them", "m5")];
	lines.push(voice(8, "me", "m7"), voice(9, "me", null));
	const byHand = room({ story: { told: [row] }, lines });
	await byHand.part.deeds.withdraw("c1", OF);
	assert.deepEqual(byHand.left, ["erase l2", "erase l5", "erase l6", "story story-withdrawn"]);
	assert.deepEqual(byHand.stopped, ["m2", "m5"]);
	const over = room({ story: { told: [row] }, lines, day: TODAY + 1 });
	await over.part.deeds.letGo();
	assert.deepEqual(over.left, ["erase l5", "erase l6"]);
});

test("Where nothing can be written nothing is said to be taken back", async () => {
	const { part, left, seen } = room({ story: { told: [row] }, lines: [shared(9)], canWrite: false });
	await assert.rejects(part.deeds.withdraw("c1", OF), { code: "cannot-write" });
	assert.deepEqual([left, seen.own[0].content.told[0].over], [[], 0]);
});

test("The account is written before the words leave: where it cannot be, nothing does", async () => {
	const lines = [offer(2), line(3, "them", { t: "story-answer", of: OF, says: 1 })];
	const given = { story: { told: [{ ...row, told: 0 }] }, lines };
	const { part, left, seen } = room(given);
	await part.deeds.tell("c1", OF, 1);
	assert.deepEqual([left, seen.own[0].content.told[0].told], [["card story-shared"], TODAY]);
	const offline = room(given);
	await assert.rejects(offline.part.deeds.tell("c1", "nobody asked", 1), { code: "not-found" });
	offline.notebook.writeOwn = async () => {
		throw new RoomError("offline");
	};
	await assert.rejects(offline.part.deeds.tell("c1", OF, 1), { code: "offline" });
	assert.deepEqual(offline.left, []);
});

test("It is not told on a bad day, nor to somebody who came after the yes, nor a second time once it is over", async () => {
	const lines = [offer(2), line(3, "them", { t: "story-answer", of: OF, says: 1 })];
	const given = { story: { told: [{ ...row, told: 0 }] }, lines };
	const bad = line(4, "them", { t: "bad-day", wish: 1, words: "" });
	const badDay = room({ ...given, lines: [...lines, bad] });
	await assert.rejects(badDay.part.deeds.tell("c1", OF, 1), { code: "not-now" });
	const joined = room(given);
	joined.talk.known.readers.push({ account_id: "lea", reads: true });
	await assert.rejects(joined.part.deeds.tell("c1", OF, 1), { code: "not-now" });
	const over = room({ ...given, story: { told: [{ ...row, over: TODAY }] } });
	await over.part.deeds.tell("c1", OF, 1);
	assert.deepEqual([badDay.left, joined.left, over.left], [[], [], []]);
});

/** A talk in which Ben is supported himself. */
const supported = (lines, more = {}) => ({
	...{ lines, catching: false, older: "none", known: {}, isHere: async () => undefined, ...more },
});

test("A bad day that Ben told of where he is supported himself keeps him from offering and telling, though no page asked for it", async () => {
	const bad = line(1, "me", { t: "bad-day", wish: 1, words: "" });
	const offered = ["c1", { docId: "s1", k: 1, re: "" }];
	const one = room({ own: [supported([bad])] });
	assert.equal(await one.part.deeds.why("c1"), "bad-day");
	await assert.rejects(one.part.deeds.offer(...offered), { code: "not-now" });
	const lines = [offer(2), line(3, "them", { t: "story-answer", of: OF, says: 1 })];
	const told = room({ own: [supported([bad])], story: { told: [{ ...row, told: 0 }] }, lines });
	await assert.rejects(told.part.deeds.tell("c1", OF, 1), { code: "not-now" });
	assert.deepEqual([one.left, told.left], [[], []]);
	assert.equal(await room({ own: [supported([])] }).part.deeds.why("c1"), null);
});

test("A bad day that lies before what was read so far is looked for, in one's own talk and in this one", async () => {
	const bad = (from) => line(1, from, { t: "bad-day", wish: 1, words: "" });
	const far = supported([line(60, "me")], { older: "more" });
	far.loadOlder = async () => Object.assign(far, { lines: [bad("me"), ...far.lines], older: "none" });
	assert.equal(await room({ own: [far] }).part.deeds.why("c1"), "bad-day");
	const here = room({ lines: [line(60, "them")], older: [bad("them")] });
	assert.equal(await here.part.deeds.why("c1"), "bad-day");
});

test("Where a line is cut nobody knows whether it is a bad day: nothing is offered or told", async () => {
	const never = { catching: true, isHere: () => new Promise(() => undefined) };
	const cut = (given) => {
		const one = room(given);
		one.inside.given.clock.after = (_, late) => late() ?? (() => undefined);
		return one;
	};
	const own = cut({ own: [supported([], never)] });
	const here = cut({});
	Object.assign(here.talk, never);
	for (const { part, left } of [own, here, cut({ own: [null] })]) {
		await assert.rejects(part.deeds.why("c1"), { code: "offline" });
		await assert.rejects(part.deeds.offer("c1", { docId: "s1", k: 1, re: "" }), { code: "offline" });
		assert.deepEqual(left, []);
	}
});

test("Until it is told a yes can become a not now, and after that no more", async () => {
	const theirs = { ...offer(2), from: "them", by: "ada" };
	const yes = line(3, "me", { t: "story-answer", of: OF, says: 1 });
	const { part, left, talk } = room({ lines: [theirs, yes] });
	await part.deeds.answer("c1", OF, 2);
	assert.deepEqual(left, ["card story-answer"]);
	talk.lines = [theirs, yes, { ...shared(4), from: "them", by: "ada" }];
	await part.deeds.answer("c1", OF, 2);
	assert.deepEqual(left, ["card story-answer"]);
});

test("Ben answers with a layer of his own once: a second press, a reload and another device ask no second time", async () => {
	const deed = ["c1", { docId: "s1", k: 1, re: OF }];
	const pressed = room();
	await pressed.part.deeds.offer(...deed);
	await assert.rejects(pressed.part.deeds.offer(...deed), { code: "not-now" });
	assert.deepEqual(pressed.left, ["card story-offer"]);
	const [{ content }] = pressed.seen.own;
	const reloaded = room({ story: content });
	await assert.rejects(reloaded.part.deeds.offer(...deed), { code: "not-now" });
	assert.deepEqual(reloaded.left, []);

	// Another device wrote first, and this one learns of it as it writes.
	const other = room();
	const { writeOwn } = other.notebook;
	other.notebook.writeOwn = (own, docId, change) => {
		other.seen.own = [{ docId: "s1", kind: "story", content }];
		return writeOwn(own, docId, change);
	};
	await assert.rejects(other.part.deeds.offer(...deed), { code: "not-now" });
	assert.deepEqual([other.left, other.seen.own[0].content.told.length], [[], 1]);
});

test("Nobody answers their own question, and a press that comes twice says yes once", async () => {
	const mine = room({ lines: [offer(2)] });
	await assert.rejects(mine.part.deeds.answer("c1", OF, 1), { code: "not-now" });
	const theirs = { ...offer(2), from: "them", by: "ada" };
	const { part, left, talk } = room({ lines: [theirs] });
	await part.deeds.answer("c1", OF, 1);
	talk.lines = [theirs, line(3, "me", { t: "story-answer", of: OF, says: 1 })];
	await part.deeds.answer("c1", OF, 1);
	assert.deepEqual(left, ["card story-answer"]);
});
