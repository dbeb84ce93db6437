/**
 * Passing it on: whether one lets oneself be counted, and steps one asks a specialist of one's own for. The house keeps a step by
 * its role and quarter; what two people say about it stands in their talk. protocol/api.md, "Passing it on".
 * @typedef {Readonly<{role: number, id: string | null, quarter: number | null}>} Step `id`: of the relationship it is asked in
 * @typedef {Readonly<{counted: boolean, generation: number | null, mayBeginOn: number | null, next: number | null, steps: readonly Step[], asked: readonly Step[]}>} Ripple
 */

/** @param {any} step @returns {Step} */
const stepOf = ({ role, relationship, quarter }) =>
	Object.freeze({ role, id: relationship === null ? null : String(relationship), quarter });

export class Part {
	#inside;
	/** @type {Ripple | null} */
	#mine = null;

	/** @param {import("./inside.js").Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	deeds = Object.freeze({
		look: () => this.#keep("GET", "ripple"),
		count: (/** @type {boolean} */ counted, /** @type {number} */ generation) =>
			this.#keep("PUT", "ripple", { counted, generation }),
		ask: (/** @type {string} */ id, /** @type {number} */ role) =>
			this.#keep("PUT", `${at(id)}/step`, { role }),
		answer: (/** @type {string} */ id, /** @type {number} */ role, /** @type {boolean} */ yes) =>
			this.#keep("POST", `${at(id)}/step/answer`, { role, yes }),
		back: (/** @type {number} */ role) => this.#back(role),
	});

	get shown() {
		return this.#mine;
	}

	/** @param {number} role */
	async #back(role) {
		await this.#inside.given.api.part("DELETE", `ripple/steps/${role}`);
		await this.#keep("GET", "ripple");
	}

	/** Each call answers with all of one's own. @param {"GET" | "PUT" | "POST"} method @param {string} path @param {object} [body] */
	async #keep(method, path, body) {
		const told = await this.#inside.given.api.part(method, path, body);
		this.#mine = Object.freeze({
			counted: told.counted,
			generation: told.generation,
			mayBeginOn: told.may_begin_on,
			next: told.next,
			steps: Object.freeze(told.steps.map(stepOf)),
			asked: Object.freeze(told.asked.map(stepOf)),
		});
		this.#inside.given.onChange();
	}
}

/** @param {string} id */
const at = (id) => `relationships/${encodeURIComponent(id)}`;
