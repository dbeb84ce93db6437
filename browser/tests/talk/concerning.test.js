// Concerns in the room: what goes to the house is sealed by the core, to those who were shown, and sealed anew once where they moved.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Part } from "../../talk/concerning.js";

const row = (change = {}) => ({
	...{ id: "k1", from_id: "ada", raised_on: 1, due_on: 8, state: "received", officer: null },
	...{ answered_on: null, again: false, ...change },
});
const named = (id, name) => ({ account_id: id, endorsement: name === null ? null : { display_name: name } });
const people = [named("ada", null), named("eve", "Eve"), named("dora", "Dora")];
const whole = (change = {}) => ({
	...{ concern: row(), able: ["dora", "eve"], may_look: null, people, letters: [], wrap: "" },
	...change,
});

/** A house and a core that remember what they were asked. */
function house({ me = "ada", roles = [1], answers = {}, report = null } = {}) {
	const seen = { calls: [], sealed: [], changes: 0 };
	const given = {
		"GET concern-officers": {
			officers: [
				{ person: people[1], is_partner: false },
				{ person: people[2], is_partner: true },
			],
			...{ answer_within: 5, outside: ["Ombudsman"] },
		},
		"GET concerns": { concerns: [row()] },
		"POST concerns": row(),
		"GET concerns/k1": whole(),
		"DELETE concerns/k1": null,
		...answers,
	};
	const part = async (method, path, body) => {
		seen.calls.push(`${method} ${path}`);
		const answer = given[`${method} ${path}`];
		const now = typeof answer === "function" ? answer(body) : answer;
		if (now === undefined) throw Object.assign(new Error("no"), { code: "not-found" });
		return now;
	};
	const seal = async (args) => {
		seen.sealed.push(args);
		return { payload: { sealed: seen.sealed.length, id: `letter-${seen.sealed.length}` } };
	};
	const core = {
		concernOfficers: async ({ people: rows }) => ({
			officers: rows.map((one) => ({ id: one.account_id, name: one.endorsement.display_name })),
		}),
		...{ sealConcern: seal, sealConcernLetter: seal },
		concernPeople: async () => ({ ids: ["ben"] }),
		// Whoever is called Cem is so by the house alone.
		concernNames: async ({ people: rows }) => ({
			names: Object.fromEntries(
				rows
					.filter(({ endorsement }) => endorsement !== null && endorsement.display_name !== "Cem")
					.map(({ account_id, endorsement }) => [account_id, endorsement.display_name]),
			),
		}),
		readConcern: async (args) => ({ letters: [], report, fits: true, args }),
	};
	const inside = {
		given: {
			...{ core, api: { part }, opened: { account_id: me } },
			clock: { now: () => 86_400_000 },
			onChange: () => (seen.changes += 1),
		},
		me: { roles },
		readWho: async () => {},
		conversation: () => ({ changing: { msgOf: (id) => `msg-${id}` } }),
	};
	return { seen, part: new Part(/** @type {any} */ (inside)) };
}

test("Ada sees by name who would read it, who comes from elsewhere, and within how many days", async () => {
	const { part } = house();
	await part.deeds.officers();
	assert.deepEqual(part.shown.officers, {
		list: [
			{ id: "eve", name: "Eve", isPartner: false, since: 0 },
			{ id: "dora", name: "Dora", isPartner: true, since: 0 },
		],
		...{ within: 5, outside: ["Ombudsman"] },
	});
});

test("What she says goes sealed, with the messages she ticked and no others, to whom she left in", async () => {
	const { part, seen } = house();
	const said = { about: 1, on: ["ben"], conv: "c1", lines: ["l2"], words: "So." };
	await part.deeds.raise(said, ["eve", "dora"]);
	const [{ said: sealed, to }] = seen.sealed;
	assert.deepEqual([sealed.lines, sealed.words, to], [["msg-l2"], "So.", ["eve", "dora"]]);
	assert.ok(seen.calls.includes("POST concerns"));
	assert.equal(part.shown.mine?.length, 1);
});

test("Nobody but an officer asks what waits, and one whose word lapsed is told so", async () => {
	const ada = house();
	await ada.part.deeds.lists();
	assert.deepEqual(ada.seen.calls, ["GET concerns"]);
	assert.equal(ada.part.shown.waiting, null);
	const lapsed = house({ me: "eve", roles: [5] });
	await lapsed.part.deeds.lists();
	assert.deepEqual([lapsed.part.shown.waiting, lapsed.part.shown.more], [null, false]);
	const queue = { waiting: [row()], answered: [], more: true };
	const eve = house({ me: "eve", roles: [5], answers: { "GET concern-queue": queue } });
	await eve.part.deeds.lists();
	assert.deepEqual([eve.part.shown.waiting?.[0]?.id, eve.part.shown.more], ["k1", true]);
});

test("An answer goes to who raised it and to all officers; a note goes to the officers alone", async () => {
	const read = whole({ may_look: true, wrap: "w" });
	const { part, seen } = house({
		...{ me: "eve", roles: [5] },
		answers: {
			"GET concerns/k1": read,
			"POST concerns/k1/people": { people: [named("ben", "Ben")] },
			"POST concerns/k1/answer": read,
			"POST concerns/k1/notes": read,
		},
	});
	await part.deeds.look("k1");
	assert.deepEqual([part.shown.one?.isMine, part.shown.one?.names.ben], [false, "Ben"]);
	await part.deeds.write("k1", "answer", "We spoke with him.");
	await part.deeds.write("k1", "notes", "Shall I?");
	const to = seen.sealed.map(({ sort, people: rows }) => [sort, rows.map((one) => one.account_id)]);
	assert.deepEqual(to, [
		[3, ["ada", "eve", "dora"]],
		[4, ["eve", "dora"]],
	]);
});

