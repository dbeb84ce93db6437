import { toText } from "../crypto/bytes.js";
import { today } from "./clock.js";
import { roomIn, rowsIn, without } from "./own-rows.js";

/**
 * How a specialist is, for themselves alone: a document of their own, sealed. Nothing is added up, and nothing goes to anybody.
 * @typedef {import("./inside.js").Inside} Inside
 * @typedef {Readonly<{docId: string, a: readonly number[], b: string, day: number, id: string}>} Look
 */

const OWN = "wellbeing";

export class Part {
	#inside;
	#isLooked = false;

	/** @param {Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	deeds = Object.freeze({
		look: () => this.#look(),
		/** @param {{a: number[], b: string}} said */
		keep: (said) => this.#keep(said),
		/** @param {Look} look */
		drop: (look) => this.#drop(look),
	});

	/** The newest first. @returns {Readonly<{isLooked: boolean, looks: readonly Look[]}>} */
	get shown() {
		const looks = /** @type {readonly Look[]} */ (/** @type {unknown} */ (rowsIn(this.#docs)));
		return Object.freeze({
			isLooked: this.#isLooked,
			looks: Object.freeze([...looks].sort((one, other) => other.day - one.day)),
		});
	}

	get #docs() {
		return this.#inside.notebook.seen.own.filter(({ kind }) => kind === OWN);
	}

	async #look() {
		if (this.#isLooked) return;
		if (this.#inside.notebook.seen.state !== "open") await this.#inside.notebook.fetchOwn(OWN);
		this.#isLooked = true;
		this.#inside.given.onChange();
	}

	/** @param {{a: number[], b: string}} said */
	async #keep({ a, b }) {
		await this.#look();
		const { chance, clock, onChange } = this.#inside.given;
		const id = toText(Uint8Array.from({ length: 8 }, () => Math.floor(chance() * 256)));
		const row = { a, b: b.trim(), day: today(clock), id };
		await this.#inside.notebook.writeOwn(OWN, roomIn(this.#docs, OWN), (content) => ({
			...content,
			rows: [...content.rows, row],
		}));
		onChange();
	}

	/** @param {Look} look */
	async #drop({ docId, ...row }) {
		await this.#inside.notebook.writeOwn(OWN, docId, (content) => without(content, row));
		this.#inside.given.onChange();
	}
}
