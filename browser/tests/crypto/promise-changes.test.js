// A promise that changes between two cores, and a house that lies about it. And own lines of both.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { toText } from "../../crypto/bytes.js";
import { sends, talk } from "./cast.js";
import { DAY, PROMISE } from "./little-house.js";

const LESS = { version: 1, sentences: [...PROMISE.sentences, ["pass-on-court", []]] };
const MORE = { version: 1, sentences: [...PROMISE.sentences, ["no-real-name", []]] };
const refusal = (code) => (error) => error.code === code;

let room;
beforeEach(async () => {
	room = await talk();
});

const edition = (version, promise, state, more = {}) => ({
	...{ version, promise, state, shown_on: DAY, in_force_on: state === "offered" ? null : DAY },
	...{ client_sig: null, client_day: null, specialist_sig: null, specialist_day: null, declined_by: null },
	...more,
});

const put = (...editions) => {
	room.house.relationships.get(room.conv).agreements = editions;
};

const relation = (person) => person.relationship(room.conv);
const shown = (person) => person.do("editions", { relationship: relation(person) });
const tell = (person) => person.do("checkPromise", { relationship: relation(person) });

async function signs(person, version, day = DAY) {
	const { asked, told } = await shown(person);
	const { hash } = [asked, told].find((one) => one?.version === version) ?? {};
	const { sig } = await person.do("agreeAnew", { relationship: relation(person), version, hash, day });
	return person === room.ada
		? { client_sig: sig, client_day: day }
		: { specialist_sig: sig, specialist_day: day };
}

/** Both agree to an edition that was offered. */
async function bothAgree(version, promise, before = []) {
	put(...before, edition(version, promise, "offered"));
	const signed = { ...(await signs(room.ada, version)), ...(await signs(room.ben, version)) };
	const made = edition(version, promise, "in-force", signed);
	put(...before, made);
	return made;
}

test("Other words under the number that Ada was shown are not signed", async () => {
	put(edition(2, MORE, "offered"));
	const { hash } = (await shown(room.ada)).asked;
	put(edition(2, LESS, "offered"));
	const given = { relationship: relation(room.ada), version: 2, hash, day: DAY };
	await assert.rejects(room.ada.do("agreeAnew", given), { code: "promise-other" });
});

test("What promises less holds for nobody until both signed, and both see what it takes", async () => {
	put(edition(2, LESS, "offered"));
	for (const person of [room.ada, room.ben]) {
		const { holds, asked, told } = await shown(person);
		assert.deepEqual([holds, told], [PROMISE, null]);
		assert.deepEqual(asked.changes, [{ before: null, after: ["pass-on-court", []], weight: "less" }]);
	}
	await bothAgree(2, LESS);
	assert.deepEqual((await shown(room.ada)).holds, LESS);
});

test("The next line brings what both agreed to into the conversation, and both read on", async () => {
	const { ada, ben, conv, ledger } = room;
	await bothAgree(2, LESS);
	for (const person of [ada, ben]) await tell(person);
	const { taken } = await ada.say(conv, "So be it.", { to: ben });
	assert.deepEqual(
		[taken.stopped, taken.lines.map(({ text }) => text), ledger.entries.at(-2).kind],
		[null, ["So be it."], 1],
	);
	const again = await (await ben.comeBack()).follow(conv);
	assert.deepEqual([again.stopped, again.lines.at(-1).text], [null, "So be it."]);
});

test("A room refuses a promise that promises less and that not both signed, whatever a house calls it", async () => {
	const { ada, ben } = room;
	put(edition(2, LESS, "offered"));
	const [mine, theirs] = [await signs(ada, 2), await signs(ben, 2)];
	for (const signed of [{}, mine, theirs]) {
		put(edition(2, LESS, "in-force", signed));
		await assert.rejects(tell(ada), refusal("promise-other"));
		await assert.rejects(tell(ben), refusal("promise-other"));
	}
});

