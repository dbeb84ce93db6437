// What a specialist can carry: only what changed is said, and the house's answer is what is shown.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Part } from "../../talk/carrying.js";
import { lifeView } from "../../talk/life.js";
import { rank } from "../../talk/ranking.js";

const base = { not_now: ["grief"], taken: 2, cap: 12, away: null };

function house() {
	const seen = { asked: [], changes: 0 };
	const weights = new Map([
		[7, 2],
		[8, 2],
	]);
	const part = async (...all) => {
		const [method, path, body] = all;
		seen.asked.push(all);
		const one = /people\/(\d+)$/.exec(path);
		if (one) weights.set(Number(one[1]), body.weight);
		const away = method === "PUT" && path.endsWith("break") ? body : null;
		return { ...base, away, people: [...weights].map(([id, weight]) => ({ id, weight })) };
	};
	const given = { api: { part }, onChange: () => (seen.changes += 1) };
	return { seen, part: new Part(/** @type {any} */ ({ given })) };
}

test("only a weight that changed goes to the house", async () => {
	const { seen, part } = house();
	assert.equal(part.shown, null);
	await part.deeds.look();
	await part.deeds.weigh(
		new Map([
			["7", 4],
			["8", 2],
		]),
	);
	assert.deepEqual(seen.asked.slice(1), [["PUT", "carrying/people/7", { weight: 4 }]]);
	assert.deepEqual(
		[...(part.shown?.weights ?? [])],
		[
			["7", 4],
			["8", 2],
		],
	);
	assert.equal(seen.changes, 2);
});

test("a break is two days and perhaps a name, and it is called off by one press", async () => {
	const { seen, part } = house();
	await part.deeds.plan({ fromOn: 10, backOn: 20, cover: null });
	assert.deepEqual(seen.asked[0], ["PUT", "carrying/break", { from_on: 10, back_on: 20, cover: null }]);
	assert.deepEqual(part.shown?.away, { fromOn: 10, backOn: 20, cover: null });
	await part.deeds.back();
	assert.equal(part.shown?.away, null);
	await part.deeds.notNow(["grief", "alcohol"]);
	assert.deepEqual(seen.asked[2], ["PUT", "carrying/not-now", { topics: ["alcohol", "grief"] }]);
});

test("a client's room has the days of a break, and nothing where there is none", () => {
	const relation = /** @type {any} */ ({
		id: 1,
		state: "active",
		mine: "client",
		promise: { sentences: [] },
	});
	const known = { conversation: null, reply: null, now: 0 };
	assert.equal(lifeView(relation, known).away, null);
	const row = { from_on: 5, back_on: 9, cover: "Lea" };
	assert.deepEqual(lifeView({ ...relation, away: row }, known).away, { from: 5, back: 9, cover: "Lea" });
});

test("who does not take now what is wished for stands back, is never a reason, and is there if nobody else is", () => {
	const wishes = { facts: ["grief"], langs: [], matters: "grief", anyone: false };
	const ben = { accountId: "ben", facts: ["grief"], langs: ["en"], free: true, notNow: ["grief"] };
	const gus = { accountId: "gus", facts: ["prison"], langs: ["en"], free: true, notNow: ["prison"] };
	const given = { times: new Set([]), chance: () => 0.5 };
	const shown = (people, wished) => rank(people, wished, given).people.map(({ accountId }) => accountId);
	assert.deepEqual(shown([ben, gus], wishes), ["gus"]);
	assert.deepEqual(shown([ben], wishes), ["ben"]);
	assert.deepEqual(shown([ben, gus], { ...wishes, facts: [], matters: null }).sort(), ["ben", "gus"]);
	const [alone] = rank([ben], { ...wishes, facts: ["prison"], matters: null }, given).people;
	assert.deepEqual(alone.reasons, []);
});
