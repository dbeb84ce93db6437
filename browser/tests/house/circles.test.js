import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Guest } from "./guest.js";
import { House } from "./house.js";

/** A circle from its beginning to an appeal: real core, real house, real wire. One story, told in order. */
let house;
let ben;
let marisol;
let ada;
let finn;

before(async () => {
	house = await House.open();
	await house.holdsCircles();
	[ben, marisol, finn] = [0, 1, 2].map(() => new Guest(house));
	ada = new Guest(house, { clock });
	await Promise.all([ben, marisol, ada, finn].map(({ room }) => room.start()));
	await ben.room.comeBack({ ...house.people.get("Ben"), lockAfter: 15 });
	await marisol.room.comeBack({ ...house.people.get("Marisol"), lockAfter: 15 });
	for (const guest of [ada, finn]) await guest.room.comeIn({ lockAfter: 15 });
	for (const guest of [ben, marisol, ada, finn]) await does(guest, "look");
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
const now = (guest) => seen(guest).open[row(guest)?.id] ?? Object.values(seen(guest).open)[0];
const idOf = (guest) => now(guest).people.find(({ isMe }) => isMe).accountId;
const texts = (guest) => now(guest).lines.flatMap(({ text, card }) => card?.said ?? (text || []));
const gone = (guest) => now(guest).lines.filter(({ kind }) => kind === "taken-back");
const lineOf = (guest, words) =>
	now(guest).lines.find(({ from, text, card }) => from === "me" && (card?.said ?? text) === words);
/** Somebody takes their words back; nobody who is here sees them any more. */
async function takesBack(guest, words, others) {
	await does(guest, "erase", id, lineOf(guest, words).id);
	for (const one of [guest, ...others]) {
		await one.until(() => !texts(one).includes(words), `nobody reads any more: ${words}`);
		assert.equal(JSON.stringify(now(one).lines).includes(words), false);
	}
}
/** How far a device's clock is behind. */
let behind = 0;
const clock = {
	now: () => Date.now() - behind,
	after(milliseconds, deed) {
		const timer = setTimeout(deed, milliseconds).unref();
		return () => clearTimeout(timer);
	},
};
let id;

test("Ben proposes a circle to Marisol; nobody else sees anything before she says yes", async () => {
	const { accountId } = await ben.find("Marisol");
	await does(ben, "begin", { name: "Sunday evenings", line: "For slow talk.", months: 12, accountId });
	assert.deepEqual([row(ben).state, row(ben).mine], ["proposed", "leads"]);
	id = row(ben).id;
	await does(marisol, "look");
	assert.deepEqual(
		[row(marisol).mine, row(marisol).hosts.map(({ name }) => name)],
		["asked-to-lead", ["Ben"]],
	);
	await does(ada, "look");
	assert.deepEqual(seen(ada).circles, []);
	await does(marisol, "leadYes", id);
	assert.equal(row(marisol).mine, "leads");
});

test("Ben's room signs the first header by itself; the two meet, and open the circle", async () => {
	await does(ben, "look");
	await does(ben, "open", id);
	await does(marisol, "open", id);
	await ben.until(() => now(ben).canWrite, "Ben may write");
	await marisol.until(() => now(marisol).canWrite, "Marisol may write");
	assert.deepEqual(
		now(marisol).people.map(({ name, role, isMe }) => [name, role, isMe]),
		[
			[null, "host", true],
			["Ben", "host", false],
		],
	);
	await does(ben, "say", id, "Shall we?");
	await marisol.until(() => texts(marisol).includes("Shall we?"), "Marisol reads it");
	await does(marisol, "agree", id, "What is said here stays here.");
	await ben.until(() => now(ben).mustAccept, "Ben is asked");
	await assert.rejects(does(ben, "say", id, "Hm."), { code: "accept-first" });
	await does(ben, "accept", id, 1);
	await marisol.until(() => now(marisol).agreement.accepted.length === 2, "Ben accepted");
	await does(marisol, "name", id, { name: "Sunday evenings", line: "For slow talk.", takesPeople: true });
});

test("Ada asks to come in with words for the hosts; the house lets her in, and Ben's room tells her what was agreed", async () => {
	await does(ada, "look");
	assert.deepEqual(
		row(ada)
			.hosts.map(({ name }) => name)
			.toSorted(),
		["Ben", "Marisol"],
	);
	await does(ada, "ask", id, { name: "Ada", words: "I would like to listen." });
	assert.equal(row(ada).mine, "waiting");
	for (const host of [ben, marisol]) {
		await does(host, "lookWaiting", id);
		assert.deepEqual(
			seen(host).waiting[id].map(({ name, words }) => [name, words]),
			[["Ada", "I would like to listen."]],
		);
	}
	await does(ben, "letIn", id, seen(ben).waiting[id][0].accountId);
	assert.deepEqual(seen(ben).waiting[id], []);
	await does(ada, "look");
	assert.equal(row(ada).mine, "in");
	await does(ada, "open", id);
	await ada.until(() => now(ada).mustAccept, "Ada reads what was agreed");
	assert.deepEqual([texts(ada), now(ada).agreement.words], [[], "What is said here stays here."]);
	await does(ada, "accept", id, 1);
	await does(ada, "callMe", id, "Ada");
	await does(ada, "say", id, "Good evening.");
	await marisol.until(() => texts(marisol).includes("Good evening."), "Marisol reads Ada");
	const adas = now(marisol).people.find(({ accountId }) => accountId === idOf(ada));
	assert.deepEqual([adas.name, adas.role, adas.isHere], ["Ada", "client", true]);
});

test("A meeting is opened, a round goes by its order with a pass, and it is closed", async () => {
	await does(marisol, "meeting", id, { step: 2, at: 0, words: "Welcome, all." });
	await does(marisol, "openRound", id, "What helped you this week?");
	await ada.until(() => now(ada).round !== null, "Ada sees the round");
	const turns = new Map([ben, ada, marisol].map((guest) => [idOf(guest), guest]));
	for (let turn = 0; turn < 3; turn += 1) {
		const whose = turns.get(now(marisol).round.turn);
		if (whose === ada) await does(ada, "pass", id);
		else await does(whose, "say", id, `It is turn ${turn}.`);
		const isOn = () => now(marisol).round.done.length === turn + 1;
		await marisol.until(isOn, `turn ${turn} is over`);
		for (const guest of [ada, ben])
			await guest.until(() => now(guest).round.done.length === turn + 1, "all see it");
	}
	assert.equal(now(ada).round.turn, null);
	assert.equal(now(ben).round.done.find(({ accountId }) => accountId === idOf(ada)).passed, true);
	await does(marisol, "openRound", id, "One more.");
	for (const guest of [ada, ben]) await guest.until(() => now(guest).round.done.length === 0, "a new round");
	const first = now(ben).round.turn;
	await Promise.all([ben, marisol].map((host) => does(host, "goOn", id, first)));
	const wentOn = () => now(ada).lines.filter(({ card }) => card?.t === "circle-next").length === 2;
	await ada.until(wentOn, "both pressed");
	assert.equal(now(ada).round.turn, now(ada).round.order[1]);
	await does(marisol, "endRound", id);
	await ada.until(() => now(ada).round.turn === null, "the round is over");
	await does(marisol, "meeting", id, { step: 3, at: 0, words: "Thank you." });
	await ada.until(() => now(ada).meeting?.step === 3, "the meeting is closed");
	assert.deepEqual([now(ada).meeting.words, now(ada).meeting.closing], ["Welcome, all.", "Thank you."]);
});

test("Finn comes, reads nothing of before, and hears what others are called with their next words", async () => {
	await does(finn, "look");
	await does(finn, "ask", id, { name: "Finn", words: "" });
	const finns = () => seen(marisol).waiting[id].find(({ name }) => name === "Finn");
	await marisol.until(() => finns() !== undefined, "Marisol, who looked before, sees that Finn asks");
	await does(marisol, "letIn", id, finns().accountId);
	await finn.until(() => row(finn).mine === "in", "Finn sees that he may come");
	await does(finn, "open", id);
	await finn.until(() => now(finn).mustAccept, "Finn reads what was agreed");
	assert.deepEqual(texts(finn), []);
	await does(finn, "accept", id, 1);
	await ada.until(
		() => now(ada).people.some(({ accountId }) => accountId === idOf(finn)),
		"Ada sees him come",
	);
	await does(ada, "welcome", id, idOf(finn), "Good that you are here.");
	await finn.until(() => now(finn).welcomed.length === 1, "Finn is welcomed");
	assert.equal(now(finn).people.find(({ accountId }) => accountId === idOf(ada)).name, "Ada");
	await does(finn, "say", id, "I sell watches.");
	await ben.until(() => texts(ben).includes("I sell watches."), "Ben reads it");
});

test("Ada chooses not to read Finn: at once her room shows nothing of his, and nobody else's changes", async () => {
	await ada.until(() => texts(ada).includes("I sell watches."), "Ada reads him");
	await does(ada, "unsee", id, idOf(finn));
	assert.ok(!texts(ada).includes("I sell watches."));
	await does(finn, "say", id, "Watches, cheap.");
	await ben.until(() => texts(ben).includes("Watches, cheap."), "Ben reads him");
	await does(ben, "say", id, "No selling, please.");
	await ada.until(() => texts(ada).includes("No selling, please."), "Ada reads Ben");
	assert.ok(!texts(ada).includes("Watches, cheap."));
	assert.ok(now(ada).people.some(({ accountId }) => accountId === idOf(finn)));
	await does(ada, "seeAgain", id, idOf(finn));
	assert.ok(texts(ada).includes("Watches, cheap."));
});

test("Ben asks whether Finn may read earlier words; Ada hands on hers, sealed to Finn, and nobody else's come", async () => {
	await does(ben, "askEarlier", id, { to: idOf(finn), since: 0 });
	await ada.until(() => now(ada).asks.some(({ isOpen, mine }) => isOpen && mine.length > 0), "Ada is asked");
	const [{ of }] = now(ada).asks;
	await does(ada, "handEarlier", id, of);
	const read = () => Object.values(now(finn).earlier).flatMap((lines) => lines ?? []);
	await finn.until(() => read().length > 0, "Finn reads Ada's words");
	const hers = now(ada).lines.flatMap(({ from, text, card }) =>
		from === "me" ? (card?.said ?? (text || [])) : [],
	);
	assert.ok(read().every(({ text }) => hers.includes(text)));
	assert.deepEqual(now(marisol).earlier, {});
});

test("Ada takes a line back that she had handed on: it is gone for everybody, for Finn as well, and she may hand on the rest", async () => {
	const read = () => JSON.stringify(now(finn).earlier);
	assert.ok(read().includes("Good evening."));
	await takesBack(ada, "Good evening.", [ben, marisol]);
	await finn.until(() => !read().includes("Good evening."), "Finn reads it no more");
	assert.deepEqual(
		[...new Set(gone(marisol).map(({ by }) => by))],
		[idOf(ada)],
		"all see who took something back",
	);
	await assert.rejects(does(ada, "erase", id, gone(ada)[0].id), { code: "not-found" });
	const bens = now(ada).lines.find(({ text }) => text.startsWith("It is turn"));
	await assert.rejects(does(ada, "erase", id, bens.id), { code: "not-found" });
	const asked = () => now(ada).asks.find(({ isOpen }) => isOpen);
	await ada.until(() => !asked().handed, "she is asked again");
	const left = asked().mine.map((one) => now(ada).lines.find((line) => line.id === one).text);
	assert.ok(!left.includes("") && !left.includes("Good evening."));
});

test("A new version of the agreement asks everybody again before they say more; what they said goes back all the same", async () => {
	await does(ada, "say", id, "Before the new one.");
	await does(marisol, "agree", id, "What is said here stays here. Anybody may pass.");
	for (const one of [ada, ben, finn]) {
		await one.until(() => now(one).mustAccept, "each is asked again");
		await assert.rejects(does(one, "say", id, "Hm."), { code: "accept-first" });
	}
	await ada.until(() => lineOf(ada, "Before the new one.")?.msg, "it was stored");
	await takesBack(ada, "Before the new one.", [ben, marisol, finn]);
	await takesBack(finn, "Watches, cheap.", [ben, marisol]);
	for (const one of [ada, finn]) assert.ok(now(one).mustAccept, "nothing was said yes to by that");
	for (const one of [ada, ben, finn]) await does(one, "accept", id, 2);
	await marisol.until(() => now(marisol).agreement.accepted.length === 4, "all said yes");
});

test("In a round words that are taken back stay somebody's turn, for everybody", async () => {
	await does(marisol, "openRound", id, "And today?");
	await ada.until(() => now(ada).round?.words === "And today?", "a round");
	while (now(marisol).round.turn !== idOf(ada)) {
		const { turn } = now(marisol).round;
		await does(marisol, "goOn", id, turn);
		await marisol.until(() => now(marisol).round.turn !== turn, "the next");
	}
	await ada.until(() => now(ada).round.turn === idOf(ada), "it is Ada's turn");
	await does(ada, "sayWithNotes", id, { text: "My aunt died.", notes: [8], own: "" });
	await marisol.until(() => texts(marisol).includes("My aunt died."), "Marisol reads it");
	const { turn } = now(marisol).round;
	assert.notEqual(turn, idOf(ada));
	await takesBack(ada, "My aunt died.", [ben, marisol, finn]);
	for (const one of [ada, ben, marisol, finn]) assert.equal(now(one).round.turn, turn);
	await does(marisol, "endRound", id);
});

test("Ada tells from her own life after a rest, and takes it back though it is for the circle no more", async () => {
	const stories = (...all) => ada.room.doing("stories", ...all);
	const tells = (deed, ...all) => ada.room.doing("circleStories", deed, now(ada).conv, ...all);
	const own = () => ada.view.parts.stories.stories[0];
	await ada.room.reading("stories", "open");
	const docId = await stories("begin", "One winter");
	const layer = { days: 0, k: 1, notes: [8], own: "", who: 2, why: "", with: [now(ada).conv] };
	await stories("write", docId, null, { ...layer, b: "I slept in my car." });
	behind = 2 * 86_400_000;
	await tells("choose", docId, 1);
	behind = 0;
	await tells("tell", docId, 1);
	await ben.until(() => texts(ben).includes("I slept in my car."), "Ben may open it");
	await stories("drop", docId, own().layers[0]);
	await ada.until(() => lineOf(ada, "I slept in my car.")?.msg, "it was stored");
	await takesBack(ada, "I slept in my car.", [ben, marisol, finn]);
	assert.deepEqual([own().told.length, own().told[0].over], [1, Math.floor(Date.now() / 86_400_000)]);
});

test("In quiet hours Ada is heard all the same, and what she keeps back is seen by nobody", async () => {
	const here = Math.floor(Date.now() / 60_000) % 1_440;
	await does(ben, "quietHours", id, {
		from: (here + 1_430) % 1_440,
		till: (here + 1_420) % 1_440,
		zone: "UTC",
	});
	await ada.until(() => now(ada).quietUntil !== null, "it is quiet");
	await does(ada, "keepBack", id, { text: "Not now.", note: null });
	await does(ada, "say", id, "Softly.");
	await marisol.until(() => texts(marisol).includes("Softly."), "Marisol reads it");
	await takesBack(ada, "Softly.", [ben, marisol, finn]);
	assert.deepEqual(
		now(ada).keptBack.map(({ text }) => text),
		["Not now."],
	);
	assert.ok(!texts(marisol).includes("Not now."));
	await does(ada, "takeKeptBack", id, now(ada).keptBack[0].key);
	await does(ben, "quietHours", id, { from: 0, till: 0, zone: "UTC" });
	await ada.until(() => now(ada).quietUntil === null, "it is quiet no more");
});

test("Finn is taken away with a reason, appeals to the one who did not do it, and is answered", async () => {
	await does(ben, "remove", id, idOf(finn), "We do not sell here.");
	await ada.until(
		() => now(ada).people.find(({ accountId }) => accountId === idOf(finn))?.isHere === false,
		"Finn reads no more",
	);
	await does(ada, "say", id, "Without him.");
	await does(finn, "lookRemovals");
	const [mine] = seen(finn).removals;
	assert.deepEqual(
		[mine.circle, mine.by.name, mine.why, mine.step],
		["Sunday evenings", "Ben", "We do not sell here.", "told"],
	);
	const other = mine.readers.find(({ name }) => name === "Marisol");
	assert.equal(
		mine.readers.some(({ name }) => name === "Ben"),
		false,
	);
	await does(finn, "appeal", mine.id, other.accountId, "It was one time.");
	await does(marisol, "lookRemovals");
	const [appeal] = seen(marisol).appeals;
	assert.equal(appeal.words, "It was one time.");
	await does(marisol, "answer", appeal.id, { words: "You may ask again.", mayAsk: true });
	await does(finn, "lookRemovals");
	assert.deepEqual(
		[seen(finn).removals[0].answer, seen(finn).removals[0].step],
		["You may ask again.", "may-ask"],
	);
	await does(finn, "look");
	await finn.until(() => seen(finn).open[id] === undefined, "it is open to him no more");
	assert.equal(JSON.stringify(seen(finn)).includes("Without him."), false);
});

test("Ada leaves without a reason; the others go on with a key that is not hers, and the house knows of no place of hers", async () => {
	const adasId = idOf(ada);
	await does(ada, "leave", id);
	await ada.until(() => seen(ada).open[id] === undefined, "the house was told");
	await does(ada, "look");
	assert.equal(row(ada).mine, null);
	await does(ben, "say", id, "Ada went, and that is fine.");
	await marisol.until(() => texts(marisol).includes("Ada went, and that is fine."), "Marisol reads it");
	assert.equal(now(marisol).people.find(({ accountId }) => accountId === adasId).isHere, false);
});

test("Somebody who comes back on another device goes on where they were", async () => {
	await ben.room.lockNow();
	const again = new Guest(house);
	await again.room.start();
	await again.room.comeBack({ ...house.people.get("Ben"), lockAfter: 15 });
	await does(again, "look");
	await does(again, "open", id);
	await again.until(() => now(again).canWrite, "Ben may write again");
	assert.equal(now(again).agreement.words, "What is said here stays here. Anybody may pass.");
	assert.equal(now(again).trouble, null);
	await again.until(() => now(again).older === "none", "all of it is here");
	assert.deepEqual(
		gone(again).map(({ n }) => n),
		gone(marisol).map(({ n }) => n),
	);
	for (const words of ["Good evening.", "My aunt died.", "Softly.", "I slept in my car."])
		assert.equal(JSON.stringify(seen(again)).includes(words), false, words);
	await does(again, "say", id, "Here again.");
	await marisol.until(() => texts(marisol).includes("Here again."), "Marisol reads him");
});

test("Somebody whose circle stopped can still go, though nothing of theirs is written there", async () => {
	await marisol.room.lockNow();
	const longer = (text) => `${text.replace(/("retention": ?)12/, (_, key) => `${key}24`)} `;
	const elsewhere = new Guest(house, { fetch: Guest.fetchThrough("/api/circles", longer) });
	await elsewhere.room.start();
	await elsewhere.room.comeBack({ ...house.people.get("Marisol"), lockAfter: 15 });
	await does(elsewhere, "look");
	await does(elsewhere, "open", id);
	await elsewhere.until(() => now(elsewhere).stopped !== null, "what she is told does not fit");
	assert.equal(now(elsewhere).canWrite, false);
	await does(elsewhere, "leave", id);
	assert.equal(row(elsewhere)?.mine ?? null, null);
	assert.equal(seen(elsewhere).open[id], undefined);
});
