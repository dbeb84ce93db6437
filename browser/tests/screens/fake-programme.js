/** A programme for looking at screens: what it says of itself, whom to call, and who is inside. Never assembled. */
export const help = [
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
	emergency: "911",
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
	circles: true,
	hints: true,
};
export const me = {
	username: "river-otter-4827",
	callName: "River",
	roles: [1],
	isSpecialist: false,
	onlySupervises: false,
	joining: false,
	spareSeen: true,
	standsBehindUntil: null,
	profile: null,
	seat: null,
	atTheDesk: [],
	libraryNews: false,
	concernNews: false,
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
