import { NewLock, WISH } from "../vault/new-lock.js";
import { today } from "./clock.js";

/**
 * A new lock for the place that is open: what is unsaved is saved, then everything is made anew, and the room is entered again with it.
 * @typedef {import("../vault/ways.js").Proof} Proof
 */

export class Relock {
	#front;

	/** @param {import("./front.js").Front} front */
	constructor(front) {
		this.#front = front;
	}

	/** @param {{words: readonly string[], proof: Proof}} given */
	async renew({ words, proof }) {
		const front = this.#front;
		const { in: inside } = front;
		const { username } = inside;
		await inside.saving.save();
		const day = today(inside.given.clock);
		const waited = proof.code === undefined ? this.#waited(day) : undefined;
		const made = await inside.saving.inTurn(() => this.#lock().renew({ words, day, proof, waited }));
		if (front.own.isOf(username)) await front.own.forget();
		front.doorway.offer = null;
		const minutes = front.locks?.minutes ?? 5;
		inside.cut();
		front.locks?.stop();
		// The same visit goes on: nobody is told when this place was opened last.
		await front.goIn({ ...made, opened: 0, warnings: [], username }, minutes);
	}

	/** @param {Proof} proof */
	wish(proof) {
		return this.#front.changes.run(() => this.#lock().wish(proof));
	}

	/** The wish that has waited long enough. @param {number} day @returns {string | undefined} */
	#waited(day) {
		const { me } = this.#front.in;
		return me.changes.find((/** @type {any} */ one) => one.kind === WISH && one.due_on <= day)?.slot_id;
	}

	#lock() {
		return new NewLock({ core: this.#front.doorway.core, api: this.#front.api });
	}
}
