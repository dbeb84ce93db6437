import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { concat, fromText } from "../../crypto/bytes.js";
import { TYPE } from "../../crypto/frames.js";
import { LINE, whoOf } from "../../crypto/key-log.js";
import { SealedCore } from "../../crypto/client.js";
import { keyRecordBytes, recordJson, verifyRecords } from "../../crypto/people.js";
import { Core, OPS } from "../../crypto/sealed-core.js";
import { random, sign, signingPair, wrapKeyOf } from "../../crypto/sodium.js";
import { stretch } from "../../crypto/stretch.js";
import { forgedList } from "./forger.js";
import { Guest } from "./guest.js";
import { House } from "./house.js";

/** Locks that go on, at a real house whose time is moved: nobody is asked, nobody is told, and both talk on. */
const DAY = 86_400_000;

let folder;
let house;
let ada;
let ben;
let adasWords;
let travelled = 0;
/** The real clock, as far ahead as the house's own. */
const clock = {
	now: () => Date.now() + travelled,
	after(milliseconds, deed) {
		const timer = setTimeout(deed, milliseconds).unref();
		return () => clearTimeout(timer);
	},
};

/** Somebody whose core can be looked into. */
class Traveller extends Guest {
	bends = () => undefined;

	/** Who is who, at a house that lies. */
	list = null;

	constructor(at, here = clock) {
		const cores = [];
		super(at, { clock: here, makeCore: () => coreIn(cores), fetch: (url, how) => this.noted(url, how) });
		this.cores = cores;
		this.asked = [];
	}

	async noted(url, how) {
		if (this.list !== null && url.includes("/api/key-log?")) return await this.list(url, how);
		const answer = await Guest.anywhere(url, how);
		if (url.endsWith("/api/relationships")) return await this.#bent(answer);
		if (url.includes("/api/")) this.asked.push(`${how.method} ${new URL(url).pathname} ${answer.status}`);
		return answer;
	}

	/** What a house that lies would list. */
	async #bent(answer) {
		const listed = await answer.json();
		this.bends(listed);
		return new Response(JSON.stringify(listed), { status: answer.status });
	}

	/** Generations of wrapping keys that their room holds. */
	get seeds() {
		return [...this.cores.at(-1).place.ekSeeds.keys()];
	}

	/** What is published of their keys. */
	get records() {
		return this.cores.at(-1).place.records.map(recordJson);
	}

	get renewals() {
		return this.asked.filter((one) => one === "POST /api/key-records 200").length;
	}

	get turns() {
		return this.sent.filter(({ type }) => type === TYPE.HEADER).map(({ reasonCode }) => reasonCode);
	}
}

function coreIn(cores) {
	const core = new Core();
	cores.push(core);
	const call = async (op, args) => structuredClone(await OPS[op](core, structuredClone(args ?? {}), stretch));
	return new SealedCore({ call, end: () => core.lock() });
}

/** What somebody with Ben's words could publish: another identity, signed on by his. */
function otherLock({ records, ik }) {
	const before = records.at(-1);
	const other = signingPair(random(32));
	const raw = {
		accountId: before.accountId,
		gen: before.gen + 1,
		ik: other.publicKey,
		ek: wrapKeyOf(random(32)),
		rand: new Uint8Array(16),
		prev: before.hash,
		day: before.day,
	};
	const bytes = keyRecordBytes(raw);
	return recordJson({ ...raw, sig: sign(other.secretKey, bytes), prevSig: sign(ik.secretKey, bytes) });
}

async function travel(days) {
	travelled += days * DAY;
	await writeFile(process.env.ALONGSIDE_TEST_CLOCK, String(travelled / 1_000));
}

/** A later visit, by the five words: sign-ins of long ago are over. */
async function comeBack(guest, { username, words }) {
	await guest.room.lockNow();
	await guest.room.comeBack({ username, words, lockAfter: 15 });
	await guest.until(() => guest.talk && !guest.talk.catching && guest.talk.canWrite, "the talk is open");
}

const bensWords = () => house.people.get("Ben");
const answered = (guest) => guest.talk.question !== null && guest.room.answerQuestion(guest.talk.conv);

