import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { alongWords } from "../../screens/along-words.js";
import { learnInside } from "../../words/index.js";
import { Guest } from "./guest.js";
import { House } from "./house.js";

/** Taking one's things along, and opening them without the house: real core, real house, real reference. */
const PROJECT = fileURLToPath(new URL("../../../", import.meta.url));
const PYTHON = process.env.ALONGSIDE_PYTHON ?? join(PROJECT, ".venv/bin/python");
const OPENER = new URL("../../../var/made/pse_open.txt", import.meta.url);
await learnInside();
const texts = alongWords();
let house;
let ada;
let ben;
let folder;
let file;
let taken;
let code;

const anywhere = (url, options) => Guest.anywhere(url.endsWith("/pse_open.txt") ? OPENER.href : url, options);

before(async () => {
	folder = await mkdtemp(join(tmpdir(), "along-"));
	house = await House.open();
	[ada, ben] = [new Guest(house, { fetch: anywhere }), new Guest(house, { fetch: anywhere })];
	await Promise.all([ada.room.start(), ben.room.start()]);
	await ada.room.comeIn({ lockAfter: 15 });
	code = await ada.room.spareCode();
	await ada.room.spareWritten();
	await ben.room.comeBack({ ...house.people.get("Ben"), lockAfter: 15 });
	const { accountId } = await ada.find("Ben");
	await ada.room.ask({ accountId, callName: "Ada", text: "Hello <b>Ben</b>. Nine days now." });
	await ben.until(() => ben.view.home.hellos[0]?.other.name === "Ada", "Ben sees the hello");
	await ben.room.accept(ben.view.home.hellos[0].id);
	await ben.until(() => ben.talk?.canWrite, "Ben may write");
	await ada.until(() => ada.talk?.canWrite, "Ada may write");
	for (let number = 1; number <= 30; number += 1) {
		const who = number % 2 ? ben : ada;
		await who.room.say(who.talk.conv, `line ${number}, and a marker: kingfisher`);
		await ada.until(() => ada.texts.length > number, `line ${number} arrived`);
		await ben.until(() => ben.texts.length > number, `line ${number} arrived`);
	}
	await ada.room.keepNote(ada.view.relationships[0].id, { called: "B.", note: "likes rivers" });
});

after(async () => {
	try {
		await Guest.leaveAll();
	} finally {
		await house.close();
		await rm(folder, { recursive: true });
	}
});

test("Without the card nothing is handed out, and the wish stands in plain sight for three days", async () => {
	assert.equal(await ada.room.takeAlong({ proof: {}, readable: false, texts }), null);
	assert.deepEqual(
		ada.view.changes.map(({ kind }) => kind),
		["along"],
	);
	const [{ slotId }] = ada.view.changes;
	await assert.rejects(ada.room.takeAlong({ slotId, readable: false, texts }), { code: "not-yet" });
	await ada.room.cancelChange(slotId);
});

test("With a wrong code there is no file either", async () => {
	const wrong = { code: "0000-0000-0000-0000-0000-0000-0000" };
	await assert.rejects(ada.room.takeAlong({ proof: wrong, readable: false, texts }));
	assert.equal(ada.view.along, null);
});

test("With the card Ada gets one file and five words, while the talk goes on", async () => {
	const seen = [];
	ada.room.addEventListener("change", () => seen.push(ada.view.along));
	taken = await ada.room.takeAlong({ proof: { code }, readable: false, texts });
	file = join(folder, taken.filename);
	await writeFile(file, Buffer.from(await taken.file.arrayBuffer()));
	assert.match(taken.filename, /^notes-\d{4}-\d\d-\d\d\.zip$/);
	assert.deepEqual([taken.words.length, taken.talks, taken.leftOut], [5, 1, 0]);
	assert.ok(seen.some((progress) => progress?.of > 30));
	assert.equal(ada.view.along, null);
	await ada.room.say(ada.talk.conv, "still here");
	await ben.until(() => ben.texts.at(-1)?.endsWith("still here"), "Ben reads on");
});

test("Without the five words the file tells no word and no name", async () => {
	const bytes = (await readFile(file)).toString("latin1");
	for (const secret of ["kingfisher", "Nine days", "likes rivers", ada.view.username])
		assert.ok(!bytes.includes(secret), secret);
});

test("The program inside the file checks all of it and writes what Ada wrote, without the house", async () => {
	const said = await opened(file, taken.words, join(folder, "open"));
	assert.match(said, /Everything in it holds/);
	assert.match(said, /with Ben: 31 lines, both signed the promise/);
	assert.match(said, /The list of who is who is not in this file, so nothing was compared with it/);
	assert.match(said, /It had \d+ lines then, and the programme signed it/);
	const text = await readFile(join(folder, "open", "talk-1.txt"), "utf8");
	assert.match(text, /Me, .* UTC\nHello <b>Ben<\/b>\. Nine days now\./);
	assert.match(text, /Ben, .* UTC\nline 29, and a marker: kingfisher/);
	assert.match(await readFile(join(folder, "open", "talk-1.html"), "utf8"), /Hello &lt;b&gt;Ben/);
	assert.match(await readFile(join(folder, "open", "notes.txt"), "utf8"), /B\.\nlikes rivers/);
});

test("Other words do not open it", async () => {
	const others = ["acorn", "about", "above", "accent", "acrobat"];
	await assert.rejects(opened(file, others, join(folder, "no")), /do not fit/);
});

