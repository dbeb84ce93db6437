/** What stands in the files that somebody takes along, in the language of the screen. */
import { canSay, say } from "../words/index.js";
import { beginningOf } from "./beginning.js";
import { endOf } from "../talk/note-rules.js";
import { dayWords } from "./days.js";
import { dayOf, timeOf } from "./meet-words.js";
import { statementWords, wordOf } from "./check-words.js";
import { fileWords } from "./lasting.js";
import { lengthWords, notesWords, sizeOf, storyInCopy } from "./story-words.js";

/** @returns {import("../talk/readable.js").Texts} */
export function alongWords() {
	return {
		readMe: say("along.read-me"),
		me: say("along.me"),
		them: say("see.them"),
		with: (name) => say("along.with", { name }),
		late: say("along.late"),
		draft: say("along.draft"),
		left: say("along.left"),
		continues: say("along.continues"),
		forgotten: say("along.forgotten"),
		unopened: say("along.unopened"),
		file: fileWords,
		noFile: say("along.no-file"),
		newer: say("along.newer"),
		taken: say("along.taken"),
		answers: (text) => say("along.answers", { text }),
		answersGone: say("along.answers-gone"),
		changed: (before) => say("along.changed", { before }),
		sign: (sign) => say(`sign.${sign}`),
		beginning: beginningOf,
		check: (k) => say(k === 2 ? "check-line.short-help" : "check-line.short"),
		statement: statementWords,
		answer: wordOf,
		story: cardInCopy,
		checks: say("notebook.checks"),
		unvalidated: say("check.unvalidated"),
		pages: say("notebook.pages"),
		noTitle: say("notebook.no-title"),
		kept: say("along.kept"),
		proof: say("along.proof"),
		brought: say("along.brought"),
		own: {
			title: (own) =>
				say(
					{
						...{ path: "path.title", plan: "plan-bad.title", diary: "diary.title" },
						...{ training: "unit.record", story: "stories.title", notes: "kept-notes.title" },
						...{ wellbeing: "well.title" },
					}[own],
				),
			part: (own, part) => say(own === "plan" ? `plan-bad.part.${part}` : `path.part.${part}`),
			done: (day) => say("path.done-on", { day }),
			unit: (number) => say(canSay(`unit.${number}`) ? `unit.${number}` : "unit.newer"),
			layer: ({ k, b, ...layer }) =>
				[lengthWords({ k, size: sizeOf(b) }), notesWords(layer)].filter((part) => part !== "").join("\n"),
			told: ({ k, days }) => [say(`stories.layer.${k}`), ...toldOn(days)].join(". "),
			note: noteInCopy,
			well: (answers) =>
				answers
					.map((one, at) => (one === 0 ? "" : `${say(`well.ask.${at + 1}`)} ${say(`well.answer.${one}`)}`))
					.filter((said) => said !== "")
					.join("\n"),
			look: ({ matters, sure }) => say("diary.one", { matters, sure }),
		},
		unsaid: say("along.unsaid"),
		mending: ({ step, how }) => say(step === 3 ? `along.mend-3-${how}` : `along.mend-${step}`),
	};
}

/** A kept note of a meeting, as it was agreed. @param {import("../talk/kept-notes.js").Copy} one */
const noteInCopy = (one) =>
	[
		say("kept-notes.with", { name: one.name, day: dayOf(one.start, one.zone) }),
		say("notes.from-to", {
			start: timeOf(one.start, one.zone),
			stop: timeOf(endOf(one), one.zone),
			count: one.mins,
		}),
		...(one.goal === "" ? [] : [`${say("notes.goal-is")} ${one.goal}`]),
		one.words,
		say("kept-notes.both", { day: dayWords(one.day) }),
		...one.beside.map(({ by, day, words }) => {
			const id = by === one.side ? "notes.added-me" : "notes.added-them";
			return `${words} (${say(id, { name: one.name, day: dayWords(day) })})`;
		}),
	].join("\n");

/** @param {Readonly<Record<string, string>>} days */
const toldOn = (days) =>
	Object.entries(days).flatMap(([step, day]) => (day === "" ? [] : [say(`stories.was-${step}`, { day })]));

/** A card in a copy that anyone can read: of a story, of a bad day, or that somebody is not safe. @param {{t: string} & Record<string, any>} card */
function cardInCopy(card) {
	if (card.t === "safe-line" || card.t === "ripple-thanks") return card.words;
	if (card.t !== "bad-day") return storyInCopy(card);
	const said = `(${say("bad.short")}. ${say("bad.card-wish", { wish: say(`bad.wish.${card.wish}`) })})`;
	return [said, card.words].filter((part) => part !== "").join("\n");
}
