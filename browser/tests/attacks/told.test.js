// What is told, and by whom: a line keeps who wrote it, an entry is a specialist's of this talk, and nothing is sealed to another lock.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Refusal } from "../../crypto/refusal.js";
import { consentTo } from "../crypto/consents.js";
import { DAY } from "../crypto/little-house.js";
import { joined, NOON, named, posts, says, threeMonths } from "../crypto/three.js";

const refusal = (code) => (error) => error instanceof Refusal && error.code === code;
const words = { whom: "The ambulance", what: "Where she was.", why: "I feared for her." };
const enters = (person, relationship, conv) =>
	person.do("sealEmergency", {
		...{ relationship, conv, supervisor: null, words, reason: 1, told: 1, look_on: DAY, day: DAY },
	});

let room;
beforeEach(async () => {
	room = await threeMonths();
});

/** What Ada is shown of an entry. */
async function seenBy(person, { payload }, people, relationships) {
	const { wrap } = payload.wraps.find(({ account_id }) => account_id === person.id);
	const emergencies = [{ ...payload, wrap }];
	return (await person.do("readEmergencies", { emergencies, people, relationships })).emergencies[0];
}

test("A line of Lea's that Ada tells is told as Lea's, and one of Ben's as Ben's", async () => {
	const { ada, ben, lea, conv } = room;
	await joined(room);
	const ids = [];
	for (const [who, text, to] of [
		[lea, "I am Lea.", [ada, ben]],
		[ben, "I am Ben.", [ada, lea]],
	]) {
		const [told] = await says(room, who, text, to);
		ids.push(told.lines.at(-1).id);
	}
	const terms = { ...consentTo({ type: 2, name: "Dr. Okoro", where: "12 Hill Street", through: "" }) };
	const sign = (lines) =>
		ada.do("sealTelling", {
			...{ relationship: ada.relationship(conv), conv, to: null, before: null, words: "Both said it." },
			...{ terms: { ...terms, what: ["lines", "own-words"] }, lines, day: DAY },
		});
	const lines = [
		{ id: ids[0], b: "I am Lea.", name: "Lea" },
		{ id: ids[1], b: "I am Ben.", name: "Ben" },
	];
	await assert.rejects(sign([{ ...lines[0], name: "Ben" }]), refusal("line-moved"));
	const { payload, link } = await sign(lines);
	const { key_records } = ben.relationship(conv).other;
	const { content } = await ben.do("openLinked", { text: link, found: { ...payload, key_records } });
	assert.deepEqual(
		content.lines.map(({ b, name }) => [name, b]),
		[
			["Lea", "I am Lea."],
			["Ben", "I am Ben."],
		],
	);
});

test("An entry of Ben's is shown to Ada; one of somebody who never walked with her is not", async () => {
	const { ada, ben, lea, conv, house } = room;
	const relationship = ada.relationship(conv);
	const people = [relationship.other, house.row(lea.id)];
	const real = await enters(ben, ben.relationship(conv), conv);
	const seen = await seenBy(ada, real, people, [relationship]);
	assert.deepEqual([seen.fits, seen.words, seen.conv], [true, words, conv]);

	await lea.readLog();
	await ada.readLog();
	const forged = await enters(lea, ben.relationship(conv), conv);
	const other = await seenBy(ada, forged, people, [relationship]);
	assert.deepEqual([other.fits, other.words], [false, null]);
	const lied = { ...relationship, other: house.row(lea.id) };
	assert.equal((await seenBy(ada, forged, people, [lied])).fits, false);
});

test("An entry of somebody the programme calls no specialist is shown to nobody", async () => {
	const { ada, ben, conv, house } = room;
	const relationship = ada.relationship(conv);
	const real = await enters(ben, ben.relationship(conv), conv);
	const nobody = [{ ...relationship.other, endorsement: null }];
	assert.equal((await seenBy(ada, real, nobody, [relationship])).fits, false);
	house.endorse(ben.id, { name: "Ben", role: 3, serial: 2 });
	const moved = [ada.relationship(conv).other];
	assert.equal((await seenBy(ada, real, moved, [relationship])).fits, false);
});

test("Nothing that was told in danger is sealed to another lock of Ada's before Ben says so", async () => {
	const { ada, ben, conv } = room;
	await ada.newLock("album alcove alert algebra almond");
	const relationship = ben.relationship(conv);
	await ben.do("checkPromise", { relationship });
	await assert.rejects(enters(ben, relationship, conv), refusal("lock-renewed"));
});

test("A draft of Lea's is known to Ada as Lea's", async () => {
	const { ada, ben, lea, conv, today } = room;
	await joined(room);
	const draft = {
		...{ type: 2, id: "", name: "Dr. Okoro", where: "12 Hill Street", through: "", what: ["wellbeing"] },
		...{ leaves_out: "All else", purpose: 1, why: "To help.", until: DAY + 14, words: "She sleeps badly." },
	};
	const [seen] = await posts(room, lea, await lea.do("sealShare", { conv, draft, ts: NOON, today }), [
		ada,
		ben,
	]);
	assert.deepEqual([seen.drafted.from, seen.drafted.by], ["them", lea.id]);
	const others = { ...draft, words: "She sleeps badly since May." };
	const made = await ben.do("sealShare", { conv, draft: others, ts: NOON, today });
	const [both] = await posts(room, ben, made, [ada, lea]);
	assert.deepEqual([both.drafted.by, both.drafted.hands.map(({ by }) => by)], [ben.id, [lea.id, ben.id]]);
	const away = await ada.do("sealShare", { conv, draft: {}, ts: NOON, today });
	const [gone] = await posts(room, ada, away, [ben, lea]);
	assert.deepEqual([gone.drafted.draft, gone.drafted.hands], [null, []]);
});

test("Ada may let Lea tell, by Lea's own name, while Lea reads; and then no more", async () => {
	const { ada, lea, conv, house, today } = room;
	await named(room);
	const relationship = { ...ada.relationship(conv), other: house.row(lea.id) };
	const terms = {
		...consentTo({ type: 2, name: "Dr. Okoro", where: "12 Hill Street", through: "" }),
		byName: "Lea",
	};
	const sign = (given) =>
		ada.do("sealTelling", {
			...{ relationship, conv, to: null, before: null, words: "She sleeps badly." },
			...{ terms, lines: [], day: DAY, ...given },
		});
	await assert.rejects(sign({}), refusal("not-verified"), "her yes alone is no reading");
	const made = await ada.do("bringIn", { conv, specialist: house.row(lea.id), today });
	await posts(room, ada, made, [room.ben]);
	await assert.rejects(sign({ terms: { ...terms, byName: "Ben" } }), refusal("name-moved"));
	const { payload } = await sign({});
	const readers = payload.package.readers.map(({ account_id }) => account_id);
	assert.deepEqual(readers.sort(), [ada.id, lea.id].sort());
	await posts(room, ada, await ada.do("letGo", { conv, account_id: lea.id, today }), [room.ben]);
	await assert.rejects(sign({}), refusal("not-verified"));
});
