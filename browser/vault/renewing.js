/**
 * A new wrapping key for one's own lock, once in ninety days and by itself. Nobody is asked, and nobody waits for it: what
 * does not work today is tried again at the next visit.
 */

const TRIES = 3;
/** Not now: no line, another window again and again, a house that finds it too early or another date than this device. */
const LATER = new Set([
	"offline",
	"timeout",
	"slow-down",
	"server-trouble",
	"not-due",
	"malformed",
	"state-moved",
]);

export class Renewing {
	#core;
	#api;

	/** @param {{core: any, api: any}} given */
	constructor({ core, api }) {
		this.#core = core;
		this.#api = api;
	}

	/**
	 * @param {{today: number, relationships: readonly any[]}} given every relationship there is
	 * @returns {Promise<any>} what the house now says of oneself, or null when there was nothing to do
	 */
	async renew(given) {
		let me = null;
		for (let tries = TRIES; tries > 0; tries -= 1) {
			const { payload } = await this.#core.renewKeys(given);
			if (payload === null) return me;
			me = await this.#handIn(payload);
			if (me === null) return null;
			await this.#core.keysRenewed({ me });
		}
		return me;
	}

	/** Keys that another device of mine renewed meanwhile. */
	async catchUp() {
		const me = await this.#api.me();
		await this.#core.keysRenewed({ me });
		return me;
	}

	/** What the house has then, from here or from another device that was first; null for another day. @param {object} payload */
	async #handIn(payload) {
		try {
			return await this.#api.renewKeys(payload);
		} catch (error) {
			const { code } = /** @type {any} */ (error);
			if (!LATER.has(code)) throw error;
			return code === "state-moved" ? await this.#api.me() : null;
		}
	}
}
