/** Stories from one's own life: one's own, one of them, and what stands of them in a talk. */
import { line, lines, relationship } from "./fake-people.js";

const of = "AAECAwQFBgcICQoLDA0ODw";
const layer = (k, b, more = {}) => ({
	b,
	days: 0,
	k,
	notes: [],
	own: "",
	who: 1,
	why: "",
	with: [],
	...more,
});
const told = { asked: 20_540, conv: "c1", k: 1, of, opened: 20_541, over: 0, told: 20_540 };
const letter = {
	...{ docId: "s1", id: "1", title: "The letter I hid", day: 20_500 },
	layers: [
		layer(1, "I hid a letter for nine years, and it was about money.", {
			who: 2,
			with: ["c1"],
			notes: [1, 8],
		}),
		layer(2, "One evening I put it on the table. Nobody shouted. We made tea, and then we read it.", {
			...{
				who: 2,
				with: ["c1"],
				own: "debts",
				days: 30,
				why: "It is about the first sentence being the hardest.",
			},
		}),
	],
	told: [told, { ...told, k: 2, opened: 0, over: 20_542 }],
};
const spring = { ...{ docId: "s2", id: "2", title: "First spring", day: 20_480 }, layers: [], told: [] };
const stories = { isOpen: true, stories: [letter, spring], troubles: 0 };
const card = (from, t, fields, more = {}) =>
	line(50, from, "", {
		id: `${t}-${from}`,
		kind: "card",
		by: from === "me" ? "me" : "ben",
		card: { t, of, ...fields },
		...more,
	});
const offer = (from) => card(from, "story-offer", { k: 1, notes: [1, 8], own: "", re: "", size: 11 });
const answer = (from, says, id = "a1") => card(from, "story-answer", { says }, { id });
const shared = (from) =>
	card(from, "story-shared", { k: 1, notes: [8], own: "", said: letter.layers[0].b, until: 20_900 });

/** @param {{inside: any, talking: any}} given */
export function storyScenes({ inside, talking }) {
	const fromAda = relationship({
		...{ mine: "specialist", state: "active", conv: "c1" },
		other: { accountId: "ada", name: "River", person: null, standsBehindUntil: null, lock: "same" },
	});
	const view = { ...talking, parts: { stories } };
	const working = { ...view, me: { ...talking.me, isSpecialist: true }, relationships: [fromAda] };
	// Two people of one name, and a layer that is for both.
	const twoRivers = [
		{ ...fromAda, agreedOn: 20_400 },
		{ ...fromAda, id: "r2", conv: "c2", agreedOn: 20_470, other: { ...fromAda.other, accountId: "fay" } },
	];
	const forBoth = { ...letter, layers: [{ ...letter.layers[0], with: ["c1", "c2"] }], told: [told] };
	const alike = {
		...working,
		relationships: twoRivers,
		parts: { stories: { ...stories, stories: [forBoth] } },
	};
	const ofAda = { relationship: fromAda, name: "River" };
	const inTalk = (all, more = {}) => ({
		view,
		place: { screen: "talk", id: "c1" },
		conversation: { lines: [...lines(3), ...all], openings: [], ...more },
	});
	// What was told in a talk that may end.
	const life = { pause: null, plan: null, wayBack: null, blocked: false, missing: null, keptMonths: 12 };
	const ofBen = relationship({ ...life, state: "active", agreedOn: 20_500 });
	const walking = { ...view, relationships: [ofBen] };
	const withBen = { relationship: ofBen, lines: lines(3) };
	const ben = { accountId: "ben", name: "Ben", reads: true };
	const ofLea = { ...answer("them", 1, "a2"), by: "lea" };
	const askedOnly = { ...letter, told: [{ ...told, told: 0, opened: 0 }] };
	const notYet = { ...talking, parts: { stories: { ...stories, stories: [askedOnly] } } };
	const bad = line(49, "me", "", {
		id: "b1",
		kind: "card",
		card: { t: "bad-day", wish: 1, words: "" },
		ts: Date.now(),
	});
	return {
		stories: { view, place: { screen: "stories" } },
		"stories-none": {
			view: { ...inside, parts: { stories: { ...stories, stories: [] } } },
			place: { screen: "stories" },
		},
		"stories-coming": { view: inside, place: { screen: "stories" } },
		"stories-for": { view, place: { screen: "stories", id: "c1" }, conversation: { lines: lines(3) } },
		"stories-for-cannot": {
			view,
			place: { screen: "stories", id: "c1" },
			conversation: { lines: lines(3), canWrite: false, whyNot: "paused" },
		},
		"stories-working": { view: working, place: { screen: "stories" } },
		story: { view, place: { screen: "story", id: "s1" }, conversation: { lines: lines(3) } },
		"story-begun": { view: working, place: { screen: "story", id: "s2" }, conversation: ofAda },
		"story-alike": { view: alike, place: { screen: "story", id: "s1" }, conversation: ofAda },
		"story-gone": { view, place: { screen: "story", id: "nowhere" } },
		"talk-story-asked": inTalk([offer("them")]),
		"talk-story-bad-day": inTalk([bad, offer("them")]),
		"talk-story-ask": inTalk([offer("me")]),
		"talk-story-not-now": inTalk([offer("me"), answer("them", 2)]),
		"talk-story-tell": { ...inTalk([offer("me"), answer("them", 1)], { company: [ben] }), view: notYet },
		"talk-story-told": inTalk([offer("me"), answer("them", 1), shared("me")], {
			openings: [{ by: "ben", k: 1, of, ts: 20_541 * 86_400_000 }],
			company: [ben],
		}),
		"talk-story-three": inTalk([offer("me"), answer("them", 1), ofLea, shared("me")], {
			openings: [{ by: "lea", k: 1, of, ts: 20_541 * 86_400_000 }],
			company: [ben, { accountId: "lea", name: "Lea", reads: true }],
		}),
		"goodbye-story-told": { view: walking, place: { screen: "goodbye", id: "c1" }, conversation: withBen },
		"more-story-told": { view: walking, place: { screen: "more", id: "c1" }, conversation: withBen },
		"talk-story-heard": inTalk([offer("them"), answer("me", 1), shared("them")]),
	};
}