async function say(guest, other, text) {
	await answered(guest);
	await guest.room.say(guest.talk.conv, text);
	await guest.until(() => guest.talk.lines.at(-1)?.state === "stored", `${text} is stored`);
	await other.until(() => other.texts.at(-1) === `them: ${text}`, `${text} is read`);
}

function isCalm(guest) {
	const told = guest.view.notices.map(({ code }) => code).filter((code) => !code.startsWith("programme-"));
	assert.deepEqual(told, []);
	assert.deepEqual([guest.talk.stopped, guest.talk.whyNot], [null, null]);
	assert.equal(guest.view.relationships[0].other.lock, "same");
	assert.equal(guest.view.relationships[0].trouble, null);
}

before(async () => {
	folder = await mkdtemp(join(tmpdir(), "clock-"));
	process.env.ALONGSIDE_TEST_CLOCK = join(folder, "clock");
	await travel(0);
	house = await House.open();
	[ada, ben] = [new Traveller(house), new Traveller(house)];
	await Promise.all([ada.room.start(), ben.room.start()]);
});

after(async () => {
	try {
		await Guest.leaveAll();
	} finally {
		await house.close();
		await rm(folder, { recursive: true, force: true });
	}
});

test("Ada and Ben begin to talk", async () => {
	adasWords = ada.view.offer;
	await ada.room.comeIn({ lockAfter: 15 });
	await ada.room.spareWritten();
	const { username, words } = bensWords();
	await ben.room.comeBack({ username, words, lockAfter: 15 });
	const { accountId } = await ada.find("Ben");
	await ada.room.ask({ accountId, callName: "Ada", text: "Hello." });
	await ben.until(() => ben.view.home.hellos[0]?.other.name === "Ada", "Ben sees the hello");
	await ben.room.accept(ben.view.home.hellos[0].id);
	await Promise.all([ada, ben].map((guest) => guest.until(() => guest.talk?.canWrite, "both may write")));
	await say(ben, ada, "Hello Ada.");
	assert.deepEqual([ada.seeds, ada.renewals, ben.renewals], [[0], 0, 0]);
});

test("Ninety-one days later both locks went on by themselves, and both talk on without an alarm", async () => {
	await travel(91);
	await comeBack(ada, adasWords);
	await ada.until(() => ada.renewals === 1, "Ada's key is renewed");
	await comeBack(ben, bensWords());
	await ben.until(() => ben.renewals === 1, "Ben's key is renewed");
	await say(ada, ben, "It is me, a season later.");
	await say(ben, ada, "And me.");
	await say(ada, ben, "Good.");
	for (const guest of [ada, ben]) isCalm(guest);
	assert.deepEqual([ada.seeds, ben.seeds.at(-1)], [[0, 1], 1]);
	const turns = [...ada.turns, ...ben.turns].filter((reason) => reason !== 1);
	assert.ok(turns.length >= 1 && turns.every((reason) => reason === 5), `turned for ${turns}`);
	assert.deepEqual(ada.texts.slice(-3), ["me: It is me, a season later.", "them: And me.", "me: Good."]);
});

test("A room that is open while the other's key is renewed reads on by itself", async () => {
	await travel(90);
	await comeBack(ben, bensWords());
	await ben.until(() => ben.renewals === 2, "Ben's key is renewed");
	await comeBack(ada, adasWords);
	await ada.until(() => ada.renewals === 2, "Ada's key is renewed while Ben is there");
	await say(ada, ben, "You did not know my new key yet.");
	await say(ben, ada, "Now I do.");
	for (const guest of [ada, ben]) isCalm(guest);
});

test("An answer that is lost on the way renews nothing twice", async () => {
	await travel(90);
	let lost = 0;
	const whole = Guest.anywhere;
	Guest.anywhere = async (url, how) => {
		const answer = await whole(url, how);
		if (!url.endsWith("/api/key-records") || lost > 0) return answer;
		lost += 1;
		throw new TypeError("cut off");
	};
	try {
		await comeBack(ada, adasWords);
		await ada.until(() => ada.renewals === 3, "the same was handed in again");
	} finally {
		Guest.anywhere = whole;
	}
	assert.deepEqual([lost, ada.seeds], [1, [0, 1, 2, 3]]);
	await comeBack(ben, bensWords());
	await say(ada, ben, "Still here.");
	for (const guest of [ada, ben]) isCalm(guest);
});

