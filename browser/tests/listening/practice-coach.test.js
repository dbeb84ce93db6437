import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { read } from "../../listening/engine.js";
import { questionOf } from "../../listening/marks.js";
import { openPack } from "../../listening/pack.js";
import { done } from "../../listening/practice.js";

const coach = new URL("../../../coach/", import.meta.url);
const inPack = (name) => readFileSync(new URL(`packs/open/${name}`, coach));
const folder = new URL("practice/people/", coach);

/** What a reply does most of all, by the codes that stand beside it. */
function written(does) {
	if (does.includes("AU")) return "advised";
	if (["R", "IP", "ER"].some((code) => does.includes(code))) return "listened";
	if (does.includes("QO") || does.includes("QC")) return "questioned";
	return does.includes("SD") ? "shared" : "passed";
}

const pack = openPack(inPack("pack.json").toString(), new Uint8Array(inPack("heads.bin")));

/** @returns {{all: number, sure: number, wrong: number}} over replies, each with what came before and its codes */
function judged(replies) {
	const deeds = replies.map(({ reply, before, does }) => [done(read(pack, reply, before)), written(does)]);
	const sure = deeds.filter(([deed]) => deed !== "unsure");
	return {
		all: deeds.length,
		sure: sure.length,
		wrong: sure.filter(([deed, truth]) => deed !== truth).length,
	};
}

const examples = readdirSync(folder).flatMap((name) =>
	Object.values(JSON.parse(readFileSync(new URL(name, folder))).beats).flatMap(({ says, examples = [] }) =>
		examples.map(({ reply, does }) => ({ reply, does, before: says.join(" ") })),
	),
);

/** The parts of the corpus that hold plain talk, typed without full stops and in few words. */
const PLAIN = new Set(["h", "i"]);
const pairs = new URL("corpus/pairs/", coach);
const corpus = readdirSync(pairs).flatMap((name) =>
	readFileSync(new URL(name, pairs), "utf8")
		.trim()
		.split("\n")
		.map((row) => JSON.parse(row))
		.flatMap(({ id, client, replies }) =>
			replies.map(({ q, s }) => ({
				...{ q, before: client, reply: s.map(([text]) => text).join(" "), plain: PLAIN.has(id[0]) },
				does: s.flatMap(([, codes]) => codes.split(" ")),
			})),
		),
);

test("of the example replies, which it never learnt from, the coach speaks of six in ten and is wrong of fewer than one in ten", () => {
	const { all, sure, wrong } = judged(examples);
	assert.ok(all > 150, `${all} examples`);
	assert.ok(sure / all > 0.55, `sure of ${sure} in ${all}`);
	assert.ok(wrong / sure < 0.1, `wrong in ${wrong} of ${sure}`);
});

// Of these it learnt: how it does on such replies without having learnt from them stands on the pack's card.
test("of poor and middling replies it speaks less, and is not right by calling everything listening", () => {
	const [poor, middling] = ["poor", "middling"].map((quality) =>
		judged(corpus.filter(({ q }) => q === quality)),
	);
	assert.ok(poor.all > 800 && middling.all > 800);
	assert.ok(poor.sure / poor.all < 0.1, `poor: sure of ${poor.sure}`);
	assert.ok(poor.wrong / poor.all < 0.02, `poor: wrong of ${poor.wrong}`);
	assert.ok(middling.wrong / middling.sure < 0.2, `middling: wrong in ${middling.wrong} of ${middling.sure}`);
});

test("whoever said a feeling back is not asked whether there is one, save now and then where it was typed in three words", () => {
	const asked = (replies) =>
		replies.filter(
			({ reply, before }) =>
				questionOf(read(pack, reply, before), { text: reply, before })?.ask === "feeling",
		);
	const back = corpus.filter(({ does }) => does.includes("R") || does.includes("IP"));
	const [plain, whole] = [true, false].map((is) => back.filter((one) => one.plain === is));
	assert.ok(whole.length > 800 && plain.length > 800, `${whole.length} and ${plain.length}`);
	assert.deepEqual(
		asked([...whole, ...NAMED.map((reply) => ({ reply, before: SAID }))]).map(({ reply }) => reply),
		[],
	);
	const wrongly = asked(plain);
	assert.ok(wrongly.length / plain.length < 0.02, wrongly.map(({ reply }) => reply).join("\n"));
});

test("whoever passes by what was said is still asked now and then", () => {
	const passed = corpus.filter(({ does }) => written(does) === "passed" || written(does) === "advised");
	const asked = passed.filter(
		({ reply, before }) => questionOf(read(pack, reply, before), { text: reply, before })?.ask === "feeling",
	);
	assert.ok(asked.length / passed.length > 0.1, `${asked.length} of ${passed.length}`);
});

const SAID = "I slipped on Friday and I cannot tell my sister about it.";
/** Words it never learnt from. */
const NAMED = [
	"That must be a heavy thing to carry past her every single day.",
	"You are ashamed of it, and you miss being able to tell her things.",
	"It sounds like you are scared of how she would look at you.",
	"So there is a part of you that wants her to know already.",
	"Sounds lonely, sitting with that all weekend and nobody to say it to.",
	"You feel torn between telling her and keeping the peace at home.",
	"I hear how worn out you are from hiding it all the time.",
	"Friday knocked you down, and keeping it from her is making it worse for you.",
];
