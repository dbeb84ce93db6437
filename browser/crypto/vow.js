// Vows: the words of what one of two people said they would do, and of contacts elsewhere (envelope.md, section 8).

import { fromText } from "./bytes.js";
import { Refusal } from "./refusal.js";

/** @typedef {{k: number, ref: string, day: number, b: string, to?: string, from?: number, till?: number}} VowFields `k`: 1 somebody's word, 2 a contact; `to` is the line in which it was said; `from` and `till` are minutes of the writer's day */
/** @typedef {VowFields & {n: number, by: string, mine: boolean, ts: number}} Vow */

export const K = Object.freeze({ PLEDGE: 1, CONTACT: 2 });
const LONGEST_WORDS = 500;
const LAST_MINUTE = 24 * 60 - 1;

/** Refuses what nobody could mean. @param {any} body */
export function checkVow({ b = "", k, ref, to, from, till }) {
	fromText(ref, 16);
	if ([...b].length > LONGEST_WORDS) throw new Refusal("malformed", "b");
	if (k === K.PLEDGE) checkWord({ b, to, from, till });
	else if (k !== K.CONTACT || to !== undefined || !isATime(from, till)) throw new Refusal("malformed", "k");
}

/** @param {any} body */
function checkWord({ b, to, from, till }) {
	if (from !== undefined || till !== undefined) throw new Refusal("malformed", "from");
	if (to === undefined && b.trim() === "") throw new Refusal("malformed", "b");
}

/** @param {number | undefined} from @param {number | undefined} till */
function isATime(from, till) {
	if (from === undefined || till === undefined) return false;
	return from <= LAST_MINUTE && till <= LAST_MINUTE && from !== till;
}

/** Takes what both wrote, in any order. Of somebody's word their own newest counts, of a contact the newest of either. */
export class Vows {
	/** @type {Map<string, Vow>} */
	#found = new Map();
	/** @type {readonly Vow[] | null} */
	#shown = null;

	/** @param {{n: number, from: "me" | "them", by: string}} line @param {any} body opened */
	take({ n, from, by }, body) {
		if (body.t !== "vow") return;
		const key = [body.k, body.k === K.PLEDGE ? by : "", body.ref].join(" ");
		if ((this.#found.get(key)?.n ?? 0) >= n) return;
		const { t: _t, sc: _sc, ...fields } = body;
		this.#found.set(key, Object.freeze({ ...fields, n, by, mine: from === "me" }));
		this.#shown = null;
	}

	/** All that count, in the order of the talk. */
	get all() {
		this.#shown ??= Object.freeze([...this.#found.values()].sort((one, other) => one.n - other.n));
		return this.#shown;
	}
}
