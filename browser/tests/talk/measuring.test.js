// Measures in the room: what the house says counts only as far as officers signed it, and what a cut line kept is sent as it was.

import assert from "node:assert/strict";
import { test } from "node:test";
import { holds as holdsOn, takesTwo } from "../../talk/measure-rules.js";
import { Part } from "../../talk/measuring.js";

const row = (change = {}) => ({
	...{ id: "m1", on: "ben", by: "eve", kind: 2, days: 14, standing: "in-force", set_on: 1, began_on: 1 },
	...{ ends_on: 15, second: null, appeal_until: 31, appealed_on: null, due_on: null, heard_by: null },
	...{ heard_on: null, outcome: null, ...change },
});
/** As a room keeps one: from day 1 on, for its days. */
const shown = ({ days = 14, beganOn = 1, ...change } = {}) => ({
	...{ on: "ben", by: "eve", kind: 2, days, standing: "in-force", beganOn, endsOn: beganOn + days },
	...change,
});
const holds = (given, letters, today = 2) => holdsOn(given, letters, today);
const letter = (sort, from, does, days = 0, change = {}) => ({
	...{
		id: `${sort}${from}`,
		sort,
		from,
		day: 1,
		fits: true,
		b: "So.",
		says: { on: "ben", does, days, rule: "" },
	},
	...change,
});
const set = letter(5, "eve", 2, 14);

test("A measure stands as its officer signed it, for whom and for how long", () => {
	assert.equal(holds(shown(), [set]), true);
	for (const other of [
		shown({ days: 15 }),
		shown({ kind: 3 }),
		shown({ on: "ada" }),
		shown({ by: "dora" }),
		shown({ days: 7 }),
	])
		assert.equal(holds(other, [set]), false);
	assert.equal(holds(shown(), []), false);
	assert.equal(holds(shown(), [{ ...set, fits: false }]), false);
	assert.equal(holds(shown(), [letter(5, "ben", 2, 14)]), false);
});

test("The gravest stand only with a second officer's own yes", () => {
	const removal = shown({ kind: 5, days: 0, endsOn: null, second: "lea" });
	const alone = letter(5, "eve", 5);
	assert.equal(holds(removal, [alone]), false);
	assert.equal(holds(removal, [alone, letter(6, "eve", 1)]), false);
	assert.equal(holds(removal, [alone, letter(6, "lea", 2)]), false);
	assert.equal(holds(removal, [alone, letter(6, "lea", 1, 0, { fits: false })]), false);
	assert.equal(holds(removal, [alone, letter(6, "lea", 1)]), true);
	assert.equal(holds({ ...removal, standing: "waits" }, [alone]), true);
	assert.deepEqual(
		[takesTwo(4, 7), takesTwo(4, 8), takesTwo(2, 90), takesTwo(5, 0)],
		[false, true, false, true],
	);
});

test("It is made less by a signed decision, and more by none", () => {
	assert.equal(holds(shown({ days: 7 }), [set, letter(8, "dora", 2, 7)]), true);
	assert.equal(holds(shown(), [set, letter(8, "dora", 2, 7)]), false);
	assert.equal(holds(shown({ days: 20 }), [set, letter(8, "dora", 2, 20)]), false);
	assert.equal(holds(shown({ standing: "over" }), [set, letter(8, "dora", 3)]), true);
	assert.equal(holds(shown(), [set, letter(8, "dora", 3)]), false);
	assert.equal(holds(shown(), [set, letter(8, "dora", 1)]), true);
	assert.equal(holds(shown(), [set, letter(8, "ben", 3)]), false);
	const paused = [letter(5, "eve", 5), letter(6, "lea", 1), letter(8, "dora", 2, 10)];
	assert.equal(holds(shown({ kind: 4, days: 10 }), paused), true);
});

test("It stands from a day that an officer signed, up to its own last day, and is not played back later", () => {
	for (const [beganOn, fits] of [
		[0, true],
		[2, true],
		[3, false],
		[60, false],
		[null, false],
	])
		assert.equal(holds(shown({ beganOn }), [set]), fits);
	for (const endsOn of [14, 16, 75, null]) assert.equal(holds(shown({ endsOn }), [set]), false);
	assert.equal(holds(shown(), [set], 15), true);
	assert.equal(holds(shown(), [set], 16), false);
	assert.equal(holds(shown({ standing: "over" }), [set], 90), true);
	// The old letter of seven days, dressed up as one of now.
	const old = letter(5, "eve", 4, 7);
	assert.equal(holds(shown({ kind: 4, days: 7, beganOn: 100, endsOn: 160 }), [old], 101), false);
	assert.equal(holds(shown({ kind: 4, days: 7, beganOn: 100 }), [old], 101), false);
});

