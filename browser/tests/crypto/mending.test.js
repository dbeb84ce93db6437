// What did not sit right: one says it, the other replies, and nobody but whoever said it closes it.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Mends } from "../../crypto/mend.js";
import { freshName } from "../../talk/form-id.js";
import { sends, talk } from "./cast.js";
import { DAY } from "./little-house.js";

const refusal = (code) => (error) => error.code === code;
const SAYS = { step: 1, about: 4, how: 0, re: null, text: "You spoke over me." };
const REPLIES = { step: 2, about: 0, how: 0, re: null, text: "I am sorry. Thank you for telling me." };
const CLOSES = { step: 3, about: 0, how: 1, re: null, text: "" };
const at = { ts: 1, today: DAY };

let room;
let of;
beforeEach(async () => {
	room = await talk();
	of = freshName();
});

/** Every step there is, by whoever takes it. */
const say = (who, other, step) => sends(who, other, room, "sealMend", { of, ...step });

test("Ada says it, Ben replies, Ada closes it, and both read the same", async () => {
	const { ada, ben, conv } = room;
	const first = await say(ada, ben, SAYS);
	assert.deepEqual(
		first.theirs.mends.map(({ of: id, from, text, closed }) => [id, from, text, closed]),
		[[of, "them", SAYS.text, null]],
	);
	assert.deepEqual(
		first.theirs.lines.map(({ t, text }) => [t, text]),
		[["mend", SAYS.text]],
	);
	const second = await say(ben, ada, REPLIES);
	assert.deepEqual(
		second.theirs.mends[0].replies.map(({ from, text }) => [from, text]),
		[["them", REPLIES.text]],
	);
	const third = await say(ada, ben, CLOSES);
	assert.equal(third.theirs.mends[0].closed.how, 1);
	const later = await (await ada.comeBack()).follow(conv);
	assert.deepEqual([later.mends[0].from, later.mends[0].closed.how], ["me", 1]);
});

test("It may be about one line, which then is named and must stand", async () => {
	const { ada, ben, conv } = room;
	const line = await ben.say(conv, "Pull yourself together.", { to: ada });
	const { theirs } = await say(ada, ben, { ...SAYS, about: 1, re: line.id });
	assert.deepEqual([theirs.mends[0].re, theirs.lines[0].re], [line.id, line.id]);
	const other = freshName();
	const lost = { conv, ...SAYS, about: 1, re: "A".repeat(22), of: other, ...at };
	await assert.rejects(ada.do("sealMend", lost), refusal("no-such-text"));
});

test("Nobody closes what the other said, and nobody replies to themselves", async () => {
	const { ada, ben, conv } = room;
	await say(ada, ben, SAYS);
	await assert.rejects(ben.do("sealMend", { conv, of, ...CLOSES, ...at }), refusal("not-yours"));
	await assert.rejects(ada.do("sealMend", { conv, of, ...REPLIES, ...at }), refusal("not-yours"));
	await say(ada, ben, CLOSES);
	await assert.rejects(ben.do("sealMend", { conv, of, ...REPLIES, ...at }), refusal("no-such-text"));
	await assert.rejects(ada.do("sealMend", { conv, of, ...CLOSES, ...at }), refusal("no-such-text"));
});

test("A step that says too much or too little is not sealed", async () => {
	const { ada, conv } = room;
	for (const odd of [{ text: "" }, { about: 0 }, { about: 5 }, { how: 1 }, { text: "w".repeat(8_001) }])
		await assert.rejects(ada.do("sealMend", { conv, of, ...SAYS, ...odd, ...at }), refusal("malformed"));
});

test("A close by somebody else and a reply of one's own count for nothing, whatever room sent them", () => {
	const book = new Mends();
	const line = (n, by) => ({ n, id: String(n), from: by === "ada" ? "me" : "them", by });
	const body = (step) => ({ t: "mend", of, ts: 1, b: step.text, ...step });
	book.take(line(4, "ada"), body(REPLIES));
	book.take(line(5, "ben"), body(CLOSES));
	assert.deepEqual(book.all, []);
	book.take(line(3, "ada"), body(SAYS));
	assert.deepEqual([book.all[0].closed, book.all[0].replies], [null, []]);
	book.take(line(6, "lea"), body(REPLIES));
	book.take(line(7, "ada"), body(CLOSES));
	book.take(line(7, "ada"), body(CLOSES));
	book.take(line(8, "ben"), body(REPLIES));
	assert.deepEqual([book.all[0].replies.length, book.all[0].closed.how], [1, 1]);
});

test("What is kept for oneself opens again as what it was, and no other kind opens as it", async () => {
	const { ada } = room;
	const kept = { about: 1, name: "Ben", line: "See you at 5.", text: "I waited.", day: DAY };
	const { doc_id, body } = await ada.do("keepUnsaid", kept);
	const { doc } = await ada.do("documentWritten", { doc_id });
	assert.deepEqual(doc, { doc_id, ver: 1, kind: "unsaid", ...kept });
	const again = await ada.do("documents", { documents: [{ doc_id, ...body }] });
	assert.deepEqual(again.documents, [doc]);
	const page = await ada.do("writePage", { title: "t", text: "x", day: DAY });
	const { troubles } = await ada.do("documents", {
		documents: [{ doc_id, ...page.body }],
	});
	assert.deepEqual(
		troubles.map(({ code }) => code),
		["doc-other"],
	);
	await assert.rejects(ada.do("keepUnsaid", { ...kept, text: "" }), refusal("malformed"));
	await assert.rejects(ada.do("keepUnsaid", { ...kept, line: "s".repeat(281) }), refusal("text-size"));
});
