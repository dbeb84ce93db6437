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
	assert.equal((await eve.do("readConcern", { whole })).report.b, "It frightened me.");
	const answer = { report: payload.id, sort: 3, words: "We hear you.", day: DAY };
	await eve.do("sealConcernLetter", { ...answer, people: [house.row(ada.id)] });
	note();
}
