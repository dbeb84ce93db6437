import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { TYPE } from "../../crypto/frames.js";
import { Guest } from "./guest.js";
import { House } from "./house.js";

/** "Someone knows my five words", at a real house: the owner with the card, the thief with the words, and the other who has to be met again. */
const NOT_HER_CARD = "0000-0000-0000-0000-0000-0000-0000";

let house;
let ada;
let ben;
let thief;
let adasWords;
let adasCode;

const bensWords = () => house.people.get("Ben");
const sentBy = (guest, from) =>
	guest.sent.slice(from).filter(({ type }) => type === TYPE.SEND || type === TYPE.HEADER).length;

async function say(guest, other, text) {
	await guest.room.say(guest.talk.conv, text);
	await guest.until(() => guest.talk.lines.at(-1)?.state === "stored", `${text} is stored`);
	await other.until(() => other.texts.at(-1) === `them: ${text}`, `${text} is read`);
}

async function offered(guest) {
	await guest.room.wordsToOffer();
	return guest.view.offer.words;
}

before(async () => {
	house = await House.open();
	[ada, ben, thief] = [new Guest(house), new Guest(house), new Guest(house)];
	await Promise.all([ada, ben, thief].map(({ room }) => room.start()));
});

after(async () => {
	try {
		await Guest.leaveAll();
	} finally {
		await house.close();
	}
});

test("Ada and Ben talk, and somebody who saw her five words reads along", async () => {
	adasWords = ada.view.offer;
	await ada.room.comeIn({ lockAfter: 15 });
	adasCode = await ada.room.spareCode();
	await ada.room.spareWritten();
	await ben.room.comeBack({ ...bensWords(), lockAfter: 15 });
	const { accountId } = await ada.find("Ben");
	await ada.room.ask({ accountId, callName: "Ada", text: "Hello." });
	await ben.until(() => ben.view.home.hellos[0]?.other.name === "Ada", "Ben sees the hello");
	await ben.room.accept(ben.view.home.hellos[0].id);
	await Promise.all([ada, ben].map((guest) => guest.until(() => guest.talk?.canWrite, "both may write")));
	await say(ben, ada, "Hello Ada.");
	await thief.room.comeBack({ ...adasWords, lockAfter: 15 });
	await thief.until(() => thief.texts.includes("them: Hello Ada."), "the thief reads");
});

test("Without her card nothing is renewed at once, and Ada sees that somebody wished it", async () => {
	const words = await offered(thief);
	await assert.rejects(thief.room.newLock({ words, proof: { code: NOT_HER_CARD } }), {
		code: /not-opened|spare-mistyped/,
	});
	await assert.rejects(thief.room.newLock({ words, proof: {} }));
	assert.equal(thief.view.door, "inside");
	await thief.room.wishNewLock({});
	const phone = new Guest(house);
	await phone.room.start();
	await phone.room.comeBack({ ...adasWords, lockAfter: 15 });
	assert.deepEqual(
		phone.view.changes.map(({ kind }) => kind),
		["lock"],
	);
	await phone.room.lockNow();
});

test("With her card Ada has a whole new lock, reads everything, and the thief is out", async () => {
	const [words, oldWords] = [await offered(ada), adasWords];
	await ada.room.newLock({ words, proof: { code: adasCode } });
	adasWords = { username: adasWords.username, words: words.join(" ") };
	assert.deepEqual([ada.view.door, ada.view.offer, ada.view.changes.length], ["inside", null, 0]);
	assert.equal(ada.view.me.spareSeen, false);
	const code = await ada.room.spareCode();
	assert.notEqual(code, adasCode);
	adasCode = code;
	await ada.room.spareWritten();
	await thief.until(() => thief.view.door === "locked", "the thief is put out");
	await ada.until(() => ada.texts.includes("them: Hello Ada."), "Ada reads what was written");
	assert.deepEqual(
		ada.view.notices.map(({ code }) => code).filter((one) => !one.startsWith("programme-")),
		[],
	);
	await assert.rejects(thief.room.comeBack({ ...oldWords, lockAfter: 15 }), { code: "not-opened" });
});

test("Ben is told at once, and nothing of his is sealed to the new lock before he says so", async () => {
	await ben.until(() => ben.talk.whyNot === "lock-changed", "Ben is told without asking");
	const [{ other }] = ben.view.relationships;
	assert.deepEqual([other.name, other.lock, ben.talk.canWrite], ["Ada", "renewed", false]);
	const from = ben.sent.length;
	await assert.rejects(ben.room.say(ben.talk.conv, "who are you?"), { code: "cannot-write" });
	assert.equal(sentBy(ben, from), 0);
	await say(ada, ben, "It is me, with new words.");
	assert.equal(ben.talk.whyNot, "lock-changed");
	assert.deepEqual(await ben.room.lockWords(other.accountId), await ada.room.checkWords());
	await ben.room.acceptLock(other.accountId);
	await ben.until(() => ben.talk.canWrite, "they have spoken");
	await say(ben, ada, "I am glad it is you.");
});

