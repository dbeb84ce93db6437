/** Fetches the screens behind the door and what is said there, so that a first visit is light on a slow line. */
import { learnInside } from "../words/index.js";

/** Doors that somebody is just going through, or has gone through. */
const isOnTheWay = new Set(["renewing", "inside", "locked", "closed"]);
const deeds = new Set([
	"making-lock",
	"opening-lock",
	"opening-device",
	"opening-passkey",
	"opening-spare",
	"renewing",
]);
const PATIENCE = 3_000;

/** @typedef {import("./seen.d.ts").View} View */

/** Screens that come with the page itself. */
const before = new Set(["plain", "come-in", "come-back", "open-here", "locked", "spare", "neither"]);

export class Indoors {
	#fetch;
	#later;
	#isHere = false;
	/** @type {Promise<unknown> | null} */
	#coming = null;

	/**
	 * @param {() => Promise<unknown>} [fetch] brings screens and words
	 * @param {(again: () => void, wait: number) => unknown} [later]
	 */
	constructor(fetch = bring, later = afterwards) {
		this.#fetch = fetch;
		this.#later = later;
	}

	/**
	 * Called whenever something changed: fetches once, as soon as somebody is on the way in.
	 * @param {View} view @param {() => void} arrived @param {string} [screen] that somebody came for; a link opens without a door
	 */
	follow({ door, work }, arrived, screen = "") {
		if (this.#coming !== null) return;
		if (screen === "linked" || isOnTheWay.has(door) || (work !== null && deeds.has(work)))
			this.#begin(arrived);
	}

	/** @param {string} screen */
	canDraw(screen) {
		return this.#isHere || before.has(screen);
	}

	/** A line that fails is tried again: nobody stands before an empty page for good. @param {() => void} arrived */
	async #begin(arrived) {
		this.#coming = this.#fetch();
		try {
			await this.#coming;
			this.#isHere = true;
			arrived();
		} catch {
			this.#later(() => this.#begin(arrived), PATIENCE);
		}
	}
}

/** A browser's own timer wants to be called by nobody. @param {() => void} again @param {number} wait */
const afterwards = (again, wait) => setTimeout(again, wait);

const bring = () => Promise.all([import("./inside.js"), learnInside()]);
