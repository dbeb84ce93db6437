import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { alongWords } from "../../screens/along-words.js";
import { Unzip } from "../../talk/unzip.js";
import { Zip } from "../../talk/zip.js";
import { learnInside } from "../../words/index.js";
import { Guest } from "./guest.js";
import { House } from "./house.js";

/** A history with everything in it is taken along from one house, read in two languages, and brought into another. */
const PROJECT = fileURLToPath(new URL("../../../", import.meta.url));
const PYTHON = process.env.ALONGSIDE_PYTHON ?? join(PROJECT, ".venv/bin/python");
const OPENER = new URL("../../../var/made/pse_open.txt", import.meta.url);
await learnInside();
const texts = alongWords();
const SECRET = "the heron by the weir";
const KEPT = "I will call you on Sunday";
let [houses, ada, ben, cem, folder, taken, words, cemsWords] = [[]];
/** What left the second house's room; and what becomes of an answer on the way. */
const sent = [];
let broken = () => false;
let held = () => undefined;

const anywhere = (url, options) => Guest.anywhere(url.endsWith("/pse_open.txt") ? OPENER.href : url, options);

async function watched(url, options = {}) {
	sent.push(String(options.body ?? ""));
	const answer = await anywhere(url, options);
	await held(url, options);
	if (broken(url, options)) throw new TypeError("the line was cut");
	return answer;
}

before(async () => {
	folder = await mkdtemp(join(tmpdir(), "bring-"));
	houses = [await House.open(), await House.open({ anew: true })];
	[ada, ben] = [new Guest(houses[0], { fetch: anywhere }), new Guest(houses[0], { fetch: anywhere })];
	cem = new Guest(houses[1], { fetch: watched });
	await Promise.all([ada, ben, cem].map(({ room }) => room.start()));
	await ada.room.comeIn({ lockAfter: 15 });
	cemsWords = cem.view.offer;
	await cem.room.comeIn({ lockAfter: 15 });
	await ben.room.comeBack({ ...houses[0].people.get("Ben"), lockAfter: 15 });
	const { accountId } = await ada.find("Ben");
	await ada.room.ask({ accountId, callName: "Ada", text: "Hello <b>Ben</b>." });
	await ben.until(() => ben.view.home.hellos[0]?.other.name === "Ada", "Ben sees the hello");
	await ben.room.accept(ben.view.home.hellos[0].id);
	await Promise.all([ada, ben].map((who) => who.until(() => who.talk?.canWrite, "both may write")));
});

after(async () => {
	try {
		await Guest.leaveAll();
	} finally {
		await Promise.all(houses.map((house) => house.close()));
		await rm(folder, { recursive: true });
	}
});

const lineOf = (who, text) => who.talk.lines.find((line) => line.text === text);
const stored = (who, text) => who.until(() => lineOf(who, text)?.state === "stored", text);

async function says(who, other, text, re = null) {
	await who.room.say(who.talk.conv, text, { re });
	await stored(other, text);
	await stored(who, text);
}

test("Ada and Ben say, change, sign, answer and take back, and Ada keeps what is hers", async () => {
	await says(ada, ben, "the first words");
	await ada.room.change(ada.talk.conv, lineOf(ada, "the first words").id, "the second words");
	await stored(ben, "the second words");
	await ada.room.change(ada.talk.conv, lineOf(ada, "the second words").id, "the last words");
	await stored(ben, "the last words");
	await ben.room.react(ben.talk.conv, lineOf(ben, "the last words").id, 3);
	await ada.until(() => lineOf(ada, "the last words").signs.them === 3, "a heart");
	await says(ben, ada, KEPT);
	await ada.room.keepLine(ada.talk.conv, lineOf(ada, KEPT).id);
	await says(ada, ben, "Sunday is good", lineOf(ada, KEPT).id);
	await says(ben, ada, "a slip of the tongue");
	await says(ada, ben, "what did you say?", lineOf(ada, "a slip of the tongue").id);
	await ben.room.erase(ben.talk.conv, lineOf(ben, "a slip of the tongue").id);
	await ada.until(() => !lineOf(ada, "a slip of the tongue"), "it is taken back");
	const picture = Uint8Array.of(0xff, 0xd8, 0xff, 1, 2, 3);
	await ada.room.sendFile(ada.talk.conv, { bytes: picture, type: 1, text: "" });
	await ben.until(
		() => ben.talk.lines.some(({ kind, state }) => kind === "att" && state === "stored"),
		"a picture",
	);
	await ada.room.writePage({ title: "<script>alert(1)</script>", text: `I saw ${SECRET}.` });
	const docId = await ada.room.writePage({ title: "", text: "a first thought" });
	await ada.room.writePage({ docId, title: "", text: "a better thought" });
	await ada.until(() => ada.talk.lines.every(({ state }) => state === "stored"), "all is stored");
	taken = await ada.room.takeAlong({ proof: { code: await ada.room.spareCode() }, readable: true, texts });
	words = taken.words.join(" ");
	assert.deepEqual([taken.documents, taken.documentsLeftOut, taken.leftOut], [3, 0, 0]);
});

