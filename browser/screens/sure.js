/** A deed that can not be undone asks once more, in place. */
import { html } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { Screen } from "./screen.js";

export class RoomSure extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		label: {},
		about: {},
		question: {},
		yes: {},
		asking: { state: true },
	};

	constructor() {
		super();
		this.label = "";
		/** Which of several like it, for whoever goes from button to button. */
		this.about = "";
		this.question = "";
		this.yes = "";
		this.asking = false;
	}

	/** @override */
	render() {
		return this.asking ? this.#question() : this.#door();
	}

	#door() {
		return html`<button class="link" type="button" aria-label=${this.#name} @click=${() => this.#turn(true)}>${this.label}</button>`;
	}

	get #name() {
		return this.about === "" ? this.label : `${this.label}: ${this.about}`;
	}

	#question() {
		return html`<div class="calm stack" role="group" aria-label=${this.#name}>
			<p tabindex="-1">${this.question}</p>
			<div class="row">
				<button class="button" type="button" @click=${this.#confirmed}>${this.yes}</button>
				<button class="button quiet" type="button" @click=${() => this.#turn(false)}>${say("do.cancel")}</button>
			</div>
		</div>`;
	}

	/** @param {boolean} asking */
	async #turn(asking) {
		this.asking = asking;
		await this.updateComplete;
		/** @type {HTMLElement | null} */ (this.querySelector(asking ? "p" : "button"))?.focus();
	}

	#confirmed = () => {
		this.asking = false;
		this.dispatchEvent(new CustomEvent("yes"));
	};
}

customElements.define("room-sure", RoomSure);
