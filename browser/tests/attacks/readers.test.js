// Attacks 12, 13 and 25 (one-to-one): nobody becomes a reader whom the owner did not choose.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { compare, concat, equal, fromText } from "../../crypto/bytes.js";
import { contextOf, ehBytes, kcOf, wrapsHashOf } from "../../crypto/epoch.js";
import { h } from "../../crypto/hash.js";
import { Refusal } from "../../crypto/refusal.js";
import { random, sign, wrap } from "../../crypto/sodium.js";
import { Person, talk } from "../crypto/cast.js";
import { DAY, NOON } from "../crypto/little-house.js";
import { crafted, craftedHeader, fieldsOf, insideOf, slip, slipHeader, words } from "./hostile.js";

const refusal = (code) => (error) => error instanceof Refusal && error.code === code;

let room;
let finn;
beforeEach(async () => {
	room = await talk();
	finn = await new Person(room.house, "field-stone-0003").comeIn();
});

const rowOf = (person, role) => {
	const { accountId, records } = person.core.place;
	return { accountId, krHash: records[0].hash, role };
};
const ascending = (members) => members.toSorted((one, other) => compare(one.accountId, other.accountId));

/** Ada is given this header; she stops, and writes to nobody. */
async function isRefused(made) {
	const { ada, conv, ledger } = room;
	const first = await ada.take(conv, [slipHeader(ledger, made.fields ?? fieldsOf(made), ada.id)]);
	const taken = first.wants === null ? first : await askedOnceMore();
	assert.ok(["header", "chain"].includes(taken.stopped?.cause), taken.stopped?.cause);
	await assert.rejects(
		ada.do("sealText", { conv, text: "who reads?", ts: NOON, today: DAY }),
		refusal("stopped"),
	);
}

/** Keys that nobody here knows are asked for once, while nothing is sent; then the header is judged. */
async function askedOnceMore() {
	const { ada, conv } = room;
	await assert.rejects(ada.do("sealText", { conv, text: "now?", ts: NOON, today: DAY }), Refusal);
	await ada.do("checkPromise", { relationship: ada.relationship(conv) });
	return await ada.take(conv, []);
}

const withFinn = () => ascending([rowOf(room.ada, 1), rowOf(room.ben, 2), rowOf(finn, 2)]);
const everybody = () => [room.ada, room.ben, finn].flatMap((person) => person.core.place.records);

test("12: a third reader added by Ben and the house together is refused", async () => {
	await isRefused(
		craftedHeader(room.ben, room.conv, {
			change: { members: withFinn(), reasonCode: 7 },
			records: everybody(),
		}),
	);
});

test("12: Finn instead of Ben is refused", async () => {
	const members = ascending([rowOf(room.ada, 1), rowOf(finn, 2)]);
	await isRefused(
		craftedHeader(room.ben, room.conv, { author: finn, change: { members }, records: everybody() }),
	);
});

test("12: a header by somebody who is no member is refused", async () => {
	await isRefused(craftedHeader(room.ben, room.conv, { author: finn, records: everybody() }));
});

test("12: a header in Ben's name, signed by another, is refused", async () => {
	const made = craftedHeader(room.ben, room.conv);
	await isRefused({
		...made,
		fields: { ...made.fields, ehSig: sign(finn.core.place.ik.secretKey, made.eh) },
	});
});

for (const [what, change] of Object.entries({
	"an epoch skipped": ({ epoch }) => ({ epoch: epoch + 1 }),
	"another header before": () => ({ prevEhHash: random(32) }),
	"another end of the chain": () => ({ closedH: random(32) }),
	"an earlier day": ({ day }) => ({ day: day - 1 }),
	"kept for longer": () => ({ retention: 24 }),
	"another promise": () => ({ agreementHash: random(32) }),
	"members in another order": ({ members }) => ({ members: members.toReversed() }),
	"roles exchanged": ({ members }) => ({ members: members.map((row) => ({ ...row, role: 3 - row.role })) }),
	"Ben as owner": ({ members, ownerId }) => ({
		ownerId: members.find(({ accountId }) => !equal(accountId, ownerId)).accountId,
	}),
	"a circle": () => ({ kind: 2 }),
	"a log that does not exist": () => ({ logSize: 1 }),
})) {
	test(`12: ${what} is refused`, async () => {
		const { epoch } = insideOf(room.ben, room.conv);
		const next = { ...epoch.header, epoch: epoch.header.epoch + 1 };
		await isRefused(craftedHeader(room.ben, room.conv, { change: change(next) }));
	});
}

