// What somebody shows of a check-in, or the wish for help to talk (envelope.md, section 8).

import { LONGEST_WORDS, NOT_SURE, STATEMENTS, VERSION, WORDS } from "../check-in.js";
import { Refusal } from "../refusal.js";
import { fieldsOf } from "../strict-json.js";

/** @typedef {{q: number, v: number}} ShownAnswer which of the six, and the word: 0 to 4, 20 not sure */
/** @typedef {{a: ShownAnswer[], b: string, gap: number, k: number, ver: number}} Check `k` 1 answers to look at, 2 help us talk; `gap` 1: side by side, if the other wishes it too */

export const SORT = Object.freeze({ SHOWN: 1, HELP: 2 });
const FIELDS = { a: "list", b: "text", gap: "int", k: "int", ver: "int" };

/** Statements of a later version: only a newer room knows them. @param {any} body */
export const isNewerCheck = ({ t, card }) =>
	t === "check" && Number.isSafeInteger(card?.ver) && card.ver > VERSION;

/** Refuses what nobody could have answered. @param {Record<string, any>} card */
export function checkCheck(card) {
	const { a, b, gap, k, ver } = fieldsOf(card, FIELDS);
	let last = 0;
	for (const row of a) {
		const { q, v } = fieldsOf(row, { q: "int", v: "int" });
		if (q <= last || q > STATEMENTS) throw new Refusal("malformed", "q");
		if (v >= WORDS && v !== NOT_SURE) throw new Refusal("malformed", "v");
		last = q;
	}
	if ([...b].length > LONGEST_WORDS) throw new Refusal("text-size");
	if ((k !== SORT.SHOWN && k !== SORT.HELP) || gap > 1 || ver !== VERSION)
		throw new Refusal("malformed", "check");
	const saysSomething = a.length > 0 || b !== "";
	if ((k === SORT.SHOWN) !== saysSomething) throw new Refusal("malformed", "check");
	if (k === SORT.HELP && gap === 1) throw new Refusal("malformed", "gap");
}
