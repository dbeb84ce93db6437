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
		const round = this.#round;
		const { conversations, relations } = this.#given;
		for (const relation of relations()) {
			for (const { conv } of relation.conversations) {
				if (round !== this.#round) return;
				const conversation = await conversations.open(relation, conv);
				await conversation.isHere();
				while (conversation.older === "more" && round === this.#round) {
					await conversation.loadOlder();
					await onMore();
				}
			}
		}
	}

	/** Nobody looks any more. */
	stop() {
		this.#round += 1;
	}

	/** @param {FoundLine} line */
	#shownId({ conv, n }) {
		const lines = this.#given.conversations.of(conv)?.lines ?? [];
		return lines.find((line) => line.n === n)?.id ?? null;
	}
}
