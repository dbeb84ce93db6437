// What Ben writes at night goes when his hours begin: by one of his devices, once, and never after he took it back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { toText, utf8 } from "../../crypto/bytes.js";
import { Drafts } from "../../talk/drafts.js";
import { formId } from "../../talk/form-id.js";
import { Part } from "../../talk/later.js";
import { RoomError } from "../../talk/trouble.js";
import { settled, TravelClock } from "../travel.js";
import { line, OneTalk } from "./one-talk.js";

const HOUR = 3_600_000;
const NIGHT = Date.parse("2026-03-03T23:00:00Z");
const MORNING = Date.parse("2026-03-04T08:00:00Z");
const HOURS = { days: [0, 1, 2, 3, 4], from: 9 * 60, to: 17 * 60, tz: "Europe/Berlin", within: 24 };
const begunAnew = [
	{ conv: "c2", continues: "c1" },
	{ conv: "c1", continues: null },
];
const READER = { account_id: "river", name: "River", reads: true };

/** The house keeps one sealed state for all devices, and one talk: a line with an id that is there is not taken again. */
class House {
	drafts = [];
	lines = [];
	fails = false;
}

/** One of Ben's devices: its own drafts, its own clock, the house's state. */
class Device {
	drafts = new Drafts();
	base = [];
	readers = [READER];
	question = null;
	state = "active";
	conversations = [{ conv: "c1", continues: null }];
	given = [];

	constructor(house, { at = NIGHT } = {}) {
		this.house = house;
		this.clock = new TravelClock(at);
		this.drafts.merge(house.drafts);
		this.base = house.drafts;
		const device = this;
		const talk = {
			get lines() {
				return house.lines;
			},
			get known() {
				return { canWrite: true, readers: device.readers };
			},
			get relationship() {
				return { state: device.state };
			},
			catching: false,
			get question() {
				return device.question;
			},
			sayAs: (_kind, given) => {
				this.given.push(given);
				return `w${this.given.length}`;
			},
			isOnItsWay: (key) => !this.stored.has(key),
		};
		this.stored = new Set();
		this.part = new Part({
			given: { clock: this.clock, onChange: () => undefined },
			drafts: this.drafts,
			specialist: { profile: { reply: HOURS } },
			relationships: {
				get all() {
					const { state, conversations } = device;
					return [{ mine: "specialist", state, conversations }];
				},
			},
			conversations: { of: () => talk },
			conversation: () => talk,
			saving: { save: () => this.save(), soon: () => this.saveSoon(), inTurn: (deed) => deed() },
			catchUpState: () => this.catchUp(),
		});
	}

	/** Row by row: what changed here since the last time counts, the rest is the house's. */
	async save() {
		if (this.house.fails) throw new RoomError("offline");
		const text = (rows, id) => rows.find(({ conv }) => conv === id)?.text ?? "";
		const mine = this.drafts.toState();
		const ids = new Set([...mine, ...this.house.drafts].map(({ conv }) => conv));
		const rows = [...ids].map((id) => {
			const isMine = text(mine, id) !== text(this.base, id);
			return { conv: id, text: text(isMine ? mine : this.house.drafts, id) };
		});
		this.house.drafts = rows.filter((row) => row.text !== "");
		this.base = this.house.drafts;
		this.drafts.merge(this.house.drafts);
	}

	saveSoon() {
		return this.save();
	}

	async catchUp() {
		this.base = this.house.drafts;
		this.drafts.merge(this.house.drafts);
	}

	/** What is in its outbox reaches the house. */
	async store() {
		const { text, msg } = this.given.at(-1);
		this.house.lines = [...this.house.lines, { id: "w", msg, n: this.house.lines.length + 1, text }];
		this.stored.add(`w${this.given.length}`);
		await this.part.sent("c1");
	}

	async at(moment) {
		this.clock.sleep(moment - this.clock.now());
		await this.part.deeds.watch();
	}

	get waits() {
		return this.part.shown.c1?.text ?? null;
	}
}

test("What Ben writes at night waits until nine, and goes then", async () => {
	const device = new Device(new House());
	await device.part.deeds.put("c1", "Sleep well.");
	assert.equal(device.part.shown.c1.at, MORNING);
	await device.at(MORNING - 1);
	assert.deepEqual(device.given, []);
	await device.at(MORNING);
	assert.deepEqual(
		device.given.map(({ text }) => text),
		["Sleep well."],
	);
	await device.store();
	assert.equal(device.waits, null);
	await device.at(MORNING + HOUR);
	assert.equal(device.given.length, 1);
});

test("A room that stays open sends it by itself", async () => {
	const device = new Device(new House());
	await device.part.deeds.put("c1", "Good morning.");
	for (let hour = 0; hour < 10; hour += 1) {
		await device.clock.travel(HOUR);
		await new Promise((done) => setTimeout(done, 5));
	}
	assert.equal(device.given.length, 1);
	device.part.end();
});

