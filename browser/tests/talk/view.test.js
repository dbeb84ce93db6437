import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { Drafts } from "../../talk/drafts.js";
import { homepage, lateSince } from "../../talk/homepage.js";
import { promiseLines } from "../../talk/promise.js";
import { Notes } from "../../talk/notes.js";
import {
	isReadable,
	mayAskAgain,
	mayAskSomeoneElse,
	newestOf,
	restsUntil,
} from "../../talk/relationships.js";
import { asRoomError, RoomError } from "../../talk/trouble.js";

const catalogue = JSON.parse(
	await readFile(new URL("../../../protocol/promise/en.json", import.meta.url), "utf8"),
);

const with_ = (id, state, { waitingForMe = false, ts = 0, askedOn = 10, lateSince = null } = {}) => ({
	id,
	state,
	mine: "specialist",
	askedOn,
	waitingForMe,
	lateSince,
	last: { ts },
});

test("Ben sees new hellos first, the oldest on top, then who waits longest, then the rest", () => {
	const { hellos, waiting, rest } = homepage([
		with_("talks", "active", { ts: 500 }),
		with_("new", "asked", { askedOn: 12 }),
		with_("waits", "active", { waitingForMe: true, ts: 300 }),
		with_("older", "asked", { askedOn: 11 }),
		with_("waits longer", "paused", { waitingForMe: true, ts: 100 }),
		with_("talked", "active", { ts: 900 }),
		with_("over", "ended"),
	]);
	assert.deepEqual(
		hellos.map(({ id }) => id),
		["older", "new"],
	);
	assert.deepEqual(
		waiting.map(({ id }) => id),
		["waits longer", "waits"],
	);
	assert.deepEqual(
		rest.map(({ id }) => id),
		["talked", "talks"],
	);
});

test("Whoever waits longer than Ben's reply line says stands on top, the longest first, and nowhere else", () => {
	const { late, hellos, waiting } = homepage([
		with_("new", "asked"),
		with_("late talk", "active", { waitingForMe: true, lateSince: 200 }),
		with_("late hello", "asked", { lateSince: 100 }),
		with_("waits", "active", { waitingForMe: true }),
	]);
	const ids = (people) => people.map(({ id }) => id);
	assert.deepEqual([ids(late), ids(hellos), ids(waiting)], [["late hello", "late talk"], ["new"], ["waits"]]);
});

const HOURS = { days: [0, 1, 2, 3, 4], from: 540, to: 1020, tz: "UTC", within: 24 };
const talk = { mine: "specialist", state: "active", asked_on: 20_000 };
const moment = (text) => Date.parse(text);
const line = (from, text) => ({ from, ts: text === null ? null : moment(text) });

test("A line is late once the reply line is over, from the first that had no answer", () => {
	const lines = [
		line("them", "2025-06-02T10:00Z"),
		line("me", "2025-06-02T11:00Z"),
		line("them", null),
		line("them", "2025-06-03T10:00Z"),
		line("them", "2025-06-04T09:00Z"),
	];
	const since = (now) => lateSince(talk, { lines, hours: HOURS, now: moment(now) });
	assert.equal(since("2025-06-04T10:00Z"), null);
	assert.equal(since("2025-06-04T10:01Z"), moment("2025-06-03T10:00Z"));
});

test("What Ben answered, what is over and what he asked himself is never late", () => {
	const now = moment("2026-01-01T00:00Z");
	const lines = [line("them", "2025-06-02T10:00Z")];
	const known = { lines, hours: HOURS, now };
	assert.notEqual(lateSince(talk, known), null);
	assert.equal(lateSince(talk, { ...known, lines: [...lines, line("me", "2025-06-09T10:00Z")] }), null);
	assert.equal(lateSince({ ...talk, state: "ended" }, known), null);
	assert.equal(lateSince({ ...talk, mine: "client" }, known), null);
	assert.equal(lateSince(talk, { ...known, hours: null }), null);
	assert.equal(lateSince(talk, { ...known, lines: [] }), null);
});

test("A hello that cannot be opened is late by its day", () => {
	const hello = { ...talk, state: "asked", asked_on: 20_242 };
	const at = (now) => lateSince(hello, { lines: [], hours: HOURS, now: moment(now) });
	assert.equal(at("2025-06-04T08:00Z"), null);
	assert.notEqual(at("2025-06-09T12:00Z"), null);
});

test("Ada may ask someone else after a no, or from the second day on, and not while she talks", () => {
	const asked = { mine: "client", state: "asked", asked_on: 100 };
	assert.equal(mayAskSomeoneElse(asked, 101), false);
	assert.equal(mayAskSomeoneElse(asked, 102), true);
	assert.equal(mayAskSomeoneElse({ ...asked, may_ask_again_on: 105 }, 104), false);
	assert.equal(mayAskSomeoneElse({ ...asked, state: "declined" }, 100), true);
	assert.equal(mayAskSomeoneElse({ ...asked, state: "active" }, 200), false);
	assert.equal(mayAskSomeoneElse({ ...asked, mine: "specialist" }, 200), false);
});

