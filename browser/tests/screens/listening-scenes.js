/** The listening coach: switching it on, what it says under the box, and the mirror. */
import { line, relationship } from "./fake-people.js";

const fromAda = relationship({
	...{ mine: "specialist", state: "active", conv: "c1", agreedOn: 20_505, promiseBoth: true },
	mayListen: true,
	other: { accountId: "ada", name: "River", person: null, standsBehindUntil: null, lock: "same" },
});
const lines = [
	line(36, "them", "I slipped on Friday and I cannot tell my sister."),
	line(37, "me", "That sounds lonely. What was the hardest hour?"),
	line(38, "them", "Sunday, when the house was asleep."),
];
const DRAFT = "You should tell her tonight. What would you want her to know?";
const errors = {
	...{
		question: [0.019, 0.986],
		open: [0.047, 0.89],
		reflection: [0.149, 0.5],
		understanding: [0.145, 0.338],
	},
	...{ warmth: [0.113, 0.785], exploring: [0.12, 0.885], advice: [0.056, 0.044] },
};
const labels = Object.fromEntries(
	Object.entries(errors).map(([name, [yes, found]]) => [name, { errors: { yes, no: 0.07, found } }]),
);
const card = {
	version: "2",
	labels,
	files: {
		...{ "pack.json": { bytes: 20_000 }, "heads.bin": { bytes: 420_000 } },
		...{ "encoder.bin": { bytes: 6_900_000 }, "pieces.txt": { bytes: 60_000 } },
	},
	encoder: { labels: { ...labels, reflection: { errors: { yes: 0.1, no: 0.05, found: 0.7 } } } },
};
const heard = {
	marks: [
		{ mark: "advice", sentence: "You should tell her tonight." },
		{ mark: "open", sentence: "What would you want her to know?" },
	],
	question: { ask: "ask-first", mark: "advice", sentence: "You should tell her tonight." },
};
const own = [
	[
		{ text: "That sounds lonely.", mark: "reflection" },
		{ text: " ", mark: null },
		{ text: "What was the hardest hour?", mark: "open" },
	],
	[{ text: "Good to hear it.", mark: null }],
	[{ text: "When my brother left I did the same for a year.", mark: "own_story" }],
];
const seen = {
	...{ lines: 12, left: 1, reflections: { least: 4, most: 7 }, questions: { least: 5, most: 6 } },
	...{ each: { least: 0.667, most: 1.4 }, isNear: true, advice: { least: 0, most: 5 }, since: "2026-11-21" },
	...{ share: 4, waited: "minutes", own },
};
const none = { least: 0, most: 0 };
const few = { ...seen, lines: 1, left: 0, each: null, isNear: false, advice: none, waited: "moment" };
const nothing = { ...seen, lines: 0, own: [] };

/** How far the second tier has come. */
const fuller = (/** @type {string} */ state) => ({ parts: { listening: { fuller: state } } });

/** What the part answers; `this` is the room. */
export async function listening(deed, on) {
	if (deed === "turn") {
		// Fetching takes a moment, in which a page is drawn.
		await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
		this.view = { ...this.view, listening: on };
		this.dispatchEvent(new Event("change"));
	}
	if (deed === "card") return card;
	if (deed === "hear") return heard;
	if (deed === "mirror") return { "mirror-nothing": nothing, "mirror-few": few }[this.name] ?? seen;
	return undefined;
}

/** @param {{homely: any}} given */
export function listeningScenes({ homely }) {
	const on = { ...homely, listening: true, relationships: [fromAda] };
	const talk = { relationship: fromAda, name: "River", lines, older: "none", reply: null };
	return {
		listening: { view: homely, place: { screen: "listening" } },
		"listening-on": { view: { ...on, ...fuller("here") }, place: { screen: "listening" } },
		"listening-coming": { view: { ...on, ...fuller("coming") }, place: { screen: "listening" } },
		"listening-waits": { view: { ...on, ...fuller("waits") }, place: { screen: "listening" } },
		"listening-odd": { view: { ...on, ...fuller("odd") }, place: { screen: "listening" } },
		"listening-stopped": { view: { ...on, ...fuller("stopped") }, place: { screen: "listening" } },
		"listening-cannot": { view: { ...on, ...fuller("cannot") }, place: { screen: "listening" } },
		"talk-listening": {
			view: on,
			place: { screen: "talk", id: "c1" },
			conversation: { ...talk, draft: DRAFT },
		},
		"talk-not-listening": {
			view: on,
			place: { screen: "talk", id: "c1" },
			conversation: { ...talk, relationship: { ...fromAda, mayListen: false }, draft: DRAFT },
		},
		mirror: { view: on, place: { screen: "mirror", id: "c1" }, conversation: talk },
		"mirror-few": { view: on, place: { screen: "mirror", id: "c1" }, conversation: talk },
		"mirror-nothing": { view: on, place: { screen: "mirror", id: "c1" }, conversation: talk },
	};
}
