/** A wall for looking at: a few months of one person's place. */
const row = (n, day, kind, detail = {}, other = "") => ({ n, day, kind, detail, other });

export const told = {
	trouble: null,
	rows: [
		row(1, 20_440, 0),
		row(2, 20_470, 110),
		row(3, 20_472, 100, { page: 2, role: 4 }),
		row(4, 20_473, 112, {}, "ben"),
		row(5, 20_502, 40, { by: 1 }, "ben"),
		row(6, 20_505, 41, { by: 2 }, "ben"),
		row(7, 20_510, 82, { way: 3 }),
		row(8, 20_512, 80),
		row(9, 20_513, 100, { page: 1, role: 4 }),
		row(10, 20_514, 120, { what: 3 }),
	],
};
export const readers = [
	{ accountId: "me", name: null, role: 1, me: true, since: 20_502, until: null },
	{ accountId: "ben", name: null, role: 2, me: false, since: 20_502, until: null },
];

const terms = {
	...{ person: "River", byName: "Ben", what: ["wellbeing", "plans"], leavesOut: "anything about family" },
	to: { type: 1, name: "Cem", where: "Riverside Peers", through: "" },
	...{ purpose: 2, why: "so that Ben has somebody to ask", from: 20_506, until: 20_536 },
	...{ texts: { shown: "", notice: "", refusal: "", back: "" }, lang: "en", day: 20_506, inside: true },
};
const telling = {
	...{ id: "t1", n: 1, part: 1, from: 20_506, until: 20_536, day: 20_506, kind: 1, openedOn: 20_507 },
	...{ endedOn: null, endedBy: null, byLink: false, fits: true, terms },
};
/** What was told: one that runs, one that is over, one without a yes. */
export const toldAccount = {
	whole: true,
	tellings: [
		{
			...{ ...telling, id: "t0", openedOn: null, endedOn: 20_480, endedBy: 1 },
			terms: { ...terms, to: { type: 2, name: "Dr. Moss", where: "a clinic", through: "" } },
		},
		telling,
	],
	emergencies: [
		{
			...{ id: "e1", reason: 1, told: 1, day: 20_490, lookOn: 20_497, part: 1, toldOn: 20_491 },
			...{ confirmedOn: 20_492, here: true, wishesTalk: null, fits: true, words: null },
		},
	],
};
