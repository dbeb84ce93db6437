// What one said one would do, and contacts elsewhere: sealed words under a name that the house knows.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { sends, talk } from "./cast.js";
import { DAY } from "./little-house.js";

const REF = `${"A".repeat(21)}Q`;
const WORD = { k: 1, ref: REF, day: DAY + 3, b: "I'll send you the list." };
const MET = { k: 2, ref: REF, day: DAY, b: "A walk by the river.", from: 840, till: 885 };
const refusal = (code) => (error) => error.code === code;
const words = ({ vows }) => vows.map(({ b }) => b);

let room;
beforeEach(async () => {
	room = await talk();
});

test("Ben says what he will do, and both have the same words under the same name", async () => {
	const { ada, ben, conv } = room;
	const { theirs, own } = await sends(ben, ada, room, "sealVow", { vow: WORD });
	assert.deepEqual([theirs.vows[0].b, theirs.vows[0].day, theirs.vows[0].mine], [WORD.b, DAY + 3, false]);
	assert.deepEqual([own.vows[0].mine, own.vows[0].ref], [true, REF]);
	const later = await (await ada.comeBack()).follow(conv);
	assert.deepEqual(words(later), [WORD.b]);
});

test("A word is no line: it asks for no answer, and nobody is told that somebody waits", async () => {
	const { ada, ben } = room;
	const { theirs, own } = await sends(ben, ada, room, "sealVow", { vow: WORD });
	assert.deepEqual([theirs.lines, own.lines, own.ownSince], [[], [], 0]);
});

test("Whoever gave their word words it anew, and nobody words it for them", async () => {
	const { ada, ben } = room;
	await sends(ben, ada, room, "sealVow", { vow: WORD });
	await sends(ada, ben, room, "sealVow", { vow: { ...WORD, b: "He will sing." } });
	const { theirs } = await sends(ben, ada, room, "sealVow", { vow: { ...WORD, b: "The list, and a map." } });
	assert.deepEqual(words({ vows: theirs.vows.filter(({ mine }) => !mine) }), ["The list, and a map."]);
});

test("A contact is put right by either of the two", async () => {
	const { ada, ben } = room;
	await sends(ben, ada, room, "sealVow", { vow: MET });
	const { theirs } = await sends(ada, ben, room, "sealVow", { vow: { ...MET, till: 900 } });
	assert.deepEqual([theirs.vows.length, theirs.vows[0].till], [1, 900]);
});

test("What nobody could mean is not sent", async () => {
	const { ben, conv } = room;
	const send = (vow) => ben.do("sealVow", { conv, vow, ts: 1, today: DAY });
	for (const wrong of [{ b: "  " }, { b: "x".repeat(501) }, { k: 3 }, { ref: "AAAA" }, { from: 3 }])
		await assert.rejects(send({ ...WORD, ...wrong }), refusal("malformed"));
	for (const wrong of [{ till: 840 }, { till: 1440 }, { to: REF }])
		await assert.rejects(send({ ...MET, ...wrong }), refusal("malformed"));
});
