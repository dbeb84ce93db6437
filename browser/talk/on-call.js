/**
 * Who is on call: the whole week is fetched, so that a room knows it at night without a line, and nobody learns that somebody looked.
 * @typedef {import("./inside.js").Inside} Inside
 * @typedef {import("./on-call-now.js").OnCall} OnCall
 */

export class Part {
	#inside;
	/** @type {Readonly<OnCall> | null} */
	#week = null;

	/** @param {Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	deeds = Object.freeze({ fetch: (/** @type {string} */ language) => this.#fetch(language) });

	/** null before it was fetched. */
	get shown() {
		return this.#week;
	}

	/** @param {string} language */
	async #fetch(language) {
		const path = `on-call?lang=${encodeURIComponent(language)}`;
		this.#week = Object.freeze(await this.#inside.given.api.part("GET", path));
		this.#inside.given.onChange();
	}
}
