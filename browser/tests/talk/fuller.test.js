// The second tier of the listening coach comes after the first, is kept until it is switched off, and never stands in the way.

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { answering } from "../../listening/answers.js";
import { Fuller } from "../../talk/fuller.js";
import { Listener } from "../../talk/listener.js";
import { HEADS, tinyPack } from "../listening/tiny-pack.js";

const given = tinyPack();
const json = JSON.stringify(given.json);
/** @type {any} */
let house;
const before = Object.getOwnPropertyDescriptor(globalThis, "navigator");

/** The browser's own shelves, as far as they are used. */
class Shelves {
	/** @type {Map<string, Map<string, Response>>} */
	all = new Map();

	async open(name) {
		const shelf = this.all.get(name) ?? new Map();
		this.all.set(name, shelf);
		return {
			match: async (key) => shelf.get(key)?.clone(),
			put: async (key, response) => {
				if (house.isFull) throw new DOMException("no room", "QuotaExceededError");
				shelf.set(key, response);
			},
			keys: async () => [...shelf.keys()].map((url) => ({ url })),
			delete: async ({ url }) => shelf.delete(url),
		};
	}

	delete = async (name) => this.all.delete(name);
}

beforeEach(() => {
	house = {
		fetched: [],
		broken: new Set(),
		isOffline: false,
		isFull: false,
		changes: [],
		connection: undefined,
	};
	globalThis.caches = new Shelves();
	Object.defineProperty(globalThis, "navigator", {
		configurable: true,
		get: () => ({ connection: house.connection }),
	});
});
afterEach(() => {
	globalThis.caches = undefined;
	if (before === undefined) delete globalThis.navigator;
	else Object.defineProperty(globalThis, "navigator", before);
});

const PARTS = { "encoder.bin": "encoder", "pieces.txt": "pieces", "kernel.wasm": "kernel" };
const fetch = async (url, options) => {
	const name = new URL(url).pathname.split("/").at(-1);
	house.fetched.push(name);
	house.last = options;
	await house.hold?.[name];
	if (house.isOffline) throw new TypeError("no line");
	if (house.broken.has(name)) return new Response(new Uint8Array(40));
	return new Response(given.files[PARTS[name]].slice());
};

/** The worker as it is, but for the thread. */
const working = () => {
	const answer = answering();
	return {
		...{ onmessage: null, onerror: null, terminate() {} },
		postMessage(asked) {
			answer(asked).then((data) => this.onmessage({ data }));
		},
	};
};
async function listener() {
	const made = new Listener(working);
	await made.open({ json, bytes: HEADS });
	return made;
}
const begun = () => {
	const made = new Fuller({ fetch }, () => house.changes.push(made.state));
	return made;
};
const labels = async (made) =>
	Object.keys((await made.read("How are you?", "It is loud.")).sentences[0].labels).length;
const kept = () =>
	[...(globalThis.caches.all.get("coach")?.keys() ?? [])].map((key) =>
		new URL(key).pathname.split("/").at(-1),
	);

test("it comes after the small pack, is said to be on its way and to be here, and then reads", async () => {
	const [made, fuller] = [await listener(), begun()];
	assert.equal(await labels(made), 9);
	await fuller.bring(made, json);
	assert.deepEqual([house.changes, fuller.state], [["coming", "here"], "here"]);
	assert.equal(await labels(made), 2);
	assert.deepEqual(house.fetched, ["kernel.wasm", "encoder.bin", "pieces.txt"]);
	assert.equal(house.last.cache, "no-store");
	await fuller.bring(made, json);
	assert.equal(house.fetched.length, 3);
});

test("on the next visit it is there without a line for it, and another version takes its place", async () => {
	await begun().bring(await listener(), json);
	house.fetched = [];
	const again = begun();
	await again.bring(await listener(), json);
	assert.deepEqual([again.state, house.fetched], ["here", ["kernel.wasm"]]);
	const newer = structuredClone(given.json);
	newer.files["encoder.bin"].sha256 = "0".repeat(64);
	await begun().bring(await listener(), JSON.stringify(newer));
	assert.ok(house.fetched.includes("encoder.bin"));
	assert.ok(!house.fetched.includes("pieces.txt"), "what did not change is not fetched anew");
	assert.equal(
		[...globalThis.caches.all.get("coach").keys()].filter((key) => key.includes("encoder.bin")).length,
		1,
	);
});

test("switched off, nothing of it is left, even where it was still on its way", async () => {
	const fuller = begun();
	await fuller.bring(await listener(), json);
	assert.deepEqual(kept().sort(), ["encoder.bin", "pieces.txt"]);
	await fuller.drop();
	assert.deepEqual([fuller.state, globalThis.caches.all.has("coach")], ["none", false]);

	let go;
	house.hold = { "encoder.bin": new Promise((done) => (go = done)) };
	const coming = fuller.bring(await listener(), json);
	await new Promise((done) => setTimeout(done, 20));
	assert.equal(fuller.state, "coming");
	await fuller.drop();
	go();
	await coming;
	assert.deepEqual([fuller.state, kept()], ["none", []]);
});

