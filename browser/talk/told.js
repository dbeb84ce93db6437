/** What a person is told once: notices, and when this place was opened before now. */
export class Told {
	/** @type {readonly string[]} */
	#notices = [];
	/** @type {number | null} */
	#lastOpened = null;
	/** The moment this page itself opened the place. */
	#openedHere = 0;

	/** What `room.view` shows of it. */
	get shown() {
		return { notices: this.#notices, lastOpened: this.#lastOpened };
	}

	/** @param {string} code */
	notice(code) {
		if (!this.#notices.includes(code)) this.#notices = [...this.#notices, code];
	}

	/** @param {string} code */
	noticed(code) {
		this.#notices = this.#notices.filter((notice) => notice !== code);
	}

	/** Said once, not at the very first visit, and not when it was this page a moment ago. @param {number} opened */
	openedBefore(opened) {
		this.#lastOpened = opened === 0 || opened === this.#openedHere ? null : opened;
	}

	/** The person has read when this place was opened before. */
	openingSeen() {
		this.#lastOpened = null;
	}

	/** @param {number} moment */
	openedNow(moment) {
		this.#openedHere = moment;
	}

	/** Nothing of it is shown any more. */
	clear() {
		this.#notices = [];
		this.#lastOpened = null;
	}
}
