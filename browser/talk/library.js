import { isRefusal } from "./trouble.js";

/**
 * The programme's library: titles are fetched all alike, looking and hiding happen here; one's own stories on their way.
 * @typedef {Readonly<{ref: string, lang: string, title: string, called: string, themes: readonly string[], notes: readonly string[], own_note: string, minutes: number}>} Card
 * @typedef {Card & Readonly<{words: string, mine: boolean}>} Story
 * @typedef {Readonly<{use: number, lang: string, text: string, hash: string}>} Text what stands beside a tick
 * @typedef {Readonly<{ref: string, state: string, version: number, lang: string, title: string, called: string, words: string, themes: readonly string[], notes: readonly string[], own_note: string, may_go_on: boolean, rests_for: number, said: string, ended_on: number | null, stands_until: number | null, yeses: readonly {use: number, text: string, given_on: number}[], totals: {answers: number, helped: number, too_much: number, like_mine: number} | null}>} Own
 */

/** What stories speak of is hidden by its note: both lists have "eating". @param {string} note */
export const hiddenNote = (note) => `n:${note}`;

/** So many titles are as many as a room fetches: a hundred at a time. */
const MOST_PAGES = 50;

export class Part {
	#inside;
	/** @type {readonly Card[] | null} */
	#cards = null;

	/** @param {import("./inside.js").Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	/** What may be shown here; null before it was fetched. */
	get shown() {
		const hides = this.#hides;
		const isHidden = (/** @type {Card} */ { themes, notes }) =>
			[...themes, ...notes.map(hiddenNote)].some((one) => hides.includes(one));
		const cards = this.#cards?.filter((card) => !isHidden(card)) ?? null;
		return Object.freeze({ cards, hides, left: (this.#cards?.length ?? 0) - (cards?.length ?? 0) });
	}

	get deeds() {
		return Object.freeze({
			list: () => this.list(),
			read: (/** @type {string} */ ref) =>
				this.#reading(ref, () => this.#ask("GET", encodeURIComponent(ref))),
			answer: (/** @type {string} */ ref, /** @type {string[]} */ said) =>
				this.#reading(ref, () => this.#ask("POST", `${encodeURIComponent(ref)}/answer`, { said })),
			hide: (/** @type {string[]} */ ids) => this.hide(ids),
			texts: () => this.#ask("GET", "texts"),
			own: () => this.#own("GET", "own"),
			look: () => this.look(),
			handIn: (/** @type {object} */ story) => this.#own("POST", "own", story),
			goOn: (/** @type {string} */ ref, /** @type {number} */ version) =>
				this.#own("POST", `own/${encodeURIComponent(ref)}/go-on`, { version }),
			stands: (/** @type {string} */ ref, /** @type {number} */ version) =>
				this.#own("POST", `own/${encodeURIComponent(ref)}/stands`, { version }),
			takeBack: (/** @type {string} */ ref) => this.#own("DELETE", `own/${encodeURIComponent(ref)}`),
			takeBackUse: (/** @type {string} */ ref, /** @type {number} */ use) =>
				this.#own("DELETE", `own/${encodeURIComponent(ref)}/uses/${use}`),
		});
	}

	/** Every title there is, the newest first; what was taken back meanwhile is gone from here as well. */
	async list() {
		/** @type {Card[]} */
		const cards = [];
		for (let page = 1; page <= MOST_PAGES; page += 1) {
			const { stories, has_more } = await this.#ask("GET", `?page=${page}`);
			cards.push(...stories);
			if (!has_more) break;
		}
		const known = new Map(cards.map((card) => [card.ref, Object.freeze(card)]));
		this.#cards = Object.freeze([...known.values()]);
		this.#inside.given.onChange();
	}

	/** A story that is not there any more has no title here either. @param {string} ref @param {() => Promise<any>} ask */
	async #reading(ref, ask) {
		try {
			return await ask();
		} catch (error) {
			const isGone = isRefusal(error) && /** @type {{code: string}} */ (error).code === "not-found";
			if (isGone && this.#cards !== null) {
				this.#cards = Object.freeze(this.#cards.filter((card) => card.ref !== ref));
				this.#inside.given.onChange();
			}
			throw error;
		}
	}

	/** My own, and that I looked at them: what the team did is no news any more. */
	async look() {
		const stories = await this.#own("GET", "own");
		if (this.#inside.me.library_news === true) await this.#seen();
		return stories;
	}

	/** A cut line says it at the next look. */
	async #seen() {
		try {
			await this.#ask("POST", "own/seen");
			this.#inside.mePart({ library_news: false });
		} catch (error) {
			if (!isRefusal(error)) throw error;
		}
	}

	/** What I would rather not read about: sealed with my own things, and sent to nobody. @param {string[]} ids themes, and notes by `hiddenNote` */
	async hide(ids) {
		const { core, onChange } = this.#inside.given;
		this.#inside.notes.take(await core.keepNotes({ hides: [...new Set(ids)].sort().join(" ") }));
		this.#inside.saving.soon();
		onChange();
	}

	get #hides() {
		return this.#inside.notes.hides;
	}

	/** @param {"GET" | "POST" | "DELETE"} method @param {string} path @param {object} [body] @returns {Promise<readonly Own[]>} */
	async #own(method, path, body) {
		const { stories } = await this.#ask(method, path, body);
		return Object.freeze(stories);
	}

	/** @param {"GET" | "POST" | "DELETE"} method @param {string} path @param {object} [body] */
	#ask(method, path, body) {
		const whole = path.startsWith("?") ? `library${path}` : `library/${path}`;
		return this.#inside.given.api.part(method, whole, body);
	}
}
