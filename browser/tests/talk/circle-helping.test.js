// Who helps host a circle: a host asks, the member says yes, either ends it; and what nobody can make of it alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { circleNow } from "../../talk/circle-rows.js";
import { CircleSays } from "../../talk/circle-says.js";
import { standingOf } from "../../talk/circle-standing.js";
import { NOTHING_STOOD, stoodIn, stoodNow, textOf } from "../../talk/circle-stood.js";

const [BEN, CEM, ADA, FINN, GUS] = ["ben", "cem", "ada", "finn", "gus"];
const LED = [{ n: 1, hosts: [BEN, CEM] }];
const DAY = 86_400_000;
const TODAY = 20_700;
const card = (t, fields) => ({ t: `circle-${t}`, ...fields });
const ask = (to = ADA, of = "q1") => card("helper", { of, on: true, to });
const ends = (to = ADA, of = "q1") => card("helper", { of, on: false, to });
const yes = (of = "q1") => card("helps", { of, yes: true });
const no = (of = "q1") => card("helps", { of, yes: false });
const meets = (step, of = "m1") => card("meeting", { of, step, at: 900, words: "" });
const round = (of = "r1") => card("round", { of, order: [FINN, ADA], words: "" });
const next = (more) => card("next", { of: "r1", over: false, ...more });
const came = (...who) => ({ turn: { came: who, went: [] } });
const went = (...who) => ({ turn: { came: [], went: who } });

/** Lines as they stand, numbered from 2 on, as Finn reads them. */
const told = (...said) =>
	said.map(([by, what], at) => {
		const line = { n: at + 2, from: by === FINN ? "me" : "them", by, ts: TODAY * DAY };
		if ("turn" in what) return { ...line, kind: "turn", turn: what.turn };
		return "kind" in what ? { ...line, ...what } : { ...line, kind: "card", card: what };
	});
const who = (led = LED) => ({ me: FINN, led, members: [BEN, CEM, ADA, FINN, GUS] });
const standing = (said, led = LED) => standingOf(told(...said), who(led));
const helpers = ({ helping }) => [...helping].flatMap(([id, { isYes }]) => (isYes ? [id] : []));
const NAMED = [
	[BEN, ask()],
	[ADA, yes()],
];

test("Nothing counts before both: a host's question alone makes nobody a helper, nor does a yes that nobody asked for", () => {
	assert.deepEqual(helpers(standing([[BEN, ask()]])), []);
	assert.deepEqual(helpers(standing([[ADA, yes()]])), []);
	assert.deepEqual(helpers(standing([...NAMED].toReversed())), []);
	assert.deepEqual(helpers(standing(NAMED)), [ADA]);
});

test("Nobody says yes for somebody else, names themselves, or names another as a helper", () => {
	for (const said of [
		[
			[BEN, ask()],
			[GUS, yes()],
		],
		[
			[ADA, ask(ADA)],
			[ADA, yes()],
		],
		[
			[GUS, ask(ADA)],
			[ADA, yes()],
		],
		[
			[BEN, ask()],
			[ADA, yes("q2")],
		],
	])
		assert.deepEqual(helpers(standing(said)), []);
	const chain = [...NAMED, [ADA, ask(GUS, "q2")], [GUS, yes("q2")]];
	assert.deepEqual(helpers(standing(chain)), [ADA]);
	assert.equal(standing(chain).denied.size, 2);
});

test("Whoever led before and leads no more names nobody; whom they named while they led goes on", () => {
	const led = [...LED, { n: 3, hosts: [CEM, GUS] }];
	const late = [
		[CEM, meets(1)],
		[CEM, meets(4)],
		[BEN, ask()],
		[ADA, yes()],
	];
	assert.deepEqual(helpers(standing(late, led)), []);
	assert.deepEqual(helpers(standing([...NAMED, [CEM, meets(1)]], led)), [ADA]);
	const bensEnd = [...NAMED, [BEN, ends()]];
	assert.deepEqual(helpers(standing(bensEnd, led)), [ADA]);
});

