// Attacks 15 and 16 on documents: versions and documents that are dropped, rolled back, exchanged or brought back.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { fromText, toText } from "../../crypto/bytes.js";
import { Person, talk } from "../crypto/cast.js";
import { DAY } from "../crypto/little-house.js";
import { flipped } from "./hostile.js";

let room;
before(async () => {
	room = await talk();
});

/** The house's own keeping: newest last. */
const kept = new Map();

async function write(person, title, text, doc_id) {
	const made = await person.do("writePage", { doc_id, title, text, day: DAY });
	await person.do("documentWritten", { doc_id: made.doc_id });
	kept.set(made.doc_id, [...(kept.get(made.doc_id) ?? []), made.body]);
	return made.doc_id;
}

/** Ada comes back on another device, and this is what the house says it keeps. */
async function adaReads(documents, { saved = true } = {}) {
	if (saved) await room.ada.saveState();
	const device = await room.ada.comeBack();
	return { device, found: await device.do("documents", { documents }) };
}

const newest = (doc_id) => ({ doc_id, ...kept.get(doc_id).at(-1) });
const codes = ({ troubles }) => troubles.map(({ code }) => code);

test("Ada finds her pages on another device, and the versions before", async () => {
	const id = await write(room.ada, "Plans", "one");
	await write(room.ada, "Plans", "two", id);
	const { device, found } = await adaReads([newest(id)]);
	assert.deepEqual([found.documents[0].text, found.documents[0].ver, codes(found)], ["two", 2, []]);
	const { versions } = await device.do("documentVersions", { doc_id: id, versions: kept.get(id) });
	assert.deepEqual(
		versions.map(({ text }) => text),
		["one", "two"],
	);
});

test("16: a page that is missing, older, or another's is seen, and shows no word", async () => {
	const [id, other] = [await write(room.ada, "A", "first"), await write(room.ada, "B", "other")];
	await write(room.ada, "A", "second", id);
	const [first] = kept.get(id);
	const whole = [...kept.keys()].map(newest);
	const without = whole.filter(({ doc_id }) => doc_id !== id);
	const lies = [
		["doc-missing", without],
		["doc-older", [...without, { doc_id: id, ...first }]],
		["doc-other", [...without, { doc_id: id, ...first, ver: 2 }]],
		["doc-other", [...without, { doc_id: id, ...kept.get(other).at(-1), ver: 2 }]],
		["doc-other", [...without, { ...newest(id), prev: toText(new Uint8Array(32)) }]],
		["doc-other", [...without, { ...newest(id), lock: kept.get(other)[0].lock }]],
		["doc-other", [...without, { ...newest(id), box: kept.get(other)[0].box }]],
		["doc-other", [...without, { ...newest(id), box: toText(flipped(fromText(newest(id).box), -1)) }]],
	];
	for (const [code, documents] of lies) {
		const { found } = await adaReads(documents);
		assert.deepEqual(codes(found), [code]);
		assert.ok(found.documents.every(({ doc_id }) => doc_id !== id));
	}
});

test("16: of the versions before, none is held back, exchanged or taken from another page", async () => {
	const [id, other] = [await write(room.ada, "C", "1"), await write(room.ada, "D", "x")];
	for (const text of ["2", "3"]) await write(room.ada, "C", text, id);
	const all = kept.get(id);
	const { device } = await adaReads([...kept.keys()].map(newest));
	const lies = [
		[],
		all.slice(0, 2),
		all.slice(1),
		[all[0], all[2]],
		[all[1], all[0], all[2]],
		[kept.get(other)[0], all[1], all[2]],
		[...all.slice(0, 2), { ...all[1], ver: 3 }],
	];
	for (const versions of lies)
		await assert.rejects(device.do("documentVersions", { doc_id: id, versions }), /doc-/);
	await assert.rejects(device.do("documentVersions", { doc_id: other, versions: all }), /doc-/);
});

