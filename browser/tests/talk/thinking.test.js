// Two think together: what goes to the house is a day and sealed letters, once each.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Part } from "../../talk/thinking.js";
import { minutesIn, namesIn, topicsIn } from "../../talk/thinking-rules.js";
import { RoomError } from "../../talk/trouble.js";

const CEM = { account_id: "cem", key_records: [], endorsement: {} };
const together = (change = {}) => ({ id: "one", side: "mine", other: "cem", meets_on: 20_600, ...change });
const letter = (change) => ({
	...{ id: "l", isMine: true, day: 1, fits: true, b: "x", topics: [], minutes: 0 },
	...change,
});

/** A house with pages of times, and one of them that grows. */
function house({ pages = [[together()]], fails = [], next = null } = {}) {
	const seen = { asked: [], sealed: [] };
	const letters = [];
	let other = "cem";
	const part = async (method, path, papers) => {
		seen.asked.push(papers === undefined ? [method, path] : [method, path, papers]);
		const broken = fails.shift();
		if (broken === "moved") {
			other = next ?? other;
			throw new RoomError("readers-moved");
		}
		if (path.endsWith("/letters") && papers && !letters.some(({ id }) => id === papers.id))
			letters.push(papers);
		if (broken) throw new RoomError(broken);
		if (path.startsWith("reflections?")) {
			const page = Number(path.split("=")[1]);
			return {
				together: pages[page].map((row) => ({ ...row, letters: 1 })),
				more: page < pages.length - 1,
				may_meet: [{ side: "mine", account_id: "cem" }],
				people: [CEM],
			};
		}
		return {
			together: together({ other, ...(papers?.meets_on ? { meets_on: papers.meets_on } : {}) }),
			may_write: true,
			letters: [...letters],
			people: [CEM, { ...CEM, account_id: "eve" }],
		};
	};
	let n = 0;
	const core = {
		reflectWith: async ({ people }) => ({
			people: people.map(({ side, row }) => ({ side, id: row.account_id, name: "Cem" })),
		}),
		sealReflection: async (given) => {
			seen.sealed.push(given);
			n += 1;
			return { payload: { id: `letter ${n}`, box: "", readers: [] } };
		},
		readReflection: async (given) => ({
			letters: given.letters.map(({ id }) => letter({ id, topics: [4], minutes: 30 })),
		}),
	};
	const clock = { now: () => 20_600 * 86_400_000, dayOf: () => 20_600 };
	const given = { api: { part }, core, clock, onChange: () => {} };
	const inside = { given, readWho: async () => {} };
	return { seen, part: new Part(/** @type {any} */ (inside)) };
}

test("Days stand by page, as many as were looked at, each with a name the programme gave", async () => {
	const { seen, part } = house({ pages: [[together()], [together({ id: "two", other: null })]] });
	await part.deeds.lists();
	assert.deepEqual([part.shown.list?.length, part.shown.more], [1, true]);
	assert.deepEqual(part.shown.able, [{ id: "cem", side: "mine", name: "Cem" }]);
	await part.deeds.earlier();
	assert.deepEqual(
		part.shown.list?.map(({ name, id }) => [id, name]),
		[
			["one", "Cem"],
			["two", null],
		],
	);
	assert.equal(part.shown.more, false);
	assert.equal(seen.asked.length, 3);
});

test("A day is named under the name it has from the first press on, and moved under the same", async () => {
	const { seen, part } = house();
	assert.equal(await part.deeds.plan("cem", 20_610, "one"), "one");
	await part.deeds.move(20_611);
	assert.deepEqual(seen.asked, [
		["PUT", "reflections/one", { other: "cem", meets_on: 20_610 }],
		["PUT", "reflections/one", { other: "cem", meets_on: 20_611 }],
	]);
	assert.equal(part.shown.one?.row.meetsOn, 20_611);
});

test("A letter that a cut line left unanswered goes again as it was sealed, and stands once", async () => {
	const { seen, part } = house({ fails: [null, "offline"] });
	await part.deeds.look("one");
	const said = { words: "I was tired.", topics: [4], minutes: 30 };
	await assert.rejects(part.deeds.write(said), (error) => error.code === "offline");
	await part.deeds.write(said);
	assert.equal(seen.sealed.length, 1);
	assert.deepEqual(part.shown.one?.letters.length, 1);
	assert.deepEqual([part.shown.one?.topics, part.shown.one?.minutes], [[4], 30]);
	const [sealed] = seen.sealed;
	assert.deepEqual([sealed.sitting, sealed.side, sealed.to], ["one", "mine", CEM]);
});

test("Where the other has newer keys, it is sealed to those", async () => {
	const { seen, part } = house({ fails: [null, "moved"] });
	await part.deeds.look("one");
	await part.deeds.write({ words: "x", topics: [], minutes: 0 });
	assert.equal(seen.sealed.length, 2);
});

test("Where another supporter stands there meanwhile, nothing goes to them that was not meant for them", async () => {
	const { seen, part } = house({ fails: [null, "moved"], next: "eve" });
	await part.deeds.look("one");
	const said = { words: "x", topics: [], minutes: 0 };
	await assert.rejects(part.deeds.write(said), (error) => error.code === "readers-moved");
	assert.deepEqual(
		seen.sealed.map(({ to }) => to.account_id),
		["cem"],
	);
	assert.equal(part.shown.one?.row.other, "eve");
	await part.deeds.write(said);
	assert.equal(seen.sealed[1].to.account_id, "eve");
});

test("Taking back and putting away ask the house for exactly that", async () => {
	const { seen, part } = house();
	await part.deeds.look("one");
	await part.deeds.takeBack("l/1");
	await part.deeds.away();
	assert.deepEqual(
		seen.asked.filter(([method]) => method === "DELETE").map(([, path]) => path),
		["reflections/one/letters/l%2F1", "reflections/one"],
	);
	assert.equal(part.shown.one, null);
});

test("Topics stand once each, in their order; minutes are those of the one who wrote more down", () => {
	const letters = [
		letter({ topics: [9, 12], minutes: 20 }),
		letter({ topics: [1, 9], minutes: 25 }),
		letter({ isMine: false, minutes: 40 }),
	];
	assert.deepEqual(topicsIn(letters), [1, 9, 12]);
	assert.equal(minutesIn(letters), 45);
});

test("A first name from a talk is seen as a word of its own, in any writing, and not inside another", () => {
	const names = ["Ada Lovelace", "José", "Al", "李"];
	assert.deepEqual(namesIn("With ADA I was too quick.", names), ["Ada Lovelace"]);
	assert.deepEqual(namesIn("jose\u0301 came late", names), ["José"]);
	assert.deepEqual(namesIn("Adamant and also", names), []);
	assert.deepEqual(namesIn("", names), []);
});
