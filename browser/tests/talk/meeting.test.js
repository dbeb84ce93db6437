import assert from "node:assert/strict";
import { test } from "node:test";
import { Part } from "../../talk/meeting.js";

const one = { id: 1, ref: "R", series: "S", relationship: 7, at: 6_000, minutes: 50, state: "agreed" };

/** A part beside a house that answers what it is told to, and a talk that remembers what was written. */
function at(answers, { question = null } = {}) {
	const [asked, written] = [[], []];
	const api = {
		part: async (method, path, body) => {
			asked.push([method, path, body]);
			const answer = answers[path] ?? answers[path.split("?")[0]];
			if (answer instanceof Error) throw answer;
			return answer;
		},
	};
	const talk = {
		relationship: { id: 7 },
		checkQuestion: () => {
			if (question !== null) throw question;
		},
		sayAs: (kind, { text }) => written.push([kind, JSON.parse(text)]),
	};
	const part = new Part({ given: { api, onChange: () => undefined }, conversation: () => talk });
	return { part, asked, written };
}

/** Nothing came to nothing. */
const nothing = { "appointments?closed=1": { appointments: [], in_time_hours: 24 } };
const list = (appointments) => ({ appointments, in_time_hours: 24 });
const how = { way: 3, where: "By the river", words: "" };

test("The house hears of a time alone; where and how goes into the talk", async () => {
	const { part, asked, written } = at({ "relationships/7/appointments": list([one]) });
	const answer = await part.deeds.propose("c", { at: 6_000, minutes: 50, ...how });
	assert.deepEqual(answer, { made: 1, isAgreed: true });
	assert.deepEqual(asked, [
		["POST", "relationships/7/appointments", { at: 6_000, minutes: 50, every_days: 7, times: 1 }],
	]);
	const [[kind, { zone, ...card }]] = written;
	assert.equal(kind, "card");
	assert.equal(typeof zone, "string");
	const once = { every_days: 0, times: 1 };
	assert.deepEqual(card, { t: "meet", ref: "S", start: 6_000, mins: 50, ...how, ...once });
	assert.ok(!JSON.stringify(asked).includes("river"));
});

test("A time that is not free any more leaves no card behind", async () => {
	const taken = Object.assign(new Error("taken"), { code: "time-taken" });
	const { part, written } = at({ "relationships/7/appointments": taken });
	await assert.rejects(part.deeds.propose("c", { at: 6_000, minutes: 50, ...how }), { code: "time-taken" });
	assert.deepEqual(written, []);
});

test("Where the talk takes no line, the house is not asked: no time stands without its card", async () => {
	const question = Object.assign(new Error("asked"), { code: "question-first" });
	const { part, asked } = at({}, { question });
	await assert.rejects(part.deeds.propose("c", { at: 6_000, minutes: 50, ...how }), {
		code: "question-first",
	});
	await assert.rejects(part.deeds.move("c", one, { at: 9_000, ...how }), { code: "question-first" });
	assert.deepEqual(asked, []);
});

test("A move, a no to it and an earlier time are written down, each with the time that counts", async () => {
	const answers = { appointments: list([one]) };
	for (const step of ["move", "move/keep", "earlier/take"]) answers[`appointments/R/${step}`] = one;
	const { part, written } = at({ ...answers, ...nothing });
	await part.deeds.load();
	await part.deeds.move("c", one, { at: 9_000, ...how });
	await part.deeds.keepTime("c", one, how);
	await part.deeds.takeEarlier("c", one, { at: 3_000, ...how });
	assert.deepEqual(
		written.map(([, { ref, start }]) => [ref, start]),
		[
			["R", 9_000],
			["R", 6_000],
			["R", 3_000],
		],
	);
});

test("All times are listed, page after page, and asked for once at a time", async () => {
	const many = Array.from({ length: 200 }, (_, place) => ({ ...one, id: 400 - place, ref: `r${place}` }));
	const closed = { ...one, id: 9, ref: "gone", state: "declined" };
	const { part, asked } = at({
		...{ appointments: list(many), "appointments?before=201": list([one]) },
		"appointments?closed=1": list([closed]),
	});
	await Promise.all([part.again(), part.again()]);
	assert.equal(asked.length, 3);
	assert.deepEqual(part.shown.all.at(-1)?.ref, "gone");
	assert.equal(part.shown.all.length, 202);
	assert.equal(part.shown.inTimeHours, 24);
});

test("What one of the two did stands there at once", async () => {
	const cancelled = { ...one, state: "cancelled" };
	const { part } = at({ appointments: list([one]), ...nothing, "appointments/R/cancel": cancelled });
	await part.deeds.load();
	await part.deeds.step("R", "cancel");
	assert.equal(part.shown.all[0].state, "cancelled");
	await assert.rejects(part.deeds.step("R", "steal"), { code: "not-found" });
});

test("A yes to a move names the hour that was seen; where the other changed it, the new one is shown", async () => {
	const changed = Object.assign(new Error("changed"), { code: "time-changed" });
	const wished = { ...one, wish: 9_000 };
	const { part, asked } = at({
		...{ appointments: list([wished]), ...nothing },
		"appointments/R/move/agree": changed,
	});
	await assert.rejects(part.deeds.agreeToMove("R", 8_000), { code: "time-changed" });
	assert.deepEqual(asked[0], ["POST", "appointments/R/move/agree", { at: 8_000 }]);
	assert.equal(part.shown.all[0].wish, 9_000);
});
