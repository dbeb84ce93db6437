import { today } from "./clock.js";
import { isSame, noteOf, notesIn } from "./note-rules.js";
import { RoomError } from "./trouble.js";

/**
 * Notes of meetings, written together: a draft, a yes, words beside an agreed note. All of it stands in the talk; the house says only
 * whether notes are written here, and how a payer counts minutes.
 * @typedef {import("./inside.js").Inside} Inside
 * @typedef {import("./note-rules.js").Note} Note
 * @typedef {Readonly<{is_on: boolean, rule: number, work: string, goals: readonly string[]}>} Documenting
 */

export class Part {
	#inside;
	/** @type {Documenting | null} */
	#says = null;

	/** @param {Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	deeds = Object.freeze({
		look: () => this.#look(),
		suggest: (/** @type {string} */ conv, /** @type {Note} */ note) => this.#suggest(conv, note),
		agree: (/** @type {string} */ conv, /** @type {Note} */ note) => this.#agree(conv, note),
		add: (/** @type {string} */ conv, /** @type {string} */ ref, /** @type {string} */ words) =>
			this.#add(conv, ref, words),
		today: () => today(this.#inside.given.clock),
	});

	/** null before it was asked for. */
	get shown() {
		return this.#says;
	}

	async #look() {
		if (this.#says !== null) return;
		this.#says = Object.freeze(await this.#inside.given.api.part("GET", "documenting"));
		this.#inside.given.onChange();
	}

	/** @param {string} conv @param {Note} note */
	async #suggest(conv, note) {
		if (note.words.trim() === "") throw new RoomError("empty");
		if (this.#written(conv, note.ref)?.agreed === true) throw new RoomError("note-stands");
		await this.#say(conv, { t: "note-draft", ...noteOf(note) });
	}

	/** A yes is for exactly the words that were seen. @param {string} conv @param {Note} note */
	async #agree(conv, note) {
		const stands = this.#written(conv, note.ref);
		if (stands === undefined || stands.agreed || !isSame(stands.draft, note))
			throw new RoomError("note-moved");
		await this.#say(conv, { t: "note-agreed", ...noteOf(note) });
	}

	/** @param {string} conv @param {string} ref @param {string} text */
	async #add(conv, ref, text) {
		const words = text.trim();
		if (words === "") throw new RoomError("empty");
		if (this.#written(conv, ref)?.agreed !== true) throw new RoomError("not-found");
		await this.#say(conv, { t: "note-added", ref, words });
	}

	/** @param {string} conv @param {string} ref */
	#written(conv, ref) {
		const { lines, relationship } = this.#inside.conversation(conv);
		const { mine, other } = relationship;
		return notesIn(/** @type {any} */ (lines), { mine, other: { accountId: other.account_id } }).find(
			(one) => one.ref === ref,
		);
	}

	/** @param {string} conv @param {Record<string, unknown>} card */
	async #say(conv, card) {
		await this.#inside.conversation(conv).sayAs("card", { text: JSON.stringify(card) });
	}
}
