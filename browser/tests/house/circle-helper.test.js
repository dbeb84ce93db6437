import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { beginCircle } from "./circle-begun.js";
import { Guest } from "./guest.js";
import { House } from "./house.js";

/** A member helps to host a circle, and stops: real core, real house, real wire. One story, told in order. */
let house;
let ben;
let marisol;
let ada;
let finn;
let id;

before(async () => {
	house = await House.open();
	await house.holdsCircles();
	[ben, marisol, ada, finn] = [0, 1, 2, 3].map(() => new Guest(house));
	await Promise.all([ben, marisol, ada, finn].map(({ room }) => room.start()));
	await ben.room.comeBack({ ...house.people.get("Ben"), lockAfter: 15 });
	await marisol.room.comeBack({ ...house.people.get("Marisol"), lockAfter: 15 });
	for (const guest of [ada, finn]) await guest.room.comeIn({ lockAfter: 15 });
	id = await beginCircle(ben, marisol);
	await does(ben, "name", id, { name: "Sunday evenings", line: "For slow talk.", takesPeople: true });
	await comes(ada, "Ada");
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
const idOf = (guest) => now(guest).people.find(({ isMe }) => isMe).accountId;
const helpOf = (guest, accountId) => now(guest).people.find((one) => one.accountId === accountId)?.help;
/** Who is shown to have opened or closed a meeting. */
const met = (guest) =>
	now(guest).lines.flatMap(({ card, from, by }) =>
		card?.t === "circle-meeting" ? [[card.step, from === "me" ? idOf(guest) : by]] : [],
	);

async function comes(guest, name) {
	await does(guest, "look");
	await does(guest, "ask", id, { name, words: "" });
	await does(ben, "lookWaiting", id);
	await does(ben, "letIn", id, seen(ben).waiting[id][0].accountId);
	await guest.until(() => row(guest).mine === "in", `${name} may come`);
	await does(guest, "open", id);
	await guest.until(() => now(guest).mustAccept, `${name} reads what was agreed`);
	await does(guest, "accept", id, 1);
	await does(guest, "callMe", id, name);
}

test("Ben asks Ada to help host; before she says yes she opens nothing, and then everybody sees that she helps", async () => {
	await does(ben, "meeting", id, { step: 1, at: Date.now(), words: "Bring a cup." });
	await does(ben, "askHelper", id, idOf(ada));
	await ada.until(() => now(ada).asksMe === idOf(ben), "Ada reads the question");
	await assert.rejects(does(ada, "meeting", id, { step: 2, at: 0, words: "" }), { code: "not-now" });
	await does(ada, "answerHelp", id, true);
	for (const guest of [ben, marisol, ada])
		await guest.until(() => helpOf(guest, idOf(ada)) === "helps", "she helps");
});

test("Finn comes and reads nothing of before; that Ada helps, and when they meet, he knows from both of them", async () => {
	await comes(finn, "Finn");
	for (const guest of [finn, marisol, ben, ada])
		await guest.until(() => helpOf(guest, idOf(ada)) === "helps", "she helps again, for all");
	assert.equal(now(finn).meeting.words, "Bring a cup.");
	const asks = now(marisol).lines.filter(({ card }) => card?.t === "circle-helper");
	assert.equal(asks.length, 1, "that it was said to Finn is no news to Marisol");
});

test("Ada opens the hour, and Finn sees that it was her; she begins a round and goes on", async () => {
	await does(ada, "meeting", id, { step: 2, at: 0, words: "Good evening." });
	await does(ada, "openRound", id, "What helped?");
	for (const guest of [finn, ben]) {
		await guest.until(() => now(guest).meeting?.step === 2, "it is open");
		assert.deepEqual(met(guest).at(-1), [2, idOf(ada)]);
		await guest.until(() => now(guest).round !== null, "a round began");
	}
	const { turn } = now(ada).round;
	await does(ada, "goOn", id, turn);
	await finn.until(() => now(finn).round.turn !== turn, "it went on");
});

test("Marisol ends it. What Ada's room had not sent by then comes after it, and counts with nobody", async () => {
	const before = met(finn).length;
	ada.mute = true;
	await does(ada, "meeting", id, { step: 3, at: 0, words: "Over." });
	await does(ada, "say", id, "Good night.");
	await does(marisol, "helperNoMore", id, idOf(ada));
	for (const guest of [ada, finn, ben])
		await guest.until(() => helpOf(guest, idOf(ada)) === null, "it is over");
	await assert.rejects(does(ada, "meeting", id, { step: 3, at: 0, words: "" }), { code: "not-now" });
	ada.mute = false;
	ada.cutLine();
	for (const guest of [finn, ben, marisol, ada]) {
		const reads = () => now(guest).lines.some(({ text, n }) => text === "Good night." && n !== null);
		await guest.until(reads, "they read on");
		assert.deepEqual([met(guest).some(([step]) => step === 3), now(guest).meeting.step], [false, 2]);
		assert.equal(helpOf(guest, idOf(ada)), null);
	}
	assert.equal(met(finn).length, before);
});

test("Asked once more Ada says yes, and ends it herself", async () => {
	await does(ben, "askHelper", id, idOf(ada));
	await ada.until(() => now(ada).asksMe !== null, "Ada is asked");
	await does(ada, "answerHelp", id, true);
	await finn.until(() => helpOf(finn, idOf(ada)) === "helps", "she helps");
	await does(ada, "helperNoMore", id, idOf(ada));
	for (const guest of [finn, ben]) await guest.until(() => helpOf(guest, idOf(ada)) === null, "she stopped");
});
