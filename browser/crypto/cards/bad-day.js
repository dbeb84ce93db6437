// Today is a bad day: what its writer wishes for, in one of three ways, and words if they like.

import { Refusal } from "../refusal.js";
import { fieldsOf } from "../strict-json.js";

/** 1 just say hello, 2 call me at the time we said, 3 only so that you know. */
const WISHES = [1, 2, 3];
const LONGEST = 500;

/** @param {Record<string, any>} card */
export function checkBadDay(card) {
	const { wish, words } = fieldsOf(card, { wish: "int", words: "text" });
	if (!WISHES.includes(wish)) throw new Refusal("malformed", "wish");
	if ([...words].length > LONGEST) throw new Refusal("malformed", "words");
}
