/** Scenes of circles: the list, a door in each standing, a waiting room, the talk, a host's page, letters. */
import { line } from "./fake-people.js";
import { rules } from "./house-scenes.js";

const people = [
	{ accountId: "ben", name: "Ben", role: "host", isMe: false, isHere: true, help: null },
	{ accountId: "lea", name: "Lea", role: "host", isMe: false, isHere: true, help: null },
	{ accountId: "ada", name: "Wren", role: "client", isMe: true, isHere: true, help: null },
	{ accountId: "fay", name: "Moss by the harbour", role: "client", isMe: false, isHere: true, help: null },
];
const hosts = [
	{ accountId: "ben", name: "Ben" },
	{ accountId: "lea", name: "Lea" },
];
const circle = {
	...{
		id: 1,
		name: "Thursday evenings",
		line: "People in their first year, once a week.",
		hosts,
	},
	...{ state: "open", mine: "in", keptMonths: 6, conv: "c1" },
};
const listed = [
	circle,
	{ ...circle, id: 2, name: "Early birds", mine: "waiting", conv: null },
	{ ...circle, id: 3, name: "Walking and talking", mine: null, conv: null },
	{ ...circle, id: 4, name: "Fathers", mine: "not-now", conv: null },
];
const card = (n, by, fields) => line(n, by === "ada" ? "me" : "them", "", { by, kind: "card", card: fields });
const said = (n, by, text) => line(n, by === "ada" ? "me" : "them", text, { by });
const agreement = {
	...{ ver: 2, by: "ben", accepted: ["ben", "lea", "ada", "fay"] },
	words: "We speak for ourselves, and listen.\nWe share the air.\nAnybody may pass.",
};
const round = {
	...{ of: "r1", words: "One thing that held you this week", by: "ben", order: ["fay", "ada", "lea", "ben"] },
	...{ done: [{ accountId: "fay", passed: true }], turn: "ada" },
};
const now = {
	...{ id: 1, conv: "c1", canWrite: true, cannot: null, stopped: null, trouble: null, catching: false },
	...{
		older: "none",
		draft: "",
		people,
		iLead: false,
		iHelp: false,
		asksMe: null,
		called: "Wren",
		agreement,
		mustAccept: false,
		unseen: [],
	},
	...{ quiet: null, quietUntil: null, keptBack: [], asks: [], earlier: {}, came: [], lastMet: null },
	...{ round, welcomed: [], meeting: { of: "m1", step: 2, at: 0, words: "Good evening.", closing: "" } },
	lines: [
		card(1, "ben", { t: "circle-meeting", of: "m1", step: 2, at: 0, words: "Good evening. Take a breath." }),
		said(2, "ben", "It is good to see so many of you tonight."),
		card(3, "fay", { t: "circle-accepts", ver: 2 }),
		card(4, "ben", { t: "circle-round", of: "r1", order: round.order, words: round.words }),
		card(5, "fay", { t: "circle-pass", of: "r1" }),
		card(6, "lea", {
			t: "circle-line",
			notes: [8],
			own: "",
			said: "My aunt died last spring, around this time.",
		}),
		said(7, "ada", "I called my sister, and it went better than I thought."),
	],
};
/** A new version, which Wren has not said yes to. */
const anew = {
	mustAccept: true,
	agreement: { ...agreement, ver: 3, accepted: ["ben", "lea"] },
};
const night = {
	quiet: { from: 22 * 60, till: 7 * 60 + 30, zone: "Europe/Madrid" },
	quietUntil: Date.UTC(2026, 0, 11, 6, 30),
	keptBack: [
		{
			...{ key: "k1", note: { notes: [8], own: "" } },
			text: "I keep thinking of what Moss said about the harbour.",
		},
	],
};
/** Somebody came, a host asks for earlier words, and Lea handed on hers. */
const earlier = (/** @type {string} */ to) => ({
	round: null,
	meeting: null,
	lines: [
		line(8, "them", "", { by: "ben", kind: "turn", turn: { came: [to], went: [] } }),
		card(9, "ben", { t: "circle-earlier", of: "q1", since: Date.UTC(2026, 0, 8, 18), to }),
		card(10, "lea", { t: "circle-earlier-words", of: "q1", box: "b" }),
	],
	asks: [
		{
			...{ of: "q1", to, by: "ben", since: Date.UTC(2026, 0, 8, 18), isOpen: true, handed: false },
			mine: to === "ada" ? [] : ["l7", "l5"],
		},
	],
});
/** Wren handed on what she said before Fay came. */
const handedOn = {
	...{ round: null, meeting: null },
	lines: [
		said(7, "ada", "I called my sister, and it went better than I thought."),
		line(8, "them", "", { by: "ben", kind: "turn", turn: { came: ["fay"], went: [] } }),
		card(9, "ben", { t: "circle-earlier", of: "q1", since: 0, to: "fay" }),
		card(10, "ada", { t: "circle-earlier-words", of: "q1", box: "b" }),
		line(11, "me", "", { by: "ada", kind: "taken-back" }),
		line(12, "them", "", { by: "lea", kind: "taken-back" }),
	],
	asks: [{ of: "q1", to: "fay", by: "ben", since: 0, isOpen: true, handed: true, mine: [] }],
};
const handed = [
	{
		...{ ts: Date.UTC(2026, 0, 8, 18, 20), notes: [], own: "" },
		text: "I am glad that we began again.",
	},
	{ ts: Date.UTC(2026, 0, 8, 18, 31), notes: [8], own: "", text: "My aunt died last spring." },
];
/** Fay told something from her own life; Wren wants to, and looks at it once more. */
const tells = (/** @type {string} */ by) => ({
	round: null,
	meeting: null,
	lines: [
		said(10, "ben", "Who would like to begin?"),
		card(11, by, {
			...{ t: "story-shared", k: 2, notes: [8], own: "", of: "AAECAwQFBgcICQoLDA0ODw", until: 20_900 },
			said: "I left a letter closed all winter long. Then my sister sat beside me, and we laughed.",
		}),
	],
});
const mayTell = (/** @type {object} */ more) => ({
	...{
		b: "I slept in my car that winter, and a neighbour brought soup.",
		days: 0,
		k: 1,
		notes: [8],
		own: "",
	},
	...{ who: 2, why: "", with: ["c1"], ...more },
});
/** Somebody as they stand with helping to host. */
const helped = (/** @type {string} */ who, /** @type {string | null} */ help) =>
	people.map((one) => (one.accountId === who ? { ...one, help } : one));
