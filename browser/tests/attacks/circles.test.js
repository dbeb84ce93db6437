// Attacks 12, 13, 14 and 17 in a circle: a house that hands over what it likes, with a member or a host at its side.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { compare, concat, equal } from "../../crypto/bytes.js";
import { contextOf, ehBytes, kcOf, wrapsHashOf } from "../../crypto/epoch.js";
import { h } from "../../crypto/hash.js";
import { Refusal } from "../../crypto/refusal.js";
import { random, sign, wrap } from "../../crypto/sodium.js";
import { begun, gathered, quickWords } from "../crypto/circle-life.js";
import { DAY, NOON } from "../crypto/little-house.js";
import { crafted, craftedHeader, fieldsOf, insideOf, slip, words } from "./hostile.js";

quickWords();

const [LET_IN, TAKEN_AWAY, WENT, HOST_ADDED] = [12, 13, 14, 15];
const [CLIENT, SPECIALIST, HOST] = [1, 2, 6];

let ben, cem, ada, finn, circle, conv, ledger;
beforeEach(async () => {
	const all = await gathered();
	({ ben, cem, ada, finn } = all);
	circle = await begun(all);
	({ conv, ledger } = circle);
	for (const one of [ada, finn]) await one.readLog();
	await circle.letsIn(ben, ada, [cem]);
	circle.names(finn);
	for (const one of [ben, cem, ada]) await one.do("openCircle", { circle: circle.json });
});

const refusal = (code) => (error) => error instanceof Refusal && error.code === code;
const idOf = (person) => person.core.place.accountId;
const rowOf = (person, role) => ({
	...{ accountId: idOf(person), role },
	krHash: person.core.place.records[0].hash,
});
const ascending = (rows) => rows.toSorted((one, other) => compare(one.accountId, other.accountId));
const now = () => insideOf(ben, conv).epoch.header;
const without = (person) => now().members.filter(({ accountId }) => !equal(accountId, idOf(person)));
const withFinn = () => ascending([...now().members, rowOf(finn, CLIENT)]);
const everybody = () => [ben, cem, ada, finn].flatMap((person) => person.core.place.records);
const says = (person, text) => person.do("sealText", { conv, text, ts: NOON, today: DAY });

/** Ben, Cem and Ada are handed this header; each stops, and writes to nobody. */
async function allRefuse(made, readers = [ben, cem, ada]) {
	const entry = ledger.append({ kind: 1, fields: made.fields });
	for (const one of readers) {
		const taken = await one.take(conv, [ledger.head(entry, one.id)]);
		assert.ok(["header", "chain"].includes(taken.stopped?.cause), taken.stopped?.cause);
		await assert.rejects(says(one, "who reads?"), refusal("stopped"));
	}
}

/** @param {any} author @param {object} change */
const header = (author, change) => craftedHeader(ben, conv, { author, change, records: everybody() });

test("The same header by a host's hand is taken: what is refused below is refused for what is wrong in it", async () => {
	const { fields } = header(ben, { members: withFinn(), reasonCode: LET_IN });
	const entry = ledger.append({ kind: 1, fields });
	for (const one of [ben, cem, ada]) {
		const { stopped, circle: told } = await one.take(conv, [ledger.head(entry, one.id)]);
		assert.deepEqual([stopped, told.members.length], [null, 4]);
	}
});

for (const [what, make] of Object.entries({
	"a member lets somebody in": () => header(ada, { members: withFinn(), reasonCode: LET_IN }),
	"somebody lets themselves in": () => header(finn, { members: withFinn(), reasonCode: LET_IN }),
	"a member takes a host away": () => header(ada, { members: without(cem), reasonCode: TAKEN_AWAY }),
	"one of two hosts takes the other away": () =>
		header(ben, { members: without(cem), reasonCode: TAKEN_AWAY }),
	"a member makes herself a host": () =>
		header(ada, { members: ascending([...without(ada), rowOf(ada, HOST)]), reasonCode: HOST_ADDED }),
	"a host makes a host of whom nobody stands behind": () =>
		header(ben, { members: ascending([...without(ada), rowOf(ada, HOST)]), reasonCode: HOST_ADDED }),
	"a client comes to be a specialist on the way": () =>
		header(ben, { members: ascending([...without(ada), rowOf(ada, SPECIALIST)]), reasonCode: 2 }),
	"somebody comes under a reason that changes nobody": () =>
		header(ben, { members: withFinn(), reasonCode: 2 }),
	"somebody is said to have left who did not": () => header(cem, { members: without(ada), reasonCode: WENT }),
	"an epoch is skipped": () => header(ben, { epoch: now().epoch + 2 }),
	"another header came before": () => header(ben, { prevEhHash: random(32) }),
	"the lines end elsewhere": () => header(ben, { closedH: random(32) }),
	"it is kept for longer": () => header(ben, { retention: 24 }),
	"it is another's": () => header(ben, { ownerId: idOf(cem) }),
	"members stand in another order": () => header(ben, { members: now().members.toReversed() }),
	"it is a talk of two": () => header(ben, { kind: 1 }),
	"the list it names does not exist": () => header(ben, { logSize: 1 }),
}))
	test(`12: in a circle everybody stops where ${what}`, async () => await allRefuse(make()));

test("12: a header in a host's name, signed by a member, stops everybody", async () => {
	const made = header(ben, { members: withFinn(), reasonCode: LET_IN });
	const ehSig = sign(ada.core.place.ik.secretKey, made.eh ?? ehBytes(made.header));
	await allRefuse({ fields: { ...made.fields, ehSig } });
});

