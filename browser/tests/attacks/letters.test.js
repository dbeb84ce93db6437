// Attack 19, over letters: the house decides who is asked for, never who reads. Ada reports Ben; Finn is anybody it likes.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { Person, talk } from "../crypto/cast.js";
import { DAY } from "../crypto/little-house.js";

const [ADDED, ANSWER, NOTE] = [2, 3, 4];
const [SET, SECOND, APPEAL, DECISION] = [5, 6, 7, 8];
const refusal = (code) => (error) => error.code === code;
const unsure = refusal("readers-unsure");

let room;
let finn;
let [eve, dora, lea, out] = [];
let payload;
before(async () => {
	Person.stretch = async (phrase) => new Uint8Array(32).fill(phrase.length);
	room = await talk();
	finn = await new Person(room.house, "birch-robin-0007").comeIn();
	eve = await officer("willow-wren-0003", "Eve");
	dora = await officer("cedar-finch-0004", "Dora");
	lea = await officer("maple-stork-0005", "Lea", { to: DAY });
	out = await officer("poplar-crane-0006", "Out");
	for (const one of [room.ada, room.ben, eve, dora, lea]) await one.readLog();
	const said = { about: 2, on: [out.id], conv: "", lines: [], words: "He shouted.", day: DAY };
	const to = [eve.id, dora.id].sort();
	({ payload } = await room.ada.do("sealConcern", { said, people: [eve, dora].map(rowOf), to }));
});

async function officer(username, name, terms = {}) {
	const one = await new Person(room.house, username).comeIn();
	room.house.endorse(one.id, { name, role: 5, ...terms });
	return one;
}

const rowOf = (person) => room.house.row(person.id);
const named = (readers) => readers.map(({ account_id, kr_hash }) => ({ account_id, kr_hash }));
const wrapFor = (person, { readers }) =>
	readers.find(({ account_id }) => account_id === person.id)?.wrap ?? "";

/** A letter to these rows; `as`: of a concern. */
const write = (from, sort, rows, change = {}) =>
	from.do("sealConcernLetter", {
		...{ report: payload.id, sort, words: "So.", day: DAY, people: rows, ...change },
	});
const look = (person, change = {}) =>
	person.do("readConcern", {
		whole: {
			...{ concern: { id: payload.id, from_id: room.ada.id }, readers: named(payload.readers) },
			...{ boxes: payload.boxes, wrap: wrapFor(person, payload), letters: [] },
			...{ people: [room.ada, eve, dora].map(rowOf), ...change },
		},
		people: [rowOf(out)],
	});

/** Finn as the house may dress him up: as nobody, as a specialist, with a word that lapsed, is not his, is made up, is in no list, or was taken back. */
function disguises() {
	const { house } = room;
	const as = (terms) => {
		house.accounts.get(finn.id).endorsement = null;
		house.endorse(finn.id, { name: "Fay", role: 5, isLogged: false, ...terms });
		return rowOf(finn);
	};
	const rows = [
		{ ...rowOf(finn), endorsement: null },
		as({ role: 2 }),
		as({ role: 3 }),
		as({ from: DAY - 60, to: DAY - 1 }),
		as({ from: DAY + 1 }),
		as({ signer: house.log }),
		as({}),
		{ ...rowOf(finn), endorsement: rowOf(eve).endorsement },
	];
	house.accounts.get(finn.id).endorsement = null;
	return rows;
}

test("19: what Ada adds goes to officers alone, whomever else the house names", async () => {
	for (const row of disguises())
		await assert.rejects(write(room.ada, ADDED, [rowOf(eve), rowOf(dora), row]), unsure);
	const { payload: sent } = await write(room.ada, ADDED, [rowOf(eve), rowOf(dora)]);
	assert.equal(sent.readers.length, 3);
	await assert.rejects(write(room.ada, ADDED, [rowOf(eve), rowOf(room.ben)]), unsure);
});

test("An officer on the last day of the programme's word still reads, and the day after does not", async () => {
	assert.equal((await write(room.ada, ADDED, [rowOf(lea)])).payload.readers.length, 2);
	await assert.rejects(write(room.ada, ADDED, [rowOf(lea)], { day: DAY + 1 }), unsure);
});

test("19: an officer's answer goes to who raised what they opened, and to nobody in her place", async () => {
	const to = (person) => [
		rowOf(dora),
		person === finn ? { ...rowOf(finn), endorsement: null } : rowOf(person),
	];
	await assert.rejects(write(eve, ANSWER, to(room.ada)), unsure);
	// A house that says Finn raised it: his keys did not sign it.
	await look(eve, { concern: { id: payload.id, from_id: finn.id }, people: [finn, eve, dora].map(rowOf) });
	for (const person of [room.ada, finn]) await assert.rejects(write(eve, ANSWER, to(person)), unsure);
	assert.equal((await look(eve)).fits, true);
	await assert.rejects(write(eve, ANSWER, to(finn)), unsure);
	await assert.rejects(write(eve, ANSWER, [...to(room.ada), ...to(finn).slice(1)]), unsure);
	assert.equal((await write(eve, ANSWER, to(room.ada))).payload.readers.length, 3);
	await assert.rejects(write(eve, NOTE, to(room.ada)), unsure);
});

