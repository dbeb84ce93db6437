import assert from "node:assert/strict";
import { test } from "node:test";
import { talk } from "./cast.js";
import { DAY, NOON } from "./little-house.js";

const LINES = 1_000;
const BUDGET_MS = 1_500;

test("A thousand lines are verified and opened within a second and a half of work", async () => {
	const { ada, ben, conv, ledger } = await talk();
	for (let i = 0; i < LINES; i++) {
		const { frames } = await ben.do("sealText", { conv, text: `line ${i}`, ts: NOON + i, today: DAY });
		for (const frame of ledger.store(frames)) await ben.do("acknowledged", { frame });
	}
	const device = await ada.comeBack();
	await device.open(conv);
	const frames = ledger.follow(ada.id, 0);
	const before = process.cpuUsage();
	const taken = await device.take(conv, frames);
	const { user, system } = process.cpuUsage(before);
	const milliseconds = (user + system) / 1_000;
	assert.deepEqual([taken.stopped, taken.lines.length], [null, LINES + 1]);
	assert.ok(milliseconds < BUDGET_MS, `${milliseconds} ms`);
	console.log(`# ${LINES} lines: ${Math.round(milliseconds)} ms of processor time`);
});
