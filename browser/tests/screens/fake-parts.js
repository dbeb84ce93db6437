/** What parts of the room answer in scenes: a row for each part. */
import { checking } from "./check-scenes.js";
import { hearing } from "./hearing-scenes.js";
import { hinting } from "./hint-scenes.js";
import { library } from "./library-scenes.js";
import { listening } from "./listening-scenes.js";
import { meeting } from "./meet-scenes.js";
import { packs } from "./pack-scenes.js";

/** What the specialists carry whom Cem supports. */
const supporting = async () => ({
	...{ weeks: 13, least: 3, concerns: null, fewest: 8 },
	people: [
		{
			...{ name: "Ben", load: 9, cap: 12, waiting: 1, paused: false },
			totals: { open: 2, kept: 31, moved: 4, broken: 1, repaired: 1 },
			...{ accountId: "a1", wish: { askedOn: 20_509, dueOn: 20_512, meetsOn: null } },
		},
		{
			...{ name: "Lea", load: 2, cap: 6, waiting: 0, paused: true, totals: null },
			...{ accountId: "a2", wish: { askedOn: 20_508, dueOn: 20_511, meetsOn: 20_512 } },
		},
		{
			...{ name: "Noor", load: 4, cap: 12, waiting: 0, paused: false, totals: null },
			...{ accountId: "a3", wish: null },
		},
	],
});

/** What waits until a specialist's hours begin. */
async function later(deed, conv) {
	if (deed === "drop") this.draft(conv, "Sleep well.");
}

const parts = { checking, hearing, hinting, later, library, listening, meeting, packs, supporting };

/** A part may look at the scene: `this` is the room. */
async function asked(part, deed, ...given) {
	return await parts[part]?.call(this, deed, ...given);
}

/** Counted in with three of six so far. */
const counting = {
	open: async () => ({ open: true, least: 8, questions: [1, 2, 4] }),
};

export const partAnswers = { doing: asked, reading: asked, counting };
