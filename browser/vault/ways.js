/**
 * A place's ways in, seen from inside: devices, spare codes, other words; and opening with a device.
 * @typedef {import("./own-device.js").Kept} Kept
 * @typedef {{code?: string | undefined, words?: string | string[] | undefined}} Proof the spare code and the five words as typed, where they are needed
 */

export class Ways {
	#core;
	#api;

	/** @param {{core: any, api: any}} given */
	constructor({ core, api }) {
		this.#core = core;
		this.#api = api;
	}

	/** Opens on one's own device. @param {{kept: Kept, pin: string | null, today: number}} given */
	async open({ kept: { username, slotId, secret }, pin, today }) {
		const { auth } = await this.#core.startDevice({ username, slot_id: slotId, secret, pin });
		const { slot, me } = await this.#api.signInWithDevice({ username, slot_id: slotId, auth });
		try {
			return { ...(await this.#core.openDevice({ slot, me, today })), me };
		} catch (error) {
			this.#api.signOut();
			throw error;
		}
	}

	/**
	 * Each gives what the house now says of oneself; without the spare code the change waits.
	 * @param {{secret: string, pin: string | null, name: string, day: number, proof: Proof, kept: (slotId: string) => Promise<void>}} given `kept` keeps the secret before the house knows of it
	 */
	async addDevice({ secret, pin, name, day, proof, kept }) {
		const how = { secret, pin, name, day, ...codeIn(proof) };
		const { payload, slot_id } = await this.#core.addDevice(how);
		await kept(slot_id);
		return await this.#ask(payload, proof);
	}

	/** @param {{name: string, day: number, proof: Proof}} given @returns {Promise<{me: any, code: string}>} with the code to give away */
	async addSpare({ name, day, proof }) {
		const { payload } = await this.#core.addSpare({ name, day, ...codeIn(proof) });
		const me = await this.#ask(payload, proof);
		const { code } = await this.#core.givenCode({});
		await this.#core.givenSeen({});
		return { me, code };
	}

	/** One that was made a moment ago. @param {{name: string, day: number, proof: Proof}} given */
	async addPasskey({ name, day, proof }) {
		const { payload } = await this.#core.addPasskey({ name, day, ...codeIn(proof) });
		return await this.#ask(payload, proof);
	}

	/** @param {{words: readonly string[], day: number, proof: Proof}} given */
	async changeWords({ words, day, proof }) {
		const { payload } = await this.#core.changeWords({ words: [...words], day, ...codeIn(proof) });
		return await this.#ask(payload, proof);
	}

	/** @param {{slotId: string, proof: Proof}} given */
	async remove({ slotId, proof }) {
		const { payload } = await this.#core.removeWay({ slot_id: slotId, ...codeIn(proof) });
		return await this.#ask(payload, proof);
	}

	/** @param {{change: any, day: number, name: string}} given */
	async finish({ change, day, name }) {
		const { payload } = await this.#core.finishChange({ change, day, name });
		return await this.#taken(await this.#api.finishChange(payload));
	}

	/** @param {string} slotId */
	async cancel(slotId) {
		return await this.#taken(await this.#api.cancelChange({ slot_id: slotId }));
	}

	/** @param {any} me @returns {Promise<any[]>} every way in, with what this place knows of it */
	async list(me) {
		return (await this.#core.ways({ me })).ways;
	}

	/** @param {any} payload @param {Proof} proof */
	async #ask(payload, { words }) {
		const fresh = words === undefined ? {} : { words_auth: (await this.#core.closeAuth({ words })).auth };
		return await this.#taken(await this.#api.changeWay({ ...payload, ...fresh }));
	}

	/** @param {any} me */
	async #taken(me) {
		await this.#core.wayChanged({ me });
		return me;
	}
}

/** @param {Proof} proof */
const codeIn = ({ code }) => (code === undefined ? {} : { code });
