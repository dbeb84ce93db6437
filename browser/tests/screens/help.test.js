// Whom to call: of a pair both, wherever only the first few lines stand.

import assert from "node:assert/strict";
import { test } from "node:test";
import { learnInside } from "../../words/index.js";
import { drawn, screenOf } from "./drawn.js";

await learnInside();
const { firstOf } = await import("../../screens/help.js");
const { RoomBadDay } = await import("../../screens/bad-day.js");
const { RoomNotSafe } = await import("../../screens/not-safe.js");
const { RoomPlain } = await import("../../screens/plain.js");

/** @param {string} name @param {string} [pair] */
const line = (name, pair = "") => ({
	...{ name, pair, who: "", hours: "", what_happens: "", verified: "", lang: "en" },
	how: [{ kind: /** @type {const} */ ("call"), value: "988" }],
});

/** Every list of up to five lines in which each stands alone, or in one of two pairs. @param {number} many @returns {string[][]} */
function drawnOf(many) {
	if (many === 0) return [[]];
	const shorter = drawnOf(many - 1);
	const longest = shorter.filter(({ length }) => length === many - 1);
	return [...shorter, ...longest.flatMap((pairs) => ["", "a", "b"].map((pair) => [...pairs, pair]))];
}

test("However few lines stand first, a pair stands whole or not at all, and nobody gets fewer for it", () => {
	for (const pairs of drawnOf(5)) {
		const lines = pairs.map((pair, at) => line(`Line ${at}`, pair));
		for (const many of [2, 3]) {
			const first = firstOf(lines, many);
			assert.deepEqual(first.slice(0, many), lines.slice(0, many), pairs.join());
			for (const pair of ["a", "b"]) {
				const shown = first.filter((one) => one.pair === pair).length;
				assert.ok([0, pairs.filter((one) => one === pair).length].includes(shown), pairs.join());
			}
			const asked = first
				.slice(many)
				.every(({ pair }) => lines.slice(0, many).some((one) => one.pair === pair));
			assert.ok(asked && first.slice(many).every(({ pair }) => pair !== ""), pairs.join());
		}
	}
});

const paired = [
	line("First"),
	line("Second"),
	line("Third", "night"),
	line("Other"),
	line("Fourth", "night"),
];
const room = { conversation: () => null };
const inside = { door: "inside", relationships: [], parts: { path: { talks: [] }, onCall: null } };

/** What stands on a page of a bad night. @param {any} Kind @param {readonly any[]} help @param {string} ref */
const page = (Kind, help, ref = "") =>
	drawn(
		screenOf(Kind, {
			room,
			view: { ...inside, help },
			place: { screen: "plain", id: "starting", ref },
		}).render(),
	);

test("Whoever is not safe, or waits for that page, reads both lines of a pair that begins among the first three", () => {
	for (const text of [page(RoomNotSafe, paired), page(RoomPlain, paired, "not-safe")]) {
		for (const name of ["First", "Third", "Fourth"]) assert.ok(text.includes(name), name);
		assert.ok(!text.includes("Other"));
	}
});

test("On a bad day as well, where the first two stand", () => {
	const text = page(RoomBadDay, paired.slice(1));
	for (const name of ["Second", "Third", "Fourth"]) assert.ok(text.includes(name), name);
	assert.ok(!text.includes("Other"));
});
