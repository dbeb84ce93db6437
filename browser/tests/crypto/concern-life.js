// A concern in a whole life: every operation that has to do with one, once.

import assert from "node:assert/strict";
import { Person, talk } from "./cast.js";
import { DAY } from "./little-house.js";

/** Ada raises a concern, and an officer reads it and writes to her. */
export async function aConcern(everybody, note) {
	const { house, ada, ben, conv } = await talk();
	const eve = await new Person(house, "willow-wren-0003").comeIn();
	const dora = await new Person(house, "cedar-finch-0004").comeIn();
	everybody.push(ada, ben, eve, dora);
	const people = [eve, dora].map(({ id }) => {
		house.endorse(id, { name: "Eve", role: 5 });
		return house.row(id);
	});
	for (const one of [ada, eve]) await one.readLog();
	await ada.do("concernOfficers", { people, today: DAY });
	const said = { about: 2, on: [ben.id], conv, lines: [], words: "It frightened me.", day: DAY };
	const { payload } = await ada.do("sealConcern", { said, people, to: [eve.id, dora.id] });
	const named = ({ account_id, kr_hash }) => ({ account_id, kr_hash });
	const whole = {
		concern: { id: payload.id, from_id: ada.id },
		...{ readers: payload.readers.map(named), boxes: payload.boxes, letters: [] },
		wrap: payload.readers.find((one) => one.account_id === eve.id).wrap,
		people: [ada, eve, dora].map(({ id }) => house.row(id)),
	};
	assert.deepEqual((await eve.do("concernPeople", { whole })).ids, [ben.id]);
	assert.deepEqual((await eve.do("concernNames", { people })).names, { [eve.id]: "Eve", [dora.id]: "Eve" });
	assert.equal((await eve.do("readConcern", { whole })).report.b, "It frightened me.");
	const answer = { report: payload.id, sort: 3, words: "We hear you.", day: DAY };
	await eve.do("sealConcernLetter", { ...answer, people: [house.row(ada.id)] });
	await twoThinkTogether({ house, ben, eve, everybody });
	note();
}

/** Ben writes to whoever supports him, and they read it. */
async function twoThinkTogether({ house, ben, eve, everybody }) {
	const cem = await new Person(house, "birch-robin-0005").comeIn();
	everybody.push(cem);
	house.endorse(cem.id, { name: "Cem", role: 3 });
	for (const one of [ben, cem, eve]) await one.readLog();
	const people = [{ side: "mine", row: house.row(cem.id) }];
	assert.equal((await ben.do("reflectWith", { people, today: DAY })).people.length, 1);
	const said = { sitting: cem.id, side: "mine", to: house.row(cem.id), words: "I was tired.", day: DAY };
	const { payload } = await ben.do("sealReflection", { ...said, topics: [4], minutes: 30 });
	const named = ({ account_id, kr_hash }) => ({ account_id, kr_hash });
	const wrap = payload.readers.find((one) => one.account_id === cem.id).wrap;
	const row = { id: payload.id, from_id: ben.id, said_on: DAY, box: payload.box, wrap };
	const letters = [{ ...row, readers: payload.readers.map(named) }];
	const read = await cem.do("readReflection", { sitting: cem.id, other: house.row(ben.id), letters });
	assert.equal(read.letters[0].b, "I was tired.");
}
