// When a story may be offered, to whom, and how a telling is read.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
	isOver,
	isSaidAlready,
	isWished,
	layersFor,
	minutesOf,
	notYetOf,
	tellingsIn,
	wantsMore,
	wasAskedIn,
	whyNoOffer,
	withLayer,
	withoutLayer,
	withTold,
	wordsOf,
} from "../../talk/story-rules.js";

const [HOUR, NOW, TODAY] = [3_600_000, 20_500 * 86_400_000, "2026-02-16"];
let counted = 0;
const line = (from, card, { date = TODAY, ts = NOW, by = from } = {}) => {
	counted += 1;
	return { id: `l${counted}`, n: counted, from, by, kind: "card", card, date, ts };
};
const offer = (from, of, more) => line(from, { t: "story-offer", k: 1, of }, more);
const answer = (from, of, says, more) => line(from, { t: "story-answer", of, says }, more);
const shared = (from, of, k, more) => line(from, { t: "story-shared", k, of, said: "x", until: 0 }, more);
const at = { date: TODAY, day: 20_500, now: NOW, told: [], isBadDay: false };
const layer = (k, change = {}) => ({
	...{ b: "Words.", days: 0, k, notes: [], own: "", who: 1, why: "", with: [], ...change },
});
const story = (...layers) => ({ day: 1, id: "A", layers, title: "T", told: [] });

test("Nobody is asked again while they think about it, nor on the day of a not now, and the next day they may be", () => {
	assert.equal(whyNoOffer([], at), null);
	assert.equal(whyNoOffer([offer("me", "a")], at), "waits");
	assert.equal(whyNoOffer([offer("me", "a"), answer("them", "a", 2)], at), "today");
	const before = { date: "2026-02-15" };
	assert.equal(whyNoOffer([offer("me", "a", before), answer("them", "a", 2, before)], at), null);
	assert.equal(whyNoOffer([offer("me", "a", before), answer("them", "a", 2)], at), "today");
	assert.equal(whyNoOffer([offer("me", "a"), answer("them", "a", 1), shared("me", "a", 1)], at), null);
});

test("Asking, taking the question back and asking once more is asking twice on one day", () => {
	const row = { asked: 20_500, conv: "c", k: 1, of: "a", opened: 0, over: 20_500, told: 0 };
	assert.equal(whyNoOffer([], { ...at, told: [row] }), "today");
	assert.equal(whyNoOffer([], { ...at, told: [{ ...row, asked: 20_499 }] }), null);
	assert.equal(whyNoOffer([], { ...at, told: [{ ...row, told: 20_500 }] }), null);
});

test("What they ask me keeps me from nothing", () => {
	assert.equal(whyNoOffer([offer("them", "b"), answer("me", "b", 2)], at), null);
});

test("On a bad day nothing is offered, whoever said it; taken back or a day later it may be", () => {
	const bad = (ts, date) => line("them", { t: "bad-day", wish: 1, words: "" }, { ts, date });
	assert.equal(whyNoOffer([bad(NOW - HOUR, TODAY)], at), "bad-day");
	assert.equal(whyNoOffer([bad(NOW - 23 * HOUR, "2026-02-15")], at), "bad-day");
	assert.equal(whyNoOffer([bad(NOW - 25 * HOUR, "2026-02-15")], at), null);
	assert.equal(whyNoOffer([], { ...at, isBadDay: true }), "bad-day");
});

test("A telling is its teller's: the same name by somebody else changes nothing of it, and nobody answers themselves", () => {
	const lines = [
		offer("me", "a"),
		answer("me", "a", 1),
		shared("them", "a", 2),
		answer("them", "a", 1),
		shared("me", "a", 1),
		answer("them", "a", 3),
	];
	const [one, ...others] = tellingsIn(lines);
	assert.deepEqual(others, []);
	assert.deepEqual(
		[one.from, one.answer, one.shared.map(({ card }) => card.k), wantsMore(one)],
		["me", 1, [1], true],
	);
	assert.equal(wantsMore(tellingsIn(lines.slice(0, 5))[0]), false);
	assert.equal(wantsMore(tellingsIn([...lines, shared("me", "a", 2)])[0]), false);
});

