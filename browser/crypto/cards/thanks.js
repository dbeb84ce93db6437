// Thanks, in the words of whoever says them.

import { Refusal } from "../refusal.js";
import { fieldsOf } from "../strict-json.js";

const LONGEST = 1000;

/** @param {Record<string, any>} card */
export function checkThanks(card) {
	const { words } = fieldsOf(card, { words: "text" });
	if (words.trim() === "" || [...words].length > LONGEST) throw new Refusal("malformed", "words");
}
