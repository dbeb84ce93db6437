import { besideConv } from "./circle-beside.js";
import { blockedIn } from "./circle-rows.js";
import { RoomError } from "./trouble.js";

/**
 * Whose lines I do not see in a circle: of whom I blocked, and of whom I do not want to read there. The second is kept
 * sealed with what I begin to write, on all my devices: nobody learns of it, the house neither.
 */

/** All that was begun shares one sealed part, and a part has an end. */
const MOST_BYTES = 23_000;

export class CircleUnseen {
	#inside;

	/** @param {import("./inside.js").Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	/** Whose lines are not shown. @param {string} conv @returns {ReadonlySet<string>} */
	in(conv) {
		return new Set([...blockedIn(this.#inside.relationships.all), ...this.of(conv)]);
	}

	/** Whom I chose in this circle. @param {string} conv @returns {readonly string[]} */
	of(conv) {
		const text = this.#inside.drafts.of(keyOf(conv));
		return text === "" ? [] : JSON.parse(text);
	}

	/** From now on, and what was said before. @param {string} conv @param {string} accountId */
	hide(conv, accountId) {
		const all = [...this.of(conv).filter((one) => one !== accountId), accountId];
		const text = JSON.stringify(all);
		if (this.#inside.drafts.sizeWith(keyOf(conv), text) > MOST_BYTES) throw new RoomError("begun-full");
		this.#inside.draft(keyOf(conv), text);
	}

	/** @param {string} conv @param {string} accountId */
	show(conv, accountId) {
		const all = this.of(conv).filter((one) => one !== accountId);
		this.#inside.draft(keyOf(conv), all.length === 0 ? "" : JSON.stringify(all));
	}
}

const keyOf = besideConv("circle: not seen");
