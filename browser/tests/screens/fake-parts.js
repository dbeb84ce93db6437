/** What parts of the room answer in scenes: a row for each part. */
import { checking } from "./check-scenes.js";
import { meeting } from "./meet-scenes.js";

const parts = { checking, meeting };
async function asked(part, deed, ...given) {
	return await parts[part]?.call(this, deed, ...given);
}

export const partAnswers = { doing: asked, reading: asked };
