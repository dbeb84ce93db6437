/** A check-in that was begun outlives a lock: kept sealed with everything else that was begun, until it is kept or begun anew. */
import { formId } from "../talk/form-id.js";
import { answers, longestOwn, SKIPPED, STATEMENTS } from "./check-words.js";

/** @typedef {{at: number, day: number, given: number[], own: string}} Begun at which statement, on which day, an answer for each, and words of one's own */

const known = new Set([...answers, SKIPPED]);

export class HeldAnswers {
	#drafts;
	#id;

	/** @param {import("./held.js").Drafts} drafts @param {string} conv */
	constructor(drafts, conv) {
		this.#drafts = drafts;
		this.#id = formId(`check ${conv}`);
	}

	/** What was begun today: another day it is begun anew. @param {number} today @returns {Promise<Begun | null>} */
	async begun(today) {
		const held = this.#drafts.draftOf(await this.#id);
		if (held === "") return null;
		const { at, day, given, own } = JSON.parse(held);
		const fits =
			day === today &&
			Number.isInteger(at) &&
			at >= 0 &&
			at <= STATEMENTS &&
			Array.isArray(given) &&
			given.length === STATEMENTS &&
			given.every((one) => known.has(one)) &&
			typeof own === "string" &&
			own.length <= longestOwn * 2;
		return fits ? { at, day, given, own } : null;
	}

	/** @param {Begun} begun */
	async hold(begun) {
		this.#drafts.draft(await this.#id, JSON.stringify(begun));
	}

	/** It is kept: nothing of it is begun any more. */
	async done() {
		this.#drafts.draft(await this.#id, "");
	}
}
