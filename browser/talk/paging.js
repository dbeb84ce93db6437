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
