// A draft of what might be told: either of two writes one, the newest counts, and no draft is a yes.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Drafts } from "../../crypto/share.js";
import { sends, talk } from "./cast.js";
import { consentTo } from "./consents.js";
import { DAY } from "./little-house.js";

const DRAFT = {
	...{ type: 2, id: "", name: "Dr. Okoro", where: "12 Hill Street", through: "", what: ["wellbeing"] },
	...{ leaves_out: "All else", purpose: 1, why: "To help.", until: DAY + 14, words: "I sleep badly." },
};
const refusal = (code) => (error) => error.code === code;

let room;
beforeEach(async () => {
	room = await talk();
});

test("Ben words a draft, Ada sees exactly that and words another, and the newer one counts for both", async () => {
	const { ada, ben, conv } = room;
	const first = await sends(ben, ada, room, "sealShare", { draft: DRAFT });
	const { from, draft } = first.theirs.drafted;
	assert.deepEqual([from, draft], ["them", DRAFT]);
	assert.deepEqual([first.theirs.lines, first.own.lines, first.own.ownSince], [[], [], 0]);
	const other = { ...DRAFT, words: "I sleep badly since May." };
	const { theirs } = await sends(ada, ben, room, "sealShare", { draft: other });
	assert.deepEqual(theirs.drafted.draft, other);
	const later = await (await ada.comeBack()).follow(conv);
	assert.deepEqual([later.drafted.from, later.drafted.draft], ["me", other]);
});

test("Either of the two puts a draft away, and nothing of it is left to sign", async () => {
	const { ada, ben } = room;
	await sends(ben, ada, room, "sealShare", { draft: DRAFT });
	const { theirs } = await sends(ada, ben, room, "sealShare", { draft: {} });
	assert.deepEqual([theirs.drafted.from, theirs.drafted.draft], ["them", null]);
});

test("A draft that nobody could sign is not sent, and what stood before stays", async () => {
	const { ada, ben, conv } = room;
	await sends(ben, ada, room, "sealShare", { draft: DRAFT });
	const send = (change) => ben.do("sealShare", { conv, draft: { ...DRAFT, ...change }, ts: 1, today: DAY });
	await assert.rejects(send({ what: ["counselling-notes", "plans"] }), refusal("consent-two"));
	await assert.rejects(send({ what: ["counselling-notes"], purpose: 5 }), refusal("consent-two"));
	await assert.rejects(send({ what: ["lines"] }), refusal("malformed"));
	await assert.rejects(send({ name: "o".repeat(81) }), refusal("consent-missing"));
	assert.deepEqual((await ada.follow(conv)).drafted.draft, DRAFT);
});

test("A draft of a stranger, or one that was changed on its way, is shown to nobody", async () => {
	const { ada, ben, conv, ledger } = room;
	const { frames } = await ben.do("sealShare", { conv, draft: DRAFT, ts: 1, today: DAY });
	const changed = frames.map((frame) => frame.with(frame.length - 1, frame.at(-1) ^ 1));
	ledger.store(changed);
	const seen = await ada.follow(conv);
	assert.equal(seen.drafted, null);
	assert.notEqual(seen.stopped ?? seen.lines.at(-1)?.trouble ?? null, null);
});

test("Pages come in any order, and the draft furthest on counts", () => {
	const book = new Drafts();
	const said = (words) => ({ t: "share", draft: { ...DRAFT, words } });
	book.take({ n: 9, from: "them" }, said("new"));
	book.take({ n: 4, from: "me" }, said("old"));
	book.take({ n: 12, from: "them" }, { t: "text", b: "no draft" });
	assert.deepEqual([book.newest.n, book.newest.draft.words], [9, "new"]);
});

test("A consent names whoever tells by the name the programme gave them, and by no other", async () => {
	const { ada, conv } = room;
	const to = { type: 2, name: "Dr. Okoro", where: "12 Hill Street", through: "" };
	const sign = (byName) =>
		ada.do("sealTelling", {
			...{ relationship: ada.relationship(conv), conv, to: null, before: null, words: "I sleep badly." },
			...{ lines: [], day: DAY, terms: { ...consentTo(to), byName } },
		});
	await assert.rejects(sign("Lea"), refusal("name-moved"));
	assert.ok((await sign("Ben")).link);
});

test("24: a line that was changed after Ada looked at it is not signed; looked at again, exactly that is told", async () => {
	const { ada, ben, conv } = room;
	const { id } = await sends(ben, ada, room, "sealText", { text: "You slept well." });
	const to = { type: 2, name: "Dr. Okoro", where: "12 Hill Street", through: "" };
	const sign = (b) =>
		ada.do("sealTelling", {
			...{ relationship: ada.relationship(conv), conv, to: null, before: null },
			...{ words: "What Ben wrote.", lines: [{ id, b }], day: DAY },
			terms: { ...consentTo(to), what: ["lines"] },
		});
	await sends(ben, ada, room, "sealEdit", { to: id, text: "You never sleep." });

	await assert.rejects(sign("You slept well."), refusal("line-moved"));

	const { payload, link } = await sign("You never sleep.");
	const { key_records } = ben.relationship(conv).other;
	const opened = await ben.do("openLinked", { text: link, found: { ...payload, key_records } });
	assert.deepEqual(
		opened.content.lines.map(({ b, name }) => [name, b]),
		[["Ben", "You never sleep."]],
	);
});