test("A not now can become a yes, by whoever said it", () => {
	const [one] = tellingsIn([offer("them", "a"), answer("me", "a", 2), answer("me", "a", 1)]);
	assert.equal(one.answer, 1);
});

test("What two devices of one person say of the same layer is said once: one more is asked for, and one more told", () => {
	const at = { readers: ["them"], told: [] };
	const [asked, yes, first] = [offer("me", "a"), answer("them", "a", 1), shared("me", "a", 1)];
	const [more, again] = [answer("them", "a", 3), answer("them", "a", 3)];
	const lines = [asked, yes, first, more, again];
	assert.equal(isWished(tellingsIn(lines)[0], at), true);
	const second = shared("me", "a", 2);
	assert.equal(isWished(tellingsIn([...lines, second])[0], at), false, "nobody asked for the whole");
	const third = answer("them", "a", 3);
	assert.equal(isWished(tellingsIn([...lines, second, third])[0], at), true);
	const all = [...lines, second, third];
	const twice = all.filter((one) => one.card.t === "story-answer" && isSaidAlready(all, one));
	assert.deepEqual(twice, [again]);
});

test("A yes, a not now and a yes again are three answers; the same one twice in a row is one, of each person", () => {
	const by = (id) => ({ by: id });
	const [yes, no, back] = [1, 2, 1].map((says) => answer("them", "a", says, by("ada")));
	const lea = answer("them", "a", 1, by("lea"));
	const again = answer("them", "a", 1, by("ada"));
	const all = [offer("me", "a", by("ben")), yes, no, back, lea, again];
	assert.deepEqual(
		all.slice(1).map((one) => isSaidAlready(all, one)),
		[false, false, false, false, true],
	);
});

test("What another device of mine asked counts before its line is here, and a yes to it frees the day", () => {
	const row = { asked: 20_500, conv: "c", k: 1, of: "a", opened: 0, over: 0, told: 0 };
	const at = { convs: ["c"], day: 20_500, lines: [] };
	assert.equal(wasAskedIn({ told: [row] }, at), true);
	assert.equal(wasAskedIn({ told: [row] }, { ...at, convs: ["other"] }), false);
	assert.equal(wasAskedIn({ told: [row] }, { ...at, day: 20_501 }), false);
	assert.equal(
		wasAskedIn({ told: [row] }, { ...at, lines: [offer("me", "a"), answer("them", "a", 1)] }),
		false,
	);
});

test("With three in a talk it is told only once everybody who reads says yes, and somebody who came since is asked too", () => {
	const by = (id) => ({ by: id });
	const asked = [offer("me", "a", by("ben"))];
	const one = (...answers) => tellingsIn([...asked, ...answers])[0];
	const at = { readers: ["ada", "lea"], told: [] };
	const no = answer("them", "a", 2, by("ada"));
	const yesOf = (id) => answer("them", "a", 1, by(id));
	assert.deepEqual(notYetOf(one(no, yesOf("lea")), at), ["ada"]);
	assert.equal(one(no, yesOf("lea")).answer, 2);
	assert.equal(isWished(one(yesOf("ada"), yesOf("lea")), at), true);
	assert.deepEqual(notYetOf(one(yesOf("ada")), at), ["lea"]);
	assert.equal(isWished(one(yesOf("ada")), { ...at, readers: ["ada"] }), true);
	assert.equal(isWished(one(yesOf("ada")), { ...at, readers: [] }), false);
	const went = { ...line("them"), kind: "turn", card: undefined, turn: { came: [], went: ["lea"] } };
	assert.deepEqual(notYetOf(one(yesOf("ada"), yesOf("lea"), went), at), ["lea"]);
	assert.equal(isWished(one(yesOf("ada"), yesOf("lea"), answer("them", "a", 2, by("ada"))), at), false);
});

