import { wordsOfDanger } from "../listening/danger.js";
import { RoomError } from "./trouble.js";

/**
 * Words of danger in what somebody writes: looked for on their own device, for them alone, and only where the programme and they chose it.
 * A draft goes in and its own words come out. Nothing of it is kept, sent or counted.
 * @typedef {import("./inside.js").Inside} Inside
 */

export class Part {
	#inside;

	/** @param {Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	deeds = Object.freeze({
		look: (/** @type {string} */ draft) => this.#look(draft),
		turn: (/** @type {boolean} */ on) => this.#turn(on),
	});

	/** There is nothing to see of it elsewhere. */
	shown = null;

	/** @param {string} draft @returns {readonly string[]} */
	#look(draft) {
		return this.#mayBe && this.#inside.notes.isHinting ? wordsOfDanger(draft) : [];
	}

	/** Where the programme took it back, it can still be switched off. @param {boolean} on */
	async #turn(on) {
		if (on && !this.#mayBe) throw new RoomError("not-now");
		const { core, onChange } = this.#inside.given;
		this.#inside.notes.take(await core.keepNotes({ hints: on }));
		this.#inside.saving.soon();
		onChange();
	}

	get #mayBe() {
		return this.#inside.given.config.hints === true;
	}
}
