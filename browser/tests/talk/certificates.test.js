// Certificates: what goes to the house is what was asked for and what was ticked; the file is handed on and kept nowhere.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Part } from "../../talk/certificates.js";
import { certificates as english } from "../../words/en/certificates.js";
import { certificates as spanish } from "../../words/es/certificates.js";

const mine = {
	...{ id: 3, source: 9, number: 7, title: "Listening", done_on: 20_400, state: 1, hours: 24 },
	...{ runs_out_on: null, files: 0 },
};
const all = {
	...{ on: true, programme: "Riverside Peers", programme_tells: false },
	could: [{ source: 1, number: 0, title: "", done_on: null }],
	mine: [mine],
};

/** A house that remembers what it was asked. */
function house() {
	const seen = { asked: [], changes: 0 };
	const part = async (method, path, body) => {
		seen.asked.push([method, path, body]);
		if (path.endsWith("/file")) return { file: "a.b.c", mine: { ...all, mine: [{ ...mine, files: 1 }] } };
		return method === "DELETE" ? null : all;
	};
	const given = { api: { part }, onChange: () => (seen.changes += 1) };
	return { seen, part: new Part(/** @type {any} */ ({ given })) };
}

test("nothing is shown before it was looked at, and then all of one's own, frozen", async () => {
	const { part } = house();
	assert.equal(part.shown, null);
	await part.deeds.look();
	assert.deepEqual(part.shown?.mine, [
		{
			...{ source: 9, number: 7, title: "Listening", doneOn: 20_400, id: 3, state: 1 },
			...{ hours: 24, runsOutOn: null, files: 0 },
		},
	]);
	assert.ok(Object.isFrozen(part.shown) && Object.isFrozen(part.shown.mine[0]));
});

test("an ask says for what, and the line for the team", async () => {
	const { seen, part } = house();
	await part.deeds.ask({ source: 1, number: 0, title: "", doneOn: null }, "  Tuesday course ");
	assert.deepEqual(seen.asked, [
		["POST", "certificates", { source: 1, number: 0, known_as: "Tuesday course" }],
	]);
});

test("a file holds what was ticked; it is handed on, and no part shows it", async () => {
	const { seen, part } = house();
	const chosen = { name: " Ben ", programme: false, title: true, hours: false, day: true };
	assert.equal(await part.deeds.make(3, chosen), "a.b.c");
	assert.deepEqual(seen.asked.at(-1), ["POST", "certificates/3/file", { ...chosen, name: "Ben" }]);
	assert.equal(part.shown?.mine[0].files, 1);
	assert.doesNotMatch(JSON.stringify(part.shown), /a\.b\.c/);
});

test("taken back it is asked for anew how things stand", async () => {
	const { seen, part } = house();
	await part.deeds.letGo(3);
	assert.deepEqual(
		seen.asked.map(([method, path]) => `${method} ${path}`),
		["DELETE certificates/3", "GET certificates"],
	);
});

test("no sentence says what somebody lived through", () => {
	for (const words of [english, spanish])
		for (const [key, text] of Object.entries(words))
			assert.doesNotMatch(text, /recover|recuper|addict|adicc|illness|enferm|patient|pacient/i, key);
});
