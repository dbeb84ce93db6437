// "Someone knows my five words": what a thief of the old words, with copies of everything old and a house that helps, still finds (P10).

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { openBundle, openSlot, spareKeys, wordsKeys } from "../../crypto/account.js";
import { equal, fromText, toText } from "../../crypto/bytes.js";
import { decodeFrame } from "../../crypto/frames.js";
import { headerFromFrame, openWrap } from "../../crypto/epoch.js";
import { memberOf } from "../../crypto/headers.js";
import { recordJson } from "../../crypto/people.js";
import { nextOfLock } from "../../crypto/renewal.js";
import { Refusal } from "../../crypto/refusal.js";
import { random, wrapKeyOf } from "../../crypto/sodium.js";
import { readSpare } from "../../crypto/spare.js";
import { openIndex, stateKeyOf } from "../../crypto/state.js";
import { Person, talk, WORDS } from "../crypto/cast.js";
import { DAY, NOON } from "../crypto/little-house.js";

const NEW_WORDS = "album alcove alert algebra almond";
const refusal = (code) => (error) => error instanceof Refusal && error.code === code;
const told = (person) => person.do("checkPromise", { relationship: person.relationship(room.conv) });
const written = (person, text = "who reads?") =>
	person.do("sealText", { conv: room.conv, text, ts: NOON, today: DAY });

let room;
beforeEach(async () => {
	room = await talk();
});

/** Everything the house kept of this person, and a device that the thief opened with the old words. */
async function stolen(person) {
	const thief = await person.comeBack(WORDS);
	const kept = structuredClone(room.house.accounts.get(person.id));
	return { thief, kept, ark: thief.core.place.ark.slice(), seeds: new Map(thief.core.place.ekSeeds) };
}

const contextOf = ({ core: { place } }, { g, ver }) => ({
	home: room.house.home,
	accountId: place.accountId,
	g,
	ver,
});

test("Ada's lock is new in every part, and she reads what was written before", async () => {
	const { ada, ben, conv, house } = room;
	await ben.say(conv, "before", { to: ada });
	const before = structuredClone(house.accounts.get(ada.id));
	await ada.newLock(NEW_WORDS);
	const after = house.accounts.get(ada.id);
	assert.deepEqual([after.bundle.g, after.bundle.ver, after.state.g], [1, 2, 1]);
	assert.deepEqual([after.state.ctr, after.key_records.length], [before.state.ctr + 1, 2]);
	const old = new Set([before.state, before.bundle, ...before.state.parts].map(({ box }) => box));
	for (const { box } of [after.state, after.bundle, ...after.state.parts]) assert.ok(!old.has(box));
	assert.equal(ada.core.talks.size, 0, "conversations are opened anew");
	const { lines } = await ada.follow(conv);
	assert.deepEqual(
		lines.map(({ text }) => text),
		["Hello Ben.", "before"],
	);
	const device = await ada.comeBack(NEW_WORDS);
	assert.deepEqual([device.greeting.warnings, device.core.place.g], [[], 1]);
	assert.deepEqual([...device.core.place.ekSeeds.keys()], [0, 1]);
	assert.deepEqual([...device.core.place.vaultKeys.keys()], [0, 1]);
});

test("The old words, and the old code, open no new way in", async () => {
	const { ada, house } = room;
	const { code } = await ada.do("spareCode");
	await ada.newLock(NEW_WORDS);
	const [words, spare] = house.accounts.get(ada.id).slots;
	const mk = ada.masters[0].slice();
	const account = { home: house.home, accountId: fromText(ada.id) };
	const keks = [
		wordsKeys(mk, house.home, ada.username).kek,
		spareKeys(readSpare(code), house.home, ada.username).kek,
	];
	for (const kek of keks)
		for (const slot of [words, spare])
			assert.throws(() => openSlot(kek, slot, account), refusal("not-opened"));
	await assert.rejects(ada.comeBack(WORDS), refusal("not-opened"));
});

test("A thief with the old root key opens neither the new bundle nor the new state", async () => {
	const { ada, house } = room;
	const { ark } = await stolen(ada);
	await ada.newLock(NEW_WORDS);
	const { bundle, state } = house.me(ada.id);
	assert.throws(() => openBundle(ark, contextOf(ada, bundle), fromText(bundle.box)), Refusal);
	const at = { ctr: state.ctr, prev: fromText(state.prev, 32) };
	const whose = { accountId: fromText(ada.id), g: state.g };
	assert.throws(() => openIndex(stateKeyOf(ark), whose, at, fromText(state.box)), Refusal);
});

