import { dayOf, fitting, isOver, rowsOf, sizeOf } from "./begun.js";

/** Words that were begun: by conversation, or by the person a hello is for. They are kept sealed in the state. */
export class Drafts {
	/** @type {Map<string, string>} */
	#texts = new Map();
	/** As the state was last met, here or there: another device's word counts where nothing was changed here since. @type {Map<string, string>} */
	#met = new Map();
	#isFull = false;

	/** @param {string} id */
	of(id) {
		return this.#texts.get(id) ?? "";
	}

	/** @param {string} id @param {string} text empty forgets it */
	keep(id, text) {
		if (text === "") this.#texts.delete(id);
		else this.#texts.set(id, text);
	}

	/** As the state has them when a place is opened; forms that were left long ago are let go. @param {{conv: string, text: string}[]} drafts @param {number} now */
	open(drafts, now) {
		this.merge(drafts);
		for (const { conv, text } of drafts) if (isOver(text, dayOf(now))) this.keep(conv, "");
	}

	/** Words that could not be sent stand in front of what was begun. @param {string} id @param {string} text */
	giveBack(id, text) {
		this.keep(id, [text, this.of(id)].filter((part) => part !== "").join("\n\n"));
	}

	/** From another device, or from the state: what was changed here since wins, and what another device took away is gone. @param {{conv: string, text: string}[]} drafts */
	merge(drafts) {
		const before = this.#met;
		this.#met = new Map(drafts.map(({ conv, text }) => [conv, text]));
		for (const id of new Set([...before.keys(), ...this.#met.keys()]))
			if (this.of(id) === (before.get(id) ?? "")) this.keep(id, this.#met.get(id) ?? "");
	}

	/** Handed over to be saved: the state has them from here on, or says what came instead. @param {() => void} [onFull] not all of them fit; told once, until they do */
	toState(onFull) {
		this.#met = fitting(this.#texts, this.#met);
		const isFull = [...this.#texts].some(([id, text]) => this.#met.get(id) !== text);
		if (isFull && !this.#isFull) onFull?.();
		this.#isFull = isFull;
		return rowsOf(this.#met);
	}

	/** How many bytes all of them would take with this one as it is given. @param {string} id @param {string} text */
	sizeWith(id, text) {
		return sizeOf(new Map([...this.#texts, [id, text]]));
	}

	/** As they stand now. */
	all() {
		return rowsOf(this.#texts);
	}
}
