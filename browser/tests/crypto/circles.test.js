// A circle through the core's own operations: who may do what, what each reads, and what nobody outside does.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { toText } from "../../crypto/bytes.js";
import { begun, gathered, quickWords } from "./circle-life.js";
import { DAY, NOON } from "./little-house.js";

quickWords();

let house, ben, cem, ada, finn, circle;
beforeEach(async () => {
	({ house, ben, cem, ada, finn } = await gathered());
	circle = await begun({ house, ben, cem });
	for (const one of [ada, finn]) await one.readLog();
});

const refusal = (code) => (error) => error.code === code;
const texts = (told) => told.map(({ lines }) => lines.map(({ text }) => text));
const step = (person, op, args = {}) => person.do(op, { conv: circle.conv, today: circle.today, ...args });

test("Two who lead begin it, and read each other", async () => {
	assert.deepEqual(texts(await circle.says(ben, "Here we are.", [cem])), [["Here we are."]]);
	const [told] = await circle.says(cem, "So we are.", [ben]);
	assert.deepEqual(texts([told]), [["So we are."]]);
	assert.deepEqual(
		told.circle.members.map(({ role }) => role),
		[6, 6],
	);
	assert.deepEqual(told.circle.led, [{ n: 1, hosts: [ben.id, cem.id].toSorted(byBytes) }]);
	assert.equal(told.cannot, null);
});

test("Nobody begins what is another's, begins it twice, or leads alone", async () => {
	const hosts = [ben.id, cem.id];
	await assert.rejects(step(ben, "firstOfCircle", { hosts, retention: 12 }), refusal("begun-already"));
	const log = await ben.do("newCircle");
	const other = { log: { ...log, owner: ben.id }, retention: 12, people: circle.json.people };
	await ben.do("openCircle", { circle: other });
	await ben.take(log.conv, house.ledger(log.conv).follow(ben.id, 0), DAY);
	const alone = { conv: log.conv, hosts: [ben.id], retention: 12, today: DAY };
	await assert.rejects(ben.do("firstOfCircle", alone), refusal("two-lead"));
	await cem.do("openCircle", { circle: other });
	await cem.take(log.conv, house.ledger(log.conv).follow(cem.id, 0), DAY);
	await assert.rejects(cem.do("firstOfCircle", { ...alone, hosts }), refusal("not-yours"));
});

test("A circle is bound to the keys of whoever began it", async () => {
	const swapped = { ...circle.json, log: { ...circle.log, owner: cem.id } };
	await assert.rejects(ada.do("openCircle", { circle: swapped }), refusal("no-conversation"));
	const elsewhere = { ...circle.json, log: { ...circle.log, rand: toText(new Uint8Array(16)) } };
	await assert.rejects(ada.do("openCircle", { circle: elsewhere }), refusal("no-conversation"));
});

test("Whoever is let in reads from there on, and nothing of before", async () => {
	await circle.says(ben, "Before Ada.", [cem]);
	const { came, told } = await circle.letsIn(ben, ada, [cem]);
	assert.deepEqual([came.lines.map(({ text }) => text), came.cannot, came.base], [[], null, 0]);
	assert.deepEqual(
		told[0].turns.map(({ came: who, went }) => [who, went]),
		[[[ada.id], []]],
	);
	const [cems, adas] = await circle.says(ben, "Welcome.", [cem, ada]);
	assert.deepEqual(texts([cems, adas]), [["Welcome."], ["Welcome."]]);
	assert.deepEqual(
		adas.readers.map(({ account_id, name }) => [account_id, name]).toSorted(),
		[
			[ben.id, "Ben"],
			[cem.id, "Cem"],
		].toSorted(),
	);
});

