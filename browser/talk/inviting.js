import { today } from "./clock.js";
import { isRefusal } from "./trouble.js";

/**
 * How people came to know each other: links a specialist makes, and who was checked.
 * @typedef {import("./relationships.js").Relation} Relation
 * @typedef {Readonly<{is: "came" | "fits" | "other" | "checked" | "before" | null, how: "link" | "person" | "words" | null, day: number | null}>} Met
 * @typedef {Readonly<{inviteId: string, how: "link" | "person", ends: number, state: "open" | "used" | "over" | "back", text: string | null, accountId: string | null, again: boolean}>} Invite
 */

export class Inviting {
	#inside;
	/** @type {readonly Invite[]} */
	#invites = Object.freeze([]);
	/** @type {Map<number, Met>} */
	#met = new Map();

	/** @param {import("./inside.js").Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	get shown() {
		return this.#invites;
	}

	/** @param {Relation} relation @returns {Met | null} */
	metBy({ id }) {
		const met = this.#met.get(id);
		return met === undefined || met.is === null ? null : met;
	}

	/** A link is kept sealed before the house hears of it, and shown after. @param {"link" | "person"} how */
	async make(how) {
		const { core, api, clock } = this.#inside.given;
		const { invite_id } = await core.makeInvite({ how, day: today(clock) });
		await this.#inside.saving.save();
		await api.invite({ invite_id });
		await this.read();
		return invite_id;
	}

	/** @param {string} inviteId */
	async takeBack(inviteId) {
		const { core, api } = this.#inside.given;
		await api.takeInviteBack({ invite_id: inviteId });
		await core.takeInviteBack({ invite_id: inviteId });
		this.#inside.saving.soon();
		await this.read();
	}

	/** What the house lists, with what only this place knows of it. */
	async read() {
		if (!this.#inside.me.roles.includes(2)) return;
		const { core, api, clock } = this.#inside.given;
		const listed = new Map(
			(await api.invites()).invites.map((/** @type {any} */ row) => [row.invite_id, row]),
		);
		const { invites } = await core.invites({ day: today(clock) });
		const shown = invites.flatMap((/** @type {any} */ one) => {
			const row = listed.get(one.invite_id);
			return row === undefined ? [] : [inviteView(one, row)];
		});
		this.#invites = Object.freeze(shown);
		this.#inside.given.onChange();
	}

	/** A cut line is met again by whatever comes next. */
	async readQuietly() {
		try {
			await this.read();
		} catch (error) {
			if (!isRefusal(error)) throw error;
		}
	}

	/** The other's six words, and mine. @param {Relation} relation */
	async safetyWords(relation) {
		const { core } = this.#inside.given;
		const theirs = await core.safetyWords({ relationship: relation });
		const mine = await core.safetyWords({});
		const { text } = await core.myPicture({ relationship: relation });
		return Object.freeze({ mine: mine.words, theirs: theirs.words, picture: text });
	}

	/** They compared them. @param {Relation} relation */
	async compared(relation) {
		const { core, clock } = this.#inside.given;
		await core.wordsCompared({ relationship: relation, day: today(clock) });
		await this.#noted(relation);
	}

	/** What a camera read from the other's screen. @param {Relation} relation @param {string} text @returns {Promise<"same" | "other" | "none">} */
	async scanned(relation, text) {
		const { core, clock } = this.#inside.given;
		const { is } = await core.theirPicture({ relationship: relation, text, day: today(clock) });
		if (is === "same") await this.#noted(relation);
		return is;
	}

	/** @param {Relation} relation */
	async #noted(relation) {
		this.#inside.saving.soon();
		await this.meet([relation]);
		this.#inside.given.onChange();
	}

	/** @param {readonly Relation[]} relations */
	async meet(relations) {
		for (const relation of relations) {
			const before = this.#met.get(relation.id)?.is;
			const met = await this.#metBy(relation);
			this.#met.set(relation.id, met);
			if (met.is === "checked" && before !== "checked") this.#inside.saving.soon();
		}
	}

	/** @param {Relation} relation @returns {Promise<Met>} */
	async #metBy(relation) {
		try {
			return Object.freeze(await this.#inside.given.core.met({ relationship: relation }));
		} catch (error) {
			if (!isRefusal(error)) throw error;
			return Object.freeze({ is: null, how: null, day: null });
		}
	}
}

/** @param {any} one from the core @param {any} row from the house @returns {Invite} */
function inviteView({ invite_id, how, ends, state, text, account_id }, { used, came_again }) {
	// Used for an ask that was not answered yet, or by somebody whose link did not fit.
	const isTaken = used && state === "open";
	return Object.freeze({
		...{ inviteId: invite_id, how, ends, state: isTaken ? "used" : state },
		...{ text: isTaken ? null : text, accountId: account_id, again: came_again },
	});
}
