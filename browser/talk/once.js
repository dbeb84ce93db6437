import { isRefusal, isUnanswered } from "./trouble.js";

/**
 * What a cut line kept from being answered is sent as it was sealed, and not sealed anew: a second press makes no second one.
 * @template Sealed
 */
export class Once {
	/** @type {{of: string, sealed: Sealed} | null} */
	#sent = null;

	/**
	 * @template Answer
	 * @param {string} of what is asked for: the same in two presses that mean the same
	 * @param {{seal: () => Promise<Sealed>, send: (sealed: Sealed) => Promise<Answer>, arrived: (sealed: Sealed) => Promise<Answer | null>}} how `arrived`: what stands there of it, where the house said no to a second try
	 * @returns {Promise<Answer>}
	 */
	async send(of, { seal, send, arrived }) {
		const before = this.#sent?.of === of ? this.#sent.sealed : null;
		const sealed = before ?? (await seal());
		this.#sent = { of, sealed };
		try {
			const answer = await send(sealed);
			this.#sent = null;
			return answer;
		} catch (error) {
			if (isUnknown(error)) throw error;
			this.#sent = null;
			const there = before === null ? null : await arrived(sealed);
			if (there === null) throw error;
			return there;
		}
	}
}

/** Nobody knows whether it was done. @param {unknown} error */
const isUnknown = (error) => isRefusal(error) && isUnanswered(/** @type {any} */ (error).code);
