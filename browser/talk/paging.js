import { RoomError } from "./trouble.js";

const [FIRST, LARGEST] = [50, 200];

/** @typedef {Readonly<import("./known.js").Known>} Known */

/** One page of older lines at a time; who reads on gets larger ones. */
export class Paging {
	#size = FIRST;
	/** Where the page began that was asked for last, and where one brought nothing. */
	#asked = "";
	#held = "";
	/** @type {(() => void) | null} */
	#done = null;

	get isLoading() {
		return this.#done !== null;
	}

	/** How many lines the next page has. */
	get size() {
		return this.#size;
	}

	/** Is there more to read, before what is here or in a stretch somebody was granted? "held": the house was asked and brought nothing, so nobody asks again by themselves. @param {Known} known @returns {"loading" | "none" | "more" | "held"} */
	older(known) {
		if (this.isLoading) return "loading";
		if (known.base === 0 && known.stretches.length === 0) return "none";
		return this.#held === placeOf(known) ? "held" : "more";
	}

	/** Whether a page may be asked for now, by who presses. @param {Known} known */
	mayAsk(known) {
		return !known.stopped && ["more", "held"].includes(this.older(known));
	}

	/** Nobody reads on from here. */
	beginAnew() {
		this.#size = FIRST;
	}

	/** Until the page is here, or the line went away. @param {Known} known @param {boolean} isAsked whether there was a line to ask over @returns {Promise<void>} */
	wait(known, isAsked) {
		if (!isAsked) throw new RoomError("offline");
		this.#asked = placeOf(known);
		this.#size = Math.min(2 * this.#size, LARGEST);
		return new Promise((done) => {
			this.#done = done;
		});
	}

	/** @param {Known | null} [known] what stands now that the house has answered; where it could not, another try is worth it */
	loaded(known = null) {
		if (known === null) this.#held = "";
		else if (this.isLoading && placeOf(known) === this.#asked) this.#held = this.#asked;
		this.#done?.();
		this.#done = null;
	}
}

/** Where the next page begins. @param {Known} known */
const placeOf = ({ base, stretches }) => `${base} ${stretches.length} ${stretches[0]?.upto ?? 0}`;

/** Each stretch that was granted is fetched by itself, from its end. @param {Known} known @param {number} size @returns {[number, number]} before which line, and how many */
export function nextPage({ base, stretches }, size) {
	const [stretch] = stretches;
	if (base > 0 || stretch === undefined) return [base + 1, size];
	return [stretch.upto + 1, Math.min(LARGEST, stretch.upto - stretch.n)];
}