/** Ben asks Wren, who helps host then. */
const asksWren = { people: helped("ada", "asked"), asksMe: "ben", round: null, meeting: null };
const helpsHost = {
	...{ people: helped("ada", "helps"), iHelp: true, round: null },
	lines: [
		card(8, "ben", { t: "circle-helper", of: "h1", on: true, to: "ada" }),
		card(9, "ada", { t: "circle-helps", of: "h1", yes: true }),
	],
};
const row = { asked: 20_500, conv: "c1", k: 1, of: "AAECAwQFBgcICQoLDA0ODw", opened: 0, over: 0, told: 0 };
const ownOf = (/** @type {string} */ docId, /** @type {object[]} */ told) => ({
	...{ docId, id: docId, title: `The winter ${docId}`, day: 20_480, layers: [mayTell({})], told },
});
const ownStories = {
	isOpen: true,
	stories: [
		ownOf("one", []),
		ownOf("two", [{ ...row, asked: 20_509 }]),
		ownOf("three", [row]),
		ownOf("four", [{ ...row, told: 20_505 }]),
		{ ...ownOf("five", [{ ...row, told: 20_506 }]), layers: [] },
	],
	troubles: 0,
};
const officers = {
	list: [
		{ id: "eve", name: "Eve", isPartner: false },
		{ id: "dora", name: "Dora", isPartner: true },
		{ id: "lea", name: "Lea", isPartner: false },
	],
	within: 5,
	outside: [],
};
const readers = [
	{ accountId: "lea", name: "Lea", isPartner: false },
	{ accountId: "eve", name: "Eve", isPartner: true },
];
const removals = [
	{
		...{ id: 1, circle: "Night owls", by: { accountId: "ben", name: "Ben" }, step: "told", answer: null },
		...{ why: "You wrote to people outside the circle after they asked you not to.", readers },
	},
];
const appeals = [{ id: 2, circle: "Early birds", accountId: "gus", words: "I think it was a mistake." }];

