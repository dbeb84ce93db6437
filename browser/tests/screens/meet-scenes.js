/** Scenes of times to meet: hours, free times, asking, moving, and what became of it. */
import { line, lines } from "./fake-people.js";

const [HOUR, DAY] = [3_600, 86_400];
const hour = Math.floor(Date.now() / 1000 / HOUR) * HOUR;
const ref = (number) => `${String(number).repeat(21)}A`;
const card = (number, from, change = {}) =>
	line(40 + number, from, "", {
		kind: "card",
		card: {
			...{ t: "meet", ref: ref(number), start: hour + number * DAY, mins: 50, way: 3 },
			...{ where: "The café by the river", words: "I wear a green hat.", zone: "Europe/Madrid" },
			...change,
		},
	});
const one = (number, change = {}) => ({
	...{
		id: number,
		ref: ref(number),
		series: ref(`${number}`),
		relationship: 1,
		at: hour + number * DAY,
		minutes: 50,
	},
	...{ state: "agreed", mine: "client", by: "specialist", wish: null, wish_by: null, wish_in_time: false },
	...{ wants_earlier: false, earlier: null, said: null, became: null },
	...change,
});
const all = [
	one(1, { state: "proposed" }),
	one(2, { wants_earlier: true, earlier: hour + 30 * HOUR }),
	one(3, { wish: hour + 4 * DAY, wish_by: "specialist" }),
	one(4, { at: hour - DAY }),
	one(5, { at: hour - 2 * DAY, state: "over", said: "specialist-missed", became: "specialist-missed" }),
	one(6, { state: "cancelled" }),
	one(7, { state: "taken-back" }),
	one(7, { at: hour + 7 * DAY + HOUR }),
];
const onCall = {
	...{ zone: "America/Los_Angeles", phone: "", expect: "", outside: "" },
	shifts: [{ account_id: "ben", name: "Ben", day: 5, starts: 1080, ends: 1320, mine: true }],
};
const debrief = {
	...{ supporter: "Cem", weeks: 13, least: 3, askedOn: null, dueOn: null, meetsOn: null },
};
const credentials = [
	{
		what: "Peer support, 60 hours",
		givenBy: "The county",
		doneOn: 20_000,
		runsOutOn: 30_000,
		isOver: false,
		isSoon: false,
	},
	{ what: "First aid", givenBy: "", doneOn: 19_000, runsOutOn: 19_700, isOver: true, isSoon: false },
	{
		what: "Listening, a weekend",
		givenBy: "",
		doneOn: 18_000,
		runsOutOn: 20_540,
		isOver: false,
		isSoon: true,
	},
];
const talked = (change = {}) => ({
	...{ id: "a", side: "mine", other: "cem", name: "Cem", meetsOn: 20_512, letters: 2 },
	...change,
});
const gale = { side: "theirs", other: "gale", name: "Gale" };
const thinking = {
	list: [
		talked(),
		talked({ id: "b", meetsOn: 20_505, letters: 0 }),
		talked({ ...gale, id: "c", meetsOn: 20_498 }),
	],
	...{ more: true, one: null, able: [{ id: "cem", side: "mine", name: "Cem" }] },
};
const both = [...thinking.able, { id: "gale", side: "theirs", name: "Gale" }];
const wrote = (change) => ({
	...{ id: "w", isMine: true, day: 20_509, fits: true, topics: [], minutes: 0 },
	...change,
});
const thought = {
	...{ row: talked(), mayWrite: true, topics: [1, 9], minutes: 50 },
	letters: [
		wrote({
			b: "I said yes before I knew what was asked of me. I would like to look at why.",
			topics: [1, 9],
		}),
		wrote({ isMine: false, b: "Let us start with what you were afraid of.\n\nI know it too.", day: 20_510 }),
		wrote({ b: "What I keep: I may take a breath first.", minutes: 50 }),
		wrote({ isMine: false, fits: false, b: "", day: 20_511 }),
	],
};
const hours = {
	zone: "Europe/Madrid",
	week: [
		[
			[540, 720],
			[780, 1020],
		],
		[[540, 720]],
		[],
		[[600, 1440]],
		[],
		[],
		[],
	],
	others: [
		{ day: "2099-01-06", off: true, more: [] },
		{ day: "2099-02-03", off: false, more: [[600, 660]] },
	],
	...{ minutes: 50, between: 10, lead_hours: 24, ahead_days: 28, books: true },
};
const free = {
	starts: [1, 2, 3, 25, 26, 27, 28, 73].map((hours) => hour + DAY + hours * HOUR),
	...{ zone: "Europe/Madrid", minutes: 50, books: true },
};
const noHours = { ...free, starts: [], zone: null, books: false };
const shown = Object.freeze({ all, inTimeHours: 24, isHere: true });

