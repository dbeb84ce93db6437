/** "Today is a bad day" and "I am not safe": one tap from where people are. What is behind it is fetched beforehand, so that it needs no line. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { Screen } from "./screen.js";
import { seldom } from "./seldom.js";

const REST = 3_000;

export class RoomBadDoor extends Screen {
	/** @override */
	static properties = { ...Screen.properties, isSmall: { type: Boolean } };

	constructor() {
		super();
		/** Beside the writing box it takes no more room than a line. */
		this.isSmall = false;
	}

	/** @type {ReturnType<typeof setTimeout> | undefined} */
	#later;

	/** @override */
	connectedCallback() {
		super.connectedCallback();
		this.#later = setTimeout(() => this.#warm(), REST);
	}

	/** @override */
	disconnectedCallback() {
		super.disconnectedCallback();
		clearTimeout(this.#later);
	}

	/** @override */
	render() {
		if (this.view.me?.isSpecialist) return nothing;
		return html`${this.#to("bad-day", "bad.door")} ${this.#to("not-safe", "unsafe.door")}`;
	}

	/** @param {string} screen @param {string} words */
	#to(screen, words) {
		return html`<button class=${this.isSmall ? "link" : "button quiet"} type="button" @click=${() => this.go({ screen })}>${say(words)}</button>`;
	}

	async #warm() {
		if (this.view.me?.isSpecialist || this.view.door !== "inside") return;
		for (const screen of ["not-safe", "bad-day"]) await seldom[screen]?.bring().catch(() => undefined);
		await this.quietly(() => this.room.reading("path", "warm"));
		await this.quietly(() => this.room.reading("onCall", "fetch", this.room.language));
	}
}

customElements.define("room-bad-door", RoomBadDoor);
