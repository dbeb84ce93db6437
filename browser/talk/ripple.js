import { RoomError } from "./trouble.js";

/**
 * Passing it on: whether one lets oneself be counted, steps one asks a specialist of one's own for, and invitations. The house keeps a step by
 * its role and quarter; what two people say about it stands in their talk. protocol/api.md, "Passing it on".
 * @typedef {Readonly<{role: number, id: string | null, quarter: number | null}>} Step `id`: of the relationship it is asked in
 * @typedef {Readonly<{number: number, ends: number, code: string | null}>} Invitation open until a day, used or not; its code is known in this visit alone
 * @typedef {Readonly<{counted: boolean, generation: number | null, mayBeginOn: number | null, next: number | null, steps: readonly Step[], asked: readonly Step[], invitations: readonly Invitation[]}>} Ripple
 */

/** @param {any} step @returns {Step} */
const stepOf = ({ role, relationship, quarter }) =>
	Object.freeze({ role, id: relationship === null ? null : String(relationship), quarter });

export class Part {
	#inside;
	/** @type {Ripple | null} */
	#mine = null;
	/** @type {Map<number, string>} codes that were told in this visit; they are kept nowhere */
	#codes = new Map();

	/** @param {import("./inside.js").Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	deeds = Object.freeze({
		look: () => this.#keep("GET", "ripple"),
		count: (/** @type {boolean} */ counted, /** @type {number} */ generation) =>
			this.#keep("PUT", "ripple", { counted, generation }),
		ask: (/** @type {string} */ id, /** @type {number} */ role) =>
			this.#keep("PUT", `${at(id)}/step`, { role }),
		answer: (/** @type {string} */ id, /** @type {number} */ role, /** @type {boolean} */ yes) =>
			this.#keep("POST", `${at(id)}/step/answer`, { role, yes }),
		back: (/** @type {number} */ role) => this.#back(role),
		thank: (/** @type {string} */ conv, /** @type {string} */ words) => this.#thank(conv, words),
		invite: () => this.#invite(),
		takeInvitationBack: (/** @type {number} */ number) => this.#takeBack(number),
		came: (/** @type {string} */ code) => this.#inside.given.api.part("POST", "ripple/came", { code }),
	});

	get shown() {
		return this.#mine;
	}

	/** @param {number} role */
	async #back(role) {
		await this.#inside.given.api.part("DELETE", `ripple/steps/${role}`);
		await this.#keep("GET", "ripple");
	}

	/** Said in the talk alone; the house sees one more sealed line, and nobody counts it. @param {string} conv @param {string} text */
	async #thank(conv, text) {
		const words = text.trim();
		if (words === "") throw new RoomError("empty");
		const conversation = this.#inside.conversation(conv);
		await conversation.sayAs("card", { text: JSON.stringify({ t: "ripple-thanks", words }) });
	}

	/** @returns {Promise<number>} which one was made */
	async #invite() {
		const { code, number, mine } = await this.#inside.given.api.part("POST", "ripple/invitations");
		this.#codes.set(number, code);
		this.#show(mine);
		return number;
	}

	/** @param {number} number */
	async #takeBack(number) {
		await this.#inside.given.api.part("DELETE", `ripple/invitations/${number}`);
		this.#codes.delete(number);
		await this.#keep("GET", "ripple");
	}

	/** Each call answers with all of one's own. @param {"GET" | "PUT" | "POST"} method @param {string} path @param {object} [body] */
	async #keep(method, path, body) {
		this.#show(await this.#inside.given.api.part(method, path, body));
	}

	/** @param {any} told */
	#show(told) {
		this.#mine = Object.freeze({
			counted: told.counted,
			generation: told.generation,
			mayBeginOn: told.may_begin_on,
			next: told.next,
			steps: Object.freeze(told.steps.map(stepOf)),
			asked: Object.freeze(told.asked.map(stepOf)),
			invitations: Object.freeze(told.invitations.map((/** @type {any} */ one) => this.#invitationOf(one))),
		});
		this.#inside.given.onChange();
	}

	/** @param {any} one @returns {Invitation} */
	#invitationOf({ number, ends_on }) {
		return Object.freeze({ number, ends: ends_on, code: this.#codes.get(number) ?? null });
	}
}

/** @param {string} id */
const at = (id) => `relationships/${encodeURIComponent(id)}`;
