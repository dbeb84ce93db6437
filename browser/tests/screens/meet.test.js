// A time to meet as it stands on a screen: what counts is what was written, and nobody is asked what they cannot know.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { drawn, screenOf } from "./drawn.js";

const HOUR = 3_600;
const soon = Math.floor(Date.now() / 1000 / HOUR) * HOUR + 50 * HOUR;
const one = {
	...{ id: 1, ref: "R", series: "S", relationship: 1, at: soon, minutes: 50, state: "agreed" },
	...{ mine: "client", by: "specialist", wish: null, wish_by: null, wish_in_time: false },
	...{ wants_earlier: false, earlier: null, said: null, became: null },
};
const card = (change = {}) => ({
	...{ t: "meet", ref: "S", start: soon, mins: 50, way: 3, where: "By the river", words: "", zone: "" },
	...change,
});
const lineOf = (its, from = "them") => ({ id: its.ref, kind: "card", from, card: its });

/** @type {any} */
let RoomMeetCard;
before(async () => {
	await (await import("../../words/index.js")).learnInside();
	({ RoomMeetCard } = await import("../../screens/meet-card.js"));
});

/** The last of these cards, as Ada sees it beside what the house lists. */
function seen(all, cards, which = cards.length - 1) {
	const lines = cards.map((its) => lineOf(its));
	const view = { parts: { meeting: { all, inTimeHours: 24, isHere: true } } };
	const conversation = { conv: "c", lines, reply: null };
	const given = { view, room: {}, conversation, line: lines[which], name: "Ben" };
	return drawn(screenOf(RoomMeetCard, given).render()).replace(/\s+/g, " ");
}
const doubted = /The house shows another time than the one written here/;

test("A house that shows another time than was written is found out", () => {
	assert.match(seen([{ ...one, at: soon + HOUR }], [card()]), doubted);
	assert.match(seen([{ ...one, wish: soon + HOUR, wish_by: "specialist" }], [card()]), doubted);
	assert.doesNotMatch(seen([one], [card()]), doubted);
});

test("A house that shows a single time a week later is found out", () => {
	const once = card({ every_days: 0, times: 1 });
	const week = 7 * 24 * HOUR;
	assert.match(seen([{ ...one, at: soon + week }], [once]), doubted);
	assert.doesNotMatch(seen([one], [once]), doubted);
	const weekly = card({ every_days: 7, times: 2 });
	assert.doesNotMatch(seen([{ ...one, at: soon + week }], [weekly]), doubted);
	assert.match(seen([{ ...one, at: soon + 2 * week }], [weekly]), doubted);
});

test("A house that puts two times of a series at one hour, or moves one by an hour, is found out", () => {
	const week = 7 * 24 * HOUR;
	const weekly = card({ every_days: 7, times: 3, zone: "UTC" });
	const of = (ref, off, more = {}) => ({ ...one, ref, at: soon + off, ...more });
	assert.doesNotMatch(seen([of("A", 0), of("B", week)], [weekly]), doubted);
	assert.match(seen([of("A", week), of("B", week)], [weekly]), doubted);
	assert.doesNotMatch(seen([of("A", week, { state: "cancelled" }), of("B", week)], [weekly]), doubted);
	assert.match(seen([of("A", week + HOUR)], [weekly]), doubted);
	assert.match(seen([of("A", week + HOUR / 2)], [weekly]), doubted);
});

test("A wish for another time is believed with a card of its own, not with that of its series", () => {
	const week = 7 * 24 * HOUR;
	const weekly = card({ every_days: 7, times: 3 });
	const asked = { ...one, wish: soon + week, wish_by: "specialist" };
	assert.match(seen([asked], [weekly]), doubted);
	assert.match(seen([asked], [weekly, card({ ref: "R", start: soon + week + HOUR })]), doubted);
	assert.doesNotMatch(seen([asked], [weekly, card({ ref: "R", start: soon + week })]), doubted);
});

test("A move is no lie of the house: the newest card says what counts", () => {
	const moved = card({ ref: "R", start: soon + 2 * HOUR });
	const asked = { ...one, wish: soon + 2 * HOUR, wish_by: "specialist" };
	assert.doesNotMatch(seen([asked], [card(), moved]), doubted);
	assert.match(seen([asked], [card(), moved]), /The old time stands until you say yes/);
	assert.doesNotMatch(seen([{ ...one, at: soon + 2 * HOUR }], [card(), moved]), doubted);
	assert.match(seen([asked], [card(), moved], 0), /The newer one stands below/);
	assert.match(seen([one], [card(), moved]), doubted);
	assert.doesNotMatch(seen([one], [card(), moved, card({ ref: "R" })]), doubted);
});

test("Who asked waits, and who was asked says yes or no", () => {
	const waits = { ...one, state: "proposed" };
	assert.match(seen([waits], [card()]), /Ben asks: does this suit you\?.*Yes, this suits me/);
	const mine = seen([{ ...waits, by: "client" }], [card()]);
	assert.match(mine, /Ben has not answered yet.*Take it back/);
	assert.doesNotMatch(mine, /Yes, this suits me/);
});

test("Whether they met is asked once it is over, and not before", () => {
	assert.doesNotMatch(seen([one], [card()]), /Did you meet/);
	const past = soon - 60 * HOUR;
	const over = { ...one, at: past };
	assert.match(seen([over], [card({ start: past })]), /Did you meet\?.*Ben was not there/);
	const said = { ...over, state: "over", said: "met", became: "met" };
	assert.match(seen([said], [card({ start: past })]), /You met\./);
	const missed = { ...over, state: "over", said: null, became: "client-missed" };
	assert.match(seen([missed], [card({ start: past })]), /You could not come\./);
});

test("Letting go a short while before says so, and early does not", () => {
	const near = Math.floor(Date.now() / 1000 / 300) * 300 + 3 * HOUR;
	assert.match(seen([{ ...one, at: near }], [card({ start: near })]), /less than 24 hours away/);
	assert.doesNotMatch(seen([one], [card()]), /less than 24 hours away/);
});

test("A time that the house forgot is not made up again", () => {
	assert.match(seen([], [card()]), /This time is not kept any more/);
});
