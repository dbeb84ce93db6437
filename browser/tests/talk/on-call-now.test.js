import assert from "node:assert/strict";
import { test } from "node:test";
import { Part } from "../../talk/on-call.js";
import { onCallAt } from "../../talk/on-call-now.js";

/** Monday, November 30, 2026 at seven in the evening in Greenwich. */
const MONDAY = Date.UTC(2026, 10, 30, 19);
const HOUR = 3_600_000;
const shift = (day, starts, ends, name = "Ben") => ({
	...{ account_id: name.toLowerCase(), name, day, mine: false },
	...{ starts: starts * 60, ends: ends * 60 },
});
const at = (shifts, now, zone = "UTC") => onCallAt({ zone, shifts }, now);

test("Somebody is on call from their first minute to their last, and it says until when", () => {
	const { on, next } = at([shift(1, 18, 22)], MONDAY);
	assert.deepEqual(
		on.map(({ accountId, name, until }) => [accountId, name, until - MONDAY]),
		[["ben", "Ben", 3 * HOUR]],
	);
	assert.equal(next, null);
	assert.equal(at([shift(1, 18, 22)], MONDAY - HOUR).on.length, 1);
	assert.deepEqual(at([shift(1, 18, 22)], MONDAY - HOUR - 1).on, []);
	assert.deepEqual(at([shift(1, 18, 22)], MONDAY + 3 * HOUR).on, []);
});

test("A night goes on past midnight, and two who are on call both stand there, each once", () => {
	const shifts = [shift(1, 18, 22), shift(1, 19, 6), shift(1, 18, 20, "Cara")];
	const { on } = at(shifts, MONDAY + HOUR / 2);
	assert.deepEqual(
		on.map(({ name, until }) => [name, until - MONDAY]),
		[
			["Ben", 11 * HOUR],
			["Cara", HOUR],
		],
	);
	assert.equal(at(shifts, MONDAY + 10 * HOUR).on.length, 1);
});

test("With nobody on call it says when somebody is again, or that nobody will be", () => {
	const { on, next } = at([shift(3, 9, 12), shift(2, 8, 9)], MONDAY);
	assert.deepEqual([on, next - MONDAY], [[], 13 * HOUR]);
	assert.deepEqual(at([], MONDAY), { on: [], next: null });
});

test("It is the programme's clock that counts, and in a zone this device does not know nobody is on call", () => {
	assert.equal(at([shift(1, 11, 12)], MONDAY, "America/Los_Angeles").on.length, 1);
	assert.deepEqual(at([shift(1, 18, 22)], MONDAY, "Nowhere/At_All"), { on: [], next: null });
});

test("The whole week is asked for, in the language of the screen, and stays here where the line is cut", async () => {
	const week = { zone: "UTC", phone: "", expect: "", outside: "", shifts: [] };
	const asked = [];
	let isCut = false;
	const part = async (method, path) => {
		asked.push([method, path]);
		if (isCut) throw new Error("offline");
		return week;
	};
	const made = new Part({ given: { api: { part }, onChange: () => undefined } });
	assert.equal(made.shown, null);
	await made.deeds.fetch("es");
	isCut = true;
	await assert.rejects(made.deeds.fetch("es"));
	assert.deepEqual(made.shown, week);
	assert.deepEqual(asked[0], ["GET", "on-call?lang=es"]);
});
