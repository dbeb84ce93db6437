import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Files } from "../../talk/files.js";
import { WireError } from "../../wire/request.js";
import { settled, TravelClock } from "../travel.js";

const PIECES = [0, 1, 2, 3].map((i) => Uint8Array.of(i));
const LETTER = { bytes: new Uint8Array(200_000), type: 4, name: "letter.txt", text: "for you" };

let kept;
let put;
let fails;
let said;
let clock;
let files;
let line;
let readers;

/** A house that keeps what it gets, and a line that may be cut. */
const api = {
	beginFile: async () => {
		if (fails.begin) throw new WireError(fails.begin);
		return { here: [...kept.keys()] };
	},
	putPiece: async (_conv, _id, i, piece) => {
		if (i >= fails.from) throw new WireError(fails.code);
		put.push(i);
		kept.set(i, piece);
	},
	getPiece: async (_conv, _id, i) => {
		put.push(i);
		if (i >= fails.from) throw new WireError(fails.code);
		return PIECES[i];
	},
};
const core = {
	dropped: [],
	sealFile: async ({ name }) => ({ id: "file", name, pieces: PIECES }),
	dropFile: async ({ file }) => core.dropped.push(file),
	openFile: async ({ pieces }) => ({ bytes: pieces.length, mime: "image/jpeg" }),
};

beforeEach(() => {
	[kept, put, said, clock] = [new Map(), [], [], new TravelClock()];
	fails = { begin: null, from: Number.POSITIVE_INFINITY, code: "offline" };
	readers = [{ account_id: "ben", name: "Ben", reads: true }];
	line = { id: "w1", msg: "file", file: { pieces: 4 } };
	core.dropped = [];
	const conversation = () => ({
		lines: [line],
		known: { readers },
		changing: { msgOf: (id) => `msg of ${id}` },
		checkQuestion: () => undefined,
		sayAs: (_, given) => said.push(given),
	});
	files = new Files({ core, api, clock, conversation, onChange: () => undefined });
});

const parcel = () => files.of("conv");
const sent = async (chosen = LETTER) => {
	await files.send("conv", chosen);
	await settled();
};
const refusal = (code) => (error) => error.code === code;

test("Ada's line names the file only when every piece is there", async () => {
	await sent({ ...LETTER, re: "w7" });
	assert.deepEqual(put, [0, 1, 2, 3]);
	const [{ text, re, file, shown }] = said;
	assert.deepEqual([text, re, file, shown.size], ["for you", "msg of w7", "file", 200_000]);
	assert.equal(parcel(), null);
});

test("after a cut only what is missing goes, by itself, and no piece twice", async () => {
	fails.from = 2;
	await sent();
	assert.deepEqual([parcel().state, parcel().done, said.length], ["cut", 2, 0]);
	clock.travel(4_000);
	await settled();
	assert.equal(parcel().state, "cut");
	fails.from = Number.POSITIVE_INFINITY;
	clock.travel(4_000);
	await settled();
	assert.deepEqual([put, said.length, parcel()], [[0, 1, 2, 3], 1, null]);
});

test("A file that was chosen before Lea came was chosen for Ben: its line says so, however late it goes", async () => {
	fails.from = 1;
	await sent();
	readers = [...readers, { account_id: "lea", name: "Lea", reads: true }];
	fails.from = Number.POSITIVE_INFINITY;
	files.again("conv");
	await settled();
	assert.deepEqual(said[0].readers, ["ben"]);
});

test("Ada need not wait for the next try", async () => {
	fails.from = 1;
	await sent();
	fails.from = Number.POSITIVE_INFINITY;
	files.again("conv");
	await settled();
	assert.equal(said.length, 1);
});

test("what the house refuses is said, and can be let be", async () => {
	fails.begin = "files-today";
	await sent();
	assert.deepEqual([parcel().state, parcel().trouble], ["refused", "files-today"]);
	await assert.rejects(files.send("conv", LETTER), refusal("file-waits"));
	await files.stop("conv");
	assert.deepEqual([parcel(), core.dropped], [null, ["file"]]);
});

test("somebody who ended it meanwhile: nothing is sent, in plain words", async () => {
	fails.begin = "not-found";
	await sent();
	assert.equal(parcel().trouble, "cannot-write");
});

test("what Ada stopped is not named by a line", async () => {
	fails.from = 2;
	await sent();
	await files.stop("conv");
	fails.from = Number.POSITIVE_INFINITY;
	clock.travel(60_000);
	await settled();
	assert.equal(said.length, 0);
});

test("What Ada still sends to a line she takes back is not sent, and what answers another goes on", async () => {
	fails.from = 2;
	await sent({ ...LETTER, re: "l5" });
	await files.stopAnswers("conv", new Set([null, "m4"]));
	await files.stopAnswers("another talk", new Set(["msg of l5"]));
	assert.notEqual(parcel(), null);
	await files.stopAnswers("conv", new Set([null, "msg of l5"]));
	assert.deepEqual([parcel(), core.dropped], [null, ["file"]]);
});

test("Ben sees how far it is, and goes on after a cut where it was", async () => {
	const seen = [];
	const open = () => files.open("conv", "w1", (done) => seen.push(done));
	fails.from = 2;
	await assert.rejects(open(), refusal("offline"));
	fails.from = Number.POSITIVE_INFINITY;
	assert.deepEqual(await open(), { bytes: 4, mime: "image/jpeg" });
	assert.deepEqual(put, [0, 1, 2, 2, 3]);
	assert.deepEqual(seen, [0, 1, 2, 2, 3, 4]);
});

test("what is not there any more is said so", async () => {
	[fails.from, fails.code] = [0, "not-found"];
	await assert.rejects(
		files.open("conv", "w1", () => undefined),
		refusal("file-gone"),
	);
	line.msg = null;
	await assert.rejects(
		files.open("conv", "w1", () => undefined),
		refusal("file-gone"),
	);
});

test("after a lock nothing goes on", async () => {
	fails.from = 2;
	await sent();
	files.end();
	fails.from = Number.POSITIVE_INFINITY;
	clock.travel(60_000);
	await settled();
	assert.deepEqual([put, said.length, parcel()], [[0, 1], 0, null]);
});
