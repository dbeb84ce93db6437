/**
 * How people treat each other here: the newest words, and to which version one said yes.
 * @typedef {import("./inside.js").Inside} Inside
 * @typedef {{version: number, lines: readonly string[], written_on: number | null, yes: number | null}} Rules
 */

export class Part {
	#inside;
	/** @type {Readonly<Rules> | null} */
	#rules = null;

	/** @param {Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	deeds = Object.freeze({
		fetch: (/** @type {string} */ language) => this.#fetch(language),
		yes: (/** @type {number} */ version) => this.#yes(version),
	});

	/** null before they were fetched. `asks`: somebody who is here already should read them; a newcomer reads them with the hello. */
	get shown() {
		if (this.#rules === null) return null;
		const { version, yes } = this.#rules;
		return Object.freeze({ ...this.#rules, asks: yes !== version && !this.#isNewcomer });
	}

	/** A client before their first hello. */
	get #isNewcomer() {
		const { me, relationships } = this.#inside;
		return !me.roles.includes(SPECIALIST) && relationships.all.length === 0;
	}

	/** @param {string} language */
	async #fetch(language) {
		const path = `house-rules?lang=${encodeURIComponent(language)}`;
		this.#rules = Object.freeze(await this.#inside.given.api.part("GET", path));
		this.#inside.given.onChange();
	}

	/** @param {number} version the one that was read */
	async #yes(version) {
		await this.#inside.given.api.part("POST", "house-rules/yes", { version });
		if (this.#rules !== null) this.#rules = Object.freeze({ ...this.#rules, yes: version });
		this.#inside.given.onChange();
	}
}

/** As roles are numbered everywhere. */
const SPECIALIST = 2;
