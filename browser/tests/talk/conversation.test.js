import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { fromText } from "../../crypto/bytes.js";
import { decodeFrame, encodeFrame, TYPE } from "../../crypto/frames.js";
import { settled } from "../travel.js";
import { CONV, conv, line, OneTalk } from "./one-talk.js";
import { entry } from "./plain-core.js";

const DAY = 86_400_000;

let one;
let [core, wire, clock, heard, talk] = [];

beforeEach(async () => {
	one = await OneTalk.open();
	({ core, wire, clock, heard, talk } = one);
});

const frameAndBytes = (bytes) => [decodeFrame(bytes), bytes];
const hear = (bytes) => one.hear(bytes);
const upto = (n) => one.upto(n);
const shown = () => one.shown;
const ack = (id, n) =>
	hear(
		encodeFrame(TYPE.ACK, {
			id,
			conv: CONV,
			n,
			h: new Uint8Array(32),
			index: 0,
			size: 1,
			path: new Uint8Array(),
			sig: new Uint8Array(64),
		}),
	);
const refuse = (id, code, headN = 5) =>
	hear(encodeFrame(TYPE.REFUSED, { id, conv: CONV, code, headN, detail: 0 }));

/** The line goes away; when it comes back the whole is asked for again. */
async function cutAndBack() {
	wire.state = "down";
	talk.lineDown();
	wire.state = "up";
	talk.lineUp();
	wire.catchUp();
	await settled();
}

test("What Ada writes is there at once, and stored when the house says so", async () => {
	await upto(2);
	const id = talk.say("hello Ben");
	assert.deepEqual(shown(), ["hello Ben waiting"]);
	await settled();
	assert.deepEqual(shown(), ["hello Ben sending"]);
	await ack(wire.sent[0].msgId, 3);
	assert.deepEqual(shown(), ["hello Ben stored"]);
	assert.equal(talk.lines[0].id, id, "the line keeps its id, so that nothing jumps");
	assert.equal(one.sentOf, 1);
});

test("Lines go one after the other, in the order in which Ada wrote them", async () => {
	await upto(2);
	for (const text of ["one", "two", "three"]) talk.say(text);
	await settled();
	assert.deepEqual(wire.texts, ["one"]);
	await ack(wire.sent[0].msgId, 3);
	await ack(wire.sent[1].msgId, 4);
	await ack(wire.sent[2].msgId, 5);
	assert.deepEqual(wire.texts, ["one", "two", "three"]);
	assert.deepEqual(shown(), ["one stored", "two stored", "three stored"]);
});

test("What Ada writes while the line is down goes when it is back and everything was heard", async () => {
	wire.state = "down";
	talk.say("are you there");
	await settled();
	assert.deepEqual(wire.sent, []);
	wire.state = "up";
	talk.lineUp();
	await settled();
	assert.deepEqual(wire.sent, [], "not before she is up to date");
	await upto(2);
	assert.deepEqual(wire.texts, ["are you there"]);
});

test("A line that was stored while its answer was lost is not stored twice", async () => {
	await upto(2);
	talk.say("only once");
	await settled();
	const { msgId } = wire.sent[0];
	await cutAndBack();
	await hear(entry(TYPE.ENTRY, { conv: CONV, n: 3, text: "only once", msgId }));
	await upto(3);
	assert.equal(wire.sent.length, 1);
	assert.deepEqual(shown(), ["only once stored"]);
});

test("A line that was not stored goes again as it was sealed", async () => {
	await upto(2);
	talk.say("again");
	await settled();
	await cutAndBack();
	await upto(2);
	assert.equal(wire.sent.length, 2);
	assert.deepEqual(wire.sent[0].msgId, wire.sent[1].msgId);
	assert.equal(core.sealed, 1);
});

for (const [code, why] of [
	[1, "the epoch moved on"],
	[2, "another device wrote"],
	[7, "she had seen too little"],
	[10, "the key is old"],
]) {
	test(`When ${why}, the line is sealed again after catching up, and sent once`, async () => {
		await upto(2);
		talk.say("words");
		await settled();
		await refuse(wire.sent[0].msgId, code);
		assert.equal(core.resealed.length, 0, "first she hears what she missed");
		await upto(5);
		assert.equal(core.resealed.length, 1);
		await ack(wire.sent[1].msgId, 6);
		assert.deepEqual(shown(), ["words stored"]);
	});
}

test("What came before is heard already: then the line is sealed again at once", async () => {
	await upto(2);
	await hear(line(3, "from the phone", { mine: true }));
	talk.say("from the laptop");
	await settled();
	const asked = wire.follows.length;
	await refuse(wire.sent[0].msgId, 2, 3);
	assert.equal(wire.follows.length, asked);
	assert.equal(wire.sent.length, 2);
});