test("Whoever leads is no helper, and was none once they lead no more", () => {
	const led = [...LED, { n: 4, hosts: [BEN, CEM, ADA] }, { n: 6, hosts: [BEN, CEM] }];
	const said = [...NAMED, [BEN, meets(1)], [BEN, meets(4)], [BEN, meets(1, "m2")], [ADA, meets(2, "m2")]];
	assert.deepEqual(helpers(standing(said, led)), []);
	assert.equal(standing(said, led).meeting.step, 1);
	assert.equal(standing([[BEN, ask(CEM)]]).helping.size, 0);
});

test("A helper opens and closes a meeting that a host set, begins a round and passes a turn on; nothing else of a host's counts from them", () => {
	const hour = [...NAMED, [BEN, meets(1)], [ADA, meets(2)], [ADA, round()], [ADA, next({ who: FINN })]];
	const open = standing(hour);
	assert.deepEqual([open.meeting.step, open.round.turn, open.denied.size], [2, ADA, 0]);
	assert.equal(standing([...hour, [ADA, meets(3)]]).meeting.step, 3);
	const not = [
		meets(1, "m2"),
		meets(2, "m2"),
		meets(4),
		card("agreement", { ver: 1, words: "Mine." }),
		card("quiet", { from: 1, till: 2, zone: "UTC" }),
		card("earlier", { of: "e", since: 0, to: GUS }),
		ask(GUS, "q2"),
		ends(),
		next({}),
		card("next", { of: "r1", over: true }),
	];
	for (const one of not) {
		const { denied, ...after } = standing([...hour, [ADA, one]]);
		assert.equal(denied.size, 1, JSON.stringify(one));
		assert.deepEqual(after, withoutDenied(open), JSON.stringify(one));
	}
});
const withoutDenied = ({ denied: _, ...rest }) => rest;

test("A meeting that nobody set is opened by no helper, and one that is not open is closed by none", () => {
	assert.equal(standing([...NAMED, [ADA, meets(2)]]).meeting, null);
	assert.equal(standing([...NAMED, [BEN, meets(1)], [ADA, meets(3)]]).meeting.step, 1);
	assert.equal(standing([...NAMED, [BEN, meets(1)], [BEN, meets(4)], [ADA, meets(2)]]).meeting.step, 4);
});

test("Any host ends it, and so does the helper; what they do after that counts for nothing, what they did before stands", () => {
	const hour = [...NAMED, [BEN, meets(1)], [ADA, meets(2)]];
	for (const over of [
		[CEM, ends()],
		[ADA, no()],
		[BEN, went(ADA)],
		[ADA, { kind: "left" }],
	]) {
		const after = standing([...hour, over, [ADA, meets(3)], [ADA, round()]]);
		assert.deepEqual([after.meeting.step, after.round, after.denied.size], [2, null, 2]);
	}
	assert.deepEqual(helpers(standing([...hour, [GUS, ends()]])), [ADA]);
});

test("What was over does not come back by the same words: an old yes, an old end, and a question that was answered", () => {
	assert.deepEqual(helpers(standing([...NAMED, [CEM, ends()], [ADA, yes()]])), []);
	const again = [...NAMED, [CEM, ends()], [BEN, ask(ADA, "q2")]];
	assert.deepEqual(helpers(standing([...again, [ADA, yes()]])), []);
	assert.deepEqual(helpers(standing([...again, [ADA, yes("q2")], [CEM, ends()], [ADA, no()]])), [ADA]);
	assert.deepEqual(
		helpers(
			standing([
				[BEN, ask()],
				[ADA, no()],
				[ADA, yes()],
			]),
		),
		[],
	);
	assert.deepEqual(
		helpers(standing([...NAMED, [ADA, no()], [BEN, went(ADA)], [BEN, came(ADA)], [ADA, yes()]])),
		[],
	);
});

test("Of two hosts who ask at once the first counts; a second question takes nobody's yes away", () => {
	const both = [
		[BEN, ask()],
		[CEM, ask(ADA, "q2")],
	];
	assert.deepEqual(helpers(standing([...both, [ADA, yes()]])), [ADA]);
	assert.deepEqual(helpers(standing([...both, [ADA, yes("q2")]])), []);
	assert.deepEqual(helpers(standing([...NAMED, [CEM, ask(ADA, "q2")], [CEM, ends(ADA, "q2")]])), [ADA]);
});

