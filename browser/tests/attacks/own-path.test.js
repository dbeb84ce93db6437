// Attacks 15 and 16 on a path, a plan for bad days, a diary and units that were done: exchanged, dropped, rolled back, asked for by somebody else.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Person, talk } from "../crypto/cast.js";
import { DAY } from "../crypto/little-house.js";

const STEP = { b: "Walk each day", by: 1, day: DAY, done: 0, id: "CAAAAAAAAAA", k: 2 };
const PATH = { no: [], rows: [STEP], shown: [] };
const PLAN = { rows: [{ b: "My sister", id: "CAAAAAAAAAA", k: 4, n: "555 0100" }] };
const DIARY = { rows: [{ b: "I went.", day: DAY, id: "CAAAAAAAAAA", matters: 8, sure: 3 }] };
const TRAINING = { rows: [{ day: DAY, id: "CAAAAAAAAAA", u: 3 }] };
const WELLBEING = { rows: [{ a: [1, 2, 3, 0, 1], b: "Tired.", day: DAY, id: "CAAAAAAAAAA" }] };
const codes = ({ troubles }) => troubles.map(({ code }) => code);

let room;
/** What the house keeps: newest last. */
let kept;
beforeEach(async () => {
	room = await talk();
	kept = new Map();
});

async function write(person, own, content, doc_id) {
	const made = await person.do("writeOwn", { own, content, doc_id });
	await person.do("documentWritten", { doc_id: made.doc_id });
	kept.set(made.doc_id, [...(kept.get(made.doc_id) ?? []), made.body]);
	return made.doc_id;
}

const newest = (doc_id) => ({ doc_id, ...kept.get(doc_id).at(-1) });

async function onAnotherDevice(documents) {
	await room.ada.saveState();
	return (await room.ada.comeBack()).do("documents", { documents });
}

test("Ada finds path, plan, diary and units on another device, each as what it is", async () => {
	for (const [own, content] of Object.entries({
		path: PATH,
		plan: PLAN,
		diary: DIARY,
		training: TRAINING,
		wellbeing: WELLBEING,
	}))
		await write(room.ada, own, content);
	const { documents, troubles } = await onAnotherDevice([...kept.keys()].map(newest));
	const found = Object.fromEntries(documents.map(({ kind, content }) => [kind, content]));
	assert.deepEqual(
		[found, troubles],
		[{ path: PATH, plan: PLAN, diary: DIARY, training: TRAINING, wellbeing: WELLBEING }, []],
	);
	const [plan] = (await room.ada.do("ownListed", { own: "plan" })).doc_ids;
	assert.equal(documents.find(({ doc_id }) => doc_id === plan).kind, "plan");
});

test("15: where the house exchanges a plan and a path, neither opens as the other", async () => {
	const [path, plan] = [await write(room.ada, "path", PATH), await write(room.ada, "plan", PLAN)];
	const exchanged = [
		{ ...newest(path), doc_id: plan },
		{ ...newest(plan), doc_id: path },
	];
	const found = await onAnotherDevice(exchanged);
	assert.deepEqual([found.documents, codes(found)], [[], ["doc-other", "doc-other"]]);
});

test("16: an older plan, or none, is said and not taken for the plan", async () => {
	const id = await write(room.ada, "plan", PLAN);
	await write(room.ada, "plan", { rows: [] }, id);
	const old = await onAnotherDevice([{ doc_id: id, ...kept.get(id)[0] }]);
	const none = await onAnotherDevice([]);
	assert.deepEqual([old, none].map(codes), [["doc-older"], ["doc-missing"]]);
	assert.deepEqual([old.documents, none.documents], [[], []]);
});

test("15: Ada's plan is nobody else's, whatever the house hands out", async () => {
	const id = await write(room.ada, "plan", PLAN);
	for (const person of [room.ben, await new Person(room.house, "field-quiet-0003").comeIn()]) {
		const found = await person.do("documents", { documents: [newest(id)] });
		assert.deepEqual([found.documents, codes(found)], [[], ["doc-other"]]);
	}
});

test("What would not hold is refused before anything leaves, and a page never becomes a plan", async () => {
	const { ada } = room;
	const bad = [
		["path", { ...PATH, rows: [{ ...STEP, k: 6 }] }],
		["plan", { rows: [{ ...PLAN.rows[0], n: "5".repeat(41) }] }],
		["diary", { rows: [{ ...DIARY.rows[0], sure: 11 }] }],
		["training", { rows: [{ ...TRAINING.rows[0], u: 100 }] }],
		["training", DIARY],
		["wellbeing", { rows: [{ ...WELLBEING.rows[0], a: [1, 2, 3, 0] }] }],
		["wellbeing", { rows: [{ ...WELLBEING.rows[0], a: [1, 2, 4, 0, 1] }] }],
		["hope", PATH],
		["toString", PATH],
	];
	for (const [own, content] of bad)
		await assert.rejects(ada.do("writeOwn", { own, content }), { code: "malformed" });
	const page = await ada.do("writePage", { title: "", text: "a page", day: DAY });
	await ada.do("documentWritten", { doc_id: page.doc_id });
	await assert.rejects(ada.do("writeOwn", { own: "plan", content: PLAN, doc_id: page.doc_id }), {
		code: "doc-other",
	});
});
