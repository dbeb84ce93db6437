import { reasonsFor } from "./fitting.js";
import { RoomError } from "./trouble.js";

/**
 * Letting the programme choose. What a client ticked leaves the device only here, after they read the list and pressed.
 * Who is proposed is looked up among the people the core has verified, and why they fit is worked out here once more.
 * @typedef {import("./fitting.js").Wishes} Wishes
 * @typedef {{wish: (Wishes & {handedOn: number}) | null, notThese: readonly string[], proposed: import("./finding.js").Person | null, took: {ownChoice: number | null, programme: number | null}}} Choice
 * @typedef {{add: readonly string[], remove: readonly string[]}} Change of whom they would rather not meet, by account: what it leaves out stays
 * @typedef {{id: number, anyone: boolean, reasons: readonly import("./fitting.js").Reason[]}} Offer
 */

export class Choosing {
	#inside;

	/** @param {import("./inside.js").Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	/** @param {any[]} all "read", "handOver", "takeBack", "someoneElse", "everyone", "notThese", "offers" or "answer", and what it takes */
	deed(...[name, ...given]) {
		return /** @type {any} */ (this)[name](...given);
	}

	/** @returns {Promise<Choice>} */
	async read() {
		return await this.#shown(await this.#api.choosing());
	}

	/** Names go first: nobody just named is proposed. @param {Wishes} wishes @param {Change} change */
	async handOver({ facts, langs, matters, anyone }, change) {
		if (change.add.length > 0 || change.remove.length > 0) await this.#api.nameNotThese(change);
		const ticked = anyone ? { facts: [], matters: null } : { facts: facts.toSorted(), matters };
		const handed = { ...ticked, langs: langs.toSorted(), anyone };
		return await this.#shown(await this.#api.handOver(handed));
	}

	/** Whom they would rather not meet, with or without wishes: the place in line stays. @param {Change} change */
	async notThese(change) {
		return await this.#shown(await this.#api.nameNotThese(change));
	}

	/** Everyone whose name the programme stands behind. @param {Wishes} wishes */
	async everyone(wishes) {
		const { finding } = this.#inside;
		if (finding.everyone.length === 0) await finding.find(wishes);
		return finding.everyone;
	}

	async takeBack() {
		await this.#api.takeWishBack();
		return await this.read();
	}

	async someoneElse() {
		return await this.#shown(await this.#api.someoneElse());
	}

	/** @returns {Promise<readonly Offer[]>} */
	async offers() {
		return (await this.#api.offers()).proposals;
	}

	/** @param {number} id @param {boolean} isYes @returns {Promise<readonly Offer[]>} */
	async answer(id, isYes) {
		return (await this.#api.answerOffer(id, isYes ? "yes" : "no")).proposals;
	}

	get #api() {
		return this.#inside.given.api;
	}

	/** @param {any} answer @returns {Promise<Choice>} */
	async #shown({ wish, proposed, took, not_these }) {
		const mine = wish === null ? null : asWish(wish);
		return Object.freeze({
			wish: mine,
			notThese: Object.freeze(not_these),
			proposed: mine === null || proposed === null ? null : await this.#person(proposed.account_id, mine),
			took: Object.freeze({ ownChoice: took.own_choice, programme: took.programme }),
		});
	}

	/** @param {string} accountId @param {Wishes} wishes */
	async #person(accountId, wishes) {
		const { finding, given } = this.#inside;
		if (finding.person(accountId) === null) await finding.find(wishes);
		const person = finding.person(accountId);
		if (person === null) throw new RoomError("not-endorsed");
		return Object.freeze({ ...person, reasons: reasonsFor(person, wishes, given.times) });
	}
}

/** @param {any} wish as the house keeps it */
function asWish({ facts, langs, matters, anyone, handed_on: handedOn }) {
	return Object.freeze({ facts, langs, matters, anyone, handedOn });
}
