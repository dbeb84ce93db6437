// Attack 20: a house that reorders, cuts, adds and swaps pieces, and a writer who dresses one thing up as another.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { writeBody } from "../../crypto/body.js";
import { utf8 } from "../../crypto/bytes.js";
import { FILE, PIECE, sealFile } from "../../crypto/file.js";
import { Refusal } from "../../crypto/refusal.js";
import { random } from "../../crypto/sodium.js";
import { talk } from "../crypto/cast.js";
import { DAY, NOON } from "../crypto/little-house.js";

let room;
let letter;
before(async () => {
	room = await talk();
	letter = await send(room.ada, new Uint8Array(3 * PIECE).fill(7), { type: FILE.OTHER, name: "letter.txt" });
});

const JPEG = [0xff, 0xd8, 0xff];
const page = utf8("<html><script>alert(1)</script>");

/** Ada's room seals a file, the pieces go to the house, then the line goes out, and Ben takes it. */
async function send(person, bytes, about) {
	const { conv, ledger } = room;
	const { id, pieces } = await person.do("sealFile", { conv, bytes, ...about });
	const at = { conv, file: id, text: "A letter", ts: NOON, today: DAY };
	const { frames } = await person.do("sealAtt", at);
	for (const frame of ledger.store(frames)) await person.do("acknowledged", { frame });
	const taken = await room.ben.take(conv, [ledger.frameOf(ledger.entries.at(-1), room.ben.id)]);
	return { id, pieces, line: taken.lines.at(-1) };
}

const benOpens = (id, pieces) => room.ben.do("openFile", { conv: room.conv, id, pieces });
const isRefused = (error) => error instanceof Refusal;

test("Ben opens what Ada sent, and his screen never learns how", async () => {
	const { id, pieces, line } = letter;
	const { bytes, mime } = await benOpens(id, pieces);
	assert.deepEqual(
		[bytes.length, bytes.every((byte) => byte === 7), mime],
		[3 * PIECE, true, "application/octet-stream"],
	);
	assert.deepEqual(line.file, { type: 4, name: "letter.txt", secs: 0, size: 3 * PIECE, pieces: 4 });
	assert.equal(line.text, "A letter");
});

test("20: reordered, cut off, doubled, appended, changed or foreign pieces open nothing", async () => {
	const { id, pieces } = letter;
	const other = await send(room.ada, new Uint8Array(3 * PIECE).fill(8), { type: FILE.OTHER, name: "other" });
	const changed = pieces[2].slice();
	changed[9] ^= 1;
	const [a, b, c, d] = pieces;
	const lies = [
		...[[b, a, c, d], [a, b, c], [a], [], [a, b, c, d, d], [a, b, d, d], [a, b, d]],
		...[[a, b, changed, d], other.pieces, [a, b, other.pieces[2], d]],
	];
	for (const lie of lies) await assert.rejects(benOpens(id, lie), isRefused);
	await assert.rejects(benOpens(other.id, pieces), isRefused);
	assert.equal((await benOpens(id, pieces)).bytes.length, 3 * PIECE);
});

test("20: a page or a drawing dressed as a picture is not sealed, and not opened when a writer forces it", async () => {
	const { conv, ada } = room;
	for (const bytes of [page, utf8("<svg onload=alert(1)>"), Uint8Array.of(0x47, 0x49, 0x46, 0x38)])
		await assert.rejects(ada.do("sealFile", { conv, bytes, type: FILE.PICTURE }), isRefused);

	const msgId = random(16);
	const { papers, pieces } = sealFile(msgId, page, { type: FILE.OTHER, name: "a" });
	const lying = { ...papers, type: FILE.PICTURE, name: "" };
	const sc = ada.core.place.book.count();
	const body = writeBody({ b: "", file: lying, sc, t: "att", ts: NOON });
	const { id } = await forced(body, msgId);
	await assert.rejects(benOpens(id, pieces), isRefused);
});

test("20: a picture with a page behind it is a picture and nothing else", async () => {
	const both = Uint8Array.from([...JPEG, ...page]);
	const { id, pieces } = await send(room.ada, both, { type: FILE.PICTURE });
	assert.equal((await benOpens(id, pieces)).mime, "image/jpeg");
});

test("a file that was taken back is not opened any more", async () => {
	const { conv, ledger, ada, ben } = room;
	const { id, pieces } = await send(ada, page, { type: FILE.OTHER, name: "page.html" });
	assert.equal((await benOpens(id, pieces)).mime, "application/octet-stream");
	const { frames } = await ada.do("sealErase", { conv, to: id, today: DAY });
	for (const frame of ledger.store(frames)) await ada.do("acknowledged", { frame });
	await ben.take(conv, [ledger.frameOf(ledger.entries.at(-1), ben.id)]);
	await assert.rejects(benOpens(id, pieces), isRefused);
});

test("a line with a file gets no other words, and after a lock its file is gone", async () => {
	const { conv, ada } = room;
	await assert.rejects(
		ada.do("sealEdit", { conv, to: letter.id, text: "x", ts: NOON, today: DAY }),
		isRefused,
	);
	const { id } = await ada.do("sealFile", { conv, bytes: page, type: FILE.OTHER, name: "a" });
	ada.core.files.clear();
	await assert.rejects(ada.do("sealAtt", { conv, file: id, text: "", ts: NOON, today: DAY }), isRefused);
});

test("odd names are made plain before they are sealed", async () => {
	const { conv, ada } = room;
	const named = async (name) =>
		(await ada.do("sealFile", { conv, bytes: page, type: FILE.OTHER, name })).name;
	assert.equal(await named("../..\\evil\u202Egpj.exe"), ".._.._evil_gpj.exe");
	assert.equal(await named(""), "_");
	assert.equal((await named("x".repeat(500))).length, 120);
	await assert.rejects(
		ada.do("sealFile", { conv, bytes: new Uint8Array(0), type: FILE.OTHER, name: "a" }),
		isRefused,
	);
	const large = new Uint8Array(4 * 1024 * 1024);
	await assert.rejects(ada.do("sealFile", { conv, bytes: large, type: FILE.OTHER, name: "a" }), isRefused);
});

/** What a writer sends whose room was changed. */
async function forced(body, msgId) {
	const { conv, ledger, ada, ben } = room;
	const { writer } = ada.core.talks.get(conv);
	const { frames, id } = writer.write(body, DAY, msgId);
	for (const frame of ledger.store(frames)) await ada.do("acknowledged", { frame });
	await ben.take(conv, [ledger.frameOf(ledger.entries.at(-1), ben.id)]);
	return { id };
}