test("a lock leaves what is kept, and says nothing more", async () => {
	const fuller = begun();
	const made = await listener();
	await fuller.bring(made, json);
	const said = house.changes.length;
	made.end();
	fuller.leave();
	assert.deepEqual([fuller.state, kept().length, house.changes.length], ["none", 2, said]);
});

test("whoever saves data, or has a slow line, is asked first; what is here already needs no asking", async () => {
	for (const connection of [{ saveData: true }, { effectiveType: "2g" }]) {
		house.connection = connection;
		house.fetched = [];
		const [made, fuller] = [await listener(), begun()];
		await fuller.bring(made, json);
		assert.deepEqual([fuller.state, house.fetched], ["waits", []]);
		assert.equal(await labels(made), 9);
		await fuller.bring(made, json, true);
		assert.equal(fuller.state, "here");
		const next = begun();
		await next.bring(await listener(), json);
		assert.equal(next.state, "here");
		await next.drop();
	}
	house.connection = { saveData: false, effectiveType: "4g" };
	const fuller = begun();
	await fuller.bring(await listener(), json);
	assert.equal(fuller.state, "here");
});

test("a line that fails is said, the first tier goes on, and a second press brings what is missing", async () => {
	house.isOffline = true;
	const [made, fuller] = [await listener(), begun()];
	await fuller.bring(made, json);
	assert.deepEqual([fuller.state, await labels(made)], ["offline", 9]);
	house.isOffline = false;
	await fuller.bring(made, json, true);
	assert.deepEqual([fuller.state, await labels(made)], ["here", 2]);
});

test("a broken file is not used and not kept; a second press fetches it anew", async () => {
	house.broken.add("encoder.bin");
	const [made, fuller] = [await listener(), begun()];
	await fuller.bring(made, json);
	assert.deepEqual([fuller.state, await labels(made), kept()], ["odd", 9, []]);
	house.broken.clear();
	await fuller.bring(made, json, true);
	assert.equal(fuller.state, "here");
});

test("where it cannot run, its megabytes are not fetched", async () => {
	const { validate } = WebAssembly;
	WebAssembly.validate = () => false;
	try {
		const [made, fuller] = [await listener(), begun()];
		await fuller.bring(made, json);
		assert.deepEqual([fuller.state, house.fetched, await labels(made)], ["cannot", ["kernel.wasm"], 9]);
	} finally {
		WebAssembly.validate = validate;
	}
});

test("a kernel that came broken is not called a browser that cannot: a second press fetches it anew", async () => {
	house.broken.add("kernel.wasm");
	const [made, fuller] = [await listener(), begun()];
	await fuller.bring(made, json);
	assert.deepEqual([fuller.state, house.fetched, await labels(made)], ["odd", ["kernel.wasm"], 9]);
	house.broken.clear();
	await fuller.bring(made, json, true);
	assert.equal(fuller.state, "here");
});

test("a browser that may keep nothing, or has no room, has it all the same", async () => {
	house.isFull = true;
	const full = begun();
	await full.bring(await listener(), json);
	assert.equal(full.state, "here");
	globalThis.caches = {
		open: () => Promise.reject(new DOMException("private", "SecurityError")),
		delete: async () => false,
	};
	const none = begun();
	await none.bring(await listener(), json);
	assert.equal(none.state, "here");
	globalThis.caches = undefined;
	const old = begun();
	await old.bring(await listener(), json);
	assert.equal(old.state, "here");
	await old.drop();
});

test("a pack without a second tier fetches nothing and says nothing", async () => {
	const fuller = begun();
	await fuller.bring(await listener(), JSON.stringify({ ...given.json, encoder: undefined }));
	assert.deepEqual([fuller.state, house.fetched, house.changes], ["none", [], []]);
});

test("a worker that dies takes the word with it that the fuller part is here", async () => {
	/** @type {any} */
	let thread;
	const made = new Listener(() => (thread = working()));
	await made.open({ json, bytes: HEADS });
	const fuller = begun();
	await fuller.bring(made, json);
	thread.onerror({});
	assert.deepEqual([fuller.state, house.changes.at(-1)], ["stopped", "stopped"]);
	await fuller.bring(await listener(), json);
	assert.equal(fuller.state, "here");
});

test("what was on its way at a lock is not put on the shelf afterwards", async () => {
	let go;
	house.hold = { "encoder.bin": new Promise((done) => (go = done)) };
	const fuller = begun();
	const coming = fuller.bring(await listener(), json);
	await new Promise((done) => setTimeout(done, 20));
	fuller.leave();
	await globalThis.caches.delete("coach");
	go();
	await coming;
	assert.deepEqual([fuller.state, kept()], ["none", []]);
});