test("Ada comes back with the new words; the old words, and an old code, open nothing", async () => {
	await ada.room.lockNow();
	await ada.room.comeBack({ ...adasWords, lockAfter: 15 });
	await ada.until(() => ada.texts.at(-1) === "them: I am glad it is you.", "Ada reads all of it");
	await say(ada, ben, "Back again.");
});

test("An answer that is lost on the way makes one new lock, not two", async () => {
	let lost = 0;
	const whole = Guest.anywhere;
	const words = await offered(ada);
	Guest.anywhere = async (url, how) => {
		const answer = await whole(url, how);
		if (!url.endsWith("/api/new-lock") || lost > 0) return answer;
		lost += 1;
		throw new TypeError("cut off");
	};
	const other = new Guest(house, { fetch: (url, how) => Guest.anywhere(url, how) });
	try {
		await other.room.start();
		await other.room.comeBack({ ...adasWords, lockAfter: 15 });
		await other.room.newLock({ words, proof: { code: adasCode } });
	} finally {
		Guest.anywhere = whole;
	}
	assert.equal(lost, 1);
	adasCode = await other.room.spareCode();
	await other.room.spareWritten();
	adasWords = { username: adasWords.username, words: words.join(" ") };
	await ada.until(() => ada.view.door === "locked", "her other window is signed out");
	await ada.room.comeBack({ ...adasWords, lockAfter: 15 });
	await ben.until(() => ben.talk.whyNot === "lock-changed", "Ben is told again");
	await ben.room.acceptLock(ben.view.relationships[0].other.accountId);
	await ben.until(() => ben.talk.canWrite, "and says yes again");
	await ada.until(() => ada.talk?.canWrite, "Ada may write");
	await say(ada, ben, "Third time lucky.");
	await other.room.lockNow();
});

test("Ben renews his lock: Ada is not stranded, and he sees whom to meet again", async () => {
	const code = await ben.room.newSpareCode({ words: bensWords().words });
	const words = await offered(ben);
	await ben.room.newLock({ words, proof: { code } });
	await ada.until(() => ada.talk.whyNot === "lock-changed", "Ada is told");
	assert.deepEqual([ada.talk.name, ada.talk.stopped], ["Ben", null]);
	assert.equal(ada.view.relationships[0].mayAskAgain, false);
	await ben.until(() => ben.view.home.again.length === 1, "Ben sees whom he has to meet");
	assert.equal(ben.view.me.standsBehindUntil, null);
	await say(ben, ada, "I have a new lock. Call me, please.");
	const { accountId } = ada.view.relationships[0].other;
	assert.deepEqual(await ada.room.lockWords(accountId), await ben.room.checkWords());
	await ada.room.acceptLock(accountId);
	await ada.until(() => ada.talk.canWrite, "Ada has called him");
	await say(ada, ben, "It is you.");
	await ben.until(() => ben.view.home.again.length === 0, "met again");
});

test("Nobody else is shown Ben before the programme stands behind him again, and then everybody is", async () => {
	const newcomer = new Guest(house);
	await newcomer.room.start();
	await newcomer.room.comeIn({ lockAfter: 15 });
	const all = async () => {
		await newcomer.room.find({ facts: [], langs: [], matters: null, anyone: true });
		return newcomer.view.finding.people.map(({ name }) => name);
	};
	assert.ok(!(await all()).includes("Ben"));
	const said = await house.endorse(await ben.room.endorsementRequest());
	assert.match(said, /new lock/);
	assert.equal((await newcomer.find("Ben")).name, "Ben");
	await newcomer.room.lockNow();
});

test("Ben's next new lock strands none of his twelve people: each reads, is told, and goes on when they have spoken", async () => {
	const more = [];
	for (let i = 0; i < 11; i += 1) {
		const guest = new Guest(house);
		await guest.room.start();
		await guest.room.comeIn({ lockAfter: 15 });
		const { accountId } = await guest.find("Ben");
		await guest.room.ask({ accountId, callName: `Guest ${i}`, text: "Hello." });
		await ben.until(() => ben.view.home.hellos[0]?.other.name === `Guest ${i}`, "a hello");
		await ben.room.accept(ben.view.home.hellos[0].id);
		await guest.until(() => guest.talk?.canWrite, `guest ${i} may write`);
		more.push(guest);
	}
	const all = [ada, ...more];
	const code = await ben.room.spareCode();
	await ben.room.newLock({ words: await offered(ben), proof: { code } });
	await Promise.all(all.map((guest) => guest.until(() => guest.talk.whyNot === "lock-changed", "told")));
	await ben.until(() => ben.view.home.again.length === 12, "all twelve are listed");
	for (const guest of all) {
		assert.deepEqual([guest.talk.stopped, guest.talk.name], [null, "Ben"]);
		assert.ok(guest.texts.length > 0, "what was written can be read");
	}
	for (const guest of all) {
		await guest.room.acceptLock(guest.view.relationships[0].other.accountId);
		await guest.until(() => guest.talk.canWrite, "they have spoken");
		await guest.room.say(guest.talk.conv, "It is you.");
		await guest.until(() => guest.talk.lines.at(-1)?.state === "stored", "it is stored");
	}
	await ben.until(() => ben.view.home.again.length === 0, "met, each of them");
});
