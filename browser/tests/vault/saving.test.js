import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Saving } from "../../vault/saving.js";
import { TravelClock } from "../travel.js";

const refusal = (code, body = {}) => Object.assign(new Error(code), { code, body });

let clock;
let put;
let refusals;
let saved;
let notes;
let dirty;
let stuck;
let merged;
let saving;

beforeEach(() => {
	clock = new TravelClock();
	[put, refusals, saved, stuck, merged, dirty] = [[], [], [], [], [], true];
	notes = { drafts: [{ conv: "c", text: "dear Ben" }], name: "Ada" };
	let ctr = 1;
	const core = {
		saveState: async (given) => (dirty ? { body: { ctr: ctr + 1, notes: given } } : { body: null }),
		stateSaved: async ({ ctr: now }) => {
			ctr = now;
			saved.push(now);
			dirty = false;
		},
		stateMoved: async ({ state }) => ({
			body: { ctr: state.ctr + 1 },
			drafts: [{ conv: "d", text: "from the phone" }],
			name: "",
		}),
	};
	const api = {
		putState: async (body) => {
			put.push(body);
			const refused = refusals.shift();
			if (refused) throw refused;
		},
	};
	const seen = { onMerged: (news) => merged.push(news), onStuck: ({ code }) => stuck.push(code) };
	saving = new Saving({ core, api, clock, notes: () => notes, ...seen });
});

test("What Ada began is saved after five seconds of quiet, once", async () => {
	saving.stir();
	await clock.travel(3_000);
	saving.stir();
	await clock.travel(4_999);
	assert.equal(put.length, 0);
	await clock.travel(1);
	assert.deepEqual(put, [{ ctr: 2, notes }]);
	await clock.travel(60_000);
	assert.equal(put.length, 1);
});

test("Whoever never rests is saved all the same, every fifteen seconds", async () => {
	for (let second = 0; second < 46; second += 1) {
		dirty = true;
		saving.stir();
		await clock.travel(1_000);
	}
	assert.equal(put.length, 3);
});

test("A clock that is set back or ahead meanwhile keeps nothing from being saved", async () => {
	const { now } = clock;
	for (const [times, off] of [-3_600_000, 3_600_000].entries()) {
		dirty = true;
		clock.now = now;
		saving.stir();
		clock.now = () => now() + off;
		saving.stir();
		await clock.travel(5_000);
		assert.equal(put.length, times + 1, "five seconds of quiet at most");
	}
});

test("A long talk is saved at every twentieth message of hers, without waiting for quiet", async () => {
	for (let message = 0; message < 40; message += 1) {
		dirty = true;
		saving.sent();
		await clock.travel(100);
	}
	assert.equal(put.length, 2);
});

test("Nothing new is not saved again", async () => {
	dirty = false;
	await saving.save();
	assert.deepEqual(put, []);
});

test("When her phone was first, both are merged and the merged state is saved", async () => {
	refusals = [refusal("state-moved", { state: { ctr: 7 } })];
	await saving.save();
	assert.deepEqual(saved, [8]);
	assert.deepEqual(merged, [{ drafts: [{ conv: "d", text: "from the phone" }], name: "" }]);
});

test("Two devices that are never done do not keep each other busy for ever", async () => {
	refusals = Array.from({ length: 9 }, (_, place) => refusal("state-moved", { state: { ctr: place + 5 } }));
	await assert.rejects(saving.save(), { code: "state-moved" });
	assert.equal(put.length, 4);
});

test("While the line is down the sealed state is kept, and saving is tried again", async () => {
	refusals = [refusal("offline"), refusal("offline")];
	saving.stir();
	await clock.travel(5_000);
	assert.deepEqual(saving.unsaved, put[0]);
	await clock.travel(30_000);
	assert.equal(put.length, 3);
	assert.equal(saving.unsaved, null);
	assert.deepEqual(stuck, []);
});

test("A state that was rolled back is told, not tried again", async () => {
	refusals = [refusal("state-rolled-back")];
	saving.stir();
	await clock.travel(60_000);
	assert.deepEqual(stuck, ["state-rolled-back"]);
	assert.equal(put.length, 1);
});

test("Two saves at once go one after the other", async () => {
	const both = Promise.all([saving.save(), saving.save()]);
	await both;
	assert.deepEqual(saved, [2]);
});
