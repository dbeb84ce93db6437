import { isRefusal, RoomError } from "./trouble.js";

/**
 * A link somebody came by. What it holds stays in this page's memory until it was used, and is nobody else's.
 * @typedef {"looking" | "open" | "gone" | "odd" | "house" | "other"} State `gone`: used, over, or never there; `odd`: not whole; `house`: of another programme; `other`: nobody here is who it names
 * @typedef {Readonly<{state: State, how: "link" | "person" | null, accountId: string | null}>} Shown
 */

/** @type {Record<string, State>} */
const NOT_OURS = {
	"invite-form": "odd",
	"invite-house": "house",
	"invite-other": "other",
	"not-found": "gone",
};
const ANYONE = Object.freeze({ facts: [], langs: [], matters: null, anyone: true });

export class Invited {
	#front;
	#onChange;
	#text = "";
	#username = "";
	/** @type {Shown | null} */
	#shown = null;

	/** @param {import("./front.js").Front} front @param {() => void} onChange */
	constructor(front, onChange) {
		this.#front = front;
		this.#onChange = onChange;
	}

	/** Who opens a place with it is the only one who sees it from then on. */
	get shown() {
		const { inside } = this.#front;
		if (inside === null || this.#shown === null) return this.#shown;
		if (this.#username === "") this.#username = inside.username;
		return this.#username === inside.username ? this.#shown : null;
	}

	/** Nothing for anybody else. @param {string} accountId */
	#textFor(accountId) {
		const { shown } = this;
		return shown?.state === "open" && shown.accountId === accountId ? this.#text : undefined;
	}

	/** @param {string} text behind the # of the link, which is gone from the address already */
	async bring(text) {
		this.#text = text;
		this.#username = "";
		this.#show("looking");
		await this.look();
	}

	/** Once the house can be asked: is it ours, and can it still be used? */
	async look() {
		if (this.#shown?.state !== "looking" || this.#front.doorway.config === null) return;
		await this.#judged(async () => {
			await this.#front.doorway.ready();
			const { invite_id, how } = await this.#front.doorway.core.readInvite({ text: this.#text });
			await this.#front.api.lookAtInvite({ invite_id });
			this.#show("open", { how });
		});
		// Not reached just now: the ask will tell.
		if (this.#shown?.state === "looking") this.#show("open");
	}

	/** Whose it is, once people can be seen. */
	async find() {
		const { finding, given } = this.#front.in;
		await this.#judged(async () => {
			await finding.find(ANYONE);
			const { account_id } = await given.core.invitedBy({ text: this.#text });
			this.#show("open", { how: this.#shown?.how ?? null, accountId: account_id });
		});
		if (this.#shown?.state === "open" && this.#shown.accountId === null) throw new RoomError("offline");
	}

	/**
	 * Asks with the link, where it is for this person; a link that does not hold any more is said to be gone.
	 * @template {{accountId: string}} G @template T
	 * @param {G} given @param {(all: G & {invite?: string}) => Promise<T>} ask
	 */
	async asking(given, ask) {
		const invite = this.#textFor(given.accountId);
		if (invite === undefined) return await ask(given);
		try {
			const asked = await ask({ ...given, invite });
			this.drop();
			return asked;
		} catch (error) {
			if (isRefusal(error) && /** @type {any} */ (error).code === "not-found") this.#show("gone");
			throw error;
		}
	}

	drop() {
		this.#text = "";
		this.#shown = null;
		this.#onChange();
	}

	/** @param {() => Promise<void>} deed */
	async #judged(deed) {
		try {
			await deed();
		} catch (error) {
			if (!isRefusal(error)) throw error;
			const state = NOT_OURS[/** @type {any} */ (error).code];
			if (state !== undefined) this.#show(state);
		}
	}

	/** @param {State} state @param {Partial<Shown>} [more] */
	#show(state, more = {}) {
		this.#shown = Object.freeze({ how: null, accountId: null, ...more, state });
		this.#onChange();
	}
}
