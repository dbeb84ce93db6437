/** Scenes of notes of meetings: what waits, what stands, the form, the line for a payer, and whoever sends it. */
import { line, lines, relationship } from "./fake-people.js";

const ref = (letter) => `${letter.repeat(21)}A`;
const note = (letter, change = {}) => ({
	...{ ref: ref(letter), start: 1_782_830_400, mins: 50, zone: "America/New_York", way: 1 },
	...{ goal: "To get out more", words: "We walked by the river and talked about Sunday." },
	...change,
});
const card = (number, from, t, fields) =>
	line(60 + number, from, "", { id: `n${number}`, kind: "card", n: 60 + number, card: { t, ...fields } });
const written = [
	card(1, "them", "note-draft", note("A")),
	card(2, "me", "note-agreed", note("A")),
	card(3, "them", "note-agreed", note("A")),
	card(4, "me", "note-added", { ref: ref("A"), words: "It rained on the way back." }),
	card(5, "them", "note-draft", note("B", { start: 1_783_003_200, mins: 23, goal: "", way: 2 })),
	card(6, "them", "note-agreed", note("B", { start: 1_783_003_200, mins: 23, goal: "", way: 2 })),
];

const kept = { day: 20_634, last: 23_375, name: "Ben", side: 1 };
const copies = [
	{ ...note("B", { start: 1_783_003_200, mins: 23, goal: "", way: 2 }), ...kept, beside: [] },
	{
		...{ ...note("A"), ...kept },
		beside: [
			{ by: 1, day: 20_634, ref: ref("A"), words: "It rained on the way back." },
			{ by: 2, day: 20_635, ref: ref("A"), words: "It was the path by the mill." },
		],
	},
];

/** @param {{inside: any, talking: any}} given */
export function noteScenes({ inside, talking }) {
	const says = {
		is_on: true,
		rule: 1,
		work: "Peer support",
		goals: ["To get out more", "To sleep"],
		keep_years: 0,
	};
	const view = { ...talking, parts: { noting: says } };
	const active = relationship({ state: "active", agreedOn: 20_500, conv: "c1" });
	const conversation = {
		relationship: active,
		name: "Ben",
		canWrite: true,
		lines: [...lines(2), ...written],
	};
	const none = { ...conversation, lines: lines(2) };
	const fromAda = relationship({
		...{ mine: "specialist", state: "active", agreedOn: 20_500, conv: "c1" },
		other: { accountId: "ada", name: "River", person: null, standsBehindUntil: null, lock: "same" },
	});
	const place = { screen: "notes", id: "c1" };
	return {
		notes: { view, place, conversation },
		"notes-none": { view, place, conversation: none },
		"notes-off": {
			view: { ...view, parts: { noting: { ...says, is_on: false } } },
			place,
			conversation: none,
		},
		"notes-write": { view, place: { ...place, ref: "none" }, conversation },
		"notes-specialist": {
			view: { ...view, relationships: [fromAda] },
			place,
			conversation: { ...conversation, relationship: fromAda, name: "River" },
		},
		"notes-in-talk": { view, place: { screen: "talk", id: "c1" }, conversation },
		"notes-kept-until": {
			view: { ...view, parts: { noting: { ...says, keep_years: 7 } } },
			place,
			conversation,
		},
		"kept-notes": {
			view: { ...inside, parts: { noting: { ...says, keep_years: 7, copies } } },
			place: { screen: "kept-notes" },
		},
		"kept-notes-none": {
			view: { ...inside, parts: { noting: { ...says, copies: [] } } },
			place: { screen: "kept-notes" },
		},
		bill: { view, place: { screen: "bill", id: "c1", ref: ref("A") }, conversation },
		bills: {
			view: { ...inside, me: { ...inside.me, isSpecialist: true }, step: "supervising" },
			place: { screen: "bills" },
		},
	};
}
