// A draft of what might be told: two people word it in their talk, and one of them signs alone (envelope.md, section 8).

import { fromText } from "./bytes.js";
import { BILLING, kindOf, TO, WHAT, within } from "./consent.js";
import { Refusal } from "./refusal.js";
import { fieldsOf } from "./strict-json.js";

/** @typedef {{type: number, id: string, name: string, where: string, through: string, what: string[], leaves_out: string, purpose: number, why: string, until: number, words: string}} Draft `id` is a supervisor's, empty for somebody outside; what is not decided is empty */
/** @typedef {Readonly<{from: "me" | "them", by?: string}>} Hand somebody who worded it */
/** @typedef {{n: number, from: "me" | "them", by?: string, draft: Draft | null, hands: readonly Hand[]}} Drafted `by`: whose, by account; with three people "them" says too little. `hands`: everybody who worded it since one was put away, in the order they came */

/** Lines of the talk are chosen by whoever signs, on their own page; what a payer sees has a page of its own. */
const MAY_STAND = WHAT.filter((one) => one !== "lines" && one !== BILLING);
const PURPOSES = 6;
/** @type {Record<string, number>} */
const LONGEST = { name: 80, where: 200, through: 200, leaves_out: 500, why: 300, words: 8_000 };
const DRAFT = {
	...{ id: "text", leaves_out: "text", name: "text", purpose: "int", through: "text", type: "int" },
	...{ until: "int", what: "list", where: "text", why: "text", words: "text" },
};

/** Refuses what nobody could sign later. @param {{draft?: unknown}} body */
export function checkShare({ draft }) {
	if (Object.keys(/** @type {object} */ (draft)).length === 0) return;
	const found = /** @type {Draft} */ (/** @type {unknown} */ (fieldsOf(draft, DRAFT)));
	for (const [name, longest] of Object.entries(LONGEST)) within(/** @type {any} */ (found)[name], longest);
	const isKnown = /** @type {number[]} */ (Object.values(TO)).includes(found.type);
	if (!isKnown || found.purpose < 1 || found.purpose > PURPOSES) throw new Refusal("malformed", "draft");
	if (found.through !== "" && found.type !== TO.ORGANISATION) throw new Refusal("malformed", "through");
	fromText(found.id, found.type === TO.INSIDE ? 16 : 0);
	checkWhat(found);
}

/** @param {Draft} draft */
function checkWhat({ what, purpose }) {
	const places = what.map((one) => MAY_STAND.indexOf(one));
	const ascends = places.every((at, i) => at > (places[i - 1] ?? -1));
	if (!ascends) throw new Refusal("malformed", "what");
	kindOf({ what, purpose });
}

/** Takes what all of them wrote, in any order; what stands furthest on counts. */
export class Drafts {
	/** By where they stand. @type {Map<number, {n: number, from: "me" | "them", by?: string, draft: Draft | null}>} */
	#all = new Map();

	/** @param {{n: number, from: "me" | "them", by?: string}} line @param {any} body opened */
	take({ n, from, by }, body) {
		if (body.t !== "share") return;
		const draft = Object.keys(body.draft).length === 0 ? null : body.draft;
		this.#all.set(n, { n, from, by, draft });
	}

	/** @returns {Drafted | null} */
	get newest() {
		const rows = [...this.#all.values()].sort((one, other) => one.n - other.n);
		const last = rows.at(-1);
		if (last === undefined) return null;
		const since = rows.slice(rows.findLastIndex(({ draft }) => draft === null) + 1);
		return Object.freeze({ ...last, hands: handsOf(since) });
	}
}

/** @param {readonly Hand[]} rows */
function handsOf(rows) {
	const firsts = rows.filter(({ by }, at) => rows.findIndex((one) => one.by === by) === at);
	return Object.freeze(firsts.map(({ from, by }) => Object.freeze({ from, by })));
}
