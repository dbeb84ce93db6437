// P8 and the state's part of attack 16 and 32: what a house can do with a person's own memory.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Refusal } from "../../crypto/refusal.js";
import { talk } from "../crypto/cast.js";
import { DAY, NOON } from "../crypto/little-house.js";

const refusal = (code) => (error) => error instanceof Refusal && error.code === code;

let room;
beforeEach(async () => {
	room = await talk();
});

const stateOf = ({ house }, person) => structuredClone(house.accounts.get(person.id).state);

test("P8: a state rolled back behind Ada's own newest line is noticed at the next visit", async () => {
	const { house, ada, ben, conv, ledger } = room;
	await ada.saveState();
	const old = stateOf(room, ada);
	await ada.say(conv, "one", { to: ben });
	await ada.saveState();
	await ada.say(conv, "after the save", { to: ben });
	house.accounts.get(ada.id).state = old;
	const device = await ada.comeBack();
	await device.open(conv);
	const taken = await device.take(conv, ledger.follow(ada.id, 0));
	assert.equal(taken.stateBehind, true);
	await assert.rejects(
		device.do("sealText", { conv, text: "on?", ts: NOON, today: DAY }),
		refusal("state-behind"),
	);
	await assert.rejects(device.do("stateMoved", { state: old }), refusal("state-rolled-back"));
	const after = await device.take(conv, []);
	assert.deepEqual([after.stopped.cause, after.canWrite], ["state-rolled-back", false]);
	await assert.rejects(device.do("startAgain", { conv, day: DAY, ts: NOON }), refusal("stopped"));
});

test("Another device that saved meanwhile is no alarm: the newer state is taken over", async () => {
	const { ada, ben, conv, ledger } = room;
	const device = await ada.comeBack();
	await device.follow(conv);
	await ada.say(conv, "one", { to: ben });
	await ada.saveState();
	await ada.say(conv, "two", { to: ben });
	const fresh = ledger.entries.slice(-2).map((entry) => ledger.entryFrame(entry));
	const taken = await device.take(conv, fresh);
	assert.deepEqual([taken.lines.length, taken.stateBehind, taken.stopped], [2, true, null]);
	await device.do("stateMoved", { state: stateOf(room, ada) });
	const said = await device.say(conv, "three", { to: ben });
	assert.equal(said.taken.stopped, null);
});

test("Two devices that save at once lose nothing of either", async () => {
	const { ada, ben, conv } = room;
	const device = await ada.comeBack();
	await device.follow(conv);
	await ben.say(conv, "one", { to: ada });
	await ada.saveState({ drafts: [{ conv, text: "typed on the first" }] });
	const moved = await device.saveState({ name: "Ada B." });
	assert.notEqual(moved, null);
	const { body, name, drafts } = await device.do("stateMoved", { state: moved });
	assert.deepEqual([name, drafts], ["Ada B.", [{ conv, text: "typed on the first" }]]);
	assert.equal(room.house.saveState(ada.id, body).moved, null);
	await device.do("stateSaved", { ctr: body.ctr });
	assert.equal((await device.do("dirty")).dirty, false);
	const third = await ada.comeBack();
	assert.equal(third.greeting.name, "Ada B.");
	assert.equal((await third.open(conv)).pin.n, 3);
});

test("P8: a state of the same counter but other content is a fork, and stops", async () => {
	const { house, ada, ben, conv, ledger } = room;
	const device = await ada.comeBack();
	await device.follow(conv);
	const before = stateOf(room, ada);
	await ada.saveState({ drafts: [{ conv, text: "first story" }] });
	house.accounts.get(ada.id).state = before;
	await device.saveState({ drafts: [{ conv, text: "second story" }] });
	await ada.say(conv, "she knows the first", { to: ben });
	const taken = await device.take(conv, [ledger.entryFrame(ledger.entries.at(-1))]);
	assert.equal(taken.stopped.cause, "state-rolled-back");
	await assert.rejects(ada.do("stateMoved", { state: stateOf(room, ada) }), refusal("state-rolled-back"));
});

test("P8: merging two devices' marks finds a fork instead of hiding it", async () => {
	const { ada, ben, conv, ledger, house } = room;
	const device = await ada.comeBack();
	await device.follow(conv);
	await ben.say(conv, "told to the first device", { to: ada });
	await ada.saveState();
	ledger.entries.pop();
	const { frames } = await device.do("sealText", { conv, text: "told to the second", ts: NOON, today: DAY });
	for (const frame of ledger.store(frames)) await device.do("acknowledged", { frame });
	const before = await device.do("saveState", {});
	assert.notEqual(before.body, null);
	await assert.rejects(
		device.do("stateMoved", { state: house.accounts.get(ada.id).state }),
		refusal("forked"),
	);
	const moved = await device.take(conv, []);
	assert.equal(moved.stopped.cause, "rolled-back");
});

