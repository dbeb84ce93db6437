/**
 * A talk with whoever supports a specialist, after a hard contact: asked for by one press, answered with a day.
 * @typedef {import("./inside.js").Inside} Inside
 * @typedef {Readonly<{supporter: string | null, weeks: number, least: number, askedOn: number | null, dueOn: number | null, meetsOn: number | null}>} Debrief days of 1970
 */

export class Part {
	#inside;
	/** @type {Debrief | null} */
	#debrief = null;

	/** @param {Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	deeds = Object.freeze({
		look: () => this.#told("GET"),
		ask: () => this.#told("POST"),
		away: () => this.#away(),
	});

	/** null before it was looked at. */
	get shown() {
		return this.#debrief;
	}

	/** @param {"GET" | "POST"} method */
	async #told(method) {
		const { api, onChange } = this.#inside.given;
		const { supporter, weeks, least, asked_on, due_on, meets_on } = await api.part(method, "debrief");
		const days = { askedOn: asked_on, dueOn: due_on, meetsOn: meets_on };
		this.#debrief = Object.freeze({ supporter, weeks, least, ...days });
		onChange();
	}

	async #away() {
		await this.#inside.given.api.part("DELETE", "debrief");
		await this.#told("GET");
	}
}
