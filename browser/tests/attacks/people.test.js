// Attacks 8, 9, 10, 23, 34: whom the room shows, asks and seals to.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { fromText, toText } from "../../crypto/bytes.js";
import { keyRecordBytes, krHashOf, recordJson } from "../../crypto/people.js";
import { keptFor } from "../../crypto/kept.js";
import { Refusal } from "../../crypto/refusal.js";
import { random, sign, signingPair } from "../../crypto/sodium.js";
import { asked, meet, Person, showAsSpecialist } from "../crypto/cast.js";
import { DAY, NOON, PROMISE } from "../crypto/little-house.js";

const refusal = (code) => (error) => error instanceof Refusal && error.code === code;

let people;
let house;
let ada;
let ben;
let finn;
before(async () => {
	people = await meet();
	({ house, ada, ben } = people);
	finn = await new Person(house, "field-stone-0003").comeIn();
	await showAsSpecialist(finn, "Ben");
});

const given = (specialist) => ({
	specialist,
	promise: PROMISE,
	retention: 12,
	name: "Ada",
	text: "Hello.",
	ts: NOON,
	day: DAY,
});

/** This row is neither listed nor asked. */
async function isNobody(row, today = DAY) {
	assert.deepEqual(await ada.do("people", { directory: [row], today }), { people: [], refused: 1 });
	await assert.rejects(ada.do("ask", { ...given(row), day: today }), Refusal);
}

const changed = (row, place, change) => ({ ...row, [place]: { ...row[place], ...change } });

test("Ben, for whom the programme stands, is shown with what he chose to show", async () => {
	const { people: shown, refused } = await ada.do("people", { directory: [house.row(ben.id)], today: DAY });
	assert.deepEqual([shown.length, refused], [1, 0]);
	assert.deepEqual(
		[shown[0].name, shown[0].profile.line, shown[0].until, shown[0].renewed],
		["Ben", "Slow and steady, with tea.", DAY + 89, false],
	);
	assert.deepEqual(shown[0].words, (await ben.do("checkWords")).words);
});

test("10: without an endorsement, with one that lapsed, or not yet begun, nobody is shown or asked", async () => {
	const row = house.row(ben.id);
	await isNobody({ ...row, endorsement: null });
	await isNobody(row, DAY + 90);
	await isNobody(row, DAY - 2);
});

test("10: an endorsement by another key, for another person, another role or a changed name is none", async () => {
	const row = house.row(ben.id);
	const signer = signingPair(random(32));
	const keep = house.accounts.get(ben.id).endorsement;
	await isNobody({ ...row, endorsement: house.endorse(ben.id, { name: "Ben", signer }) });
	await isNobody({ ...row, endorsement: house.endorse(ben.id, { name: "Ben", role: 3 }) });
	await isNobody({ ...row, endorsement: house.endorse(ben.id, { name: "Ben", to: DAY + 91 }) });
	await isNobody({ ...row, endorsement: house.endorse(ben.id, { name: "Ben", kr: toText(random(32)) }) });
	house.accounts.get(ben.id).endorsement = keep;
	await isNobody({ ...row, endorsement: house.row(finn.id).endorsement });
	await isNobody(changed(row, "endorsement", { display_name: "Bea" }));
	await isNobody(changed(row, "endorsement", { to_day: DAY + 90 }));
});

test("34: one changed byte of a profile, another version or somebody else's profile is refused", async () => {
	const row = house.row(ben.id);
	const bytes = fromText(row.profile.bytes);
	for (const at of [0, 20, bytes.length - 1]) {
		const other = bytes.with(at, bytes[at] ^ 1);
		await isNobody(changed(row, "profile", { bytes: toText(other) }));
	}
	await isNobody(changed(row, "profile", { ver: 2 }));
	await isNobody(changed(row, "profile", { day: DAY + 1 }));
	await isNobody({ ...row, profile: house.row(finn.id).profile });
	await isNobody({ ...row, profile: null });
});

test("8: the house's own keys under Ben's name, endorsement and profile are refused", async () => {
	const [row, other] = [house.row(ben.id), house.row(finn.id)];
	await isNobody({ ...row, key_records: other.key_records });
	await isNobody({ ...other, account_id: ben.id });
	await isNobody({ ...row, key_records: [] });
});

