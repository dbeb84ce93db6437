/** Scenes of measures: set by an officer, read by whom each is for, appealed, agreed to by a second, heard by somebody else. */

const day = 20_508;
const row = (change) => ({
	...{ id: "m1", on: "ben", by: "eve", kind: 2, days: 14, standing: "in-force", setOn: day - 2 },
	...{ beganOn: day - 2, endsOn: day + 12, second: null, appealUntil: day + 28, appealedOn: null },
	...{ dueOn: null, heardBy: null, heardOn: null, outcome: null, ...change },
});
const rule = "No money, no loans and no paid work between us.";
const why = "You asked Ada for fifty, and wrote that you would be angry if she told anybody.";
const set = { sort: 5, from: "eve", b: why, says: { on: "ben", does: 2, days: 14, rule } };
const agreed = {
	sort: 6,
	from: "lea",
	b: "I read it, and I see it alike.",
	says: { on: "ben", does: 1, days: 0, rule: "" },
};
const asks = {
	sort: 7,
	from: "ben",
	b: "I gave it back the same day.",
	says: { on: "ben", does: 0, days: 0, rule: "" },
};
const heard = {
	sort: 8,
	from: "dora",
	b: "You gave it back. A week is enough.",
	says: { on: "ben", does: 2, days: 7, rule: "" },
};
const letters = (...some) => some.map((one, at) => ({ id: `l${at}`, day, fits: true, ...one }));
const names = { eve: "Eve", dora: "Dora", lea: "Lea" };
const one = (change) => ({
	...{ row: row({}), isMine: true, fits: true, maySecond: false, mayDecide: false, able: ["dora", "lea"] },
	letters: letters(set),
	...change,
});
const removal = { kind: 5, days: 0, endsOn: null, second: "lea" };
const graveSet = { ...set, says: { ...set.says, does: 5, days: 0 } };

/** @param {{ talking: any, inside: any, me: any }} views */
export function measureScenes({ talking, inside, me }) {
	const measuring = (given) => ({ mine: [], queue: null, names, one: null, ...given });
	const mine = (given) => ({
		view: { ...talking, parts: { measuring: measuring({ one: one(given) }) } },
		place: { screen: "measure", id: "m1" },
	});
	const bens = { ...names, ben: "Ben" };
	const officer = { ...me, roles: [5], isOfficer: true, onlySupervises: true };
	const asEve = (place, parts) => ({
		view: { ...inside, step: "supervising", me: officer, parts },
		place,
	});
	const hers = (given) =>
		asEve(
			{ screen: "measure", id: "m1" },
			{ measuring: measuring({ names: bens, one: one({ isMine: false, ...given }) }) },
		);
	const concern = {
		...{
			row: { id: "k1", raisedOn: day, dueOn: day + 5, state: "looked-at", officer: "eve", answeredOn: null },
		},
		...{ isMine: false, isWithMe: true, raisedBy: "ada", able: ["eve", "dora"], mayLook: true, fits: true },
		...{ names: bens, letters: [], report: { about: 2, b: why, day, on: ["ben"], lines: [] } },
	};
	const queue = {
		second: [row({ ...removal, id: "m2", second: null, standing: "waits", beganOn: null })],
		appeals: [row({ id: "m3", kind: 4, days: 7, appealedOn: day - 6, dueOn: day - 1 })],
		going: [row({}), row({ ...removal, id: "m4" })],
		over: [row({ id: "m5", kind: 1, days: 0, standing: "over", endsOn: day - 2 })],
	};
	const appealed = row({ appealUntil: null, appealedOn: day - 1, dueOn: day + 6 });
	const late = one({
		row: { ...appealed, appealedOn: day - 9, dueOn: day - 2 },
		letters: letters(set, asks),
	});
	const officers = { list: [], within: 5, outside: ["State ombudsman, 555 0102"] };
	return {
		measure: mine({}),
		"measure-word": mine({
			row: row({ kind: 1, days: 0, standing: "over", endsOn: day - 2 }),
			letters: letters({ ...set, says: { ...set.says, does: 1, days: 0, rule: "" } }),
		}),
		"measure-removal": mine({ row: row(removal), letters: letters(graveSet, agreed) }),
		"measure-appealed": mine({ row: appealed, letters: letters(set, asks) }),
		"measure-late": {
			view: { ...talking, parts: { measuring: measuring({ one: late }), concerning: { officers } } },
			place: { screen: "measure", id: "m1" },
		},
		"measure-shorter": mine({
			row: row({ ...appealed, days: 7, endsOn: day + 5, outcome: 2, heardBy: "dora", heardOn: day }),
			letters: letters(set, asks, heard),
		}),
		"measure-nobody-hears": mine({ able: [] }),
		"measure-does-not-fit": mine({ fits: false }),
		"measure-coming": { view: talking, place: { screen: "measure", id: "m1" } },
		"measure-second": hers({
			row: row({ ...removal, second: null, standing: "waits", beganOn: null, appealUntil: null }),
			...{ maySecond: true, letters: letters(graveSet) },
		}),
		"measure-hear": hers({ row: appealed, mayDecide: true, letters: letters(set, asks) }),
		"measure-less": hers({ mayDecide: true }),
		"measure-new": asEve(
			{ screen: "measure", id: "k1", ref: "ben" },
			{
				concerning: { one: concern },
				...{
					measuring: measuring({}),
					houseRules: { version: 1, lines: [rule], written_on: day, yes: 1, asks: false },
				},
			},
		),
		"measures-queue": asEve(
			{ screen: "concerns" },
			{
				concerning: { mine: [], waiting: [], answered: [], more: false },
				measuring: measuring({ queue, names: bens }),
			},
		),
		"measures-mine": {
			view: {
				...talking,
				parts: {
					concerning: { mine: [] },
					measuring: measuring({ mine: [row({}), row({ id: "m2", standing: "over", endsOn: day - 1 })] }),
				},
			},
			place: { screen: "concerns" },
		},
	};
}
