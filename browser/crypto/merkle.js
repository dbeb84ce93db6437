// The tree of RFC 6962 over SHA-256: its root at every size (envelope.md, section 13). Pure functions.

import { concat, equal } from "./bytes.js";
import { Refusal } from "./refusal.js";
import { sha256 } from "./sodium.js";

/** @typedef {{size: number, root: Uint8Array}} LogAt the tree at one size */

const LEAF = new Uint8Array([0]);
const NODE = new Uint8Array([1]);

/** @param {Uint8Array} entry */
export const leafHash = (entry) => sha256(concat(LEAF, entry));

/** @param {Uint8Array} left @param {Uint8Array} right */
const nodeHash = (left, right) => sha256(concat(NODE, left, right));

/** Leaves that only ever grow; whole subtrees are kept, so that every root is near. */
export class Tree {
	/** @type {Uint8Array[][]} */
	#levels;

	/** @param {Uint8Array[][]} [levels] */
	constructor(levels = [[]]) {
		this.#levels = levels;
	}

	get size() {
		return /** @type {Uint8Array[]} */ (this.#levels[0]).length;
	}

	/** The same tree, which may grow apart from this one. */
	copy() {
		return new Tree(this.#levels.map((level) => [...level]));
	}

	/** @param {Uint8Array} leaf already hashed */
	add(leaf) {
		let node = leaf;
		for (let level = 0; ; level++) {
			this.#levels[level] ??= [];
			const nodes = /** @type {Uint8Array[]} */ (this.#levels[level]);
			nodes.push(node);
			if (nodes.length % 2 === 1) return;
			node = nodeHash(/** @type {Uint8Array} */ (nodes.at(-2)), /** @type {Uint8Array} */ (nodes.at(-1)));
		}
	}

	/** @param {number} size @returns {Uint8Array} the root over the first leaves */
	rootAt(size) {
		if (!Number.isSafeInteger(size) || size < 0 || size > this.size) throw new Refusal("malformed", "size");
		return size === 0 ? sha256(new Uint8Array(0)) : this.#range(0, size);
	}

	/** @param {number} begin @param {number} end @returns {Uint8Array} */
	#range(begin, end) {
		const count = end - begin;
		const level = Math.floor(Math.log2(count));
		if (count === 2 ** level && begin % count === 0)
			return /** @type {Uint8Array} */ (this.#levels[level]?.[begin / count]);
		const middle = begin + (count === 2 ** level ? count / 2 : 2 ** level);
		return nodeHash(this.#range(begin, middle), this.#range(middle, end));
	}
}

/** @param {Tree} tree @param {LogAt} at whether this tree was once exactly that one */
export const holds = (tree, { size, root }) => size <= tree.size && equal(tree.rootAt(size), root);