test("9: keys that do not continue the ones remembered are refused, even when endorsed", async () => {
	const { conv } = await asked(people);
	const row = house.row(ben.id);
	const { json } = nextRecord(ben, { prevSecret: signingPair(random(32)).secretKey });
	const records = [...row.key_records, json];
	await isNobody({ ...row, key_records: records });
	const relationship = ada.relationship(conv);
	relationship.other.key_records = records;
	await assert.rejects(ada.do("checkPromise", { relationship }), Refusal);
});

test("10: a talk with somebody nobody stood behind on the day of the ask is not opened", async () => {
	const fresh = await meet();
	const { conv } = await asked(fresh);
	const device = await fresh.ada.comeBack();
	const relationship = device.relationship(conv);
	const given = { relationship, conv, today: DAY };
	const { endorsement } = relationship.other;
	relationship.other.endorsement = null;
	await assert.rejects(device.do("openConversation", given), refusal("not-verified"));
	relationship.other.endorsement = fresh.house.endorse(fresh.ben.id, { name: "Ben", from: DAY + 1 });
	await assert.rejects(device.do("openConversation", given), refusal("not-verified"));
	relationship.other.endorsement = fresh.house.endorse(fresh.ben.id, { name: "Ben", role: 5 });
	await assert.rejects(device.do("openConversation", given), refusal("not-verified"));
	relationship.other.endorsement = endorsement;
	assert.equal((await device.do("openConversation", given)).name, "Ben");
	relationship.other.endorsement = null;
	await device.do("closeConversation", { conv });
	assert.equal(
		(await device.do("openConversation", given)).pin,
		null,
		"once met, a lapse does not stop reading",
	);
});

test("Keys that Ben himself renewed are taken, and Ada is told", async () => {
	const fresh = await meet();
	const { conv } = await asked(fresh);
	const row = fresh.house.row(fresh.ben.id);
	const next = nextRecord(fresh.ben, { prevSecret: fresh.ben.core.place.ik.secretKey });
	fresh.house.endorse(fresh.ben.id, { name: "Ben", kr: next.kr, serial: 2 });
	fresh.house.list.keys(fresh.ben.id, next.json);
	fresh.ben.core.place.ik = next.ik;
	const shown = JSON.parse(Buffer.from(fromText(row.profile.bytes)).toString());
	const { profile } = await fresh.ben.do("profile", { profile: shown, ver: 2, day: DAY });
	const account = fresh.house.accounts.get(fresh.ben.id);
	Object.assign(account, { profile, key_records: [...row.key_records, next.json] });
	const { people: found } = await fresh.ada.do("people", {
		directory: [fresh.house.row(fresh.ben.id)],
		today: DAY,
	});
	assert.deepEqual([found[0].name, found[0].renewed], ["Ben", true]);
	assert.equal(
		(await fresh.ada.do("checkPromise", { relationship: fresh.ada.relationship(conv) })).mine,
		true,
	);
});

test("An older endorsement or profile than the one met is refused", async () => {
	const before = house.row(ben.id).profile;
	house.endorse(ben.id, { name: "Ben", serial: 5 });
	const { profile } = await ben.do("profile", {
		profile: { ...JSON.parse(Buffer.from(fromText(before.bytes)).toString()), line: "Newer." },
		ver: 2,
		day: DAY,
	});
	house.accounts.get(ben.id).profile = profile;
	await ada.do("people", { directory: [house.row(ben.id)], today: DAY });
	await ada.do("pinPerson", { account_id: ben.id });
	await isNobody({ ...house.row(ben.id), profile: before });
	const newer = house.row(ben.id);
	house.endorse(ben.id, { name: "Ben", serial: 4 });
	await isNobody(house.row(ben.id));
	house.accounts.get(ben.id).endorsement = newer.endorsement;
});

test("23: small-order, non-canonical and odd keys are refused in a key record", async () => {
	const row = house.row(ben.id);
	const record = row.key_records[0];
	const one = new Uint8Array(32).with(0, 1);
	const prime = new Uint8Array(32).fill(0xff).with(0, 0xed).with(31, 0x7f);
	for (const key of [new Uint8Array(32), one, prime, new Uint8Array(32).fill(0xff)]) {
		await isNobody({ ...row, key_records: [{ ...record, ik: toText(key) }] });
		await isNobody({ ...row, key_records: [{ ...record, ek: toText(key) }] });
	}
	for (const ik of ["", null, "A".repeat(43), [1, 2], toText(random(31)), `${record.ik}=`]) {
		await isNobody({ ...row, key_records: [{ ...record, ik }] });
	}
	await isNobody({ ...row, key_records: [{ ...record, sig: toText(new Uint8Array(64)) }] });
});

