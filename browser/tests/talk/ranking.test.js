import assert from "node:assert/strict";
import { test } from "node:test";
import { closeness } from "../../talk/fitting.js";
import { rank } from "../../talk/ranking.js";

const TIMES = new Set(["mornings", "daytime", "evenings", "weekends"]);
const NOTHING = { facts: [], langs: [], matters: null, anyone: false };

/** Chance that can be told beforehand. */
function chanceFrom(seed) {
	let state = seed;
	return () => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return state / 2_147_483_648;
	};
}

const given = { times: TIMES, chance: chanceFrom(7) };

function someone(accountId, { facts = [], langs = ["en"], free = true } = {}) {
	return { accountId, facts, langs, free };
}

const ben = someone("ben", { facts: ["alcohol", "evenings", "parent"] });
const gus = someone("gus", { facts: ["grief", "parent"] });
const hal = someone("hal", { facts: ["gambling"], langs: ["en", "es"] });

test("Ada sees first whoever has what matters most to her", () => {
	const wishes = { ...NOTHING, facts: ["parent", "evenings", "grief"], matters: "gambling" };
	const { verdict, people } = rank([ben, gus, hal], wishes, given);
	assert.equal(people[0].accountId, "hal");
	assert.equal(verdict, "one");
});

test("Every reason Ada reads is something the person chose to show", () => {
	const wishes = {
		facts: ["alcohol", "evenings", "veteran"],
		langs: ["en"],
		matters: "alcohol",
		anyone: false,
	};
	const { people } = rank([ben, gus, hal], wishes, given);
	assert.deepEqual(people[0].reasons, [
		{ kind: "fact", id: "alcohol", matters: true },
		{ kind: "time", id: "evenings", matters: false },
		{ kind: "lang", id: "en", matters: false },
	]);
	for (const { facts, langs, reasons } of people) {
		for (const { id } of reasons) assert.ok(facts.includes(id) || langs.includes(id));
	}
});

test("Ada is shown only people who speak a language she ticked, as long as there is one", () => {
	const wishes = { ...NOTHING, facts: ["parent", "grief"], langs: ["es"] };
	const { verdict, people } = rank([ben, gus, hal], wishes, given);
	assert.equal(verdict, "one");
	assert.deepEqual(
		people.map(({ accountId }) => accountId),
		["hal"],
	);
	assert.equal(rank([ben, gus], wishes, given).verdict, "none-fit");
});

test("Ada is told when nobody has what matters most, and still sees people", () => {
	const { verdict, people } = rank([ben, gus, hal], { ...NOTHING, matters: "prison" }, given);
	assert.equal(verdict, "none-fit");
	assert.equal(people.length, 3);
});

test("Ada is told when nobody is free, and sees when they might be", () => {
	const away = [ben, gus].map((person) => ({ ...person, free: false, againDay: 20_000 }));
	const { verdict, people } = rank(away, { ...NOTHING, facts: ["parent"] }, given);
	assert.equal(verdict, "none-free");
	assert.deepEqual(
		people.map(({ againDay }) => againDay),
		[20_000, 20_000],
	);
});

test("While someone is free, nobody who is full is offered", () => {
	const { people } = rank([{ ...ben, free: false }, gus], { ...NOTHING, matters: "alcohol" }, given);
	assert.deepEqual(
		people.map(({ accountId }) => accountId),
		["gus"],
	);
});

test("An empty programme says that there is nobody", () => {
	assert.deepEqual(rank([], NOTHING, given), { verdict: "nobody", people: [] });
});

test("Ada never sees more than five people at first", () => {
	const many = Array.from({ length: 30 }, (_, number) => someone(`p${number}`, { facts: ["alcohol"] }));
	assert.equal(rank(many, { ...NOTHING, facts: ["alcohol"] }, given).people.length, 5);
	assert.equal(rank(many, { ...NOTHING, anyone: true }, given).people.length, 5);
});

test("Whoever Ada passes by is not shown again, until she passed everyone by", () => {
	const many = Array.from({ length: 7 }, (_, number) => someone(`p${number}`, { facts: ["alcohol"] }));
	const wishes = { ...NOTHING, facts: ["alcohol"], passed: [] };
	const seen = new Set();
	for (let round = 0; round < 7; round += 1) {
		const { people } = rank(many, wishes, given);
		assert.ok(people.length === Math.min(5, 7 - wishes.passed.length));
		for (const { accountId } of people) assert.ok(!wishes.passed.includes(accountId));
		seen.add(people[0].accountId);
		wishes.passed = [...wishes.passed, people[0].accountId];
	}
	assert.equal(seen.size, 7);
	assert.equal(rank(many, wishes, given).people.length, 5);
});

test("'Show me anyone' gives no reasons and no preference", () => {
	const { verdict, people } = rank(
		[ben, gus, hal],
		{ ...NOTHING, facts: ["alcohol"], matters: "alcohol", anyone: true },
		given,
	);
	assert.equal(verdict, "several");
	assert.ok(people.every(({ reasons }) => reasons.length === 0));
});

test("Nobody is first because of where the house put them", () => {
	const even = ["a", "b", "c", "d"].map((id) => someone(id));
	const firsts = new Set();
	for (let seed = 1; seed <= 60; seed += 1) {
		firsts.add(rank(even, NOTHING, { times: TIMES, chance: chanceFrom(seed * 7919) }).people[0].accountId);
	}
	assert.deepEqual([...firsts].sort(), ["a", "b", "c", "d"]);
});

test("Whoever shows one thing more never fits worse", () => {
	const chance = chanceFrom(11);
	const facts = ["alcohol", "grief", "parent", "evenings", "woman", "practical"];
	const some = () => facts.filter(() => chance() < 0.5);
	for (let round = 0; round < 2_000; round += 1) {
		const person = someone("p", { facts: some(), langs: chance() < 0.5 ? ["en"] : ["es"] });
		const more = facts[Math.floor(chance() * facts.length)];
		const offers = { ...person, facts: [...new Set([...person.facts, more])] };
		const wishes = { facts: some(), langs: ["es"], matters: chance() < 0.5 ? more : null, anyone: false };
		assert.ok(closeness(offers, wishes) >= closeness(person, wishes));
	}
});