test("A conversation that was started again is the one that goes on", () => {
	const conversations = [
		{ conv: "first", continues: null },
		{ conv: "third", continues: "second" },
		{ conv: "second", continues: "first" },
	];
	assert.equal(newestOf({ conversations }).conv, "third");
	assert.equal(newestOf({ conversations: [] }), null);
});

test("Every sentence of the promise that this room ships can be shown", () => {
	const sentences = Object.entries(catalogue.sentences).map(([id, { takes }]) => [
		id,
		takes.map((name) => `<${name}>`),
	]);
	const lines = promiseLines({ version: 1, sentences }, catalogue);
	assert.equal(lines.length, sentences.length);
	for (const { text, heading } of lines) {
		assert.ok(heading.length > 0);
		assert.doesNotMatch(text, /[{}]/);
	}
});

test("What a programme's name contains is text and nothing more", () => {
	const [line] = promiseLines({ version: 1, sentences: [["two-read", ["{programme} $& <b>"]]] }, catalogue);
	assert.match(line.text, /\{programme\} \$& <b> cannot open it/);
});

test("A sentence this room does not know is never shown", () => {
	for (const sentence of [
		["made-up", []],
		["two-read", []],
		["two-read", ["a", "b"]],
		["constructor", []],
	]) {
		assert.throws(() => promiseLines({ version: 1, sentences: [sentence] }, catalogue), {
			code: "promise-unknown",
		});
	}
	assert.throws(() => promiseLines({ version: 2, sentences: [] }, catalogue), { code: "promise-unknown" });
});

test("A draft of this device is not overwritten by another's, and nothing unsent is lost", () => {
	const drafts = new Drafts();
	drafts.keep("c", "here");
	drafts.merge([
		{ conv: "c", text: "there" },
		{ conv: "d", text: "elsewhere" },
	]);
	drafts.giveBack("c", "was not sent");
	assert.deepEqual(drafts.all(), [
		{ conv: "c", text: "was not sent\n\nhere" },
		{ conv: "d", text: "elsewhere" },
	]);
	drafts.keep("d", "");
	assert.equal(drafts.of("d"), "");
});

test("A refusal below has words above; a fault in the code stays one", () => {
	const below = Object.assign(new Error("word-unknown"), { code: "word-unknown", detail: [3, 5] });
	const above = asRoomError(below);
	assert.ok(above instanceof RoomError);
	assert.deepEqual([above.code, above.place], ["word-unknown", 3]);
	assert.equal(asRoomError(Object.assign(new Error(), { code: "salt-other" })).code, "way-in-changed");
	const fault = new TypeError("x is not a function");
	assert.equal(asRoomError(fault), fault);
});

test("What Ben calls somebody stays theirs when they ask again, until he changes it", () => {
	const relation = (id, account_id, ...convs) => ({
		id,
		other: { account_id },
		conversations: convs.map((conv, at) => ({ conv, continues: convs[at - 1] ?? null })),
	});
	const [again, first, other] = [
		relation(3, "ada", "c3"),
		relation(1, "ada", "c1", "c2"),
		relation(2, "finn", "c9"),
	];
	const all = [again, other, first];
	const notes = new Notes({ people: [{ conv: "c1", name: "Sam", note: "Tuesday" }] });
	assert.deepEqual(notes.of(first, all), { called: "Sam", note: "Tuesday" });
	assert.deepEqual(notes.of(again, all), { called: "Sam", note: "Tuesday" });
	assert.deepEqual(notes.of(other, all), { called: "", note: "" });
	notes.take({ people: [{ conv: "c3", name: "Sam B.", note: "" }] });
	assert.deepEqual(notes.of(again, all), { called: "Sam B.", note: "" });
});

test("Someone from before is offered again, but never who was blocked or is not stood behind", () => {
	const ended = { mine: "client", state: "ended" };
	const verified = { account_id: "ben" };
	assert.equal(mayAskAgain(ended, verified, 100), true);
	assert.equal(mayAskAgain({ ...ended, blocked: true }, verified, 100), false);
	assert.equal(mayAskAgain(ended, null, 100), false);
	assert.equal(mayAskAgain({ ...ended, state: "active" }, verified, 100), false);
	assert.equal(mayAskAgain({ ...ended, mine: "specialist" }, verified, 100), false);
});

test("After a no the same person is offered again from the day the house says, and not before", () => {
	const declined = { mine: "client", state: "declined", rests_until: 114 };
	const verified = { account_id: "ben" };
	assert.deepEqual([restsUntil(declined, 113), restsUntil(declined, 114)], [114, null]);
	assert.equal(mayAskAgain(declined, verified, 113), false);
	assert.equal(mayAskAgain(declined, verified, 114), true);
	assert.equal(restsUntil({ mine: "client", state: "withdrawn" }, 100), null);
});

test("What was kept until its owner left is not offered to be read", () => {
	const conversation = (mode) => ({ conversations: [{ conv: "c", n: 9, mode, continues: null }] });
	assert.equal(isReadable(conversation(4)), true);
	assert.equal(isReadable(conversation(5)), false);
	assert.equal(isReadable({ conversations: [] }), false);
});
