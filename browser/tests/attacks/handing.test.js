// Attack 25: nobody hands Ada's talk over but Ada, and nobody reads more than she gave.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { compare, fromText } from "../../crypto/bytes.js";
import { grantJson, signGrant } from "../../crypto/grant.js";
import { Refusal } from "../../crypto/refusal.js";
import { random, sign } from "../../crypto/sodium.js";
import { writeJson } from "../../crypto/strict-json.js";
import {
	hands,
	joined,
	named,
	NOON,
	opens,
	pages,
	posts,
	says,
	texts,
	threeMonths,
} from "../crypto/three.js";
import { DAY } from "../crypto/little-house.js";
import { crafted, craftedHeader, fieldsOf, insideOf, slip, slipHeader } from "./hostile.js";

const refusal = (code) => (error) => error instanceof Refusal && error.code === code;

let room;
beforeEach(async () => {
	room = await threeMonths();
});

const rowOf = (person, role) => {
	const { accountId, records } = person.core.place;
	return { accountId, krHash: records[0].hash, role };
};
const everybody = () => [room.ada, room.ben, room.lea].flatMap((person) => person.core.place.records);
const three = () =>
	[rowOf(room.ada, 1), rowOf(room.ben, 2), rowOf(room.lea, 2)].toSorted((a, b) =>
		compare(a.accountId, b.accountId),
	);

/** This header comes to somebody's room: it stops there, and nothing is written any more. */
async function isRefused(victim, made) {
	const { conv, ledger, today } = room;
	const taken = await victim.take(conv, [slipHeader(ledger, made.fields, victim.id)], today);
	assert.equal(taken.stopped?.cause, "header");
	await assert.rejects(victim.do("sealText", { conv, text: "no", ts: NOON, today }), refusal("stopped"));
}

for (const who of ["ada", "ben"]) {
	test(`25: Ben alone brings nobody in, though the house names her: ${who}'s room refuses`, async () => {
		await named(room);
		const change = { members: three(), reasonCode: 7, day: room.today };
		await isRefused(room[who], craftedHeader(room.ben, room.conv, { change, records: everybody() }));
	});

	test(`25: Ben cannot put somebody in his own place: ${who}'s room refuses`, async () => {
		await named(room);
		const members = three().filter(({ accountId }) => compare(accountId, fromText(room.ben.id)) !== 0);
		const change = { members, reasonCode: 10, day: room.today };
		await isRefused(room[who], craftedHeader(room.ben, room.conv, { change, records: everybody() }));
	});
}

test("25: a header of Ada's that somebody else signed is refused", async () => {
	await named(room);
	const change = { members: three(), reasonCode: 7, day: room.today, authorId: fromText(room.ada.id) };
	const made = craftedHeader(room.ben, room.conv, { change, records: everybody() });
	await isRefused(room.ada, made);
});

test("25: Lea lets nobody go, nor herself in again", async () => {
	const { ada, lea, conv, today } = room;
	await joined(room);
	await assert.rejects(lea.do("letGo", { conv, account_id: room.ben.id, today }), refusal("not-yours"));
	const members = three().filter(({ accountId }) => compare(accountId, fromText(room.ben.id)) !== 0);
	const change = { members, reasonCode: 10, day: today };
	await isRefused(ada, craftedHeader(lea, conv, { change, records: everybody() }));
});

test("25: somebody for whom the programme does not stand is not let in by Ada's room, and refused by Ben's", async () => {
	const { house, ada, ben, lea, conv, today } = room;
	house.endorse(lea.id, { name: "Lea", from: today + 5, to: today + 60, serial: 2 });
	await named(room);
	const row = house.row(lea.id);
	await assert.rejects(ada.do("bringIn", { conv, specialist: row, today }), refusal("not-verified"));
	const change = { members: three(), reasonCode: 7, day: today };
	await isRefused(ben, craftedHeader(ada, conv, { change, records: everybody() }));
});

