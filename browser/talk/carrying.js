/**
 * What a specialist says of themselves so that they can carry it: topics not now, how heavy, a break.
 * @typedef {import("./inside.js").Inside} Inside
 * @typedef {Readonly<{fromOn: number, backOn: number, cover: string | null}>} Break days of 1970; `cover` an account
 * @typedef {Readonly<{notNow: readonly string[], taken: number, cap: number, weights: ReadonlyMap<string, number>, away: Break | null}>} Carrying weights in half places, by relationship
 */

export class Part {
	#inside;
	/** @type {Carrying | null} */
	#carrying = null;

	/** @param {Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	deeds = Object.freeze({
		look: () => this.#told("GET", "carrying"),
		/** @param {readonly string[]} topics */
		notNow: (topics) => this.#told("PUT", "carrying/not-now", { topics: [...topics].sort() }),
		/** @param {ReadonlyMap<string, number>} weights only what changed is said */
		weigh: (weights) => this.#weigh(weights),
		/** @param {Break} wanted */
		plan: ({ fromOn, backOn, cover }) =>
			this.#told("PUT", "carrying/break", { from_on: fromOn, back_on: backOn, cover }),
		back: () => this.#told("DELETE", "carrying/break"),
	});

	/** null before it was looked at. */
	get shown() {
		return this.#carrying;
	}

	/** @param {"GET" | "PUT" | "DELETE"} method @param {string} path @param {object} [body] */
	async #told(method, path, body) {
		const { api, onChange } = this.#inside.given;
		const { not_now, taken, cap, people, away } = await api.part(method, path, body);
		this.#carrying = Object.freeze({
			...{ notNow: Object.freeze(not_now), taken, cap },
			weights: new Map(people.map((/** @type {any} */ one) => [String(one.id), one.weight])),
			away: away && Object.freeze({ fromOn: away.from_on, backOn: away.back_on, cover: away.cover }),
		});
		onChange();
	}

	/** @param {ReadonlyMap<string, number>} weights */
	async #weigh(weights) {
		const known = this.#carrying?.weights ?? new Map();
		for (const [id, weight] of weights)
			if (known.get(id) !== weight) await this.#told("PUT", `carrying/people/${id}`, { weight });
	}
}
