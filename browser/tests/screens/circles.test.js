// Circles on the screen: who leads, how one stands, whose turn it is, and what nobody meets unprepared.

import assert from "node:assert/strict";
import { test } from "node:test";
import { learnInside, say } from "../../words/index.js";
import { circleScenes } from "./circle-scenes.js";
import { deedsOf, drawn, screenOf } from "./drawn.js";

await learnInside();
const words = await import("../../screens/circle-words.js");
const { earlierBeneath } = await import("../../screens/circle-earlier.js");
const { quietWords } = await import("../../screens/circle-hours.js");
const { happened } = await import("../../screens/circle-happened.js");
const { RoomCircleAgreement } = await import("../../screens/circle-agreement.js");
const { RoomCircle } = await import("../../screens/circle.js");
const { RoomCircleHost } = await import("../../screens/circle-host.js");
const { RoomCircleKeptBack } = await import("../../screens/circle-kept-back.js");
const { RoomCircleLetters } = await import("../../screens/circle-letters.js");
const { RoomCircleLog } = await import("../../screens/circle-log.js");
const { RoomCircleTalk } = await import("../../screens/circle-talk.js");
const { RoomCircleWrite } = await import("../../screens/circle-write.js");
const { RoomCircles } = await import("../../screens/circles.js");

const view = { relationships: [], me: { isSpecialist: false }, config: { retention: 6 }, line: "up" };
const scenes = circleScenes({ talking: view, homely: { ...view, me: { isSpecialist: true } } });
const nowIn = (name) => scenes[name].view.parts.circles.open[1];
const now = nowIn("circle-talk");

/** A screen as it stands in a scene, with what it asks the room for. */
function standing(Kind, name, more = {}) {
	const asked = [];
	const deed = async (...all) => void asked.push(all);
	const room = { doing: deed, reading: deed, draftOf: () => "", draft: () => {} };
	return { page: screenOf(Kind, { ...scenes[name], room, isHere: true, ...more }), asked };
}

/** A form that is sent with these fields. @param {Record<string, string>} fields */
function sent(fields) {
	globalThis.FormData = class {
		*[Symbol.iterator]() {
			yield* Object.entries(fields);
		}
	};
	return { preventDefault() {}, target: null };
}

test("Ada finds the circles she is in apart from those she could ask", () => {
	const { mine, others } = words.parted(scenes.circles.view.parts.circles.circles);
	assert.deepEqual(
		mine.map(({ id }) => id),
		[1, 2],
	);
	assert.deepEqual(
		others.map(({ id }) => id),
		[3, 4],
	);
	const [resting] = others;
	assert.equal(words.parted([{ ...resting, state: "resting" }]).others.length, 0);
});

test("Before anybody asks to come in, the page says that no online group can promise privacy", () => {
	for (const [Kind, name] of [
		[RoomCircles, "circles"],
		[RoomCircle, "circle-ask"],
	])
		assert.ok(drawn(standing(Kind, name).page.render()).includes(say("circles.privacy")), name);
});

test("A not now is in our words, gives no reason, and offers no form", () => {
	const shown = drawn(standing(RoomCircle, "circle-not-now").page.render());
	assert.ok(shown.includes(say("circles.mine.not-now")));
	assert.ok(!shown.includes("<form"));
});

test("Only specialists are shown how to propose a circle, and nobody where none are held", () => {
	const propose = say("circles.propose-do");
	assert.ok(!drawn(standing(RoomCircles, "circles").page.render()).includes(propose));
	assert.ok(drawn(standing(RoomCircles, "circles-specialist").page.render()).includes(propose));
	const off = drawn(standing(RoomCircles, "circles-off").page.render());
	assert.ok(off.includes(say("trouble.circles-off")));
});

