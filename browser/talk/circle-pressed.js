import { besideConv } from "./circle-beside.js";
import { stillPressed } from "./circle-settling.js";

/**
 * What a host pressed that is not on the wire yet, kept with what was begun and sealed: whom they let in, whom they asked to lead.
 * The house says who may be named; only this says whom this room signs for.
 * @typedef {import("./circle-settling.js").Pressed} Pressed
 */

const NOTHING = Object.freeze({ in: [], lead: [] });

export class CirclePressed {
	#inside;

	/** @param {import("./inside.js").Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	/** @param {string} conv @returns {Pressed} */
	of(conv) {
		const text = this.#inside.drafts.of(keyOf(conv));
		return text === "" ? NOTHING : { ...NOTHING, ...JSON.parse(text) };
	}

	/** @param {string} conv @param {keyof Pressed} what @param {string} accountId */
	add(conv, what, accountId) {
		const before = this.of(conv);
		if (before[what].includes(accountId)) return;
		this.#keep(conv, { ...before, [what]: [...before[what], accountId] });
	}

	/** What stands on the wire by now is forgotten here. @param {string} conv @param {any} circle */
	settle(conv, circle) {
		const before = this.of(conv);
		const now = stillPressed(before, circle);
		if (now.in.length !== before.in.length || now.lead.length !== before.lead.length) this.#keep(conv, now);
	}

	/** @param {string} conv @param {Pressed} pressed */
	#keep(conv, pressed) {
		const isEmpty = pressed.in.length + pressed.lead.length === 0;
		this.#inside.draft(keyOf(conv), isEmpty ? "" : JSON.stringify(pressed));
	}
}

const keyOf = besideConv("circle: pressed");