test("Only a host lets in, takes away and makes hosts; nobody takes a host away", async () => {
	await circle.letsIn(ben, ada, [cem]);
	circle.names(finn);
	for (const one of [ben, cem, ada]) await one.do("openCircle", { circle: circle.json });
	await assert.rejects(step(ada, "letIntoCircle", { account_id: finn.id }), refusal("not-yours"));
	await assert.rejects(step(ada, "takeFromCircle", { account_id: ben.id }), refusal("not-yours"));
	await assert.rejects(step(ada, "makeHost", { account_id: ada.id }), refusal("not-yours"));
	await assert.rejects(step(ben, "takeFromCircle", { account_id: cem.id }), refusal("reads-not"));
	await assert.rejects(step(ben, "leadNoMore"), refusal("two-lead"));
	await assert.rejects(step(ben, "letIntoCircle", { account_id: ada.id }), refusal("reads-already"));
});

test("Whoever is taken away reads up to there, on a new visit too", async () => {
	await circle.letsIn(ben, ada, [cem]);
	await circle.letsIn(cem, finn, [ben, ada]);
	await circle.says(finn, "I shout.", [ben, cem, ada]);
	const made = await step(ben, "takeFromCircle", { account_id: finn.id });
	await circle.posts(ben, made, [cem, ada]);
	await circle.says(ada, "Without Finn.", [ben, cem]);
	await finn.saveState();
	const again = await finn.comeBack();
	for (const one of [finn, again]) {
		const told = await circle.opens(one);
		assert.deepEqual([told.stopped, JSON.stringify(told).includes("Without Finn.")], [null, false]);
	}
	const newest = [...again.core.talks.values()][0].conversation.headers.newest.header;
	assert.equal(newest.members.length, 4);
});

test("Whoever left writes nothing more, before anybody made the key without them", async () => {
	await circle.letsIn(ben, ada, [cem]);
	await circle.posts(ada, await ada.do("leave", { conv: circle.conv, day: DAY }), [ben, cem]);
	const now = await ada.take(circle.conv, [], DAY);
	assert.equal(now.cannot, "left");
	await assert.rejects(
		ada.do("sealText", { conv: circle.conv, text: "One more.", ts: NOON, today: DAY }),
		refusal("left"),
	);
	const [cems] = await circle.says(ben, "Ada went.", [cem]);
	assert.deepEqual(
		cems.circle.members.map(({ account_id }) => account_id).toSorted(),
		[ben.id, cem.id].toSorted(),
	);
});

test("A specialist whom the house names comes as one, leads by a host's hand, and may stop again", async () => {
	await import("./cast.js").then(({ showAsSpecialist }) => showAsSpecialist(finn, "Finn"));
	for (const one of [ben, cem]) await one.readLog();
	await circle.letsIn(ben, finn, [cem]);
	await circle.posts(ben, await step(ben, "makeHost", { account_id: finn.id }), [cem, finn]);
	const [told] = await circle.posts(ben, await step(ben, "leadNoMore"), [cem, finn]);
	assert.deepEqual(
		Object.fromEntries(told.circle.members.map(({ account_id, role }) => [account_id, role])),
		{ [ben.id]: 2, [cem.id]: 6, [finn.id]: 6 },
	);
	assert.equal(told.circle.led.length, 3);
});

test("A letter at the door is opened by whom it is for, and says who wrote it", async () => {
	const { conv } = circle;
	const to = (who) => house.row(who.id);
	const given = { conv, sort: 1, to: to(ben), words: "May I come?", name: "Ada", ts: NOON };
	const { box } = await ada.do("sealLetter", given);
	const read = { conv, sort: 1, from: to(ada), box };
	assert.deepEqual(await ben.do("openLetter", read), { words: "May I come?", name: "Ada", ts: NOON });
	await assert.rejects(cem.do("openLetter", read), refusal("not-opened"));
	await assert.rejects(ben.do("openLetter", { ...read, from: to(finn) }), refusal("not-opened"));
	await assert.rejects(ben.do("openLetter", { ...read, sort: 3 }), refusal("not-opened"));
	await assert.rejects(ben.do("openLetter", { ...read, sort: 9 }), refusal("malformed"));
});

