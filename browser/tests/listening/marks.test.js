// What Ben is shown while he writes: one quiet mark for a sentence, one question at most, and nothing where nobody is sure.

import assert from "node:assert/strict";
import { test } from "node:test";
import { labelOf, marksOf, questionOf, quietKey, wordCount } from "../../listening/marks.js";
import { reading } from "./readings.js";

const BEFORE = "I slipped on Friday and I cannot tell my sister.";
const shown = (parts, how) => {
	const { text, read } = reading(parts, how);
	return marksOf(read, text).map(({ mark }) => mark);
};
const asked = (parts, { before = BEFORE, quiet, ...how } = {}) => {
	const { text, read } = reading(parts, how);
	return questionOf(read, { text, before, ...(quiet ? { quiet: new Set(quiet) } : {}) })?.ask ?? null;
};

const MARKS = [
	["an open question", [["What was that like for you?", "question open"]], ["open"]],
	["a closed question", [["Did you sleep at all?", "question"]], ["closed"]],
	[
		"a question, open or closed nobody knows",
		[["And then you said what?", "question", "open"]],
		["question"],
	],
	["something said back", [["You are tired of hiding it.", "reflection understanding"]], ["reflection"]],
	["advice in the form of a question", [["Have you tried a meeting yet?", "question advice"]], ["advice"]],
	[
		"one mark for each sentence",
		[
			["That sounds lonely to me.", "warmth reflection"],
			["What helped before?", "question open exploring"],
		],
		["reflection", "open"],
	],
	["nothing where nobody is sure", [["That is how it goes.", "", "reflection warmth advice"]], []],
	["one's own story, as it is", [["I drank for eleven years.", "own_story"]], ["own_story"]],
];
for (const [title, parts, wanted] of MARKS)
	test(`a sentence is marked: ${title}`, () => assert.deepEqual(shown(parts), wanted));

const QUESTIONS = [
	[
		"advice nobody asked for",
		[
			["You should go to a meeting.", "advice"],
			["What do you think?", "question open"],
		],
		"ask-first",
	],
	["a story that ends with Ben", [["I had the same with my brother.", "own_story"]], "turn-back"],
	[
		"a story that turns back to Ada is left alone",
		[
			["I had the same with my brother.", "own_story"],
			["How is it for you?", "question open"],
		],
		null,
	],
	[
		"words with room and nothing said back",
		[["Okay, the office is open from nine to five tomorrow.", "information"]],
		"feeling",
	],
	[
		"perhaps something was said back: silence",
		[["Okay, the office is open from nine to five tomorrow.", "", "reflection"]],
		null,
	],
	[
		"a feeling was named: nobody asks for one",
		[["You sound worn out, and the office is open from nine.", "understanding"]],
		null,
	],
	[
		"perhaps a feeling was named: silence",
		[["Okay, the office is open from nine to five tomorrow.", "", "understanding"]],
		null,
	],
	["a short answer is left alone", [["I will ring you tomorrow then.", ""]], null],
	[
		"advice comes before everything else",
		[
			["I had the same.", "own_story"],
			["You should ring your sister.", "advice"],
		],
		"ask-first",
	],
];
for (const [title, parts, wanted] of QUESTIONS)
	test(`one question at most: ${title}`, () => assert.equal(asked(parts), wanted));

test("nothing at all is said in another language or about three words", () => {
	const long = [["You should go to a meeting.", "advice"]];
	assert.deepEqual([shown(long, { english: false }), asked(long, { english: false })], [[], null]);
	assert.deepEqual(
		[shown([["Try a meeting.", "advice"]]), asked([["Try a meeting.", "advice"]])],
		[[], null],
	);
});

test("where Ada has written nothing yet, nobody asks for a feeling", () => {
	assert.equal(asked([["Okay, the office is open from nine to five tomorrow.", ""]], { before: "" }), null);
});

test("a whole reply that is warm somewhere needs no question about a feeling", () => {
	const parts = [["Okay, the office is open from nine to five tomorrow.", ""]];
	assert.equal(asked(parts, { whole: { warmth: { p: 0.9, is: true } } }), null);
	assert.equal(asked(parts, { whole: { warmth: { p: 0.5, is: null } } }), null);
});

test("what Ben called wrong is not said of that sentence again, and still of another", () => {
	const wrong = [quietKey("advice", "You should go to a meeting.")];
	assert.equal(asked([["You should go to a meeting.", "advice"]], { quiet: wrong }), null);
	assert.equal(
		asked(
			[
				["You should go to a meeting.", "advice"],
				["You should ring her.", "advice"],
			],
			{ quiet: wrong },
		),
		"ask-first",
	);
	const { text, read } = reading([["You should go to a meeting.", "advice information"]]);
	assert.deepEqual(
		marksOf(read, text, new Set(wrong)).map(({ mark }) => mark),
		["information"],
	);
});

test("open and closed are both questions to the engine", () => {
	assert.deepEqual(["open", "closed", "advice"].map(labelOf), ["question", "question", "advice"]);
});

test("words are counted in any script, and signs are none", () => {
	assert.equal(wordCount("I can't, ok\u2019d 2 days... \u{1F600} --"), 5);
});
