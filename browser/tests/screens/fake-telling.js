/** What is told, for looking at: a draft, the page that signs, the account, a link, and something told in danger. */
const TODAY = 20_515;
const draft = {
	...{
		type: 2,
		id: "",
		name: "Dr. Okoro",
		where: "12 Hill Street",
		through: "",
		what: ["plans", "wellbeing"],
	},
	...{ leaves_out: "Everything else", purpose: 1, why: "So that she can help.", until: TODAY + 30 },
	words: "I sleep badly since May. I would like to try without the pills.",
};
const terms = {
	...{
		person: "River",
		byName: "Ben",
		to: { type: 2, name: "Dr. Okoro", where: "12 Hill Street", through: "" },
	},
	...{ what: ["wellbeing"], leavesOut: "Everything else", purpose: 1, why: "So that she can help." },
	...{ laws: ["hipaa", "part-2"], basis: "part-2-consent", help: 0 },
	...{ from: 20_500, until: TODAY + 14, lang: "en", day: 20_500, inside: false, supersedes: true },
	...{ signsFor: { name: "M. Okoro", right: "guardian", why: "I asked her to" }, witness: "Sam" },
	texts: {
		shown: "",
		notice: "42 CFR part 2 prohibits unauthorized use or disclosure of these records.",
		refusal: "",
		back: "",
	},
};
const forPayer = {
	...terms,
	...{ person: "Ada Example", purpose: 7, what: ["billing"], why: "So that this meeting is paid for" },
	...{ to: { type: 1, name: "Cem", where: "Riverside Peers", through: "" }, inside: true, supersedes: false },
	...{ signsFor: null, witness: "" },
};
const content = { b: draft.words, lines: [{ name: "River", day: 20_499, b: "I slept four hours." }] };
const telling = (change) => ({
	...{
		id: "t1",
		conv: "c1",
		n: 1,
		part: 1,
		from: 20_500,
		until: TODAY + 14,
		day: 20_500,
		kind: 1,
		openedOn: 20_503,
	},
	...{ endedOn: null, endedBy: null, byLink: true, fits: true, terms, ...change },
});
const entry = (change) => ({
	...{
		id: "e1",
		conv: "c1",
		reason: 1,
		told: 1,
		day: 20_510,
		lookOn: 20_510,
		part: 1,
		toldOn: 20_510,
		confirmedOn: 20_511,
	},
	...{ here: false, wishesTalk: null, fits: true, ...change },
	words: { whom: "The ambulance", what: "Where she was.", why: "I feared for her life." },
});
const account = {
	...{ whole: true, emergencies: [entry({})] },
	tellings: [
		telling({}),
		telling({ id: "t2", openedOn: null, endedOn: 20_508, endedBy: 1 }),
		telling({ id: "t3", conv: "c9", part: 3, byLink: false, terms: forPayer }),
	],
};

/** @param {{inside: any, talking: any, homely: any, fromAda: any, active: any}} known */
export function tellingScenes({ inside, talking, homely, fromAda, active }) {
	const hands = [
		{ from: "them", by: "lea" },
		{ from: "me", by: "river" },
		{ from: "them", by: "ben" },
	];
	const theirs = { drafted: { n: 9, from: "them", by: "ben", draft, hands } };
	const company = ["Ben", "Lea"].map((name) => ({ accountId: name.toLowerCase(), name, reads: true }));
	const withRiver = { relationship: fromAda({ id: "3", state: "active", conv: "c3" }), name: "River" };
	const at = (/** @type {string} */ screen, /** @type {string} */ id) => ({ screen, id });
	return {
		tell: { view: talking, place: at("tell", "c1"), conversation: { relationship: active } },
		"tell-draft": {
			view: talking,
			place: at("tell", "c1"),
			conversation: { relationship: active, ...theirs },
		},
		"talk-draft": { view: talking, place: at("talk", "c1"), conversation: theirs },
		"tell-three": {
			view: talking,
			place: at("tell", "c1"),
			conversation: { relationship: active, ...theirs, company },
		},
		draft: { view: homely, place: at("draft", "c3"), conversation: { ...withRiver, ...theirs } },
		"more-specialist": { view: homely, place: at("more", "c3"), conversation: withRiver },
		danger: { view: homely, place: at("danger", "c3"), conversation: withRiver },
		told: { view: inside, place: { screen: "told" } },
		"told-supervising": {
			view: { ...inside, step: "supervising", me: { ...inside.me, onlySupervises: true } },
			place: { screen: "told" },
		},
		linked: { view: { ...inside, door: "outside" }, place: { screen: "linked", told: "x" } },
	};
}

export const tellingAnswers = {
	telling: async (/** @type {string} */ deed) =>
		({
			supervisors: [{ account_id: "cem", name: "Cem" }],
			account,
			today: TODAY,
			linked: { terms, content },
			read: content,
		})[deed] ?? null,
};
