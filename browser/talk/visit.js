/** What a person chose for this visit, in case others look at the screen. Nothing of it is kept when the page goes. */

const LONGEST = 40;

export class Visit {
	/** @type {string | null} */
	#title = null;
	#onlyToday = false;

	/** What `room.view` shows of it. */
	get shown() {
		return { title: this.#title, onlyToday: this.#onlyToday };
	}

	/** @param {string} text what the tab says; nothing means the usual word */
	call(text) {
		const plain = text.replaceAll(/[\s\p{C}]+/gu, " ").trim();
		this.#title = [...plain].slice(0, LONGEST).join("").trim() || null;
	}

	/** @param {boolean} on whether earlier lines stay folded until someone asks */
	foldEarlier(on) {
		this.#onlyToday = on;
	}
}
