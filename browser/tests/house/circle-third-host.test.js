import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { beginCircle } from "./circle-begun.js";
import { Guest } from "./guest.js";
import { House } from "./house.js";

/** A third host comes to a circle that goes on: real core, real house, real wire. One story, told in order. */
let house;
let ben;
let marisol;
let theo;
let id;

before(async () => {
	house = await House.open();
	await house.holdsCircles();
	[ben, marisol, theo] = [0, 1, 2].map(() => new Guest(house));
	await Promise.all([ben, marisol, theo].map(({ room }) => room.start()));
	for (const [guest, name] of [
		[ben, "Ben"],
		[marisol, "Marisol"],
		[theo, "Theo"],
	])
		await guest.room.comeBack({ ...house.people.get(name), lockAfter: 15 });
	await does(theo, "look");
	id = await beginCircle(ben, marisol);
});

after(async () => {
	try {
		await Guest.leaveAll();
	} finally {
		await house.close();
	}
});

const does = (guest, ...all) => guest.room.doing("circles", ...all);
const seen = (guest) => guest.view.parts.circles;
const row = (guest) => seen(guest).circles[0];
const now = (guest) => seen(guest).open[id];
const other = async (name) => (await ben.room.handing("people")).find((one) => one.name === name).accountId;
const texts = (guest) => now(guest).lines.flatMap(({ text, card }) => card?.said ?? (text || []));

test("Theo says yes and goes in at once, before Ben's room has signed for him: he reads from there, and leads", async () => {
	await does(ben, "askToLead", id, await other("Theo"));
	await does(theo, "look");
	assert.equal(row(theo).mine, "asked-to-lead");
	await does(theo, "leadYes", id);
	await does(theo, "open", id);
	await theo.until(() => now(theo).mustAccept, "Theo reads what was agreed");
	await does(theo, "accept", id, 1);
	await does(theo, "say", id, "Good to be here.");
	await marisol.until(() => texts(marisol).includes("Good to be here."), "Marisol reads Theo");
	const hosts = now(marisol).people.filter(({ role }) => role === "host");
	assert.deepEqual(hosts.map(({ name }) => name ?? "Marisol").toSorted(), ["Ben", "Marisol", "Theo"]);
	const agreed = now(ben).lines.filter(({ card }) => card?.t === "circle-agreement");
	assert.equal(agreed.length, 1, "that it was said to Theo is no news to Ben");
});

test("Somebody who is let in and goes in at once, before the header is there, reads from it all the same", async () => {
	await does(theo, "name", id, { name: "Sunday evenings", line: "For slow talk.", takesPeople: true });
	const ada = new Guest(house);
	await ada.room.start();
	await ada.room.comeIn({ lockAfter: 15 });
	await does(ada, "look");
	await does(ada, "ask", id, { name: "Ada", words: "" });
	await does(theo, "lookWaiting", id);
	theo.mute = true;
	await does(theo, "letIn", id, seen(theo).waiting[id][0].accountId);
	await ada.until(() => row(ada).mine === "in", "Ada sees that she may come");
	await does(ada, "open", id);
	await ada.until(() => !now(ada).catching, "the wire has nothing for her yet");
	assert.deepEqual([now(ada).lines, now(ada).canWrite], [[], false]);
	theo.mute = false;
	theo.cutLine();
	await ada.until(() => now(ada).mustAccept, "Ada reads what was agreed");
	await does(ada, "accept", id, 1);
	await does(ada, "say", id, "Good evening.");
	await ben.until(() => texts(ben).includes("Good evening."), "Ben reads Ada");
});

