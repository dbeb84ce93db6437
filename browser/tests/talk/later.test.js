// What Ben writes at night goes when his hours begin: by one of his devices, once, and never after he took it back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Device, HOUR, House, MORNING, READER, textsOf } from "./later-devices.js";

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
	for (let hour = 0; hour < 10; hour += 1) await device.pass(HOUR);
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
	assert.deepEqual(textsOf(device), ["One.", "Two."]);
	await device.store();
	assert.deepEqual([device.waits, house.drafts], [null, []]);
});

test("Whoever came meanwhile is not among those it was written for", async () => {
	const device = new Device(new House());
	await device.part.deeds.put("c1", "Sleep well.");
	device.readers = [READER, { account_id: "lea", name: "Lea", reads: true }];
	await device.at(MORNING);
	assert.deepEqual(device.given[0].readers, ["river"]);
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

test("What is put by leaves the box in the same moment, and stands there still where it could not be kept", async () => {
	const house = new House();
	const device = new Device(house);
	device.drafts.keep("c1", "Sleep well. ");
	await device.save();
	house.fails = true;
	await assert.rejects(device.part.deeds.put("c1", "Sleep well."), { code: "offline" });
	assert.equal(device.drafts.of("c1"), "Sleep well. ");
	house.fails = false;
	await device.part.deeds.put("c1", "Sleep well.");
	assert.deepEqual(
		house.drafts.map(({ conv, text }) => [conv === "c1", JSON.parse(text).text]),
		[[false, "Sleep well."]],
	);
});

test("What Ben put by on his phone stays when he adds to it on his laptop", async () => {
	const house = new House();
	const [phone, laptop] = [new Device(house), new Device(house)];
	await phone.part.deeds.put("c1", "One.");
	await laptop.part.deeds.put("c1", "Two.");
	assert.equal(laptop.waits, "One.\n\nTwo.");
	await phone.at(MORNING);
	assert.deepEqual(textsOf(phone), ["One.", "Two."]);
});

test("What Ben puts by on two devices in the same second stays and goes, of both, once each", async () => {
	const house = new House();
	const [phone, laptop] = [new Device(house), new Device(house)];
	for (const one of [phone, laptop]) one.catchUp = async () => undefined;
	await phone.part.deeds.put("c1", "One.");
	await laptop.part.deeds.put("c1", "Two.");
	assert.equal(house.drafts.length, 2, "neither had heard of the other");
	for (const one of [phone, laptop]) one.catchUp = Device.prototype.catchUp;
	await phone.at(MORNING);
	assert.deepEqual(textsOf(phone).sort(), ["One.", "Two."]);
	await phone.store();
	await laptop.at(MORNING);
	assert.deepEqual([textsOf(laptop), laptop.waits, house.drafts], [[], null, []]);
});

test("Words that are added while others wait go also where those were taken out meanwhile", async () => {
	const house = new House();
	const [phone, laptop] = [new Device(house), new Device(house)];
	await phone.part.deeds.put("c1", "One.");
	await laptop.catchUp();
	laptop.catchUp = async () => undefined;
	await phone.part.deeds.drop("c1");
	await laptop.part.deeds.put("c1", "Two.");
	laptop.catchUp = Device.prototype.catchUp;
	await laptop.at(MORNING);
	assert.deepEqual([textsOf(laptop), phone.drafts.of("c1")], [["Two."], "One."]);
});

test("Each text is for those who read when it was written, and for nobody who came between", async () => {
	const device = new Device(new House());
	const [mara, lea] = ["mara", "lea"].map((name) => ({ account_id: name, name, reads: true }));
	device.readers = [READER, mara];
	await device.part.deeds.put("c1", "One.");
	device.readers = [READER, lea];
	await device.part.deeds.put("c1", "Two.");
	await device.at(MORNING);
	assert.deepEqual(
		device.given.map(({ readers }) => readers),
		[
			["river", "mara"],
			["river", "lea"],
		],
	);
});
