/**
 * The practice room: made-up people and units, fetched in one piece and then here without a line.
 * It is handed no talk: it asks the inside for the way to the files, and for nothing else.
 */
import { readPractice } from "../wire/lists.js";

/** @typedef {import("../listening/practice.js").Person} Person */

export class Part {
	#given;
	/** @type {{people: readonly Person[], units: readonly any[]}} */
	#here = { people: [], units: [] };

	/** @param {{given: {fetch: import("../wire/request.js").Fetch, listsFrom?: URL, onChange: () => void}}} inside */
	constructor({ given: { fetch, listsFrom, onChange } }) {
		this.#given = { fetch, onChange, ...(listsFrom ? { listsFrom } : {}) };
	}

	deeds = Object.freeze({
		/** All of it; once it is here nothing is fetched again. */
		open: async () => {
			if (this.#here.people.length > 0) return;
			const { people, units } = await readPractice(this.#given);
			this.#here = { people: Object.freeze(people), units: Object.freeze(units) };
			this.#given.onChange();
		},
	});

	get shown() {
		return Object.freeze(this.#here);
	}
}
