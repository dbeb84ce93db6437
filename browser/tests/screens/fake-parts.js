/** What parts of the room answer in scenes: a row for each part. */
import { checking } from "./check-scenes.js";

const parts = { checking };
const asked = async (part, deed, ...given) => await parts[part]?.(deed, ...given);

export const partAnswers = { doing: asked, reading: asked };
