/** Where somebody stands in a scene: views of a room that was never opened. Never assembled. */
import { line, relationship } from "./fake-people.js";

export const me = {
	username: "river-otter-4827",
	callName: "River",
	roles: [1],
	isSpecialist: false,
	joining: false,
	spareSeen: true,
	standsBehindUntil: null,
	profile: null,
	seat: null,
	atTheDesk: [],
};
export const specialist = {
	...me,
	username: "ben-maple-1204",
	callName: "Ben",
	roles: [1, 2],
	isSpecialist: true,
	standsBehindUntil: 20_600,
	seat: { paused: false, cap: 12 },
};
const help = [
	{
		name: "988 Suicide & Crisis Lifeline",
		who: "For anyone in the US, by day or night.",
		how: [
			{ kind: "call", value: "988" },
			{ kind: "text", value: "988" },
		],
		hours: "always",
		what_happens: "A trained person answers. They listen first. You need not give your name.",
		verified: "2026-10-01",
	},
	{
		name: "Find a helpline",
		who: "Help lines in other countries.",
		how: [{ kind: "chat", value: "https://findahelpline.com" }],
		hours: "",
		what_happens: "",
		verified: "2026-10-01",
	},
];
export const config = {
	programme: "Riverside Peers",
	country: "US",
	lang: "en",
	langs: ["en", "es"],
	doorOpen: true,
	closesOn: null,
	today: 20_510,
	retention: 12,
	keeping: { least: 1, most: 24, open: true },
	contact: { name: "Dora Lind", phone: "+1 555 0100" },
	independent: { name: "Open Ear Line", phone: "+1 555 0199" },
	leave: "about:blank",
};
export const wishes = { facts: ["alcohol", "parent"], langs: [], matters: "alcohol", anyone: false };
export const outside = {
	door: "outside",
	username: null,
	title: null,
	onlyToday: false,
	lastOpened: null,
	work: null,
	line: "off",
	config,
	help,
	offer: { username: "river-otter-4827", words: ["lantern", "maple", "cousin", "velvet", "harbour"] },
	me: null,
	notices: [],
	step: null,
	finding: null,
	relationships: [],
	home: null,
	lock: { minutes: 5, phase: "open", warningFor: 60 },
	receipt: null,
	...{ device: null, ways: [], changes: [], offerOwn: false },
};
export const inside = { ...outside, door: "inside", line: "up", offer: null, me, step: "finding" };
export const found = (verdict, people) => ({
	...inside,
	finding: { state: "ready", verdict, people, refused: 0, wishes },
});
export const active = relationship({ state: "active", agreedOn: 20_505, promiseBoth: true });
export const talking = { ...inside, step: "talking", relationships: [active] };
export const fromAda = (change) =>
	relationship({
		mine: "specialist",
		other: { accountId: "ada", name: "River", person: null, standsBehindUntil: null },
		last: line(2, "them", "hello. I am not sure how to start. I slipped on Friday.", { kind: "hello" }),
		...change,
	});
export const people = [
	fromAda({}),
	fromAda({
		id: "2",
		state: "active",
		conv: "c2",
		waitingForMe: true,
		newLines: 2,
		other: { accountId: "x", name: "Wren", person: null },
		last: line(
			9,
			"them",
			"Are you there this week? I had the talk with my sister, and it went better than I thought.",
		),
	}),
	fromAda({
		id: "3",
		state: "active",
		conv: "c3",
		other: { accountId: "y", name: "Moss", person: null },
		last: line(9, "me", "Good to hear it."),
	}),
];
export const homely = {
	...inside,
	me: specialist,
	step: "home",
	relationships: people,
	home: { late: [], hellos: [people[0]], waiting: [people[1]], rest: [people[2]] },
};

export const ending = { ...inside, config: { ...config, closesOn: 20_590 } };
