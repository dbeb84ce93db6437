import { earlierAsks, handedToMe } from "./circle-earlier.js";
import { linesFor, whoIn } from "./circle-rows.js";
import { freshName } from "./form-id.js";
import { isRefusal, RoomError } from "./trouble.js";

/**
 * Handing on words of before in a circle, and opening what was handed on to me.
 * @typedef {import("./circle-talk.js").CircleTalk} CircleTalk
 * @typedef {import("./circle-shape.js").EarlierLine} EarlierLine
 */

export class CircleHandingOn {
	#inside;
	/** @type {Map<string, readonly EarlierLine[] | null>} by the line that brought them; null where they do not open */
	#opened = new Map();

	/** @param {import("./inside.js").Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	/** What was handed on to me, by the line that brought it. @returns {Readonly<Record<string, readonly EarlierLine[] | null>>} */
	get opened() {
		return Object.fromEntries(this.#opened);
	}

	/** A host asks everybody. @param {import("./circle-says.js").CircleSays} says @param {{to: string, since: number}} given */
	ask = (says, { to, since }) => says.card({ t: "circle-earlier", of: freshName(), since, to });

	/** My own words, for the one they are asked for. @param {CircleTalk} talk @param {import("./circle-says.js").CircleSays} says @param {string} of */
	async give(talk, says, of) {
		const ask = this.#asks(talk).find((one) => one.of === of);
		if (ask === undefined || !ask.isOpen || ask.mine.length === 0) throw new RoomError("not-now");
		const ids = talk.lines.flatMap(({ id, msg }) => (ask.mine.includes(id) && msg !== null ? [msg] : []));
		const { conv } = talk;
		const { boxes } = await this.#inside.given.core.sealEarlier({ conv, of, to: ask.to, ids });
		for (const box of boxes) says.card({ t: "circle-earlier-words", box, of });
	}

	/** Opens what came for me. @param {CircleTalk} talk @returns {Promise<boolean>} whether anything did */
	async open(talk) {
		const { core } = this.#inside.given;
		const { conv } = talk;
		const came = handedToMe(this.#lines(talk), this.#asks(talk), this.#me).filter(
			({ id }) => !this.#opened.has(id),
		);
		for (const { id, by, of, box } of came) {
			this.#opened.set(id, null);
			try {
				const { lines } = await core.openEarlier({ conv, of, from: by, box });
				this.#opened.set(id, Object.freeze(lines));
			} catch (error) {
				if (!isRefusal(error)) throw error;
			}
		}
		return came.length > 0;
	}

	get #me() {
		return this.#inside.me.account_id;
	}

	/** @param {CircleTalk} talk @returns {readonly any[]} */
	#lines = (talk) => linesFor(talk, this.#me, new Set());

	/** @param {CircleTalk} talk */
	#asks(talk) {
		return earlierAsks(this.#lines(talk), { ...whoIn(talk, this.#me), at: this.#inside.given.clock.now() });
	}
}
