// A specialist's own record of training: what ends soon is said in time, and what is over is over.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Part } from "../../talk/credentials.js";

const DAY = 86_400_000;
const TODAY = 20_600;

test("what runs out within sixty days is said as soon, up to its last day", async () => {
	const ends = [null, TODAY - 1, TODAY, TODAY + 60, TODAY + 61];
	const credentials = ends.map((runs_out_on) => ({
		...{ what: "First aid", given_by: "", done_on: 20_000 },
		runs_out_on,
	}));
	const given = {
		api: { part: async () => ({ credentials }) },
		clock: { now: () => TODAY * DAY },
		onChange: () => {},
	};
	const part = new Part(/** @type {any} */ ({ given }));
	await part.deeds.fetch();
	assert.deepEqual(
		part.shown?.map(({ isOver, isSoon }) => [isOver, isSoon]),
		[
			[false, false],
			[true, false],
			[false, true],
			[false, true],
			[false, false],
		],
	);
});