test("Once somebody came, nobody helps before a host and the helper say it again; then whoever came and whoever was here find the same", () => {
	const before = [...NAMED, [BEN, meets(1)]];
	const since = [
		[BEN, came(GUS)],
		[ADA, meets(2)],
		[BEN, meets(1)],
		[BEN, ask()],
		[ADA, meets(2)],
		[ADA, yes()],
		[ADA, meets(2)],
		[CEM, ends()],
		[ADA, meets(3)],
	];
	const all = told(...before, ...since);
	const found = (lines) => {
		const { meeting, helping, denied } = standingOf(lines, who());
		return [meeting?.step ?? null, helpers({ helping }), [...denied].map(({ n }) => n)];
	};
	// Right after somebody came, they know of no meeting yet.
	for (let end = before.length + 3; end <= all.length; end += 1)
		assert.deepEqual(found(all.slice(0, end)), found(all.slice(before.length, end)), `up to ${end}`);
	assert.deepEqual(found(all), [2, [], [6, 9, 13]]);
});

test("Read on from where one was, it stands as if all had been read", () => {
	const said = [[BEN, card("agreement", { ver: 1, words: "We listen." })], ...NAMED, [BEN, meets(1)]];
	const words = Array.from({ length: 120 }, () => [GUS, { kind: "text", text: "Hm." }]);
	const lines = told(...said, ...words, [ADA, meets(2)]);
	const [head, last] = [lines.slice(0, -1), lines.at(-1)];
	const kept = stoodNow({
		...{ head: head.at(-1).n, lines: head, standing: standingOf(head, who()), stood: NOTHING_STOOD },
		...{ owed: { saysName: false, saysAgreement: false }, me: BEN, hasName: true },
	});
	const text = textOf(kept, who().members);
	const stood = stoodIn(text, { today: TODAY, months: 6 });
	assert.deepEqual(stood.helping, standingOf(head, who()).helping);
	const now = standingOf([...head.slice(-20), last], who(), stood);
	assert.deepEqual([now.meeting.step, helpers(now), now.denied.size], [2, [ADA], 0]);
	assert.equal(stoodIn(textOf(kept, [BEN, CEM, FINN]), { today: TODAY, months: 6 }).helping.size, 0);
	const older = JSON.parse(text);
	older.helping[0][3] = TODAY - 400;
	assert.equal(stoodIn(JSON.stringify(older), { today: TODAY, months: 6 }).helping.size, 0);
	const { helping: _, ...ofBefore } = older;
	assert.equal(stoodIn(JSON.stringify(ofBefore), { today: TODAY, months: 6 }).helping.size, 0);
});

/** A talk as somebody's room has it, and what the room sent. */
function room(lines, me) {
	const sent = [];
	const others = [BEN, CEM, ADA, FINN, GUS].filter((one) => one !== me);
	const readers = others.map((account_id) => ({ account_id, name: account_id, reads: true }));
	const role = (id) => ([BEN, CEM].includes(id) ? 6 : 1);
	const members = who().members.map((account_id) => ({ account_id, role: role(account_id) }));
	const mine = lines.map((line) => ({ ...line, from: line.by === me ? "me" : "them" }));
	const talk = {
		...{ conv: "c", lines: mine, catching: false, older: "none", stood: NOTHING_STOOD },
		known: {
			readers,
			circle: { members, led: LED, leaving: [] },
			canWrite: true,
			cannot: null,
			stopped: null,
		},
		sayAs(_kind, { text }) {
			const one = JSON.parse(text);
			sent.push(one);
			talk.lines = [...talk.lines, { n: null, from: "me", kind: "card", card: one }];
		},
	};
	const beside = { me, draft: "", trouble: null, blocked: new Set(), at: 0, keptBack: [], earlier: {} };
	return { says: new CircleSays(talk, me), sent, now: () => circleNow(1, talk, beside) };
}
const AGREED = [
	[BEN, card("agreement", { ver: 1, words: "We listen." })],
	[ADA, card("accepts", { ver: 1 })],
];
const kinds = (sent) => sent.map(({ t }) => t.slice("circle-".length));

