import assert from "node:assert/strict";
import { test } from "node:test";
import {
	NOTHING,
	roomIn,
	rowsIn,
	shownIn,
	withChanged,
	withNo,
	withRow,
	without,
	withShown,
} from "../../talk/own-rows.js";

const row = (id, b, more = {}) => ({ id, b, k: 2, ...more });
const content = (...rows) => ({ ...NOTHING.path, rows });
const words = ({ rows }) => rows.map(({ id, b }) => `${id}: ${b}`);

test("A change is made where the row still says what it said", () => {
	const now = content(row("a", "walk"), row("b", "sleep"));
	assert.deepEqual(words(withChanged(now, row("a", "walk"), row("a", "walk far"), "z")), [
		"a: walk far",
		"b: sleep",
	]);
});

test("Two devices change one row: both wordings stay", () => {
	const theirs = content(row("a", "walk with Sam"));
	assert.deepEqual(words(withChanged(theirs, row("a", "walk"), row("a", "walk far"), "z")), [
		"a: walk with Sam",
		"z: walk far",
	]);
});

test("A row that was removed elsewhere and changed here is there again; what both changed alike is there once", () => {
	assert.deepEqual(words(withChanged(content(), row("a", "walk"), row("a", "walk far"), "z")), [
		"a: walk far",
	]);
	const same = content(row("a", "walk far"));
	assert.equal(withChanged(same, row("a", "walk"), row("a", "walk far"), "z"), same);
});

test("What somebody removes goes, but not what another device has made of it meanwhile", () => {
	assert.deepEqual(words(without(content(row("a", "walk")), row("a", "walk"))), []);
	assert.deepEqual(words(without(content(row("a", "walk far")), row("a", "walk"))), ["a: walk far"]);
});

test("Rows of two documents are all there, and what stands in both is there once", () => {
	const docs = [
		{ docId: "1", content: content(row("a", "walk"), row("b", "sleep")) },
		{ docId: "2", content: content(row("a", "walk"), row("b", "sleep well")) },
	];
	assert.deepEqual(
		rowsIn(docs).map(({ docId, b }) => [docId, b]),
		[
			["1", "walk"],
			["1", "sleep"],
			["2", "sleep well"],
		],
	);
});

test("A full document takes no more: the next row begins another", () => {
	const full = Array.from({ length: 40 }, (_, at) => row(String(at), "look"));
	assert.equal(roomIn([{ docId: "1", content: content(...full) }], "diary"), undefined);
	assert.equal(roomIn([{ docId: "1", content: content(...full) }], "path"), "1");
	assert.equal(withRow(content(), row("a", "walk")).rows.length, 1);
});

test("Of two choices for one talk the later counts, wherever it stands", () => {
	const shown = (at, parts) => ({ asks: false, at, conv: "c", parts });
	const docs = [
		{ docId: "1", content: withShown(content(), shown(9, [1])) },
		{ docId: "2", content: withShown(withShown(content(), shown(1, [1, 2])), shown(4, [])) },
	];
	assert.deepEqual(shownIn(docs, "c").parts, [1]);
	assert.equal(shownIn(docs, "d"), null);
	assert.equal(docs[1].content.shown.length, 1);
	assert.deepEqual(withNo(withNo(content(), "x"), "x").no, ["x"]);
});
