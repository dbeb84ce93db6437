// Letting the programme choose: whom somebody named stays named, whatever a page knows of it.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { Choosing } from "../../talk/choosing.js";
import { deedsOf, drawn, screenOf } from "./drawn.js";

const wishes = { facts: [], langs: [], matters: null, anyone: true };
const view = { config: { programme: "Riverside Peers" } };
const drawnOf = (screen) => drawn(screen.render()).replace(/\s+/g, " ");
const named = (detail) => ({ detail });

let RoomHandOver;
let RoomNotThese;
before(async () => {
	await (await import("../../words/index.js")).learnInside();
	({ RoomHandOver } = await import("../../screens/hand-over.js"));
	({ RoomNotThese } = await import("../../screens/not-these.js"));
});

/** The page before handing over, and what goes to the house from it. */
function handing(notThese) {
	const sent = [];
	const answer = { wish: null, proposed: null, took: {}, not_these: [] };
	const api = {
		nameNotThese: async (change) => sent.push(["names", change]) && answer,
		handOver: async (ticks) => sent.push(["ticks", ticks]) && answer,
	};
	const choosing = new Choosing(/** @type {any} */ ({ given: { api } }));
	const room = { choosing: (...given) => choosing.deed(...given) };
	const page = screenOf(RoomHandOver, { view, room, wishes, notThese });
	page.attempt = async (deed) => {
		await deed();
		return true;
	};
	page.go = () => {};
	return { page, sent, hand: () => deedsOf(page.render(), "@click")[0]() };
}
const ticks = ["ticks", { facts: [], matters: null, langs: [], anyone: true }];

test("Handing over before the names were read asks for none and sends none", async () => {
	const { page, sent, hand } = handing(null);
	assert.doesNotMatch(drawnOf(page), /<room-not-these/);
	await hand();
	assert.deepEqual(sent, [ticks]);
});

test("Only what Ada pressed goes to the house, and it goes before her wishes", async () => {
	const { page, sent, hand } = handing(["ben", "sam"]);
	const press = (detail) => deedsOf(page.render(), "@named")[0](named(detail));
	press({ add: ["lea"], remove: [] });
	press({ add: [], remove: ["ben"] });
	assert.match(drawnOf(page), /\.chosen=sam ?lea/);
	press({ add: ["finn"], remove: [] });
	press({ add: [], remove: ["finn"] });
	await hand();
	assert.deepEqual(sent, [["names", { add: ["lea"], remove: ["ben"] }], ticks]);
});

test("A press on a name changes that name alone", () => {
	const page = screenOf(RoomNotThese, { view, chosen: ["ben"] });
	const people = ["ben", "sam"].map((id) => ({ accountId: id, name: id }));
	page.people = people;
	const told = [];
	page.addEventListener("named", ({ detail }) => told.push(detail));
	for (const press of deedsOf(page.render(), "@change")) press();
	assert.deepEqual(told, [
		{ add: [], remove: ["ben"] },
		{ add: ["sam"], remove: [] },
	]);
});

test("Before handing over stands what goes with a first talk, and what stays", () => {
	const said = drawnOf(handing([]).page);
	assert.match(said, /It is deleted when you talk with someone.*The people you marked stay marked until/);
});