/** @param {{ talking: any, homely: any }} views */
export function circleScenes({ talking, homely }) {
	const shown = {
		held: true,
		circles: listed,
		more: false,
		open: { 1: now },
		waiting: {},
		removals: [],
		appeals: [],
	};
	const at = (screen, id, change = {}, view = talking, beside = {}) => ({
		view: { ...view, parts: { circles: { ...shown, ...change }, ...beside } },
		place: { screen, id },
	});
	const raise = (/** @type {object} */ about, one = now) => ({
		view: { ...talking, parts: { circles: { ...shown, open: { 1: one } }, concerning: { officers } } },
		place: { screen: "concern", circle: "1", ...about },
	});
	const own = (/** @type {object} */ stories) => {
		const { view, place } = at("circle-story", "1");
		return { view: { ...view, parts: { ...view.parts, stories } }, place };
	};
	const mine = people.map((one) => ({ ...one, isMe: one.accountId === "ben" }));
	/** @type {Record<string, string>} */
	const helps = { ada: "helps", fay: "asked" };
	const led = {
		...now,
		people: mine,
		iLead: true,
		called: "Ben",
		quiet: night.quiet,
		came: ["fay"],
		lastMet: 0,
	};
	const leads = {
		circles: [
			{ ...circle, mine: "leads" },
			{ ...circle, id: 5, mine: "asked-to-lead", conv: null },
		],
		open: { 1: led },
		waiting: { 1: [{ accountId: "gus", name: "Robin", words: "I am new here, and Thursdays would fit." }] },
	};
	return {
		circles: at("circles", undefined, { removals, appeals }),
		"circles-none": at("circles", undefined, { circles: [] }),
		"circles-off": at("circles", undefined, { circles: [], held: false }),
		"circles-specialist": at("circles", undefined, leads, homely),
		"circle-ask": at("circle", "3"),
		"circle-ask-house-rules": at("circle", "3", {}, talking, { houseRules: rules }),
		"circle-waits": at("circle", "2"),
		"circle-not-now": at("circle", "4"),
		"circle-in": at("circle", "1"),
		"circle-host": at("circle", "1", leads, homely),
		"circle-asked": at("circle", "5", leads, homely),
		"circle-talk": at("circle-talk", "1"),
		"circle-night": at("circle-talk", "1", { open: { 1: { ...now, ...night, round: null, meeting: null } } }),
		"circle-earlier": at("circle-talk", "1", { open: { 1: { ...now, ...earlier("fay") } } }),
		"circle-earlier-for-me": at("circle-talk", "1", {
			open: { 1: { ...now, ...earlier("ada"), earlier: { [earlier("ada").lines[2].id]: handed } } },
		}),
		"circle-talk-handed": at("circle-talk", "1", { open: { 1: { ...now, ...handedOn } } }),
		"circle-meets-at": at("circle-talk", "1", {
			open: { 1: { ...now, round: null, meeting: { ...now.meeting, step: 1, at: Date.now() + 86_400_000 } } },
		}),
		"circle-over": at("circle-talk", "1", {
			open: { 1: { ...now, round: null, canWrite: false, cannot: "circle-over" } },
		}),
		"circle-not-yet": at("circle-talk", "1", {
			open: {
				1: {
					...{ ...now, lines: [], people: [], round: null, meeting: null, agreement: null, called: null },
					...{ canWrite: false, cannot: "not-yet" },
				},
			},
		}),
		"circle-first": at("circle-talk", "1", { open: { 1: { ...now, mustAccept: true, canWrite: false } } }),
		"circle-agreed-anew": at("circle-talk", "1", { open: { 1: { ...now, ...anew } } }),
		"circle-name": at("circle-talk", "1", { open: { 1: { ...now, called: null } } }),
		"circle-write-agreement": at(
			"circle-talk",
			"1",
			{ open: { 1: { ...leads.open[1], agreement: null } } },
			homely,
		),
		"circle-more": at("circle-more", "1"),
		"circle-talk-help-asked": at("circle-talk", "1", { open: { 1: { ...now, ...asksWren } } }),
		"circle-talk-helps": at("circle-talk", "1", { open: { 1: { ...now, ...helpsHost } } }),
		"circle-more-help-asked": at("circle-more", "1", { open: { 1: { ...now, ...asksWren } } }),
		"circle-more-helps": at("circle-more", "1", { open: { 1: { ...now, ...helpsHost } } }),
		"circle-more-host-helped": at(
			"circle-more",
			"1",
			{
				...leads,
				open: { 1: { ...led, people: mine.map((one) => ({ ...one, help: helps[one.accountId] ?? null })) } },
			},
			homely,
		),
		"circle-more-unseen": at("circle-more", "1", { open: { 1: { ...now, unseen: ["fay"] } } }),
		"concern-circle": raise({}),
		"concern-circle-line": raise({ ref: "lea", line: now.lines[5].id }),
		"concern-circle-member": raise({ ref: "fay" }),
		"concern-circle-unseen": raise({ ref: "fay" }, { ...now, unseen: ["fay"] }),
		"concern-circle-coming": { ...raise({ ref: "fay" }), view: talking },
		"circle-more-host": at("circle-more", "1", leads, homely),
		"circle-agreement": at("circle-agreement", "1", leads, homely),
		"circle-agreement-mine": at("circle-agreement", "1", { open: { 1: { ...now, draft: "Hello." } } }),
		"circle-begin": at("circle-begin", undefined, {}, homely),
		"circle-talk-story": at("circle-talk", "1", { open: { 1: { ...now, ...tells("fay") } } }),
		"circle-talk-story-mine": at("circle-talk", "1", { open: { 1: { ...now, ...tells("ada") } } }),
		"circle-story": own(ownStories),
		"circle-story-none": own({ ...ownStories, stories: [] }),
		"circle-letters": at("circle-letters", undefined, { removals, appeals }),
	};
}
