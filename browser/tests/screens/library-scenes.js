/** Scenes of the library: titles, a story before and after its notes, one's own on every step, the form. */
const card = {
	...{ ref: "s1", lang: "en", title: "Tea on the step", called: "Wren", minutes: 3 },
	...{ themes: ["alcohol", "starting-again"], notes: ["drinking"], own_note: "A hard morning." },
};
const spanish = {
	...card,
	ref: "s2",
	lang: "es",
	title: "La llave",
	called: "Luz",
	themes: ["home"],
	notes: [],
};
const words =
	"The first morning I woke without it, I sat on the step with my tea.\n\nI had no plan. I had one number on a piece of paper, and I called it.";
const quiet = { ...spanish, ref: "quiet", own_note: "", words, mine: false };
const own = {
	...{
		...card,
		words,
		version: 1,
		may_go_on: false,
		rests_for: 0,
		said: "",
		ended_on: null,
		stands_until: null,
		totals: null,
	},
	yeses: [
		{ use: 1, version: 1, text: "People may read it.", given_on: 20_500 },
		{ use: 3, version: 1, text: "It may be printed.", given_on: 20_500 },
	],
};
const owns = [
	{ ...own, ref: "o1", state: "resting", rests_for: 19 },
	{ ...own, ref: "o2", state: "resting", may_go_on: true },
	{
		...own,
		ref: "o3",
		state: "changes",
		said: "Thank you for this. The street is named in it: could it be any street?",
	},
	{
		...{ ...own, ref: "o4", state: "published" },
		totals: { answers: 16, helped: 10, too_much: 5, like_mine: 10 },
	},
	{ ...own, ref: "o5", state: "withdrawn", ended_on: 20_501 },
	{ ...own, ref: "o6", state: "published", stands_until: 20_600 },
	{ ...own, ref: "o7", state: "aside", stands_until: 20_500 },
];
const life = { docId: "life", title: "Mine", layers: [{ k: 2, b: words, notes: [1, 3], own: "debts" }] };
const texts = [1, 2, 3].map((use) => ({
	...{ use, lang: "en", hash: `h${use}` },
	text: "People who are signed in here may read my story. I can take it back at any time.",
}));

export async function library(deed, ref) {
	if (deed === "own" || deed === "look") return owns;
	if (deed === "texts") return { version: 1, texts, least: 8 };
	if (deed === "read" && ref === "gone") throw Object.assign(new Error("gone"), { code: "not-found" });
	if (deed === "read") return ref === "quiet" ? quiet : { ...card, words, mine: false };
	return undefined;
}

/** @param {{ talking: any }} views */
export function libraryScenes({ talking }) {
	const at = (screen, id) => ({ view: talking, place: { screen, id } });
	const shown = { cards: [card, spanish], hides: ["loss"], left: 2 };
	return {
		library: { view: { ...talking, parts: { library: shown } }, place: { screen: "library" } },
		"library-empty": {
			view: { ...talking, parts: { library: { cards: [], hides: [], left: 0 } } },
			place: { screen: "library" },
		},
		"library-news": {
			view: { ...talking, me: { ...talking.me, libraryNews: true } },
			place: { screen: "mine" },
		},
		"library-before": at("library-story", "s1"),
		"library-reading": at("library-story", "quiet"),
		"library-gone": at("library-story", "gone"),
		"library-own": at("library-own"),
		"library-from-own": {
			view: { ...talking, parts: { stories: { isOpen: true, stories: [life] } } },
			place: { screen: "library-tell", id: "life:2" },
		},
		"library-tell": at("library-tell", "new"),
	};
}
