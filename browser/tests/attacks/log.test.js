// Attack 11: a house that rewrites, forks or stretches the list of who is who is found out by the room.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { before, test } from "node:test";
import { concat, fromText, toText } from "../../crypto/bytes.js";
import { LINE, ROW, whoOf } from "../../crypto/key-log.js";
import { random, sign, signingPair } from "../../crypto/sodium.js";
import { PART } from "../../crypto/state.js";
import { asked, meet, talk } from "../crypto/cast.js";
import { DAY, LittleHouse } from "../crypto/little-house.js";

const refusal = (code) => ({ name: "Refusal", code });
/** Somebody else's line. */
const stray = (type = LINE.KEYS) => concat(new Uint8Array([type]), random(63));

before(async () => {
	await LittleHouse.open();
});

/** Ada read all of it, and her state remembers how far. */
async function read() {
	const fresh = await meet();
	await fresh.ada.readLog();
	await fresh.ada.saveState();
	return fresh;
}

/** What she finds at her next visit, on a fresh browser. */
async function nextVisit({ ada, house }) {
	const device = await ada.comeBack();
	device.readsLog = false;
	return { device, found: device.readLog(), house };
}

test("An honest list is read once, read on, and remembered in the sealed state", async () => {
	const fresh = await read();
	assert.equal(fresh.ada.core.log.size, 3);
	const { device, found } = await nextVisit(fresh);
	assert.deepEqual(await found, { size: 3 });
	assert.deepEqual(device.core.place.book.part(PART.TRUST).log_at, {
		root: toText(fresh.ada.core.log.at.root),
		size: 3,
	});
	fresh.house.list.rows.push(stray());
	assert.deepEqual(await device.readLog(), { size: 4 });
});

test("Nobody's keys are used before the list was read", async () => {
	const { ada, ben, house } = await meet();
	ada.readsLog = false;
	await assert.rejects(
		ada.do("people", { directory: [house.row(ben.id)], today: DAY }),
		refusal("log-unread"),
	);
	await assert.rejects(asked({ house, ada, ben }), refusal("log-unread"));
});

test("A list that shrank is found out, and nothing is sent any more", async () => {
	const fresh = await read();
	fresh.house.list.rows.pop();
	const { device, found } = await nextVisit(fresh);
	await assert.rejects(found, refusal("log-rewritten"));
	const { house, ben } = fresh;
	await assert.rejects(asked({ house, ada: device, ben }), refusal("log-rewritten"));
	await assert.rejects(
		device.do("people", { directory: [house.row(ben.id)], today: DAY }),
		refusal("log-rewritten"),
	);
});

test("What stops all sending lets people read on", async () => {
	const { house, ada, ben, conv } = await talk();
	await ada.saveState();
	await ben.say(conv, "How was the night?", { to: ada });
	house.list.rows.pop();
	const { device, found } = await nextVisit({ ada, house });
	await assert.rejects(found, refusal("log-rewritten"));
	const { lines, cannot, stopped } = await device.follow(conv);
	assert.deepEqual([lines.at(-1).text, cannot, stopped], ["How was the night?", "log-rewritten", null]);
	await assert.rejects(
		device.do("sealText", { conv, text: "x", ts: 1, today: DAY }),
		refusal("log-rewritten"),
	);
});

test("A changed line, swapped lines and a line put between are found out", async () => {
	const changes = [
		(rows) => rows.splice(1, 1, stray()),
		(rows) => rows.reverse(),
		(rows) => rows.splice(1, 0, stray()),
	];
	for (const change of changes) {
		const fresh = await read();
		change(fresh.house.list.rows);
		const { found } = await nextVisit(fresh);
		await assert.rejects(found, refusal("log-rewritten"));
	}
});

test("A line about Ada that she did not make is shown to her, wherever it stands", async () => {
	for (const at of [0, 3]) {
		const { ada, house } = await meet();
		const line = concat(new Uint8Array([LINE.KEYS]), whoOf(fromText(ada.id)), random(32));
		house.list.rows.splice(at, 0, line);
		await assert.rejects(ada.readLog(), refusal("log-added"));
	}
});

test("Her own line may not be left out or replaced", async () => {
	for (const [rows, code] of [
		[[], "log-missing"],
		[[stray()], "log-missing"],
	]) {
		const { ada, house } = await meet();
		house.list.rows.splice(0, 1, ...rows);
		await assert.rejects(ada.readLog(), refusal(code));
	}
});

