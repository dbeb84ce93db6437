import { drawName } from "../vault/names.js";
import { Place } from "../vault/place.js";
import { readConfig } from "../wire/config.js";
import { readLists } from "../wire/lists.js";
import { today } from "./clock.js";
import { RoomError } from "./trouble.js";

/**
 * Before and after being inside: the installation, its lists, an offer of a name and words, the ways in.
 * @typedef {import("../vault/place.js").Offer} Offer
 * @typedef {import("../vault/place.js").Opened & {username: string}} Entered
 * @typedef {object} Given
 * @property {() => any} makeCore a fresh core, with workers of its own
 * @property {import("../wire/api.js").Api} api
 * @property {import("../wire/request.js").Fetch} fetch
 * @property {import("./clock.js").Clock} clock
 * @property {() => number} chance
 * @property {string} language
 * @property {URL} [listsFrom]
 * @property {() => Promise<unknown>} [rest]
 */

/** How a core ends that did not come whole. */
const CUT_OFF = new Set(["no-wasm", "offline"]);
const A_WHILE = 2_000;

export class Doorway {
	#given;
	/** @type {any} */
	#core = null;
	/** @type {Place | null} */
	#place = null;
	/** @type {Promise<void> | null} the core on its way */
	#coming = null;
	/** @type {import("../wire/config.js").Config | null} */
	config = null;
	/** @type {import("../wire/lists.js").Lists | null} */
	lists = null;
	/** @type {any[] | null} */
	help = null;
	/** @type {Offer | null} */
	offer = null;
	/** @type {{username: string, state: object} | null} a sealed state that did not arrive before a lock, and whose it is */
	#unsaved = null;

	/** @param {Given} given */
	constructor(given) {
		this.#given = given;
		/** The language in force: the one asked for, when it is switched on. */
		this.language = given.language;
	}

	get core() {
		return this.#core;
	}

	/** What the installation says: enough to show a door. What opens it follows. */
	async open() {
		this.endCore();
		this.lists = null;
		await this.readAgain();
		const { langs } = /** @type {import("../wire/config.js").Config} */ (this.config);
		if (!langs.includes(this.language)) this.language = langs[0] ?? "en";
	}