test("A host who lets somebody in and locks at once signs for them on the next visit", async () => {
	const finn = new Guest(house);
	await finn.room.start();
	await finn.room.comeIn({ lockAfter: 15 });
	await does(finn, "look");
	await does(finn, "ask", id, { name: "Finn", words: "" });
	await theo.until(() => seen(theo).waiting[id].length === 1, "Theo sees that Finn asks");
	theo.mute = true;
	await does(theo, "letIn", id, seen(theo).waiting[id][0].accountId);
	await theo.room.lockNow();
	theo = new Guest(house);
	await theo.room.start();
	await theo.room.comeBack({ ...house.people.get("Theo"), lockAfter: 15 });
	await does(theo, "look");
	await does(theo, "open", id);
	await does(finn, "look");
	await does(finn, "open", id);
	await finn.until(() => now(finn).mustAccept, "Finn reads what was agreed");
	await does(theo, "lookWaiting", id);
});

test("Whoever was let in by a host who stays away can go by themselves, ask again, and come in by another", async () => {
	const kim = new Guest(house);
	await kim.room.start();
	await kim.room.comeIn({ lockAfter: 15 });
	await does(kim, "look");
	await does(kim, "ask", id, { name: "Kim", words: "" });
	await theo.until(() => seen(theo).waiting[id]?.length === 1, "Theo sees that Kim asks");
	theo.mute = true;
	await does(theo, "letIn", id, seen(theo).waiting[id][0].accountId);
	await theo.room.lockNow();
	await does(kim, "look");
	await does(kim, "open", id);
	await kim.until(() => !now(kim).catching, "the wire has nothing for her");
	assert.deepEqual([row(kim).mine, now(kim).cannot], ["in", "not-yet"]);
	await does(kim, "leave", id);
	await kim.until(() => (row(kim)?.mine ?? null) === null, "the house knows that she went");
	await does(kim, "ask", id, { name: "Kim", words: "Once more." });
	await does(ben, "lookWaiting", id);
	await does(ben, "letIn", id, seen(ben).waiting[id][0].accountId);
	await does(kim, "look");
	await does(kim, "open", id);
	await kim.until(() => now(kim).mustAccept, "Kim reads what was agreed");
	theo = new Guest(house);
	await theo.room.start();
	await theo.room.comeBack({ ...house.people.get("Theo"), lockAfter: 15 });
	await does(theo, "look");
	await does(theo, "open", id);
	await theo.until(() => now(theo).people.filter(({ isHere }) => isHere).length >= 5, "he reads on");
});

test("Of three hosts one leads no more and stays; the circle goes on", async () => {
	await does(theo, "leadNoMore", id);
	await theo.until(() => row(theo).mine === "in", "the house knows");
	const theos = () => now(marisol).people.find(({ name }) => name === "Theo");
	await marisol.until(() => theos().role === "specialist", "Marisol sees it");
	assert.equal(theos().isHere, true);
	await does(theo, "say", id, "Still here.");
	await ben.until(() => texts(ben).includes("Still here."), "Ben reads Theo");
});

test("Somebody who was in a long circle opens it where they were: with its agreement, and its first lines once they ask", async () => {
	// Far more than the hundred from which it is remembered: the last words may still be on their way.
	const some = 40;
	for (let n = 0; n < some; n += 1)
		for (const guest of [ben, marisol, theo]) await does(guest, "say", id, `Line ${n}.`);
	const last = `Line ${some - 1}.`;
	const areAllHere = () =>
		now(marisol).lines.filter(({ text, n }) => text === last && n !== null).length === 3;
	await marisol.until(areAllHere, "Marisol has all of it");
	const all = now(marisol).lines.length;
	await does(marisol, "lookAway", id);
	await marisol.room.lockNow();
	const again = new Guest(house);
	await again.room.start();
	await again.room.comeBack({ ...house.people.get("Marisol"), lockAfter: 15 });
	await does(again, "look");
	await does(again, "open", id);
	await again.until(() => now(again).canWrite, "she may write");
	assert.ok(now(again).lines.length < 60, `${now(again).lines.length} of ${all}`);
	assert.deepEqual([now(again).agreement.words, now(again).mustAccept], ["We listen.", false]);
	await does(again, "say", id, "I am back.");
	await ben.until(() => texts(ben).includes("I am back."), "Ben reads her");
	while (now(again).older === "more") await does(again, "older", id);
	assert.equal(now(again).lines.length, all + 1);
});
