// Ben and Cem, who supports him, think together: what each can read, and what nobody is fooled by.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { Person, talk } from "./cast.js";
import { DAY } from "./little-house.js";

const SITTING = "AAAAAAAAAAAAAAAAAAAAAQ";
const refusal = (code) => (error) => error.code === code;

let room;
let cem;
let eve;
before(async () => {
	Person.stretch = async (phrase) => new Uint8Array(32).fill(phrase.length);
	room = await talk();
	cem = await endorsed("willow-wren-0005", "Cem", 3);
	eve = await endorsed("cedar-finch-0006", "Eve", 5);
	for (const one of [room.ben, room.ada, cem, eve]) await one.readLog();
});

async function endorsed(username, name, role) {
	const one = await new Person(room.house, username).comeIn();
	room.house.endorse(one.id, { name, role });
	return one;
}

const rowOf = (person) => room.house.row(person.id);
const said = { words: "I said yes too fast.", topics: [1, 9], minutes: 45 };
const seal = (from, side, to, change = {}) =>
	from.do("sealReflection", { sitting: SITTING, side, to: rowOf(to), ...said, day: DAY, ...change });

/** The letter as the house hands it out to one of its readers. */
function rowFor(person, from, payload) {
	const readers = payload.readers.map(({ account_id, kr_hash }) => ({ account_id, kr_hash }));
	const wrap = payload.readers.find(({ account_id }) => account_id === person.id)?.wrap ?? "";
	return { id: payload.id, from_id: from.id, said_on: DAY, box: payload.box, wrap, readers };
}

const read = (person, other, letters, change = {}) =>
	person.do("readReflection", {
		...{ sitting: SITTING, other: other === null ? null : rowOf(other), letters },
		...change,
	});

test("Each sees the other by the name the programme gave them, and nobody who is not what they are here", async () => {
	const { ben, ada } = room;
	const asked = (person, people, today = DAY) => person.do("reflectWith", { people, today });
	const mine = { side: "mine", row: rowOf(cem) };
	assert.deepEqual(await asked(ben, [mine]), { people: [{ id: cem.id, side: "mine", name: "Cem" }] });
	const theirs = { side: "theirs", row: rowOf(ben) };
	const { people } = await asked(cem, [theirs]);
	assert.deepEqual(
		people.map(({ id, side }) => [id, side]),
		[[ben.id, "theirs"]],
	);
	// A house that calls an officer, a client or oneself a supervisor, or one whose day is over.
	for (const row of [rowOf(eve), rowOf(ada), rowOf(ben), { ...rowOf(cem), endorsement: null }])
		assert.deepEqual((await asked(ben, [{ side: "mine", row }])).people, []);
	assert.deepEqual((await asked(ben, [{ side: "theirs", row: rowOf(cem) }])).people, []);
	assert.deepEqual((await asked(ben, [mine], DAY + 200)).people, []);
});

test("Both read what Ben wrote, what about and for how long, and so does Ben on another visit", async () => {
	const { ben } = room;
	const { payload } = await seal(ben, "mine", cem);
	assert.deepEqual(payload.readers.map(({ account_id }) => account_id).sort(), [ben.id, cem.id].sort());
	const want = { fits: true, b: said.words, topics: [1, 9], minutes: 45, day: DAY };
	for (const [person, other] of [
		[cem, ben],
		[ben, cem],
		[ben, null],
	]) {
		const { letters } = await read(person, other, [rowFor(person, ben, payload)]);
		const isMine = person === ben;
		// Whoever left cannot be checked any more: their letters are gone, and one's own name them as a reader.
		if (other === null) assert.equal(letters[0].fits, false);
		else assert.deepEqual(letters, [{ ...want, id: payload.id, isMine }]);
	}
});

test("A letter that the house hands out twice counts once", async () => {
	const { ben } = room;
	const [one, other] = [await seal(ben, "mine", cem), await seal(ben, "mine", cem, { minutes: 10 })];
	const rows = [one, one, other, one].map(({ payload }) => rowFor(cem, ben, payload));
	const { letters } = await read(cem, ben, rows);
	assert.deepEqual(
		letters.map(({ minutes, fits }) => [minutes, fits]),
		[
			[45, true],
			[10, true],
		],
	);
});

test("A letter of another time, by somebody else, to a third, or changed on its way shows nothing", async () => {
	const { ben } = room;
	const { payload } = await seal(ben, "mine", cem);
	const row = rowFor(cem, ben, payload);
	const third = { account_id: eve.id, kr_hash: row.readers[0].kr_hash };
	const turned = { ...row, readers: row.readers.toReversed() };
	const box = row.box.replace(/.$/, (last) => (last === "A" ? "B" : "A"));
	const bad = [
		[{ ...row, from_id: eve.id }, {}],
		[{ ...row, from_id: cem.id }, {}],
		[{ ...row, id: SITTING }, {}],
		[{ ...row, readers: [...row.readers, third] }, {}],
		[turned, {}],
		[{ ...row, box }, {}],
		[{ ...row, wrap: rowFor(ben, ben, payload).wrap }, {}],
		[row, { sitting: "AAAAAAAAAAAAAAAAAAAAAg" }],
		[row, { other: rowOf(eve) }],
	];
	for (const [each, change] of bad) {
		const { letters } = await read(cem, ben, [each], change);
		assert.deepEqual([letters[0].fits, letters[0].b, letters[0].topics], [false, "", []]);
	}
	assert.equal((await read(eve, ben, [{ ...row, wrap: payload.readers[0].wrap }])).letters[0].fits, false);
});

test("Nothing is sealed to whoever is not the supervisor, and nothing that says nothing", async () => {
	const { ben, ada } = room;
	for (const to of [eve, ben]) await assert.rejects(seal(ben, "mine", to), refusal("not-verified"));
	await assert.rejects(seal(ben, "mine", ada), refusal("endorsement"));
	await assert.rejects(seal(ben, "mine", cem, { day: DAY + 200 }), refusal("not-verified"));
	for (const change of [
		{ words: "", topics: [] },
		{ words: "x".repeat(4_001) },
		{ topics: [0] },
		{ topics: [13] },
		{ topics: [2, 1] },
		{ topics: [1, 1] },
		{ minutes: 481 },
	])
		await assert.rejects(seal(ben, "mine", cem, change), refusal("report"));
	assert.equal((await seal(ben, "mine", cem, { words: "" })).payload.readers.length, 2);
});