test("The room's own copy and the program inside tell the same words, line for line", async () => {
	const file = await laid("all.zip", taken.file);
	const said = await opened(file, join(folder, "open"));
	assert.match(said, /Notebook: 2 pages, 1 kept lines/);
	const theirs = timeless(await readFile(join(folder, "open", "talk-1.txt"), "utf8"));
	const ours = timeless(await inside(taken.file, "readable/talk-1.txt"));
	assert.deepEqual(ours, theirs);
	assert.ok(
		ours.includes(
			"Me\nthe last words\n(changed, before: the first words)\n(changed, before: the second words)\n(Ben: Heart)",
		),
	);
	assert.ok(ours.includes(`Me\n(answers: ${KEPT})\nSunday is good`));
	assert.ok(ours.includes("Ben\n(took this line back)"));
	assert.ok(ours.includes("Me\n(answers a line that is not there any more)\nwhat did you say?"));
	assert.ok(ours.some((line) => /^Me\n\(A picture: talk-1\/\d+\.jpg\)$/.test(line)));
	assert.ok(!ours.join().includes("slip of the tongue"));
});

test("The notebook is in it as text, by both, and a script in a title is only text", async () => {
	const theirs = await readFile(join(folder, "open", "notebook.txt"), "utf8");
	const ours = await inside(taken.file, "readable/notebook.txt");
	for (const text of [theirs, ours]) {
		for (const said of [SECRET, "a better thought", "<script>alert(1)</script>", KEPT, "the proof holds"])
			assert.ok(text.includes(said), said);
		assert.ok(!text.includes("a first thought"));
	}
	assert.match(theirs, /signed with a key of theirs that is in this file/);
	const page = await inside(taken.file, "readable/talk-1.html");
	for (const html of [page, await readFile(join(folder, "open", "talk-1.html"), "utf8")]) {
		assert.ok(html.includes("(changed, before: the first words)"));
		assert.ok(!html.includes("slip of the tongue"));
	}
});

test("In another house the file says what is in it, and nothing of it leaves in the open", async () => {
	const found = await cem.room.openTaken({ file: taken.file, words });
	assert.deepEqual(
		{ ...found, day: 0 },
		{ day: 0, elsewhere: true, pages: 2, kept: 1, checks: 0, own: 0, there: 0 },
	);
	assert.equal(cem.view.bringing, null);
	broken = fromThe(2);
	await assert.rejects(cem.room.bringIn(found), { code: "offline" });
	assert.deepEqual(cem.view.bringing, { done: 1, of: 3 });
	broken = () => false;
	await cem.room.bringIn(found);
	assert.deepEqual(cem.view.bringing, { done: 3, of: 3 });
	await cem.room.endBring();
	const { pages, kept, troubles } = cem.view.notebook;
	assert.deepEqual(pages.map(({ text }) => text).sort(), [
		"I saw the heron by the weir.",
		"a better thought",
	]);
	assert.deepEqual(
		kept.map(({ text, name, isBrought }) => [text, name, isBrought]),
		[[KEPT, "Ben", true]],
	);
	assert.deepEqual(troubles, []);
	for (const open of [SECRET, KEPT, "better thought", words]) assert.ok(!sent.join().includes(open), open);
});

