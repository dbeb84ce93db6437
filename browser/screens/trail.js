/** The way a person came, for the browser's Back. The address never changes and tells nothing. */

/** @typedef {import("./seen.d.ts").Place} Place */

export class Trail {
	/** @type {(Place | null)[]} */
	#places = [null];
	#at = 0;
	/** how many steps of the browser's history lie behind, inside the room: also those into what is done */
	#steps = 0;
	#history;

	/** @param {Pick<History, "pushState" | "replaceState">} history */
	constructor(history) {
		this.#history = history;
	}

	/** @returns {Place | null} where the person wants to be; null is "wherever I stand" */
	get place() {
		return this.#places[this.#at] ?? null;
	}

	/** @returns {boolean} whether there is a way back inside the room */
	get hasBack() {
		return this.#at > 0;
	}

	/** @returns {number} how far to walk back to where the room began */
	get steps() {
		return this.#steps;
	}

	/** @param {Place} place */
	go(place) {
		this.#places = [...this.#places.slice(0, this.#at + 1), place];
		this.#at += 1;
		this.#steps += 1;
		this.#history.pushState({ at: this.#at, steps: this.#steps }, "");
	}

	/** @param {Place | null} place the only place from now on */
	begin(place) {
		this.#places = [place];
		this.#at = 0;
		this.#history.replaceState({ at: 0, steps: this.#steps }, "");
	}

	/** @param {unknown} state what the browser kept for the step it went to */
	came(state) {
		const { at = 0, steps = 0 } = /** @type {{ at?: number, steps?: number } | null} */ (state) ?? {};
		this.#steps = steps;
		this.#at = Math.min(Math.max(at, 0), this.#places.length - 1);
	}
}
