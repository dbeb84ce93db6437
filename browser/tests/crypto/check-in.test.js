// Check-ins: kept by whoever answered, shown by nobody else, and one line in the talk where they choose so.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { readBody } from "../../crypto/body.js";
import { utf8 } from "../../crypto/bytes.js";
import { sends, talk } from "./cast.js";
import { DAY } from "./little-house.js";

let room;
before(async () => {
	room = await talk();
});

const SIX = { a: [4, 3, 20, 21, 0, 1], b: "More calls.", c: [0, 0, 0, 0, 0, 0], day: DAY };
const sheetWith = (...rows) => ({ conv: room.conv, hash: "", pack: "", rows, side: 1, ver: 1 });
const SHOWN = { t: "check", a: [{ q: 1, v: 4 }], b: "", gap: 1, k: 1, ver: 1 };

async function written(person, args) {
	const { doc_id, body } = await person.do("writeChecks", args);
	await person.do("documentWritten", { doc_id });
	return { doc_id, body };
}

test("What Ada answered comes back to her on another device, each answer by itself", async () => {
	const { doc_id } = await written(room.ada, { sheet: sheetWith(SIX) });
	const skipped = { ...SIX, a: [21, 21, 21, 21, 21, 21], b: "", day: DAY + 7 };
	const second = await written(room.ada, { doc_id, sheet: sheetWith(SIX, skipped) });
	await room.ada.saveState();
	const device = await room.ada.comeBack();
	const { documents, troubles } = await device.do("documents", {
		documents: [{ doc_id, ...second.body }],
	});
	const [sheet] = documents.filter(({ kind }) => kind === "checks");
	assert.deepEqual(troubles, []);
	assert.deepEqual([sheet.rows, sheet.ver, sheet.statements], [[SIX, skipped], 2, 1]);
});

test("A sheet with a seventh answer, a total, or nothing in it is never sealed", async () => {
	const refuse = (sheet) => assert.rejects(room.ada.do("writeChecks", { sheet }));
	await refuse(sheetWith({ ...SIX, a: [...SIX.a, 1], c: [...SIX.c, 0] }));
	await refuse(sheetWith({ ...SIX, total: 12 }));
	await refuse(sheetWith());
	await refuse(sheetWith({ ...SIX, b: "m".repeat(501) }));
});

test("Ben reads what Ada chose to show, and no answer more", async () => {
	const { theirs } = await sends(room.ada, room.ben, room, "sealCard", { card: SHOWN });
	const [line] = theirs.lines;
	assert.deepEqual([line.t, line.card, line.text, line.trouble], ["check", SHOWN, "", null]);
});

test("A line that shows answers can be taken back, and then shows none", async () => {
	const { ada, ben } = room;
	const { id } = await sends(ada, ben, room, "sealCard", { card: { ...SHOWN, b: "Only for today." } });
	const { theirs } = await sends(ada, ben, room, "sealErase", { to: id });
	const [line] = theirs.changed;
	assert.deepEqual([line.trouble, line.text, line.card], ["taken-back", "", undefined]);
});

test("A check-in cannot be given other words afterwards", async () => {
	const { ada, ben } = room;
	const { id } = await sends(ada, ben, room, "sealCard", { card: SHOWN });
	await assert.rejects(
		ada.do("sealEdit", { conv: room.conv, to: id, text: "better", ts: 1, today: DAY }),
		/not-yours/,
	);
});

test("Help us talk says nothing but that", async () => {
	const help = { t: "check", a: [], b: "", gap: 0, k: 2, ver: 1 };
	const { theirs } = await sends(room.ben, room.ada, room, "sealCard", { card: help });
	assert.deepEqual(theirs.lines[0].card, help);
	const refuse = (card) =>
		assert.rejects(room.ben.do("sealCard", { conv: room.conv, card, ts: 1, today: DAY }));
	await refuse({ ...help, b: "because" });
	await refuse({ ...help, gap: 1 });
	await refuse({ ...help, k: 1 });
});

test("Statements of a later version wait for a newer room, and the talk goes on", () => {
	const later = utf8('{"card":{"new":1,"ver":2},"t":"check"}');
	assert.deepEqual(readBody(later, 3), { t: "check", isNewer: true });
	assert.throws(() => readBody(utf8('{"card":{"new":1,"ver":1},"t":"check"}'), 3));
});