test("A host lets nobody in before the circle agreed on something", () => {
	const shown = (change) => {
		const { page } = standing(RoomCircle, "circle-host");
		const { circles } = page.view.parts;
		const open = { 1: { ...circles.open[1], ...change } };
		page.view = { ...page.view, parts: { circles: { ...circles, open } } };
		return drawn(page.render());
	};
	assert.ok(shown({}).includes(say("circle.let-in-name", { name: "Robin" })));
	for (const change of [{ agreement: null }, { mustAccept: true }, { canWrite: false }]) {
		assert.ok(!shown(change).includes(say("circle.let-in-name", { name: "Robin" })));
		assert.ok(shown(change).includes(say("circle.let-in-first")));
	}
});

test("What is not read yet asks a host for no agreement, and nobody for a name", () => {
	for (const name of ["circle-name", "circle-write-agreement"]) {
		const { page } = standing(RoomCircleTalk, name);
		assert.ok(!drawn(page.render()).includes("<room-circle-log"), name);
		const { circles } = page.view.parts;
		const open = { 1: { ...circles.open[1], older: "more" } };
		page.view = { ...page.view, parts: { circles: { ...circles, open } } };
		assert.ok(drawn(page.render()).includes("<room-circle-log"), name);
	}
});

test("A line to the hosts goes as it was written, and never empty", async () => {
	const { page, asked } = standing(RoomCircle, "circle-ask");
	const [send] = deedsOf(page.render(), "@submit");
	await send(sent({ called: " ", words: "I am new." }));
	assert.deepEqual(asked, []);
	await send(sent({ called: "Wren", words: " I am new. " }));
	assert.deepEqual(asked, [["circles", "ask", 3, { name: "Wren", words: "I am new." }]]);
});

test("Whose turn it is can pass, and nobody else is shown the button", () => {
	const pass = say("circle.pass");
	const box = (one) => drawn(screenOf(RoomCircleWrite, { now: one, name: "Thursdays", view }).render());
	assert.ok(words.isMyTurn(now) && box(now).includes(pass));
	const other = { ...now, round: { ...now.round, turn: "lea" } };
	assert.ok(!box(other).includes(pass));
	assert.equal(words.turnWords(other), say("circle.turn", { name: "Lea" }));
	const over = { ...now, round: { ...now.round, turn: null } };
	assert.ok(!words.isMyTurn(over) && words.turnWords(over) === "");
});

test("Whoever had a turn is asked to leave room for others, and only then", () => {
	const had = { ...now.round, turn: "lea", done: [{ accountId: "ada", passed: false }] };
	assert.equal(words.shareTheAir({ ...now, round: had }), true);
	assert.equal(words.shareTheAir(now), false);
	assert.equal(words.shareTheAir({ ...now, round: { ...had, turn: null } }), false);
});

test("The round shows who passed, whose turn it is and who comes, in its order", () => {
	assert.deepEqual(
		words.roundRows(now).map(({ name, how }) => [name, how]),
		[
			["Moss by the harbour", "passed"],
			["Wren", "turn"],
			["Lea", "later"],
			["Ben", "later"],
		],
	);
});

test("What touches on something hard stands folded behind what it touches on", () => {
	const { page } = standing(RoomCircleLog, "circle-talk", { now });
	const shown = drawn(page.render());
	const at = shown.indexOf("My aunt died last spring");
	assert.ok(at > 0);
	assert.ok(shown.lastIndexOf("<details", at) > shown.lastIndexOf("</details>", at));
	assert.ok(shown.includes(say("stories.touches", { notes: say("stories.note.8") })));
});

test("Everything that happens in a circle has its words, whoever does it", () => {
	const cards = [
		{ t: "circle-agreement", ver: 1, words: "We listen." },
		{ t: "circle-accepts", ver: 1 },
		{ t: "circle-called", name: "Wren" },
		{ t: "circle-round", order: ["ada"], words: "" },
		{ t: "circle-pass" },
		{ t: "circle-next", over: false },
		{ t: "circle-next", over: true },
		...[1, 2, 3, 4].map((step) => ({ t: "circle-meeting", step, at: 1_700_000_000_000, words: "" })),
		{ t: "circle-welcome", to: "fay", words: "Welcome." },
	];
	const said = cards.flatMap((card) =>
		["me", "them"].map((from) =>
			happened({ kind: "card", from, by: from === "me" ? "ada" : "lea", card }, now),
		),
	);
	assert.ok(said.every((one) => one !== ""));
	assert.equal(new Set(said).size, said.length);
	assert.equal(happened({ kind: "text", from: "me", by: "ada" }, now), "");
});