	/** Lists, a core that knows what the installation says, an offer, help lines. A line that fails is tried once more. */
	async makeReady({ isLast = false } = {}) {
		const help = this.#bringHelp(this.language);
		try {
			await this.newOffer();
		} catch (error) {
			if (isLast || /** @type {any} */ (error).code !== "offline") throw error;
			await new Promise((over) => this.#given.clock.after(A_WHILE, () => over(undefined)));
			await this.makeReady({ isLast: true });
		}
		await help;
	}

	/** Promise, help and names in another language; keys and what was typed stay. @param {string} language */
	async speak(language) {
		const [lists, help] = await Promise.all([this.#readLists(language), this.#readHelp(language)]);
		this.language = language;
		this.lists = lists;
		this.help = help ?? this.help;
	}

	/** @param {string} language */
	#readLists(language) {
		const { fetch, listsFrom } = this.#given;
		return readLists({ fetch, language, ...(listsFrom ? { from: listsFrom } : {}) });
	}

	/** The settings moved: what the installation says now. */
	async readAgain() {
		const config = readConfig(await this.#given.api.config());
		this.#given.api.goTo(config.api);
		this.config = config;
	}

	/** A core without any key: after a lock nothing of the old one is left. */
	renewCore() {
		this.endCore();
		return this.ready();
	}

	/** The core, or a new one after the old one was ended; however many ask, one is made. */
	async ready() {
		this.#coming ??= this.#makeCore();
		const coming = this.#coming;
		try {
			await coming;
		} catch (error) {
			if (this.#coming === coming) this.endCore();
			throw error;
		}
	}

	/** Its files and the lists are on their way side by side. */
	async #makeCore() {
		this.#core ??= this.#given.makeCore();
		await this.#given.rest?.();
		const lists = this.lists ?? (await this.#readLists(this.language));
		this.lists ??= lists;
		try {
			await this.#startCore();
		} catch (error) {
			// Clearing what the browser kept, at sign-out, can cut a worker's script off on its way: once more.
			if (!CUT_OFF.has(/** @type {any} */ (error).code)) throw error;
			this.#core?.end();
			this.#core = null;
			await this.#startCore();
		}
	}

	async #startCore() {
		if (this.config === null || this.lists === null) throw new RoomError("offline");
		const { home, roster, log } = this.config;
		const { five, promise, facts } = this.lists;
		this.#core ??= this.#given.makeCore();
		this.#place = new Place({
			core: this.#core,
			api: this.#given.api,
			language: () => this.language,
			drawName: () => drawName(this.#names(), this.#given.chance),
		});
		await this.#core.init({ home, roster, log, lists: { five, promise, facts } });
	}

	/** The lists that names are drawn from, in the language in force. */
	#names() {
		if (this.lists === null) throw new RoomError("offline");
		return this.lists;
	}

	endCore() {
		this.#core?.end();
		this.#core = null;
		this.#place = null;
		this.#coming = null;
	}

	get place() {
		if (this.#place === null) throw new RoomError("offline");
		return this.#place;
	}

	/** Another name and other words; for someone who renews, other words alone. @param {string} [username] */
	async newOffer(username) {
		await this.ready();
		this.offer = Object.freeze(
			username === undefined ? await this.place.offer() : await this.place.offerFor(username),
		);
	}

	/** @param {string} [link] @returns {Promise<Entered & {changed: boolean}>} */
	async comeIn(link) {
		const offer = this.#takeOffer();
		const entered = await this.place.comeIn({
			offer,
			day: this.#today(),
			...(link === undefined ? {} : { link }),
		});
		this.offer = null;
		return { ...entered, changed: entered.username !== offer.username };
	}

	/** @param {{username: string, words: string | string[]}} given @returns {Promise<Entered>} */
	async comeBack({ username, words }) {
		await this.ready();
		const name = asName(username);
		const opened = await this.place.comeBack({
			username: name,
			words,
			today: this.#today(),
			unsaved: this.#unsavedOf(name),
		});
		this.#unsaved = null;
		return { ...opened, username: name };
	}

	/** @param {{username: string, code: string}} given @returns {Promise<Entered>} */
	async comeBackWithSpare({ username, code }) {
		await this.ready();
		const name = asName(username);
		const opened = await this.place.comeBackWithSpare({ username: name, code, today: this.#today() });
		await this.newOffer(name);
		return { ...opened, username: name };
	}

	/** The place under the words that were offered. */
	async renew() {
		const renewed = await this.place.renew({ words: this.#takeOffer().words, day: this.#today() });
		this.offer = null;
		return renewed;
	}

	/** Which typed words are on the list. @param {string} text */
	async readWords(text) {
		await this.ready();
		const typed = text
			.trim()
			.split(/[\s-]+/u)
			.filter((word) => word !== "");
		const { words } = typed.length === 0 ? { words: [] } : await this.#core.matchWords({ words: typed });
		const read = typed.map((word, place) => ({ typed: word, word: words[place] ?? null }));
		return { words: read, complete: read.length === 5 && read.every(({ word }) => word !== null) };
	}

	/** Keeps a sealed state for when the same person is back. @param {string} username @param {object | null} state */
	keepUnsaved(username, state) {
		this.#unsaved = state === null ? null : { username, state };
	}

	/** Never handed in for anybody else. @param {string} username */
	#unsavedOf(username) {
		return this.#unsaved?.username === username ? this.#unsaved.state : null;
	}

	#takeOffer() {
		if (this.offer === null) throw new RoomError("not-now");
		return this.offer;
	}

	#today() {
		return today(this.#given.clock);
	}

	/** @param {string} language */
	async #bringHelp(language) {
		const help = await this.#readHelp(language);
		if (language === this.language) this.help = help;
	}

	/** Help lines are worth having; their absence stops nothing. @param {string} language */
	async #readHelp(language) {
		try {
			return await this.#given.api.help(language);
		} catch (error) {
			if (typeof (/** @type {any} */ (error).code) !== "string") throw error;
			return null;
		}
	}
}

/** A name as it was given out, however it was typed. @param {string} typed */
function asName(typed) {
	return typed
		.trim()
		.toLowerCase()
		.replaceAll(/[\s_–—]+/gu, "-");
}
