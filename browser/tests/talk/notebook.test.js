// Two devices of one person write the same sheet, path, plan or diary: nothing either of them wrote is lost.

import assert from "node:assert/strict";
import { before, beforeEach, test } from "node:test";
import { kept } from "../../talk/check-keeping.js";
import { roomIn, timesIn, withChoice } from "../../talk/check-rows.js";
import { Notebook } from "../../talk/notebook.js";
import { withChanged, withRow } from "../../talk/own-rows.js";
import { RoomError } from "../../talk/trouble.js";
import { talk } from "../crypto/cast.js";
import { DAY } from "../crypto/little-house.js";

const CONV = "AAAAAAAAAAAAAAAAAAAAAA";
const ABOUT = { conv: CONV, hash: "", pack: "", side: 1, ver: 1 };
const time = (b, day = DAY) => ({ a: [4, 3, 20, 21, 0, 1], b, c: [0, 0, 0, 0, 0, 0], day });

/** What the house keeps of documents: each version only after the one before. */
class Papers {
	kept = new Map();
	documents = async () => ({
		documents: [...this.kept].map(([doc_id, all]) => ({ doc_id, ...all.at(-1) })),
	});
	documentVersions = async (docId) => ({ versions: this.kept.get(docId).slice(-20) });
	deleteDocument = async (docId) => void this.kept.delete(docId);
	async putDocument(docId, body) {
		const all = this.kept.get(docId) ?? [];
		if (body.ver !== (all.at(-1)?.ver ?? 0) + 1) throw new RoomError("document-moved");
		this.kept.set(docId, [...all, body]);
	}
}

let ada;
let papers;
before(async () => {
	ada = (await talk()).ada;
	await ada.saveState();
});
beforeEach(() => {
	papers = new Papers();
});

/** One device of Ada's with the real core, and the house's papers. */
async function device() {
	const person = await ada.comeBack();
	const core = new Proxy({}, { get: (_, op) => (args) => person.do(op, args) });
	const saving = { soon: () => undefined, save: async () => undefined };
	const clock = { now: () => DAY * 86_400_000 };
	const given = { clock, config: { today: DAY }, onChange: () => undefined, saving };
	const notebook = new Notebook({ core, api: papers, ...given });
	await notebook.open();
	return notebook;
}

const keep = (notebook, row) => kept(notebook, { about: ABOUT, row, docId: roomIn(notebook.seen.checks) });
const words = ({ seen }) => timesIn(seen.checks).map(({ b }) => b);

test("What two devices answered stands in one sheet, in the order of its days", async () => {
	const phone = await device();
	await keep(phone, time("first"));
	const desk = await device();
	await keep(phone, time("on the phone", DAY + 7));
	await keep(desk, time("at the desk", DAY + 3));
	await phone.open();
	for (const notebook of [phone, desk])
		assert.deepEqual(words(notebook), ["first", "at the desk", "on the phone"]);
	assert.equal(papers.kept.size, 1);
});

test("Ticks on one device and an answer on the other: both stay, and no tick slips to what was not seen", async () => {
	const phone = await device();
	await keep(phone, time("seen"));
	const desk = await device();
	await keep(phone, time("not seen", DAY + 1));
	const [sheet] = desk.seen.checks;
	const choice = { at: [0], bit: 1 };
	await desk.writeChecks(sheet.docId, ABOUT, (rows) => withChoice(rows, time("seen"), choice));
	assert.deepEqual(
		timesIn(desk.seen.checks).map(({ b, c }) => [b, c[0]]),
		[
			["seen", 1],
			["not seen", 0],
		],
	);
});

test("A sheet that the other device filled meanwhile is followed by another", async () => {
	const phone = await device();
	for (let day = 0; day < 19; day++) await keep(phone, time("", DAY + day));
	const desk = await device();
	await keep(phone, time("the twentieth", DAY + 19));
	await keep(desk, time("the next", DAY + 20));
	assert.deepEqual(words(desk).slice(-2), ["the twentieth", "the next"]);
	assert.deepEqual([words(desk).length, papers.kept.size], [21, 2]);
});

test("A device that is overtaken again and again makes its change to the newest, and then says so", async () => {
	const phone = await device();
	await keep(phone, time("first"));
	const desk = await device();
	const put = papers.putDocument.bind(papers);
	let overtaken = 0;
	papers.putDocument = async (docId, body) => {
		if (overtaken < 3) {
			overtaken += 1;
			papers.putDocument = put;
			await keep(phone, time(`overtaking ${overtaken}`, DAY + overtaken));
			papers.putDocument = overtaking;
		}
		return await put(docId, body);
	};
	const overtaking = papers.putDocument;
	await keep(desk, time("last", DAY + 9));
	assert.deepEqual(words(desk), ["first", "overtaking 1", "overtaking 2", "overtaking 3", "last"]);
	papers.putDocument = async () => {
		throw new RoomError("document-moved");
	};
	await assert.rejects(keep(desk, time("never", DAY + 9)), { code: "document-moved" });
});

test("A path, a plan and a diary that two devices change keep what both wrote", async () => {
	const rows = {
		path: { b: "Walk", by: 1, day: DAY, done: 0, id: "CAAAAAAAAAA", k: 2 },
		plan: { b: "My sister", id: "CAAAAAAAAAA", k: 4, n: "555 0100" },
		diary: { b: "I went.", day: DAY, id: "CAAAAAAAAAA", matters: 8, sure: 3 },
	};
	for (const [own, row] of Object.entries(rows)) {
		const phone = await device();
		const docId = await phone.writeOwn(own, undefined, (content) => withRow(content, row));
		const desk = await device();
		const other = { ...row, id: "DAAAAAAAAAA", b: "On the phone" };
		await phone.writeOwn(own, docId, (content) => withRow(content, other));
		const changed = { ...row, b: "At the desk" };
		await desk.writeOwn(own, docId, (content) => withChanged(content, row, changed, "EAAAAAAAAAA"));
		const [found] = desk.seen.own.filter(({ kind }) => kind === own);
		assert.deepEqual(
			found.content.rows.map(({ b }) => b),
			["At the desk", "On the phone"],
			own,
		);
	}
});

test("What one device writes at once is written one after the other, and opens again everywhere", async () => {
	const phone = await device();
	await keep(phone, time("first"));
	const [{ docId }] = phone.seen.checks;
	const tick = (place) =>
		phone.writeChecks(docId, ABOUT, (rows) => withChoice(rows, time("first"), { at: [place], bit: 1 }));
	await Promise.all([tick(0), phone.open(), tick(1), keep(phone, time("second")), phone.open(), tick(4)]);
	for (const notebook of [phone, await device()]) {
		assert.deepEqual(notebook.seen.troubles, []);
		assert.deepEqual(
			timesIn(notebook.seen.checks).map(({ b, c }) => [b, c]),
			[
				["first", [1, 1, 0, 0, 1, 0]],
				["second", [0, 0, 0, 0, 0, 0]],
			],
		);
	}
});
