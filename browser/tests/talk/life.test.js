import assert from "node:assert/strict";
import { test } from "node:test";
import { homepage, lateSince } from "../../talk/homepage.js";
import { lifeView, missing, waitedFrom } from "../../talk/life.js";
import { Living } from "../../talk/living.js";
import { askNow } from "../../talk/one-ask.js";

const DAY = 86_400_000;
const reply = { days: [0, 1, 2, 3, 4, 5, 6], from: 0, to: 0, tz: "UTC", within: 24 };
const promise = { version: 1, sentences: [["kept-months", ["12"]]] };
const active = { mine: "client", state: "active", promise, asked_on: 100 };
const mine = (day) => ({ from: "me", ts: day * DAY });
const theirs = (day) => ({ from: "them", ts: day * DAY });
const seen = (relation, lines, day, cannot = null) =>
	missing({ ...active, ...relation }, { lines, cannot, reply, now: day * DAY });

test("Ada is told that nobody answers two weeks after the reply line is over, and not before", () => {
	assert.equal(seen({}, [theirs(199), mine(200)], 215), null);
	assert.equal(seen({}, [theirs(199), mine(200)], 215.1), "silent");
	assert.equal(seen({}, [mine(200), theirs(201)], 400), null);
	assert.equal(seen({}, [], 400), null);
});

test("Where somebody came, or was given what was before, nobody wrote: silence stays, and none begins", () => {
	const turn = { ...theirs(210), kind: "turn" };
	const granted = { ...mine(210), kind: "granted" };
	assert.equal(seen({}, [mine(200), turn], 215.1), "silent");
	assert.equal(seen({}, [mine(200), theirs(201), granted], 400), null);
	const his = { ...active, mine: "specialist" };
	const lines = [mine(200), { ...theirs(201), kind: "turn" }];
	assert.equal(lateSince(his, { lines, hours: reply, now: 400 * DAY }), null);
	const pause = { by: "you", since_on: 190, until_on: 205, chosen: true, over_on: 205 };
	const given = { conversation: { lines: [turn, granted], known: {} }, reply: null, now: 211 * DAY };
	assert.equal(lifeView({ ...active, pause }, given).isBack, true);
});

test("Only who asked is told so, and nobody in a pause or after an end", () => {
	assert.equal(seen({ mine: "specialist" }, [mine(200)], 400), null);
	for (const state of ["asked", "paused", "ended"]) assert.equal(seen({ state }, [mine(200)], 400), null);
});

test("What was written before a pause waits from its end, for Ada and for Ben", () => {
	const pause = { by: "them", since_on: 201, until_on: 220, chosen: true, over_on: 220 };
	assert.equal(seen({ pause }, [mine(200)], 230), null);
	assert.equal(seen({ pause }, [mine(200)], 235.1), "silent");
	const his = { ...active, mine: "specialist", pause };
	const known = { lines: [theirs(200)], hours: reply, from: waitedFrom(his) };
	assert.equal(lateSince(his, { ...known, now: 220.5 * DAY }), null);
	assert.equal(lateSince(his, { ...known, now: 221.1 * DAY }), 220 * DAY);
	assert.equal(lateSince({ ...his, state: "paused" }, { ...known, now: 300 * DAY }), null);
});

test("A specialist whom the programme no longer stands behind is told at once", () => {
	assert.equal(seen({}, [theirs(200)], 200, "programme-lapsed"), "lapsed");
});

test("After a pause both are asked how to go on, until somebody writes", () => {
	const pause = { by: "you", since_on: 200, until_on: 207, chosen: true, over_on: 207 };
	const isBack = (lines) =>
		lifeView({ ...active, pause }, { conversation: { lines, known: {} }, reply, now: 208 * DAY }).isBack;
	assert.equal(isBack([mine(199)]), true);
	assert.equal(isBack([mine(199), theirs(207.5)]), false);
	assert.equal(
		lifeView({ ...active, pause: { ...pause, over_on: null } }, { conversation: null, reply, now: 0 }).isBack,
		false,
	);
});

