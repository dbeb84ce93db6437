/** Scenes of a promise that changes, and of the lines two people add to it. */

const passOn = "What a specialist must pass on";
const lead = "A few things must be passed on. Your specialist then talks to";
const tells = "of Riverside Peers, and tells you first if that is safe.";
const put = { version: 2, hash: "", shownOn: 20_505, declinedBy: null, mine: false, theirs: false };
const less = [
	{ heading: passOn, gone: null, comes: "A court says that it must be passed on.", weight: "less" },
	{
		heading: "How long it is kept",
		gone: "What you write is kept for 6 months, at most one more. After that nobody can open it.",
		comes: "What you write is kept for 12 months, at most one more. After that nobody can open it.",
		weight: "less",
	},
	{ heading: passOn, gone: `${lead} Dora ${tells}`, comes: `${lead} Cem ${tells}`, weight: "news" },
];
const more = [
	{ heading: passOn, gone: "A child is being harmed.", comes: null, weight: "more" },
	{
		heading: "Where you get help",
		gone: "If someone waits 3 days for an answer, Riverside Peers sees with whom, but not who waits.",
		comes: "If someone waits a day for an answer, Riverside Peers sees with whom, but not who waits.",
		weight: "more",
	},
];
const asked = { ...put, theirs: true, differences: less };
const told = { ...put, differences: more };
const mine = [
	{ k: 1, b: "Please do not ask about my sister." },
	{ k: 2, b: "Evenings. I do not look before noon." },
	{ k: 4, b: "I write: enough for today." },
];
const theirs = [
	{ k: 2, b: "Weekdays until five. On Sundays I am with my children." },
	{ k: 3, b: "Ask me for a walk outside." },
];
const lines = (all, change) => ({ id: "o1", version: 1, lines: all, agreed: [], isAgreed: false, ...change });

/** The rest is built from the talk that is there. */
export function promiseScenes({ talking, active }) {
	const ours = { me: lines(mine, { isAgreed: true }), them: lines(theirs, { agreed: [theirs[1]] }) };
	const scene = (change, conversation = {}) => ({
		view: talking,
		place: { screen: "promise", id: "c1" },
		conversation: { relationship: { ...active, change }, ...conversation },
	});
	return {
		promise: scene(null),
		"promise-asked": scene({ asked, told: null, kept: null }, { ours }),
		"promise-said-yes": scene({ asked: { ...asked, mine: true, theirs: false }, told: null, kept: null }),
		"promise-told": scene({ asked: null, told, kept: null }, { ours: { me: null, them: ours.me } }),
		"promise-kept": scene({ asked: null, told: null, kept: { ...asked, declinedBy: "them" } }),
		"own-lines-resting": scene(null, { ours, canWrite: false, whyNot: "paused" }),
	};
}
