import assert from "node:assert/strict";
import { test } from "node:test";
import { checkAgreement } from "../../crypto/cards/circle.js";
import { nextVersion, standingOf, withoutSaidAgain } from "../../talk/circle-standing.js";

const [BEN, CEM, ADA, FINN] = ["ben", "cem", "ada", "finn"];
const WHO = { me: ADA, led: [{ n: 1, hosts: [BEN, CEM] }], members: [BEN, CEM, ADA, FINN] };

/** Lines as they stand, numbered from 2 on; Ada is the reader. */
const told = (...said) =>
	said.map(([by, what], at) => {
		const isText = typeof what === "string";
		const line = { n: at + 2, from: by === ADA ? "me" : "them", by, kind: isText ? "text" : "card" };
		return isText ? { ...line, text: what } : { ...line, card: what };
	});
const standing = (said, who = {}) => standingOf(told(...said), { ...WHO, ...who });
const card = (t, fields) => ({ t: `circle-${t}`, ...fields });
const round = (order, of = "r1") => card("round", { of, order, words: "What helped?" });

test("Of an agreement the newest version of a host counts, and who accepted exactly that", () => {
	const { agreement } = standing([
		[BEN, card("agreement", { ver: 1, words: "We listen." })],
		[ADA, card("accepts", { ver: 1 })],
		[CEM, card("agreement", { ver: 2, words: "We listen, and wait." })],
		[FINN, card("accepts", { ver: 1 })],
		[FINN, card("accepts", { ver: 2 })],
		[FINN, card("accepts", { ver: 2 })],
	]);
	assert.deepEqual(agreement, { ver: 2, words: "We listen, and wait.", by: CEM, accepted: [CEM, FINN] });
});

test("What a member calls an agreement, a round or a meeting is none", () => {
	const {
		agreement,
		round: none,
		meeting,
	} = standing([
		[FINN, card("agreement", { ver: 1, words: "Pay me." })],
		[FINN, round([ADA, BEN])],
		[FINN, card("meeting", { of: "m1", step: 1, at: 5, words: "" })],
	]);
	assert.deepEqual([agreement, none, meeting], [null, null, null]);
});

test("The same version said again, for whoever came later, takes nobody's yes back; other words under an old number count for nothing", () => {
	const first = card("agreement", { ver: 1, words: "We listen." });
	const { agreement } = standing([
		[BEN, first],
		[ADA, card("accepts", { ver: 1 })],
		[CEM, first],
		[CEM, card("agreement", { ver: 1, words: "We do not." })],
	]);
	assert.deepEqual([agreement.words, agreement.accepted], ["We listen.", [BEN, ADA]]);
});

test("An agreement that is said once more for whoever came is shown once; a new version, and one of mine that does not go, are shown", () => {
	const first = card("agreement", { ver: 1, words: "We listen." });
	const second = card("agreement", { ver: 2, words: "We wait, too." });
	const lines = told([BEN, first], [CEM, first], [FINN, "Hello."], [CEM, second], [BEN, second]);
	const refused = { n: null, from: "me", by: ADA, kind: "card", card: second, state: "refused" };
	const shown = withoutSaidAgain([...lines, refused]);
	assert.deepEqual(
		shown.map(({ n }) => n),
		[2, 4, 5, null],
	);
});

test("Whoever led when the line was written counts, not whoever leads now", () => {
	const led = [
		{ n: 1, hosts: [BEN, CEM] },
		{ n: 3, hosts: [CEM, FINN] },
	];
	const said = [
		[BEN, card("agreement", { ver: 1, words: "Old." })],
		[BEN, "A header stands here."],
		[BEN, card("agreement", { ver: 2, words: "No more." })],
		[FINN, card("agreement", { ver: 3, words: "New." })],
	];
	assert.deepEqual(
		[standing(said.slice(0, 3), { led }).agreement.ver, standing(said, { led }).agreement.ver],
		[1, 3],
	);
});

test("A round goes in its order: whoever's turn it is speaks or passes, and words of others take nobody's turn", () => {
	const said = [
		[BEN, round([ADA, FINN, CEM])],
		[FINN, "Sorry, I was quick."],
		[ADA, "A walk."],
		[FINN, card("pass", { of: "r1" })],
	];
	const { turn, done } = standing(said).round;
	assert.equal(turn, CEM);
	assert.deepEqual(done, [
		{ accountId: ADA, passed: false },
		{ accountId: FINN, passed: true },
	]);
	assert.equal(standing([...said, [CEM, "My sister."]]).round.turn, null);
});

test("A host goes on where somebody is away, and ends a round; a member does neither", () => {
	const said = [[BEN, round([ADA, FINN])]];
	const next = (over) => card("next", { of: "r1", over });
	assert.equal(standing([...said, [FINN, next(false)]]).round.turn, ADA);
	assert.equal(standing([...said, [CEM, next(false)]]).round.turn, FINN);
	assert.equal(standing([...said, [CEM, next(true)]]).round.turn, null);
	assert.equal(standing([...said, [CEM, card("next", { of: "r0", over: true })]]).round.turn, ADA);
});

