// Nobody answered an appeal by the day that was promised: whoever appealed reads that it is late, and whom else to turn to.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { drawn, screenOf } from "./drawn.js";

const day = 20_508;
const config = { today: day, independent: { name: "Ruth Hale", phone: "555 0103" } };
const officers = { list: [], within: 5, outside: ["State ombudsman, 555 0102"] };
const row = {
	...{ id: "m1", on: "ben", by: "eve", kind: 2, days: 60, standing: "in-force", setOn: day - 20 },
	...{ beganOn: day - 20, endsOn: day + 40, second: null, appealUntil: null, appealedOn: day - 9 },
	...{ dueOn: day - 2, heardBy: null, heardOn: null, outcome: null },
};
const late = {
	row,
	isMine: true,
	fits: true,
	maySecond: false,
	mayDecide: false,
	able: ["dora"],
	letters: [{ sort: 5, from: "eve", day: day - 20, fits: true, b: "Why." }],
};

before(async () => (await import("../../words/index.js")).learnInside());

/** The page, and what it asks the room for when it comes. */
async function opened(one) {
	const { RoomMeasure } = await import("../../screens/measure.js");
	const asked = [];
	const room = { reading: async (part, deed) => void asked.push(`${part} ${deed}`) };
	const measuring = { mine: [], queue: null, names: { dora: "Dora" }, one };
	const view = { config, parts: { measuring, concerning: { officers } } };
	const page = screenOf(RoomMeasure, { view, place: { screen: "measure", id: "m1" }, room });
	page.attempt = (deed) => deed();
	await page.firstUpdated();
	await new Promise((then) => setTimeout(then));
	return { text: drawn(page.render()).replace(/\s+/g, " "), asked };
}

test("Whoever appealed reads that the answer is late, and who else can help", async () => {
	const { text, asked } = await opened(late);
	assert.match(text, /An answer was due by .*It is late\..*Others who can help.*State ombudsman.*Ruth Hale/);
	assert.deepEqual(asked, ["measuring look", "concerning officers"]);
});

test("Where nobody is left to hear the appeal that stands there at once, with who else can help", async () => {
	const { text } = await opened({ ...late, row: { ...row, dueOn: day + 2 }, able: [] });
	assert.match(text, /An answer is due by .*Nobody is left here.*Others who can help.*State ombudsman/);
});

test("Nothing of it stands there in time, without an appeal, once it is answered, or for an officer", async () => {
	const others = [
		{ ...late, row: { ...row, dueOn: day } },
		{ ...late, row: { ...row, appealedOn: null, dueOn: null }, able: [] },
		{ ...late, row: { ...row, heardOn: day, heardBy: "dora", outcome: 1 } },
		{ ...late, isMine: false },
	];
	for (const one of others) {
		const { text, asked } = await opened(one);
		assert.doesNotMatch(text, /Others who can help|Nobody is left/);
		assert.deepEqual(asked, ["measuring look"]);
	}
});

test("An officer to whom no letter was locked reads that, and no warning and no form", async () => {
	const { text } = await opened({ ...late, isMine: false, fits: false, letters: [] });
	assert.match(text, /You cannot read why this was decided/);
	assert.doesNotMatch(text, /does not fit|<form|due by/);
	const moved = await opened({ ...late, isMine: false, fits: false });
	assert.match(moved.text, /does not fit what officers signed/);
	const withheld = await opened({ ...late, fits: false, letters: [] });
	assert.match(withheld.text, /does not fit what officers signed/);
});

test("An officer reads that the answer is late as well", async () => {
	const { text } = await opened({ ...late, isMine: false });
	assert.match(text, /It is late\./);
});

test("In the list of what was decided about oneself a late answer is late", async () => {
	const { RoomConcerns } = await import("../../screens/concerns.js");
	const measuring = { mine: [row], queue: null, names: {}, one: null };
	const view = { config, parts: { measuring, concerning: { mine: [] } } };
	const page = screenOf(RoomConcerns, { view, place: { screen: "concerns" }, room: {} });
	assert.match(drawn(page.render()).replace(/\s+/g, " "), /An answer was due by .*It is late\./);
});