test("Who came and who went is said by the name they bear here", () => {
	const line = { kind: "turn", from: "them", by: "ben", turn: { came: ["fay"], went: [] } };
	assert.equal(happened(line, now), say("circle.was.came", { names: "Moss by the harbour" }));
});

test("Nobody reads on before they said yes to the newest agreement", () => {
	const { page } = standing(RoomCircleTalk, "circle-first");
	const shown = drawn(page.render());
	assert.ok(shown.includes("<room-circle-agreement"));
	assert.ok(!shown.includes("<room-circle-log") && !shown.includes("<room-circle-write"));
});

test("Whoever does not lead suggests other words into their own box, beneath what they began; nobody does before their yes", async () => {
	const { page, asked } = standing(RoomCircleAgreement, "circle-agreement-mine");
	const gone = [];
	page.go = (place) => gone.push(place.screen);
	const [suggest] = deedsOf(page.render(), "@click");
	await suggest();
	const words = say("circle.agreement-suggested", { words: now.agreement.words });
	assert.deepEqual([asked, gone], [[["circles", "draft", 1, `Hello.\n${words}`]], ["circle-talk"]]);
	const first = standing(RoomCircleAgreement, "circle-first", { isGate: true }).page.render();
	assert.ok(!drawn(first).includes(say("circle.agreement-suggest")));
	const host = drawn(standing(RoomCircleAgreement, "circle-agreement").page.render());
	assert.ok(!host.includes(say("circle.agreement-suggest")));
});

test("A circle that is over is read, and has no box", () => {
	const shown = drawn(standing(RoomCircleTalk, "circle-over").page.render());
	assert.ok(shown.includes("<room-circle-log") && !shown.includes("<room-circle-write"));
	assert.ok(shown.includes(say("circle.cannot.over")));
	assert.ok(!shown.includes(say("circle.meets")) && !shown.includes(say("circle.round")));
});

test("From each door of a circle one finds the way back to all of them", () => {
	for (const name of [
		"circle-ask",
		"circle-waits",
		"circle-not-now",
		"circle-in",
		"circle-host",
		"circle-asked",
	])
		assert.ok(drawn(standing(RoomCircle, name).page.render()).includes(say("circle.all")), name);
});

test("Where no circle takes people, whoever is in none is not told of others", () => {
	const { page } = standing(RoomCircles, "circles-none");
	assert.ok(drawn(page.render()).includes(say("circles.none-yet")));
	assert.ok(drawn(standing(RoomCircles, "circles-specialist").page.render()).includes(say("circles.none")));
});

test("What a host began to write is kept through a lock, in each of their forms", () => {
	const { page } = standing(RoomCircleHost, "circle-more-host", {
		now: nowIn("circle-more-host"),
		circle: scenes["circle-more-host"].view.parts.circles.circles[0],
	});
	const shown = page.render();
	assert.ok(deedsOf(shown, "@submit").length > 1);
	assert.equal(deedsOf(shown, "@input").length, deedsOf(shown, "@submit").length);
	assert.ok(deedsOf(shown, "@input").every((typed) => typeof typed === "function"));
});

test("A host takes nobody away who leads, and never themselves", () => {
	const { page } = standing(RoomCircleHost, "circle-more-host", {
		now: { ...nowIn("circle-more-host"), came: [] },
		circle: scenes["circle-more-host"].view.parts.circles.circles[0],
	});
	const shown = drawn(page.render());
	const options = [...shown.matchAll(/<option class="theirs" value=(\w+)>/g)].map(([, id]) => id);
	assert.deepEqual(options, ["fay", "ada"]);
});