test("With all old seeds and every wrap the house has, the thief reads no new line of either", async () => {
	const { ada, ben, conv, ledger } = room;
	const { seeds } = await stolen(ada);
	const from = ledger.entries.length;
	await ada.newLock(NEW_WORDS);
	await ada.follow(conv);
	await ada.say(conv, "new words, new lock");
	await told(ben);
	await ben.take(
		conv,
		ledger.entries.slice(from).map((entry) => ledger.frameOf(entry, ben.id)),
	);
	await ben.do("acceptLock", { account_id: ada.id });
	await ben.say(conv, "I am glad", { to: ada });
	const heads = ledger.entries.filter(({ kind }) => kind === 1).map((entry) => ledger.head(entry, ada.id));
	const opened = heads.map((raw) => opensAny(raw, fromText(ada.id), seeds));
	assert.deepEqual(opened, [true, ...heads.slice(1).map(() => false)]);
	const epochs = ledger.entries.slice(from).map(({ kind, fields }) => (kind === 1 ? null : fields.epoch));
	assert.ok(
		epochs.every((epoch) => epoch === null || epoch >= 1),
		"no new line stands in the old epoch",
	);
});

/** @param {Uint8Array} raw @param {Uint8Array} id @param {Map<number, Uint8Array>} seeds */
function opensAny(raw, id, seeds) {
	const frame = decodeFrame(raw);
	const header = headerFromFrame(frame);
	return [...seeds.values()].some((seed) => {
		try {
			return openWrap(header, frame.wrap, memberOf(header, id), seed).length === 32;
		} catch {
			return false;
		}
	});
}

test("A house that brings the old generation back is found out by Ada's new words", async () => {
	const { ada, house } = room;
	const { kept } = await stolen(ada);
	await ada.newLock(NEW_WORDS);
	const now = structuredClone(house.accounts.get(ada.id));
	for (const lie of [
		{ state: kept.state },
		{ bundle: kept.bundle },
		{ bundle: kept.bundle, state: kept.state },
		{ key_records: kept.key_records },
		{ key_records: kept.key_records, bundle: kept.bundle, state: kept.state },
		{ slots: kept.slots },
		{ state: { ...now.state, parts: kept.state.parts } },
		{ state: { ...kept.state, g: 1, ctr: now.state.ctr } },
	]) {
		Object.assign(house.accounts.get(ada.id), structuredClone({ ...now, ...lie }));
		await assert.rejects(ada.comeBack(NEW_WORDS), Refusal);
	}
	Object.assign(house.accounts.get(ada.id), now);
	assert.equal((await ada.comeBack(NEW_WORDS)).core.place.g, 1);
});

test("A state of before, brought back to an open room, is a roll-back", async () => {
	const { ada } = room;
	const { kept } = await stolen(ada);
	await ada.newLock(NEW_WORDS);
	await assert.rejects(ada.do("stateMoved", { state: kept.state }), refusal("state"));
});

test("Ada's own lines say which generation she was in: an older state behind them is a roll-back", async () => {
	const { ada, conv } = room;
	await ada.newLock(NEW_WORDS);
	await ada.follow(conv);
	await ada.say(conv, "of the new generation");
	const { g, ctr } = ada.core.place.book.count();
	assert.equal(g, 1);
	ada.core.noteOwnCount({ g: 2, ctr: 1, hash: toText(random(8)) });
	assert.deepEqual([ada.core.ahead.g, ada.core.ahead.ctr > ctr], [2, false]);
});

test("The thief cannot put a lock of their own behind Ada's new one, nor beside it", async () => {
	const { ada, ben, conv, house } = room;
	const { thief } = await stolen(ada);
	await ada.newLock(NEW_WORDS);
	await told(ben);
	const [first, second] = ada.core.place.records;
	const theirs = { ikSecret: thief.core.place.ik.secretKey, ek: wrapKeyOf(random(32)), day: DAY };
	const behind = nextOfLock(second, theirs);
	const beside = nextOfLock(first, theirs);
	house.accounts.get(ada.id).key_records = [first, second, behind].map(recordJson);
	await assert.rejects(told(ben), Refusal, "not signed by whoever it names");
	house.accounts.get(ada.id).key_records = [first, beside].map(recordJson);
	await told(ben);
	const { stopped } = await ben.take(conv, []);
	assert.equal(stopped.cause, "log-keys", "two stories, and the list tells one");
});

