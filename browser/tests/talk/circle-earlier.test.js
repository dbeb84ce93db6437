// Words of before, for somebody who came: a host asks, each hands on their own, and nobody else's.

import assert from "node:assert/strict";
import { test } from "node:test";
import { cameHere, earlierAsks, handedToMe, isAsked } from "../../talk/circle-earlier.js";
import { circleNow } from "../../talk/circle-rows.js";

const [BEN, CEM, ADA, FINN] = ["ben", "cem", "ada", "finn"];
const DAY = 86_400_000;
const NOW = 100 * DAY;
const WHO = { me: ADA, led: [{ n: 1, hosts: [BEN, CEM] }], members: [BEN, CEM, ADA, FINN], at: NOW };

const line = (n, by, more) => ({
	...{ n, id: `l${n}`, msg: `m${n}`, by, from: by === ADA ? "me" : "them", ts: NOW - (30 - n) * 3_600_000 },
	...{ kind: "text", text: "", ...more },
});
const text = (n, by, ts) => line(n, by, ts === undefined ? {} : { ts });
const card = (n, by, fields, more = {}) => line(n, by, { kind: "card", card: fields, ...more });
const came = (n, who) => line(n, BEN, { kind: "turn", turn: { came: [who], went: [] } });
const asks = (n, by, more = {}) =>
	card(n, by, { t: "circle-earlier", of: "q1", since: NOW - DAY, to: FINN }, more);
const LINES = [
	text(2, ADA, NOW - 3 * DAY),
	text(8, ADA),
	card(9, ADA, { t: "circle-line", notes: [8], own: "", said: "My aunt." }),
	card(10, ADA, { t: "circle-pass", of: "r1" }),
	text(11, CEM),
	line(12, ADA, { kind: "taken-back" }),
	came(13, FINN),
	text(14, ADA),
	asks(15, BEN),
];

test("Only my own words are mine to hand on: since the moment that was asked for, and before Finn came", () => {
	const [ask] = earlierAsks(LINES, WHO);
	assert.deepEqual([ask.isOpen, ask.handed, ask.mine], [true, false, ["l8", "l9"]]);
	const [cems] = earlierAsks(
		LINES.map((one) => ({ ...one, from: one.by === CEM ? "me" : "them" })),
		{
			...WHO,
			me: CEM,
		},
	);
	assert.deepEqual(cems.mine, ["l11"]);
});

test("Once Finn or whoever asked is gone, leads no more, or a week is over, nobody is asked", () => {
	const isOpen = (change, lines = LINES) => earlierAsks(lines, { ...WHO, ...change })[0].isOpen;
	assert.equal(isOpen({ members: [BEN, CEM, ADA] }), false);
	assert.equal(isOpen({ led: [...WHO.led, { n: 16, hosts: [CEM] }] }), false);
	assert.equal(isOpen({ at: NOW + 8 * DAY }), false);
	assert.equal(isOpen({ at: NOW + 5 * DAY }), true);
});

test("What was handed on is handed on once, and is for Finn alone", () => {
	const words = card(16, ADA, { t: "circle-earlier-words", of: "q1", box: "b" });
	const [ask] = earlierAsks([...LINES, words], WHO);
	assert.deepEqual([ask.handed, ask.mine], [true, []]);
	const his = [...LINES, words].map((one) => ({ ...one, from: one.by === FINN ? "me" : "them" }));
	const asked = earlierAsks(his, { ...WHO, me: FINN });
	assert.deepEqual(asked[0].mine, []);
	assert.deepEqual(handedToMe(his, asked, FINN), [{ id: "l16", by: ADA, of: "q1", box: "b" }]);
	assert.deepEqual(handedToMe(his, asked, CEM), []);
	assert.deepEqual(cameHere(LINES, WHO), [FINN]);
});

test("Whoever asks and does not lead, Finn himself too, is heard by nobody; words that nobody asked for count for nothing", () => {
	const shown = (by) => {
		const lines = [
			...LINES.slice(0, -1),
			asks(15, by),
			card(16, CEM, { t: "circle-earlier-words", of: "q1", box: "b" }),
		];
		const members = WHO.members.map((account_id) => ({ account_id, role: 1 }));
		const readers = [BEN, CEM, FINN].map((account_id) => ({ account_id, name: null, reads: true }));
		const known = { canWrite: true, cannot: null, stopped: null, readers };
		const talk = { conv: "c", lines, known: { ...known, circle: { members, led: WHO.led, leaving: [] } } };
		const beside = { me: ADA, draft: "", trouble: null, at: NOW, keptBack: [], earlier: {} };
		return circleNow(1, talk, { ...beside, blocked: new Set() });
	};
	assert.equal(shown(BEN).asks.length, 1);
	for (const by of [FINN, ADA]) {
		const { asks: none, lines } = shown(by);
		assert.deepEqual(none, []);
		assert.ok(!lines.some((one) => one.card?.t.startsWith("circle-earlier")), by);
	}
	assert.equal(isAsked([])({ card: { t: "circle-pass" } }), true);
});

test("Nobody is asked to hand on anything to whom they blocked", () => {
	const members = WHO.members.map((account_id) => ({ account_id, role: 1 }));
	const known = { canWrite: true, cannot: null, stopped: null, readers: [] };
	const talk = {
		conv: "c",
		lines: LINES,
		known: { ...known, circle: { members, led: WHO.led, leaving: [] } },
	};
	const beside = { me: ADA, draft: "", trouble: null, at: NOW, keptBack: [], earlier: {} };
	assert.deepEqual(circleNow(1, talk, { ...beside, blocked: new Set([FINN]) }).asks, []);
});