test("Whoever was taken away reads why, and may let somebody else look at it, who is not the one who did it", () => {
	const shown = drawn(standing(RoomCircleLetters, "circle-letters").page.render());
	const { why, readers } = scenes["circle-letters"].view.parts.circles.removals[0];
	assert.ok(shown.includes(why));
	for (const { accountId } of readers) assert.ok(shown.includes(`value=${accountId}`));
	assert.ok(shown.includes(`value=lea>Lea</option>`));
	assert.ok(shown.includes(`value=eve>${say("circle.appeal-partner", { name: "Eve" })}</option>`));
});

test("An appeal is answered with words and one of two outcomes, and not without", async () => {
	const { page, asked } = standing(RoomCircleLetters, "circle-letters");
	page.tell = () => {};
	const answer = deedsOf(page.render(), "@submit").at(-1);
	await answer(sent({ outcome: "may-ask", words: "" }));
	assert.deepEqual(asked, []);
	await answer(sent({ outcome: "may-ask", words: "Come back." }));
	assert.deepEqual(asked, [["circles", "answer", 2, { words: "Come back.", mayAsk: true }]]);
});

test("Somebody is new until a member welcomes them; a host and oneself are not", () => {
	const [ben, , ada, fay] = now.people;
	assert.equal(words.isNew(now, fay), true);
	assert.equal(words.isNew({ ...now, welcomed: ["fay"] }, fay), false);
	assert.equal(words.isNew(now, ada) || words.isNew(now, ben), false);
});

test("A meeting shows while it is open, before its time, and not for days after", () => {
	const at = Date.UTC(2026, 5, 1, 18);
	const set = { ...now, meeting: { ...now.meeting, step: 1, at } };
	assert.equal(words.meetingWords(now, at), say("circle.meets"));
	assert.notEqual(words.meetingWords(set, at - 86_400_000), "");
	assert.equal(words.meetingWords(set, at + 86_400_000), "");
	assert.equal(words.meetingWords({ ...now, meeting: { ...now.meeting, step: 3 } }, at), "");
});

test("A time that is set can be kept free in one's own calendar, which learns when, and neither where nor with whom", async () => {
	const made = [];
	globalThis.document.createElement = () => ({ click() {} });
	URL.createObjectURL = (file) => void made.push(file);
	URL.revokeObjectURL = () => {};
	const { page } = standing(RoomCircleTalk, "circle-meets-at");
	assert.ok(drawn(page.render()).includes(say("meet.calendar")));
	const press = deedsOf(page.render(), "@click").at(-1);
	press();
	press();
	const [one, other] = await Promise.all(made.map((file) => file.text()));
	const { at, of, words: said } = nowIn("circle-meets-at").meeting;
	assert.ok(one.includes(`DTSTART:${new Date(at).toISOString().replaceAll(/[-:]/g, "").slice(0, 15)}Z`));
	for (const telling of [of, said, "Thursday", "Ben"]) assert.ok(!one.includes(`:${telling}`));
	assert.notEqual(/UID:(.*)/.exec(one)[1], /UID:(.*)/.exec(other)[1]);
	assert.ok(!drawn(standing(RoomCircleTalk, "circle-talk").page.render()).includes(say("meet.calendar")));
});

test("Under each box in which somebody writes it says that this is not an emergency service", () => {
	const said = say("write.not-emergency");
	const box = screenOf(RoomCircleWrite, { now, name: "Thursdays", view });
	for (const page of [
		box,
		standing(RoomCircle, "circle-ask").page,
		standing(RoomCircleLetters, "circle-letters").page,
	])
		assert.ok(drawn(page.render()).includes(said));
});

test("In quiet hours the box says until when, and one may keep back what one wrote", async () => {
	const quiet = nowIn("circle-night");
	const shown = (change) =>
		drawn(standing(RoomCircleWrite, "circle-night", { now: { ...quiet, ...change } }).page.render());
	assert.ok(shown({}).includes(say("circle.quiet-keep")));
	assert.ok(!shown({ quietUntil: null }).includes(say("circle.quiet-keep")));
	for (const [keep, deed] of [
		[{ keep: "yes" }, ["circles", "keepBack", 1, { text: "I cannot sleep.", note: null }]],
		[{}, ["circles", "say", 1, "I cannot sleep."]],
	]) {
		const { page, asked } = standing(RoomCircleWrite, "circle-night", {
			now: quiet,
			text: "I cannot sleep.",
		});
		page.querySelector = () => ({ focus() {} });
		const [send] = deedsOf(page.render(), "@submit");
		await send(sent(keep));
		assert.deepEqual(asked[0], deed);
	}
});

