// Handing over: what was chosen stays when somebody looks once more and changes something.

import assert from "node:assert/strict";
import { before, beforeEach, test } from "node:test";
import { deedsOf, drawn, fill, screenOf } from "./drawn.js";

const view = { config: { today: 20_515, programme: "Riverside Peers", contact: { name: "Dora" } } };
const drawnOf = (screen) => drawn(screen.render()).replace(/\s+/g, " ");

let RoomHand;
let RoomCome;
let relationship;
let page;
before(async () => {
	await (await import("../../words/index.js")).learnInside();
	({ RoomHand } = await import("../../screens/hand.js"));
	({ RoomCome } = await import("../../screens/come.js"));
});
beforeEach(() => {
	const to = { accountId: "lea", name: "Lea" };
	const handover = { id: 1, kind: "handover", state: "agreed", by: "you", to, until: null, reads: false };
	relationship = {
		...{ id: 1, mine: "client", state: "active", called: "", handover },
		other: { accountId: "ben", name: "Ben" },
	};
	const room = { conversation: () => ({ conv: "c", name: "Ben", company: [], relationship }) };
	page = screenOf(RoomHand, { view, place: { id: "c" }, room, stretches: [] });
	page.focused = 0;
	page.querySelector = () => ({ focus: () => (page.focused += 1) });
	Object.defineProperty(page, "updateComplete", { value: Promise.resolve() });
});

test("While Ada looks once more, what she wrote and chose stands behind it, and comes back as it was", async () => {
	assert.match(drawnOf(page), /\?hidden=false>.*id="hand-words"/);
	deedsOf(page.render(), "@submit")[0](fill({ words: "Be kind to Lea.", instead: "yes" }));
	const looked = drawnOf(page);
	assert.match(looked, /\?hidden=true>.*id="hand-words".*name="instead".*Lea/);
	assert.equal(page.chosen.words, "Be kind to Lea.");
	await deedsOf(page.render(), "@click").at(-2)();
	assert.equal(page.chosen, null);
	assert.match(drawnOf(page), /\?hidden=false>.*id="hand-words"/);
	await new Promise(setImmediate);
	assert.equal(page.focused, 2, "the reader is led to the top each time");
});

test("Ben is not told that there is nobody before it was looked up", () => {
	Object.assign(relationship, { mine: "specialist", handover: null });
	assert.doesNotMatch(drawnOf(page), /no one else|nobody/i);
	page.people = [];
	assert.match(drawnOf(page), /no one else|nobody/i);
});

test("Whoever answers whether they come stands somewhere afterwards", async () => {
	const asked = [{ id: 1, kind: "handover", from: "Ben", until: null }];
	const room = { handing: async (deed) => (deed === "asked" ? [] : null) };
	const come = screenOf(RoomCome, { view, place: {}, room, asked });
	Object.defineProperty(come, "updateComplete", { value: Promise.resolve() });
	let focused = 0;
	document.querySelector = (name) => (name === "h1" ? { focus: () => (focused += 1) } : null);
	await deedsOf(come.render(), "@click")[0]();
	assert.equal(focused, 1);
});
