/**
 * Keeps the sealed state up to date: after a quiet while, or a longer one that is not quiet, at every twentieth message of one's own, and when asked.
 * @typedef {{conv: string, text: string}} Draft
 * @typedef {{drafts: Draft[], name: string, people: {conv: string, name: string, note: string}[], title: string, opened: number, visits: number, listening?: number, hides?: string, hints?: number}} Merged
 * @typedef {object} Given
 * @property {any} core
 * @property {any} api
 * @property {import("../talk/clock.js").Clock} clock
 * @property {() => {drafts: Draft[], name?: string}} notes what the page knows now
 * @property {(notes: Merged) => void} onMerged another device had saved meanwhile
 * @property {(error: {code: string}) => void} onStuck the state cannot be trusted any more
 */

const QUIET = 5_000;
/** Whoever writes on and on, or is written to: so long nothing is left unsaved. */
const LONGEST = 15_000;
const LATER = 15_000;
const MESSAGES = 20;
const TRIES = 4;
const PASSING = new Set(["offline", "timeout", "slow-down", "server-trouble", "state-moved"]);

export class Saving {
	#given;
	#sent = 0;
	/** @type {(() => void) | null} */
	#callOff = null;
	/** @type {Promise<void>} */
	#last = Promise.resolve();
	/** @type {object | null} */
	#unsaved = null;
	/** Since when something waits to be saved, by the clock. @type {number | null} */
	#since = null;

	/** @param {Given} given */
	constructor(given) {
		this.#given = given;
	}

	/** The sealed state that did not arrive: it may be sent again after coming back. */
	get unsaved() {
		return this.#unsaved;
	}

	/** Something is worth keeping: save when it has been quiet. */
	stir() {
		const now = this.#given.clock.now();
		this.#since ??= now;
		this.#wake(Math.min(QUIET, Math.max(0, this.#since + LONGEST - now)));
	}

	/** Something should be kept at the next chance, even if the page goes away soon. */
	soon() {
		this.#wake(0);
	}

	/** A message of one's own was stored. */
	sent() {
		this.#sent += 1;
		if (this.#sent >= MESSAGES) this.soon();
		else this.stir();
	}

	/** Save now, after whatever is being saved; the error of this try comes back. */
	save() {
		this.stop();
		this.#since = null;
		const turn = this.#last.then(() => this.#save());
		this.#last = turn.catch(() => undefined);
		return turn;
	}

	/**
	 * Something else that changes the state: after whatever is being saved, and before what is saved next.
	 * @template T
	 * @param {() => Promise<T>} deed
	 */
	inTurn(deed) {
		const turn = this.#last.then(deed);
		this.#last = turn.then(
			() => undefined,
			() => undefined,
		);
		return turn;
	}

	/** Nothing is planned any more. */
	stop() {
		this.#callOff?.();
		this.#callOff = null;
	}

	async #save() {
		this.#sent = 0;
		let { body } = await this.#given.core.saveState(this.#given.notes());
		for (let tries = TRIES; body !== null; tries -= 1) {
			this.#unsaved = body;
			body = await this.#put(body, tries > 1);
		}
		this.#unsaved = null;
	}

	/**
	 * Hands the state in; gives the merged one when another device was first.
	 * @param {{ctr: number}} body @param {boolean} again
	 */
	async #put(body, again) {
		try {
			await this.#given.api.putState(body);
			await this.#given.core.stateSaved({ ctr: body.ctr });
			return null;
		} catch (error) {
			return await this.#moved(error, again);
		}
	}

	/** @param {any} error @param {boolean} again */
	async #moved(error, again) {
		if (error.code !== "state-moved" || !again) throw error;
		const { body, ...merged } = await this.#given.core.stateMoved({ state: error.body.state });
		this.#given.onMerged(merged);
		return body;
	}

	/** @param {number} milliseconds */
	#wake(milliseconds) {
		this.stop();
		this.#callOff = this.#given.clock.after(milliseconds, () => this.#inQuiet());
	}

	async #inQuiet() {
		try {
			await this.save();
		} catch (error) {
			this.#notNow(error);
		}
	}

	/** @param {any} error */
	#notNow(error) {
		if (typeof error.code !== "string") throw error;
		if (PASSING.has(error.code)) this.#wake(LATER);
		else this.#given.onStuck(error);
	}
}
