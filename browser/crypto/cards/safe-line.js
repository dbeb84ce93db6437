// "I am not safe", in the words that stood on its writer's screen.

import { Refusal } from "../refusal.js";
import { fieldsOf } from "../strict-json.js";

const LONGEST = 500;

/** @param {Record<string, any>} card */
export function checkSafeLine(card) {
	const { words } = fieldsOf(card, { words: "text" });
	if (words.trim() === "" || [...words].length > LONGEST) throw new Refusal("malformed", "words");
}
