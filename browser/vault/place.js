/**
 * A person's place: coming in, coming back, the spare code, closing. Keys stay in the core; the token stays in the wire.
 * @typedef {{username: string, words: string[]}} Offer
 * @typedef {{account_id: string, roles: number[], name: string, drafts: {conv: string, text: string}[], people?: {conv: string, name: string, note: string}[], title?: string, opened?: number, visits?: number, listening?: number, hides?: string, hints?: number, warnings: {code: string}[], me: any}} Opened
 */

const DRAWS = 6;
const TRIES = 4;

export class Place {
	#core;
	#api;
	#drawName;
	#language;

	/** @param {{core: any, api: any, drawName: () => string, language?: () => string}} given */
	constructor({ core, api, drawName, language = () => "en" }) {
		this.#language = language;
		this.#core = core;
		this.#api = api;
		this.#drawName = drawName;
	}

	/** A name and five words nobody has had. @returns {Promise<Offer>} */
	async offer() {
		const { words } = await this.#core.suggest({ language: this.#language() });
		return { username: this.#drawName(), words };
	}

	/** Other words for a name that stays. @param {string} username @returns {Promise<Offer>} */
	async offerFor(username) {
		const { words } = await this.#core.suggest({ language: this.#language() });
		return { username, words };
	}

	/**
	 * Makes the place. A name that is taken is drawn again: `username` says which one it became.
	 * @param {{offer: Offer, day: number, link?: string}} given
	 * @returns {Promise<Opened & {username: string}>}
	 */
	async comeIn({ offer, day, link }) {
		let username = offer.username;
		for (let draws = DRAWS; ; draws -= 1) {
			const { payload } = await this.#core.startSignUp({ username, words: offer.words, day });
			const answer = await this.#signUp(link === undefined ? payload : { ...payload, link }, draws > 1);
			if (answer !== null) return { ...(await this.#opened(answer.me)), username };
			username = this.#drawName();
		}
	}

	/**
	 * @param {{username: string, words: string | string[], today: number, unsaved: object | null}} given unsaved = a sealed state from before a lock
	 * @returns {Promise<Opened>}
	 */
	async comeBack({ username, words, today, unsaved }) {
		const { auth } = await this.#core.startSignIn({ username, words });
		const answer = await this.#api.signIn({ username, auth });
		const me = unsaved === null ? answer.me : await this.#handIn(unsaved);
		return await this.#open(me, () => this.#core.openSignIn({ slot: answer.slot, me, today }));
	}

	/**
	 * Opens with the spare code; only `renew` makes sense after it.
	 * @param {{username: string, code: string, today: number}} given
	 * @returns {Promise<Opened>}
	 */
	async comeBackWithSpare({ username, code, today }) {
		const { auth } = await this.#core.startSpare({ username, code });
		const { slot, me } = await this.#api.signInWithSpare({ username, auth });
		return await this.#open(me, () => this.#core.openSpare({ slot, me, today }));
	}

	/** New words and a new code; every other sign-in ends. @param {{words: string[], day: number}} given */
	async renew({ words, day }) {
		return await this.#renewed(async () => {
			const { payload } = await this.#core.renewWays({ words, day });
			return (await this.#api.renew(payload)).me;
		});
	}

	/** The code while it can be shown, else null. @returns {Promise<string | null>} */
	async spareCode() {
		try {
			return (await this.#core.spareCode({})).code;
		} catch (error) {
			if (/** @type {any} */ (error).code === "spare-gone") return null;
			throw error;
		}
	}

	async spareWritten() {
		await this.#api.spareSeen();
		await this.#core.spareSeen({});
	}

	/** Another code, while none has been written down. @param {{words: string | string[]}} given */
	async newSpareCode({ words }) {
		return await this.#renewed(async () => {
			const { payload } = await this.#core.freshSpare({ words });
			return await this.#api.putSpare(payload);
		});
	}

	/** Destroys the ways in. @param {{words: string | string[]}} given */
	async close({ words }) {
		const { auth } = await this.#core.closeAuth({ words });
		const { receipt, held_until: heldUntil = null } = await this.#api.closePlace({ auth });
		this.#api.forget();
		const { day, slots, wraps } = receipt;
		return { day, slots, wraps, heldUntil, proven: await this.#isProven(receipt) };
	}

	/**
	 * Asks, and asks anew where another page saved meanwhile: what it saved is taken over first, and comes back with `me`.
	 * @param {() => Promise<any>} ask gives what the house says of oneself
	 * @returns {Promise<{me: any} & Partial<import("./saving.js").Merged>>}
	 */
	async #renewed(ask) {
		let merged = {};
		for (let tries = TRIES; ; tries -= 1) {
			try {
				const me = await ask();
				await this.#core.renewed({ me });
				return { ...merged, me };
			} catch (error) {
				merged = await this.#tookOver(error, tries > 1);
			}
		}
	}

	/** @param {any} error @param {boolean} again */
	async #tookOver(error, again) {
		const state = error.code === "state-moved" ? error.body?.state : undefined;
		if (!again || state === undefined) throw error;
		const { body, ...merged } = await this.#core.stateMoved({ state });
		return merged;
	}

	/** The answer, or null when the name is taken and another may be drawn. @param {object} payload @param {boolean} again */
	async #signUp(payload, again) {
		try {
			return await this.#api.signUp(payload);
		} catch (error) {
			if (again && /** @type {any} */ (error).code === "name-taken") return null;
			throw error;
		}
	}

	/** @param {any} me @returns {Promise<Opened>} */
	async #opened(me) {
		const { account_id, roles } = await this.#core.signedUp({ me });
		return { account_id, roles, name: "", drafts: [], warnings: [], me };
	}

	/** A sign-in that does not open is ended again. @param {any} me @param {() => Promise<any>} open */
	async #open(me, open) {
		try {
			return { ...(await open()), me };
		} catch (error) {
			this.#api.signOut();
			throw error;
		}
	}

	/** A state sealed before a lock arrives late, unless another device was first. @param {object} unsaved */
	async #handIn(unsaved) {
		try {
			await this.#api.putState(unsaved);
		} catch (error) {
			if (!["state-moved", "malformed"].includes(/** @type {any} */ (error).code)) throw error;
		}
		return await this.#api.me();
	}

	/** @param {object} receipt */
	async #isProven(receipt) {
		try {
			await this.#core.closedReceipt({ receipt });
			return true;
		} catch (error) {
			if (/** @type {any} */ (error).code === "receipt") return false;
			throw error;
		}
	}
}
