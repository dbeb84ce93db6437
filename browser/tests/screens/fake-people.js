/** The cast, as a room would show them: for looking at screens without a server. */

const reply = (days, from, to, within, outside = false) => ({
	id: days.length === 5 ? "reply.weekdays" : "reply.days",
	params: { days, from, to, within, zone: "America/Chicago", sameZone: false },
	outside,
	again: Date.now() + 20 * 3_600_000,
});

export const ben = {
	accountId: "ben",
	name: "Ben",
	line: "Nine years sober, four of them the hard way. I like short walks and long pauses.",
	about:
		"I drank for eleven years and hid it for nine. What helped was one person who did not flinch.\n\nI am a dad of two. I work nights now and then, so I know what it is like when the house is asleep.",
	waiting:
		"While you wait: drink some water, sit near a window. There is nothing you have to prepare. I will read what you wrote twice before I answer.",
	facts: [
		"alcohol",
		"depression",
		"parent",
		"rural",
		"man",
		"age-45-59",
		"mostly-listens",
		"has-slipped-too",
		"evenings",
	],
	langs: ["en", "es"],
	reply: reply([0, 1, 2, 3, 4], "09:00", "17:00", 24),
	free: true,
	againDay: null,
	runsDesk: false,
	standsBehindUntil: 20_600,
	reasons: [
		{ kind: "fact", id: "alcohol", matters: true },
		{ kind: "fact", id: "parent", matters: false },
		{ kind: "time", id: "evenings", matters: false },
		{ kind: "lang", id: "es", matters: false },
	],
};

export const marisol = {
	...ben,
	accountId: "marisol",
	name: "Marisol",
	runsDesk: true,
	line: "Grief, shift work, and a garden that forgives me.",
	reply: reply([0, 1, 3, 5], "16:00", "21:00", 48),
	reasons: [{ kind: "fact", id: "grief", matters: false }],
};

export const sam = {
	...ben,
	accountId: "sam",
	name: "Sam",
	line: "They/them. I came out of a long burnout, and I still go slowly.",
	reasons: [],
};

const sentence = (group, heading) => (text, at) => ({ id: `${group}-${at}`, group, heading, text });

export const sentences = [
	...[
		"Only the two of you can read what you write here. Riverside Peers cannot open it.",
		"The site knows that you two write here, but not the words.",
		"You do not need to give your real name.",
	].map(sentence("read", "Who can read")),
	...[
		"A few things must be passed on. Your specialist then talks to Dora of Riverside Peers, and tells you first if that is safe.",
		"Someone's life is in danger now, yours or another person's.",
		"A child is being harmed.",
		"A court says that it must be passed on.",
	].map(sentence("pass-on", "What a specialist must pass on")),
	...["What you write is kept for 12 months, at most one more. After that nobody can open it."].map(
		sentence("kept", "How long it is kept"),
	),
	...["Each of you may end this or block at any time, and need not say why."].map(
		sentence("stop", "How it ends"),
	),
];

export function relationship(change = {}) {
	return {
		id: "1",
		state: "asked",
		mine: "client",
		askedOn: 20_500,
		agreedOn: null,
		endedOn: null,
		endedBy: null,
		mayAskAgainOn: null,
		mayAskSomeoneElse: false,
		helloMissing: false,
		other: { accountId: "ben", name: "Ben", person: ben, standsBehindUntil: 20_600, lock: "same" },
		conv: "c1",
		earlier: [],
		readable: true,
		mayAskAgain: false,
		restsUntil: null,
		wayBack: null,
		called: "",
		note: "",
		promise: sentences,
		promiseBoth: false,
		waitingForMe: false,
		lateSince: null,
		newLines: 0,
		last: null,
		trouble: null,
		...change,
	};
}

const day = (at) => new Date(at).toISOString().slice(0, 10);

export function line(n, from, text, change = {}) {
	const ts = Date.now() - (40 - n) * 3_600_000;
	return {
		id: `l${n}`,
		n,
		from,
		kind: "text",
		text,
		name: "Ben",
		ts,
		date: day(ts),
		newDay: n % 12 === 2,
		late: false,
		state: "stored",
		changed: [],
		trouble: null,
		...{ msg: `m${n}`, re: null, file: null, earlier: [], signs: { me: 0, them: 0 } },
		...change,
	};
}

const said = [
	"Hi River. I read your hello twice. Coming back after a slip takes more than people think. How has today been?",
	"honestly a bad day. did not want to write at all",
	"And you wrote anyway. It sounds like a part of you wanted not to be alone with it.",
	"slept. thank you for not telling me what to do",
	"You are welcome. What would make tonight a little easier?",
];

export function lines(count) {
	return Array.from({ length: count }, (_, at) =>
		line(at + 2, at % 2 ? "me" : "them", said[at % said.length]),
	);
}
