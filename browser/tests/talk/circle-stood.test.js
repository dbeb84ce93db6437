// A long circle is read on from where one was: what its lines said before is remembered, and no longer than they are kept.

import assert from "node:assert/strict";
import { test } from "node:test";
import { CircleRemembering } from "../../talk/circle-remembering.js";
import { CircleSays } from "../../talk/circle-says.js";
import { standingOf } from "../../talk/circle-standing.js";
import { NOTHING_STOOD, stoodIn } from "../../talk/circle-stood.js";
import { toText } from "../../crypto/bytes.js";

const [BEN, CEM, ADA, FINN] = ["ben", "cem", "ada", "finn"];
const DAY = 86_400_000;
const TODAY = 20_700;
const conv = toText(new Uint8Array(16).fill(7));
const WHO = { me: ADA, led: [{ n: 1, hosts: [BEN, CEM] }], members: [BEN, CEM, ADA, FINN] };
const ROLES = { [BEN]: 6, [CEM]: 6, [ADA]: 1, [FINN]: 1 };

const from = (by) => (by === ADA ? "me" : "them");
const card = (n, by, t, fields) => ({
	...{ n, by, from: from(by), kind: "card", ts: (TODAY - 3) * DAY },
	card: { t: `circle-${t}`, ...fields },
});
const words = (n, by = BEN) => ({ n, by, from: from(by), kind: "text", text: `Line ${n}.`, ts: TODAY * DAY });
const came = (n, who) => ({ n, from: "them", kind: "turn", turn: { came: [who], went: [] } });
const many = (begin, end) => Array.from({ length: end - begin + 1 }, (_, at) => words(begin + at));

const BEGUN = [
	card(2, BEN, "agreement", { ver: 1, words: "We listen." }),
	card(3, ADA, "accepts", { ver: 1 }),
	card(4, ADA, "called", { name: "Wren" }),
	card(5, FINN, "called", { name: "Moss" }),
	card(6, BEN, "welcome", { to: FINN, words: "Welcome." }),
	card(7, BEN, "meeting", { of: "m", step: 1, at: 9, words: "Bring a cup." }),
	card(8, BEN, "quiet", { from: 1320, till: 420, zone: "Europe/Berlin" }),
];

/** A room of Ada's with these lines, and what it keeps once she looks away. */
function room(lines, { kept = new Map(), stood = NOTHING_STOOD, beside = 0, ...other } = {}) {
	const inside = {
		me: { account_id: ADA },
		given: { clock: { now: () => TODAY * DAY } },
		draft: (id, text) => void kept.set(id, text),
		drafts: { of: (id) => kept.get(id) ?? "", sizeWith: (_, text) => text.length + beside },
	};
	const members = WHO.members.map((account_id) => ({ account_id, role: ROLES[account_id] }));
	const known = {
		...{ head: lines.at(-1)?.n ?? 0, cannot: null, stopped: null, canWrite: true, readers: [] },
		circle: { members, led: WHO.led, leaving: [] },
	};
	const talk = { conv, lines, known, stood, catching: false, older: "none", ...other };
	const remembering = new CircleRemembering(inside);
	return { talk, kept, remembering, again: () => remembering.of(conv, 12) };
}

function lookedAway(lines, given) {
	const here = room(lines, given);
	here.remembering.keep(here.talk);
	return here;
}

test("Somebody comes back to a long circle and finds its agreement, its names, its quiet hours, who was welcomed and the next meeting, without its first lines", () => {
	const lines = [...BEGUN, ...many(9, 210)];
	const { again } = lookedAway(lines);
	const whole = standingOf([...lines, words(211, FINN)], WHO);
	const stood = again();
	assert.equal(stood.n, 210);
	assert.deepEqual(standingOf([...many(160, 210), words(211, FINN)], WHO, stood), whole);
});

