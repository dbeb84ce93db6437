// Questions of others: only what holds is asked, answers stay one's own, and a change needs a known reliability.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { toText } from "../../crypto/bytes.js";
import { writeJson } from "../../crypto/strict-json.js";
import { Part } from "../../talk/packs.js";

const SEA = {
	attest: { by: "Dora", day: 20_400, words: "Ours." },
	change: { reliability: 900, sd: 2_000 },
	id: "little-sea",
	langs: { en: { ask: "", items: ["Calm.", "Wind."], title: "A little sea", words: ["no", "a bit", "yes"] } },
	license: { name: "Our own", text: "Made up for tests; anybody may use it." },
	score: { first: 1, missing: 0, reverse: [2] },
	source: "",
	ver: 1,
};
const row = (pack) => {
	const bytes = writeJson(pack);
	return { pack: toText(bytes), hash: toText(new Uint8Array(createHash("sha256").update(bytes).digest())) };
};

function room(rows, roles = [1]) {
	const seen = { checks: [] };
	const inside = {
		me: { roles },
		given: {
			api: { part: async () => ({ packs: rows }) },
			clock: { now: () => 20_500 * 86_400_000 },
			onChange: () => undefined,
		},
		notebook: {
			seen,
			open: async () => undefined,
			writeChecks: async (docId = "s", { ver: statements, ...about }, change) => {
				const rows = change(seen.checks.find((one) => one.docId === docId)?.rows ?? []);
				seen.checks = [{ ...about, statements, rows, docId }];
			},
			remove: async () => (seen.checks = []),
		},
	};
	return { part: new Part(inside), seen };
}

test("What is not as its hash says, or what no software may hold, is not asked", async () => {
	const altered = { ...row(SEA), hash: row({ ...SEA, ver: 2 }).hash };
	const { part } = room([row(SEA), altered, row({ ...SEA, id: "srs" }), { pack: "x", hash: "y" }]);
	const { list, refused } = await part.list();
	assert.deepEqual([list.map(({ id }) => id), refused], [["little-sea"], 3]);
});

test("Answers name what was asked, by its hash, and are totalled for oneself alone", async () => {
	const { part, seen } = room([row(SEA)], [2]);
	await part.answer("little-sea", [2, 0]);
	const { totals, reach, change } = await part.answer("little-sea", [0, 2]);
	const [{ pack, hash, side, conv, rows }] = seen.checks;
	assert.deepEqual([pack, hash, side, conv, rows.length], ["little-sea", row(SEA).hash, 2, "", 2]);
	assert.deepEqual([totals.map(({ total }) => total), reach, change], [[6, 2], [2, 6], "less"]);
});

test("Without a known reliability nothing is called a change, and without a score nothing is added up", async () => {
	const unknown = room([row({ ...SEA, change: {} })]).part;
	await unknown.answer("little-sea", [2, 0]);
	assert.equal((await unknown.answer("little-sea", [0, 2])).change, null);
	const { part } = room([row({ ...SEA, score: {} })]);
	assert.deepEqual((await part.answer("little-sea", [2, 0])).totals, []);
});

test("Another edition is another line; deleted answers are gone", async () => {
	const { part, seen } = room([row(SEA)]);
	await part.answer("little-sea", [2, 0]);
	seen.checks[0].hash = row({ ...SEA, ver: 2 }).hash;
	assert.deepEqual((await part.look("little-sea")).rows, []);
	await part.answer("little-sea", [2, 0]);
	assert.deepEqual((await part.forget("little-sea")).rows, []);
	await assert.rejects(part.look("another"), { code: "not-found" });
});
