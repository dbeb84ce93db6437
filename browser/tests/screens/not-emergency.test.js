import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { learnInside, say } from "../../words/index.js";

await learnInside();

/** Where somebody writes to somebody. The page of a bad day says it of the one it tells. */
const BOXES = ["write", "hello", "goodbye", "not-right", "mend-one", "circle-write", "concern", "notes"];

test("Under each box in which somebody writes to somebody stands that this is not an emergency service", () => {
	assert.match(say("write.not-emergency"), /not an emergency service/);
	for (const name of BOXES) {
		const drawn = readFileSync(new URL(`../../screens/${name}.js`, import.meta.url), "utf8");
		const box = drawn.indexOf("<textarea");
		assert.ok(box > 0, name);
		assert.ok(drawn.includes("{notEmergency()}"), `${name} says so`);
	}
});
