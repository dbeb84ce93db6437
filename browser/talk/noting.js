import { today } from "./clock.js";
import { copiesIn, copyOf, lastDayOf, placeFor } from "./kept-notes.js";
import { isSame, noteOf, notesIn } from "./note-rules.js";
import { isRefusal, RoomError } from "./trouble.js";
import { Turns } from "./turns.js";

/**
 * Notes of meetings, written together: a draft, a yes, words beside an agreed note. All of it stands in the talk; the house says only
 * whether notes are written here, how a payer counts minutes, and for how long each of two keeps what both said yes to.
 * @typedef {import("./inside.js").Inside} Inside
 * @typedef {import("./note-rules.js").Note} Note
 * @typedef {Readonly<{is_on: boolean, rule: number, work: string, goals: readonly string[], keep_years: number}>} Documenting
 */

export class Part {
	#inside;
	/** @type {Documenting | null} */
	#says = null;
	/** On which last days kept notes were fetched. @type {Set<number | "all">} */
	#fetched = new Set();
	#turns = new Turns();

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
		keep: (/** @type {string} */ conv) => this.#keep(conv),
		kept: () => this.#kept(),
		today: () => today(this.#inside.given.clock),
	});

	/** null before it was asked for. */
	get shown() {
		if (this.#says === null) return null;
		return Object.freeze({ ...this.#says, copies: this.#fetched.has("all") ? copiesIn(this.#docs) : [] });
	}

	/** My yes, or my words beside a note, were stored: what both agreed to is kept. @param {string} conv */
	async sent(conv) {
		await null;
		if (this.#inside.conversations.of(conv) === null) return;
		try {
			await this.#keep(conv);
		} catch (error) {
			if (!isRefusal(error)) throw error;
		}
	}

	/** @returns {readonly import("./kept-notes.js").Doc[]} */
	get #docs() {
		return /** @type {any} */ (this.#inside.notebook.seen.own.filter(({ kind }) => kind === "notes"));
	}

	/** All that I keep, to read; what both agreed to meanwhile, in talks that are here, is kept first. */
	async #kept() {
		await this.#look();
		await this.#inside.notebook.open();
		this.#fetched.add("all");
		for (const { conversations } of this.#inside.relationships.all)
			for (const { conv } of conversations)
				if (this.#inside.conversations.of(conv) !== null) await this.#keep(conv);
		this.#inside.given.onChange();
	}

	/** One after the other: two at once would each begin a document. @param {string} conv @returns {Promise<void>} */
	#keep(conv) {
		return this.#turns.take(() => this.#keepAll(conv));
	}

	/** A copy of each note of this talk that both agreed to, where the programme asks for it. @param {string} conv */
	async #keepAll(conv) {
		await this.#look();
		const day = today(this.#inside.given.clock);
		const { known, relationship } = this.#inside.conversation(conv);
		for (const one of this.#all(conv)) {
			const last = one.agreed ? lastDayOf(one.draft, this.#says?.keep_years) : null;
			if (last === null || last < day) continue;
			await this.#fetch(last);
			const copy = copyOf(one, { name: known.name ?? "", side: relationship.mine, today: day });
			const place = placeFor(this.#docs, copy, last);
			if (place !== null)
				await this.#inside.notebook.writeOwn("notes", place.docId, /** @type {any} */ (place.change));
		}
	}

	/** @param {number} last */
	async #fetch(last) {
		const isHere = this.#fetched.has("all") || this.#fetched.has(last);
		if (isHere) return;
		if (this.#inside.notebook.seen.state !== "open") await this.#inside.notebook.fetchOwn("notes", last);
		this.#fetched.add(last);
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
		return this.#all(conv).find((one) => one.ref === ref);
	}

	/** @param {string} conv */
	#all(conv) {
		const { lines, relationship } = this.#inside.conversation(conv);
		const { mine, other } = relationship;
		return notesIn(/** @type {any} */ (lines), { mine, other: { accountId: other.account_id } });
	}

	/** @param {string} conv @param {Record<string, unknown>} card */
	async #say(conv, card) {
		await this.#inside.conversation(conv).sayAs("card", { text: JSON.stringify(card) });
	}
}