test("A grave one begins with the second's yes, and so does a short pause that waited for one", () => {
	const yes = letter(6, "lea", 1, 0, { day: 5 });
	const removal = { kind: 5, days: 0, endsOn: null };
	const grave = [letter(5, "eve", 5), yes];
	assert.equal(holds(shown({ ...removal, beganOn: 5 }), grave, 400), true);
	assert.equal(holds(shown({ ...removal, beganOn: 1 }), grave), false);
	assert.equal(holds(shown({ ...removal, beganOn: 5, endsOn: 5 }), grave), false);
	const again = [letter(5, "eve", 4, 3), yes];
	assert.equal(holds(shown({ kind: 4, days: 3, beganOn: 5 }), again, 6), true);
	assert.equal(holds(shown({ kind: 4, days: 3 }), again), false);
});

test("It is over on its own last day, or on one on which somebody decided so", () => {
	const lifted = [set, letter(8, "dora", 3, 0, { day: 6 })];
	assert.equal(holds(shown({ standing: "over", endsOn: 6 }), lifted), true);
	assert.equal(holds(shown({ standing: "over", endsOn: 9 }), lifted), false);
	assert.equal(holds(shown({ standing: "over", endsOn: 6 }), [set]), false);
	// Shorter than the days that had passed already.
	const shorter = [set, letter(8, "dora", 2, 3, { day: 6 })];
	assert.equal(holds(shown({ days: 3, standing: "over", endsOn: 6 }), shorter), true);
	assert.equal(holds(shown({ days: 3 }), shorter), true);
	const word = letter(5, "eve", 1);
	assert.equal(holds(shown({ kind: 1, days: 0, standing: "over" }), [word], 50), true);
});

const named = (id, name) => ({ account_id: id, endorsement: name === null ? null : { display_name: name } });
const people = [named("ben", null), named("eve", "Eve"), named("dora", "Dora"), named("lea", "Lea")];
const whole = (change = {}) => ({
	...{ measure: row(), able: ["dora", "lea"], may_second: false, may_decide: false, people, letters: [] },
	...change,
});

/** A house and a core that remember what they were asked. */
function house({ me = "ben", roles = [2], answers = {}, there = 1 } = {}) {
	const seen = { posted: [], sealed: [] };
	const given = {
		"GET measures": { measures: [row()] },
		"GET measure-queue": { second: [], appeals: [row()], going: [], over: [], people: [named("ben", "Ben")] },
		"GET concern-officers": { officers: people.slice(1).map((person) => ({ person, is_partner: false })) },
		"POST concerns/k1/people": { people: [people[0]] },
		"GET measures/m1": whole(),
		"POST measures": whole(),
		"POST measures/m1/appeal": whole(),
		"POST measures/m1/second": whole(),
		"POST measures/m1/decision": whole(),
		...answers,
	};
	const part = async (method, path, body) => {
		if (method === "POST") seen.posted.push([path, body]);
		const answer = given[`${method} ${path}`];
		const now = typeof answer === "function" ? answer(body) : answer;
		if (now === undefined) throw Object.assign(new Error("no"), { code: "not-found" });
		return now;
	};
	const core = {
		sealConcernLetter: async (args) => {
			seen.sealed.push(args);
			return { id: "drawn", payload: { id: `letter-${seen.sealed.length}` } };
		},
		readConcern: async () => ({ letters: [set] }),
		// Whoever is called Cem is so by the house alone.
		concernNames: async ({ people: rows }) => ({
			names: Object.fromEntries(
				rows
					.filter(({ endorsement }) => endorsement !== null && endorsement.display_name !== "Cem")
					.map(({ account_id, endorsement }) => [account_id, endorsement.display_name]),
			),
		}),
	};
	const inside = {
		given: {
			...{ core, api: { part, config: async () => ({ today: there }) }, opened: { account_id: me } },
			...{ clock: { now: () => 86_400_000 }, onChange: () => {} },
		},
		me: { roles },
		readWho: async () => {},
	};
	return { seen, part: new Part(/** @type {any} */ (inside)) };
}

test("Ben sees what was decided about him; he asks for no queue, which an officer has", async () => {
	const ben = house();
	await ben.part.deeds.lists();
	assert.deepEqual([ben.part.shown.mine?.length, ben.part.shown.queue], [1, null]);
	const eve = house({ me: "eve", roles: [5] });
	await eve.part.deeds.lists();
	assert.equal(eve.part.shown.queue?.appeals.length, 1);
	assert.equal(eve.part.shown.names.ben, "Ben");
});

