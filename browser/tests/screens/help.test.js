// Whom to call: of a pair both, wherever only the first few lines stand; and never nothing, nor a number of another land.

import assert from "node:assert/strict";
import { test } from "node:test";
import { learnInside, say } from "../../words/index.js";
import { drawn, screenOf } from "./drawn.js";

await learnInside();
const { RoomHelp, callList } = await import("../../screens/help.js");
const { RoomComeIn } = await import("../../screens/come-in.js");
const { RoomBadDay } = await import("../../screens/bad-day.js");
const { RoomNotSafe } = await import("../../screens/not-safe.js");
const { RoomPlain } = await import("../../screens/plain.js");

/** @param {object} seen @returns {any} */
const view = (seen) => seen;

/** @param {string} name @param {string} [pair] */
const line = (name, pair = "") => ({
	...{ name, pair, who: "", hours: "", what_happens: "", verified: "", lang: "en" },
	how: [{ kind: /** @type {const} */ ("call"), value: "988" }],
});

const room = { conversation: () => null };
const inside = { door: "inside", relationships: [], parts: { path: { talks: [] }, onCall: null } };

/** What stands on a page of a bad night. @param {any} Kind @param {object} seen @param {string} ref */
const page = (Kind, seen, ref = "") =>
	drawn(
		screenOf(Kind, {
			room,
			view: { ...inside, ...seen },
			place: { screen: "plain", id: "starting", ref },
		}).render(),
	);

/** Every list of up to five lines in which each stands alone, or in one of two pairs. @param {number} many @returns {string[][]} */
function drawnOf(many) {
	if (many === 0) return [[]];
	const shorter = drawnOf(many - 1);
	const longest = shorter.filter(({ length }) => length === many - 1);
	return [...shorter, ...longest.flatMap((pairs) => ["", "a", "b"].map((pair) => [...pairs, pair]))];
}

test("However few lines stand first, a pair stands whole or not at all, and nobody gets fewer for it", () => {
	for (const pairs of drawnOf(5)) {
		const help = pairs.map((pair, at) => line(`Line ${at}`, pair));
		for (const many of [2, 3]) {
			const text = drawn(callList(view({ help }), many));
			const shown = pairs.map((_pair, at) => text.includes(`Line ${at}`));
			if (help.length === 0) continue;
			const expected = pairs.map(
				(pair, at) => at < many || (pair !== "" && pairs.slice(0, many).includes(pair)),
			);
			assert.deepEqual(shown, expected, pairs.join());
		}
	}
});

const paired = [
	line("First"),
	line("Second"),
	line("Third", "night"),
	line("Other"),
	line("Fourth", "night"),
];
test("Whoever is not safe, or waits for that page, reads both lines of a pair that begins among the first three", () => {
	for (const text of [page(RoomNotSafe, { help: paired }), page(RoomPlain, { help: paired }, "not-safe")]) {
		for (const name of ["First", "Third", "Fourth"]) assert.ok(text.includes(name), name);
		assert.ok(!text.includes("Other"));
	}
});

test("On a bad day as well, where the first two stand", () => {
	const text = page(RoomBadDay, { help: paired.slice(1) });
	for (const name of ["Second", "Third", "Fourth"]) assert.ok(text.includes(name), name);
	assert.ok(!text.includes("Other"));
});

/** Each place where lines stand, and what is written there. @param {object} seen */
const everywhere = (seen) => [
	page(RoomNotSafe, seen),
	page(RoomBadDay, seen),
	page(RoomPlain, seen, "not-safe"),
	drawn(screenOf(RoomHelp, { view: seen, isWanted: true }).render()),
	drawn(screenOf(RoomComeIn, { view: { ...seen, invite: null }, place: { screen: "come-in" } }).render()),
];

/** @param {string} country @param {string} emergency */
const programmeIn = (country, emergency) => ({ country, emergency, doorOpen: false, programme: "Riverside" });

test("While no list came, each place says so and gives what holds where the programme is", () => {
	for (const help of [null, []]) {
		for (const text of everywhere({ help, config: programmeIn("GB", "999") })) {
			assert.ok(text.includes(say("help.offline")));
			assert.ok(text.includes("tel:999") && text.includes(say("help.emergency.there")));
			assert.ok(text.includes("findahelpline.com"));
			for (const foreign of ["988", "911", "the US"]) assert.ok(!text.includes(foreign), foreign);
		}
		for (const text of everywhere({ help, config: programmeIn("US", "911") })) {
			assert.ok(text.includes(say("help.offline")));
			for (const way of ["tel:988", "tel:911"]) assert.ok(text.includes(way), way);
		}
	}
});

test("Where nobody knows the number of a land none is made up, and the words and the directory stand", () => {
	const text = drawn(callList(view({ help: null, config: programmeIn("ZZ", "") })));
	assert.ok(text.includes(say("help.emergency.there")) && text.includes("findahelpline.com"));
	assert.ok(!text.includes("tel:"));
});

test("Before anything is known of the programme each number says in which land it holds", () => {
	const text = drawn(callList(view({ help: null, config: null })));
	for (const id of ["help.988.who", "help.emergency.who"]) {
		assert.match(say(id), /in the US/);
		assert.ok(text.includes(say(id)));
	}
});

test("Once the list is here nothing says that it is not", () => {
	for (const text of everywhere({ help: paired, config: programmeIn("GB", "999") })) {
		assert.ok(text.includes("First") && !text.includes(say("help.offline")));
		assert.ok(!text.includes("tel:999"));
	}
});

test("Whoever is not safe has numbers first, their own plan second, who is on call third, and their talks last", () => {
	const onCall = { shifts: [], outside: "Call the number above.", expect: "", phone: "", zone: "UTC" };
	const path = { plan: [{ k: 2, b: "Call my sister", n: "" }], talks: [{ conv: "c", unsafe: null }] };
	const ben = {
		id: 1,
		conv: "c",
		mine: "client",
		state: "active",
		called: "",
		name: "Ben",
		other: { accountId: "ben", name: "Ben" },
	};
	const seen = { help: [line("Night Line")], relationships: [ben], config: programmeIn("US", "911") };

	const text = page(RoomNotSafe, { ...seen, parts: { path, onCall } });

	const stands = ["unsafe.numbers", "bad.plan", "unsafe.on-call-title"].map((id) => text.indexOf(say(id)));
	const inOrder = [
		stands[0],
		text.indexOf("Night Line"),
		stands[1],
		text.indexOf("Call my sister"),
		stands[2],
	];
	const all = [...inOrder, text.indexOf(say("bad.tell", { name: "Ben" }))];
	assert.ok(
		all.every((at) => at >= 0),
		all.join(),
	);
	assert.deepEqual(
		all,
		all.toSorted((one, other) => one - other),
	);
});
