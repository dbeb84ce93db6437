// Where nothing can be said, what waits asks the house for nothing; where a talk goes on elsewhere or ends, it is not lost.

import assert from "node:assert/strict";
import { test } from "node:test";
import { toText, utf8 } from "../../crypto/bytes.js";
import { formId } from "../../talk/form-id.js";
import { RoomError } from "../../talk/trouble.js";
import { settled } from "../travel.js";
import { Device, HOUR, House, MORNING, textsOf } from "./later-devices.js";
import { line, OneTalk } from "./one-talk.js";

const begunAnew = [
	{ conv: "c2", continues: "c1" },
	{ conv: "c1", continues: null },
];

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
	for (let minute = 0; minute < 5; minute += 1) await device.minute();
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

test("The house holds a sealed row that says nothing of what it is, and words of the box never pass for one", async () => {
	const house = new House();
	const device = new Device(house);
	await device.part.deeds.put("c1", "Sleep well.");
	const [{ conv: key, text }] = house.drafts;
	assert.equal(key, await formId(`later ${JSON.parse(text).id}`));
	await device.part.deeds.letGo("c1");
	device.drafts.keep("c1", text);
	await device.at(MORNING);
	assert.deepEqual([device.given, device.waits], [[], null]);
});

test("Words that are due where nothing can be said ask the house for nothing, and go within a minute after", async () => {
	for (const [stops, goesOn] of [
		[{ state: "paused" }, { state: "active" }],
		[{ question: { why: "fortnight" } }, { question: null }],
	]) {
		const device = new Device(new House());
		await device.part.deeds.put("c1", "Sleep well.");
		Object.assign(device, stops);
		let asked = 0;
		device.catchUp = async () => {
			asked += 1;
		};
		await device.at(MORNING);
		for (let minute = 0; minute < 10; minute += 1) await device.minute();
		assert.deepEqual([asked, device.given], [0, []]);
		Object.assign(device, goesOn);
		await device.minute();
		assert.deepEqual([asked, textsOf(device)], [1, ["Sleep well."]]);
		device.part.end();
	}
});

test("A line that fails when words are due is tried again, though nobody touches the room", async () => {
	const device = new Device(new House());
	await device.part.deeds.put("c1", "Sleep well.");
	device.catchUp = async () => {
		throw new RoomError("offline");
	};
	await assert.rejects(device.at(MORNING), { code: "offline" });
	device.catchUp = Device.prototype.catchUp;
	await device.minute();
	assert.deepEqual(textsOf(device), ["Sleep well."]);
	device.part.end();
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
