// Stretches from before somebody joined that they were granted: each is read by itself, from its end backwards.

/** @typedef {import("./run.js").Point} Point */
/** @typedef {{n: number, upto: number}} Stretch after n, up to upto */

export class Stretches {
	#headers;
	#known;
	/** Down to where each was read. @type {Map<number, number>} by its n */
	#read = new Map();

	/** @param {import("./headers.js").Headers} headers @param {import("./known-hashes.js").KnownHashes} known */
	constructor(headers, known) {
		this.#headers = headers;
		this.#known = known;
	}

	/** What is still to be read, newest first: (after n, up to upto). @returns {Stretch[]} */
	get unread() {
		const rest = this.#headers.granted.map(({ n, upto }) => ({ n, upto: this.#read.get(n) ?? upto }));
		return rest.filter(({ n, upto }) => upto > n).reverse();
	}

	/** Where a page that begins at a number has to end; null if it is of none of them. @param {number} n @returns {number | null} */
	endOf(n) {
		return this.unread.find((one) => one.n <= n && n < one.upto)?.upto ?? null;
	}

	/** A page went well: the next one ends where it began. @param {Point} base */
	readFrom({ n, h }) {
		const stretch = this.unread.find((one) => one.n <= n && n < one.upto);
		if (stretch === undefined) return;
		this.#known.expect({ n, h, cause: "chain" }, undefined);
		this.#read.set(stretch.n, n);
	}

	/** What was read is shown no more, and may be asked for again. */
	forget() {
		this.#read.clear();
	}
}