test("19: what officers say about a concern is not read by an officer it was not sealed to: it may be about them", async () => {
	await look(eve);
	assert.equal((await write(eve, NOTE, [rowOf(dora)])).payload.readers.length, 2);
	await assert.rejects(write(eve, NOTE, [rowOf(dora), rowOf(out)]), unsure);
	await assert.rejects(write(eve, ANSWER, [rowOf(room.ada), rowOf(dora), rowOf(out)]), unsure);
});

const measured = (change = {}) => ({ on: room.ben.id, does: 5, days: 0, rule: "", ...change });
const client = (person) => ({ ...rowOf(person), endorsement: null });

/** A measure as the house hands it to somebody, with the letter that set it. */
async function measure(person, set, on = room.ben) {
	const letter = {
		...{ id: set.payload.id, sort: SET, from_id: eve.id, said_on: DAY, box: set.payload.box },
		...{ wrap: wrapFor(person, set.payload), readers: named(set.payload.readers) },
	};
	const people = [eve, dora, lea, room.ben, finn].map(rowOf);
	const whole = { measure: { id: set.id, on: on.id }, people, letters: [letter] };
	return await person.do("readConcern", { whole });
}

test("A measure is told to whom it is for, who may be nobody the programme stands behind, and to officers", async () => {
	const at = { report: "", measured: measured({ on: room.ada.id }) };
	const set = await write(eve, SET, [client(room.ada), rowOf(dora), rowOf(lea)], at);
	assert.equal(set.payload.readers.length, 4);
	for (const row of disguises())
		await assert.rejects(write(eve, SET, [client(room.ada), rowOf(dora), row], at), unsure);
});

test("19: a second's yes and a decision reach whom the signed letter names, and nobody the house puts there", async () => {
	const { ben } = room;
	const set = await write(eve, SET, [ben, dora, lea].map(rowOf), { report: "", measured: measured() });
	const of = (does, on = ben) => ({ report: set.id, measured: measured({ does, on: on.id }) });
	const yes = [rowOf(ben), rowOf(lea)];
	await assert.rejects(write(dora, SECOND, yes, of(1)), unsure);
	assert.equal((await measure(dora, set, finn)).letters[0].fits, true);
	await assert.rejects(write(dora, SECOND, [client(finn), rowOf(lea)], of(1, finn)), unsure);
	await measure(dora, set);
	assert.equal((await write(dora, SECOND, yes, of(1))).payload.readers.length, 3);
	await assert.rejects(write(dora, SECOND, yes, of(2)), unsure);
	assert.equal((await write(dora, SECOND, [rowOf(lea)], of(2))).payload.readers.length, 2);
	assert.equal((await write(dora, DECISION, yes, of(3))).payload.readers.length, 3);
	await assert.rejects(write(dora, DECISION, [...yes, client(finn)], of(3)), unsure);
	await assert.rejects(write(dora, DECISION, [client(finn), rowOf(lea)], of(3, finn)), unsure);
});

test("19: an appeal goes to officers alone", async () => {
	const { ben } = room;
	const set = await write(eve, SET, [ben, dora, lea].map(rowOf), { report: "", measured: measured() });
	const asks = { report: set.id, measured: measured({ does: 0 }) };
	assert.equal((await write(ben, APPEAL, [rowOf(dora), rowOf(lea)], asks)).payload.readers.length, 3);
	for (const row of disguises()) await assert.rejects(write(ben, APPEAL, [rowOf(dora), row], asks), unsure);
});

test("19: an officer reads of Ben by the name the programme signed for Ben's keys, or by none", async () => {
	const ben = rowOf(room.ben);
	const called = { ...ben, endorsement: { ...ben.endorsement, display_name: "Cem" } };
	const names = async (...people) => (await eve.do("concernNames", { people })).names;
	assert.deepEqual(await names(ben, rowOf(dora), client(finn)), {
		[room.ben.id]: ben.endorsement.display_name,
		[dora.id]: "Dora",
	});
	assert.deepEqual(await names(called, { ...ben, endorsement: rowOf(dora).endorsement }), {});
	assert.deepEqual(await names({ ...rowOf(dora), account_id: room.ben.id }), {});
});

test("Somebody whose word is over, or was taken back, is still called by it; and reads nothing", async () => {
	room.house.list.revoke(out.id);
	for (const one of [room.ada, eve]) await one.readLog();
	assert.deepEqual(await eve.do("concernNames", { people: [rowOf(out)] }), { names: { [out.id]: "Out" } });
	await assert.rejects(write(room.ada, ADDED, [rowOf(eve), rowOf(out)]), unsure);
});