test("A second time nothing doubles, and in the place it came from all of it is there already", async () => {
	const found = await cem.room.openTaken({ file: taken.file, words });
	assert.equal(found.there, 3);
	await cem.room.bringIn(found);
	assert.deepEqual([cem.view.notebook.pages.length, cem.view.notebook.kept.length], [2, 1]);
	const again = await ada.room.openTaken({ file: taken.file, words });
	assert.deepEqual([again.elsewhere, again.there], [false, 3]);
	await ada.room.endBring();
});

test("What was brought in goes along again, and is checked by the program too", async () => {
	const code = await cem.room.spareCode();
	const next = await cem.room.takeAlong({ proof: { code }, readable: false, texts });
	const file = await laid("next.zip", next.file);
	await opened(file, join(folder, "next"), next.words.join(" "));
	const text = await readFile(join(folder, "next", "notebook.txt"), "utf8");
	assert.ok(text.includes("signed with its own key; it was brought along from elsewhere"));
});

test("Other words, mistyped words and a word too few are said as what they are", async () => {
	const open = (typed) => cem.room.openTaken({ file: taken.file, words: typed });
	await assert.rejects(open("acorn about above accent acrobat"), { code: "along-words" });
	await assert.rejects(open("zzzz about above accent acrobat"), { code: "word-unknown", place: 1 });
	await assert.rejects(open("acorn about"), { code: "word-count" });
});

test("A file that was changed in any part, by anybody, brings nothing in", async () => {
	const parts = await partsOf(taken.file);
	const other = (name, content) => zipped(new Map([...parts, [name, content]]));
	const without = new Map([...parts].filter(([name]) => name !== "talks/1.frames"));
	const box = parts.get("sealed.box").slice();
	box[900] ^= 1;
	for (const [file, code] of [
		[await other("stray.html", bytes("<script>")), "along-changed"],
		[await other("READ-ME.txt", bytes("another")), "along-changed"],
		[await zipped(without), "along-changed"],
		[await other("sealed.box", box), "along-words"],
		[await other("manifest.json", bytes("{}")), "along-form"],
		[
			await other("manifest.json", bytes(manifest(parts).replace('"version":1', '"version":2'))),
			"along-version",
		],
		[await other("manifest.json", bytes(manifest(parts).replace("alongside", "something"))), "along-form"],
		[new Blob(["not a zip at all".repeat(90)]), "along-form"],
		[new Blob([]), "along-form"],
		[taken.file.slice(0, -1), "along-form"],
		[new Blob([await taken.file.arrayBuffer(), "more"]), "along-form"],
	])
		await assert.rejects(cem.room.openTaken({ file, words }), { code }, code);
	assert.equal((await cem.room.openTaken({ file: taken.file, words })).there, 3);
});

test("Papers of somebody with the words that hold no honest pages bring nothing in", async () => {
	const page = (content) => ({ content: Buffer.from(content).toString("base64url"), kind: 1 });
	const fine = page('{"b":"x","day":20000,"title":""}');
	for (const documents of [
		[page('{"b": "x","day":20000,"title":""}')],
		[page('{"b":"x","day":20000,"title":"","z":1}')],
		[page(`{"b":"x","day":20000,"title":"${"t".repeat(81)}"}`)],
		[{ ...fine, kind: 2 }],
		[{ ...fine, kind: 0 }],
		[{ ...fine, kind: 256 }],
		[{ ...fine, more: 1 }],
		[fine, null],
		Array(10_000).fill(fine),
		"none",
		undefined,
	]) {
		const file = await forged({ documents });
		await assert.rejects(cem.room.openTaken({ file, words }), { code: "along-changed" });
	}
	const newer = await forged({ documents: [fine, { ...fine, kind: 255 }] });
	await assert.rejects(cem.room.openTaken({ file: newer, words }), { code: "along-version" });
	const found = await cem.room.openTaken({ file: await forged({ documents: [fine, fine] }), words });
	assert.deepEqual([found.pages, found.there], [1, 0]);
	await cem.room.endBring();
});

