import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { Doorway } from "../../talk/doorway.js";
import { doorFor, RoomError } from "../../talk/trouble.js";
import { WireError } from "../../wire/request.js";
import { TravelClock } from "../travel.js";

const CONFIG = {
	...{ version: 1, home: "h", roster: "r", log: "l", programme: "Riverside", country: "US", lang: "en" },
	...{
		wire: "/wire",
		today: 20000,
		retention: 12,
		keeping: { least: 1, most: 24, open: true },
		door: "open",
	},
	...{ langs: ["en"], promise: { version: 1, sentences: [] } },
};

/** A doorway whose cores are counted, and whose lists come from where the room keeps them, or do not come. */
function doorway({ fails = 0, breaks = 0 } = {}) {
	const cores = [];
	const left = { fails, breaks };
	const clock = new TravelClock();
	const makeCore = () => {
		const core = {
			isOver: false,
			init: async () => {
				if (left.breaks-- > 0) throw Object.assign(new Error("offline"), { code: "offline" });
			},
			suggest: async () => ({ words: ["a", "b", "c", "d", "e"] }),
			matchWords: async ({ words }) => ({ words }),
			end: () => {
				core.isOver = true;
			},
		};
		cores.push(core);
		return core;
	};
	const fetch = async (url) => {
		if (left.fails-- > 0) throw new TypeError("cut off");
		return new Response(await readFile(new URL(url)));
	};
	const api = { config: async () => CONFIG, goTo() {}, help: async () => [{ name: "988" }] };
	const listsFrom = new URL("../../../protocol/", import.meta.url);
	const given = { makeCore, api, fetch, clock, chance: () => 0.5, language: "en", listsFrom };
	return {
		door: new Doorway(given),
		cores,
		clock,
		alive: () => cores.filter(({ isOver }) => !isOver).length,
	};
}

test("a door is shown before what opens it is here", async () => {
	const { door, cores } = doorway();
	await door.open();
	assert.equal(door.config.programme, "Riverside");
	assert.deepEqual([door.offer, door.lists, door.help], [null, null, null]);
	assert.equal(cores.length, 0, "what the lock needs takes nothing from the door on a slow line");
	await door.makeReady();
	assert.equal(door.offer.words.length, 5);
	assert.equal(door.help.length, 1);
	assert.equal(cores.length, 1);
});

test("who types before the lock is here waits for the one that is coming", async () => {
	const { door, cores } = doorway();
	await door.open();
	const [read] = await Promise.all([door.readWords("apple"), door.makeReady(), door.readWords("apple bear")]);
	assert.equal(read.words[0].word, "apple");
	assert.equal(cores.length, 1);
});

test("a line that fails once is tried again by itself", async () => {
	const { door, clock, alive } = doorway({ fails: 1 });
	await door.open();
	const ready = door.makeReady();
	await new Promise((done) => setTimeout(done, 50));
	await clock.travel(2_000);
	await ready;
	assert.equal(door.offer.words.length, 5);
	assert.equal(alive(), 1);
});

test("a lock that came in part is fetched anew, and none is left running", async () => {
	const { door, cores, alive } = doorway({ breaks: 1 });
	await door.open();
	await door.makeReady();
	assert.equal(cores.length, 2);
	assert.equal(alive(), 1);
});

test("a line that stays away is said, nothing is left running, and another try may succeed", async () => {
	const { door, clock, alive } = doorway({ fails: 12 });
	await door.open();
	const ready = assert.rejects(door.makeReady(), { code: "offline" });
	await new Promise((done) => setTimeout(done, 50));
	await clock.travel(2_000);
	await ready;
	assert.equal(alive(), 0);
	await door.open();
	await door.makeReady();
	assert.equal(alive(), 1);
});

test("who is on the way in, or gone, keeps the door they stand at", () => {
	const away = new WireError("offline");
	assert.equal(doorFor(away, { door: "starting", work: null }), "unreachable");
	assert.equal(doorFor(away, { door: "outside", work: null }), "unreachable");
	assert.equal(doorFor(away, { door: "outside", work: "opening-lock" }), "outside");
	assert.equal(doorFor(new RoomError("ended"), { door: "left", work: null }), "left");
	assert.throws(() => doorFor(new TypeError("a fault"), { door: "left", work: null }), TypeError);
});
