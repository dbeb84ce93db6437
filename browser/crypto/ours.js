// Own lines: what two people add to their promise, each their own, agreed to by the other (envelope.md, section 8).

import { fromText } from "./bytes.js";
import { Refusal } from "./refusal.js";
import { fieldsOf } from "./strict-json.js";

/** @typedef {{b: string, k: number}} OwnLine k: 1 what is too much for me, 2 my hours, 3 what helps on a bad day, 4 how I say stop, 5 more */
/** @typedef {{n: number, id: string, fc: string, lines: OwnLine[], ver: number}} Said */
/** @typedef {{ver: number, lines: OwnLine[], id: string, fc: string, isAgreed: boolean, agreed: OwnLine[]}} Standing the newest, and the newest the other said yes to */

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

/** Takes what each wrote, in any order; says what stands of them. */
export class OwnLines {
	/** @type {Map<string, Map<string, Said>>} by account */
	#said = new Map();
	/** @type {{by: string, to: string, fc: string, n: number}[]} */
	#yes = [];

	/** @param {{n: number, by: string, id: string | null}} line @param {any} body opened @param {string} fc of its entry */
	take({ n, by, id }, body, fc) {
		if (id === null) return;
		const { lines, ver } = body;
		if (body.t === "ours-yes") this.#yes.push({ by, to: body.to, fc: body.fc, n });
		if (body.t !== "ours") return;
		const theirs = this.#said.get(by) ?? new Map();
		if (!theirs.has(id)) theirs.set(id, { n, id, fc, lines, ver });
		this.#said.set(by, theirs);
	}

	/** @param {string} by @param {string} other whose yes counts @returns {Standing | null} */
	of(by, other) {
		/** @type {Standing | null} */
		let found = null;
		const said = [...(this.#said.get(by)?.values() ?? [])].sort((a, b) => a.n - b.n);
		for (const { n, id, fc, lines, ver } of said) {
			if (found !== null && ver <= found.ver) continue;
			const isAgreed = this.#yes.some(
				(yes) => yes.by === other && yes.to === id && yes.fc === fc && yes.n > n,
			);
			const before = /** @type {Standing | null} */ (found);
			found = { ver, lines, id, fc, isAgreed, agreed: isAgreed ? lines : (before?.agreed ?? []) };
		}
		return found;
	}
}
