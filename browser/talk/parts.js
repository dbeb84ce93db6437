import { RoomError } from "./trouble.js";

/**
 * Parts of the room that many visits never need: each is fetched when it is first asked for.
 * Its module exports `class Part`: made with the inside, `deeds` by name, `shown` for screens (frozen), `again()` to look once more, `sent(conv)` when something of mine was stored there, and `end()` if anything runs.
 * @typedef {import("./inside.js").Inside} Inside
 * @typedef {{deeds: Readonly<Record<string, (...all: any[]) => any>>, shown: unknown, again?: () => unknown, sent?: (conv: string) => unknown, end?: () => void}} Part
 * @typedef {Readonly<Record<string, () => Promise<{Part: new (inside: Inside) => Part}>>>} Modules
 */

/** @type {Modules} */
const MODULES = Object.freeze({
	answering: () => import("./answering.js"),
	later: () => import("./later.js"),
	hearing: () => import("./hearing.js"),
	checking: () => import("./checking.js"),
	packs: () => import("./packs.js"),
	meeting: () => import("./meeting.js"),
	mending: () => import("./mending.js"),
	supporting: () => import("./supporting.js"),
	listening: () => import("./listening.js"),
	hinting: () => import("./hinting.js"),
	vows: () => import("./vowing.js"),
	path: () => import("./path.js"),
	houseRules: () => import("./house-rules.js"),
	onCall: () => import("./on-call.js"),
	credentials: () => import("./credentials.js"),
	debrief: () => import("./debrief.js"),
	carrying: () => import("./carrying.js"),
	thinking: () => import("./thinking.js"),
	wellbeing: () => import("./wellbeing.js"),
	certificates: () => import("./certificates.js"),
	circles: () => import("./circles.js"),
	circleStories: () => import("./circle-stories.js"),
	practising: () => import("./practising.js"),
	library: () => import("./library.js"),
	training: () => import("./training.js"),
	stories: () => import("./stories.js"),
	ripple: () => import("./ripple.js"),
	concerning: () => import("./concerning.js"),
	measuring: () => import("./measuring.js"),
	noting: () => import("./noting.js"),
});

export class Parts {
	#inside;
	#modules;
	/** @type {Map<string, Promise<Part>>} */
	#coming = new Map();
	/** @type {Map<string, Part>} */
	#here = new Map();
	#ended = false;

	/** @param {Inside} inside @param {Modules} [modules] */
	constructor(inside, modules = MODULES) {
		this.#inside = inside;
		this.#modules = modules;
	}

	/** What each part that is here shows; the others are not here yet. @returns {Readonly<Record<string, any>>} */
	get shown() {
		return Object.freeze(Object.fromEntries([...this.#here].map(([name, part]) => [name, part.shown])));
	}

	/** @param {string} name @returns {Promise<any>} offline where it cannot be fetched; the next call tries again */
	async of(name) {
		const coming = this.#coming.get(name) ?? this.#bring(name);
		this.#coming.set(name, coming);
		try {
			return await coming;
		} catch (error) {
			this.#coming.delete(name);
			throw error;
		}
	}

	/** @param {string} name @param {string} deed @param {any[]} all what it takes */
	async deed(name, deed, ...all) {
		const { deeds } = await this.of(name);
		return await /** @type {any} */ (deeds[deed])(...all);
	}

	/** The house said that something changed: what is here looks again. */
	async again() {
		for (const part of this.#here.values()) await part.again?.();
	}

	/** Something of mine was stored in a talk: whoever waited for it hears of it. @param {string} conv */
	async sent(conv) {
		for (const part of this.#here.values()) await part.sent?.(conv);
	}

	end() {
		this.#ended = true;
		for (const part of this.#here.values()) part.end?.();
	}

	/** @param {string} name @returns {Promise<Part>} */
	async #bring(name) {
		const bring = this.#modules[name];
		if (bring === undefined) throw new Error(`no part is called ${name}`);
		const { Part } = await bring().catch(() => {
			throw new RoomError("offline");
		});
		const part = new Part(this.#inside);
		if (this.#ended) part.end?.();
		this.#here.set(name, part);
		this.#inside.given.onChange();
		return part;
	}
}
