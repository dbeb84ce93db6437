/** One's own path, the plan for bad days, a bad day, how it went, and what of it the other sees. */
import { line, lines, relationship } from "./fake-people.js";

const row = (id, k, b, more = {}) => ({ docId: "d", id, k, b, by: 1, day: 20_500, done: 0, ...more });
const path = [
	row("1", 1, "A quiet home, and my daughter in it every second weekend"),
	row("2", 2, "Walk to the river each day"),
	row("3", 2, "Ring my sister", { by: 2, done: 20_540 }),
	row("4", 3, "The first spring without it"),
	row("5", 5, "Tea, early, at the open window"),
];
const thing = (id, k, b, n = "") => ({ docId: "p", id, k, b, n });
const plan = [
	thing("1", 1, "I stop answering the phone"),
	thing("2", 2, "My sister Rosa", "555 0100"),
	thing("3", 3, "The library, second floor"),
	thing("4", 4, "The night line", "+1 555 0101"),
	thing("5", 5, "A shower and some fresh air"),
];
const look = (id, day, matters, sure, b = "") => ({ docId: "l", id, day, matters, sure, b });
const diary = [
	look("1", 20_500, 5, 2, "Hard, but I went."),
	look("2", 20_512, 8, 4),
	look("3", 20_540, 7, 7, "Better."),
];
const suggested = [{ id: "9", b: "Get up at seven, twice this week", by: "ben", ts: 1 }];
const shown = {
	...{ isOpen: true, isPlanHere: true, path, plan, diary, no: [], troubles: 0, badDay: false },
	talks: [{ conv: "c1", asks: true, parts: [2], suggested: [], told: null, standing: "there" }],
};
const nothing = { ...shown, path: [], plan: [], diary: [], talks: [] };
const card = line(40, "me", "", {
	id: "b1",
	kind: "card",
	card: { t: "bad-day", wish: 2, words: "It is loud in here." },
});

const thanks = line(40, "them", "", {
	id: "t1",
	kind: "card",
	card: { t: "ripple-thanks", words: "Thank you for that long Tuesday." },
});

const unsafe = line(41, "me", "", {
	id: "u1",
	kind: "card",
	card: { t: "safe-line", words: "I am not safe right now." },
});

/** Somebody is on call at all times. */
const allDay = (name, account_id) => ({
	...{ zone: "UTC", phone: "503 555 0142", expect: "You hear from us within half an hour." },
	outside: "We look again at nine. Please call a help line.",
	shifts: [1, 2, 3, 4, 5, 6, 7].map((day) => ({
		...{ account_id, name, day, starts: 0, ends: 0, mine: false },
	})),
});

/** @param {{inside: any, talking: any}} given */
export function pathScenes({ inside, talking }) {
	const scene = (screen, own, more = {}) => ({
		view: { ...talking, parts: { path: own } },
		conversation: { lines: lines(3) },
		...more,
		place: { screen, id: "c1" },
	});
	const told = { ...shown, badDay: true, talks: [{ ...shown.talks[0], told: "b1" }] };
	const unsafeTold = { ...shown, badDay: true, talks: [{ ...shown.talks[0], unsafe: "u1" }] };
	const fromAda = relationship({
		...{ mine: "specialist", state: "active", conv: "c1" },
		other: { accountId: "ada", name: "River", person: null, standsBehindUntil: null, lock: "same" },
	});
	const seen = { asks: true, parts: [1, 2], rows: path.filter(({ k }) => k < 3), ts: 20_500 * 86_400_000 };
	const benSees = (known, more = {}) => ({
		view: { ...talking, me: { ...talking.me, isSpecialist: true }, relationships: [fromAda] },
		place: { screen: "path-shown", id: "c1" },
		conversation: { relationship: fromAda, name: "River", older: "none", path: known, ...more },
	});
	return {
		path: scene("path", shown),
		"path-going": scene("path", { ...shown, talks: [{ ...shown.talks[0], parts: [], standing: "going" }] }),
		"path-suggested": scene("path", { ...shown, talks: [{ ...shown.talks[0], suggested }] }),
		"path-empty": {
			view: { ...inside, parts: { path: { ...nothing, troubles: 2 } } },
			place: { screen: "path" },
		},
		"bad-plan": scene("bad-plan", shown),
		"bad-day": scene("bad-day", shown),
		"bad-day-told": scene("bad-day", told, { conversation: { lines: [...lines(3), card] } }),
		"bad-day-not-sent": scene("bad-day", told, {
			conversation: { lines: [...lines(3), { ...card, state: "waiting" }] },
		}),
		"bad-day-no-plan": { view: { ...inside, parts: { path: nothing } }, place: { screen: "bad-day" } },
		"bad-day-not-here": { view: inside, place: { screen: "bad-day" } },
		"not-safe": scene("not-safe", shown),
		"not-safe-no-plan": { view: { ...inside, parts: { path: nothing } }, place: { screen: "not-safe" } },
		"not-safe-told": scene("not-safe", unsafeTold, { conversation: { lines: [...lines(3), unsafe] } }),
		"not-safe-on-call": {
			view: { ...talking, parts: { path: shown, onCall: allDay("Cara", "cara") } },
			conversation: { lines: lines(3) },
			place: { screen: "not-safe" },
		},
		"not-safe-nobody-on-call": {
			view: { ...talking, parts: { path: shown, onCall: { ...allDay("Cara", "cara"), shifts: [] } } },
			conversation: { lines: lines(3) },
			place: { screen: "not-safe" },
		},
		"talk-not-safe": {
			view: { ...talking, relationships: [fromAda] },
			place: { screen: "talk", id: "c1" },
			conversation: {
				relationship: fromAda,
				name: "River",
				lines: [...lines(4), { ...unsafe, from: "them" }],
			},
		},
		"thanks-in-talk": {
			view: { ...talking, relationships: [fromAda] },
			place: { screen: "talk", id: "c1" },
			conversation: { relationship: fromAda, name: "River", lines: [...lines(4), thanks] },
		},
		diary: scene("diary", shown),
		"diary-empty": scene("diary", nothing),
		"path-shown": benSees({
			shown: seen,
			suggested: [{ id: "3", b: "Ring my sister", by: "ben", ts: 1 }, ...suggested],
		}),
		"path-shown-nothing": benSees({ shown: null, suggested: [] }),
		"talk-bad-day": {
			view: { ...talking, relationships: [fromAda] },
			place: { screen: "talk", id: "c1" },
			conversation: { relationship: fromAda, name: "River", lines: [...lines(4), { ...card, from: "them" }] },
		},
	};
}
