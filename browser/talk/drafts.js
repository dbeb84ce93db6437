/** Words that were begun: by conversation, or by the person a hello is for. They are kept sealed in the state. */
export class Drafts {
	/** @type {Map<string, string>} */
	#texts = new Map();
	/** What no page writes on while it is open: another device's word counts where this one changed nothing. @type {Map<string, string>} */
	#shared = new Map();

	/** @param {string} id */
	of(id) {
		return this.#texts.get(id) ?? "";
	}

	/** @param {string} id @param {string} text empty forgets it */
	keep(id, text) {
		if (text === "") this.#texts.delete(id);
		else this.#texts.set(id, text);
	}

	/** Words that could not be sent stand in front of what was begun. @param {string} id @param {string} text */
	giveBack(id, text) {
		this.keep(id, [text, this.of(id)].filter((part) => part !== "").join("\n\n"));
	}

	/** From here on it is as the state has it, unless it is changed here. @param {string} id */
	share(id) {
		this.#shared.set(id, this.of(id));
	}

	/** From another device, or from the state: what is being written here wins. @param {{conv: string, text: string}[]} drafts */
	merge(drafts) {
		for (const [id, before] of this.#shared) {
			if (this.of(id) !== before) continue;
			this.keep(id, drafts.find(({ conv }) => conv === id)?.text ?? "");
			this.share(id);
		}
		for (const { conv, text } of drafts) if (!this.#texts.has(conv)) this.keep(conv, text);
	}

	/** As the state keeps them. */
	all() {
		return [...this.#texts].map(([conv, text]) => ({ conv, text }));
	}
}
