/** One page of older lines at a time. */
export class Paging {
	/** @type {(() => void) | null} */
	#done = null;

	get isLoading() {
		return this.#done !== null;
	}

	/** Until the page is here, or the line went away. @returns {Promise<void>} */
	wait() {
		return new Promise((done) => {
			this.#done = done;
		});
	}

	loaded() {
		this.#done?.();
		this.#done = null;
	}
}
