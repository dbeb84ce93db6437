import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { needed, page, preloaded } from "./preloads.js";

test("the page fetches everything it needs at once, and nothing it does not", () => {
	const html = readFileSync(page, "utf8");
	assert.deepEqual(preloaded(html).sort(), needed().sort(), "run: node browser/tests/screens/preloads.js");
	assert.ok(needed().includes("vendor/lit.js"));
});
