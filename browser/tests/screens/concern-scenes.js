/** Scenes of concerns: raised about a line, a person or the programme, waiting, answered; and as an officer sees them. */
import { line, lines } from "./fake-people.js";

const day = 20_508;
const officers = {
	list: [
		{ id: "eve", name: "Eve", isPartner: false },
		{ id: "dora", name: "Dora", isPartner: false },
		{ id: "lea", name: "Lea", isPartner: true },
	],
	within: 5,
	outside: ["State ombudsman, 555 0102"],
};
const row = (change) => ({
	...{ id: "k1", raisedOn: day, dueOn: day + 7, state: "received", officer: null },
	...{ answeredOn: null, again: false, ...change },
});
const letter = (sort, from, b, change = {}) => ({ id: b, sort, from, day, fits: true, b, ...change });
const words = "He asked me for money. Then he wrote that he would be angry if I told anybody.";
const one = (change) => ({
	...{ row: row({}), isMine: true, isWithMe: false, raisedBy: "ada", able: ["eve", "dora"], mayLook: false },
	...{ names: { eve: "Eve", dora: "Dora", ben: "Ben" }, fits: true, report: null },
	letters: [letter(1, "ada", words)],
	...change,
});
/** What the house's log says of the two lines. @param {...string} found */
const shownLines = (...found) => ({
	...{ about: 1, b: words, day, on: ["ben"] },
	lines: [
		{ n: 29, from: "ben", t: "text", b: "Could you lend me fifty? You owe me that much.", found: found[0] },
		{ n: 31, from: "ben", t: "edit", b: "Could you lend me some?", found: found[1] },
	],
});
const report = shownLines("stands", "stands");
const notebook = {
	...{ state: "open", pages: [], checks: [], unsaid: [], own: [], troubles: [] },
	kept: [
		{
			...{ docId: "k1", ver: 1, kind: "kept", conv: "c1", by: "ben", name: "Ben", n: 29 },
			...{ text: "Could you lend me fifty? You owe me that much.", ts: day * 86_400_000, isBrought: false },
		},
	],
};
const reportOfBack = {
	...{ about: 1, b: words, day, on: ["ben"] },
	lines: [
		{ n: 29, from: "ben", t: "text", b: "I know where you live.", back: 33, found: "stands" },
		{ n: 33, from: "ben", t: "erase", b: "", found: "stands" },
	],
};
const answered = row({ state: "answered", officer: "eve", answeredOn: day + 3 });
const talkOver = [
	letter(1, "ada", words),
	letter(2, "ada", "It happened once more."),
	letter(3, "eve", "We spoke with him. Asking for money is not allowed here."),
];

/** @param {{ talking: any, inside: any, me: any }} views */
export function concernScenes({ talking, inside, me }) {
	const around = [...lines(3), line(29, "them", "Could you lend me fifty? You owe me that much.")];
	const raise = (place, given = officers) => ({
		view: { ...talking, parts: { concerning: { officers: given } } },
		place: { screen: "concern", ...place },
		conversation: { lines: around },
	});
	const shown = (screen, concerning, place = {}) => ({
		view: { ...talking, parts: { concerning } },
		place: { screen, ...place },
	});
	const officer = { ...me, roles: [5], isOfficer: true, onlySupervises: true };
	const asEve = (screen, concerning, place = {}) => ({
		view: { ...inside, step: "supervising", me: officer, parts: { concerning } },
		place: { screen, ...place },
	});
	const mine = (given) => shown("concern-one", { one: one(given) }, { id: "k1" });
	const hers = (given) =>
		asEve(
			"concern-one",
			{ one: one({ isMine: false, report, mayLook: true, letters: [], ...given }) },
			{ id: "k1" },
		);
	const back = line(30, "them", "", { kind: "taken-back", held: true });
	return {
		"concern-line-back": {
			...raise({ id: "c1", line: back.id }),
			conversation: { lines: [...around, back] },
		},
		"concern-kept": {
			...raise({ kept: "k1" }),
			view: { ...raise({}).view, notebook },
		},
		"concern-was-taken-back": hers({ report: reportOfBack }),
		"concern-late": shown(
			"concern-one",
			{ one: one({ row: row({ dueOn: day - 2 }) }), officers },
			{ id: "k1" },
		),
		concern: raise({ id: "c1" }),
		"concern-line": raise({ id: "c1", line: around.at(-1).id }),
		"concern-programme": raise({}),
		"concern-programme-apart": raise(
			{},
			{ ...officers, list: officers.list.map((one) => ({ ...one, isPartner: true })) },
		),
		"concern-few": raise({ id: "c1" }, { ...officers, list: officers.list.slice(0, 1) }),
		"concern-coming": { ...raise({ id: "c1" }), view: talking },
		concerns: shown("concerns", {
			mine: [row({}), row({ id: "k2", dueOn: day - 2 }), row({ ...answered, id: "k3" })],
		}),
		"concern-news": {
			view: { ...talking, me: { ...talking.me, concernNews: true } },
			place: { screen: "mine" },
		},
		"concerns-none": shown("concerns", { mine: [] }),
		"concerns-queue": asEve("concerns", {
			...{ mine: [], more: true, answered: [row({ ...answered, id: "k3" })] },
			waiting: [row({ dueOn: day - 1 }), row({ id: "k2", state: "looked-at", officer: "eve" })],
		}),
		"concerns-not-in-force": asEve("concerns", { mine: [], waiting: null }),
		"concern-waits": mine({}),
		"concern-answered": mine({ row: answered, letters: talkOver }),
		"concern-nobody": mine({ able: [] }),
		"concern-nameless": mine({ names: { eve: "Eve" } }),
		"concern-new": hers({}),
		"concern-line-moved": hers({ report: shownLines("moved", "stands") }),
		"concern-log-gone": hers({ report: shownLines("gone", "gone") }),
		"concern-log-unasked": hers({ report: shownLines("unasked", "unasked") }),
		"concern-mine-to-answer": hers({
			row: row({ state: "looked-at", officer: "eve" }),
			isWithMe: true,
			letters: [letter(2, "ada", "It happened once more."), letter(4, "dora", "Shall I call him?")],
		}),
		"concern-in-a-circle": hers({
			report: {
				...{ about: 1, b: "He writes such things to all of us.", day, on: ["moss"] },
				lines: [
					{ n: 4, from: "moss", t: "circle-line", b: "You lot\nGo home, all of you.", found: "stands" },
					{ n: 5, from: "fern", t: "text", b: "Please stop.", found: "stands" },
				],
			},
		}),
		"concern-not-the-same": hers({ row: row({ again: true }), mayLook: false }),
		"concern-does-not-fit": hers({
			report: null,
			fits: false,
			letters: [letter(3, "eve", "", { fits: false })],
		}),
	};
}