test("A host's room tells whoever comes who helps, with the next meeting; the helper's room says its yes again, and one that was taken back it does not", () => {
	const lines = told(...AGREED, ...NAMED, [BEN, meets(1)], [CEM, came(GUS)]);
	const ben = room(lines, BEN);
	ben.says.agreeWithWhoCame();
	assert.deepEqual(kinds(ben.sent), ["agreement", "meeting", "helper"]);
	ben.says.agreeWithWhoCame();
	assert.equal(ben.sent.length, 3);
	const early = room(lines, ADA);
	early.says.helpWithWhoCame();
	assert.throws(() => early.says.openRound(""), { code: "not-now" });
	assert.deepEqual(early.sent, []);
	const again = told(...AGREED, ...NAMED, [BEN, meets(1)], [CEM, came(GUS)], [BEN, meets(1)], [BEN, ask()]);
	const ada = room(again, ADA);
	ada.says.helpWithWhoCame();
	ada.says.helpWithWhoCame();
	assert.deepEqual(ada.sent, [yes()]);
	const anew = [
		[CEM, ends()],
		[BEN, ask(ADA, "q2")],
	];
	const over = room(told(...AGREED, ...NAMED, [CEM, came(GUS)], [BEN, ask()], ...anew), ADA);
	over.says.helpWithWhoCame();
	assert.deepEqual(over.sent, []);
	assert.equal(over.now().asksMe, BEN);
});

test("A host whose room was cut off after the agreement says who helps once more", () => {
	const agreed = [CEM, card("agreement", { ver: 1, words: "We listen." })];
	const ben = room(told(...AGREED, ...NAMED, [CEM, came(GUS)], agreed), BEN);
	ben.says.agreeWithWhoCame();
	assert.deepEqual(ben.sent, [ask()]);
});

test("The room of whoever does not help opens nothing; a helper's says its yes again before what it does", () => {
	const gus = room(told(...AGREED, [GUS, card("accepts", { ver: 1 })], ...NAMED), GUS);
	for (const deed of [() => gus.says.openRound(""), () => gus.says.meeting({ step: 2, at: 0, words: "" })])
		assert.throws(deed, { code: "not-now" });
	assert.throws(() => gus.says.answerHelp(true), { code: "not-now" });
	assert.throws(() => gus.says.helperNoMore(FINN), { code: "not-now" });
	assert.deepEqual(gus.sent, []);
	const again = [...AGREED, ...NAMED, [CEM, came(GUS)], [BEN, meets(1)], [BEN, ask()]];
	const ada = room(told(...again), ADA);
	ada.says.meeting({ step: 2, at: 5, words: "Welcome." });
	assert.deepEqual(kinds(ada.sent), ["helps", "meeting"]);
	assert.deepEqual([ada.sent[1].of, ada.now().meeting.step, ada.now().iHelp], ["m1", 2, true]);
});

test("A question, and a no to it, are shown to hosts and to whoever it is about alone; what is said again is no news", () => {
	const cards = (me, said) =>
		room(told(...AGREED, ...said), me)
			.now()
			.lines.flatMap((line) =>
				line.card?.t.startsWith("circle-help") ? [line.card.on ?? line.card.yes] : [],
			);
	const asked = [
		[BEN, ask()],
		[ADA, no()],
	];
	for (const [me, shown] of [
		[CEM, 2],
		[ADA, 2],
		[GUS, 0],
	])
		assert.equal(cards(me, asked).length, shown, me);
	assert.deepEqual(cards(GUS, NAMED), [true]);
	const again = [...NAMED, [CEM, came(GUS)], [BEN, ask()], [ADA, yes()]];
	assert.equal(cards(CEM, again).length, 2);
	assert.deepEqual(
		cards(GUS, [
			[GUS, yes()],
			[ADA, ask(ADA)],
		]),
		[],
	);
});

test("How it stands with each is shown beside their name", () => {
	const help = (said, of = ADA) =>
		room(told(...AGREED, ...said), CEM)
			.now()
			.people.find(({ accountId }) => accountId === of).help;
	assert.deepEqual(
		[help([]), help([[BEN, ask()]]), help(NAMED), help([...NAMED, [BEN, came(GUS)]]), help(NAMED, BEN)],
		[null, "asked", "helps", "again", null],
	);
});
