// A house that takes something off a wall, changes it, moves it, or shows two of them is found out by its owner's room.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { fromText, toText, ZEROS32 } from "../../crypto/bytes.js";
import { PART } from "../../crypto/state.js";
import { writeJson } from "../../crypto/strict-json.js";
import { keepOf, rowHash, toldHash } from "../../crypto/wall.js";
import { meet, talk } from "../crypto/cast.js";
import { DAY, LittleHouse } from "../crypto/little-house.js";

before(async () => {
	await LittleHouse.open();
});

/** A wall as an honest house writes it: kinds, one a day. */
function wallOf(ada, kinds, { detail = {}, from = DAY - 5 } = {}) {
	const rows = kinds.map((kind, at) => {
		const told = writeJson({ detail, kind, other: "", salt: toText(new Uint8Array(16).fill(at)) });
		const hash = toText(toldHash(told));
		return { n: at + 1, day: from + at, keep: keepOf(kind), told: toText(told), told_hash: hash };
	});
	return { rows, top: topOf(ada, rows) };
}

/** What a house says its newest row is: it can work that out for whatever it wrote. */
function topOf(ada, rows) {
	let h = ZEROS32;
	for (const row of rows) h = rowHash(fromText(ada.id), { ...row, toldHash: fromText(row.told_hash) }, h);
	return { n: rows.length, h: toText(h) };
}

const read = (who, wall, today = DAY) => who.do("readWall", { ...structuredClone(wall), today });

/** Ada has read four rows, and her state remembers them. */
async function seen() {
	const { ada, house, ben } = await meet();
	const wall = wallOf(ada, [40, 100, 82, 4]);
	const { rows, trouble } = await read(ada, wall);
	assert.deepEqual([rows.map(({ kind }) => kind), trouble], [[40, 100, 82, 4], null]);
	await ada.saveState();
	return { ada, ben, house, wall, device: await ada.comeBack() };
}

test("An honest wall is read, grows, and is remembered on every device", async () => {
	const { ada, device } = await seen();
	const grown = wallOf(ada, [40, 100, 82, 4, 46]);
	assert.equal((await read(device, grown)).trouble, null);
	assert.deepEqual(device.core.place.book.part(PART.TRUST).wall, { h: grown.top.h, n: 5 });
});

test("A house that writes all of it anew, without one thing, is found out", async () => {
	const { ada, device, wall } = await seen();
	for (const kinds of [
		[40, 82, 4],
		[100, 82, 4],
		[40, 100, 82],
	])
		assert.equal((await read(device, wallOf(ada, kinds))).trouble, "wall-cut");
	assert.equal((await read(device, { rows: [], top: { n: 0, h: toText(ZEROS32) } })).trouble, "wall-cut");
	assert.deepEqual(device.core.place.book.part(PART.TRUST).wall, wall.top);
});

test("Something else in the place of something, or two that changed places, are found out", async () => {
	const { ada, device, wall } = await seen();
	for (const kinds of [
		[40, 43, 82, 4],
		[100, 40, 82, 4],
		[40, 100, 82, 46, 46],
	])
		assert.equal((await read(device, wallOf(ada, kinds))).trouble, "wall-other");
	const later = wallOf(ada, [40, 100, 82, 4], { from: DAY - 4 });
	assert.equal((await read(device, later)).trouble, "wall-other");
	assert.equal((await read(device, wall)).trouble, null);
});

test("One row changed by hand, doubled, missing or emptied early is found out without any memory", async () => {
	const { ada } = await meet();
	const changes = [
		(rows) => rows.splice(1, 1),
		(rows) => rows.splice(1, 0, rows[0]),
		(rows) => Object.assign(rows[1], { day: rows[1].day - 1 }),
		(rows) => Object.assign(rows[1], { told: rows[0].told }),
		(rows) => Object.assign(rows[1], { told: "" }),
		(rows) => Object.assign(rows[1], { keep: 90 }),
		(rows) => Object.assign(rows[3], { told_hash: toText(ZEROS32) }),
		(rows) => Object.assign(rows[0], { n: 0 }),
	];
	for (const change of changes) {
		const wall = wallOf(ada, [40, 100, 82, 4]);
		change(wall.rows);
		assert.notEqual((await read(ada, wall)).trouble, null, String(change));
	}
	assert.equal(ada.core.place.book.part(PART.TRUST).wall, undefined);
});

test("What is shown beside a trouble is only what could be read", async () => {
	const { ada } = await meet();
	const wall = wallOf(ada, [40, 100]);
	wall.rows[1].told = toText(new Uint8Array([1, 2, 3]));
	const { rows, trouble } = await read(ada, wall);
	assert.deepEqual([rows.map(({ kind }) => kind), trouble], [[40], "wall-other"]);
});

