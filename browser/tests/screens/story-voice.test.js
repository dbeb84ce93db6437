// A story in its teller's own voice: only where everybody who reads said yes, once, and gone with the words.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { deedsOf, drawn, screenOf } from "./drawn.js";

let RoomStoryCard;
let RoomAttach;
let lineDrawn;
before(async () => {
	await (await import("../../words/index.js")).learnInside();
	({ RoomStoryCard } = await import("../../screens/story-card.js"));
	({ RoomAttach } = await import("../../screens/attach.js"));
	({ lineDrawn } = await import("../../screens/line.js"));
});

const [OF, NOW] = ["AAECAwQFBgcICQoLDA0ODw", Date.now()];
const today = Math.floor(NOW / 86_400_000);
const line = (n, by, more) => ({
	...{ id: `l${n}`, n, msg: `m${n}`, from: by === "ben" ? "me" : "them", by, kind: "card", text: "" },
	...{ state: "stored", date: "2026-11-20", ts: NOW - 9 * 86_400_000, re: null, file: null, earlier: [] },
	...{ signs: { me: 0, them: 0 }, changed: [], late: false, ...more },
});
const said = (n, by, says) => line(n, by, { card: { t: "story-answer", of: OF, says } });
const offer = line(1, "ben", {
	card: { t: "story-offer", k: 1, of: OF, notes: [], own: "", re: "", size: 3 },
});
const told = (until = 0) =>
	line(9, "ben", { card: { t: "story-shared", k: 1, of: OF, notes: [], own: "", said: "I hid it.", until } });
const voice = (by) =>
	line(10, by, { kind: "att", re: "m9", file: { type: 2, name: "", secs: 42, size: 9, pieces: 1 } });

/** Ben's card of what he told, in a talk with these lines and readers. */
function card(lines, { readers = ["ada"], canWrite = true } = {}) {
	const company = readers.map((accountId) => ({ accountId, name: accountId, reads: true }));
	const relationship = { mine: "specialist", earlier: [], other: { accountId: "ada" } };
	const conversation = { conv: "c", name: "Ada", lines, company, openings: [], canWrite, relationship };
	const view = { badDay: false, parts: { stories: { isOpen: true, stories: [] } }, config: null };
	const beside = { conversation, name: "Ada", room: {}, view };
	const screen = screenOf(RoomStoryCard, { line: lines.find(({ n }) => n === 9), beside });
	screen.willUpdate();
	return screen;
}
const offers = (...all) => drawn(card(...all).render()).includes("Say it in my own voice as well");

test("Ben may add his voice once to what he told, where everybody who reads said yes to it", () => {
	const lines = [offer, said(2, "ada", 1), told()];
	assert.equal(offers(lines), true);
	assert.equal(offers([...lines, voice("ben")]), false);
	assert.match(drawn(card([...lines, voice("ben")]).render()), /Now turn back to Ada/);
	assert.equal(offers([...lines, voice("ada")]), true);
	assert.equal(offers(lines, { readers: ["ada", "lea"] }), false);
	assert.equal(offers(lines, { canWrite: false }), false);
	assert.equal(offers([offer, told()]), false);
	const bad = line(11, "ada", { card: { t: "bad-day", wish: 1, words: "" }, ts: NOW });
	assert.equal(offers([...lines, bad]), false);
});

test("The press hands the told line to the box, for a voice note and nothing else", () => {
	const screen = card([offer, said(2, "ada", 1), told()]);
	const handed = [];
	screen.addEventListener("to-box", ({ detail }) =>
		handed.push([detail.what, detail.line.msg, detail.isVoice]),
	);
	for (const press of deedsOf(screen.render(), "@click")) if (press.length === 0) press();
	assert.deepEqual(handed, [["answer", "m9", true]]);
	const given = { view: { lock: {} }, conversation: { name: "Ada" } };
	const choices = (isVoice) => drawn(screenOf(RoomAttach, { ...given, isVoice }).render());
	assert.doesNotMatch(choices(true), /type="file"/);
	assert.match(choices(false), /type="file"/);
});

test("Nobody hears it after the last of its days", () => {
	const beside = (until) => ({
		...{ name: "Ben", acts: {}, answered: told(until), file: "the player", menu: "", tellsBefore: false },
		conversation: { company: [], openings: [] },
	});
	const heard = (until) => drawn(lineDrawn(voice("ada"), beside(until)));
	assert.match(heard(0), /the player/);
	assert.match(heard(today), /the player/);
	assert.doesNotMatch(heard(today - 1), /the player/);
	assert.match(heard(today - 1), /That time is over/);
});