test("It outlives a lock, and a device that was never open then sends it at the next visit", async () => {
	const house = new House();
	await new Device(house).part.deeds.put("c1", "Sleep well.");
	const later = new Device(house, { at: MORNING + 30 * HOUR });
	await later.part.deeds.watch();
	assert.deepEqual(
		later.given.map(({ text }) => text),
		["Sleep well."],
	);
});

test("Of two devices that are open one sends it, and both give the line one id", async () => {
	const house = new House();
	const one = new Device(house);
	await one.part.deeds.put("c1", "Sleep well.");
	const other = new Device(house);
	await other.part.deeds.watch();
	await one.at(MORNING);
	await one.store();
	await other.at(MORNING);
	assert.deepEqual([one.given.length, other.given.length], [1, 0]);
	assert.equal(other.waits, null);
});

test("Two that send in the same moment give it the same id, so that the house takes one", async () => {
	const house = new House();
	const one = new Device(house);
	await one.part.deeds.put("c1", "Sleep well.");
	const other = new Device(house);
	await Promise.all([one.at(MORNING), other.at(MORNING)]);
	assert.equal(one.given[0].msg, other.given[0].msg);
});

test("A device that was closed before it could note that a line went finds it there", async () => {
	const house = new House();
	const one = new Device(house);
	await one.part.deeds.put("c1", "Sleep well.");
	const { id } = JSON.parse(house.drafts[0].text);
	house.lines = [{ id: "x", msg: id, n: 1, text: "Sleep well." }];
	const next = new Device(house, { at: MORNING });
	await next.part.deeds.watch();
	assert.deepEqual(next.given, []);
	assert.deepEqual(house.drafts, []);
});

test("What Ben takes back on his phone is not sent by his laptop", async () => {
	const house = new House();
	const phone = new Device(house);
	await phone.part.deeds.put("c1", "Sleep well.");
	const laptop = new Device(house);
	await laptop.part.deeds.watch();
	assert.equal(await phone.part.deeds.drop("c1"), "Sleep well.");
	await laptop.at(MORNING);
	assert.deepEqual(laptop.given, []);
	assert.equal(laptop.waits, null);
});

test("More words are added to what waits, and nothing is said to wait that was not kept", async () => {
	const house = new House();
	const device = new Device(house);
	await device.part.deeds.put("c1", "One.");
	await device.part.deeds.put("c1", "Two.");
	assert.equal(device.waits, "One.\n\nTwo.");
	house.fails = true;
	await assert.rejects(device.part.deeds.put("c1", "Three."), { code: "offline" });
	house.fails = false;
	await device.at(MORNING);
	assert.equal(device.given[0].text, "One.\n\nTwo.");
});

test("Whoever came meanwhile is not among those it was written for", async () => {
	const device = new Device(new House());
	await device.part.deeds.put("c1", "Sleep well.");
	device.readers = [READER, { account_id: "lea", name: "Lea", reads: true }];
	await device.at(MORNING);
	assert.deepEqual(device.given[0].readers, ["river"]);
});

test("In a talk that rests nothing goes; after a week it stands in the box again", async () => {
	const device = new Device(new House());
	await device.part.deeds.put("c1", "Sleep well.");
	device.state = "paused";
	await device.at(MORNING);
	assert.deepEqual([device.given, device.waits], [[], "Sleep well."]);
	device.state = "active";
	await device.at(MORNING + 8 * 24 * HOUR);
	assert.deepEqual([device.given, device.waits], [[], null]);
	assert.equal(device.drafts.of("c1"), "Sleep well.");
});

test("Words that are given back stand in the box once, also when they cannot be saved at first", async () => {
	const house = new House();
	const device = new Device(house);
	device.saveSoon = async () => device.save().catch(() => undefined);
	await device.part.deeds.put("c1", "Sleep well.");
	house.fails = true;
	for (const days of [8, 9]) await device.at(MORNING + days * 24 * HOUR);
	assert.equal(device.drafts.of("c1"), "Sleep well.");
	house.fails = false;
	await device.at(MORNING + 10 * 24 * HOUR);
	await device.save();
	assert.deepEqual(house.drafts, [{ conv: "c1", text: "Sleep well." }]);
	assert.deepEqual(device.given, []);
});

test("Words that are taken back stand in the box, or wait on where that cannot be kept", async () => {
	const house = new House();
	const device = new Device(house);
	device.drafts.keep("c1", "And");
	await device.part.deeds.put("c1", "Sleep well.");
	house.fails = true;
	await assert.rejects(device.part.deeds.drop("c1"), { code: "offline" });
	assert.deepEqual([device.drafts.of("c1"), device.waits], ["And", "Sleep well."]);
	house.fails = false;
	await device.part.deeds.drop("c1");
	assert.deepEqual([device.drafts.of("c1"), device.waits], ["Sleep well.\n\nAnd", null]);
});

test("What Ben put by on his phone stays when he adds to it on his laptop", async () => {
	const house = new House();
	const [phone, laptop] = [new Device(house), new Device(house)];
	await phone.part.deeds.put("c1", "One.");
	await laptop.part.deeds.put("c1", "Two.");
	assert.equal(laptop.waits, "One.\n\nTwo.");
	await phone.at(MORNING);
	assert.equal(phone.given[0].text, "One.\n\nTwo.");
});

