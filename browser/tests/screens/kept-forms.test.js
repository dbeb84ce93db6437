// What a form keeps while something is on its way: a reply that stands is in no form, one that was refused stays in it.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { deedsOf, fill, screenOf } from "./drawn.js";

let RoomMendOne;
let RoomReachPhone;
let RoomVows;
before(async () => {
	await (await import("../../words/index.js")).learnInside();
	({ RoomMendOne } = await import("../../screens/mend-one.js"));
	({ RoomReachPhone } = await import("../../screens/reach-phone.js"));
	({ RoomVows } = await import("../../screens/vows.js"));
});

const refused = (code) => Promise.reject(Object.assign(new Error(code), { code }));
const form = { reset() {}, elements: { namedItem: () => ({ value: "" }) } };

/** A screen that nobody draws: what it shows is there at once. */
const there = (Kind, given) =>
	Object.defineProperty(screenOf(Kind, given), "updateComplete", { value: Promise.resolve(true) });

/** A form that writes down what is kept of it, and when. */
const held = (done) => ({
	typed() {},
	async hold() {
		done.push("kept");
	},
	async done() {
		done.push("not kept");
	},
});

const mend = {
	of: "one",
	n: 3,
	msg: "m",
	from: "them",
	by: "ada",
	about: 4,
	re: null,
	text: "So.",
	ts: 1,
	replies: [],
	closed: null,
};
const conversation = {
	conv: "c",
	name: "Ada",
	lines: [],
	canWrite: true,
	relationship: { mine: "specialist" },
};

/** Ben's reply as he sends it. */
async function reply(deed) {
	const done = [];
	const room = {
		doing: () => {
			done.push("sent");
			return deed();
		},
	};
	const given = { room, view: { parts: {} }, conversation, mend, held: held(done) };
	const [send] = deedsOf(there(RoomMendOne, given).render(), "@submit");
	await send({ ...fill({ text: "I am sorry." }), target: form });
	return done;
}

test("A reply that stands is in no form that comes after it", async () => {
	assert.deepEqual(await reply(async () => undefined), ["not kept", "sent"]);
});

test("A reply that was refused is kept with its form", async () => {
	assert.deepEqual(await reply(() => refused("offline")), ["not kept", "sent", "kept"]);
});

test("A reply in the words of an earlier one is told apart from it, also when it is pressed again", async () => {
	const given = [];
	const doing = (_part, _deed, what) => {
		given.push(what.before);
		return given.length === 1 ? refused("on-its-way") : Promise.resolve();
	};
	const mine = { from: "me", by: "ben", text: "Thank you.", ts: 2 };
	const replied = (times) => ({ ...mend, replies: Array(times).fill(mine) });
	const screen = there(RoomMendOne, { room: { doing }, view: { parts: {} }, conversation, held: held([]) });
	const before = { value: "" };
	const target = { reset() {}, elements: { namedItem: () => before } };
	for (const times of [1, 2, 2]) {
		Object.assign(screen, { mend: replied(times) });
		await deedsOf(screen.render(), "@submit")[0]({ ...fill({ text: "Thank you." }), target });
	}
	assert.deepEqual(given, [1, 1, 2]);
});

test("A promise that stood is written over by none that comes after it in the same form", async () => {
	const vows = [];
	const room = {
		conversation: () => ({ ...conversation, vows, relationship: { id: "7" } }),
		doing: () => refused("said-before"),
	};
	const view = {
		parts: { vows: { pledges: { 7: { open: [], past: [], more: false } } } },
		config: { today: 20_000, contact: {} },
	};
	const keeps = { ...held([]), typed: async () => false };
	const screen = there(RoomVows, { room, view, place: { screen: "vows", id: "c" }, held: keeps });
	const field = { value: screen.name };
	const target = { reset() {}, elements: { namedItem: () => field } };
	const names = [screen.name];
	const said = { ...fill({ words: "I'll call.", day: "2024-10-10", ref: screen.name }), target };
	await deedsOf(screen.render(), "@submit")[0](said);
	names.push(field.value);
	fill({ ref: field.value });
	const [typed] = deedsOf(screen.render(), "@input");
	await typed({ currentTarget: target });
	assert.equal(field.value, names[1], "what never stood keeps its name");
	vows.push({ k: 1, ref: field.value, mine: true });
	await typed({ currentTarget: target });
	names.push(field.value);
	assert.deepEqual([new Set(names).size, screen.name], [3, field.value]);
});

test("A word is kept under its name before it is sent, so that the next press is about the same one", async () => {
	const done = [];
	const names = [];
	const room = {
		conversation: () => ({ ...conversation, relationship: { id: "7" } }),
		doing: (_part, _deed, _id, _conv, { ref }) => {
			done.push("sent");
			names.push(ref);
			return names.length < 3 ? refused("on-its-way") : Promise.resolve();
		},
	};
	const view = {
		parts: { vows: { pledges: { 7: { open: [], past: [], more: false } } } },
		config: { today: 20_000, contact: {} },
	};
	const screen = there(RoomVows, { room, view, place: { screen: "vows", id: "c" }, held: held(done) });
	const given = () => ({
		...fill({ words: "I'll call.", day: "2024-10-10", ref: screen.name }),
		target: form,
	});
	for (let press = 0; press < 4; press += 1) await deedsOf(screen.render(), "@submit")[0](given());
	assert.equal(new Set(names.slice(0, 3)).size, 1);
	assert.notEqual(names[3], names[0]);
	assert.deepEqual(done.slice(0, 4), ["kept", "sent", "kept", "sent"]);
});

test("A number that was proved is shown as proved, also where the hours chosen for it could not be kept", async () => {
	const kept = [];
	const doing = async (_part, deed) =>
		deed === "showCode" ? { number_confirmed: true } : refused("offline");
	const given = { room: { doing }, view: {}, wish: () => ({ quiet_from: 0 }), keep: (one) => kept.push(one) };
	const reach = { number: "+442079460018", number_confirmed: false, number_returned: false };
	const screen = there(RoomReachPhone, { ...given, reach });
	await deedsOf(screen.render(), "@submit")[0]({ ...fill({ code: "123456" }), target: form });
	assert.deepEqual(kept, [{ number_confirmed: true }]);
	assert.equal(screen.trouble.code, "offline");
});
