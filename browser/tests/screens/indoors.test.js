import assert from "node:assert/strict";
import { test } from "node:test";
import { Indoors } from "../../screens/indoors.js";

const nothing = () => undefined;
const outside = { door: "outside", work: null };
const goingIn = { door: "outside", work: "making-lock" };

test("a first visit fetches nothing of what lies behind the door", () => {
	let fetched = 0;
	const indoors = new Indoors(async () => (fetched += 1));
	indoors.follow(outside, nothing);
	indoors.follow({ door: "starting", work: null }, nothing);
	assert.equal(fetched, 0);
});

test("the screens come while the lock is being made, once", () => {
	let fetched = 0;
	const indoors = new Indoors(async () => (fetched += 1));
	indoors.follow(goingIn, nothing);
	indoors.follow({ door: "inside", work: null }, nothing);
	assert.equal(fetched, 1);
});

test("a line that fails on the way in is tried again until the screens are there", async () => {
	const tries = [new Error("offline"), new Error("offline"), null];
	const waited = [];
	const indoors = new Indoors(
		async () => {
			const failed = tries.shift();
			if (failed) throw failed;
		},
		(again, wait) => {
			waited.push(wait);
			again();
		},
	);
	let arrived = 0;
	indoors.follow(goingIn, () => (arrived += 1));
	assert.equal(indoors.canDraw("come-in"), true);
	assert.equal(indoors.canDraw("talk"), false);
	await new Promise((done) => setTimeout(done, 5));
	assert.deepEqual(tries, []);
	assert.deepEqual(waited, [3_000, 3_000]);
	assert.equal(arrived, 1);
	assert.equal(indoors.canDraw("talk"), true);
});

test("a screen that most visits never open comes when somebody goes there, once, and after a line that failed", async () => {
	const tries = [new Error("offline"), null];
	let brought = 0;
	const bring = async () => {
		brought += 1;
		const failed = tries.shift();
		if (failed) throw failed;
	};
	const known = {};
	const seldom = { "a-seldom-screen": { bring, draw: () => "drawn", step: null } };
	const indoors = new Indoors(
		async () => ({ seldom, learn: (more) => Object.assign(known, more) }),
		(again) => again(),
	);
	let arrived = 0;
	const inside = { door: "inside", work: null };
	indoors.follow(goingIn, () => (arrived += 1));
	await new Promise((done) => setTimeout(done, 5));
	assert.deepEqual([brought, arrived, indoors.canDraw("a-seldom-screen")], [0, 1, false]);
	indoors.follow(inside, () => (arrived += 1), "a-seldom-screen");
	indoors.follow(inside, () => (arrived += 1), "a-seldom-screen");
	await new Promise((done) => setTimeout(done, 5));
	assert.deepEqual([brought, arrived, indoors.canDraw("a-seldom-screen")], [2, 2, true]);
	assert.equal(known["a-seldom-screen"][0](), "drawn");
});