test("What was told for some days and is over was told: nothing is told again, or further, on the old words", () => {
	const row = { asked: 1, conv: "c", of: "a", opened: 0, over: 9, told: 2 };
	const told = [
		{ ...row, k: 1 },
		{ ...row, k: 2 },
	];
	const [asked, yes, more] = [offer("me", "a"), answer("them", "a", 1), answer("them", "a", 3)];
	const isTold = (lines, rows) =>
		isWished(tellingsIn([asked, yes, ...lines])[0], { readers: ["them"], told: rows });
	assert.equal(isTold([], []), true);
	assert.equal(isTold([], told.slice(0, 1)), false);
	assert.equal(isTold([more, shared("me", "a", 2)], told), false);
	assert.equal(isTold([more, shared("me", "a", 2), answer("them", "a", 3)], told), true);
	const heard = tellingsIn([offer("them", "a"), answer("me", "a", 3), shared("them", "a", 2)]);
	assert.equal(wantsMore(heard[0]), false);
});

test("A layer is for whoever it was written for: named, or supported by a specialist, and else for nobody", () => {
	const all = story(layer(1), layer(2, { who: 2, with: ["c1"] }), layer(3, { who: 3 }));
	const ks = (talk) => layersFor(all, talk).map(({ k }) => k);
	assert.deepEqual(ks({ convs: ["c1"], mine: "client" }), [2]);
	assert.deepEqual(ks({ convs: ["c9", "c1"], mine: "specialist" }), [2, 3]);
	assert.deepEqual(ks({ convs: ["c2"], mine: "client" }), []);
});

test("A layer is written to the newest; where another device wrote something else meanwhile, it is not written over", () => {
	const before = layer(1, { b: "First." });
	const now = layer(1, { b: "Other." });
	const mine = layer(1, { b: "Mine." });
	assert.deepEqual(withLayer(story(before, layer(3)), before, mine).layers, [mine, layer(3)]);
	assert.deepEqual(withLayer(story(layer(3)), null, layer(2)).layers, [layer(2), layer(3)]);
	assert.equal(withLayer(story(now), before, mine), null);
	assert.deepEqual(withoutLayer(story(now), before).layers, [now]);
	assert.deepEqual(withoutLayer(story(before), before).layers, []);
});

test("What was told is noted once for each layer of a telling, and a full list lets go of what is over first", () => {
	const one = withTold(story(), { of: "a", k: 1, conv: "c", asked: 5 });
	const both = withTold(withTold(one, { of: "a", k: 1, told: 6 }), { of: "a", k: 2, conv: "c", told: 6 });
	assert.deepEqual(
		both.told.map(({ k, asked, told, opened }) => [k, asked, told, opened]),
		[
			[1, 5, 6, 0],
			[2, 0, 6, 0],
		],
	);
	const over = withTold(both, { of: "a", k: 1, opened: 7, over: 8 });
	const anew = withTold(over, { of: "a", k: 1, told: 9 }).told[0];
	assert.deepEqual([anew.told, anew.opened, anew.over], [9, 0, 0]);
	let full = story();
	for (let at = 0; at < 120; at += 1)
		full = withTold(full, { of: `o${at}`, k: 1, conv: "c", told: 1, over: at === 7 ? 2 : 0 });
	const more = withTold(full, { of: "new", k: 1, conv: "c", told: 3 });
	assert.deepEqual(
		[more.told.length, more.told.some(({ of }) => of === "o7"), more.told.at(-1).of],
		[120, false, "new"],
	);
});

test("How long it takes to read is said in minutes, and its last day is still in time", () => {
	assert.deepEqual([wordsOf(" One  two\nthree "), wordsOf("  ")], [3, 0]);
	assert.deepEqual([minutesOf(1), minutesOf(180), minutesOf(181)], [1, 1, 2]);
	assert.deepEqual(
		[isOver({ until: 0 }, 99), isOver({ until: 9 }, 9), isOver({ until: 9 }, 10)],
		[false, false, true],
	);
});
