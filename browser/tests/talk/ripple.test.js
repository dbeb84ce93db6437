// Passing it on: what goes to the house is a step by its number, and whether one is counted; nothing else.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Part } from "../../talk/ripple.js";
import { certificates as papersInEnglish } from "../../words/en/certificates.js";
import { circles as circlesInEnglish } from "../../words/en/circles.js";
import { ripple as english } from "../../words/en/ripple.js";
import { certificates as papersInSpanish } from "../../words/es/certificates.js";
import { circles as circlesInSpanish } from "../../words/es/circles.js";
import { ripple as spanish } from "../../words/es/ripple.js";

const all = {
	counted: false,
	generation: null,
	may_begin_on: 20_700,
	next: 1,
	steps: [],
	asked: [],
	invitations: [],
};

/** A house that remembers what it was asked. */
function house(told = all) {
	const seen = { asked: [], changes: 0 };
	const part = async (method, path, body) => {
		seen.asked.push([method, path, body]);
		if (seen.fails) throw Object.assign(new Error("no"), { code: seen.fails });
		if (path === "ripple/invitations") return seen.made;
		return method === "DELETE" ? null : told;
	};
	const given = { api: { part }, onChange: () => (seen.changes += 1) };
	const conversation = (conv) => ({
		sayAs: (kind, { text }) => seen.said.push([conv, kind, JSON.parse(text)]),
	});
	return { seen, part: new Part(/** @type {any} */ ({ given, conversation })) };
}

test("nothing is shown before it was asked for, and then all of one's own, frozen", async () => {
	const { seen, part } = house({ ...all, steps: [{ role: 1, relationship: 7, quarter: null }] });
	assert.equal(part.shown, null);
	await part.deeds.look();
	assert.deepEqual(part.shown?.steps, [{ role: 1, id: "7", quarter: null }]);
	assert.equal(part.shown?.mayBeginOn, 20_700);
	assert.ok(Object.isFrozen(part.shown) && Object.isFrozen(part.shown.steps));
	assert.equal(seen.changes, 1);
});

test("a step goes to the house by its number alone, and so does its answer", async () => {
	const { seen, part } = house();
	await part.deeds.ask("7", 2);
	await part.deeds.answer("7", 2, false);
	await part.deeds.count(true, 3);
	assert.deepEqual(seen.asked, [
		["PUT", "relationships/7/step", { role: 2 }],
		["POST", "relationships/7/step/answer", { role: 2, yes: false }],
		["PUT", "ripple", { counted: true, generation: 3 }],
	]);
});

test("who steps back sees at once what is left", async () => {
	const { seen, part } = house({ ...all, steps: [{ role: 1, relationship: null, quarter: 226 }] });
	await part.deeds.back(2);
	assert.deepEqual(
		seen.asked.map(([method, path]) => `${method} ${path}`),
		["DELETE ripple/steps/2", "GET ripple"],
	);
	assert.deepEqual(part.shown?.steps, [{ role: 1, id: null, quarter: 226 }]);
});

test("what the house refuses leaves what was seen as it was", async () => {
	const { seen, part } = house();
	await part.deeds.look();
	const before = part.shown;
	seen.fails = "not-this-step";
	await assert.rejects(part.deeds.ask("7", 3), { code: "not-this-step" });
	assert.equal(part.shown, before);
});

test("thanks go into the talk as words alone, and the house is asked nothing", async () => {
	const { seen, part } = house();
	seen.said = [];
	await part.deeds.thank("c1", "  Thank you for Tuesday. ");
	assert.deepEqual(seen.said, [["c1", "card", { t: "ripple-thanks", words: "Thank you for Tuesday." }]]);
	await assert.rejects(part.deeds.thank("c1", "  "), { code: "empty" });
	assert.deepEqual([seen.asked, seen.said.length], [[], 1]);
});

test("the code of an invitation is shown while the visit lasts, kept nowhere else, and says nothing of who came", async () => {
	const invitations = [
		{ number: 4, ends_on: 21_000 },
		{ number: 5, ends_on: 21_001 },
	];
	const { seen, part } = house({ ...all, invitations });
	seen.made = { code: "CODE", number: 5, mine: { ...all, invitations } };
	assert.equal(await part.deeds.invite(), 5);
	assert.deepEqual(part.shown?.invitations, [
		{ number: 4, ends: 21_000, code: null },
		{ number: 5, ends: 21_001, code: "CODE" },
	]);
	await part.deeds.takeInvitationBack(5);
	assert.equal(part.shown?.invitations[1]?.code, null);
	await part.deeds.came("OTHER");
	assert.deepEqual(seen.asked, [
		["POST", "ripple/invitations", undefined],
		["DELETE", "ripple/invitations/5", undefined],
		["GET", "ripple", undefined],
		["POST", "ripple/came", { code: "OTHER" }],
	]);
});

test("whoever asks or is asked after an end is not sent to a talk in which nobody can write", () => {
	for (const [words, talk, open] of [
		[english, /your talk|talk about it first/i, /while your talk goes on/i],
		[spanish, /vuestra conversación|habladlo antes/i, /mientras siga vuestra conversación/i],
	])
		for (const key of ["ripple.waits", "ripple.asked-why", "ripple.said-not-now"])
			assert.ok(!talk.test(words[key]) || open.test(words[key]), words[key]);
});

test("each step says what can be done with it now, and none makes a host of somebody whom the log would not take as one", () => {
	for (const [words, leads, ownTelling] of [
		[english, /\byou (lead|look after|run)\b|host with/i, /its hosts.*do not see this step/i],
		[spanish, /\b(llevas|diriges|acompañas)\b/i, /anfitriones.*no ven este paso/i],
	]) {
		for (const role of [1, 2, 3]) {
			assert.ok(words[`ripple.now.${role}`], `step ${role}`);
			for (const id of [`ripple.step.${role}`, `ripple.step.${role}.is`, `ripple.now.${role}`])
				assert.doesNotMatch(words[id], leads, id);
		}
		assert.match(words["ripple.now.2"], ownTelling);
	}
});

test("what a sentence names is called so where it leads", () => {
	for (const [words, circles, papers] of [
		[english, circlesInEnglish, papersInEnglish],
		[spanish, circlesInSpanish, papersInSpanish],
	]) {
		assert.ok(words["ripple.now.1"].includes(circles["circle.more"]));
		assert.ok(words["ripple.now.3"].includes(papers["papers.open"]));
	}
});
