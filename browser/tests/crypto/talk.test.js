import assert from "node:assert/strict";
import { before, test } from "node:test";
import { decodeFrame, TYPE } from "../../crypto/frames.js";
import { Refusal } from "../../crypto/refusal.js";
import { asked, meet, talk } from "./cast.js";
import { DAY, NOON, PROMISE } from "./little-house.js";

const refusal = (code) => (error) => error instanceof Refusal && error.code === code;
const texts = ({ lines }) => lines.map(({ text }) => text);

let room;
before(async () => {
	room = await talk();
});

test("Ben reads Ada's hello, with the name she gave, before anything else", () => {
	const [line] = room.hello.lines;
	assert.deepEqual(
		[line.t, line.text, line.name, line.from, line.n],
		["hello", "Hello Ben.", "Ada", "them", 2],
	);
	assert.equal(room.hello.cannot, "promise");
	assert.equal(room.hello.name, "Ada");
});

test("They talk both ways and each line is read once, in order", async () => {
	const { ada, ben, conv } = room;
	const there = await ben.say(conv, "Hello Ada.", { to: ada });
	assert.deepEqual(texts(there.taken), ["Hello Ada."]);
	assert.equal(there.taken.lines[0].from, "them");
	const back = await ada.say(conv, "Nights are long.", { to: ben, ts: NOON + 1000 });
	assert.deepEqual(texts(back.taken), ["Nights are long."]);
	assert.equal(back.taken.lines[0].id, back.id);
	assert.equal(back.taken.canWrite, true);
});

test("A text that waits is sealed once and numbered behind those before it", async () => {
	const { ada, ben, conv, ledger } = room;
	const one = await ada.do("sealText", { conv, text: "first", ts: NOON, today: DAY });
	const two = await ada.do("sealText", { conv, text: "second", ts: NOON, today: DAY });
	const [sseq1, sseq2] = [one, two].map(({ frames }) => decodeFrame(frames.at(-1)).sseq);
	assert.equal(sseq2, sseq1 + 1);
	const at = ledger.entries.length;
	const acks = ledger.store([...one.frames, ...two.frames]);
	for (const frame of acks) assert.ok((await ada.do("acknowledged", { frame })).n > at);
	const taken = await ben.take(
		conv,
		ledger.entries.slice(at).map((entry) => ledger.frameOf(entry, ben.id)),
	);
	assert.deepEqual(texts(taken), ["first", "second"]);
});

test("Ben's line that arrives before Ada's acknowledgement waits for its turn", async () => {
	const { ada, ben, conv, ledger } = room;
	const mine = await ada.do("sealText", { conv, text: "mine", ts: NOON, today: DAY });
	const [ack] = ledger.store(mine.frames);
	await ben.take(conv, [ledger.entryFrame(ledger.entries.at(-1))]);
	const his = await ben.say(conv, "his");
	const early = await ada.take(conv, his.fresh);
	assert.deepEqual([early.lines, early.stopped], [[], null]);
	const { lines, id } = await ada.do("acknowledged", { frame: ack });
	assert.deepEqual([texts({ lines }), id], [["his"], mine.id]);
});

test("Two sealed at the same moment both arrive, and the one who wrote first is not called late", async () => {
	const { ada, ben, conv, ledger } = room;
	const hers = await ada.do("sealText", { conv, text: "at once, hers", ts: NOON, today: DAY });
	const his = await ben.do("sealText", { conv, text: "at once, his", ts: NOON + 1, today: DAY });
	const [ackHis] = ledger.store(his.frames);
	const [ackHers] = ledger.store(hers.frames);
	const [entryHis, entryHers] = ledger.entries.slice(-2).map((entry) => ledger.entryFrame(entry));
	const forAda = await ada.take(conv, [entryHis]);
	await ada.do("acknowledged", { frame: ackHers });
	await ben.do("acknowledged", { frame: ackHis });
	const forBen = await ben.take(conv, [entryHers]);
	assert.deepEqual([texts(forAda), texts(forBen)], [["at once, his"], ["at once, hers"]]);
	assert.equal(forBen.lines[0].late, false);
});