/** @param {{ talking: any, homely: any, active: any }} views */
export function meetScenes({ talking, homely, active }) {
	const parts = { meeting: shown };
	const view = { ...talking, parts };
	const relationship = { ...active, id: "1" };
	const scene = (screen, more = {}, given = {}) => ({
		view: { ...view, relationships: [relationship] },
		place: { screen, id: "c1", ...given },
		conversation: { relationship, lines: [...lines(2), card(3, "them", { start: hour + 4 * DAY })] },
		...more,
	});
	const debriefing = (changed) => ({
		view: { ...homely, parts: { debrief: { ...debrief, ...changed } } },
		place: { screen: "debrief" },
	});
	const think = (screen, changed) => ({
		view: { ...homely, parts: { thinking: { ...thinking, ...changed } } },
		place: { screen, id: "a" },
	});
	return {
		thinking: think("thinking", {}),
		"thinking-both": think("thinking", { able: both, more: false }),
		"thinking-none": think("thinking", { list: [], able: [], more: false }),
		"thinking-one": think("thinking-one", { one: thought }),
		"thinking-new": think("thinking-one", {
			one: { ...thought, letters: [], topics: [], minutes: 0, row: talked({ ...gale }) },
		}),
		"thinking-no-more": think("thinking-one", {
			one: { ...thought, mayWrite: false, row: talked({ name: null }) },
		}),
		"talk-meet": {
			view,
			conversation: {
				lines: [
					...lines(2),
					...[card(1, "them"), card(2, "me"), card(3, "them"), card(3, "them", { start: hour + 4 * DAY })],
					...[card(4, "me", { start: hour - DAY, way: 2, where: "", words: "" }), card(6, "me")],
					...[card(7, "them", { way: 1, where: "", words: "" }), card(8, "them")],
				],
			},
		},
		"talk-meet-asks": {
			view,
			conversation: { lines: [...lines(2), { ...card(1, "me"), state: "asks", changed: ["Lea"] }] },
		},
		"talk-meet-refused": {
			view,
			conversation: { lines: [...lines(2), { ...card(1, "me"), state: "refused", trouble: "cannot-write" }] },
		},
		times: scene("times"),
		"times-none": scene("times", { view: { ...view, parts: { meeting: { ...shown, all: [] } } } }),
		"find-time": scene("find-time"),
		"find-time-move": scene("find-time", {}, { ref: ref(3) }),
		"find-time-no-hours": scene("find-time"),
		hours: { view: { ...homely, parts: { ...parts, onCall } }, place: { screen: "hours" } },
		"seat-record": { view: { ...homely, parts: { credentials } }, place: { screen: "seat" } },
		debrief: debriefing({}),
		"debrief-asked": debriefing({ askedOn: 20_509, dueOn: 20_512 }),
		"debrief-day": debriefing({ askedOn: 20_509, dueOn: 20_512, meetsOn: 20_512 }),
		"debrief-again": debriefing({ askedOn: 20_505, dueOn: 20_508, meetsOn: 20_507 }),
		"debrief-nobody": debriefing({ supporter: null }),
		"hours-new": { view: { ...homely, parts }, place: { screen: "hours" } },
		"times-all": {
			view: {
				...homely,
				parts: { meeting: { ...shown, all: all.map((each) => ({ ...each, mine: "specialist" })) } },
			},
			place: { screen: "times" },
		},
	};
}

/** What the room reads of times, in a scene. */
export function meeting(deed) {
	const { name } = this;
	if (deed === "free") return name === "find-time-no-hours" ? noHours : free;
	return deed === "hours" && name !== "hours-new" ? hours : null;
}