test("15: a page of Ada's is nobody else's, and a kept line is no page", async () => {
	const id = await write(room.ada, "E", "hers");
	const finn = await new Person(room.house, "field-quiet-0003").comeIn();
	const found = await finn.do("documents", { documents: [newest(id)] });
	assert.deepEqual([found.documents, codes(found)], [[], ["doc-other"]]);
});

test("What another window wrote is taken over, and two steps further the versions between are asked for", async () => {
	const id = await write(room.ada, "F", "1");
	await room.ada.saveState();
	const window = await room.ada.comeBack();
	await window.do("documents", { documents: [...kept.keys()].map(newest) });
	await write(room.ada, "F", "2", id);
	const one = await window.do("documents", { documents: [...kept.keys()].map(newest) });
	assert.equal(one.documents.find(({ doc_id }) => doc_id === id).text, "2");
	for (const text of ["3", "4"]) await write(room.ada, "F", text, id);
	const two = await window.do("documents", { documents: [...kept.keys()].map(newest) });
	assert.deepEqual(two.behind, [id]);
	const { versions } = await window.do("documentVersions", { doc_id: id, versions: kept.get(id) });
	assert.equal(versions.at(-1).text, "4");
});

test("16: what Ada deleted does not come back, whatever the house still has", async () => {
	const id = await write(room.ada, "G", "gone");
	await room.ada.do("deleteDocument", { doc_id: id });
	const { device, found } = await adaReads([...kept.keys()].map(newest));
	assert.deepEqual(found.gone, [id]);
	assert.ok(found.documents.every(({ doc_id }) => doc_id !== id));
	await assert.rejects(device.do("documentVersions", { doc_id: id, versions: kept.get(id) }), {
		code: "doc-other",
	});
	kept.delete(id);
});

test("What one window removed is not shown by another that heard of it through the state", async () => {
	const id = await write(room.ada, "J", "removed");
	await room.ada.saveState();
	const window = await room.ada.comeBack();
	await window.do("documents", { documents: [...kept.keys()].map(newest) });
	await room.ada.do("deleteDocument", { doc_id: id });
	kept.delete(id);
	await room.ada.saveState();
	await window.do("stateMoved", { state: room.house.accounts.get(room.ada.id).state });
	const found = await window.do("documents", { documents: [...kept.keys()].map(newest) });
	assert.ok(found.documents.every(({ doc_id }) => doc_id !== id));
	assert.deepEqual(codes(found), []);
	await assert.rejects(window.do("writePage", { doc_id: id, title: "J", text: "again", day: DAY }), {
		code: "no-doc",
	});
});

test("Two devices that were shown two stories of one page notice it", async () => {
	const id = await write(room.ada, "H", "1");
	await room.ada.saveState();
	const device = await room.ada.comeBack();
	await device.do("documents", { documents: [...kept.keys()].map(newest) });
	for (const [person, text] of [
		[room.ada, "mine"],
		[device, "theirs"],
	]) {
		const made = await person.do("writePage", { doc_id: id, title: "H", text, day: DAY });
		await person.do("documentWritten", { doc_id: made.doc_id });
	}
	await room.ada.saveState();
	const moved = await device.saveState();
	await assert.rejects(device.do("stateMoved", { state: moved }), { code: "forked" });
});

test("A page that is too long is refused in words, and what was there stays", async () => {
	const ada = room.ada;
	const text = "a".repeat(65_000);
	await assert.rejects(ada.do("writePage", { title: "I", text, day: DAY }), { code: "text-size" });
	await assert.rejects(ada.do("writePage", { title: "t".repeat(81), text: "", day: DAY }), {
		code: "text-size",
	});
	await assert.rejects(
		ada.do("writePage", { doc_id: "AAAAAAAAAAAAAAAAAAAAAA", title: "", text: "", day: DAY }),
		{
			code: "no-doc",
		},
	);
});
