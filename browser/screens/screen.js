/** What every screen does: draws into the page itself, follows the room, says what went wrong. */
import { html, LitElement, nothing } from "../vendor/lit.js";
import { canSay, say, speech } from "../words/index.js";
import { unhurried } from "./first-words.js";

/** @typedef {import("./seen.d.ts").Room} Room */
/** @typedef {import("./seen.d.ts").View} View */
/** @typedef {import("./seen.d.ts").Place} Place */
/** @typedef {import("./seen.d.ts").Trouble} Trouble */

/** Troubles that need a whole page of their own. */
const whole = new Set(["no-memory", "no-wasm", "room-too-old"]);

export class Screen extends LitElement {
	/** @override */
	static properties = {
		room: { attribute: false },
		view: { attribute: false },
		place: { attribute: false },
		trouble: { state: true },
		busy: { state: true },
	};

	#asksDay = false;

	constructor() {
		super();
		/** @type {Room} */
		this.room = /** @type {never} */ (undefined);
		/** @type {View} */
		this.view = /** @type {never} */ (undefined);
		/** @type {Place} */
		this.place = { screen: "" };
		/** @type {Trouble | null} */
		this.trouble = null;
		this.busy = false;
	}

	/** @override */
	createRenderRoot() {
		return this;
	}

	/** @override */
	connectedCallback() {
		super.connectedCallback();
		speech.addEventListener("change", this.#again);
	}

	/** @override */
	disconnectedCallback() {
		super.disconnectedCallback();
		speech.removeEventListener("change", this.#again);
	}

	/** @override */
	scheduleUpdate() {
		return unhurried(() => super.scheduleUpdate());
	}

	/** Looked up once, where something waits for it. */
	knowDay() {
		if (this.#asksDay || this.view.badDay !== null || this.view.relationships.length === 0) return;
		this.#asksDay = true;
		this.quietly(() => this.room.reading("path", "day"));
	}

	/** Another language: the same screen, said again; what was typed stays. */
	#again = () => this.requestUpdate();

	/** @param {Place} place a screen to go to; the way back leads here */
	go(place) {
		this.dispatchEvent(new CustomEvent("go", { detail: place, bubbles: true }));
	}

	/** Goes to wherever the person stands now; there is no way back into what is done. */
	stand() {
		this.dispatchEvent(new CustomEvent("stand", { bubbles: true }));
	}

	/** @param {string} text said aloud to those who listen to the page */
	tell(text) {
		this.dispatchEvent(new CustomEvent("tell", { detail: text, bubbles: true }));
	}

	/**
	 * Does a deed of the room once at a time; a refusal stands on the screen.
	 * @param {() => Promise<unknown>} deed
	 * @returns {Promise<boolean>} whether it was done
	 */
	async attempt(deed) {
		if (this.busy) return false;
		this.busy = true;
		this.trouble = null;
		try {
			await deed();
			return true;
		} catch (error) {
			await this.#show(error);
			return false;
		} finally {
			this.busy = false;
		}
	}

	/**
	 * Asks the room for what nobody pressed for; a refusal (offline, just locked) shows in the view anyway.
	 * @param {() => unknown} deed
	 */
	async quietly(deed) {
		try {
			await deed();
		} catch (error) {
			if (troubleOf(error).code === "unknown") throw error;
		}
	}

	/** @param {unknown} error */
	async #show(error) {
		const trouble = troubleOf(error);
		if (whole.has(trouble.code)) {
			this.dispatchEvent(new CustomEvent("plain", { detail: trouble.code, bubbles: true }));
			return;
		}
		this.trouble = trouble;
		await this.updateComplete;
		this.querySelector(".wrong")?.scrollIntoView({ block: "nearest" });
		if (trouble.code === "unknown") throw error;
	}

	/** @param {Record<string, string | number>} [params] */
	troubleNote(params = {}) {
		if (this.trouble === null) return nothing;
		const { config } = this.view;
		const known = {
			contact: config?.contact.name ?? "",
			programme: config?.programme ?? "",
			name: say("see.them"),
		};
		return html`<p class="wrong" role="alert">${troubleWords(this.trouble, { ...known, ...params })}</p>`;
	}
}

/**
 * @param {unknown} error
 * @returns {Trouble}
 */
export function troubleOf(error) {
	if (error instanceof Error && "code" in error && typeof error.code === "string") {
		return /** @type {Trouble} */ (/** @type {unknown} */ (error));
	}
	return { code: "unknown" };
}

/**
 * @param {Trouble} trouble
 * @param {Record<string, string | number>} [params]
 * @returns {string} what to say about it
 */
export function troubleWords(trouble, params = {}) {
	const id = canSay(`trouble.${trouble.code}`) ? `trouble.${trouble.code}` : "trouble.unknown";
	const minutes = Math.max(1, Math.ceil((trouble.retryAfter ?? 60) / 60));
	return say(id, { place: trouble.place ?? "", left: trouble.left ?? 0, minutes, ...params });
}