/** A grant of Ada's as it would stand now, changed as the attack wants. */
function grantOf(epochs, change = {}, by = room.ada) {
	const { epoch, conversation } = insideOf(room.ada, room.conv);
	const { accountId, krHash } = rowOf(room.lea, 2);
	const draft = {
		conv: fromText(room.conv),
		...{ atEhHash: epoch.hash, toId: accountId, toKrHash: krHash },
		epochs: epochs.map((number) => [number, conversation.headers.numbered(number).hash]),
		...change,
	};
	return signGrant(draft, by.core.place.ik.secretKey);
}

const bodyOf = (person, grant) =>
	writeJson({ ...grantJson(grant), sc: person.core.place.book.count(), ts: NOON });

/** Lea has every wrap there could be, and is handed this entry. */
async function opensFor(fields) {
	const { lea, ada, conv, ledger, today } = room;
	const taken = await lea.take(conv, [slip(ledger, fields)], today);
	await ada.take(conv, [ledger.entryFrame(ledger.entries.at(-1))], today);
	const { wraps } = await ada.do("grantedWraps", { conv, account_id: lea.id });
	for (const { epoch, wrap } of wraps) ledger.granted.set(`${lea.id} ${epoch}`, fromText(wrap));
	return { line: taken.lines[0], lines: texts(await pages(room)) };
}

test("25: an honest grant opens exactly what it says", async () => {
	const { ada, conv } = room;
	await joined(room);
	const { line, lines } = await opensFor(crafted(ada, conv, { body: bodyOf(ada, grantOf([0])) }));
	assert.deepEqual([line.trouble, lines], [null, ["In the first month."]]);
});

for (const [what, forged] of Object.entries({
	"signed by Ben": () => grantOf([0], {}, room.ben),
	"for other keys of hers": () => grantOf([0], { toKrHash: random(32) }),
	"as of another header": () => grantOf([0], { atEhHash: random(32) }),
	"for somebody who does not read": () => grantOf([0], { toId: random(16) }),
	"for Ada herself": () => grantOf([0], { toId: fromText(room.ada.id) }),
	"of another conversation": () => grantOf([0], { conv: random(16) }),
	"of an epoch that never was": () => grantOf([0], { epochs: [[9, random(32)]] }),
	"of an epoch by another hash": () => grantOf([0], { epochs: [[0, random(32)]] }),
	"of nothing": () => grantOf([0], { epochs: [] }),
})) {
	test(`25: a grant ${what} opens nothing, and stops nothing`, async () => {
		const { ada, conv } = room;
		await joined(room);
		const { line, lines } = await opensFor(crafted(ada, conv, { body: bodyOf(ada, forged()) }));
		assert.deepEqual([line.trouble, lines], ["not-opened", []]);
	});
}

test("25: Ada's own grant, repeated by Ben, opens nothing", async () => {
	const { ben, conv } = room;
	await joined(room);
	const { line, lines } = await opensFor(crafted(ben, conv, { body: bodyOf(ben, grantOf([0, 1])) }));
	assert.deepEqual([line.trouble, lines], ["not-opened", []]);
});

test("25: wraps without an entry open nothing, and an entry without wraps neither", async () => {
	const { ada, ben, lea, conv, ledger, today } = room;
	await joined(room);
	for (const epoch of [0, 1, 2]) ledger.granted.set(`${lea.id} ${epoch}`, random(112));
	await says(room, ada, "Nothing of before.", [ben, lea]);
	assert.deepEqual((await pages(room)).lines, []);
	await posts(
		room,
		ada,
		await ada.do("handOver", { conv, account_id: lea.id, epochs: [0], ts: NOON, today }),
		[lea],
	);
	assert.deepEqual((await pages(room)).lines, []);
});

test("25: lines of a stretch that were changed, or left out, stop Lea's room instead of being shown", async () => {
	const { lea, conv, ledger, today } = room;
	await joined(room);
	await hands(room, [0]);
	await lea.take(conv, ledger.theirs(lea.id).slice(0, 4), today);
	const page = ledger.page(4, 3);
	const taken = await lea.take(conv, [page[0], ...page.slice(2)], today);
	assert.deepEqual([taken.lines, taken.stopped !== null], [[], true]);
});

