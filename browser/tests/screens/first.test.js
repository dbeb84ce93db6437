import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { languages } from "../../words/languages.js";
import { needed, page, spoken } from "./preloads.js";

const room = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, room), "utf8");
const html = readFileSync(page, "utf8");
const langs = [...languages.keys()];
const firstWords = (lang) =>
	html.split(`<div class="first" lang="${lang}">`)[1]?.split("\n\t\t</div>")[0] ?? "";

/** What is said of screens and steps that only somebody inside can reach, in files that come with the page. */
const BEHIND =
	/^(step\.(wishes|people|hello)|(waiting|home|talk|choose|seat|profile|join|place|own|lock|notebook|search|wall)\.step|lock\.making(-why)?|(talk|again)\..*)$/;

for (const [lang, { door, load }] of languages) {
	test(`${lang}: the page's first words are those of the room, and nothing moves when it takes over`, async () => {
		const words = await door();
		const said = [...firstWords(lang).matchAll(/>([^<>\n]+)</g)].map(([, text]) => text);
		const ids = ["top.brand", "top.help", "top.leave", "top.leave-short", "plain.starting", "plain.lock"];
		const notes = ["plain.slow", "do.reload", "plain.broken", "do.reload"];
		assert.deepEqual(
			said,
			[...ids, ...notes].map((id) => words[id]),
		);
	});

	test(`${lang}: everything said in front of the door comes with the door`, async () => {
		const [words, all] = [await door(), await load()];
		for (const [id, text] of Object.entries(words)) assert.equal(all[id], text, id);
		const source = needed()
			.filter((path) => path.startsWith("screens/"))
			.map(read)
			.join("\n");
		const spelled = [...source.matchAll(/"([a-z][a-z-]*\.[a-z0-9.-]+)"/g)].map(([, id]) => id);
		const missing = spelled.filter(
			(id) => (id in all || `${id}.one` in all) && !(id in words || `${id}.one` in words) && !BEHIND.test(id),
		);
		assert.deepEqual(missing, []);
	});
}

test("the page's first words are there in each language, one at a time, and no more are fetched than spoken", () => {
	assert.deepEqual(spoken().sort(), langs.toSorted());
	const [, listed] = /const spoken = (\[[^\]]*\])/.exec(read("screens/first.js"));
	assert.deepEqual(JSON.parse(listed).sort(), langs.toSorted());
	assert.equal(html.split('class="first"').length - 1, langs.length);
	for (const lang of langs)
		assert.ok(read("look/room.css").includes(`html[lang="${lang}"] .first:not([lang="${lang}"])`), lang);
	assert.deepEqual(
		needed().filter((path) => /^words\/[a-z]{2}[-./]/.test(path)),
		[],
	);
});

test("what the page itself fetches before a door is there stays little", () => {
	const files = needed();
	const size = files.reduce((sum, path) => sum + read(path).length, 0);
	assert.ok(
		files.length <= 70,
		`${files.length} modules: what is behind the door goes into screens/inside.js`,
	);
	assert.ok(size <= 230_000, `${size} characters`);
	const costly = files.filter((path) =>
		/^(vendor\/libsodium|crypto\/(sodium|worker|sealed-core)|.*inside)/.test(path),
	);
	assert.deepEqual(costly, []);
});

test("behind the first words each part of the door is made in a turn of its own; afterwards at once", async () => {
	const firstWords = [{}, {}];
	globalThis.document = { getElementsByClassName: () => firstWords };
	const { unhurried } = await import("../../screens/first-words.js");
	const made = [];
	const making = unhurried(() => made.push("behind"));
	await Promise.resolve();
	assert.deepEqual(made, []);
	await making;
	firstWords.length = 0;
	unhurried(() => made.push("at once"));
	assert.deepEqual(made, ["behind", "at once"]);
});

test("a help line and a way out work before anything else does", () => {
	for (const lang of langs) {
		assert.match(firstWords(lang), /<a class="help" href="\/help-now">/);
		assert.match(
			firstWords(lang),
			/<a class="exit" href="https:\/\/www\.wikipedia\.org\/" rel="noreferrer">/,
		);
	}
});
