import { toText } from "../crypto/bytes.js";
import { today } from "./clock.js";
import { roomIn, rowsIn } from "./own-rows.js";

/**
 * Units of the practice room that somebody has done: a document of their own, sealed, with numbers and days and nothing else.
 * @typedef {import("./inside.js").Inside} Inside
 */

const OWN = "training";

export class Part {
	#inside;
	#isLooked = false;

	/** @param {Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	deeds = Object.freeze({
		look: () => this.#look(),
		done: (/** @type {number} */ u) => this.#done(u),
	});

	get shown() {
		return Object.freeze({ isLooked: this.#isLooked, done: this.#units });
	}

	/** Each unit once, with the first day. @returns {readonly {u: number, day: number}[]} */
	get #units() {
		const all = rowsIn(this.#docs).map(({ u, day }) => ({ u, day }));
		const firsts = all.filter(({ u, day }) => !all.some((one) => one.u === u && one.day < day));
		return Object.freeze([...new Map(firsts.map((one) => [one.u, one])).values()]);
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

	/** Done twice counts once. @param {number} u */
	async #done(u) {
		await this.#look();
		if (this.#units.some((one) => one.u === u)) return;
		const { chance, clock } = this.#inside.given;
		const id = toText(Uint8Array.from({ length: 8 }, () => Math.floor(chance() * 256)));
		const row = { day: today(clock), id, u };
		await this.#inside.notebook.writeOwn(OWN, roomIn(this.#docs, OWN), (content) => ({
			...content,
			rows: [...content.rows, row],
		}));
	}
}