test("25: after he was let go Ben opens nothing, and what he writes all the same stops the talk", async () => {
	const { ada, ben, lea, conv, ledger, today } = room;
	await joined(room);
	const late = crafted(ben, conv);
	await posts(room, ada, await ada.do("letGo", { conv, account_id: ben.id, today }), [ben, lea]);
	const taken = await ben.take(conv, [], today);
	assert.deepEqual([taken.canWrite, taken.cannot], [false, "closed"]);
	assert.equal(insideOf(ben, conv).key, null);
	const seen = await ada.take(conv, [slip(ledger, { ...late, sseq: late.sseq })], today);
	assert.ok(["member", "epoch"].includes(seen.stopped.cause));
});

test("25: Ben neither changes Lea's line nor takes it back", async () => {
	const { ada, ben, lea, conv, today } = room;
	await joined(room);
	const made = await lea.do("sealText", { conv, text: "I am Lea.", ts: NOON, today });
	await posts(room, lea, made, [ada, ben]);
	for (const op of ["sealEdit", "sealErase"])
		await assert.rejects(
			ben.do(op, { conv, to: made.id, text: "I am not.", ts: NOON, today }),
			refusal("not-yours"),
		);
	const edit = { b: "I am not.", sc: ben.core.place.book.count(), t: "edit", to: made.id, ts: NOON };
	const taken = await ada.take(
		conv,
		[slip(room.ledger, crafted(ben, conv, { body: writeJson(edit) }))],
		today,
	);
	assert.deepEqual(
		[taken.changed, taken.stopped],
		[[{ ...taken.changed[0], text: "I am Lea.", earlier: [] }], null],
	);
});

test("25: a header signed by nobody is refused where Lea reads it first", async () => {
	const { ada, lea, house, conv, ledger, today } = room;
	await named(room);
	const made = await ada.do("bringIn", { conv, specialist: house.row(lea.id), today });
	ledger.store(made.frames);
	const entry = ledger.entries.at(-1);
	entry.fields = { ...entry.fields, ehSig: sign(room.ben.core.place.ik.secretKey, random(32)) };
	assert.notEqual((await opens(room, lea)).stopped, null);
	assert.ok(fieldsOf && DAY);
});

test("25: a promise that not both signed is not signed once more for whoever comes", async () => {
	const { ada, conv } = room;
	const relationship = ada.relationship(conv);
	const sentences = [...relationship.promise.sentences, ["pass-on-court", []]];
	const changed = { ...relationship, promise: { ...relationship.promise, sentences } };
	await assert.rejects(
		ada.do("askToCome", { relationship: changed, day: DAY }),
		refusal("promise-signature"),
	);
});

test("25: somebody else under the name of Lea is not let in: it is her name that was looked at", async () => {
	const { ada, lea, house, conv, today } = room;
	await named(room);
	const bring = (name) => ada.do("bringIn", { conv, specialist: house.row(lea.id), name, today });
	await assert.rejects(bring("Marisol"), refusal("name-moved"));
	assert.ok((await bring("Lea")).frames);
});

for (const who of ["ada", "ben"])
	test(`25: Lea has another lock: on a new visit ${who} is asked first, and about her`, async () => {
		const { lea, conv, today } = room;
		await joined(room);
		await says(room, lea, "I am here.", [room.ada, room.ben]);
		await room[who].saveState();
		await lea.newLock("album alcove alert algebra almond");
		const device = await room[who].comeBack();
		const taken = await opens(room, device);
		assert.deepEqual(
			[taken.stopped, taken.cannot, taken.lock, taken.renewed],
			[null, "lock-changed", "renewed", lea.id],
		);
		const line = { conv, text: "who reads?", ts: NOON, today };
		await assert.rejects(device.do("sealText", line), refusal("lock-changed"));
		await device.do("acceptLock", { account_id: lea.id });
		const { cannot, renewed } = await device.take(conv, [], today);
		assert.deepEqual([cannot, renewed], [null, null]);
	});
