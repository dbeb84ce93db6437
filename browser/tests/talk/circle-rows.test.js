// What is shown of an open circle, and what is kept from whoever blocked its writer.

import assert from "node:assert/strict";
import { test } from "node:test";
import { circleNow } from "../../talk/circle-rows.js";

const line = (n, by, text) => ({ n, from: by === "ada" ? "me" : "them", by, kind: "text", text });
const called = (n, by, name) => ({ ...line(n, by, ""), kind: "card", card: { t: "circle-called", name } });
const talk = {
	conv: "c",
	lines: [
		called(2, "finn", "River"),
		line(3, "finn", "Hello."),
		line(4, "ada", "Hi."),
		line(5, "ben", "Hi both."),
	],
	known: {
		...{ canWrite: true, cannot: null, stopped: null },
		readers: [
			{ account_id: "ben", name: "Ben", reads: true },
			{ account_id: "finn", name: null, reads: true },
		],
		circle: {
			members: [
				{ account_id: "ada", role: 1 },
				{ account_id: "ben", role: 6 },
				{ account_id: "finn", role: 1 },
			],
			led: [{ n: 1, hosts: ["ben"] }],
			leaving: [],
		},
	},
};
const shown = (blocked, { at = 0, said = [] } = {}) =>
	circleNow(
		1,
		{ ...talk, lines: [...talk.lines, ...said] },
		{ me: "ada", draft: "", trouble: null, blocked: new Set(blocked), at, keptBack: [], earlier: {} },
	);

test("Nobody sees lines of whom they blocked; who is here they see all the same", () => {
	const texts = ({ lines }) => lines.map(({ text }) => text).filter((text) => text !== "");
	assert.deepEqual(texts(shown([])), ["Hello.", "Hi.", "Hi both."]);
	assert.deepEqual(texts(shown(["finn"])), ["Hi.", "Hi both."]);
	assert.deepEqual(
		shown(["finn"]).people.map(({ name, role }) => [name, role]),
		[
			[null, "client"],
			["Ben", "host"],
			["River", "client"],
		],
	);
});

test("Quiet hours are what a host says, until a host says otherwise; what a member says of them is shown to nobody", () => {
	const hours = (n, by, from, till) => ({
		...{ ...line(n, by, ""), kind: "card" },
		card: { t: "circle-quiet", from, till, zone: "UTC" },
	});
	const [night, noon] = ["2026-01-10T23:00:00Z", "2026-01-10T12:00:00Z"].map(Date.parse);
	const set = hours(6, "ben", 1320, 420);
	assert.deepEqual(shown([], { at: night }).quietUntil, null);
	const quiet = shown([], { at: night, said: [set, hours(7, "finn", 0, 1439)] });
	assert.deepEqual(quiet.quiet, { from: 1320, till: 420, zone: "UTC" });
	assert.equal(new Date(quiet.quietUntil).toISOString(), "2026-01-11T07:00:00.000Z");
	assert.equal(quiet.lines.filter(({ card }) => card?.t === "circle-quiet").length, 1);
	const again = shown([], { at: night, said: [set, hours(7, "ben", 1320, 420)] });
	assert.equal(again.lines.filter(({ card }) => card?.t === "circle-quiet").length, 1);
	assert.equal(shown([], { at: noon, said: [set] }).quietUntil, null);
	assert.equal(shown([], { at: night, said: [set, hours(8, "ben", 0, 0)] }).quiet, null);
});

test("Whoever said that they go is among the people no more, also while nobody has written since", () => {
	const { circle } = talk.known;
	const left = { ...talk, known: { ...talk.known, circle: { ...circle, leaving: ["finn"] } } };
	const { people } = circleNow(1, left, {
		me: "ada",
		draft: "",
		trouble: null,
		blocked: new Set(),
		at: 0,
		keptBack: [],
	});
	assert.deepEqual(
		people.map(({ accountId, isHere }) => [accountId, isHere]),
		[
			["ada", true],
			["ben", true],
			["finn", false],
		],
	);
});
