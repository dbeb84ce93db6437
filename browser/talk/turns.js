/** One thing after the other, in the order in which they came. */
export class Turns {
	/** @type {Promise<unknown>} */
	#last = Promise.resolve();

	/**
	 * @template T
	 * @param {() => Promise<T>} deed
	 * @returns {Promise<T>} what the deed gives; a deed that fails stops nobody behind it
	 */
	take(deed) {
		const turn = this.#last.then(deed);
		this.#last = turn.catch(() => undefined);
		return turn;
	}
}
