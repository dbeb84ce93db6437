// Every row of the wall is a plain sentence, whoever did it; and nothing else is said of anybody.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { learn, learnInside, speak } from "../../words/index.js";
import { byMonth, rowHelp, rowWords } from "../../screens/wall-words.js";

const DETAIL = { by: 2, until: 20_600, way: 3, page: 1, role: 4, what: 1 };
const about = { name: "Ben", programme: "Riverside Peers", myRole: 1 };
const row = (kind, detail = DETAIL) => ({ n: 1, day: 20_500, kind, other: "", detail });
/** The closed list, as the reference has it. */
const KINDS = [
	...readFileSync(new URL("../../../protocol/pse/wall.py", import.meta.url), "utf8")
		.split("class Page")[0]
		.matchAll(/^ {4}[A-Z_]+ = (\d+)$/gm),
].map(([, number]) => Number(number));

before(async () => {
	await learnInside();
	await learn("es");
});

for (const lang of ["en", "es"]) {
	test(`${lang}: every kind of row has its sentence, whoever did it`, () => {
		speak(lang);
		assert.ok(KINDS.length > 40);
		const newer = rowWords(row(999), about);
		for (const kind of KINDS) {
			for (const by of [1, 2, 4])
				assert.notEqual(rowWords(row(kind, { ...DETAIL, by }), about), newer, `${kind} by ${by}`);
			assert.notEqual(rowWords(row(kind, {}), about), "", String(kind));
		}
		for (const page of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
			assert.notEqual(rowWords(row(100, { page, role: 4 }), about), newer);
	});
}

test("An end is told from where one stands", () => {
	speak("en");
	assert.equal(rowWords(row(46, { by: 1 }), about), "You ended with Ben.");
	assert.equal(rowWords(row(46, { by: 1 }), { ...about, myRole: 2, name: "River" }), "River ended it.");
});

test("Rows stand by month, the newest first", () => {
	const rows = [20_440, 20_470, 20_471].map((day, at) => ({ ...row(40), day, n: at + 1 }));
	const months = byMonth(rows);
	assert.deepEqual(
		months.map((month) => month.rows.map(({ n }) => n)),
		[[3, 2], [1]],
	);
});

test("What somebody else may have done comes with what to do; the rest stays calm", () => {
	assert.equal(rowHelp(row(80)), "not-you");
	assert.equal(rowHelp(row(100)), "staff");
	assert.equal(rowHelp(row(8)), "weighty");
	// Signed out by the programme without having asked; held because of the law.
	assert.deepEqual([rowHelp(row(104)), rowHelp(row(105))], ["not-you", "staff"]);
	for (const kind of [40, 41, 46, 60, 110]) assert.equal(rowHelp(row(kind)), null);
});