test("Added words take the first ones to nobody who came between", async () => {
	const device = new Device(new House());
	const [mara, lea] = ["mara", "lea"].map((name) => ({ account_id: name, name, reads: true }));
	device.readers = [READER, mara];
	await device.part.deeds.put("c1", "One.");
	device.readers = [READER, lea];
	await device.part.deeds.put("c1", "Two.");
	await device.at(MORNING);
	assert.deepEqual(device.given[0].readers, ["river"]);
});

test("Where the room asks before more is sent, the words wait for the answer, and go then", async () => {
	const device = new Device(new House());
	device.question = { why: "fortnight" };
	await device.part.deeds.put("c1", "Still here.");
	await device.at(MORNING);
	assert.deepEqual(device.given, []);
	device.question = null;
	await device.part.deeds.watch();
	assert.equal(device.given.length, 1);
});

test("What waits in a talk that is begun anew stands in the box of the new one", async () => {
	const house = new House();
	const device = new Device(house);
	await device.part.deeds.put("c1", "Sleep well.");
	device.conversations = begunAnew;
	await device.at(MORNING);
	assert.deepEqual([device.given, device.waits, device.drafts.of("c2")], [[], null, "Sleep well."]);
});

test("What waits in a talk that ends stays in sight until it is let go, and never goes by itself", async () => {
	const house = new House();
	const device = new Device(house);
	await device.part.deeds.put("c1", "Sleep well.");
	device.state = "ended";
	await device.at(MORNING + 8 * 24 * HOUR);
	assert.deepEqual([device.given, device.drafts.of("c1")], [[], ""]);
	assert.equal(device.part.shown.c1.at, 0);
	device.conversations = begunAnew;
	await device.part.deeds.watch();
	assert.deepEqual([device.waits, device.part.shown.c2.text], [null, "Sleep well."]);
	await device.part.deeds.letGo("c2");
	assert.deepEqual([device.part.shown, house.drafts], [{}, []]);
});

test("A laptop that slept gives back nothing that a phone sent or took out since", async () => {
	const house = new House();
	const [phone, laptop] = [new Device(house), new Device(house)];
	await phone.part.deeds.put("c1", "Sleep well.");
	await laptop.catchUp();
	await laptop.part.deeds.watch();
	await phone.part.deeds.letGo("c1");
	laptop.conversations = begunAnew;
	await laptop.at(MORNING);
	assert.deepEqual([laptop.waits, laptop.drafts.of("c2"), house.drafts], [null, "", []]);
});

test("What stays of an ended talk asks the house for nothing, however long the room is open", async () => {
	const device = new Device(new House());
	await device.part.deeds.put("c1", "Sleep well.");
	device.state = "ended";
	await device.at(MORNING);
	let asked = 0;
	device.catchUp = async () => {
		asked += 1;
	};
	await device.part.deeds.watch();
	for (let minute = 0; minute < 5; minute += 1) {
		await device.clock.travel(60_000);
		await new Promise((done) => setTimeout(done, 5));
	}
	assert.deepEqual([asked, device.waits], [0, "Sleep well."]);
	device.part.end();
});

test("What was kept for the end of a talk goes into the box when the two go on, and is not sent", async () => {
	const device = new Device(new House());
	await device.part.deeds.put("c1", "Sleep well.");
	device.state = "ended";
	await device.part.deeds.watch();
	device.state = "active";
	await device.at(MORNING);
	assert.deepEqual([device.given, device.waits, device.drafts.of("c1")], [[], null, "Sleep well."]);
});

test("Where there is no room for more, words are refused in time, and nothing else is lost", async () => {
	const house = new House();
	const device = new Device(house);
	for (const id of ["c3", "c4"]) device.drafts.keep(id, "é".repeat(4_000));
	await assert.rejects(device.part.deeds.put("c1", "é".repeat(3_000)), { code: "begun-full" });
	assert.deepEqual([device.waits, house.drafts], [null, []]);
	await device.part.deeds.put("c1", "Short.");
	assert.equal(device.waits, "Short.");
});

test("The house holds a sealed row that says nothing of what it is", async () => {
	const house = new House();
	await new Device(house).part.deeds.put("c1", "Sleep well.");
	assert.equal(house.drafts[0].conv, await formId("later c1"));
});

test("A line with an id of its own is stored under it once, and leaves no second draft", async () => {
	const one = await OneTalk.open();
	await one.upto(0);
	const id = toText(utf8("m000000000000001"));
	one.wire.isUp = false;
	one.talk.sayAs("text", { text: "Sleep well.", msg: id });
	await settled();
	assert.deepEqual(one.talk.unsent, []);
	await one.hear(line(1, "Sleep well.", { mine: true }));
	assert.equal(one.talk.lines.filter(({ text }) => text === "Sleep well.").length, 1);
});
