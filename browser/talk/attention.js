import { questionFor } from "./question.js";

/** Who looked when, and whether the room has something to ask before more is sent. On this visit only. */
export class Attention {
	#looked = false;
	#unseen = 0;
	#answeredAt = 0;

	/** Lines of theirs since a screen showed the conversation last. */
	get unseen() {
		return this.#unseen;
	}

	/** @param {{ownSince: number, lastFromThem: number | null, first: number | null, now: number}} known */
	question(known) {
		return questionFor({ ...known, answeredAt: this.#answeredAt });
	}

	/** The person wants to go on writing though nobody answers. @param {number} ownSince */
	answer(ownSince) {
		this.#answeredAt = Math.max(ownSince, 1);
	}

	/** They wrote: nothing needs to be asked any more. */
	theyWrote() {
		this.#answeredAt = 0;
		if (!this.#looked) this.#unseen += 1;
	}

	look() {
		this.#looked = true;
		this.#unseen = 0;
	}

	lookAway() {
		this.#looked = false;
	}
}