test("Whoever locks while things come in has lost nothing, and goes on with the same file", async () => {
	const rows = Array.from({ length: 12 }, (_, number) => ({
		content: Buffer.from(`{"b":"thought ${number}","day":20000,"title":""}`).toString("base64url"),
		kind: 1,
	}));
	const file = await forged({ documents: rows });
	const found = await cem.room.openTaken({ file, words });
	let goOn;
	const waits = new Promise((done) => {
		goOn = done;
	});
	const fourth = fromThe(4);
	held = (url, options) => (fourth(url, options) ? waits : undefined);
	const bringing = cem.room.bringIn(found).then(
		() => "done",
		({ code }) => code,
	);
	await cem.until(() => cem.view.bringing?.done > 2, "some are in");
	const locking = cem.room.lockNow();
	goOn();
	await locking;
	held = () => undefined;
	assert.notEqual(await bringing, "done");
	assert.equal(cem.view.bringing, null);
	await cem.room.comeBack({ ...cemsWords, lockAfter: 15 });
	const rest = await cem.room.openTaken({ file, words });
	assert.ok(rest.there > 2 && rest.there < 12, `${rest.there} were in`);
	await cem.room.bringIn(rest);
	const texts = cem.view.notebook.pages.map(({ text }) => text).filter((text) => text.startsWith("thought"));
	assert.deepEqual([texts.length, new Set(texts).size], [12, 12]);
});

/** From which page kept on are the answers meant. @param {number} nth */
function fromThe(nth) {
	let count = 0;
	return (url, { method } = {}) => {
		if (method !== "PUT" || !url.includes("/api/documents/")) return false;
		count += 1;
		return count >= nth;
	};
}

/** Each line without its moment, which each says in its own way. @param {string} text */
const timeless = (text) =>
	text
		.split("\n\n")
		.map((line) => line.replace(/^(Me|Ben), [^\n]*/, "$1").trim())
		.filter((line) => line !== "");

const bytes = (text) => new TextEncoder().encode(text);
const manifest = (parts) => new TextDecoder().decode(parts.get("manifest.json"));

async function partsOf(file) {
	const unzip = await Unzip.open(file);
	const parts = new Map();
	for (const name of unzip.names) parts.set(name, await unzip.bytes(name, 1e9));
	return parts;
}

async function inside(file, name) {
	return new TextDecoder().decode((await partsOf(file)).get(name));
}

async function zipped(parts) {
	const zip = new Zip();
	for (const [name, content] of parts) await zip.add(name, new Blob([content]));
	return zip.done();
}

/** Whoever has file and words can write other papers: the reference seals them. */
async function forged(change) {
	const files = { "READ-ME.txt": createHash("sha256").update("x").digest("hex") };
	const sealing = promisify(execFile)(PYTHON, ["-c", SEAL, await laid("all.zip", taken.file), words], {
		cwd: join(PROJECT, "protocol"),
		maxBuffer: 1e8,
	});
	sealing.child.stdin.end(JSON.stringify({ ...change, files }));
	const { stdout } = await sealing;
	const [cover, box] = stdout
		.trim()
		.split(" ")
		.map((part) => Buffer.from(part, "hex"));
	return zipped(
		new Map([
			["READ-ME.txt", bytes("x")],
			["manifest.json", cover],
			["sealed.box", box],
		]),
	);
}

const SEAL = `
import json, sys
from pathlib import Path
from pse.export import cover_bytes, open_export, seal_papers
export = open_export(Path(sys.argv[1]), sys.argv[2])
papers = {**export.papers, "documents": None, **json.load(sys.stdin)}
box = seal_papers(export.cover, sys.argv[2], json.dumps(papers).encode())
print(cover_bytes(export.cover).hex(), box.hex())
`;

async function laid(name, file) {
	await writeFile(join(folder, name), Buffer.from(await file.arrayBuffer()));
	return join(folder, name);
}

async function opened(zip, into, typed = words) {
	const alone = await mkdtemp(join(folder, "alone-"));
	await writeFile(join(alone, "pse_open.py"), await readFile(OPENER));
	const running = promisify(execFile)(PYTHON, ["-I", "pse_open.py", zip, "--into", into], { cwd: alone });
	running.child.stdin.end(`${typed}\n`);
	return (await running).stdout;
}