test("Of two hosts who go on at once, the second ends nobody else's turn, and words that came first are not taken for another's", () => {
	const next = (who) => card("next", { of: "r1", over: false, who });
	const opened = [BEN, round([ADA, FINN, CEM])];
	const both = [opened, [BEN, next(ADA)], [CEM, next(ADA)]];
	assert.equal(standing(both).round.turn, FINN);
	assert.equal(standing([...both, [CEM, next(FINN)]]).round.turn, CEM);
	assert.equal(standing([opened, [ADA, "I was only slow."], [BEN, next(ADA)]]).round.turn, FINN);
});

test("Once somebody went, the next one's words are their turn; words of before they went are not", () => {
	const went = { n: 3, from: "them", by: null, kind: "turn", turn: { came: [], went: [FINN] } };
	const text = (n) => ({ n, from: "me", by: ADA, kind: "text", text: "A walk." });
	const [opened] = told([BEN, round([FINN, ADA, CEM])]);
	const who = { ...WHO, members: [BEN, CEM, ADA] };
	const { turn, done } = standingOf([opened, went, text(4)], who).round;
	assert.deepEqual([turn, done], [CEM, [{ accountId: ADA, passed: false }]]);
	assert.equal(standingOf([opened, text(2.5), went], who).round.turn, ADA);
	const back = { ...went, n: 5, turn: { came: [FINN], went: [] } };
	assert.equal(standingOf([opened, went, text(4), back], WHO).round.turn, FINN);
});

test("Whoever went holds nobody up, and nobody's pass is for another round", () => {
	const said = [[BEN, round([FINN, ADA])]];
	assert.equal(standing(said, { members: [BEN, CEM, ADA] }).round.turn, ADA);
	const two = [...said, [CEM, round([ADA], "r2")], [ADA, card("pass", { of: "r1" })]];
	assert.equal(standing(two).round.turn, ADA);
});

test("A meeting keeps its time and words from setting to closing", () => {
	const at = (step, words, when = 0) => card("meeting", { of: "m1", step, at: when, words });
	const said = [
		[BEN, at(1, "On Sunday", 900)],
		[CEM, at(2, "Welcome, all.")],
		[CEM, at(3, "Thank you.")],
	];
	assert.deepEqual(standing(said.slice(0, 1)).meeting, {
		of: "m1",
		at: 900,
		words: "On Sunday",
		closing: "",
		step: 1,
	});
	assert.deepEqual(standing(said).meeting, {
		of: "m1",
		at: 900,
		words: "Welcome, all.",
		closing: "Thank you.",
		step: 3,
	});
});

test("What somebody calls themselves is theirs alone, and the newest counts", () => {
	const { names, welcomed } = standing([
		[FINN, card("called", { name: "Finn" })],
		[ADA, card("called", { name: "Ada" })],
		[FINN, card("called", { name: "F." })],
		[ADA, card("welcome", { to: FINN, words: "Hello." })],
		[CEM, card("welcome", { to: FINN, words: "Hello too." })],
	]);
	assert.deepEqual(
		[...names],
		[
			[FINN, "F."],
			[ADA, "Ada"],
		],
	);
	assert.deepEqual(welcomed, [FINN]);
});

test("A line of mine that is on its way counts already", () => {
	const lines = [
		...told([BEN, round([ADA, FINN])]),
		{ n: null, from: "me", kind: "card", card: card("pass", { of: "r1" }) },
	];
	assert.equal(standingOf(lines, WHO).round.turn, FINN);
});

test("A round by somebody who does not lead is shown to nobody; what anybody may say is", () => {
	const lines = told(
		[BEN, round([ADA])],
		[FINN, round([FINN])],
		[FINN, card("welcome", { to: ADA, words: "Hello." })],
		[FINN, "Hello."],
	);
	assert.deepEqual([...standingOf(lines, WHO).denied], [lines[1]]);
});

test("A host who goes to the last number there is ends no agreement: after it comes the first again, from whoever leads", () => {
	const last = [BEN, card("agreement", { ver: 9_999, words: "Mine for good." })];
	const said = [[CEM, card("agreement", { ver: 1, words: "We listen." })], last];
	const after = (...more) => standing([...said, ...more]).agreement;
	assert.equal(after().ver, 9_999);
	const next = card("agreement", { ver: nextVersion(9_999), words: "We listen, and go on." });
	assert.doesNotThrow(() => checkAgreement({ ver: next.ver, words: next.words }));
	assert.deepEqual(after([CEM, next], [ADA, card("accepts", { ver: 1 })]), {
		...{ ver: 1, words: "We listen, and go on.", by: CEM, accepted: [CEM, ADA] },
	});
	assert.equal(after([FINN, next]).ver, 9_999, "a member says no agreement");
	assert.equal(after([CEM, card("agreement", { ver: 2, words: "Two." })]).ver, 9_999);
	assert.equal(after([CEM, next], [BEN, card("agreement", { ver: 2, words: "Two." })]).ver, 2);
});

test("Whoever could not read one version reads the next one all the same", () => {
	const { agreement } = standing([
		[CEM, card("agreement", { ver: 1, words: "One." })],
		[CEM, card("agreement", { ver: 3, words: "Three." })],
	]);
	assert.equal(agreement.ver, 3);
});
