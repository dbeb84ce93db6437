// Floor 0 stays floor 0: what the sealed core may not reach, it does not even name.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const CRYPTO = fileURLToPath(new URL("../../crypto/", import.meta.url));
const files = readdirSync(CRYPTO, { recursive: true, encoding: "utf8" }).filter((file) =>
	file.endsWith(".js"),
);
const codeOf = (path) =>
	readFileSync(path, "utf8")
		.replace(/\/\*[\s\S]*?\*\//g, "")
		.replace(/^\s*\/\/.*$/gm, "");
const importsOf = (path) =>
	[...codeOf(path).matchAll(/(?:from|import)\s+"([^"]+)"/g)].map(([, to]) => resolve(dirname(path), to));

/** What the table of operations names, and fetches once it is asked for. */
const LATER = /import\("\.\/ops\/[a-z-]+\.js"\)/g;

/** Every file reached by imports, with itself. */
function reached(from, seen = new Set()) {
	if (seen.has(from) || !from.startsWith(CRYPTO)) return seen.add(from);
	seen.add(from);
	for (const to of importsOf(from)) reached(to, seen);
	return seen;
}

test("Nothing in crypto/ fetches, opens sockets, touches the document, reads a clock, guesses or imports at run time what its table does not name", () => {
	const banned =
		/\b(fetch|WebSocket|XMLHttpRequest|EventSource|importScripts|document|window|localStorage|sessionStorage|indexedDB|caches|eval|performance)\b|\bimport\s*\(|\bDate\b|Math\.random|getRandomValues|console\./;
	assert.ok(files.length > 40);
	for (const file of files) {
		const code = codeOf(join(CRYPTO, file));
		assert.doesNotMatch(file === "sealed-core.js" ? code.replaceAll(LATER, "") : code, banned, file);
	}
});

test("Only sodium.js imports libsodium, and nothing reaches outside crypto/ but for it", () => {
	for (const file of files) {
		const outside = importsOf(join(CRYPTO, file)).filter((to) => !to.startsWith(CRYPTO));
		assert.deepEqual(
			outside.map((to) => relative(CRYPTO, to)),
			file === "sodium.js" ? ["../vendor/libsodium-wrappers.mjs"] : [],
			file,
		);
	}
});

test("The page's side and the frames reach neither libsodium nor the core", () => {
	for (const file of ["client.js", "frames.js", "bytes.js"]) {
		const names = [...reached(join(CRYPTO, file))].map((path) => relative(CRYPTO, path));
		for (const other of ["sodium.js", "sealed-core.js", "../vendor/libsodium-wrappers.mjs"])
			assert.ok(!names.includes(other), `${file} reaches ${other}`);
	}
	assert.ok(reached(join(CRYPTO, "worker.js")).has(join(CRYPTO, "sodium.js")));
});
