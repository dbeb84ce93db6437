// How many lines a second the core verifies and opens, on one core, without a browser. node bench/opening.js [LINES]

import { talk } from "../browser/tests/crypto/cast.js";
import { DAY, NOON } from "../browser/tests/crypto/little-house.js";

const lines = Number(process.argv[2] ?? 3_000);
const BATCH = 200;

const { ada, ben, conv, ledger } = await talk();
for (let i = 1; i < lines; i++) {
	const { frames } = await ben.do("sealText", { conv, text: `Line ${i}.`, ts: NOON + i, today: DAY });
	for (const frame of ledger.store(frames)) await ben.do("acknowledged", { frame });
}
const device = await ada.comeBack();
await device.open(conv);
const frames = ledger.follow(ada.id, 0);
const [wall, cpu] = [performance.now(), process.cpuUsage()];
let opened = 0;
for (let at = 0; at < frames.length; at += BATCH)
	opened += (await device.take(conv, frames.slice(at, at + BATCH))).lines.length;
const { user, system } = process.cpuUsage(cpu);
const [seconds, worked] = [(performance.now() - wall) / 1_000, (user + system) / 1_000_000];
console.log(
	JSON.stringify({
		part: "room",
		what: "verify and open, node",
		lines: opened,
		a_second: Math.round(opened / seconds),
		a_second_of_processor_time: Math.round(opened / worked),
	}),
);