test("What only talks of two know is refused in a circle", async () => {
	await circle.letsIn(ben, ada, [cem]);
	await assert.rejects(ben.do("startAgain", { conv: circle.conv, day: DAY, ts: NOON }), refusal("not-yours"));
	const lets = { conv: circle.conv, account_id: ada.id, today: DAY };
	await assert.rejects(ben.do("letGo", lets), refusal("not-yours"));
	const brings = { conv: circle.conv, specialist: house.row(cem.id), today: DAY };
	await assert.rejects(ben.do("bringIn", brings), refusal("not-yours"));
	const hands = { conv: circle.conv, account_id: ada.id, epochs: [0], ts: NOON, today: DAY };
	await assert.rejects(ben.do("handOver", hands), refusal("not-yours"));
});

test("Whoever comes back goes on where they were", async () => {
	await circle.letsIn(ben, ada, [cem]);
	await circle.says(ben, "One.", [cem, ada]);
	await ada.saveState();
	const again = await ada.comeBack();
	const told = await circle.opens(again);
	assert.deepEqual([told.stopped, told.cannot], [null, null]);
	assert.deepEqual(texts(await circle.says(cem, "Two.", [ben, again])), [["Two."], ["Two."]]);
});

test("Whoever left sends nothing from another page either, and others may leave after them", async () => {
	await circle.letsIn(ben, ada, [cem]);
	await circle.letsIn(ben, finn, [cem, ada]);
	const goes = (person) => person.do("leave", { conv: circle.conv, day: DAY });
	await circle.posts(ada, await goes(ada), [ben, cem, finn]);
	const { writer } = ada.core.talks.get(circle.conv);
	for (const writes of [() => writer.write(new Uint8Array(9), DAY), () => writer.leave(DAY)])
		assert.throws(writes, refusal("left"));
	const made = await goes(finn);
	assert.equal(made.frames.length, 1);
	await circle.posts(finn, made, [ben, cem]);
	const [told] = await circle.says(ben, "They went.", [cem]);
	assert.equal(told.circle.members.length, 2);
});

test("Where one host would lead alone nobody writes, and anybody may still go", async () => {
	await circle.letsIn(ben, ada, [cem]);
	await circle.posts(cem, await cem.do("leave", { conv: circle.conv, day: DAY }), [ben, ada]);
	const told = await ben.take(circle.conv, [], DAY);
	assert.deepEqual([told.canWrite, told.cannot], [false, "circle-over"]);
	await assert.rejects(
		ben.do("sealText", { conv: circle.conv, text: "Alone.", ts: NOON, today: DAY }),
		refusal("circle-over"),
	);
	await circle.posts(ada, await ada.do("leave", { conv: circle.conv, day: DAY }), [ben]);
});

test("A circle that is older than the programme's newest word for its hosts is read by whoever comes", async () => {
	for (const one of [ben, cem])
		house.endorse(one.id, { name: "Anew", from: DAY + 60, to: DAY + 150, serial: 2 });
	for (const one of [ben, cem, ada]) await one.readLog();
	const { came } = await circle.letsIn(ben, ada, [cem]);
	assert.equal(came.stopped, null);
	house.endorse(cem.id, { name: "Gone", from: DAY - 90, to: DAY - 30, serial: 3 });
	await finn.readLog();
	circle.names(finn);
	assert.equal((await circle.opens(finn)).stopped.cause, "header");
});

test("A host of whom nothing is taken any more reads no further, by another's hand, while two stay", async () => {
	await import("./cast.js").then(({ showAsSpecialist }) => showAsSpecialist(finn, "Finn"));
	for (const one of [ben, cem]) await one.readLog();
	const goes = { account_id: cem.id, goes: true };
	await assert.rejects(step(ben, "leadNoMore", goes), refusal("two-lead"));
	await circle.letsIn(ben, finn, [cem]);
	await circle.posts(ben, await step(ben, "makeHost", { account_id: finn.id }), [cem, finn]);
	const [told] = await circle.posts(ben, await step(ben, "leadNoMore", goes), [finn]);
	assert.deepEqual(told.circle.members.map(({ account_id }) => account_id).includes(cem.id), false);
	await assert.rejects(step(ben, "leadNoMore", { account_id: ada.id }), refusal("reads-not"));
});