test("A line held back for minutes says that it was written before the lines above were seen", async () => {
	const { ada, ben, conv, ledger } = room;
	const hers = await ada.do("sealText", { conv, text: "held back", ts: NOON, today: DAY });
	const his = await ben.say(conv, "much later", { to: ada, ts: NOON + 121_000 });
	assert.equal(his.taken.stopped, null);
	const [ack] = ledger.store(hers.frames);
	await ada.do("acknowledged", { frame: ack });
	const taken = await ben.take(conv, [ledger.entryFrame(ledger.entries.at(-1))]);
	assert.deepEqual([texts(taken), taken.lines[0].late], [["held back"], true]);
});

test("After thirty days the next text brings a new key, and both go on reading", async () => {
	const { ada, ben, conv } = room;
	const today = DAY + 30;
	const { fresh, taken } = await ada.say(conv, "a month later", { to: ben, today });
	assert.equal(decodeFrame(fresh[0]).type, TYPE.HEAD);
	assert.deepEqual([texts(taken), taken.stopped, taken.needsRotation], [["a month later"], null, 0]);
	const back = await ben.say(conv, "yes", { to: ada, today });
	assert.deepEqual([texts(back.taken), back.fresh.length], [["yes"], 1]);
});

test("When both rotate at once the later one seals again behind the new key, without a question", async () => {
	const { ada, ben, conv, ledger } = room;
	const today = DAY + 61;
	const his = await ben.do("sealText", { conv, text: "his after two months", ts: NOON, today });
	const hers = await ada.say(conv, "hers after two months", { to: ben, today });
	assert.equal(hers.taken.stopped, null);
	const again = await ben.do("reseal", { id: his.id, today });
	assert.deepEqual([again.id, again.frames.length], [his.id, 1]);
	const [ack] = ledger.store(again.frames);
	assert.equal((await ben.do("acknowledged", { frame: ack })).id, his.id);
	const taken = await ada.take(conv, [ledger.entryFrame(ledger.entries.at(-1))], today);
	assert.deepEqual([texts(taken), taken.stopped], [["his after two months"], null]);
});

test("A text Ada takes back is not counted, and what was behind it moves up", async () => {
	const { ada, ben, conv, ledger } = room;
	const today = DAY + 61;
	const one = await ada.do("sealText", { conv, text: "rather not", ts: NOON, today });
	const two = await ada.do("sealText", { conv, text: "this one", ts: NOON, today });
	await ada.do("drop", { id: one.id });
	const again = await ada.do("reseal", { id: two.id, today });
	const [ack] = ledger.store(again.frames);
	await ada.do("acknowledged", { frame: ack });
	const taken = await ben.take(conv, [ledger.entryFrame(ledger.entries.at(-1))], today);
	assert.deepEqual([texts(taken), taken.stopped], [["this one"], null]);
	await assert.rejects(ada.do("reseal", { id: one.id, today }), refusal("no-such-text"));
});

test("On another device everything is there again, from the last visit on and page by page", async () => {
	const { ada, conv, ledger } = room;
	for (let i = 0; i < 60; i++) await room.ben.say(conv, `line ${i}`, { to: ada, today: DAY + 61 });
	await ada.saveState({ drafts: [{ conv, text: "a draft" }] });
	const device = await ada.comeBack();
	assert.deepEqual(device.greeting.drafts, [{ conv, text: "a draft" }]);
	assert.deepEqual(device.greeting.warnings, []);
	const taken = await device.follow(conv, conv, DAY + 61);
	assert.equal(taken.stopped, null);
	assert.equal(taken.lines.at(-1).text, "line 59");
	assert.ok(taken.base > 0);
	const older = await device.take(conv, ledger.page(taken.base + 1, 200), DAY + 61);
	assert.deepEqual([older.stopped, older.base], [null, 0]);
	assert.equal(older.lines[0].t, "hello");
	assert.ok(older.lines.every((line) => line.older));
	assert.equal(older.lines.length + taken.lines.length + 3, ledger.entries.length);
	const { taken: read } = await device.say(conv, "from the other device", { to: room.ben, today: DAY + 61 });
	assert.equal(read.stopped, null);
	await ada.take(conv, [ledger.entryFrame(ledger.entries.at(-1))], DAY + 61);
});

