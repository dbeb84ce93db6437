/** Scenes of what two people said they would do, and of calls and meetings. */
import { line } from "./fake-people.js";

const today = 20_600;
const pledge = (id, more) => ({
	...{ id, ref: `r${id}`, mine: false, made_by: 1, state: 1, made_on: today - 9 },
	...{ due_on: today + 3, moves: 0, settled_on: null, ...more },
});
const said = (id, b, more) => ({
	k: 1,
	ref: `r${id}`,
	b,
	day: today + 3,
	by: "ben",
	mine: false,
	n: id,
	ts: 1,
	...more,
});
const past = [
	pledge(5, { state: 3, due_on: today - 9, settled_on: today - 8 }),
	pledge(4, { state: 2, due_on: today - 20, settled_on: today - 20, moves: 1 }),
	pledge(3, { state: 5, due_on: today - 60, settled_on: today - 60, mine: true }),
];
const open = [
	pledge(9, { due_on: today - 1 }),
	pledge(8, { due_on: today - 2, mine: true }),
	pledge(7, { moves: 1 }),
	pledge(6, { mine: true, due_on: today + 10 }),
	pledge(10, { mine: true, made_by: 3, due_on: today + 1 }),
];

/** @param {{ talking: any, active: any }} views */
export function vowScenes({ talking, active }) {
	const other = { ...active.other };
	const by = other.accountId;
	const vows = [
		said(9, "Send you the list of groups on your side of the river.", { by, day: today - 1 }),
		said(8, "Ring the clinic before the weekend.", { mine: true, day: today - 2 }),
		said(7, "Find out if the Tuesday group has room.", { by }),
		said(6, "", { mine: true, to: "m40", day: today + 10 }),
		said(10, "", { mine: true, to: "m41", day: today + 1 }),
		said(5, "Ring you on Sunday.", { by, day: today - 9 }),
		said(4, "Bring the book.", { by, day: today - 20 }),
		{
			k: 2,
			ref: "m2",
			b: "We walked along the river and talked about Sunday.",
			day: today - 4,
			from: 840,
			till: 885,
			by,
			mine: false,
			n: 50,
			ts: 1,
		},
	];
	const contacts = [
		{ id: 2, ref: "m2", mine: false, how: 2, day: today - 4, minutes: 45 },
		{ id: 1, ref: "m1", mine: true, how: 1, day: today - 11, minutes: 20 },
	];
	const lines = [
		line(40, "me", "I will write down three good things, I think by next week.", { id: "l40", msg: "m40" }),
		line(41, "them", "Would you come along on the first evening?", { id: "l41", msg: "m41" }),
	];
	const vowsPart = {
		pledges: { [active.id]: { open, past, more: true } },
		contacts: { [active.id]: { contacts, more: false } },
	};
	const none = {
		pledges: { [active.id]: { open: [], past: [], more: false } },
		contacts: { [active.id]: { contacts: [], more: false } },
	};
	const conversation = { relationship: active, vows, lines, canWrite: true };
	const config = { ...talking.config, today };
	const view = { ...talking, config, parts: { vows: vowsPart } };
	return {
		vows: { view, place: { screen: "vows", id: "c1" }, conversation },
		"vows-line": {
			view: { ...view, parts: { vows: none } },
			place: { screen: "vows", id: "c1", line: "l40" },
			conversation,
		},
		"vows-owed": {
			view: { ...view, parts: { vows: none } },
			place: { screen: "vows", id: "c1", line: "l41" },
			conversation,
		},
		meets: { view, place: { screen: "meets", id: "c1" }, conversation },
		"meets-none": {
			view: { ...view, parts: { vows: none } },
			place: { screen: "meets", id: "c1" },
			conversation: { relationship: active, canWrite: false, whyNot: "ended", lines: [] },
		},
		"talk-vow-due": { view, place: { screen: "talk", id: "c1" }, conversation },
	};
}
