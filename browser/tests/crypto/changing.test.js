// Answers, other words, small signs and taking back, between two cores through one ledger.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { sends, talk } from "./cast.js";
import { DAY, NOON } from "./little-house.js";

let room;
before(async () => {
	room = await talk();
});

const say = (text, more = {}) => sends(room.ada, room.ben, room, "sealText", { text, ...more });
const view = ({ text, earlier, signs, trouble }) => ({
	text,
	earlier: earlier.map((one) => one.text),
	signs,
	trouble,
});

test("An answer names the line it answers, by its id and not by its words", async () => {
	const { ada, ben } = room;
	const { id } = await say("How was it?");
	const { theirs } = await sends(ben, ada, room, "sealText", { text: "Good.", re: id });
	assert.deepEqual([theirs.lines[0].text, theirs.lines[0].re], ["Good.", id]);
	assert.doesNotMatch(JSON.stringify(theirs.lines[0]), /How was it/);
});

test("Other words stand in the line's place, and what it said before stays to be seen", async () => {
	const { ada, ben } = room;
	const { id } = await say("I am fien");
	for (const text of ["I am fine", "I am fine."]) {
		const { theirs, own } = await sends(ada, ben, room, "sealEdit", { to: id, text });
		assert.deepEqual(theirs.lines, []);
		assert.equal(theirs.changed[0].text, text);
		assert.deepEqual(view(own.changed[0]), view(theirs.changed[0]));
	}
	const [line] = (await (await ben.comeBack()).follow(room.conv)).lines.filter((one) => one.id === id);
	assert.deepEqual(view(line), {
		text: "I am fine.",
		earlier: ["I am fien", "I am fine"],
		signs: { me: 0, them: 0 },
		trouble: null,
	});
});

test("A sign is one for each of the two: another takes its place, and it can be taken away", async () => {
	const { ada, ben } = room;
	const { id } = await say("I did it.");
	const shown = async (person, r) =>
		(await sends(person, person === ada ? ben : ada, room, "sealReact", { to: id, r })).theirs.changed[0]
			.signs;
	assert.deepEqual(await shown(ben, 3), { me: 0, them: 3 });
	assert.deepEqual(await shown(ben, 5), { me: 0, them: 5 });
	assert.deepEqual(await shown(ada, 2), { me: 5, them: 2 });
	assert.deepEqual(await shown(ben, 0), { me: 2, them: 0 });
});

test("What is taken back is hidden on both sides at once, with every wording and sign it had", async () => {
	const { ada, ben } = room;
	const { id } = await say("My sister is called Vera");
	await sends(ada, ben, room, "sealEdit", { to: id, text: "My sister is called V." });
	await sends(ben, ada, room, "sealReact", { to: id, r: 1 });
	const { own, theirs } = await sends(ada, ben, room, "sealErase", { to: id });
	for (const { changed } of [own, theirs]) {
		assert.deepEqual(view(changed[0]), {
			text: "",
			earlier: [],
			signs: { me: 0, them: 0 },
			trouble: "taken-back",
		});
		assert.equal(changed[0].id, id);
	}
	for (const person of [ada, ben]) {
		const device = await person.comeBack();
		assert.doesNotMatch(JSON.stringify(await device.follow(room.conv)), /sister/);
	}
});

test("Nobody changes, takes back or keeps what is not there or not theirs", async () => {
	const { ada, ben, conv } = room;
	const { id } = await say("Only mine.");
	const refused = (person, op, args, code) =>
		assert.rejects(person.do(op, { conv, ts: NOON, today: DAY, ...args }), { code });
	await refused(ben, "sealEdit", { to: id, text: "Yours." }, "not-yours");
	await refused(ben, "sealErase", { to: id }, "not-yours");
	for (const to of ["AAAAAAAAAAAAAAAAAAAAAA", "", "odd"]) {
		await refused(ada, "sealEdit", { to, text: "x" }, "no-such-text");
		await refused(ada, "sealReact", { to, r: 1 }, "no-such-text");
		await refused(ada, "sealErase", { to }, "no-such-text");
		await refused(ada, "sealText", { text: "x", re: to }, "no-such-text");
		await refused(ada, "keepLine", { id: to }, "no-such-text");
	}
	await refused(ada, "sealReact", { to: id, r: 6 }, "malformed");
	await sends(ada, ben, room, "sealErase", { to: id });
	await refused(ada, "sealErase", { to: id }, "no-such-text");
	await refused(ben, "keepLine", { id }, "no-such-text");
});

test("A line is changed thirty times at most", async () => {
	const { ada, ben } = room;
	const { id } = await say("0");
	for (let i = 1; i <= 30; i++) await sends(ada, ben, room, "sealEdit", { to: id, text: String(i) });
	await assert.rejects(sends(ada, ben, room, "sealEdit", { to: id, text: "31" }), { code: "edit-often" });
	const { theirs } = await sends(ada, ben, room, "sealErase", { to: id });
	assert.equal(theirs.changed[0].trouble, "taken-back");
});

test("Small changes are no lines: they count for nothing, and nobody is asked about them", async () => {
	const { ada, ben, conv } = room;
	const { id } = await say("Here.");
	const { ownSince } = await ada.take(conv, []);
	const { theirs, own } = await sends(ada, ben, room, "sealReact", { to: id, r: 4 });
	assert.deepEqual([theirs.lines, own.ownSince], [[], ownSince]);
});

test("A change that came while nobody watched is known when the line is read on another device", async () => {
	const { ada, ben, conv, ledger } = room;
	const { id } = await say("First words");
	const device = await ben.comeBack();
	const { frames } = await ada.do("sealEdit", { conv, to: id, text: "Second words", ts: NOON, today: DAY });
	for (const frame of ledger.store(frames)) await ada.do("acknowledged", { frame });
	const taken = await device.follow(conv);
	assert.equal(taken.lines.find((line) => line.id === id).text, "Second words");
	const quiet = await (await ada.comeBack()).follow(conv);
	assert.ok(quiet.quiet.length > 0);
	await ben.take(
		conv,
		ledger.entries.slice(-1).map((entry) => ledger.frameOf(entry, ben.id)),
	);
});