test("Rows that were not signed, broken rows, another home's note and a stranger's key are refused", async () => {
	const { ada, house } = await meet();
	const { rows, note } = house.list.from();
	const raw = fromText(rows);
	const broken = [
		{ rows: [toText(raw.slice(0, -ROW))], note },
		{ rows: [toText(raw.slice(0, -1))], note },
		{ rows: [toText(concat(raw, stray()))], note },
		{ rows: [rows, toText(raw.slice(0, ROW))], note },
		{ rows: [toText(concat(new Uint8Array([4]), raw.slice(1)))], note },
		{ rows: [rows], note: note.replace("alongside/", "elsewhere/") },
		{ rows: [rows], note: "" },
	];
	for (const lie of broken) {
		const device = await ada.comeBack();
		await assert.rejects(device.do("readLog", lie), refusal("log-other"));
	}
	house.log = signingPair(random(32));
	await assert.rejects(ada.readLog(), refusal("log-other"));
});

test("Keys of Ben's that are not in the list are nobody's", async () => {
	const { ada, ben, house } = await meet();
	house.list.rows.splice(1, 1);
	const { people, refused } = await ada.do("people", { directory: [house.row(ben.id)], today: DAY });
	assert.deepEqual([people, refused], [[], 1]);
});

test("When the list knows newer keys of Ben's than the house shows, he is not shown", async () => {
	const { ada, ben, house } = await meet();
	house.list.add(LINE.KEYS, ben.id, random(32));
	const { refused } = await ada.do("people", { directory: [house.row(ben.id)], today: DAY });
	assert.equal(refused, 1);
});

test("A house that keeps Ben's newest key from Ada is found out when it is asked again, whatever she does", async () => {
	const { house, ada, ben, conv } = await talk();
	const [relationship, row] = [ada.relationship(conv), house.row(ben.id)];
	await ben.renew(DAY + 91);
	await ada.readLog();
	const { refused } = await ada.do("people", { directory: [row], today: DAY, isFresh: true });
	assert.equal(refused, 1);
	await ada.do("checkPromise", { relationship, isFresh: true });
	assert.equal((await ada.take(conv, [])).stopped.cause, "log-keys");
	const device = await ada.comeBack();
	await device.do("openConversation", { relationship, conv, isFresh: true });
	assert.equal((await device.take(conv, house.ledger(conv).follow(ada.id, 0))).stopped.cause, "log-keys");
});

test("A key that the house names for Ben and does not put into the list is never learned", async () => {
	const { house, ada, ben, conv } = await talk();
	await ben.renew(DAY + 91);
	house.list.rows.pop();
	await ada.do("checkPromise", { relationship: ada.relationship(conv) });
	const { conversation } = ada.core.talks.get(conv);
	assert.deepEqual(
		[conversation.stopped.cause, conversation.about.people.get(ben.id).length],
		["log-keys", 1],
	);
});

test("Keys in Ada's name that nobody of hers made stay an alarm, however often the house is asked", async () => {
	const { ada, house } = await meet();
	await ada.readLog();
	house.list.add(LINE.KEYS, ada.id, random(32));
	await assert.rejects(ada.readOn({ isFresh: false }), refusal("keys-moved"));
	await assert.rejects(ada.readLog(), refusal("log-added"));
	assert.equal(ada.core.logTrouble, "log-added");
});

test("A word of the programme that is not in the list does not count", async () => {
	const { ada, ben, house } = await meet();
	house.endorse(ben.id, { name: "Ben", serial: 2, isLogged: false });
	const { refused } = await ada.do("people", { directory: [house.row(ben.id)], today: DAY });
	assert.equal(refused, 1);
});

test("A word taken back: Ben is not shown, open talks can be read, and nothing is sent; a new word mends it", async () => {
	const { house, ada, ben, conv, ledger } = await talk();
	await ben.say(conv, "How was the night?", { to: ada });
	house.list.revoke(ben.id);
	for (const person of [ada, ben]) {
		await person.readLog();
		const taken = await person.take(conv, [ledger.upto(person.id)]);
		const code = person === ada ? "programme-lapsed" : "own-lapsed";
		assert.equal(taken.cannot, code);
		assert.equal(taken.stopped, null);
		await assert.rejects(person.say(conv, "x"), refusal(code));
	}
	const own = await ben.do("endorsementCheck", { endorsement: house.row(ben.id).endorsement, today: DAY });
	assert.equal(own.valid, false);
	const device = await ada.comeBack();
	const { lines } = await device.follow(conv);
	assert.equal(lines.at(-1).text, "How was the night?");
	const { refused } = await ada.do("people", { directory: [house.row(ben.id)], today: DAY });
	assert.equal(refused, 1);

	house.endorse(ben.id, { name: "Ben", serial: 2 });
	await ada.readLog();
	await ada.say(conv, "Good to have you back.");
});