test("A line that keeps coming too late is never given up, and does not hurry the house", async () => {
	await upto(2);
	talk.say("patience");
	await settled();
	for (let round = 0; round < 20; round += 1) {
		const [from, asked] = [clock.now(), wire.follows.length];
		await refuse(wire.sent.at(-1).msgId, 2, 6 + round);
		while (wire.follows.length === asked) await clock.travel(50);
		await upto(6 + round);
		if (round > 12) assert.ok(clock.now() - from >= 8_000);
	}
	await ack(wire.sent.at(-1).msgId, 6);
	assert.deepEqual(shown(), ["patience stored"]);
});

test("Nothing is sealed to a new reader without asking Ada", async () => {
	await upto(2);
	const id = talk.say("for Ben alone");
	await settled();
	core.changed = ["Cem"];
	await refuse(wire.sent[0].msgId, 1);
	await upto(5);
	assert.deepEqual(shown(), ["for Ben alone asks"]);
	assert.deepEqual(talk.lines[0].changed, ["Cem"]);
	assert.equal(wire.sent.length, 1);
	await talk.sayAnyway(id);
	await settled();
	assert.equal(wire.sent.length, 2);
});

test("Ada can take back what asks, and nothing of it is sent", async () => {
	await upto(2);
	const id = talk.say("for Ben alone");
	await settled();
	core.changed = ["Cem"];
	await refuse(wire.sent[0].msgId, 1);
	await upto(5);
	assert.equal(await talk.takeBack(id), "for Ben alone");
	assert.deepEqual(shown(), []);
	assert.equal(core.dropped.length, 1);
});

test("A closed conversation takes nothing; the line says so and the house is asked", async () => {
	await upto(2);
	talk.say("too late");
	await settled();
	await refuse(wire.sent[0].msgId, 5);
	assert.deepEqual(shown(), ["too late refused"]);
	assert.equal(talk.lines[0].trouble, "cannot-write");
	assert.equal(one.gates, 1);
});

test("A busy house is asked again a little later, with the same line", async () => {
	await upto(2);
	talk.say("patience");
	await settled();
	await refuse(wire.sent[0].msgId, 8);
	await clock.travel(2_000);
	await upto(2);
	assert.equal(wire.sent.length, 2);
	assert.deepEqual(wire.sent[0].msgId, wire.sent[1].msgId);
});

test("A receipt that is not genuine stops the conversation and is never shown as sent", async () => {
	await upto(2);
	talk.say("words");
	await settled();
	core.forged = true;
	await ack(wire.sent[0].msgId, 3);
	assert.deepEqual(talk.known.stopped, { cause: "receipt" });
	assert.deepEqual(shown(), ["words sending"]);
});

test("An answer that never comes is asked for after a while", async () => {
	await upto(2);
	talk.say("hm");
	await settled();
	const asked = wire.follows.length;
	await clock.travel(20_000);
	assert.equal(wire.follows.length, asked + 1);
	await upto(2);
	assert.equal(wire.sent.length, 2);
});

test("What Ben wrote while Ada was away comes in one piece and is announced to nobody", async () => {
	for (let n = 3; n < 103; n += 1) talk.hear(decodeFrame(line(n, `line ${n}`)), line(n, `line ${n}`));
	await upto(102);
	assert.equal(talk.lines.length, 100);
	assert.deepEqual(core.takes, [101]);
	assert.deepEqual(heard, []);
});

test("What Ben writes now is announced once, and counts until Ada looks", async () => {
	await upto(2);
	await hear(line(3, "good morning"));
	await hear(line(3, "good morning"));
	assert.deepEqual(heard, ["good morning"]);
	assert.equal(talk.unseen, 1);
	talk.look();
	assert.equal(talk.unseen, 0);
	await hear(line(4, "still here"));
	assert.equal(talk.unseen, 0);
});

test("What Ben wrote and came before the answer to Ada's own line is shown with that answer", async () => {
	await upto(2);
	talk.say("mine");
	await settled();
	core.early = [{ n: 4, id: "his", from: "them", t: "text", text: "his", name: null, ts: clock.now() }];
	await ack(wire.sent[0].msgId, 3);
	assert.deepEqual(heard, ["his"]);
	assert.deepEqual(
		talk.lines.map(({ text }) => text),
		["mine", "his"],
	);
});

test("Older lines come a page at a time, above the others", async () => {
	await hear(encodeFrame(TYPE.BASE, { conv: CONV, n: 40, h: new Uint8Array(32) }));
	await hear(line(41, "new"));
	await upto(41);
	assert.equal(talk.older, "more");
	const loaded = talk.loadOlder();
	await settled();
	assert.equal(talk.older, "loading");
	assert.deepEqual(wire.pages, [{ before: 41, count: 50 }]);
	await hear(line(40, "old"));
	await hear(encodeFrame(TYPE.PAGED, { conv: CONV, n: 40 }));
	await loaded;
	assert.deepEqual(shown(), ["old stored", "new stored"]);
	assert.equal(talk.older, "none");
	assert.deepEqual(heard, []);
});

