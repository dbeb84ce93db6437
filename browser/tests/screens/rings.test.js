// The people around oneself: each once, now before earlier, and nobody on top of another.

import assert from "node:assert/strict";
import { test } from "node:test";
import { aroundMe, rings, spots, wide } from "../../screens/rings.js";

const one = (mine, state, accountId) => ({ mine, state, other: { accountId, name: accountId } });

test("Ada sees each person once, who walks with her now first, and nobody who only asked or said no", () => {
	const all = [
		one("client", "ended", "ben"),
		one("client", "asked", "cem"),
		one("client", "declined", "dora"),
		one("client", "paused", "eve"),
		one("client", "ended", "eve"),
		one("specialist", "active", "finn"),
	];
	const [near, far] = aroundMe(/** @type {any} */ (all));
	assert.deepEqual(
		near.map(({ one: { other }, isNow }) => [other.accountId, isNow]),
		[
			["eve", true],
			["ben", false],
		],
	);
	assert.deepEqual(
		far.map(({ one: { other } }) => other.accountId),
		["finn"],
	);
});

test("whoever has nobody yet has two empty rings", () => {
	assert.deepEqual(aroundMe([]), [[], []]);
});

test("on a full ring no dot touches another, and none leaves the picture", () => {
	for (const { radius, room } of rings) {
		const all = spots(room, radius);
		for (const { x, y } of all) assert.ok(Math.min(x, y) >= 15 && Math.max(x, y) <= wide - 15);
		for (const [at, a] of all.entries())
			for (const b of all.slice(at + 1)) assert.ok(Math.hypot(a.x - b.x, a.y - b.y) > 29);
	}
});