const byBytes = (one, other) =>
	Buffer.compare(Buffer.from(one, "base64url"), Buffer.from(other, "base64url"));

test("Whoever remembers how a circle stood reads on from there, never from beyond what a visit pinned, and writes, hears and leafs back", async () => {
	await circle.letsIn(ben, ada, [cem]);
	await circle.letsIn(cem, finn, [ben, ada]);
	for (let n = 0; n < 120; n += 1) await circle.says(ben, `Line ${n}.`, []);
	const { conv, ledger, json } = circle;
	await ada.take(conv, ledger.theirs(ada.id, ada.core.talk(conv).conversation.head.n), circle.today);
	const unsaved = await ada.comeBack();
	await unsaved.readLog();
	assert.equal((await unsaved.do("openCircle", { circle: json, stoodAt: 120 })).from, 0);
	await ada.saveState();
	const head = ledger.entries.length;

	const device = await ada.comeBack();
	await device.readLog();
	const { from } = await device.do("openCircle", { circle: json, stoodAt: 10_000 });
	assert.equal(from, head - 50);
	const came = await device.take(conv, ledger.theirs(device.id, from), circle.today);
	assert.deepEqual([came.lines.length, came.canWrite, came.base], [50, true, from]);
	await circle.says(finn, "My first words here.", []);
	const fresh = ledger.entries.slice(head).map((entry) => ledger.frameOf(entry, device.id));
	assert.deepEqual(texts([await device.take(conv, fresh, circle.today)]), [["My first words here."]]);
	await circle.opens(cem);
	assert.deepEqual(texts(await circle.says(device, "I am back.", [cem])), [["I am back."]]);
	const page = await device.take(conv, ledger.page(from + 1, 20), circle.today);
	assert.deepEqual([page.lines.length, page.base], [20, from - 20]);
	await device.saveState();
	const again = await device.comeBack();
	await again.readLog();
	const next = await again.do("openCircle", { circle: json, stoodAt: head });
	assert.equal((await again.take(conv, ledger.theirs(again.id, next.from), circle.today)).canWrite, true);
});

test("Ada's own words of before open for Finn alone, as she said them then", async () => {
	await circle.letsIn(ben, ada, [cem]);
	await circle.says(ada, "It was a long night.", [ben, cem]);
	const folded = { t: "circle-line", notes: [8], own: "", said: "It was his birthday." };
	await circle.shows(ada, folded, [ben, cem]);
	await circle.says(cem, "I hear you.", [ben, ada]);
	await circle.letsIn(ben, finn, [cem, ada]);
	const of = "AAECAwQFBgcICQoLDA0ODw";
	const { conv } = circle;
	const idsOf = (who) =>
		circle.ledger.entries.flatMap(({ kind, fields }) =>
			kind === 3 && toText(fields.sender) === who.id ? [toText(fields.msgId)] : [],
		);
	const given = { conv, of, to: finn.id, ids: idsOf(ada).toReversed() };
	const { boxes } = await ada.do("sealEarlier", given);
	assert.equal(boxes.length, 1);
	const read = { conv, of, from: ada.id, box: boxes[0] };
	const words = [
		{ ts: NOON, text: "It was a long night.", notes: [], own: "" },
		{ ts: NOON, text: "It was his birthday.", notes: [8], own: "" },
	];
	assert.deepEqual((await finn.do("openEarlier", read)).lines, words);
	for (const [who, change] of [
		[cem, {}],
		[finn, { from: cem.id }],
		[finn, { of: "BBECAwQFBgcICQoLDA0ODw" }],
	])
		await assert.rejects(who.do("openEarlier", { ...read, ...change }), refusal("not-opened"));
	await assert.rejects(ada.do("sealEarlier", { ...given, ids: idsOf(cem) }), refusal("not-yours"));
	await assert.rejects(ada.do("sealEarlier", { ...given, to: of }), refusal("reads-not"));
	await circle.posts(ben, await step(ben, "takeFromCircle", { account_id: finn.id }), [cem, ada]);
	await assert.rejects(ada.do("sealEarlier", given), refusal("reads-not"));
});
