import assert from "node:assert/strict";
import { test } from "node:test";
import { Part } from "../../talk/training.js";

/** A notebook with documents of units; what is written stands in it at once. */
function insideWith(...documents) {
	const seen = { state: "closed", own: [] };
	let fetched = 0;
	const notebook = {
		get seen() {
			return seen;
		},
		fetchOwn: async (own) => {
			fetched += 1;
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
	return { inside: { notebook, given }, fetched: () => fetched, written: () => seen.own };
}

const doc = (docId, ...rows) => ({ docId, kind: "training", content: { rows } });

test("A unit that is done is written down with its day, once, and with nothing of how it went", async () => {
	const { inside, written, fetched } = insideWith();
	const part = new Part(inside);
	assert.deepEqual(part.shown, { isLooked: false, done: [] });
	await part.deeds.done(3);
	await part.deeds.done(3);
	assert.deepEqual(part.shown, { isLooked: true, done: [{ u: 3, day: 20_600 }] });
	assert.deepEqual(written()[0].content.rows.map(Object.keys), [["day", "id", "u"]]);
	assert.equal(fetched(), 1);
});

test("What two devices wrote counts once, from the first day", async () => {
	const one = doc("1", { day: 20_500, id: "a", u: 1 }, { day: 20_510, id: "b", u: 2 });
	const { inside } = insideWith(one, doc("2", { day: 20_490, id: "c", u: 1 }));
	const part = new Part(inside);
	await part.deeds.look();
	assert.deepEqual(part.shown.done, [
		{ u: 2, day: 20_510 },
		{ u: 1, day: 20_490 },
	]);
});