test("What promises more holds at once, is told to both, and a yes only seals it", async () => {
	put(edition(2, MORE, "in-force"));
	const { holds, told, asked } = await shown(room.ada);
	assert.deepEqual([holds, asked, told.changes[0].weight], [MORE, null, "more"]);
	put(edition(2, MORE, "in-force", await signs(room.ada, 2)));
	assert.equal((await shown(room.ada)).told, null);
	assert.deepEqual((await shown(room.ben)).told.theirs, true);
});

test("Signatures of others, of another promise or another talk are refused", async () => {
	const { ada } = room;
	put(edition(2, LESS, "offered"));
	const mine = await signs(ada, 2);
	const swapped = { specialist_sig: mine.client_sig, specialist_day: DAY };
	for (const [promise, signed] of [
		[LESS, { ...mine, ...swapped }],
		[MORE, mine],
		[LESS, { ...mine, client_day: DAY + 1 }],
	]) {
		put(edition(2, promise, "offered", signed));
		await assert.rejects(tell(ada), refusal("promise-signature"));
	}
});

test("An old agreement played again after a newer one is refused", async () => {
	const { ada, ben } = room;
	const old = await bothAgree(2, LESS);
	put(old, edition(3, PROMISE, "in-force"));
	const newer = { ...(await signs(ada, 3, DAY + 1)), ...(await signs(ben, 3, DAY + 1)) };
	const sealed = edition(3, PROMISE, "in-force", newer);
	put({ ...old, state: "replaced" }, sealed);
	assert.deepEqual((await shown(ada)).holds, PROMISE);
	put({ ...old, state: "replaced" }, { ...sealed, state: "replaced" }, { ...old, version: 4 });
	await assert.rejects(tell(ada), refusal("promise-other"));
	put(sealed, old);
	await assert.rejects(tell(ada), refusal("promise-other"));
});

test("A no keeps the old promise, and a person cannot be made to sign what was not put before them", async () => {
	put(edition(2, LESS, "declined", { declined_by: "them" }));
	const { holds, asked, kept } = await shown(room.ada);
	assert.deepEqual([holds, asked, kept.declinedBy], [PROMISE, null, "them"]);
	await assert.rejects(signs(room.ada, 2), refusal("promise-other"));
	put(edition(2, { version: 1, sentences: [["new-sentence", []]] }, "offered"));
	await assert.rejects(signs(room.ada, 2), refusal("promise-form"));
});

test("Own lines wait for the other's yes, and changed ones ask again", async () => {
	const { ada, ben } = room;
	const lines = [{ b: "No calls, please", k: 1 }];
	const first = await sends(ada, ben, room, "sealOurs", { lines });
	assert.deepEqual([first.theirs.lines, first.own.lines, first.theirs.ownSince], [[], [], 0]);
	assert.equal(first.theirs.ours.them.isAgreed, false);
	const { theirs } = await sends(ben, ada, room, "sealOursYes", { to: first.theirs.ours.them.id });
	assert.deepEqual([theirs.ours.me.isAgreed, theirs.ours.me.agreed], [true, lines]);
	const next = await sends(ada, ben, room, "sealOurs", { lines: [{ b: "No calls at all", k: 1 }] });
	assert.deepEqual([next.theirs.ours.them.isAgreed, next.theirs.ours.them.agreed], [false, lines]);
	const later = await (await ben.comeBack()).follow(room.conv);
	assert.deepEqual([later.ours.them.ver, later.ours.them.agreed], [2, lines]);
});

test("Nobody says yes to lines they do not see, nor to their own", async () => {
	const { ada, ben } = room;
	const { theirs } = await sends(ada, ben, room, "sealOurs", { lines: [{ b: "Mornings", k: 2 }] });
	const yes = (person, to) => person.do("sealOursYes", { conv: room.conv, to, ts: 1, today: DAY });
	await assert.rejects(yes(ada, theirs.ours.them.id), refusal("no-such-text"));
	await assert.rejects(yes(ben, toText(new Uint8Array(16))), refusal("no-such-text"));
});