test("A state part of another version, another person or another place is refused", async () => {
	const { ada, ben } = room;
	await ada.saveState();
	const [old, foreign] = [stateOf(room, ada), stateOf(room, ben)];
	await ada.saveState({ name: "A." });
	const now = stateOf(room, ada);
	const device = await ada.comeBack();
	for (const state of [
		{ ...now, parts: now.parts.with(3, old.parts[3]) },
		{ ...now, parts: foreign.parts },
		{ ...now, parts: now.parts.with(0, now.parts[1]) },
		{ ...now, ctr: now.ctr + 1 },
		{ ...now, prev: old.prev },
		{ ...now, g: 1 },
		{ ...now, box: foreign.box },
	]) {
		await assert.rejects(device.do("stateMoved", { state }), refusal("state"));
	}
	await assert.rejects(device.do("stateMoved", { state: old }), refusal("state-rolled-back"));
});

const SAM = (conv) => ({ conv, name: "Sam from the library", note: "Asked about Tuesday." });

test("A private note is sealed in the state, and comes back on another device", async () => {
	const { ada, conv, house } = room;
	await ada.do("keepNotes", { person: SAM(conv), title: "Recipes", opened: NOON });
	await ada.saveState();
	const { greeting } = await ada.comeBack();
	assert.deepEqual([greeting.people, greeting.title, greeting.opened], [[SAM(conv)], "Recipes", NOON]);
	assert.equal(JSON.stringify(house.accounts.get(ada.id)).includes("library"), false);
});

test("Two devices: the note changed here stays, the one taken away here is gone, the later opening counts", async () => {
	const { ada, conv } = room;
	const other = ada.id;
	await ada.do("keepNotes", { person: SAM(conv) });
	await ada.do("keepNotes", { person: { conv: other, name: "B", note: "" } });
	await ada.saveState();
	const device = await ada.comeBack();
	await ada.do("keepNotes", { person: { ...SAM(conv), note: "changed on the first" }, opened: 9 });
	await ada.saveState();
	await device.do("keepNotes", { person: { conv: other, name: "", note: "" }, title: "Plants", opened: 5 });
	const moved = await device.saveState();
	const { people, title, opened } = await device.do("stateMoved", { state: moved });
	assert.deepEqual(people, [{ ...SAM(conv), note: "changed on the first" }]);
	assert.deepEqual([title, opened], ["Plants", 9]);
});

test("Visits are counted to four, sealed, and two devices keep the larger count", async () => {
	const { ada } = room;
	const counts = [];
	for (let i = 0; i < 3; i++) counts.push((await ada.do("keepNotes", { visit: true })).visits);
	assert.deepEqual([...counts, (await ada.do("keepNotes", { opened: 7 })).visits], [1, 2, 3, 3]);
	await ada.saveState();
	const device = await ada.comeBack();
	for (let i = 0; i < 3; i++) await ada.do("keepNotes", { visit: true });
	await ada.saveState();
	await device.do("keepNotes", { title: "Plants" });
	const { visits } = await device.do("stateMoved", { state: await device.saveState() });
	assert.equal(visits, 4);
});

test("P8: a notes part put back to an older one is refused, alone and with its whole state", async () => {
	const { ada, ben, conv, house, ledger } = room;
	await ada.do("keepNotes", { person: SAM(conv) });
	await ada.saveState();
	const old = stateOf(room, ada);
	await ada.do("keepNotes", { person: { conv, name: "", note: "" } });
	await ada.saveState();
	const now = stateOf(room, ada);
	house.accounts.get(ada.id).state = { ...now, parts: now.parts.with(3, old.parts[3]) };
	await assert.rejects(ada.comeBack(), refusal("state"));
	house.accounts.get(ada.id).state = now;
	await ada.say(conv, "written after it was taken away", { to: ben });
	house.accounts.get(ada.id).state = old;
	const device = await ada.comeBack();
	await device.open(conv);
	assert.equal((await device.take(conv, ledger.follow(ada.id, 0))).stateBehind, true);
	await assert.rejects(device.do("stateMoved", { state: old }), refusal("state-rolled-back"));
});

test("Notes that are too long, too many or of another form are refused, and what was kept stays", async () => {
	const { ada, conv } = room;
	await ada.do("keepNotes", { person: SAM(conv) });
	const bad = [
		[{ person: { conv, name: "n".repeat(41), note: "" } }, "malformed"],
		[{ person: { conv, name: "", note: "n".repeat(4_001) } }, "malformed"],
		[{ person: { conv: "not an id", name: "B", note: "" } }, "malformed"],
		[{ title: "t".repeat(61) }, "malformed"],
		[{ opened: 1.5 }, "malformed"],
	];
	for (const [given, code] of bad) await assert.rejects(ada.do("keepNotes", given), refusal(code));
	const full = async () => {
		for (let i = 0; i < 4; i++) {
			const person = { conv: `${"A".repeat(20)}${i}A`, name: "", note: "🌿".repeat(4_000) };
			await ada.do("keepNotes", { person });
		}
	};
	await assert.rejects(full(), refusal("notes-full"));
	assert.equal((await ada.do("keepNotes", {})).people.at(-1).name, "Sam from the library");
});
