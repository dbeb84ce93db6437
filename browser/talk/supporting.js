/**
 * Whom a supervisor supports: how many each walks with, and what became of their own words. Never with whom.
 * @typedef {Readonly<{open: number, kept: number, moved: number, broken: number, repaired: number}>} Totals
 * @typedef {Readonly<{accountId: string, name: string, load: number, cap: number, waiting: number, paused: boolean, totals: Totals | null, wish: Wish | null}>} Supported
 * `totals` null where they would point at one person; `wish` a talk after a hard contact that they asked for
 * @typedef {Readonly<{askedOn: number, dueOn: number, meetsOn: number | null}>} Wish days of 1970
 * @typedef {Readonly<{weeks: number, least: number, people: readonly Supported[], concerns: number | null, fewest: number}>} Supporting
 * `concerns` open in the whole programme when the month began, coarse; null for fewer than `fewest`
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
		return Object.freeze({
			look: () => this.look(),
			/** @param {string} accountId @param {number} day */
			answer: (accountId, day) => this.#answer(accountId, day),
		});
	}

	/** Null for whoever is no supervisor today. @returns {Promise<Supporting | null>} */
	async look() {
		try {
			const { weeks, least, people, concerns, concerns_least } = await this.#inside.given.api.part(
				"GET",
				"supervising",
			);
			const all = { concerns, fewest: concerns_least };
			return Object.freeze({ weeks, least, people: Object.freeze(people.map(supportedOf)), ...all });
		} catch (error) {
			if (/** @type {any} */ (error).code === "not-found") return null;
			throw error;
		}
	}

	/** @param {string} accountId @param {number} day on which the two talk @returns {Promise<Supporting | null>} */
	async #answer(accountId, day) {
		await this.#inside.given.api.part("POST", `supervising/${accountId}/debrief`, { meets_on: day });
		return await this.look();
	}
}

/** @param {any} row @returns {Supported} */
function supportedOf({ account_id, debrief, ...rest }) {
	const wish = debrief && {
		askedOn: debrief.asked_on,
		dueOn: debrief.due_on,
		meetsOn: debrief.meets_on,
	};
	return Object.freeze({ ...rest, accountId: account_id, wish });
}
