/** Scenes of questions of others: made up, about a little sea. */
const sea = {
	ask: "This week:",
	items: ["The sea was calm.", "There was wind.", "I went in."],
	title: "A little sea",
	words: ["never", "at times", "often", "always"],
};
const pack = {
	...{ id: "little-sea", ver: 1, hash: "h", langs: { en: sea }, license: "Our own", source: "nowhere" },
	...{ licenseText: "Made up for tests; anybody may use it.", attestedBy: "Dora" },
	...{ scoring: { first: 0, missing: 1, reverse: [] }, change: { reliability: 900, sd: 2000 } },
};
const row = (day, a) => ({ a, b: "", c: [0, 0, 0], day });
const looked = {
	pack,
	rows: [row(20_400, [3, 3, 2]), row(20_430, [2, 2, 2]), row(20_460, [1, 21, 0])],
	totals: [
		{ day: 20_400, total: 8 },
		{ day: 20_430, total: 6 },
		{ day: 20_460, total: 2 },
	],
	reach: [0, 9],
	change: "less",
};

export const packs = async (deed) => (deed === "list" ? { list: [pack], refused: 0 } : looked);

/** @param {{ talking: any }} views */
export function packScenes({ talking }) {
	const notebook = { state: "open", pages: [], kept: [], checks: [], troubles: [] };
	return {
		pack: { view: talking, place: { screen: "pack", id: "little-sea" } },
		"notebook-packs": {
			view: { ...talking, notebook, parts: { packs: { list: [pack], refused: 1 } } },
			place: { screen: "notebook" },
		},
	};
}
