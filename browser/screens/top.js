/** The bar at the top: the same on every screen, in every state. */
import { html, nothing } from "../vendor/lit.js";
import { languages } from "../words/languages.js";
import { say, spokenLanguage } from "../words/index.js";
import { door, threads } from "./mark.js";
import { Screen } from "./screen.js";
import { tabTitle } from "./tab.js";

export class RoomTop extends Screen {
	/** @override */
	static properties = { ...Screen.properties, unspoken: { attribute: false } };

	constructor() {
		super();
		/** A language that could not be fetched, by its own name. */
		this.unspoken = "";
	}

	/** @override */
	render() {
		return html`<header class="top">
			<button class="skip" type="button" @click=${() => this.#ask("leave")}>${say("top.leave")}</button>
			${this.#isCovered() ? this.#coveredBrand() : this.#brand()}
			${this.#isCovered() ? nothing : this.#others().map((lang) => this.#language(lang))}
			<button class="help" type="button" @click=${() => this.#ask("help")}>${say("top.help")}</button>
			<button class="exit" type="button" @click=${() => this.#ask("leave")}>
				${door}<span class="long">${say("top.leave")}</span
				><span class="short">${say("top.leave-short")}</span>
			</button>
		</header>
		${this.unspoken === "" ? nothing : html`<p class="unspoken" role="alert">${say("top.unspoken", { language: this.unspoken })}</p>`}`;
	}

	/** The languages one could change to. */
	#others() {
		return (this.view.config?.langs ?? []).filter((lang) => lang !== spokenLanguage() && languages.has(lang));
	}

	/** @param {string} lang */
	#language(lang) {
		const name = languages.get(lang)?.name;
		return html`<button class="link language" type="button" lang=${lang} aria-label=${name} @click=${() => this.#speak(lang)}>
			<span class="long own-name">${name}</span
			><span class="short own-name">${lang.toUpperCase()}</span>
		</button>`;
	}

	/** @param {string} lang */
	#speak(lang) {
		this.dispatchEvent(new CustomEvent("language", { bubbles: true, detail: lang }));
	}

	#isCovered() {
		return this.view.lock.phase === "covered" || this.view.door === "left";
	}

	#brand() {
		return html`<button class="brand" type="button" @click=${() => this.stand()}>
			${threads}<span class="name">${say("top.brand")}</span>
		</button>`;
	}

	/** A cover says what the tab says, and nothing of us. */
	#coveredBrand() {
		return html`<span class="brand"><span class="name theirs">${tabTitle(this.view)}</span></span>`;
	}

	/** @param {string} what */
	#ask(what) {
		this.dispatchEvent(new CustomEvent(what, { bubbles: true }));
	}
}

customElements.define("room-top", RoomTop);