test("12: an old header, by which Finn still reads, is not taken for the newest", async () => {
	await circle.letsIn(cem, finn, [ben, ada]);
	const withHim = ledger.entries.at(-1).fields;
	await circle.posts(ben, await ben.do("takeFromCircle", { conv, account_id: finn.id, today: DAY }), [
		cem,
		ada,
	]);
	await allRefuse({ fields: withHim });
});

test("12: of two hosts who let in at once one comes first; a house that takes both headers stops everybody", async () => {
	const lets = { conv, account_id: finn.id, today: DAY };
	const second = header(cem, { members: withFinn(), reasonCode: LET_IN });
	await circle.posts(ben, await ben.do("letIntoCircle", lets), [cem, ada]);
	await allRefuse(second);
});

test("Of two hosts who change it at once both have their way, one after the other", async () => {
	await circle.letsIn(ben, finn, [cem, ada]);
	const taken = await ben.do("takeFromCircle", { conv, account_id: ada.id, today: DAY });
	const late = await cem.do("takeFromCircle", { conv, account_id: finn.id, today: DAY });
	await circle.posts(ben, taken, [cem, finn]);
	await cem.do("drop", { id: late.id });
	const again = await cem.do("takeFromCircle", { conv, account_id: finn.id, today: DAY });
	const [told] = await circle.posts(cem, again, [ben]);
	assert.deepEqual([told.stopped, told.circle.members.length], [null, 2]);
	const [heard] = await circle.says(ben, "We two.", [cem]);
	assert.deepEqual([heard.stopped, heard.lines[0].text], [null, "We two."]);
});

test("13: a host who gives one member another key is found out by her; she makes the next one, and all read on", async () => {
	const split = splitKey(header(ben, {}), ada);
	const entry = ledger.append({ kind: 1, fields: split });
	for (const one of [ben, cem]) {
		const taken = await one.take(conv, [ledger.head(entry, one.id)]);
		assert.deepEqual([taken.stopped, taken.cannot], [null, null]);
	}
	const taken = await ada.take(conv, [ledger.head(entry, ada.id)]);
	assert.deepEqual([taken.stopped, taken.cannot, taken.needsRotation], [null, "locked", 6]);
	const told = await circle.says(ben, "for some of us", [cem, ada]);
	assert.deepEqual(
		told.map(({ lines }) => lines[0].text),
		["for some of us", ""],
	);
	const mended = await circle.says(ada, "with a good key", [ben, cem]);
	assert.deepEqual(
		mended.map(({ stopped, lines }) => [stopped, lines.at(-1).text]),
		[
			[null, "with a good key"],
			[null, "with a good key"],
		],
	);
});

test("14: whoever was taken away opens nothing of the next key, though the house hands everything on", async () => {
	await circle.letsIn(cem, finn, [ben, ada]);
	const before = ledger.entries.length;
	await circle.posts(ben, await ben.do("takeFromCircle", { conv, account_id: finn.id, today: DAY }), [
		cem,
		ada,
	]);
	await circle.says(ada, "Without Finn.", [ben, cem]);
	const fresh = ledger.entries.slice(before).map((entry) => ledger.frameOf(entry, finn.id));
	const told = await finn.take(conv, fresh);
	assert.equal(JSON.stringify(told).includes("Without Finn."), false);
	await assert.rejects(says(finn, "I am still here."), Refusal);
});

test("14: what whoever was taken away writes under the old key is shown to nobody, though the house takes it", async () => {
	await circle.letsIn(cem, finn, [ben, ada]);
	const late = crafted(finn, conv, { body: words(finn, "Behind your backs.") });
	await circle.posts(ben, await ben.do("takeFromCircle", { conv, account_id: finn.id, today: DAY }), [
		cem,
		ada,
	]);
	const frame = slip(ledger, late);
	for (const one of [ben, cem, ada]) {
		const told = await one.take(conv, [frame]);
		assert.equal(JSON.stringify(told).includes("Behind your backs."), false);
		assert.ok(told.stopped !== null || told.lines[0].trouble === "not-opened");
	}
});

test("17: under the key they share nobody writes in another's name, whoever is a host", async () => {
	for (const [writer, name] of [
		[ada, cem],
		[cem, ada],
		[ben, cem],
	]) {
		const { me, conversation } = insideOf(name, conv);
		const change = { sender: me, sseq: conversation.ownSseq + 1 };
		const frame = slip(ledger, crafted(writer, conv, { change, body: words(writer, "as another") }));
		for (const reader of [ben, cem, ada]) {
			const { lines, stopped } = await reader.take(conv, [frame]);
			assert.deepEqual([lines[0].trouble, lines[0].text, stopped], ["not-opened", "", null]);
		}
	}
	const told = await circle.says(ben, "It goes on.", [cem, ada]);
	assert.deepEqual(
		told.map(({ lines }) => lines[0].text),
		["It goes on.", "It goes on."],
	);
});

/** The same header, but one member's wrap holds another key than it says. */
function splitKey({ header: made, key }, whom) {
	const context = ({ accountId, krHash }) => h("pse1/wrap", "epoch", accountId, krHash, contextOf(made));
	const recordOf = (row) => everybody().find(({ accountId }) => equal(accountId, row.accountId));
	const wraps = made.members.map((row) => {
		const given = equal(row.accountId, idOf(whom)) ? random(32) : key;
		return { accountId: row.accountId, wrap: wrap(recordOf(row).ek, concat(context(row), given)) };
	});
	const split = { ...made, kc: kcOf(key, made.conv, made.epoch), wrapsHash: wrapsHashOf(wraps) };
	return fieldsOf({ header: split, sig: sign(ben.core.place.ik.secretKey, ehBytes(split)), wraps });
}