test("Fourteen months after the first key was replaced it is gone, and what is younger can be read", async () => {
	await travel(14 * 31 - 180);
	await comeBack(ada, adasWords);
	await ada.until(() => ada.renewals === 4, "Ada's key is renewed");
	assert.deepEqual(ada.seeds, [1, 2, 3, 4]);
	await comeBack(ben, bensWords());
	await say(ada, ben, "More than a year.");
	await say(ben, ada, "Well done.");
	await comeBack(ada, adasWords);
	assert.deepEqual(ada.seeds, [1, 2, 3, 4], "and it does not come back");
	assert.deepEqual(ada.texts.slice(-2), ["me: More than a year.", "them: Well done."]);
	for (const guest of [ada, ben]) isCalm(guest);
});

test("Ada's phone is open while her laptop renews her key: it takes the new one over, and nobody is alarmed", async () => {
	await travel(90);
	const phone = new Traveller(house, { ...clock, now: () => clock.now() - DAY });
	await phone.room.start();
	await phone.room.comeBack({ ...adasWords, lockAfter: 15 });
	await phone.until(() => phone.talk && !phone.talk.catching && phone.talk.canWrite, "the phone is open");
	assert.equal(phone.renewals, 0, "its own clock is a day behind");
	await comeBack(ada, adasWords);
	await ada.until(() => ada.renewals === 5, "the laptop renewed");
	await comeBack(ben, bensWords());
	await phone.room.refresh();
	assert.deepEqual(phone.seeds, ada.seeds);
	await say(phone, ben, "From my phone.");
	await ada.until(() => ada.texts.at(-1) === "me: From my phone.", "the laptop has it too");
	await say(ben, phone, "Heard.");
	for (const guest of [ada, ben, phone]) isCalm(guest);
	await phone.room.lockNow();
});

test("Another lock in Ben's name stops Ada's words before they are sealed, until she says that it is him", async () => {
	const forged = otherLock(ben.cores.at(-1).place);
	const [{ hash }] = verifyRecords([...ben.records, forged], fromText(forged.account_id)).slice(-1);
	const line = concat(new Uint8Array([LINE.KEYS]), whoOf(fromText(forged.account_id)), hash);
	ada.list = await forgedList(house, (rows) => rows.push(line));
	ada.bends = (listed) => {
		for (const { other } of listed.relationships) other.key_records.push(forged);
	};
	await ada.room.refresh();
	await ada.until(() => ada.talk.whyNot === "lock-changed", "Ada is told");
	const [{ other, trouble }] = ada.view.relationships;
	assert.deepEqual([other.name, other.lock, trouble, ada.talk.canWrite], ["Ben", "renewed", null, false]);
	assert.ok(ada.texts.length > 0, "what was said can still be read");
	const sent = ada.sent.length;
	await answered(ada);
	await ada.room.say(ada.talk.conv, "who are you?").catch(() => null);
	await new Promise((later) => setTimeout(later, 300));
	assert.equal(
		ada.sent.slice(sent).filter(({ type }) => type === TYPE.SEND || type === TYPE.HEADER).length,
		0,
	);
	ada.mute = true;
	await ada.room.acceptLock(other.accountId);
	await ada.until(() => ada.talk.canWrite, "she has spoken with him");
	assert.equal(ada.view.relationships[0].other.lock, "same");
});

test("A house that hides Ada's newest key from her is not believed", async () => {
	const other = new Guest(house, {
		clock,
		fetch: Guest.fetchThrough("/api/sign-in", (text) => {
			const answer = JSON.parse(text);
			answer.me.key_records.pop();
			return JSON.stringify(answer);
		}),
	});
	await other.room.start();
	const { username, words } = adasWords;
	await assert.rejects(other.room.comeBack({ username, words, lockAfter: 15 }), { code: "way-in-changed" });
	assert.equal(other.view.door, "outside");
});
