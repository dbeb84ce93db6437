import assert from "node:assert/strict";
import { test } from "node:test";
import { Locks } from "../../vault/locks.js";
import { TravelClock } from "../travel.js";

function lockAfter(minutes) {
	const clock = new TravelClock();
	const seen = [];
	const locks = new Locks({
		clock,
		minutes,
		onPhase: (phase) => seen.push(phase),
		onLock: () => seen.push("locked"),
	});
	return { clock, seen, locks };
}

test("A minute before it locks, the room says so; then it locks", async () => {
	const { clock, seen } = lockAfter(5);
	await clock.travel(4 * 60_000 - 1);
	assert.deepEqual(seen, []);
	await clock.travel(1);
	assert.deepEqual(seen, ["warning"]);
	await clock.travel(60_000);
	assert.deepEqual(seen, ["warning", "locked"]);
});

test("Any key extends, even in the last second", async () => {
	const { clock, seen, locks } = lockAfter(5);
	await clock.travel(5 * 60_000 - 1_000);
	locks.touched();
	assert.deepEqual(seen, ["warning", "open"]);
	await clock.travel(4 * 60_000 - 1);
	assert.deepEqual(seen, ["warning", "open"]);
	await clock.travel(60_001);
	assert.deepEqual(seen.at(-1), "locked");
});

test("With one minute chosen, the word comes half a minute before", async () => {
	const { clock, seen, locks } = lockAfter(1);
	assert.equal(locks.warningFor, 30);
	await clock.travel(30_000);
	assert.deepEqual(seen, ["warning"]);
	await clock.travel(30_000);
	assert.deepEqual(seen, ["warning", "locked"]);
});

test("A hidden page is covered at once, and stays covered until someone touches it", async () => {
	const { clock, seen, locks } = lockAfter(5);
	locks.shown(false);
	assert.deepEqual(seen, ["covered"]);
	locks.shown(true);
	assert.deepEqual(seen, ["covered"]);
	await clock.travel(1_000);
	locks.touched();
	assert.deepEqual(seen, ["covered", "open"]);
});

test("Hidden counts as idle: touches that cannot be Ada's extend nothing", async () => {
	const { clock, seen, locks } = lockAfter(1);
	locks.shown(false);
	await clock.travel(59_000);
	locks.touched();
	await clock.travel(1_000);
	assert.deepEqual(seen, ["covered", "locked"]);
});

test("A computer that slept past the time locks before it shows anything", () => {
	const { clock, seen, locks } = lockAfter(15);
	locks.shown(false);
	clock.sleep(16 * 60_000);
	locks.shown(true);
	assert.deepEqual(seen, ["covered", "locked"]);
	locks.touched();
	assert.deepEqual(seen, ["covered", "locked"]);
});

test("After it was stopped no lock comes", async () => {
	const { clock, seen, locks } = lockAfter(1);
	locks.stop();
	locks.touched();
	await clock.travel(600_000);
	assert.deepEqual(seen, []);
});
