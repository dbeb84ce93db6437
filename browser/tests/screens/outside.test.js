// Outside the hours that somebody gave: a gentle word beside the box, for the right person.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import "./drawn.js";

let outsideNote;
let nothing;
before(async () => {
	await (await import("../../words/index.js")).learnInside();
	({ nothing } = await import("../../vendor/lit.js"));
	({ outsideNote } = await import("../../screens/outside.js"));
});

const HOURS = { days: [0, 1, 2, 3, 4], from: 540, to: 1_020, tz: "Europe/Berlin", within: 24 };
const [NIGHT, NOON] = [Date.parse("2026-03-03T23:00Z"), Date.parse("2026-03-03T11:00Z")];
const talk = (more) => ({ relationship: { mine: "client" }, outside: true, lines: [], reply: null, ...more });
const specialist = { me: { profile: { reply: HOURS } } };
const isSaid = (...given) => outsideNote(...given) !== nothing;
const help = () => undefined;

test("Ada is told before she writes that Ben is not there, and once she wrote it stands under her line", () => {
	assert.equal(isSaid(talk(), {}, "Ben", help, NIGHT), true);
	assert.equal(isSaid(talk({ lines: [{ from: "me" }] }), {}, "Ben", help, NIGHT), false);
	assert.equal(isSaid(talk({ outside: false }), {}, "Ben", help, NIGHT), false);
});

test("Ben is told of his own hours alone, and only outside them", () => {
	const own = talk({ relationship: { mine: "specialist" } });
	assert.equal(isSaid(own, specialist, "River", help, NIGHT), true);
	assert.equal(isSaid(own, specialist, "River", help, NOON), false);
	assert.equal(isSaid(own, { me: { profile: null } }, "River", help, NIGHT), false);
});

test("What waits until Ben's hours begin stands there at any hour, until it went", () => {
	const own = talk({ conv: "c1", relationship: { mine: "specialist" } });
	const waiting = { ...specialist, parts: { later: { c1: { text: "Sleep well.", at: NOON, goes: false } } } };
	assert.equal(isSaid(own, waiting, "River", help, NOON), true);
	assert.equal(isSaid(talk({ ...own, conv: "c2" }), waiting, "River", help, NOON), false);
});
