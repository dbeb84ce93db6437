import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { changesBetween } from "../../crypto/promise-change.js";
import { shownChange } from "../../talk/promising.js";

const catalogue = (lang) =>
	JSON.parse(readFileSync(new URL(`../../../protocol/promise/${lang}.json`, import.meta.url), "utf8"));
const BEFORE = [
	["two-read", ["Harbour"]],
	["pass-on-none", ["Harbour"]],
	["late-days", ["3", "Harbour"]],
];
const AFTER = [
	["two-read", ["Harbour"]],
	["let-in", []],
	["pass-on", ["Dora", "Harbour"]],
	["pass-on-child", []],
	["late-day", ["Harbour"]],
];
const put = { version: 2, shownOn: 1, declinedBy: null, mine: false, theirs: false };

function shown(lang, before, after) {
	const changes = changesBetween(before, after);
	const promised = { holds: null, asked: { ...put, changes }, told: null, kept: null };
	return shownChange(promised, catalogue(lang))?.asked?.differences ?? null;
}

test("each difference is said in the words of the promise, under the heading it stands under there", () => {
	const child = shown("en", BEFORE, AFTER).find(({ comes }) => comes === "A child is being harmed.");
	assert.deepEqual(child, {
		heading: "What a specialist must pass on",
		gone: null,
		comes: "A child is being harmed.",
		weight: "less",
	});
	const gone = shown("es", AFTER, BEFORE).find((one) => one.comes === null && one.weight === "more");
	assert.equal(gone.heading, "Quién puede leer");
	assert.match(gone.gone, /^Otra persona/);
});

test("whoever reads another language is shown the same differences", () => {
	const [english, spanish] = ["en", "es"].map((lang) => shown(lang, BEFORE, AFTER));
	assert.deepEqual(
		english.map(({ weight }) => weight),
		spanish.map(({ weight }) => weight),
	);
	assert.ok(english.every(({ heading, comes }, at) => heading !== "" && comes !== spanish[at].comes));
});

test("a sentence this room does not know is not shown in part", () => {
	assert.equal(shown("en", BEFORE, [...BEFORE, ["newer", []]]), null);
});
