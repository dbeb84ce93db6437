// A story in a talk: asked for, answered, shared, opened, withdrawn (envelope.md, section 8).

import { fromText } from "../bytes.js";
import { Refusal } from "../refusal.js";
import { checkNotes, checkText, longestOf } from "../story.js";
import { fieldsOf } from "../strict-json.js";

/** 1 yes, 2 not now, 3 more of it. */
export const ANSWER = Object.freeze({ YES: 1, NOT_NOW: 2, MORE: 3 });
/** The last day of the year 9999. */
const LAST_DAY = 2_932_896;
const OFFER = { k: "int", notes: "list", of: "text", own: "text", re: "text", size: "int" };
const SHARED = { k: "int", notes: "list", of: "text", own: "text", said: "text", until: "int" };

/** It names a layer, its notes and its length in words, and no story. @param {Record<string, any>} card */
export function checkOffer(card) {
	const { k, notes, of, own, re, size } = fieldsOf(card, OFFER);
	const longest = longestOf(k);
	checkNotes(notes, own);
	fromText(of, 16);
	if (re !== "") fromText(re, 16);
	if (size < 1 || size > longest) throw new Refusal("malformed", "size");
}

/** @param {Record<string, any>} card */
export function checkAnswer(card) {
	const { of, says } = fieldsOf(card, { of: "text", says: "int" });
	fromText(of, 16);
	if (!Object.values(ANSWER).includes(says)) throw new Refusal("malformed", "says");
}

/** @param {Record<string, any>} card */
export function checkShared(card) {
	const { k, notes, of, own, said, until } = fieldsOf(card, SHARED);
	checkText(said, { least: 1, most: longestOf(k) });
	checkNotes(notes, own);
	fromText(of, 16);
	if (until > LAST_DAY) throw new Refusal("malformed", "until");
}

/** @param {Record<string, any>} card */
export function checkOpened(card) {
	const { k, of } = fieldsOf(card, { k: "int", of: "text" });
	longestOf(k);
	fromText(of, 16);
}

/** @param {Record<string, any>} card */
export function checkWithdrawn(card) {
	fromText(fieldsOf(card, { of: "text" }).of, 16);
}