test("By a name that the house alone gives nobody is called, in the queue or on a page", async () => {
	const ben = named("ben", "Cem");
	const answers = {
		"GET measure-queue": { second: [], appeals: [row()], going: [], over: [], people: [ben] },
		"GET measures/m1": whole({ people: [ben, ...people.slice(1)] }),
	};
	const { part } = house({ me: "eve", roles: [5], answers });
	await part.deeds.lists();
	assert.deepEqual(part.shown.names, {});
	await part.deeds.look("m1");
	assert.equal(part.shown.names.ben, undefined);
	assert.equal(part.shown.names.dora, "Dora");
});

test("Nothing is decided under a day that is not the day; an appeal goes all the same", async () => {
	const said = { concern: "k1", on: "ben", kind: 2, days: 14, rule: "", words: "So." };
	const eve = house({ me: "eve", roles: [5], there: 3 });
	await eve.part.deeds.look("m1");
	for (const deed of [
		() => eve.part.deeds.set(said),
		() => eve.part.deeds.second(true, "Yes."),
		() => eve.part.deeds.decide(3, 0, "Lifted."),
	])
		await assert.rejects(deed(), { code: "date-wrong" });
	assert.deepEqual(eve.seen.sealed, []);
	const ben = house({ there: 3 });
	await ben.part.deeds.look("m1");
	await ben.part.deeds.appeal("I never did.");
	assert.equal(ben.seen.sealed.length, 1);
});

test("What an officer decides is sealed to whom it is for and to every officer but them", async () => {
	const { part, seen } = house({ me: "eve", roles: [5] });
	await part.deeds.set({ concern: "k1", on: "ben", kind: 2, days: 14, rule: "No money.", words: "So." });
	const [sealed] = seen.sealed;
	assert.deepEqual(sealed.measured, { on: "ben", does: 2, days: 14, rule: "No money." });
	assert.deepEqual(
		sealed.people.map(({ account_id }) => account_id),
		["ben", "eve", "dora", "lea"],
	);
	const [, papers] = seen.posted.find(([path]) => path === "measures");
	assert.deepEqual(papers, { id: "drawn", on: "ben", kind: 2, days: 14, letter: { id: "letter-1" } });
});

test("An appeal goes to those the house names, and to nobody who decided", async () => {
	const { part, seen } = house();
	await part.deeds.look("m1");
	await part.deeds.appeal("I never did.");
	assert.deepEqual(
		seen.sealed[0].people.map(({ account_id }) => account_id),
		["dora", "lea"],
	);
	assert.equal(seen.sealed[0].sort, 7);
});

test("A second's yes is read by whom it is for, a no by officers alone", async () => {
	const { part, seen } = house({ me: "dora", roles: [5] });
	await part.deeds.look("m1");
	await part.deeds.second(true, "I agree.");
	await part.deeds.second(false, "I do not.");
	const readers = seen.sealed.map(({ people: to }) => to.map(({ account_id }) => account_id));
	assert.deepEqual(readers, [
		["ben", "dora", "lea"],
		["dora", "lea"],
	]);
	assert.deepEqual(
		seen.sealed.map(({ measured }) => measured.does),
		[1, 2],
	);
});

test("What a cut line left unanswered is sent as it was sealed, and one that had arrived counts once", async () => {
	let cut = true;
	const { part, seen } = house({
		answers: {
			"POST measures/m1/appeal": () => {
				if (cut) throw Object.assign(new Error("cut"), { code: "offline" });
				throw Object.assign(new Error("no"), { code: "not-now" });
			},
			"GET measures/m1": () => whole({ letters: cut ? [] : [{ id: "letter-1" }] }),
		},
	});
	await part.deeds.look("m1");
	await assert.rejects(part.deeds.appeal("I never did."), { code: "offline" });
	cut = false;
	await part.deeds.appeal("I never did.");
	assert.equal(seen.sealed.length, 1);
});

test("Where the house says no, nothing of it is kept for the next press", async () => {
	const { part, seen } = house({
		answers: {
			"POST measures/m1/decision": () => {
				throw Object.assign(new Error("no"), { code: "not-now" });
			},
		},
	});
	await part.deeds.look("m1");
	for (let press = 0; press < 2; press += 1)
		await assert.rejects(part.deeds.decide(3, 0, "Lifted."), { code: "not-now" });
	assert.equal(seen.sealed.length, 2);
});