test("A name that the house alone gives is none: nobody is taken for Cem", async () => {
	const { part } = house({
		...{ me: "eve", roles: [5] },
		answers: {
			"GET concerns/k1": whole({ may_look: true, wrap: "w" }),
			"POST concerns/k1/people": { people: [named("ben", "Cem")] },
		},
	});
	await part.deeds.look("k1");
	assert.deepEqual(part.shown.one?.names, { eve: "Eve", dora: "Dora" });
});

/** A house that says once that readers moved, and has others from then on. @param {object} after of the concern, once it said so */
function moving(what, after, given = {}) {
	let isMoved = false;
	const now = () => (isMoved ? whole({ ...given, ...after }) : whole(given));
	const answers = {
		"GET concerns/k1": now,
		"POST concerns/k1/people": { people: [] },
		[`POST concerns/k1/${what}`]: () => {
			if (isMoved) return now();
			isMoved = true;
			throw Object.assign(new Error("moved"), { code: "readers-moved" });
		},
	};
	return answers;
}

test("An officer who came in another's place is shown before anything goes to them, and reads it at the next press", async () => {
	const lea = named("lea", "Lea");
	const after = { able: ["dora", "lea"], people: [...people, lea] };
	const { part, seen } = house({ answers: moving("more", after) });
	await part.deeds.look("k1");
	await assert.rejects(part.deeds.write("k1", "more", "And this."), { code: "readers-moved" });
	assert.equal(seen.sealed.length, 1);
	assert.deepEqual([part.shown.one?.able, part.shown.one?.names.lea], [["dora", "lea"], "Lea"]);
	await part.deeds.write("k1", "more", "And this.");
	assert.deepEqual(
		seen.sealed[1].people.map(({ account_id }) => account_id),
		["dora", "lea"],
	);
});

test("An answer does not go to somebody who stands in the reporter's place once it is looked at again", async () => {
	const after = { concern: row({ from_id: "finn" }), people: [...people, named("finn", null)] };
	const { part, seen } = house({
		...{ me: "eve", roles: [5], answers: moving("answer", after, { may_look: true, wrap: "w" }) },
	});
	await part.deeds.look("k1");
	await assert.rejects(part.deeds.write("k1", "answer", "We spoke."), { code: "readers-moved" });
	assert.equal(seen.sealed.length, 1);
});

test("Where keys of the same readers moved meanwhile it is looked at and sealed anew, once", async () => {
	let refusals = 1;
	const moved = () => {
		if (refusals === 0) return whole();
		refusals -= 1;
		throw Object.assign(new Error("moved"), { code: "readers-moved" });
	};
	const { part, seen } = house({ answers: { "POST concerns/k1/more": moved } });
	await part.deeds.look("k1");
	await part.deeds.write("k1", "more", "And this.");
	assert.equal(seen.sealed.length, 2);
	refusals = 2;
	await assert.rejects(part.deeds.write("k1", "more", "Again."), { code: "readers-moved" });
});

test("An officer sees of each line whether the house carried it there", async () => {
	const line = (n) => ({ n, from: "ben", t: "text", b: "So.", hAad: `h${n}` });
	const { part, seen } = house({
		...{ me: "eve", roles: [5] },
		report: { about: 1, b: "So.", day: 1, on: ["ben"], conv: "c1", lines: [line(4), line(5)] },
		answers: {
			"GET concerns/k1": whole({ may_look: true, wrap: "w" }),
			"POST concerns/k1/people": { people: [named("ben", "Ben")] },
			"POST concerns/k1/log": ({ conv, stretches }) => {
				assert.deepEqual([conv, stretches], ["c1", [0]]);
				return {
					known: true,
					lines: [
						{ n: 4, h_aad: "h4" },
						{ n: 5, h_aad: "another" },
					],
				};
			},
		},
	});
	await part.deeds.look("k1");
	const found = part.shown.one?.report?.lines.map((one) => one.found);
	assert.deepEqual(found, ["stands", "moved"]);
	assert.ok(seen.calls.includes("POST concerns/k1/log"));
});

test("What is taken back is shown no more", async () => {
	const { part, seen } = house();
	await part.deeds.look("k1");
	await part.deeds.takeBack("k1");
	assert.equal(part.shown.one, null);
	assert.ok(seen.calls.includes("DELETE concerns/k1"));
});

test("A concern that a cut line left unanswered is sent as it was sealed at the next press", async () => {
	let cut = true;
	const { part, seen } = house({
		answers: {
			"POST concerns": () => {
				if (cut) throw Object.assign(new Error("cut"), { code: "offline" });
				return row();
			},
		},
	});
	const said = { about: 2, on: ["ben"], conv: "", lines: [], words: "So." };
	await assert.rejects(part.deeds.raise(said, ["eve", "dora"]), { code: "offline" });
	cut = false;
	assert.equal(await part.deeds.raise(said, ["eve", "dora"]), "k1");
	assert.equal(seen.sealed.length, 1);
});

test("A letter that had arrived counts once, whatever the house says to the second try", async () => {
	let cut = true;
	const { part, seen } = house({
		answers: {
			"POST concerns/k1/again": () => {
				throw Object.assign(new Error("no"), { code: cut ? "offline" : "not-now" });
			},
			"GET concerns/k1": () => whole({ letters: cut ? [] : [{ id: "letter-1" }] }),
		},
	});
	await part.deeds.look("k1");
	await assert.rejects(part.deeds.write("k1", "again", "Please."), { code: "offline" });
	cut = false;
	await part.deeds.write("k1", "again", "Please.");
	assert.equal(seen.sealed.length, 1);
});
