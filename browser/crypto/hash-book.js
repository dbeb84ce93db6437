// A hash of 32 bytes for each number of a conversation, held small: a thousand hashes are a few runs of bytes.

const [SIZE, ROWS] = [32, 256];

export class HashBook {
	/** @type {Map<number, {bytes: Uint8Array, isHere: Uint8Array}>} by number, in rows of 256 */
	#rows = new Map();

	/** @param {Iterable<[number, Uint8Array]>} known */
	constructor(known) {
		for (const [n, h] of known) this.set(n, h);
	}

	/** @param {number} n @returns {Uint8Array | undefined} */
	get(n) {
		const [row, at] = [this.#rows.get(Math.floor(n / ROWS)), n % ROWS];
		return row?.isHere[at] === 1 ? row.bytes.slice(at * SIZE, (at + 1) * SIZE) : undefined;
	}

	/** @param {number} n @param {Uint8Array} h */
	set(n, h) {
		const [key, at] = [Math.floor(n / ROWS), n % ROWS];
		const row = this.#rows.get(key) ?? { bytes: new Uint8Array(ROWS * SIZE), isHere: new Uint8Array(ROWS) };
		this.#rows.set(key, row);
		row.bytes.set(h, at * SIZE);
		row.isHere[at] = 1;
	}

	/** @returns {IterableIterator<[number, Uint8Array]>} */
	*[Symbol.iterator]() {
		for (const [key, { isHere }] of this.#rows)
			for (let at = 0; at < ROWS; at++)
				if (isHere[at] === 1) yield [key * ROWS + at, /** @type {Uint8Array} */ (this.get(key * ROWS + at))];
	}
}
