// How long a circle of many lines takes to open in the core, on one core, without a browser: all of it, and from where a visit
// remembers how it stood. node bench/circle-opening.js [LINES ...]

import { begun, gathered, quickWords } from "../browser/tests/crypto/circle-life.js";
import { NOON } from "../browser/tests/crypto/little-house.js";

const wanted = process.argv.slice(2).map(Number);
const BATCH = 250;
quickWords();

for (const lines of wanted.length > 0 ? wanted : [5_000, 20_000]) {
	const { circle, ada, ben } = await filled(lines);
	const whole = await opened(circle, await ada.comeBack(), 0);
	await whole.device.saveState();
	const again = await opened(circle, await ada.comeBack(), whole.head);
	for (const [what, one] of [
		["all of it", whole],
		["from where one was", again],
	])
		console.log(
			JSON.stringify({
				...{ part: "room", what: `open a circle in the core: ${what}`, lines },
				...{ frames: one.frames, ms: Math.round(one.ms), ms_of_processor_time: Math.round(one.worked) },
			}),
		);
	if (again.head !== whole.head || !again.canWrite) throw new Error("it did not come as far");
	ben.core.talks.clear();
}

/** Ben and Cem lead, Ada is there from the beginning, and Ben says so many lines. */
async function filled(lines) {
	const people = await gathered();
	const { ben, cem, ada } = people;
	const circle = await begun(people);
	await ada.readLog();
	await circle.letsIn(ben, ada, [cem]);
	const { conv, ledger, today } = circle;
	for (let i = 0; i < lines; i += 1) {
		const sealed = await ben.do("sealText", { conv, text: `Line ${i}.`, ts: NOON + i, today });
		for (const frame of ledger.store(sealed.frames)) await ben.do("acknowledged", { frame });
		ben.answers.length = 0;
	}
	return { circle, ada, ben };
}

/** On a device that has nothing of it yet. */
async function opened(circle, device, stoodAt) {
	const { conv, ledger, today } = circle;
	await device.readLog();
	const { from } = await device.do("openCircle", { circle: circle.json, stoodAt });
	const frames = ledger.theirs(device.id, from);
	const [wall, cpu] = [performance.now(), process.cpuUsage()];
	let last;
	for (let at = 0; at < frames.length; at += BATCH)
		last = await device.take(conv, frames.slice(at, at + BATCH), today);
	const [ms, { user, system }] = [performance.now() - wall, process.cpuUsage(cpu)];
	const { head, canWrite } = last;
	return { device, head, canWrite, frames: frames.length, ms, worked: (user + system) / 1_000 };
}
