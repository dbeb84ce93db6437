// Looking for words: case and accents do not matter, and ten thousand lines take less than a second.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { foundIn, wordsOf } from "../../crypto/finding.js";
import { search } from "../../crypto/ops/finding.js";
import { toText } from "../../crypto/bytes.js";
import { talk } from "./cast.js";
import { DAY } from "./little-house.js";

let room;
before(async () => {
	room = await talk();
});

const found = (text, looked) => foundIn(text, wordsOf(looked));

test("Case, accents and joined signs do not matter, and what is shown is what was written", () => {
	assert.equal(found("Mañana será otro día", "manana").match, "Mañana");
	assert.equal(found("manana", "MAÑANA").match, "manana");
	assert.equal(found("Ein Café, bitte", "cafe").match, "Café");
	assert.equal(found("Ein Cafe\u0301, bitte", "café").match.normalize("NFC"), "Café");
	assert.equal(found("ΣΊΣΥΦΟΣ", "σισυφος").match, "ΣΊΣΥΦΟΣ");
	assert.equal(found("the ﬁrst day", "first").match, "ﬁrst");
	assert.equal(found("👩‍🌾 in the garden", "garden").before, "👩‍🌾 in the ");
	assert.equal(found("мой ЁЖ", "еж").match, "ЁЖ");
});

test("All words have to be there, in any order", () => {
	assert.notEqual(found("Tea with Vera on Sunday", "sunday tea"), null);
	assert.equal(found("Tea with Vera", "sunday tea"), null);
	assert.equal(found("anything", ""), null);
	assert.equal(found("anything", "  \n "), null);
});

test("What stands around it is a line's worth, not the whole letter", () => {
	const { before, match, after } = found(`${"a ".repeat(500)}needle${" b".repeat(500)}`, "needle");
	assert.ok(before.length < 45 && after.length < 85 && match === "needle");
	assert.ok(before.startsWith("…") && after.endsWith("…"));
});

test("Ada finds her lines, the other's lines and her own pages, newest first; what was taken back is not found", async () => {
	const { ada, ben, conv } = room;
	await ada.say(conv, "The Übung went well", { to: ben, ts: 1_000 });
	await ben.say(conv, "Another ubung tomorrow?", { to: ada, ts: 2_000 });
	const { id } = await ada.say(conv, "ubung I take back", { to: ben, ts: 3_000 });
	const { frames } = await ada.do("sealErase", { conv, to: id, today: DAY });
	for (const frame of room.ledger.store(frames)) await ada.do("acknowledged", { frame });
	const page = await ada.do("writePage", { title: "Übung", text: "every day", day: DAY });
	await ada.do("documentWritten", { doc_id: page.doc_id });
	const { lines, documents, more } = await ada.do("search", { text: "ÜBUNG" });
	assert.deepEqual(
		lines.map(({ from, match }) => [from, match]),
		[
			["them", "ubung"],
			["me", "Übung"],
		],
	);
	assert.deepEqual([documents.length, documents[0].doc_id, more], [1, page.doc_id, false]);
	assert.equal(lines[0].conv, conv);
});

test("Ten thousand lines are looked through in less than a second", () => {
	const text = "Ich weiß noch, wie wir über den großen Fluss gingen, y después llegó la mañana. ".repeat(3);
	const shown = Array.from({ length: 10_000 }, (_, n) => ({
		...{ n, id: `l${n}`, from: "me", ts: n, trouble: null },
		text: n % 100 === 0 ? `${text} needle ${n}` : text,
	}));
	const conversation = { reading: { said: { shown } }, about: { conv: new Uint8Array(16) } };
	const core = { place: {}, talks: new Map([["c", { conversation }]]), documents: new Map() };
	const start = process.cpuUsage();
	const { lines, more } = search(core, { text: "needle" });
	assert.ok(process.cpuUsage(start).user < 1_000_000);
	assert.deepEqual([lines.length, more, lines[0].conv], [100, false, toText(new Uint8Array(16))]);
});
