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
	page = screenOf(RoomHand, { view, place: { id: "c" }, room, stretches: [], coming: to });
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

test("Ben stays for a while, until a day that Ada may change or leave out; where he goes at once there is none", async () => {
	assert.match(drawnOf(page), /\.defaultValue=2026-03-17/);
	for (const [given, until, words] of [
		[{ stay: "2026-03-17" }, 20_529, /On March 17 we ask you whether Ben should go/],
		[{ stay: "" }, null, null],
		[{ stay: "2026-03-17", instead: "yes" }, null, null],
	]) {
		deedsOf(page.render(), "@submit")[0](fill({ words: "", ...given }));
		assert.equal(page.chosen.until, until);
		if (words === null) assert.doesNotMatch(drawnOf(page), /whether Ben should go/);
		else assert.match(drawnOf(page), words);
		page.chosen = null;
	}
});

test("While three read, the day stands in the talk of each; when it has come only Ada is asked", async () => {
	const { handNote } = await import("../../screens/hand-note.js");
	const [from, to] = ["Ben", "Lea"].map((name) => ({ accountId: name.toLowerCase(), name }));
	const handover = { ...relationship.handover, state: "together", from, to, until: 20_529 };
	const noteOf = (mine, came, today) => {
		const one = { ...relationship, mine, came, handover };
		return drawn(handNote({ relationship: one, conv: "c" }, () => undefined, today)).replace(/\s+/g, " ");
	};
	assert.match(noteOf("client", null, 20_528), /Ben stays until March 17\. Then we ask you/);
	assert.match(noteOf("specialist", null, 20_528), /you stay until March 17/);
	assert.match(noteOf("specialist", "handed-over", 20_528), /with Ben, who stays until March 17/);
	assert.match(
		noteOf("client", null, 20_529),
		/Ben was to stay until March 17\. You can let Ben go, or name a later day/,
	);
	for (const came of [null, "handed-over"])
		assert.doesNotMatch(noteOf("specialist", came, 20_529), /March 17/);
});

test("Ada names another day, or none", async () => {
	const { RoomStay } = await import("../../screens/stay.js");
	const asked = [];
	const room = { handing: async (...all) => asked.push(all) };
	const handover = { ...relationship.handover, state: "together", until: 20_515 };
	const stay = screenOf(RoomStay, { view, room, one: { ...relationship, handover }, name: "Ben" });
	assert.match(
		drawnOf(stay),
		/Ben was to stay until March 3\. You can let Ben go.*\?open=true.*\.defaultValue=2026-03-17/,
		"its day has come",
	);
	for (const given of ["2026-03-20", ""]) await deedsOf(stay.render(), "@submit")[0](fill({ stay: given }));
	assert.deepEqual(asked, [
		["stay", 1, 20_532],
		["stay", 1, null],
	]);
	stay.one = { ...relationship, handover: { ...handover, kind: "stand-in" } };
	assert.equal(drawnOf(stay), "", "standing in has its day from the ask");
});

test("Whoever said yes stands there by the name the programme gave them, not by the one the house says", () => {
	relationship.handover.to = { accountId: "lea", name: "Marisol" };
	assert.doesNotMatch(drawnOf(page), /Marisol/);
	deedsOf(page.render(), "@submit")[0](fill({ words: "" }));
	assert.deepEqual([page.chosen.to, page.chosen.name], ["lea", "Lea"]);
	assert.doesNotMatch(drawnOf(page), /Marisol/);
	Object.assign(page, { coming: null, chosen: null });
	assert.doesNotMatch(drawnOf(page), /Marisol|hand-words/, "whom nobody stands behind is not let in");
});

test("Who is let go of stands there by the name their own talk has for them", async () => {
	const handover = { ...relationship.handover, kind: "stand-in", state: "together" };
	handover.to = { accountId: "ben", name: "Lea" };
	const asked = [];
	const company = ["Ben", "Lea"].map((name) => ({ accountId: name.toLowerCase(), name, reads: true }));
	page.room = {
		conversation: () => ({ conv: "c", name: "Ben", company, relationship: { ...relationship, handover } }),
		handing: async (...all) => asked.push(all),
	};
	assert.match(drawnOf(page), /Let Ben go now/);
	await deedsOf(page.render(), "@yes")[0]();
	assert.deepEqual(asked, [["letGo", 1, "ben", "Ben"]]);
});

test("Ben left, says the house: it is said, and one press of Ada's lets him go, or lets Lea in for him", async () => {
	const { leftNote } = await import("../../screens/hand-note.js");
	const pressed = [];
	const how = { follow: (shown) => pressed.push(shown), busy: false };
	const [ben, lea] = ["Ben", "Lea"].map((name) => ({ accountId: name.toLowerCase(), name, reads: true }));
	const goesOn = { ...relationship, leaving: "ben", other: lea };
	const both = { conv: "c", name: "Lea", company: [ben, lea], relationship: goesOn };
	const alone = { ...both, company: [ben] };
	assert.match(drawn(leftNote(both, how)), /Ben has left.*Let Ben read no further/s);
	assert.match(drawn(leftNote(alone, how)), /Lea said yes.*Let Lea in, and Ben go/s);
	for (const one of [both, alone]) deedsOf(leftNote(one, how), "@click")[0]();
	assert.deepEqual(pressed, Array(2).fill({ left: "ben", name: "Ben", comes: "Lea" }));
});

test("Of three, the room asks about the one whose lock is another: Lea, and not Ben", async () => {
	const { RoomMeetAgain } = await import("../../screens/meet-again.js");
	const asked = [];
	const company = [{ accountId: "lea", name: "Lea", reads: true }];
	const note = screenOf(RoomMeetAgain, {
		...{ view: { config: { contact: { name: "Dora", phone: "1" } } }, words: [] },
		room: { lockWords: async (id) => asked.push(id) && ["a", "b", "c", "d"] },
		conversation: { name: "Ben", company, relationship, renewed: "lea" },
	});
	assert.match(drawnOf(note), /Lea/);
	assert.doesNotMatch(drawnOf(note), /Ben/);
	note.updated();
	await new Promise(setImmediate);
	assert.deepEqual(asked, ["lea"]);
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
