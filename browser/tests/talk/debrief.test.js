// A talk after a hard contact: what goes to the house is the press alone, and the day that was chosen.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Part } from "../../talk/debrief.js";
import { Part as Supporting } from "../../talk/supporting.js";
import { debriefing as english } from "../../words/en/debriefing.js";
import { debriefing as spanish } from "../../words/es/debriefing.js";

const base = { supporter: "Cem", weeks: 13, least: 3, asked_on: null, due_on: null, meets_on: null };
const row = { account_id: "b", name: "Ben", load: 2, cap: 12, waiting: 0, paused: false, totals: null };

/** A house that remembers what it was asked. */
function house(of) {
	const seen = { asked: [], changes: 0 };
	let wish = null;
	const part = async (...all) => {
		const [method, path] = all;
		seen.asked.push(all);
		if (path === "supervising")
			return { weeks: 13, least: 3, people: [{ ...row, debrief: wish }], concerns: 10, concerns_least: 8 };
		if (path.endsWith("/debrief")) wish = { asked_on: 1, due_on: 4, meets_on: all[2].meets_on };
		return method === "POST" ? { ...base, asked_on: 1, due_on: 4 } : base;
	};
	const given = { api: { part }, onChange: () => (seen.changes += 1) };
	return { seen, part: new of(/** @type {any} */ ({ given })) };
}

test("a specialist asks by a press that carries nothing, and takes it back", async () => {
	const { seen, part } = house(Part);
	assert.equal(part.shown, null);
	await part.deeds.ask();
	assert.deepEqual([part.shown?.askedOn, part.shown?.dueOn, part.shown?.meetsOn], [1, 4, null]);
	await part.deeds.away();
	assert.equal(part.shown?.askedOn, null);
	assert.deepEqual(seen.asked, [
		["POST", "debrief"],
		["DELETE", "debrief"],
		["GET", "debrief"],
	]);
	assert.equal(seen.changes, 2);
});

test("a supervisor's answer is a day, and what they see is read anew", async () => {
	const { seen, part } = house(Supporting);
	assert.equal((await part.deeds.look())?.people[0].wish, null);
	const after = await part.deeds.answer("b", 3);
	assert.deepEqual(seen.asked[1], ["POST", "supervising/b/debrief", { meets_on: 3 }]);
	assert.deepEqual([after?.concerns, after?.fewest], [10, 8]);
	assert.deepEqual(after?.people[0], {
		...{ name: "Ben", load: 2, cap: 12, waiting: 0, paused: false, totals: null },
		...{ accountId: "b", wish: { askedOn: 1, dueOn: 4, meetsOn: 3 } },
	});
});

test("twelve values are asked about in each language, and none of them asks for a name", () => {
	for (const words of [english, spanish]) {
		const values = Object.entries(words).filter(([id]) => id.startsWith("debrief.value."));
		assert.equal(values.length, 12);
		for (const [, text] of values) assert.doesNotMatch(text, /\{|name of|nombre de/);
	}
});
