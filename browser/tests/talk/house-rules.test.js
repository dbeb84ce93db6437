import assert from "node:assert/strict";
import { test } from "node:test";
import { isTurnToAsk, Part } from "../../talk/house-rules.js";
import { askNow } from "../../talk/one-ask.js";

const lines = ["We talk here."];
const DAY = 86_400_000;
/** A Thursday, on which weeks begin here. */
const NOW = 2_940 * 7 * DAY;

/** A room before a house with these rules. */
function room({ yes, version = 2, roles = [1], people = 1, refuses = false, visits = 4, before = 0 }) {
	const asked = [];
	const part = async (method, path, body) => {
		asked.push([method, path, body]);
		if (method === "POST" && refuses) throw Object.assign(new Error("changed"), { code: "rules-changed" });
		return method === "POST" ? undefined : { version, lines, written_on: 20_500, yes };
	};
	const inside = {
		me: { roles },
		notes: { visits, before },
		relationships: { all: Array.from({ length: people }) },
		given: { api: { part }, clock: { now: () => NOW }, onChange: () => undefined },
	};
	return { part: new Part(inside), asked };
}

const shown = async (given) => {
	const { part } = room(given);
	await part.deeds.fetch("en");
	return part.shown;
};

test("Whoever said yes to these words is not asked; a newer version asks them", async () => {
	assert.equal((await shown({ yes: 2 })).asks, false);
	assert.equal((await shown({ yes: 1 })).asks, true);
	assert.equal((await shown({ yes: null })).asks, true);
});

test("Whoever does not say yes is asked once a week at most: on the first visit of it, and not on the next ones", async () => {
	const today = { before: NOW - 1 };
	assert.equal((await shown({ yes: 1, ...today })).asks, true);
	assert.equal((await shown({ yes: 1, before: NOW })).asks, false);
	assert.equal((await shown({ yes: null, before: NOW })).asks, false);
	assert.equal(
		(await shown({ yes: null, before: NOW, visits: 3 })).asks,
		true,
		"somebody new, on a first visit",
	);
	const daily = Array.from({ length: 28 }, (_, day) => NOW + day * DAY);
	const asked = daily.filter((now) => isTurnToAsk({ yes: 1, visits: 4, before: now - DAY, now }));
	assert.equal(asked.length, 4, "in four weeks of a visit each day");
	const rare = isTurnToAsk({ yes: 1, visits: 4, before: NOW - 30 * DAY, now: NOW + 3 * DAY });
	assert.equal(rare, true, "after a month away");
});

test("A client before their first hello reads them with it; a new specialist, supervisor or officer is asked at once", async () => {
	assert.equal((await shown({ yes: null, people: 0 })).asks, false);
	for (const role of [2, 3, 5])
		assert.equal((await shown({ yes: null, people: 0, roles: [role] })).asks, true, `role ${role}`);
});

test("A yes goes to the version that was read, and a refused one is none", async () => {
	const { part, asked } = room({ yes: 1 });
	await part.deeds.fetch("es");
	await part.deeds.yes(2);
	assert.deepEqual(asked, [
		["GET", "house-rules?lang=es", undefined],
		["POST", "house-rules/yes", { version: 2 }],
	]);
	assert.deepEqual([part.shown.yes, part.shown.asks], [2, false]);
	const other = room({ yes: 1, refuses: true });
	await other.part.deeds.fetch("en");
	await assert.rejects(other.part.deeds.yes(2), { code: "rules-changed" });
	assert.equal(other.part.shown.yes, 1);
});

test("They are asked for at joining; a change waits for the fourth visit, and nobody is asked on a bad day", () => {
	const seen = (houseRules, more = {}) => ({
		...{ door: "inside", notices: [], changes: [], lastOpened: null, me: {}, offerOwn: false, visits: 1 },
		...{ badDay: false, ...more },
		parts: { houseRules, ...more.parts },
	});
	assert.equal(askNow(seen({ asks: true, yes: null })), "rules");
	assert.equal(askNow(seen({ asks: true, yes: 1 })), null);
	assert.equal(askNow(seen({ asks: true, yes: 1 }, { visits: 4 })), "rules");
	assert.equal(askNow(seen({ asks: true, yes: 1 }, { visits: 4, badDay: true })), null);
	assert.equal(askNow(seen(null, { visits: 4 })), null);
});
