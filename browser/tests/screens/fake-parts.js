/** What parts of the room answer in scenes: a row for each part. */
import { checking } from "./check-scenes.js";
import { hearing } from "./hearing-scenes.js";
import { meeting } from "./meet-scenes.js";

const parts = { checking, hearing, meeting };

/** A part may look at the scene: `this` is the room. */
async function asked(part, deed, ...given) {
	return await parts[part]?.call(this, deed, ...given);
}

/** Counted in with three of six so far. */
const counting = {
	open: async () => ({ open: true, least: 8, questions: [1, 2, 4] }),
	countIn: async () => undefined,
};

export const partAnswers = { doing: asked, reading: asked, counting };