test("When the line comes back, what came meanwhile is read once and nothing twice", async () => {
	const { ada, ben, conv, ledger } = room;
	await ben.say(conv, "while you were away", { today: DAY + 61 });
	const { from } = await ada.open(conv);
	const taken = await ada.take(conv, ledger.follow(ada.id, from), DAY + 61);
	assert.deepEqual([texts(taken), taken.stopped], [["while you were away"], null]);
	const again = await ada.take(conv, ledger.follow(ada.id, from - 5), DAY + 61);
	assert.deepEqual([again.lines, again.stopped], [[], null]);
});

test("Ada leaves: Ben sees it, and nothing can be written any more", async () => {
	const { ada, ben, conv, ledger } = room;
	const { frames } = await ada.do("leave", { conv, day: DAY + 61 });
	const [frame] = ledger.store(frames);
	await ada.do("acknowledged", { frame });
	const taken = await ben.take(conv, [ledger.entryFrame(ledger.entries.at(-1))], DAY + 61);
	assert.deepEqual([taken.lines[0].t, taken.cannot, taken.canWrite], ["leave", "left", false]);
	await assert.rejects(
		ben.do("sealText", { conv, text: "wait", ts: NOON, today: DAY + 61 }),
		refusal("left"),
	);
	await assert.rejects(
		ada.do("sealText", { conv, text: "wait", ts: NOON, today: DAY + 61 }),
		refusal("left"),
	);
});

test("A hello cut off between ask and wire is made again for the same ask", async () => {
	const people = await meet();
	const { house, ada, ben } = people;
	const given = {
		specialist: house.row(ben.id),
		promise: PROMISE,
		retention: 12,
		name: "Ada",
		text: "Hello.",
		ts: NOON,
		day: DAY,
	};
	const first = await ada.do("ask", given);
	house.takeAsk(ada.id, first.ask);
	const device = await ada.comeBack();
	const again = await device.do("ask", {
		...given,
		text: "Hello again.",
		relationship: device.relationship(first.conv),
	});
	assert.deepEqual([again.ask, again.conv], [null, first.conv]);
	for (const frame of house.ledger(first.conv).store([again.frame]))
		await device.do("acknowledged", { frame });
	assert.deepEqual(texts(await ben.follow(first.conv)), ["Hello again."]);
});

test("Nothing after the hello is shown or written before both have signed", async () => {
	const people = await meet();
	const { house, ada, ben } = people;
	const { conv } = await asked(people);
	await ben.follow(conv);
	house.accept(conv, await ben.do("agree", { relationship: ben.relationship(conv), day: DAY }));
	await assert.rejects(ada.do("sealText", { conv, text: "and", ts: NOON, today: DAY }), refusal("promise"));
	await ben.do("checkPromise", { relationship: ben.relationship(conv) });
	const { fresh } = await ben.say(conv, "Hello Ada.");
	const early = await ada.take(conv, fresh);
	assert.deepEqual([early.lines, early.held, early.stopped], [[], 1, null]);
	assert.deepEqual(await ada.do("checkPromise", { relationship: ada.relationship(conv) }), {
		both: true,
		mine: true,
		theirs: true,
	});
	assert.deepEqual(texts(await ada.take(conv, [])), ["Hello Ada."]);
});

test("Ben still knows what Ada asked to be called when her hello lies far above", async () => {
	const { ada, ben, conv } = await talk();
	for (let n = 0; n < 60; n += 1) await ada.say(conv, `line ${n}`, { to: ben });
	await ben.saveState();
	const device = await ben.comeBack();
	const { from, name } = await device.open(conv);
	assert.deepEqual([from > 2, name], [true, "Ada"]);
	const { lines, name: shown } = await device.follow(conv);
	assert.deepEqual([lines.some(({ t }) => t === "hello"), shown], [false, "Ada"]);
	const { people } = device.core.place.book.part(4);
	assert.deepEqual(people, [{ conv, name: "", note: "", said: "Ada" }]);
	await device.do("keepNotes", { person: { conv, name: "River", note: "" } });
	await device.do("keepNotes", { person: { conv, name: "", note: "" } });
	assert.equal((await device.take(conv, [])).name, "Ada", "a private name that is taken away leaves it");
});
