import { today } from "./clock.js";

/**
 * A specialist's own record of training, as the desk put it down.
 * @typedef {import("./inside.js").Inside} Inside
 * @typedef {{what: string, givenBy: string, doneOn: number, runsOutOn: number | null, isOver: boolean, isSoon: boolean}} Credential days of 1970; `isSoon` it ends within 60 days
 * @typedef {{what: string, given_by: string, done_on: number, runs_out_on: number | null}} Row
 */

/** In days: so long before the desk is told as well. */
const SOON = 60;

export class Part {
	#inside;
	/** @type {readonly Credential[] | null} */
	#record = null;

	/** @param {Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	deeds = Object.freeze({ fetch: () => this.#fetch() });

	/** null before it was fetched. */
	get shown() {
		return this.#record;
	}

	async #fetch() {
		const { api, clock } = this.#inside.given;
		const { credentials } = await api.part("GET", "credentials");
		this.#record = Object.freeze(
			credentials.map((/** @type {Row} */ row) => credentialOf(row, today(clock))),
		);
		this.#inside.given.onChange();
	}
}

/** @param {Row} row @param {number} now a day of 1970 @returns {Credential} */
const credentialOf = ({ what, given_by, done_on, runs_out_on }, now) =>
	Object.freeze({
		...{ what, givenBy: given_by, doneOn: done_on, runsOutOn: runs_out_on },
		isOver: runs_out_on !== null && runs_out_on < now,
		isSoon: runs_out_on !== null && runs_out_on >= now && runs_out_on <= now + SOON,
	});