test("A pause, a plan and a way back are shown as the house has them, and nothing where there is none", () => {
	const nothing = lifeView(active, { conversation: null, reply, now: 0 });
	assert.deepEqual(
		[nothing.pause, nothing.plan, nothing.wayBack, nothing.keptMonths],
		[null, null, null, 12],
	);
	const plan = { ends_on: 300, by: "them", wish: { by: "you", ends_on: null }, remind: 2 };
	const shown = lifeView(
		{ ...active, plan, way_back: { mine: true, both: false, until_on: 9 } },
		{ conversation: null, reply, now: 0 },
	);
	assert.deepEqual(shown.plan, { endsOn: 300, by: "them", remind: 2, wish: { by: "you", endsOn: null } });
	assert.deepEqual(shown.wayBack, { mine: true, both: false, until: 9 });
});

test("A reminder is the one thing asked on a visit, not before the fourth, and not beside what must be read", () => {
	const due = {
		door: "inside",
		notices: [],
		changes: [],
		lastOpened: null,
		badDay: false,
		me: null,
		offerOwn: true,
		visits: 4,
	};
	const relationships = [{ plan: { remind: 4 } }];
	assert.equal(askNow({ ...due, relationships }), "plan");
	assert.equal(askNow({ ...due, relationships, visits: 3 }), null);
	assert.equal(askNow({ ...due, relationships, badDay: null }), null);
	assert.equal(askNow({ ...due, relationships, lastOpened: 5 }), null);
	assert.equal(askNow({ ...due, relationships: [{ plan: { remind: null } }, { plan: null }] }), "own");
});

test("Who rests stays on Ben's page and counts as nobody who waits too long", () => {
	const one = {
		state: "paused",
		mine: "specialist",
		askedOn: 1,
		waitingForMe: false,
		lateSince: null,
		last: null,
	};
	assert.deepEqual(homepage([one]).rest, [one]);
	assert.deepEqual(homepage([one]).late, []);
});

/** A house and a talk that store a line, or do not. */
function inside({ stores }) {
	const did = [];
	const lines = [];
	let now = 0;
	const talk = {
		get lines() {
			return lines;
		},
		say: (text) => talk.sayAs("text", { text }),
		sayAs: (kind, { text }) => {
			lines.push({ id: "w1", kind, text, state: stores ? "stored" : "waiting" });
			return "w1";
		},
		takeBack: async () => lines.splice(0),
	};
	const clock = {
		now: () => now,
		after: (wait, deed) => {
			now += wait;
			queueMicrotask(deed);
		},
	};
	return {
		did,
		lines,
		given: { clock, api: { putOf: async (...all) => did.push(["put", ...all]) } },
		relation: () => ({ conversations: [{ conv: "c", continues: null }] }),
		conversations: { of: () => talk },
		conversation: () => talk,
		relationships: { put: () => {} },
		follow: async () => {},
		step: async (...all) => did.push(all),
	};
}

test("The words that go with a pause are there before it begins", async () => {
	const there = inside({ stores: true });
	await new Living(there).deed("pause", "7", { until: 300, words: "I need some rest." });
	assert.equal(there.lines[0].text, "I need some rest.");
	assert.deepEqual(there.did, [["7", "pause", { until_on: 300 }]]);
});

test("A pause whose words cannot go does not begin, and they are not said twice", async () => {
	const there = inside({ stores: false });
	await assert.rejects(new Living(there).deed("pause", "7", { until: null, words: "Rest." }), {
		code: "offline",
	});
	assert.deepEqual([there.did, there.lines], [[], []]);
});

test("A goodbye is a line of its own kind, and never an empty one", async () => {
	const there = inside({ stores: true });
	await assert.rejects(new Living(there).deed("goodbye", "7", "  "), { code: "empty" });
	await new Living(there).deed("goodbye", "7", "Go well.");
	assert.equal(there.lines[0].kind, "goodbye");
	assert.deepEqual(there.did, []);
});

test("A pause of the programme that has no end to speak of names no day", () => {
	const pause = (until_on) => ({ by: "programme", since_on: 200, until_on, chosen: true, over_on: null });
	const known = { conversation: { lines: [], known: {} }, reply: null, now: 205 * DAY };
	const shown = (until) => lifeView({ ...active, state: "paused", pause: pause(until) }, known).pause?.by;
	assert.deepEqual([shown(214), shown(200 + 3_650)], ["programme", "no-day"]);
});