test("Two devices that were shown two walls find out when they meet", async () => {
	const { ada, device } = await seen();
	await read(ada, wallOf(ada, [40, 100, 82, 4, 46]));
	await read(device, wallOf(ada, [40, 100, 82, 4, 43, 44]));
	await ada.saveState();
	const moved = await device.saveState();
	assert.notEqual(moved, null);
	await device.do("stateMoved", { state: moved });
	assert.equal((await read(device, wallOf(ada, [40, 100, 82, 4, 43, 44]))).trouble, "wall-other");
});

test("Two devices that read the same wall to different rows agree", async () => {
	const { ada, device } = await seen();
	await read(ada, wallOf(ada, [40, 100, 82, 4, 46]));
	const all = wallOf(ada, [40, 100, 82, 4, 46, 110]);
	await read(device, all);
	await ada.saveState();
	await device.do("stateMoved", { state: await device.saveState() });
	assert.equal((await read(device, all)).trouble, null);
});

test("Another person's wall does not fit, though nothing in it was changed", async () => {
	const { ada, ben } = await meet();
	assert.equal((await read(ada, wallOf(ben, [40, 41]))).trouble, "wall-other");
});

test("What is over may be empty, on the day it is over and not before", async () => {
	const { ada } = await meet();
	const wall = wallOf(ada, [80, 40]);
	wall.rows[0].told = "";
	assert.equal((await read(ada, wall, wall.rows[0].day + 89)).trouble, "wall-other");
	const { rows, trouble } = await read(ada, wall, wall.rows[0].day + 91);
	assert.deepEqual([trouble, rows[0].kind], [null, 0]);
});

test("A kind from a newer house is told as such, and holds the wall", async () => {
	const { ada } = await meet();
	const { rows, trouble } = await read(ada, wallOf(ada, [40, 99]));
	assert.deepEqual([trouble, rows.map(({ kind }) => kind)], [null, [40, 99]]);
});

test("Who can read a talk is who its members signed for, whatever the house lists", async () => {
	const { ada, ben, conv } = await talk();
	const { readers } = await ada.do("readersOf", { conv });
	assert.deepEqual(
		readers.map(({ account_id: id, role, me, until }) => [id, role, me, until]).toSorted(),
		[
			[ada.id, 1, true, null],
			[ben.id, 2, false, null],
		].toSorted(),
	);
	await assert.rejects(ada.do("readersOf", { conv: "A".repeat(22) }), {
		name: "Refusal",
		code: "conversation",
	});
});

/** What a house answers to somebody who asks from a row on. */
function since({ rows, top }, from, ada) {
	const before = topOf(ada, rows.slice(0, from - 1)).h;
	return { rows: rows.slice(from - 1), top, from, before };
}

test("A look on the way in reads what is new alone, and remembers it", async () => {
	const { ada, device } = await seen();
	assert.deepEqual(await device.do("wallSeen", {}), { from: 5 });
	const grown = wallOf(ada, [40, 100, 82, 4, 46, 110]);
	const { rows, trouble } = await read(device, since(grown, 5, ada));
	assert.deepEqual([rows.map(({ n }) => n), trouble], [[5, 6], null]);
	assert.deepEqual(device.core.place.book.part(PART.TRUST).wall, { h: grown.top.h, n: 6 });
	assert.equal((await read(device, since(grown, 7, ada))).trouble, null, "nothing new is no trouble");
	assert.equal((await read(device, grown)).trouble, null);
});

test("A look on the way in finds what was cut, and what was written anew below what is new", async () => {
	const { ada, device } = await seen();
	const other = wallOf(ada, [40, 43, 82, 4, 46]);
	assert.equal((await read(device, since(other, 5, ada))).trouble, "wall-other");
	const cut = wallOf(ada, [40, 100, 82]);
	assert.equal((await read(device, { ...since(cut, 4, ada), from: 5 })).trouble, "wall-cut");
	const skipped = wallOf(ada, [40, 100, 82, 4, 46, 110]);
	assert.equal((await read(device, since(skipped, 6, ada))).trouble, "wall-other");
});

test("Somebody who has seen nothing yet, or whose devices have to meet, is sent to the beginning", async () => {
	const { ada } = await meet();
	assert.deepEqual(await ada.do("wallSeen", {}), { from: 1 });
	const { ada: first, device } = await seen();
	await read(first, wallOf(first, [40, 100, 82, 4, 46]));
	await first.saveState();
	await read(device, wallOf(first, [40, 100, 82, 4, 46, 110]));
	await device.do("stateMoved", { state: await device.saveState() });
	assert.deepEqual(await device.do("wallSeen", {}), { from: 1 });
});
