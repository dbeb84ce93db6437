// What shows who wrote each line, held small: one run of bytes for each, and what many have in common once.

import { concat, equal, fromText } from "./bytes.js";

/** @import { Entry } from "./shapes.d.ts" */
/** @typedef {{ctx: Omit<Entry, "box">, body: Uint8Array, fk: Uint8Array, sig: Uint8Array, ik: Uint8Array}} Proof what shows who wrote a line */
/** @typedef {{conv: Uint8Array, epoch: number, ehHash: Uint8Array, sender: Uint8Array, ik: Uint8Array}} Common of one writer in one epoch */
/** @typedef {{common: Common, n: number, kind: number, sseq: number, seenN: number, bytes: Uint8Array}} Held */

const PARTS = /** @type {const} */ (["conv", "ehHash", "sender", "ik"]);

export class Proofs {
	/** @type {Map<string, Held>} by the id of the message */
	#held = new Map();
	/** @type {Common[]} those met last come first */
	#commons = [];

	/** @param {string} id @param {Proof} proof */
	keep(id, { ctx, body, fk, sig, ik }) {
		const { conv, epoch, ehHash, sender, n, kind, sseq, seenN, seenH, fc } = ctx;
		const common = this.#common({ conv, epoch, ehHash, sender, ik });
		this.#held.set(id, { common, n, kind, sseq, seenN, bytes: concat(seenH, fc, fk, sig, body) });
	}

	/** @param {string} id */
	has(id) {
		return this.#held.has(id);
	}

	/** @param {string} id @returns {Proof | undefined} */
	of(id) {
		const held = this.#held.get(id);
		if (held === undefined) return undefined;
		const { common, bytes, ...numbers } = held;
		const { ik, ...where } = common;
		const [seenH, fc, fk, sig] = [
			bytes.slice(0, 32),
			bytes.slice(32, 64),
			bytes.slice(64, 96),
			bytes.slice(96, 160),
		];
		return {
			ctx: { ...where, ...numbers, msgId: fromText(id, 16), seenH, fc },
			body: bytes.slice(160),
			fk,
			sig,
			ik,
		};
	}

	/** @param {string} id */
	forget(id) {
		this.#held.delete(id);
	}

	/** @param {Common} one */
	#common(one) {
		const known = this.#commons.find((other) => isSame(one, other));
		if (known === undefined) this.#commons.unshift(one);
		return known ?? one;
	}
}

/** @param {Common} one @param {Common} other */
const isSame = (one, other) =>
	one.epoch === other.epoch && PARTS.every((part) => equal(one[part], other[part]));
