import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { after, beatOf, DEEDS, done } from "../../listening/practice.js";

const LABELS = ["question", "open", "reflection", "warmth", "understanding", "exploring", "advice"].concat([
	"information",
	"own_story",
]);
const sentence = (given) => ({
	labels: Object.fromEntries(LABELS.map((label) => [label, { p: 0.5, is: given[label] ?? false }])),
});
const unsure = (...labels) => ({
	labels: Object.fromEntries(
		LABELS.map((label) => [label, { p: 0.5, is: labels.includes(label) ? null : false }]),
	),
});
const reading = (...sentences) => ({ english: true, sentences, whole: {} });

for (const [title, sentences, deed] of [
	[
		"advice nobody asked for counts before all else",
		[sentence({ reflection: true, advice: true })],
		"advised",
	],
	[
		"saying back is listening, also beside a question",
		[sentence({ reflection: true, question: true })],
		"listened",
	],
	["naming a feeling is listening", [sentence({ understanding: true })], "listened"],
	["care is listening", [sentence({ warmth: true })], "listened"],
	["a question alone is a question", [sentence({ question: true, exploring: true })], "questioned"],
	[
		"an own story with a way back is a question",
		[sentence({ own_story: true }), sentence({ question: true })],
		"questioned",
	],
	["an own story alone is a story", [sentence({ own_story: true })], "shared"],
	["nothing of it passed by", [sentence({ information: true })], "passed"],
	["where advice is not sure, nobody guesses", [sentence({ reflection: true }), unsure("advice")], "unsure"],
	[
		"what would change nothing may be unsure",
		[sentence({ reflection: true }), unsure("own_story", "question")],
		"listened",
	],
	["where a story is not sure, nobody guesses", [unsure("own_story")], "unsure"],
])
	test(`What a reply did: ${title}`, () => assert.equal(done(reading(...sentences)), deed));

test("Another language, and nothing at all, are not read", () => {
	assert.equal(done({ ...reading(sentence({ reflection: true })), english: false }), "unsure");
	assert.equal(done(reading()), "unsure");
});

test("A label the pack does not have is not sure", () => {
	assert.equal(done({ english: true, sentences: [{ labels: {} }], whole: {} }), "unsure");
});

test("The whole reply may be warm where no sentence is", () => {
	const whole = { warmth: { p: 0.9, is: true } };
	assert.equal(done({ ...reading(sentence({})), whole }), "listened");
});

const folder = new URL("../../../coach/practice/people/", import.meta.url);
const people = readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")));

test("Whatever is done with each made-up person, their talk comes to an end", () => {
	assert.ok(people.length >= 3);
	for (const person of people)
		for (const deed of DEEDS) {
			let at = person.begins;
			for (let step = 0; step < 8 && beatOf(person, at).ends === undefined; step += 1)
				at = after(person, at, deed);
			assert.ok(beatOf(person, at).ends, `${person.id}, ${deed}`);
		}
});

test("An own story goes on as a question where the story says nothing else, and passing by as advice", () => {
	const beats = { a: { says: ["a"], next: { listened: "b", questioned: "c", advised: "d" } } };
	const person = { begins: "a", beats };
	assert.equal(after(person, "a", "shared"), "c");
	assert.equal(after(person, "a", "passed"), "d");
	assert.equal(after(person, "a", "listened"), "b");
});
