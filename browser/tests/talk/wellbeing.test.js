// How a specialist is: a row of chosen words in a document of their own, and nothing that adds up.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Part } from "../../talk/wellbeing.js";
import { carrying as english } from "../../words/en/carrying.js";
import { carrying as spanish } from "../../words/es/carrying.js";

/** A notebook with documents; what is written stands in it at once. Nothing else is there to be asked: no house. */
function insideWith(...documents) {
	const seen = { state: "closed", own: [] };
	const notebook = {
		get seen() {
			return seen;
		},
		fetchOwn: async (own) => {
			seen.own = documents.filter(({ kind }) => kind === own);
		},
		writeOwn: async (own, docId, change) => {
			const before = seen.own.find((one) => one.docId === docId);
			const content = change(before?.content ?? { rows: [] });
			const others = seen.own.filter((one) => one !== before);
			seen.own = [...others, { docId: docId ?? "new", kind: own, content }];
		},
	};
	const clock = { now: () => 20_600 * 86_400_000 + 3_600_000 };
	const given = { clock, chance: () => 0.5, onChange: () => {} };
	return { inside: /** @type {any} */ ({ notebook, given }), written: () => seen.own };
}

test("what Ben says to himself is a row with his words and a day, and no sum", async () => {
	const { inside, written } = insideWith();
	const part = new Part(inside);
	assert.deepEqual(part.shown, { isLooked: false, looks: [] });
	await part.deeds.keep({ a: [1, 2, 3, 0, 1], b: " Tired. " });
	const [row] = written()[0].content.rows;
	assert.deepEqual(Object.keys(row), ["a", "b", "day", "id"]);
	assert.deepEqual([row.a, row.b, row.day], [[1, 2, 3, 0, 1], "Tired.", 20_600]);
	assert.equal(part.shown.looks.length, 1);
});

test("the newest stands first, and one that is taken away is gone", async () => {
	const row = (day, id) => ({ a: [1, 1, 1, 1, 1], b: "", day, id });
	const doc = { docId: "d", kind: "wellbeing", content: { rows: [row(1, "a"), row(5, "b")] } };
	const { inside, written } = insideWith(doc);
	const part = new Part(inside);
	await part.deeds.look();
	const [newest] = part.shown.looks;
	assert.equal(newest.id, "b");
	await part.deeds.drop(newest);
	assert.deepEqual(
		written()[0].content.rows.map(({ id }) => id),
		["a"],
	);
});

test("no part and no screen of it speaks to the house, and the page says who can read it: nobody", () => {
	for (const name of ["talk/wellbeing.js", "screens/wellbeing.js"])
		assert.doesNotMatch(readFileSync(new URL(`../../${name}`, import.meta.url), "utf8"), /\bapi\b|fetch\(/);
	for (const words of [english, spanish]) {
		assert.match(words["well.who"], /^(Nobody|Nadie)/);
		assert.equal(Object.keys(words).filter((id) => id.startsWith("well.ask.")).length, 5);
	}
});
