// Ben's hours: what stands there says whether it holds.

import assert from "node:assert/strict";
import { test } from "node:test";
import { deedsOf, drawn, screenOf } from "./drawn.js";
import { learnInside } from "../../words/index.js";

await learnInside();
const { RoomHours } = await import("../../screens/hours.js");

const week = (spans) => [0, 1, 2, 3, 4, 5, 6].map((day) => (day === 0 ? spans : []));
const hoursOf = (spans) => ({
	...{ zone: "Europe/Berlin", week: week(spans), others: [] },
	...{ minutes: 50, between: 10, lead_hours: 24, ahead_days: 28, books: true },
});
const NINE = hoursOf([[540, 1020]]);
const TEN = hoursOf([[600, 1020]]);

/** The page of his hours in a room that keeps drafts, and a house that keeps hours. */
async function opened(house) {
	const room = {
		draftOf: (id) => house.drafts.get(id) ?? "",
		draft: (id, text) => (text === "" ? house.drafts.delete(id) : house.drafts.set(id, text)),
		reading: async () => house.kept,
		doing: async (_part, _deed, hours) => {
			house.kept = hours;
			return hours;
		},
	};
	const page = screenOf(RoomHours, { room, view: { me: null }, place: { screen: "hours" } });
	page.firstUpdated();
	const seen = () => drawn(page.render());
	// Where a draft lies is a hash, made beside: on a busy machine it takes its time.
	await until(() => page.hours !== null);
	for (let turn = 0; turn < 20; turn += 1) await new Promise((done) => setTimeout(done, 1));
	return { page, seen };
}

/** @param {() => boolean} isSo */
async function until(isSo) {
	for (let turn = 0; turn < 2_000 && !isSo(); turn += 1) await new Promise((done) => setTimeout(done, 1));
}

/** Somebody takes the hours of Monday away, and leaves. */
async function emptied(house) {
	const { page, seen } = await opened(house);
	const [drop] = deedsOf(page.render(), "@click");
	drop();
	await until(() => house.drafts.size > 0);
	assert.match(seen(), /Not saved yet/);
}

test("Hours that were begun and not saved are said to be that, and the saved ones are one press away", async () => {
	const house = { drafts: new Map(), kept: NINE };
	await emptied(house);
	const { page, seen } = await opened(house);
	assert.match(seen(), /have not saved it/);
	assert.deepEqual(page.hours.week[0], []);
	await deedsOf(page.render(), "@click")[0]();
	assert.deepEqual([page.hours, house.drafts.size], [NINE, 0]);
	assert.doesNotMatch(seen(), /have not saved it|Not saved yet/);
});

test("What was begun on hours that changed meanwhile is let go, and takes nothing away", async () => {
	const house = { drafts: new Map(), kept: NINE };
	await emptied(house);
	house.kept = TEN;
	const { page, seen } = await opened(house);
	assert.deepEqual([page.hours, house.drafts.size], [TEN, 0]);
	assert.doesNotMatch(seen(), /have not saved it/);
});

test("Once they are saved nothing is begun any more", async () => {
	const house = { drafts: new Map(), kept: NINE };
	await emptied(house);
	const { page, seen } = await opened(house);
	const [save] = deedsOf(page.render(), "@submit");
	await save({ preventDefault: () => undefined });
	assert.deepEqual([house.kept.week[0], house.drafts.size], [[], 0]);
	assert.match(seen(), /Saved/);
	assert.doesNotMatch(seen(), /have not saved it/);
});
