import { Renewing } from "../vault/renewing.js";
import { today } from "./clock.js";
import { asRoomError, isPassing, isRefusal } from "./trouble.js";

/** My own keys while the place is open: they go on by themselves, and what another device of mine renewed is taken over. */
export class OwnKeys {
	#inside;
	#given;

	/**
	 * @param {import("./inside.js").Inside} inside
	 * @param {{onTrouble: (error: any) => void, onStuck: (code: string) => void}} given onTrouble = it may go well in a while
	 */
	constructor(inside, given) {
		this.#inside = inside;
		this.#given = given;
	}

	/** The own lock goes on by itself; whoever wrote in between just writes on. */
	async goOn() {
		const { relationships, given } = this.#inside;
		const now = { today: today(given.clock), relationships: relationships.all };
		await this.#take(() => this.#renewing.renew(now));
	}

	/** Another device of mine renewed its keys: this one takes them over. */
	async catchUp() {
		await this.#take(() => this.#renewing.catchUp());
	}

	/** The same, asked by whoever reads who is who. What waits for keys is not waited for: it may be waiting for the list. */
	async catchUpForList() {
		const error = await this.#learned(() => this.#renewing.catchUp());
		if (error !== null && mayGoWell(error)) throw error;
		this.#inside.conversations.keysCame();
	}

	/** Nothing is said under a new key before the list was read that names it. @param {() => Promise<any>} deed gives what the house now says of me, or null */
	async #take(deed) {
		const error = await this.#learned(deed);
		if (error !== null && mayGoWell(error)) this.#given.onTrouble(error);
		await this.#inside.readWho();
		await this.#inside.conversations.keysCame();
	}

	/** In turn with saving. @param {() => Promise<any>} deed @returns {Promise<any>} what went wrong, told already unless it may go well in a while */
	async #learned(deed) {
		try {
			const me = await this.#inside.saving.inTurn(deed);
			if (me !== null) this.#inside.meChanged(me);
			return null;
		} catch (error) {
			if (!isRefusal(error)) throw error;
			if (!mayGoWell(error)) this.#given.onStuck(asRoomError(error).code);
			return error;
		}
	}

	get #renewing() {
		const { core, api } = this.#inside.given;
		return new Renewing({ core, api });
	}
}

/** Nothing is wrong, it only did not go now. @param {unknown} error */
const mayGoWell = (error) => isPassing(asRoomError(error).code);