test("Nothing is sealed to Ada's new lock before Ben says so, and then everything is", async () => {
	const { ada, ben, conv } = room;
	await ada.newLock(NEW_WORDS);
	await told(ben);
	assert.deepEqual(
		[(await ben.take(conv, [])).cannot, (await ben.take(conv, [])).lock],
		["lock-changed", "renewed"],
	);
	await assert.rejects(written(ben), refusal("lock-changed"));
	const { words } = await ben.do("checkWords", { key_records: room.house.row(ada.id).key_records });
	assert.deepEqual(words, (await ada.do("checkWords")).words, "four words that both can compare");
	await ben.do("acceptLock", { account_id: ada.id });
	await ada.follow(conv);
	const { taken } = await ben.say(conv, "it is you", { to: ada });
	assert.equal(taken.lines[0].text, "it is you");
});

test("What the house did not take changes nothing: Ada goes on as she was, and may try again", async () => {
	const { ada, conv, house } = room;
	await ada.do("newLock", { words: NEW_WORDS, day: DAY });
	await assert.rejects(ada.do("lockRenewed", { me: house.me(ada.id) }), refusal("keys-other"));
	assert.equal(ada.core.place.g, 0);
	await ada.say(conv, "still here");
	await ada.newLock(NEW_WORDS);
	assert.equal(ada.core.place.g, 1);
});

test("A house that changes the new lock on the way is found out before Ada moves in", async () => {
	const { ada, house } = room;
	const { payload } = await ada.do("newLock", { words: NEW_WORDS, day: DAY });
	const { kept } = await stolen(ada);
	house.takeLock(ada.id, payload);
	const good = house.me(ada.id);
	for (const lie of [
		{ bundle: kept.bundle },
		{ state: kept.state },
		{ key_records: kept.key_records },
		{ key_records: [...good.key_records, good.key_records[1]] },
		{ account_id: room.ben.id },
	])
		await assert.rejects(ada.do("lockRenewed", { me: { ...good, ...lie } }), Refusal);
	assert.equal(ada.core.place.g, 0);
	await ada.do("lockRenewed", { me: good });
	assert.equal(ada.core.place.g, 1);
});

test("A new lock twice: the second follows the first, and everything is read still", async () => {
	const { ada, conv } = room;
	await ada.newLock(NEW_WORDS);
	await ada.newLock(WORDS, { day: DAY + 1 });
	assert.deepEqual([ada.core.place.g, [...ada.core.place.ekSeeds.keys()]], [2, [0, 1, 2]]);
	const { lines } = await ada.follow(conv);
	assert.equal(lines[0].text, "Hello Ben.");
	assert.equal((await ada.comeBack(WORDS)).core.place.g, 2);
});

test("A rolled-back place makes no new lock: what it knows is not to be trusted", async () => {
	const { ada } = room;
	ada.core.rollBack();
	await assert.rejects(ada.do("newLock", { words: NEW_WORDS, day: DAY }), refusal("state-rolled-back"));
});

test("Ben's new lock is shown only when the programme stands behind it again", async () => {
	const { ada, ben, house } = room;
	await ben.newLock(NEW_WORDS);
	const shown = async () =>
		(await ada.do("people", { directory: [house.row(ben.id)], today: DAY })).people.length;
	assert.equal(await shown(), 0);
	const { file } = await ben.do("endorsementRequest", { display_name: "Ben" });
	assert.deepEqual([file.key_record.gen, file.before.length], [1, 1]);
	const { hash } = ben.core.place.records[1];
	house.endorse(ben.id, { name: "Ben", kr: toText(hash), serial: 2 });
	assert.equal(await shown(), 0, "what he shows is signed by the old lock still");
	const { profile } = house.accounts.get(ben.id);
	const text = JSON.parse(Buffer.from(fromText(profile.bytes)).toString());
	house.accounts.get(ben.id).profile = (await ben.do("profile", { profile: text, ver: 2, day: DAY })).profile;
	assert.equal(await shown(), 1);
	const device = await new Person(house, "field-stone-0003").comeIn();
	const [card] = (await device.do("people", { directory: [house.row(ben.id)], today: DAY })).people;
	assert.equal(card.lock, "same", "who never met him meets him as he is");
});

test("No answer of a new lock holds a key", async () => {
	const { ada } = room;
	await ada.newLock(NEW_WORDS);
	const { place } = ada.core;
	const secrets = [place.ark, place.ik.secretKey, ...place.ekSeeds.values(), ...place.vaultKeys.values()];
	const said = JSON.stringify(ada.answers);
	for (const secret of secrets) assert.ok(!said.includes(toText(secret.slice(0, 32))));
	assert.ok(!equal(place.ark, new Uint8Array(32)));
});
