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
