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

	/** null before they were fetched. `asks`: it is time to ask somebody who is here already; a newcomer reads them with the hello. */
	get shown() {
		if (this.#rules === null) return null;
		const { version, yes } = this.#rules;
		const { given, notes } = this.#inside;
		const { before, visits } = notes;
		const isTurn = isTurnToAsk({ yes, visits, before, now: given.clock.now() });
		return Object.freeze({ ...this.#rules, asks: yes !== version && !this.#isNewcomer && isTurn });
	}

	/** A client before their first hello; supervisors and officers say none. */
	get #isNewcomer() {
		const { me, relationships } = this.#inside;
		return !WORK_HERE.some((role) => me.roles.includes(role)) && relationships.all.length === 0;
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

const WEEK = 7 * 86_400_000;
const FIRST_VISITS = 3;

/**
 * Not every time: whoever never said yes is asked on the first visits, and from then on, as after a change, on the first visit of a week. Pure.
 * @param {{yes: number | null, visits: number, before: number, now: number}} about `before`: when the place was opened the time before
 */
export function isTurnToAsk({ yes, visits, before, now }) {
	if (yes === null && visits <= FIRST_VISITS) return true;
	return Math.floor(before / WEEK) !== Math.floor(now / WEEK);
}

/** Specialist, supervisor, safety officer: as roles are numbered everywhere. */
const WORK_HERE = [2, 3, 5];
