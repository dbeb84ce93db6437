import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
	namedByTheWorker,
	needed,
	neededByTheWorker,
	neededToSpeak,
	page,
	preloaded,
	preloadedToSpeak,
	spoken,
	worker,
} from "./preloads.js";

test("the page fetches everything it needs at once, and nothing it does not", () => {
	const html = readFileSync(page, "utf8");
	assert.deepEqual(preloaded(html).sort(), needed().sort(), "run: node browser/tests/screens/preloads.js");
	assert.ok(needed().includes("vendor/lit.js"));
});

test("whoever reads one language fetches its words at once, and no other's", () => {
	const html = readFileSync(page, "utf8");
	assert.ok(spoken().includes("es"));
	for (const lang of spoken()) {
		const links = preloadedToSpeak(html, lang);
		assert.deepEqual(links, neededToSpeak(lang), "run: node browser/tests/screens/preloads.js");
		assert.ok(links.every((path) => path.startsWith(`words/${lang}`)));
	}
});

test("the lock comes side by side too, not one layer after the other", () => {
	const names = namedByTheWorker(readFileSync(worker, "utf8"));
	assert.deepEqual(names, neededByTheWorker(), "run: node browser/tests/screens/preloads.js");
	assert.ok(names.includes("sodium.js"));
});
