/**
 * Someone knows the five words: a whole new lock, handed in at once. With the spare code nobody who only has the words is faster;
 * without it, the wish waits first.
 * @typedef {import("./ways.js").Proof} Proof
 */

const TRIES = 3;
/** The kind of change that waits for a new lock (api.md). */
export const WISH = 5;

export class NewLock {
	#core;
	#api;

	/** @param {{core: any, api: any}} given */
	constructor({ core, api }) {
		this.#core = core;
		this.#api = api;
	}

	/**
	 * @param {{words: readonly string[], day: number, proof: Proof, waited?: string | undefined}} given `waited`: the wish whose days are over
	 * @returns {Promise<any>} as after coming in: whose place it is, the notes, and `me`
	 */
	async renew({ words, day, proof, waited }) {
		const had = await this.#taken(await this.#api.me());
		if (had !== null) return had;
		const fresh = await this.#fresh(proof);
		const how = { words: [...words], day, ...(proof.code === undefined ? {} : { code: proof.code }) };
		for (let tries = TRIES; ; tries -= 1) {
			const { payload } = await this.#core.newLock(how);
			const hasCard = payload.spare_auth !== undefined;
			const papers = { ...payload, ...fresh, ...(hasCard ? {} : { slot_id: waited }) };
			const me = await this.#handIn(
				hasCard && tries === 1 ? { ...papers, even_so: true } : papers,
				tries > 1,
			);
			if (me !== null) return { ...(await this.#core.lockRenewed({ me })), me };
		}
	}

	/** Without the card: it waits three days, in plain sight. @param {Proof} proof @returns {Promise<any>} me */
	async wish(proof) {
		const { slot_id } = await this.#core.wishForLock({});
		const me = await this.#api.changeWay({ kind: WISH, slot_id, ...(await this.#fresh(proof)) });
		await this.#core.wayChanged({ me });
		return me;
	}

	/** Whatever others saved meanwhile is read first; then it is tried again. @param {object} papers @param {boolean} again */
	async #handIn(papers, again) {
		try {
			return await this.#api.newLock(papers);
		} catch (error) {
			if (!again || /** @type {any} */ (error).code !== "state-moved") throw error;
			await this.#core.keysRenewed({ me: await this.#api.me() });
			return null;
		}
	}

	/** An answer that was lost on the way: the house took this lock already. @param {any} me */
	async #taken(me) {
		try {
			return { ...(await this.#core.lockRenewed({ me })), me };
		} catch (error) {
			if (/** @type {any} */ (error).code === "keys-other") return null;
			throw error;
		}
	}

	/** @param {Proof} proof */
	async #fresh({ words }) {
		return words === undefined ? {} : { words_auth: (await this.#core.closeAuth({ words })).auth };
	}
}