test("Words may be typed as on the card, in capitals and with hyphens", async () => {
	const typed = [taken.words.join("-").toUpperCase()];
	assert.match(await opened(file, typed, join(folder, "again")), /Everything in it holds/);
});

test("What a client takes along with a copy for anyone is readable at once", async () => {
	const both = await ben.room
		.takeAlong({ proof: { code: "" }, readable: true, texts })
		.catch(({ code }) => code);
	assert.equal(both, "spare-mistyped");
	const open = await ada.room.takeAlong({ proof: { code }, readable: true, texts });
	const bytes = Buffer.from(await open.file.arrayBuffer()).toString("latin1");
	assert.ok(bytes.includes("line 29, and a marker: kingfisher"));
	assert.ok(bytes.includes("Hello &lt;b&gt;Ben"));
	assert.ok(bytes.includes("likes rivers"));
	await writeFile(join(folder, "both.zip"), Buffer.from(await open.file.arrayBuffer()));
	assert.match(await opened(join(folder, "both.zip"), open.words, join(folder, "both")), /Everything/);
});

test("A line cut while the file is made costs a moment, and no line", async () => {
	const making = ada.room.takeAlong({ proof: { code }, readable: false, texts });
	await ada.until(() => ada.view.along !== null, "it is being made");
	ada.cutLine();
	const again = await making;
	await writeFile(join(folder, "cut.zip"), Buffer.from(await again.file.arrayBuffer()));
	assert.match(await opened(join(folder, "cut.zip"), again.words, join(folder, "cut")), /32 lines/);
});

test("What came with a talk goes along: sealed beside it, and opened by the program inside", async () => {
	const { conv } = ada.talk;
	const picture = Uint8Array.of(0xff, 0xd8, 0xff, ...new TextEncoder().encode("a picture of the weir"));
	const letter = new TextEncoder().encode("<script>a letter</script>".repeat(4_000));
	const arrived = () =>
		ben.talk.lines.filter(({ kind, state }) => kind === "att" && state === "stored").length;
	await ada.room.sendFile(conv, { bytes: picture, type: 1, text: "the weir" });
	await ben.until(() => arrived() === 1, "the picture arrived");
	await ada.room.sendFile(conv, { bytes: letter, type: 4, name: "a:b.html", text: "" });
	await ben.until(() => arrived() === 2, "the letter arrived");
	await ada.until(() => ada.talk.lines.every(({ state }) => state === "stored"), "all is stored");
	const numbers = ada.talk.lines.filter(({ kind }) => kind === "att").map(({ n }) => n);

	const made = await ada.room.takeAlong({ proof: { code }, readable: true, texts });
	assert.equal(made.filesLeftOut, 0);
	const bytes = Buffer.from(await made.file.arrayBuffer());
	await writeFile(join(folder, "files.zip"), bytes);
	const [first, second] = [`${numbers[0]}.jpg`, `${numbers[1]}-a_b.html`];
	for (const name of [`talks/1-${numbers[0]}.sealed`, `readable/talk-1/${first}`])
		assert.ok(bytes.includes(name), name);
	assert.ok(bytes.includes(`the weir\n(A picture: talk-1/${first})`));
	assert.ok(bytes.includes(`<a href="talk-1/${second}">talk-1/${second}</a>`));
	assert.match(await opened(join(folder, "files.zip"), made.words, join(folder, "files")), /34 lines/);
	assert.deepEqual(new Uint8Array(await readFile(join(folder, "files", "talk-1", first))), picture);
	assert.deepEqual(new Uint8Array(await readFile(join(folder, "files", "talk-1", second))), letter);
});

test("A picture that was taken back does not go along, and keeps nothing else from going", async () => {
	const line = ada.talk.lines.find(({ kind }) => kind === "att");
	await ada.room.erase(ada.talk.conv, line.id);
	await ada.until(() => ada.talk.lines.some(({ kind }) => kind === "taken-back"), "it is taken back");
	const made = await ada.room.takeAlong({ proof: { code }, readable: false, texts });
	const bytes = Buffer.from(await made.file.arrayBuffer());
	await writeFile(join(folder, "back.zip"), bytes);
	assert.ok(!bytes.includes(`talks/1-${line.n}.sealed`));
	assert.match(await opened(join(folder, "back.zip"), made.words, join(folder, "back")), /Everything/);
});

test("Whoever locks while the file is made has no file, and is out at once", async () => {
	const making = ada.room.takeAlong({ proof: { code }, readable: false, texts }).then(
		() => "made",
		({ code: why }) => why,
	);
	await ada.until(() => ada.view.along !== null, "it is being made");
	await ada.room.lockNow();
	assert.equal(await making, "signed-out");
	assert.equal(ada.view.door, "locked");
	assert.equal(ada.view.along, null);
});

/** Unpacks nothing but the program, and runs it apart from this repository. */
async function opened(zip, words, into) {
	const alone = await mkdtemp(join(folder, "alone-"));
	await promisify(execFile)(PYTHON, ["-c", UNPACK, zip, alone]);
	assert.deepEqual(await readdir(alone), ["pse_open.py"]);
	const running = promisify(execFile)(PYTHON, ["-I", "pse_open.py", zip, "--into", into], { cwd: alone });
	running.child.stdin.end(`${words.join(" ")}\n`);
	return (await running).stdout;
}

const UNPACK = "import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extract('pse_open.py', sys.argv[2])";
