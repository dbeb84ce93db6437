// Attacks 15 and 16 on kept notes of meetings, which are the one thing that ends by itself: what is over is told from what was lost.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { fromText, toText } from "../../crypto/bytes.js";
import { idUntil, lastIn } from "../../crypto/note-kept.js";
import { Notebook } from "../../talk/notebook.js";
import { talk } from "../crypto/cast.js";
import { DAY } from "../crypto/little-house.js";

const LAST = DAY + 400;
const NOTE = {
	...{ ref: `${"A".repeat(21)}A`, start: 1_782_830_400, mins: 50, zone: "Europe/Berlin" },
	...{ way: 1, goal: "", words: "We walked.", day: DAY, name: "Ben", side: 1 },
};
const NOTES = { beside: [], last: LAST, rows: [NOTE] };
const codes = ({ troubles }) => troubles.map(({ code }) => code);

let room;
/** What the house keeps: newest last. */
let kept;
beforeEach(async () => {
	room = await talk();
	kept = new Map();
});

async function write(content, doc_id) {
	const { ada } = room;
	const made = await ada.do("writeOwn", { own: "notes", content, doc_id });
	await ada.do("documentWritten", { doc_id: made.doc_id });
	const { last, ...body } = made.body;
	kept.set(made.doc_id, [...(kept.get(made.doc_id) ?? []), body]);
	return { id: made.doc_id, last };
}

const newest = (doc_id) => ({ doc_id, ...kept.get(doc_id).at(-1) });

async function onAnotherDevice(documents, today) {
	await room.ada.saveState();
	const device = await room.ada.comeBack();
	return { device, found: await device.do("documents", { documents, today }) };
}

test("Ada finds her copy on another device, and the house is told the one day on which it goes", async () => {
	const { id, last } = await write(NOTES);
	assert.deepEqual([last, lastIn(fromText(id, 16))], [LAST, LAST]);
	const { device, found } = await onAnotherDevice([newest(id)], LAST);
	assert.deepEqual([found.documents[0].content, found.troubles], [NOTES, []]);
	assert.deepEqual((await device.do("ownListed", { own: "notes", last: LAST })).doc_ids, [id]);
	assert.deepEqual((await device.do("ownListed", { own: "notes", last: LAST + 1 })).doc_ids, []);
});

test("16: a copy that is gone before its day is missed, and an older one is not taken for it", async () => {
	const { id } = await write(NOTES);
	await write({ ...NOTES, beside: [{ by: 2, day: DAY, ref: NOTE.ref, words: "It was Monday." }] }, id);
	const none = await onAnotherDevice([], LAST);
	const old = await onAnotherDevice([{ doc_id: id, ...kept.get(id)[0] }], LAST);
	assert.deepEqual([codes(none.found), codes(old.found)], [["doc-missing"], ["doc-older"]]);
});

test("After its day a copy is missed by nobody, and a house that still has it is told to let go", async () => {
	const { id } = await write(NOTES);
	const gone = await onAnotherDevice([], LAST + 1);
	assert.deepEqual([gone.found.documents, gone.found.troubles, gone.found.gone], [[], [], []]);
	const late = await onAnotherDevice([newest(id)], LAST + 1);
	assert.deepEqual([late.found.documents, late.found.troubles, late.found.gone], [[], [], [id]]);
	assert.deepEqual((await late.device.do("ownListed", { own: "notes" })).doc_ids, []);
});

test("15: a copy under an id of another day is refused, whoever put it there", async () => {
	const { id } = await write(NOTES);
	const later = toText(idUntil(LAST + 365, fromText(id, 16)));
	const { found } = await onAnotherDevice([newest(id), { ...newest(id), doc_id: later }], LAST);
	assert.deepEqual(codes(found), ["doc-other"]);
	await assert.rejects(
		room.ada.do("writeOwn", { own: "notes", content: { ...NOTES, last: LAST + 365 }, doc_id: id }),
		{
			code: "doc-other",
		},
	);
});

test("15: a page of Ada's is never taken for a kept note that is over", async () => {
	const page = await room.ada.do("writePage", { title: "", text: "mine", day: DAY });
	await room.ada.do("documentWritten", { doc_id: page.doc_id });
	const { found } = await onAnotherDevice([], LAST + 100_000);
	assert.deepEqual(codes(found), ["doc-missing"]);
});

/** What the house says of itself on a day. */
const configOn = (today) => ({
	...{ version: 1, home: "h", roster: "r", log: "l", programme: "Riverside", country: "US", lang: "en" },
	...{ wire: "/wire", today, retention: 12, keeping: { least: 1, most: 24, open: true } },
	...{ promise: { version: 1, sentences: [] } },
});

/** A notebook opened on a device of Ada's that holds it is `here`, where the house's day was `known` and is `there`. */
async function openedOn(here, { known, there }) {
	await room.ada.saveState();
	const device = await room.ada.comeBack();
	const deleted = [];
	const api = {
		config: async () => configOn(there),
		documents: async () => ({ documents: [...kept.keys()].map(newest) }),
		deleteDocument: async (doc_id) => void deleted.push(doc_id),
	};
	const core = new Proxy({}, { get: (_, op) => (args) => device.do(op, args) });
	const notebook = new Notebook({
		...{ core, api, clock: { now: () => here * 86_400_000 }, config: configOn(known) },
		...{ onChange: () => undefined, saving: { soon: () => undefined, save: async () => undefined } },
	});
	await notebook.open();
	return { deleted, seen: notebook.seen, device };
}

const YEARS = 5_000;

test("16: a device whose date is years ahead lets go of no copy, and tells the house of none", async () => {
	const { id } = await write(NOTES);
	const { deleted, seen, device } = await openedOn(LAST + YEARS, { known: DAY, there: LAST });
	assert.deepEqual([deleted, seen.own.map(({ content }) => content), seen.troubles], [[], [NOTES], []]);
	assert.deepEqual((await device.do("ownListed", { own: "notes" })).doc_ids, [id]);
});

test("16: a house whose date is years ahead has no room delete what is to be kept", async () => {
	await write(NOTES);
	const { deleted, seen } = await openedOn(LAST, { known: LAST + YEARS, there: LAST + YEARS });
	assert.deepEqual([deleted, seen.own.length, seen.troubles], [[], 1, []]);
});

test("A room that stood open past the last day of a copy misses none, and tells a late house to let go", async () => {
	const { id } = await write(NOTES);
	const late = await openedOn(LAST + 1, { known: LAST, there: LAST + 1 });
	assert.deepEqual([late.deleted, late.seen.own, late.seen.troubles], [[id], [], []]);
	kept.clear();
	const gone = await openedOn(LAST + 1, { known: LAST, there: LAST + 1 });
	assert.deepEqual([gone.deleted, gone.seen.own, gone.seen.troubles], [[], [], []]);
});
