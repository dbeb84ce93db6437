// Own lines: what two people add to their promise, each their own, agreed to by the other (envelope.md, section 8).

import { fromText } from "./bytes.js";
import { Refusal } from "./refusal.js";
import { fieldsOf } from "./strict-json.js";

/** @typedef {{b: string, k: number}} OwnLine k: 1 what is too much for me, 2 my hours, 3 what helps on a bad day, 4 how I say stop, 5 more */
/** @typedef {{n: number, id: string, fc: string, lines: OwnLine[], ver: number}} Said */
/** @typedef {{ver: number, lines: OwnLine[], id: string, fc: string, isAgreed: boolean, agreed: OwnLine[]}} Standing the newest, and the newest the other said yes to */
/** @typedef {"me" | "them"} From */

const [MOST_LINES, LONGEST_LINE, TOPICS] = [12, 280, 5];

/** @param {{lines?: unknown[], ver?: number}} body */
export function checkOurs({ lines = [], ver = 0 }) {
	if (lines.length > MOST_LINES || ver < 1) throw new Refusal("malformed", "lines");
	for (const row of lines) {
		const { b, k } = /** @type {any} */ (fieldsOf(row, { b: "text", k: "int" }));
		if ([...b].length > LONGEST_LINE || b.trim() === "") throw new Refusal("malformed", "b");
		if (k < 1 || k > TOPICS) throw new Refusal("malformed", "k");
	}
}

/** @param {{fc?: string}} body */
export const checkYes = ({ fc }) => fromText(fc, 32);

/** Takes what both wrote, in any order; says what stands of each. */
export class OwnLines {
	/** @type {Record<From, Map<string, Said>>} */
	#said = { me: new Map(), them: new Map() };
	/** @type {{from: From, to: string, fc: string, n: number}[]} */
	#yes = [];

	/** @param {{n: number, from: From, id: string | null}} line @param {any} body opened @param {string} fc of its entry */
	take({ n, from, id }, body, fc) {
		if (id === null) return;
		const { lines, ver } = body;
		if (body.t === "ours" && !this.#said[from].has(id)) this.#said[from].set(id, { n, id, fc, lines, ver });
		else if (body.t === "ours-yes") this.#yes.push({ from, to: body.to, fc: body.fc, n });
	}

	/** @param {From} from @returns {Standing | null} */
	of(from) {
		/** @type {Standing | null} */
		let found = null;
		for (const { n, id, fc, lines, ver } of [...this.#said[from].values()].sort((a, b) => a.n - b.n)) {
			if (found !== null && ver <= found.ver) continue;
			const isAgreed = this.#yes.some(
				(yes) => yes.from !== from && yes.to === id && yes.fc === fc && yes.n > n,
			);
			const before = /** @type {Standing | null} */ (found);
			found = { ver, lines, id, fc, isAgreed, agreed: isAgreed ? lines : (before?.agreed ?? []) };
		}
		return found;
	}
}
