import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, test } from "node:test";
import { concat } from "../../crypto/bytes.js";
import { TYPE } from "../../crypto/frames.js";
import { LINE, whoOf } from "../../crypto/key-log.js";
import { forgedList } from "./forger.js";
import { Guest } from "./guest.js";
import { House } from "./house.js";

/** Attack 11 through the whole room: the list of who is who, at a real house, and at one that turned against people. */
let house;
let ada;
let ben;
let adasWords;

const stray = (type = LINE.KEYS) => concat(new Uint8Array([type]), new Uint8Array(randomBytes(63)));
const comeBack = (guest, { username, words }) => guest.room.comeBack({ username, words, lockAfter: 15 });
const notices = (guest) => guest.view.notices.map(({ code }) => code);

before(async () => {
	house = await House.open();
	[ada, ben] = [new Guest(house), new Guest(house)];
	await Promise.all([ada.room.start(), ben.room.start()]);
	await comeBack(ben, house.people.get("Ben"));
});

after(async () => {
	try {
		await Guest.leaveAll();
	} finally {
		await house.close();
	}
});

/** Ada on another browser, at a house that shows her another list. */
async function adaIsShown(change) {
	const elsewhere = new Guest(house, { fetch: await forgedList(house, change) });
	await elsewhere.room.start();
	await comeBack(elsewhere, adasWords);
	await elsewhere.until(() => elsewhere.view.notices.length > 0, "she is told");
	return elsewhere;
}

test("At an honest house the list fits, and the first header says how far Ada read it", async () => {
	adasWords = ada.view.offer;
	await ada.room.comeIn({ lockAfter: 15 });
	await ada.room.spareWritten();
	const { accountId } = await ada.find("Ben");
	await ada.room.ask({ accountId, callName: "Ada", text: "Hello Ben." });
	await ben.until(() => ben.view.home.hellos[0]?.other.name === "Ada", "Ben sees the hello");
	await ben.room.accept(ben.view.home.hellos[0].id);
	await ada.until(() => ada.talk?.canWrite, "Ada may write");
	await ada.room.say(ada.talk.conv, "How are the evenings?");
	await ben.until(() => ben.texts.at(-1) === "them: How are the evenings?", "Ben reads it");
	const header = ada.sent.find(({ type }) => type === TYPE.HEADER);
	assert.ok(header.logSize >= 2, `${header.logSize} lines`);
	assert.deepEqual([...notices(ada), ...notices(ben)], []);
});

test("Who looks on from outside can be asked for; nobody does here", async () => {
	assert.deepEqual(await ada.room.witnesses(), []);
});

test("A partner looks on from outside, and does not see who came today", async () => {
	const said = await house.witness();
	assert.match(said, /for the first time/);
	assert.match(said, /Signed: 0 lines/);
	assert.match(said, /does not list open-door.example as a witness yet/);
});

test("A list that shrank since her last visit: she can read, nothing is sent, nobody is shown", async () => {
	await ada.room.lockNow();
	const elsewhere = await adaIsShown((rows) => rows.pop());
	assert.deepEqual(notices(elsewhere), ["log-rewritten"]);
	await elsewhere.until(() => elsewhere.texts.length === 2, "she can read");
	assert.deepEqual([elsewhere.talk.whyNot, elsewhere.talk.stopped], ["list", null]);
	await assert.rejects(elsewhere.room.say(elsewhere.talk.conv, "x"), { code: "cannot-write" });
	await assert.rejects(elsewhere.find("Ben"), { code: "log-rewritten" });
	await elsewhere.room.lockNow();
});

test("A line about her that she did not make is told to her", async () => {
	const line = concat(new Uint8Array([LINE.KEYS]), whoOf(herId()), new Uint8Array(randomBytes(32)));
	const elsewhere = await adaIsShown((rows) => rows.push(line));
	assert.deepEqual(notices(elsewhere), ["log-added"]);
	await elsewhere.room.lockNow();
});

/** The id her own hello was sent under. */
const herId = () => ada.sent.find(({ type }) => type === TYPE.HEADER).ownerId;

test("At the honest house she is welcome again, and nothing was lost", async () => {
	await comeBack(ada, adasWords);
	await ada.until(() => ada.talk?.canWrite, "Ada may write");
	assert.deepEqual(notices(ada), []);
});

test("A house that shows no list at all is not believed: nobody is shown", async () => {
	const fetch = async (url, options) =>
		url.includes("/api/key-log") ? new Response("{}", { status: 404 }) : await Guest.anywhere(url, options);
	const finn = new Guest(house, { fetch });
	await finn.room.start();
	await finn.room.comeIn({ lockAfter: 15 });
	await assert.rejects(findOnce(finn, "Ben"), (error) => error.code !== undefined);
	assert.deepEqual(finn.view.finding.people, []);
	await finn.room.lockNow();
});

test("Who is shown a list of their own is found out by the one they write to", async () => {
	const own = stray();
	const finn = new Guest(house, { fetch: await forgedList(house, (rows) => rows.splice(0, 0, own)) });
	await finn.room.start();
	await finn.room.comeIn({ lockAfter: 15 });
	const { accountId } = await finn.find("Ben");
	await finn.room.ask({ accountId, callName: "Finn", text: "Hello Ben, I am Finn." });
	const stopped = () =>
		ben.view.relationships.map(({ conv }) => ben.room.conversation(conv)?.stopped?.cause ?? null);
	await ben.until(() => stopped().includes("log-fork"), "Ben is told");
	const withAda = ben.view.relationships.find(({ other }) => other.name === "Ada");
	assert.ok(ben.room.conversation(withAda.conv).canWrite, "and goes on with Ada");
});

test("The programme takes its word for Ben back: both read, nobody writes, he is not shown", async () => {
	await house.revoke(await ben.room.endorsementRequest());
	await ada.room.lockNow();
	await comeBack(ada, adasWords);
	await ada.until(() => ada.talk?.whyNot === "programme-lapsed", "Ada cannot write");
	await ada.until(() => ada.texts.length >= 2, "and she can read");
	await assert.rejects(findOnce(ada, "Ben"), /not shown/);
});

async function findOnce(guest, name) {
	await guest.room.find({ facts: [], langs: [], matters: null, anyone: true });
	if (!guest.view.finding.people.some((person) => person.name === name)) throw new Error("not shown");
}
