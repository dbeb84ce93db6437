import assert from "node:assert/strict";
import { test } from "node:test";
import { readableNotes } from "../../talk/readable.js";
import { readableOwn } from "../../talk/readable-own.js";

const texts = {
	title: (own) => `TITLE ${own}`,
	part: (own, part) => `PART ${own} ${part}`,
	done: (day) => `done ${day}`,
	unit: (number) => `UNIT ${number}`,
	note: ({ name, words, beside }) => [name, words, ...beside.map((one) => one.words)].join("\n"),
	layer: ({ k, notes }) => `LAYER ${k} ${notes}`,
	told: ({ k, days }) => `TOLD ${k} ${days.asked} ${days.over}`,
	look: ({ matters, sure }) => `${matters} and ${sure}`,
};

test("A readable copy holds every row under its part, and no heading of a part that holds nothing", async () => {
	const own = [
		{
			kind: "path",
			content: {
				rows: [
					{ b: "Walk", k: 2, done: 20_454 },
					{ b: "A quiet home", k: 1, done: 0 },
				],
			},
		},
		{ kind: "path", content: { rows: [{ b: "Sleep", k: 2, done: 0 }] } },
		{ kind: "plan", content: { rows: [{ b: "My sister", k: 4, n: "555 0100" }] } },
		{
			kind: "diary",
			content: {
				rows: [
					{ b: "", day: 20_455, matters: 8, sure: 3 },
					{ b: "Hard.", day: 20_454, matters: 5, sure: 1 },
				],
			},
		},
		{ kind: "training", content: { rows: [{ day: 20_454, u: 2 }] } },
	];
	const layers = [{ b: "I hid it.", k: 1, notes: [8] }];
	const told = [{ asked: 20_454, k: 1, opened: 0, over: 0, told: 0 }];
	own.push({ kind: "story", content: { day: 20_454, layers, title: "The letter", told } });
	const kept = { ref: "A", name: "Ben", words: "We walked.", start: 1_782_830_400 };
	own.push({
		kind: "notes",
		content: { beside: [{ ref: "A", words: "It rained." }], last: 23_375, rows: [kept] },
	});
	const text = await readableOwn(own, texts).text();
	const lines = text.split("\n").filter((line) => line !== "");
	assert.deepEqual(lines, [
		...["TITLE path", "PART path 1", "- A quiet home", "PART path 2", "- Walk (done 2026-01-01)", "- Sleep"],
		...["TITLE plan", "PART plan 4", "- My sister: 555 0100"],
		...["TITLE diary", "2026-01-01", "5 and 1", "Hard.", "2026-01-02", "8 and 3"],
		...["TITLE training", "- UNIT 2 (done 2026-01-01)"],
		...["TITLE story: The letter", "2026-01-01", "LAYER 1 8", "I hid it.", "- TOLD 1 2026-01-01 "],
		...["TITLE notes", "Ben", "We walked.", "It rained."],
	]);
	assert.equal(await readableOwn([], texts).text(), "");
});

test("what was begun in a form is there in words, without the names a form has for itself", async () => {
	const form = JSON.stringify({
		words: ["Ring my sister"],
		ref: ["AAAAAAAAAAAAAAAAAAAAAA"],
		n: ["5", ""],
		at: 3,
	});
	const ticks = JSON.stringify({ told: ["yes"], every: ["on"], from: "null", words: ["{ mine }"] });
	const hours = JSON.stringify({ from: JSON.stringify({ zone: "Europe/Madrid" }), hours: { zone: "UTC" } });
	const forms = [form, ticks, hours, "{ not a form"].map((text) => ({ text }));
	const drafts = [{ text: "a line for River" }, ...forms];
	const text = await readableNotes({ people: [], drafts }, { draft: "Begun:" }).text();
	assert.equal(
		text,
		"Begun:\na line for River\n\nBegun:\nRing my sister\n\nBegun:\n{ mine }\n\nBegun:\n{ not a form\n",
	);
});
