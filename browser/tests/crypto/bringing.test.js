// A file brought in twice: nothing stands there twice, and what was changed here meanwhile stays as it is.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { leftOf } from "../../crypto/brought.js";
import { writeSheet } from "../../crypto/check-in.js";
import { DOC } from "../../crypto/documents.js";
import { writeJson } from "../../crypto/strict-json.js";
import { timesIn } from "../../talk/check-rows.js";
import { rowsIn } from "../../talk/own-rows.js";
import { talk } from "./cast.js";
import { DAY } from "./little-house.js";

const CONV = "AAAAAAAAAAAAAAAAAAAAAA";
const [ONE, OTHER] = ["CAAAAAAAAAA", "DAAAAAAAAAA"];
const STEP = { b: "Walk", by: 1, day: DAY, done: 0, id: ONE, k: 2 };
const PATH = { no: [], rows: [STEP, { ...STEP, b: "Sleep", id: OTHER }], shown: [] };
const PLAN = { rows: [{ b: "My sister", id: ONE, k: 4, n: "555 0100" }] };
const DIARY = { rows: [{ b: "I went.", day: DAY, id: ONE, matters: 8, sure: 3 }] };
const time = (b, c = 0) => ({ a: [4, 3, 20, 21, 0, 1], b, c: [c, 0, 0, 0, 0, 0], day: DAY });
const sheet = (...rows) => ({ conv: CONV, hash: "", pack: "", rows, side: 1, ver: 1 });

let ada;
beforeEach(async () => {
	({ ada } = await talk());
});

/** Everything of a file comes in, one document after the other. Gives how many did. */
async function bringIn(...file) {
	ada.core.brought = file.map(([kind, content]) => ({ kind, content: content.slice() }));
	for (let count = 0; ; count++) {
		const { doc_id } = await ada.do("bring");
		if (doc_id === null) return count;
		await ada.do("documentWritten", { doc_id });
	}
}

const FILE = [
	[DOC.PATH, writeJson(PATH)],
	[DOC.PLAN, writeJson(PLAN)],
	[DOC.DIARY, writeJson(DIARY)],
	[DOC.CHECK_SHEET, writeSheet(sheet(time("First."), time("Second.")))],
];

/** What Ada has, as she sees it: nothing of it may be there twice. */
function seen() {
	const all = [...ada.core.documents.values()];
	const text = (content) => JSON.parse(new TextDecoder().decode(content));
	const of = (kind) =>
		all.filter((one) => one.kind === kind).map(({ docId, content }) => ({ docId, content: text(content) }));
	const words = (kind) => rowsIn(of(kind)).map(({ b }) => b);
	const times = timesIn(of(DOC.CHECK_SHEET).map(({ content }) => content));
	return {
		path: words(DOC.PATH),
		plan: words(DOC.PLAN),
		diary: words(DOC.DIARY),
		times: times.map(({ b, c }) => `${b} ${c[0]}`),
	};
}

const ALL = {
	path: ["Walk", "Sleep"],
	plan: ["My sister"],
	diary: ["I went."],
	times: ["First. 0", "Second. 0"],
};

test("Ada brings the same file in twice, and each row is there once", async () => {
	assert.equal(await bringIn(...FILE), 4);
	assert.equal(await bringIn(...FILE), 0);
	assert.deepEqual(seen(), ALL);
});

test("What she changed, showed or added meanwhile stays as it is, and nothing old stands beside it", async () => {
	await bringIn(...FILE);
	const docOf = (kind) => [...ada.core.documents.values()].find((one) => one.kind === kind).docId;
	const write = async (op, args) =>
		await ada.do("documentWritten", { doc_id: (await ada.do(op, args)).doc_id });
	const path = { ...PATH, rows: [{ ...STEP, b: "Walk far", done: DAY }, ...PATH.rows.slice(1)] };
	await write("writeOwn", { own: "path", doc_id: docOf(DOC.PATH), content: path });
	const plan = { rows: [{ ...PLAN.rows[0], n: "555 0199" }] };
	await write("writeOwn", { own: "plan", doc_id: docOf(DOC.PLAN), content: plan });
	const shown = sheet(time("First.", 1), time("Second."), { ...time("Third."), day: DAY + 1 });
	await write("writeChecks", { doc_id: docOf(DOC.CHECK_SHEET), sheet: shown });
	assert.equal(await bringIn(...FILE), 0);
	assert.deepEqual(seen(), {
		...ALL,
		path: ["Walk far", "Sleep"],
		times: ["First. 1", "Second. 0", "Third. 0"],
	});
});

test("Of an older and a newer file only what is new comes in", async () => {
	await bringIn(...FILE);
	const third = { ...STEP, b: "Call", id: "EAAAAAAAAAA" };
	const newer = [
		[DOC.PATH, writeJson({ ...PATH, rows: [...PATH.rows, third] })],
		[DOC.CHECK_SHEET, writeSheet(sheet(time("First.", 3), time("Third.")))],
	];
	assert.equal(await bringIn(...newer, ...FILE), 2);
	assert.deepEqual(seen(), {
		...ALL,
		path: ["Walk", "Sleep", "Call"],
		times: ["First. 0", "Second. 0", "Third. 0"],
	});
});

test("Two documents of one file that hold the same row bring it once", async () => {
	const twice = writeJson({ ...PATH, rows: [{ ...STEP, b: "Walk, in other words" }] });
	assert.equal(await bringIn([DOC.PATH, writeJson(PATH)], [DOC.PATH, twice]), 1);
	assert.deepEqual(seen().path, ["Walk", "Sleep"]);
});

test("What somebody chose to show here is not turned back by an old file", () => {
	const shown = (at, parts) => ({ asks: false, at, conv: CONV, parts });
	const file = writeJson({ ...PATH, shown: [shown(1, [1, 2])] });
	const now = writeJson({ ...PATH, shown: [shown(2, [])] });
	assert.equal(leftOf(DOC.PATH, file, [now]), null);
	const left = leftOf(DOC.PATH, file, [writeJson({ no: [], rows: [], shown: [] })]);
	assert.deepEqual(left, file);
});

test("Answers about another talk, of the other side, or to other words are others", () => {
	const file = writeSheet(sheet(time("First.")));
	for (const other of [{ conv: `${"B".repeat(21)}A` }, { side: 2 }, { ver: 2 }])
		assert.deepEqual(
			leftOf(DOC.CHECK_SHEET, file, [writeSheet({ ...sheet(time("First.")), ...other })]),
			file,
		);
});

test("A unit that stands here is not brought once more, and another one is", () => {
	const units = (...ids) => writeJson({ rows: ids.map((id, at) => ({ day: DAY, id, u: at + 1 })) });
	const text = (content) => JSON.parse(new TextDecoder().decode(content)).rows.map(({ id }) => id);
	assert.deepEqual(text(leftOf(DOC.TRAINING, units(ONE, OTHER), [units(ONE)])), [OTHER]);
	assert.equal(leftOf(DOC.TRAINING, units(ONE), [units(ONE, OTHER)]), null);
});
