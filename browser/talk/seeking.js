/**
 * Looking through everything one may read: what is here at once, and older lines as they are fetched. What somebody
 * looks for goes to the core and nowhere else.
 * @typedef {{conv: string, id: string | null, n: number, from: "me" | "them", ts: number, before: string, match: string, after: string}} FoundLine
 * @typedef {object} Given
 * @property {any} core
 * @property {import("./conversations.js").Conversations} conversations
 * @property {() => readonly import("./relationships.js").Relation[]} relations
 */

export class Seeking {
	#given;
	#round = 0;
	#isOver = true;
	/** Where somebody went from what was found. */
	#gone = "";

	/** @param {Given} given */
	constructor(given) {
		this.#given = given;
	}

	/** @param {string} text */
	async find(text) {
		const { lines, documents, more } = await this.#given.core.search({ text });
		return Object.freeze({
			lines: lines.map((/** @type {FoundLine} */ line) =>
				Object.freeze({ ...line, id: this.#shownId(line) }),
			),
			documents: documents.map((/** @type {any} */ { doc_id: docId, ...rest }) =>
				Object.freeze({ docId, ...rest }),
			),
			more,
		});
	}

	/**
	 * Fetches older lines, page by page, until all are here or somebody looks elsewhere.
	 * @param {() => Promise<unknown>} onMore after each page
	 */
	async bringAll(onMore) {
		this.#round += 1;
		this.#isOver = false;
		const round = this.#round;
		for (const relation of this.#given.relations())
			for (const { conv } of relation.conversations) await this.#bring(relation, conv, { round, onMore });
		if (this.#isOver) this.#letGo();
	}

	/** Nobody looks any more: what was brought is let go of, but where somebody went on to. @param {string} [conv] */
	stop(conv = "") {
		this.#round += 1;
		this.#isOver = true;
		this.#gone = conv;
		this.#letGo();
	}

	/** @param {import("./relationships.js").Relation} relation @param {string} conv @param {{round: number, onMore: () => Promise<unknown>}} how */
	async #bring(relation, conv, { round, onMore }) {
		if (round !== this.#round) return;
		const conversation = await this.#given.conversations.open(relation, conv);
		await conversation.isHere();
		while (conversation.older === "more" && !conversation.known.stopped && round === this.#round) {
			await conversation.loadOlder();
			if (round === this.#round) await onMore();
		}
	}

	#letGo() {
		this.#given.conversations.forgetFarBut(this.#gone);
	}

	/** @param {FoundLine} line */
	#shownId({ conv, n }) {
		const lines = this.#given.conversations.of(conv)?.lines ?? [];
		return lines.find((line) => line.n === n)?.id ?? null;
	}
}