test("Who looks away from a long talk holds its newest lines, and older ones come again when they are wanted", async () => {
	for (let n = 1; n <= 400; n++) talk.hear(...frameAndBytes(line(n, `line ${n}`)));
	await upto(400);
	assert.equal(talk.lines.length, 400);
	talk.lookAway();
	await settled();
	assert.deepEqual([talk.lines.length, talk.lines[0].n, talk.older], [50, 351, "more"]);
	talk.loadOlder();
	await settled();
	assert.deepEqual(wire.pages, [{ before: 351, count: 50 }]);
});

test("Nothing is let go of while a line of mine is on its way", async () => {
	for (let n = 1; n <= 400; n++) talk.hear(...frameAndBytes(line(n, `line ${n}`)));
	await upto(400);
	wire.state = "down";
	talk.say("later");
	talk.lookAway();
	await settled();
	assert.equal(talk.lines.length, 401);
});

test("A page is taken in one go, and what comes after it as it comes", async () => {
	core.base = 40;
	await upto(41);
	talk.loadOlder();
	await settled();
	core.takes = [];
	for (let n = 31; n <= 40; n++) await hear(line(n, `old ${n}`));
	assert.deepEqual(core.takes, []);
	await hear(encodeFrame(TYPE.PAGED, { conv: CONV, n: 40 }));
	await hear(line(42, "new"));
	assert.deepEqual(core.takes, [11, 1]);
});

test("When a page is refused, what comes after it is shown as it comes", async () => {
	core.base = 40;
	await upto(41);
	talk.loadOlder();
	await settled();
	await refuse(new Uint8Array(16), 8);
	await hear(line(42, "new"));
	assert.deepEqual(shown(), ["new stored"]);
});

test("A page that was cut off can be asked for again", async () => {
	await hear(encodeFrame(TYPE.BASE, { conv: CONV, n: 40, h: new Uint8Array(32) }));
	await upto(41);
	const loaded = talk.loadOlder();
	await settled();
	talk.lineDown();
	await loaded;
	assert.equal(talk.older, "more");
});

test("After fifty lines without an answer the room asks before it sends more", async () => {
	await upto(2);
	core.ownSince = 49;
	await hear(encodeFrame(TYPE.BASE, { conv: CONV, n: 0, h: new Uint8Array(32) }));
	talk.say("the fiftieth");
	await settled();
	await ack(wire.sent[0].msgId, 3);
	assert.deepEqual(talk.question, { why: "fifty" });
	assert.throws(() => talk.say("more"), { code: "question-first" });
	talk.answerQuestion();
	assert.equal(talk.question, null);
	talk.say("more");
});

test("After two weeks of silence the room asks once", async () => {
	await hear(line(3, "see you", { ts: clock.now() - 15 * DAY }));
	await hear(line(4, "hello?", { mine: true, ts: clock.now() - 14 * DAY }));
	await upto(4);
	assert.deepEqual(talk.question, { why: "fortnight" });
	talk.answerQuestion();
	assert.equal(talk.question, null);
	await hear(line(5, "I am back"));
	assert.equal(talk.question, null);
});

test("Each day says so once, at its first line", async () => {
	const noon = Date.parse("2025-06-03T12:00:00");
	for (const [n, ts] of [
		[3, noon],
		[4, noon + 1_000],
		[5, noon + DAY],
	])
		await hear(line(n, `n${n}`, { ts }));
	await upto(5);
	assert.deepEqual(
		talk.lines.map(({ newDay }) => newDay),
		[true, false, true],
	);
	assert.deepEqual(
		talk.lines.map(({ date }) => date),
		["2025-06-03", "2025-06-03", "2025-06-04"],
	);
});

test("Nothing and too much are not sent", async () => {
	await upto(2);
	assert.throws(() => talk.say(" \n "), { code: "empty" });
	assert.throws(() => talk.say("x".repeat(16_001)), { code: "too-long" });
});

test("A conversation that is not hers any more says that it is closed", async () => {
	await refuse(new Uint8Array(16), 3);
	assert.equal(talk.catching, false);
	assert.equal(talk.known.cannot, "closed");
});

test("After the end of a visit no frame reaches the core", async () => {
	await upto(2);
	talk.end();
	talk.say("nowhere");
	await settled();
	assert.deepEqual(wire.sent, []);
	assert.deepEqual(talk.unsent, ["nowhere"]);
	assert.equal(fromText(conv).length, 16);
});
