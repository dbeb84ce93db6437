/** Scenes of links: a specialist's own, coming by one, and how two people met. */

const invite = (inviteId, change = {}) => ({
	...{ inviteId, how: "link", ends: 20_512, state: "open", accountId: null, again: false },
	text: `AQ${"aB3-_xYz09".repeat(9).slice(0, 85)}`,
	...change,
});
const used = { state: "used", text: null, accountId: "x" };
const invites = [
	invite("i1", { how: "person" }),
	invite("i2", { ...used, again: true }),
	invite("i3", { state: "over", text: null }),
];
const came = (state, accountId = null) => ({ state, how: "link", accountId });

const six = "acorn about above accent acrobat album".split(" ");
export const linkAnswers = {
	makeInvite: async () => "i1",
	safetyWords: async () => ({
		mine: six,
		theirs: six.toReversed(),
		picture: `AQ${"aB3-_xYz09".repeat(5).slice(0, 42)}`,
	}),
	pictureScanned: async () => "other",
};
export const linkDeeds = ["wordsCompared", "bringInvite", "findInviter", "dropInvite", "takeInviteBack"];

/** The rest is built from the scenes that are there. */
export function linkScenes({ inside, talking, active, homely, fromAda }) {
	const offer = { username: "river-otter-4827", words: ["lantern", "maple", "cousin", "velvet", "harbour"] };
	const outside = { ...inside, door: "outside", me: null, step: null, line: "off", offer };
	const hello = (met) => ({
		view: { ...homely, relationships: [fromAda({ met })] },
		place: { screen: "hello-in", id: "1" },
	});
	const talk = (met) => ({
		view: { ...talking, relationships: [{ ...active, met }] },
		place: { screen: "talk", id: "c1" },
		conversation: { relationship: { ...active, met } },
	});
	return {
		"link-come-in": { view: { ...outside, invite: came("open") } },
		"link-came": { view: outside, place: { screen: "come-in", came: "AAECAwQFBgcICQoLDA0ODw" } },
		"link-gone": { view: { ...outside, invite: came("gone") } },
		"link-house": { view: { ...outside, invite: came("house") } },
		"link-other": { view: { ...inside, invite: came("other") }, place: { screen: "invited" } },
		"link-looking": { view: { ...inside, invite: came("open") }, place: { screen: "invited" } },
		"link-hello": { view: { ...inside, invite: came("open", "ben") }, place: { screen: "hello", id: "ben" } },
		"link-hello-gone": { view: { ...inside, invite: came("gone") }, place: { screen: "hello", id: "ben" } },
		"link-busy": { view: { ...talking, invite: came("open") }, place: { screen: "mine" } },
		compare: { ...talk(null), place: { screen: "compare", id: "c1" } },
		links: { view: { ...homely, invites }, place: { screen: "invites" } },
		"links-none": { view: { ...homely, invites: [] }, place: { screen: "invites" } },
		"links-home": { view: { ...homely, invites }, place: { screen: "home" } },
		"hello-in-link": hello({ is: "fits", how: "link", day: null }),
		"hello-in-link-other": hello({ is: "other", how: "link", day: null }),
		"talk-checked": talk({ is: "checked", how: "person", day: 20_505 }),
		"talk-checked-before": talk({ is: "before", how: "link", day: 20_505 }),
	};
}
