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
	/** @type {Promise<any> | null} */
	#coming = null;
	/** @type {Readonly<Record<string, import("./seldom.js").Seldom>>} */
	#seldom = {};
	/** @type {(more: Record<string, [import("./places.js").Drawing, string | null]>) => void} */
	#learn = () => undefined;
	/** @type {Map<string, boolean>} screens that come by themselves: is it here? */
	#fetched = new Map();

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
		if (this.#isHere) return this.#follow(screen, arrived);
		if (this.#coming !== null) return;
		if (screen === "linked" || isOnTheWay.has(door) || (work !== null && deeds.has(work)))
			this.#begin(arrived);
	}

	/** @param {string} screen */
	canDraw(screen) {
		return before.has(screen) || (this.#isHere && (this.#fetched.get(screen) ?? !(screen in this.#seldom)));
	}

	/** A line that fails is tried again: nobody stands before an empty page for good. @param {() => void} arrived */
	async #begin(arrived) {
		this.#coming = this.#fetch();
		try {
			const { seldom = {}, learn = this.#learn } = (await this.#coming) ?? {};
			[this.#seldom, this.#learn] = [seldom, learn];
			this.#isHere = true;
			arrived();
		} catch {
			this.#later(() => this.#begin(arrived), PATIENCE);
		}
	}

	/** A screen that comes by itself: fetched once, and tried again as long as a line fails. @param {string} screen @param {() => void} arrived */
	#follow(screen, arrived) {
		if (this.#fetched.has(screen) || !(screen in this.#seldom)) return;
		this.#fetched.set(screen, false);
		return this.#bring(screen, arrived);
	}

	/** @param {string} screen @param {() => void} arrived */
	async #bring(screen, arrived) {
		const row = this.#seldom[screen];
		if (row === undefined) return;
		try {
			await row.bring();
			this.#learn({ [screen]: [row.draw, row.step] });
			this.#fetched.set(screen, true);
			arrived();
		} catch {
			this.#later(() => this.#bring(screen, arrived), PATIENCE);
		}
	}
}

/** A browser's own timer wants to be called by nobody. @param {() => void} again @param {number} wait */
const afterwards = (again, wait) => setTimeout(again, wait);

async function bring() {
	const [{ seldom }, { learnPlaces: learn }] = await Promise.all([
		import("./seldom.js"),
		import("./inside.js"),
		learnInside(),
	]);
	return { seldom, learn };
}