test("Headers carry how far their author read, and both saw the same", async () => {
	const { ledger, ada } = await talk();
	const { logSize, logRoot } = ledger.entries[0].fields;
	assert.equal(logSize, 3);
	assert.deepEqual(logRoot, ada.core.log.rootAt(3));
});

test("Who was shown another list finds out with the first header of the other", async () => {
	const { house, ada, ben } = await meet();
	const honest = [...house.list.rows];
	// Ada alone is shown a list with a line more, in front of Ben's.
	house.list.rows.splice(1, 0, stray());
	const { conv } = await asked({ house, ada, ben });
	house.list.rows = [...honest, stray(), stray()];
	const { stopped, lines } = await ben.follow(conv);
	assert.equal(stopped.cause, "log-fork");
	assert.deepEqual(lines, []);
});

test("Who has read less reads on first, and nothing is lost", async () => {
	const { house, ada, ben } = await meet();
	await ben.readLog();
	house.list.rows.push(stray());
	const { conv } = await asked({ house, ada, ben });
	ben.readsLog = false;
	await ben.do("openConversation", { relationship: ben.relationship(conv), conv, today: DAY });
	const frames = house.ledger(conv).follow(ben.id, 0);
	await assert.rejects(ben.take(conv, frames), refusal("log-behind"));
	await ben.readLog();
	const { lines } = await ben.take(conv, frames);
	assert.equal(lines[0].text, "Hello Ben.");
});

test("A header that claims more than there is to read is another list", async () => {
	const { house, ada, ben } = await meet();
	await ben.readLog();
	const honest = [...house.list.rows];
	house.list.rows.push(stray());
	const { conv } = await asked({ house, ada, ben });
	house.list.rows = honest;
	await ben.do("openConversation", { relationship: ben.relationship(conv), conv, today: DAY });
	const frames = house.ledger(conv).follow(ben.id, 0);
	await assert.rejects(ben.take(conv, frames), refusal("log-behind"));
	await ben.readLog();
	const { stopped } = await ben.do("take", { conv, frames, today: DAY, isRead: true });
	assert.equal(stopped.cause, "log-fork");
});

test("Two devices that were shown two lists find out when their states meet", async () => {
	const fresh = await read();
	const { ada, house } = fresh;
	const phone = await ada.comeBack();
	const honest = [...house.list.rows];
	house.list.rows.push(stray());
	await phone.readLog();
	await phone.saveState();
	house.list.rows = [...honest, stray(), stray()];
	await ada.readLog();
	await assert.rejects(
		ada.do("stateMoved", { state: structuredClone(house.accounts.get(ada.id).state) }),
		refusal("forked"),
	);
});

test("What another device read further is met at the next reading", async () => {
	const fresh = await read();
	const { ada, house } = fresh;
	const phone = await ada.comeBack();
	house.list.rows.push(stray());
	await phone.readLog();
	await phone.saveState();
	await ada.do("stateMoved", { state: structuredClone(house.accounts.get(ada.id).state) });
	house.list.rows.splice(3, 1, stray());
	await assert.rejects(ada.readLog(), refusal("log-rewritten"));
});

test("Who looks on from outside is named only for what they really signed", async () => {
	const { ada, house } = await meet();
	await ada.readLog();
	const witness = signingPair(random(32));
	const line = lineOf("open-door.example", witness.publicKey);
	const { note } = house.list.from();
	const other = house.list.note({ size: 3, root: random(32) });
	const said = async (cosigned) => (await ada.do("witnessed", { cosigned, witnesses: [line] })).witnesses;

	assert.deepEqual(await said([cosigned(note, witness)]), [{ name: "open-door.example", seconds: 7 }]);
	for (const lie of [note, cosigned(other, witness), cosigned(note, signingPair(random(32))), "", "x"])
		assert.deepEqual(await said([lie]), [{ name: "open-door.example", seconds: null }]);
});

const idOf = (name, type, key) =>
	createHash("sha256")
		.update(`${name}\n`)
		.update(concat(new Uint8Array([type]), key))
		.digest()
		.subarray(0, 4);

const lineOf = (name, key) =>
	`${name}+${idOf(name, 4, key).toString("hex")}+${Buffer.concat([Buffer.from([4]), key]).toString("base64")}`;

function cosigned(note, { publicKey, secretKey }) {
	const name = "open-door.example";
	const text = note.slice(0, note.lastIndexOf("\n\n") + 1);
	const sig = sign(secretKey, new TextEncoder().encode(`cosignature/v1\ntime 7\n${text}`));
	const seconds = Buffer.from([0, 0, 0, 0, 0, 0, 0, 7]);
	const raw = Buffer.concat([idOf(name, 4, publicKey), seconds, sig]);
	return `${note}\u2014 ${name} ${raw.toString("base64")}\n`;
}
