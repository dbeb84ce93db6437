// A device that cannot give the memory, and a browser that forbids WebAssembly, say so by name.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Worker } from "node:worker_threads";

/** Runs a module's text in a worker thread of its own and gives what it posts. */
function inThread(text) {
	const worker = new Worker(text, { eval: true });
	return new Promise((resolve, reject) => {
		worker.once("message", (answer) => resolve(worker.terminate().then(() => answer)));
		worker.once("error", reject);
	});
}

const at = (file) => JSON.stringify(new URL(`../../${file}`, import.meta.url).href);

test("When memory really runs out the stretching says no-memory, and works again once there is some", async () => {
	const answer = await inThread(`
		const { parentPort } = require("node:worker_threads");
		(async () => {
			const { default: sodium } = await import(${at("vendor/libsodium-wrappers.mjs")});
			const { stretch } = await import(${at("crypto/stretch.js")});
			await sodium.ready;
			const held = [];
			for (let size = 1 << 28; size >= 1 << 20; size >>= 1) {
				for (let place = sodium.libsodium._malloc(size); place !== 0; place = sodium.libsodium._malloc(size)) held.push(place);
			}
			const phrase = new TextEncoder().encode("acorn about above accent acrobat");
			const said = await stretch(phrase, new Uint8Array(16)).then(() => "opened", ({ code }) => code);
			for (const place of held) sodium.libsodium._free(place);
			const after = await stretch(phrase, new Uint8Array(16)).then(({ length }) => length, ({ code }) => code);
			parentPort.postMessage({ said, after, held: held.length });
		})();
	`);
	assert.ok(answer.held > 0);
	assert.deepEqual([answer.said, answer.after], ["no-memory", 32]);
});

test("Where WebAssembly is forbidden the first operation says no-wasm", async () => {
	for (const forbidden of [
		"delete globalThis.WebAssembly;",
		`WebAssembly.instantiate = WebAssembly.compile = async () => { throw new WebAssembly.CompileError("blocked by policy"); }; WebAssembly.Module = class { constructor() { throw new WebAssembly.CompileError("blocked"); } };`,
	]) {
		const answer = await inThread(`
			const { parentPort } = require("node:worker_threads");
			${forbidden}
			(async () => {
				const { createCore } = await import(${at("crypto/sealed-core.js")});
				const key = "A".repeat(43);
				const given = { home: "A".repeat(22), roster: key, log: key, lists: { five: { en: "acorn" } } };
				const said = await createCore(null).call("init", given).then(() => "begun", ({ code }) => code);
				parentPort.postMessage({ said });
			})().catch((error) => parentPort.postMessage({ said: String(error) }));
		`);
		assert.equal(answer.said, "no-wasm");
	}
});
