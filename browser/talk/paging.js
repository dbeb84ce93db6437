const [FIRST, LARGEST] = [50, 200];

/** One page of older lines at a time; who reads on gets larger ones. */
export class Paging {
	#size = FIRST;
	/** @type {(() => void) | null} */
	#done = null;

	get isLoading() {
		return this.#done !== null;
	}

	/** How many lines the next page has. */
	get size() {
		return this.#size;
	}

	/** Nobody reads on from here. */
	beginAnew() {
		this.#size = FIRST;
	}

	/** Until the page is here, or the line went away. @returns {Promise<void>} */
	wait() {
		this.#size = Math.min(2 * this.#size, LARGEST);
		return new Promise((done) => {
			this.#done = done;
		});
	}

	loaded() {
		this.#done?.();
		this.#done = null;
	}
}

/** Is there more to read: before what is here, or in a stretch somebody was granted? @param {Readonly<import("./known.js").Known>} known */
export const olderIn = ({ base, stretches }) => (base > 0 || stretches.length > 0 ? "more" : "none");

/** Each stretch that was granted is fetched by itself, from its end. @param {Readonly<import("./known.js").Known>} known @param {number} size */
export function nextPage({ base, stretches }, size) {
	const [stretch] = stretches;
	if (base > 0 || stretch === undefined) return { before: base + 1, count: size };
	return { before: stretch.upto + 1, count: Math.min(LARGEST, stretch.upto - stretch.n) };
}
