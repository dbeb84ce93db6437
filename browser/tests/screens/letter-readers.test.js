// Who would read a letter stands beside it, also who has no name: nobody is left out for that, or called an officer.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { drawn, screenOf } from "./drawn.js";

const here = new URL("../../screens/", import.meta.url);
const screen = (name) => import(new URL(`${name}.js`, here).href);
const day = 20_508;
const names = { eve: "Eve" };
const nobody = "someone with a place here";
const concern = {
	row: { id: "k1", raisedOn: day, dueOn: day + 7, state: "received", officer: null, again: false },
	...{ isMine: true, isWithMe: false, raisedBy: "ada", able: ["eve", "finn"], mayLook: false },
	...{ names, fits: true, report: null, letters: [] },
};
const measure = {
	row: { id: "m1", on: "ben", by: "eve", kind: 2, days: 14, standing: "in-force", setOn: day },
	...{ isMine: true, fits: true, maySecond: false, mayDecide: false, able: ["eve", "finn"], letters: [] },
};
Object.assign(measure.row, { beganOn: day, endsOn: day + 14, appealUntil: day + 30, outcome: null });

async function shown(name, kind, { part, one, id, more = {} }) {
	const Kind = (await screen(name))[kind];
	const view = { config: { today: day, programme: "Riverside Peers" }, parts: { [part]: { one, ...more } } };
	const given = { view, place: { screen: name, id }, room: {} };
	return drawn(screenOf(Kind, given).render()).replace(/\s+/g, " ");
}

before(async () => (await import("../../words/index.js")).learnInside());

test("A reader of a concern whose name nobody checked stands there as somebody", async () => {
	const text = await shown("concern-one", "RoomConcernOne", { part: "concerning", one: concern, id: "k1" });
	assert.match(text, new RegExp(`These people can read it:.*Eve · ${nobody}`));
});

test("So does whoever would hear an appeal: they are not called an officer", async () => {
	const given = { part: "measuring", one: measure, id: "m1", more: { mine: [], queue: null, names } };
	const text = await shown("measure", "RoomMeasure", given);
	assert.match(text, new RegExp(`These people can read it:.*Eve · ${nobody}`));
});