test("12: an old header played again as the newest is refused", async () => {
	const { ada, conv, ledger } = room;
	await ada.say(conv, "a month later", { to: room.ben, today: DAY + 30 });
	const old = ledger.entries[0].fields;
	const taken = await ada.take(conv, [ledger.head({ n: ledger.entries.length + 1, fields: old }, ada.id)]);
	assert.equal(taken.stopped.cause, "header");
});

test("12: other keys for Ben, which he never published, are refused", async () => {
	const { ben } = room;
	const ada = rowOf(room.ada, 1);
	const fake = { ...rowOf(ben, 2), krHash: finn.core.place.records[0].hash };
	const records = [room.ada.core.place.records[0], finn.core.place.records[0]];
	await isRefused(
		craftedHeader(ben, room.conv, { change: { members: ascending([ada, fake]), reasonCode: 5 }, records }),
	);
});

test("13: two different keys under one header: whoever got the wrong one opens nothing, and mends it", async () => {
	const { ada, ben, conv, ledger } = room;
	const split = splitKey(craftedHeader(ben, conv), ada, ben);
	const taken = await ada.take(conv, [slipHeader(ledger, split, ada.id)]);
	assert.deepEqual([taken.stopped, taken.cannot, taken.needsRotation], [null, "locked", 6]);
	await ben.take(conv, [ledger.head(ledger.entries.at(-1), ben.id)]);
	const fields = crafted(ben, conv, { body: words(ben, "for half of us") });
	const shown = await ada.take(conv, [slip(ledger, fields)]);
	await ben.take(conv, [ledger.entryFrame(ledger.entries.at(-1))]);
	assert.deepEqual([shown.lines[0].trouble, shown.lines[0].text], ["not-opened", ""]);
	const { taken: mended } = await ada.say(conv, "with a good key", { to: ben });
	assert.deepEqual([mended.stopped, mended.lines[0].text], [null, "with a good key"]);
});

/** The same header, but Ada's wrap holds another key than kc says. */
function splitKey({ header, key }, ada, ben) {
	const context = (member) => h("pse1/wrap", "epoch", member.accountId, member.krHash, contextOf(header));
	const wraps = header.members.map((member) => {
		const isAda = equal(member.accountId, ada.core.place.accountId);
		const [record] = (isAda ? ada : ben).core.place.records;
		return {
			accountId: member.accountId,
			wrap: wrap(record.ek, concat(context(member), isAda ? random(32) : key)),
		};
	});
	const made = { ...header, kc: kcOf(key, header.conv, header.epoch), wrapsHash: wrapsHashOf(wraps) };
	return fieldsOf({ header: made, sig: sign(ben.core.place.ik.secretKey, ehBytes(made)), wraps });
}

test("A wrap the house exchanged opens nothing and stops nothing", async () => {
	const { ada, ben, conv, ledger } = room;
	const made = craftedHeader(ben, conv);
	const entry = ledger.append({ kind: 1, fields: made.fields });
	const foreign = { ...entry, fields: { ...entry.fields, wraps: concat(fromText(ada.id), random(112)) } };
	const taken = await ada.take(conv, [ledger.head(foreign, ada.id)]);
	assert.deepEqual([taken.stopped, taken.cannot], [null, "locked"]);
});

test("A header with half a member row stops the talk instead of breaking the room", async () => {
	const { ada, ben, conv, ledger } = room;
	const { fields } = craftedHeader(ben, conv);
	const entry = ledger.append({ kind: 1, fields });
	const members = fields.members.slice(0, -7);
	const taken = await ada.take(conv, [ledger.head({ ...entry, fields: { ...fields, members } }, ada.id)]);
	assert.deepEqual([taken.stopped.cause, taken.lines], ["frame", []]);
});