test("What was said since counts, and what was said before does not count twice", () => {
	const stood = lookedAway([...BEGUN, ...many(9, 210)]).again();
	const later = [
		...many(160, 210),
		card(211, CEM, "agreement", { ver: 2, words: "We wait, too." }),
		card(212, FINN, "called", { name: "Fern" }),
		card(213, CEM, "meeting", { of: "m", step: 2, at: 0, words: "Good evening." }),
	];
	const now = standingOf(later, WHO, stood);
	assert.deepEqual([now.agreement.ver, now.agreement.accepted], [2, [CEM]]);
	assert.deepEqual([now.names.get(FINN), now.names.get(ADA)], ["Fern", "Wren"]);
	assert.deepEqual([now.meeting.step, now.meeting.at], [2, 9]);
	const older = standingOf([card(5, FINN, "called", { name: "An old name" }), ...later], WHO, stood);
	assert.equal(older.names.get(FINN), "Fern");
});

test("Lines of whoever went bear their name once they are read again", () => {
	const stood = lookedAway([...BEGUN, card(9, "gus", "called", { name: "Gull" }), ...many(10, 210)]).again();
	assert.equal(stood.names.has("gus"), false);
	const now = standingOf([card(9, "gus", "called", { name: "Gull" }), ...many(160, 210)], WHO, stood);
	assert.equal(now.names.get("gus"), "Gull");
});

test("Of a short circle, of one in a round, and of one whose agreement somebody has not said yes to nothing is remembered", () => {
	const round = card(211, BEN, "round", { of: "r", order: [ADA, BEN], words: "" });
	const anew = card(211, BEN, "agreement", { ver: 2, words: "Anew." });
	for (const lines of [
		[...BEGUN, ...many(9, 90)],
		[...BEGUN, ...many(9, 210), round],
		[...BEGUN, ...many(9, 210), anew],
		many(2, 210),
	])
		assert.equal(lookedAway(lines).kept.size, 0);
	for (const not of [{ catching: true }, { older: "more" }])
		assert.equal(lookedAway([...BEGUN, ...many(9, 210)], not).kept.size, 0);
});

test("What a programme's time lets go of is not remembered longer: a name that is too old goes, and with an old agreement all of it", () => {
	const { kept } = lookedAway([...BEGUN, ...many(9, 210)]);
	const [text] = kept.values();
	const on = (today) => stoodIn(text, { today, months: 12 });
	assert.equal(on(TODAY + 399).names.get(FINN), "Moss");
	assert.equal(on(TODAY + 401), NOTHING_STOOD);
	const again = card(211, CEM, "agreement", { ver: 1, words: "We listen." });
	const later = lookedAway([...BEGUN, ...many(9, 210), { ...again, ts: (TODAY + 300) * DAY }]);
	const [newer] = later.kept.values();
	const then = stoodIn(newer, { today: TODAY + 401, months: 12 });
	assert.deepEqual([then.agreement.words, then.names.size], ["We listen.", 0]);
});

test("Where there is no room for it beside what people began to write, nothing is remembered and nothing is lost", () => {
	const { kept, again } = lookedAway([...BEGUN, ...many(9, 210)], { beside: 16_000 });
	assert.deepEqual([...kept.values()], [""]);
	assert.equal(again(), NOTHING_STOOD);
});

test("Whoever came before one looked away and heard no name of mine hears it with my next words; whoever heard it does not", () => {
	const says = (lines, stood) => new CircleSays({ ...room(lines).talk, stood }, ADA).owed.saysName;
	const heard = lookedAway([...BEGUN, ...many(9, 210)]).again();
	const notYet = lookedAway([...BEGUN, came(9, FINN), ...many(10, 210)]).again();
	assert.deepEqual([heard.saysName, notYet.saysName], [false, true]);
	assert.equal(says(many(160, 220), heard), false);
	assert.equal(says([...many(160, 220), came(221, "gus")], heard), true);
	assert.equal(says(many(160, 220), notYet), true);
	assert.equal(says([...many(160, 220), card(221, ADA, "called", { name: "Wren" })], notYet), false);
});

test("What was taken back is not among what is kept of a circle, and the circle stands as it did", () => {
	const gone = { ...words(60, ADA), kind: "taken-back", text: "" };
	const lines = [...BEGUN, ...many(9, 59), gone, ...many(61, 140)];
	const { kept, again } = lookedAway(lines);
	assert.equal(kept.size, 1);
	assert.ok([...kept.values()].every((text) => !text.includes("Line") && text.includes("We listen.")));
	assert.equal(again().n, 140);
});
