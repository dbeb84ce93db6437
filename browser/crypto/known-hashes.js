// Hashes a conversation has to lead through: pins of earlier visits, what headers close, what receipts say.

import { equal } from "./bytes.js";
import { Trouble } from "./refusal.js";

/** @typedef {{n: number, h: Uint8Array, cause: string}} Known `cause` is said when another hash is met */

export const PINNED = "rolled-back";

export class KnownHashes {
	/** @type {Map<number, Known>} */
	#known = new Map();
	#highestPin = 0;
	#lowestPin = Number.MAX_SAFE_INTEGER;
	/** @type {Map<number, () => Map<string, number>>} how many lines of each member a visit had counted */
	#counted = new Map();

	/** @param {Known} known @param {Uint8Array | undefined} here the hash already walked at this number */
	expect(known, here) {
		const before = this.#known.get(known.n)?.h ?? here;
		if (before !== undefined && !equal(before, known.h)) throw new Trouble(known.cause);
		this.#known.set(known.n, known);
		if (known.cause !== PINNED) return;
		this.#highestPin = Math.max(this.#highestPin, known.n);
		this.#lowestPin = Math.min(this.#lowestPin, known.n);
	}

	/** True when this hash was known; Trouble when another was. @param {number} n @param {Uint8Array} h */
	meet(n, h) {
		const known = this.#known.get(n);
		if (known !== undefined && !equal(known.h, h)) throw new Trouble(known.cause);
		return known !== undefined;
	}

	/** @param {number} n @param {() => Map<string, number>} counts asked for once the walk is there */
	count(n, counts) {
		this.#counted.set(n, counts);
	}

	/** @param {number} n */
	countedAt = (n) => this.#counted.get(n)?.();

	/**
	 * An answer that begins beyond a pin would never meet it, and leave out what lies between; whoever joined begins where they were let in.
	 * @param {number} base @param {number} begins 0, or what the header closes that let this reader in
	 */
	checkBase(base, begins) {
		if (base === begins) return;
		const isBeyond = begins > 0 && this.#highestPin === 0 && base > begins;
		if (isBeyond || base > this.#lowestPin) throw new Trouble(PINNED);
	}

	/** @param {number} head */
	hasMetPins(head) {
		return head >= this.#highestPin;
	}
}
