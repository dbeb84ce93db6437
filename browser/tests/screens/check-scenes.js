/** Scenes of check-ins: asked, kept, shown, over time, and in the talk. */
import { line, lines } from "./fake-people.js";

const day = 20_400;
const row = (days, a, more = {}) => ({ a, b: "", c: a.map(() => 0), day: day + days, ...more });
const rows = [
	row(0, [4, 4, 3, 4, 4, 4]),
	row(7, [4, 3, 3, 3, 4, 4]),
	row(14, [3, 3, 20, 2, 3, 4]),
	row(42, [2, 3, 3, 1, 21, 4], { b: "Ring me when you are late.", c: [0, 0, 0, 1, 0, 0] }),
];
const words = [0, 1, 2, 3, 4];
const shownLine = (n, from, card) =>
	line(n, from, "", { kind: "card", card: { t: "check", ver: 1, ...card } });
const shown = {
	a: [
		{ q: 1, v: 2 },
		{ q: 4, v: 1 },
	],
	b: "Ring me when you are late.",
	gap: 1,
	k: 1,
};
const helpUs = { a: [], b: "", gap: 0, k: 2 };

const looked = {
	side: 1,
	rows,
	low: [3],
	lines: [0, 1, 2, 3, 4, 5].map((at) =>
		rows.filter(({ a }) => words.includes(a[at])).map((one) => ({ day: one.day, word: one.a[at] })),
	),
	gap: [
		{ q: 1, mine: 2, theirs: 4 },
		{ q: 4, mine: 1, theirs: 20 },
	],
	theyWishGap: true,
	isToday: true,
	isHeld: false,
	countable: [0, 1, 2, 3],
};
const none = { ...looked, rows: [], low: [], lines: looked.lines.map(() => []), gap: [], theyWishGap: false };

/** What the part answers, by the talk. */
export const checking = async (_, conv) => (conv === "c3" ? none : looked);

/** @param {{ talking: any, active: any, fromAda: any }} views */
export function checkScenes({ talking, active, fromAda }) {
	const conversation = { relationship: active };
	const sheet = {
		docId: "s1",
		ver: 1,
		kind: "checks",
		conv: "c1",
		hash: "",
		pack: "",
		rows,
		side: 1,
		statements: 1,
	};
	const elsewhere = { ...sheet, docId: "s2", conv: "elsewhere", rows: rows.slice(0, 1) };
	const notebook = { state: "open", pages: [], kept: [], checks: [sheet, elsewhere], troubles: [] };
	const withRiver = fromAda({ state: "active", agreedOn: 20_300, promiseBoth: true });
	return {
		check: { view: talking, place: { screen: "check", id: "c1" }, conversation },
		"check-mirror": {
			view: { ...talking, me: { ...talking.me, isSpecialist: true }, relationships: [withRiver] },
			place: { screen: "check", id: "c1" },
			conversation: { relationship: withRiver },
		},
		checks: { view: talking, place: { screen: "checks", id: "c1" }, conversation },
		"checks-none": {
			view: talking,
			place: { screen: "checks", id: "c3" },
			conversation: { relationship: { ...active, conv: "c3" } },
		},
		"talk-checks": {
			view: talking,
			conversation: {
				lines: [
					...lines(3),
					shownLine(50, "me", shown),
					shownLine(51, "them", { ...shown, b: "" }),
					shownLine(52, "them", helpUs),
					{ ...shownLine(53, "me", helpUs), msg: null, state: "waiting" },
				],
			},
		},
		"talk-check-due": {
			view: { ...talking, parts: { checking: { due: active.id } } },
			conversation: { relationship: active },
		},
		"notebook-checks": { view: { ...talking, notebook }, place: { screen: "notebook" } },
	};
}