test("Ben's own endorsement is checked on his device, and one of other keys is refused", async () => {
	const mine = await ben.do("endorsementCheck", { endorsement: house.row(ben.id).endorsement, today: DAY });
	assert.deepEqual([mine.name, mine.role, mine.valid], ["Ben", 2, true]);
	const soon = await ben.do("endorsementCheck", {
		endorsement: house.row(ben.id).endorsement,
		today: DAY + 80,
	});
	assert.deepEqual([soon.valid, soon.ends_soon], [true, true]);
	await assert.rejects(
		ben.do("endorsementCheck", { endorsement: house.row(finn.id).endorsement, today: DAY }),
		refusal("endorsement"),
	);
	const { file, words } = await finn.do("endorsementRequest", { display_name: "Finn" });
	assert.deepEqual(
		[file.kind, file.role, file.key_record.account_id, words.length],
		["alongside-endorsement-request", 2, finn.id, 4],
	);
});

test("A promise with a sentence this room cannot show is not signed", async () => {
	const promise = {
		version: 1,
		sentences: [
			["two-read", ["Harbour"]],
			["sold-to-anyone", []],
		],
	};
	await assert.rejects(ada.do("ask", { ...given(house.row(ben.id)), promise }), refusal("promise-form"));
	const short = { version: 1, sentences: [["two-read", []]] };
	await assert.rejects(
		ada.do("ask", { ...given(house.row(ben.id)), promise: short }),
		refusal("promise-form"),
	);
});

test("A house that shows Ben another promise than Ada gets no signature, and no talk", async () => {
	const fresh = await meet();
	const { conv } = await asked(fresh);
	await fresh.ben.follow(conv);
	const relationship = fresh.ben.relationship(conv);
	relationship.promise = {
		version: 1,
		sentences: [
			["two-read", ["Harbour"]],
			["kept-months", ["24"]],
		],
	};
	await assert.rejects(fresh.ben.do("agree", { relationship, day: DAY }), refusal("promise-signature"));
	const unsigned = { ...fresh.ben.relationship(conv), client_sig: toText(random(64)) };
	await assert.rejects(
		fresh.ben.do("agree", { relationship: unsigned, day: DAY }),
		refusal("promise-signature"),
	);
	const hers = fresh.ada.relationship(conv);
	await assert.rejects(fresh.ada.do("agree", { relationship: hers, day: DAY }), refusal("promise-signature"));
});

test("Ada's room sends no hello that would be kept for longer than the promise she reads", async () => {
	const fresh = await meet();
	for (const retention of [24, 1, 0]) {
		await assert.rejects(asked(fresh, { retention }), refusal("promise-kept"));
	}
	const twice = {
		...PROMISE,
		sentences: [...PROMISE.sentences, ["kept-months", ["24"]]],
	};
	await assert.rejects(asked(fresh, { promise: twice, retention: 24 }), refusal("promise-form"));
});

test("A longer keeping that the house tells Ben of is not the one Ada signed", async () => {
	const fresh = await meet();
	const { conv } = await asked(fresh);
	await fresh.ben.follow(conv);
	const relationship = fresh.ben.relationship(conv);
	const told = { ...relationship, promise: keptFor(relationship.promise, 24) };
	await assert.rejects(fresh.ben.do("agree", { relationship: told, day: DAY }), refusal("promise-signature"));
});

/** The next generation of somebody's keys, with the continuity signature of whoever has `prevSecret`. */
function nextRecord(person, { prevSecret }) {
	const [before] = person.core.place.records;
	const ik = signingPair(random(32));
	const raw = {
		accountId: before.accountId,
		gen: 1,
		ik: ik.publicKey,
		ek: before.ek,
		rand: new Uint8Array(16),
		prev: before.hash,
		day: DAY,
	};
	const bytes = keyRecordBytes(raw);
	const [sig, prevSig] = [sign(ik.secretKey, bytes), sign(prevSecret, bytes)];
	return { ik, json: recordJson({ ...raw, sig, prevSig }), kr: toText(krHashOf(bytes, sig, prevSig)) };
}