test("What is kept back stands above the box; it is sent all the same, or goes back into the box", async () => {
	const { page, asked } = standing(RoomCircleKeptBack, "circle-night", { now: nowIn("circle-night") });
	page.dispatchEvent = () => true;
	const shown = drawn(page.render());
	assert.ok(shown.includes("I keep thinking") && shown.includes(say("circle.kept-why")));
	for (const press of deedsOf(page.render(), "@click")) await press();
	assert.deepEqual(asked, [
		["circles", "sayNow", 1, "k1"],
		["circles", "takeKeptBack", 1, "k1"],
	]);
	assert.equal(
		drawn(standing(RoomCircleKeptBack, "circle-talk", { now }).page.render()).includes("button"),
		false,
	);
});

test("A host sets quiet hours by their own clock, and everybody in the circle reads when they are", async () => {
	const { page, asked } = standing(RoomCircleHost, "circle-more-host", { now: nowIn("circle-more-host") });
	page.circle = scenes["circle-more-host"].view.parts.circles.circles[0];
	const form = { reset() {}, closest: () => null };
	for (const send of deedsOf(page.render(), "@submit"))
		await send({ ...sent({ from: "21:30", till: "07:05" }), target: form });
	const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
	const set = asked.find(([, deed]) => deed === "quietHours");
	assert.deepEqual(set, ["circles", "quietHours", 1, { from: 1290, till: 425, zone }]);
	assert.match(quietWords(nowIn("circle-night")), /Europe\/Madrid/);
	assert.equal(quietWords(now), "");
});

test("Whoever is asked hands on their own words by a press; whoever has none is shown no press", async () => {
	const before = nowIn("circle-earlier");
	const { page } = standing(RoomCircleLog, "circle-earlier", { now: before });
	assert.ok(drawn(page.render()).includes(say("circle.earlier-why")));
	const pressed = [];
	const how = { press: (of) => pressed.push(of), busy: false };
	for (const press of deedsOf(earlierBeneath(before.lines[1], before, how), "@click")) press();
	assert.deepEqual(pressed, ["q1"]);
	const mine = nowIn("circle-earlier-for-me");
	const forMe = drawn(standing(RoomCircleLog, "circle-earlier-for-me", { now: mine }).page.render());
	assert.ok(!forMe.includes("<button"));
	assert.ok(forMe.includes("My aunt died") && forMe.includes(say("circle.earlier-read", { name: "Lea" })));
	assert.ok(forMe.includes(say("circle.was.earlier-words-for-you", { name: "Lea" })));
	const shut = { ...mine, earlier: { [mine.lines[2].id]: null } };
	const closed = drawn(standing(RoomCircleLog, "circle-earlier-for-me", { now: shut }).page.render());
	assert.ok(closed.includes(say("circle.earlier-shut")));
});

test("A host asks the circle for earlier words, and only where somebody came", async () => {
	const { page, asked } = standing(RoomCircleHost, "circle-more-host", { now: nowIn("circle-more-host") });
	page.circle = scenes["circle-more-host"].view.parts.circles.circles[0];
	const form = { reset() {}, closest: () => null, name: "earlier" };
	for (const send of deedsOf(page.render(), "@submit"))
		await send({ ...sent({ who: "fay", from: "meeting" }), target: form });
	assert.deepEqual(
		asked.find(([, deed]) => deed === "askEarlier"),
		["circles", "askEarlier", 1, { to: "fay", since: 0 }],
	);
	page.now = { ...page.now, came: [] };
	assert.ok(!drawn(page.render()).includes(say("circle.host.earlier")));
});
