/**
 * Whom a supervisor supports: how many each walks with, and what became of their own words. Never with whom.
 * @typedef {Readonly<{open: number, kept: number, moved: number, broken: number, repaired: number}>} Totals
 * @typedef {Readonly<{name: string, load: number, cap: number, waiting: number, paused: boolean, totals: Totals | null}>} Supported
 * `totals` null where they would point at one person
 * @typedef {Readonly<{weeks: number, least: number, people: readonly Supported[]}>} Supporting
 */

export class Part {
	#inside;

	/** @param {import("./inside.js").Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	get shown() {
		return null;
	}

	get deeds() {
		return Object.freeze({ look: () => this.look() });
	}

	/** Null for whoever is no supervisor today. @returns {Promise<Supporting | null>} */
	async look() {
		try {
			const { weeks, least, people } = await this.#inside.given.api.part("GET", "supervising");
			return Object.freeze({ weeks, least, people: Object.freeze(people) });
		} catch (error) {
			if (/** @type {any} */ (error).code === "not-found") return null;
			throw error;
		}
	}
}
