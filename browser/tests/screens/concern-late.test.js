// Nobody answered by the day that was promised: whoever raised it reads whom else they can turn to.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { drawn, screenOf } from "./drawn.js";

const day = 20_508;
const ombudsman = "State ombudsman, 555 0102";
const config = { today: day, independent: { name: "Ruth Hale", phone: "555 0103" } };
const officers = { list: [], within: 5, outside: [ombudsman] };
const row = { id: "k1", raisedOn: day - 9, dueOn: day - 2, state: "received", officer: null, again: false };
const late = {
	...{ row, isMine: true, isWithMe: false, raisedBy: "ada", able: ["eve"], mayLook: false },
	...{ names: { eve: "Eve" }, fits: true, report: null, letters: [] },
};

before(async () => (await import("../../words/index.js")).learnInside());

/** The page, and what it asks the room for when it comes. */
async function opened(one) {
	const { RoomConcernOne } = await import("../../screens/concern-one.js");
	const asked = [];
	const room = { reading: async (part, deed) => void asked.push(`${part} ${deed}`) };
	const view = { config, parts: { concerning: { one, officers } } };
	const page = screenOf(RoomConcernOne, { view, place: { screen: "concern-one", id: "k1" }, room });
	page.attempt = (deed) => deed();
	await page.firstUpdated();
	await new Promise((then) => setTimeout(then));
	return { text: drawn(page.render()).replace(/\s+/g, " "), asked };
}

test("Who else can help stands beside the day that is over", async () => {
	const { text, asked } = await opened(late);
	assert.match(text, /It is late\..*Others who can help.*State ombudsman.*Ruth Hale/);
	assert.deepEqual(asked, ["concerning look", "concerning officers"]);
});

test("Nothing of it stands there in time, once it is answered, or for an officer", async () => {
	const others = [
		{ ...late, row: { ...row, dueOn: day } },
		{ ...late, row: { ...row, state: "answered", officer: "eve", answeredOn: day } },
		{ ...late, isMine: false },
	];
	for (const one of others) {
		const { text, asked } = await opened(one);
		assert.doesNotMatch(text, /Others who can help/);
		assert.deepEqual(asked, ["concerning look"]);
	}
});
