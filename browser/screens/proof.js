/** The spare code, and the five words once more where a sign-in is old: what shows that it is really them. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { Screen } from "./screen.js";
import "./words-field.js";

/** @typedef {import("./seen.d.ts").Proof} Proof */

export class RoomProof extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		needsWords: { attribute: false },
		noCard: { state: true },
		held: { state: true },
	};

	#words = "";

	constructor() {
		super();
		this.needsWords = false;
		this.noCard = false;
		/** the code is still here, not yet written down: nobody has to type it */
		this.held = false;
	}

	/** @override */
	async connectedCallback() {
		super.connectedCallback();
		await this.quietly(async () => {
			this.held = this.#isUnseen() && (await this.room.spareCode()) !== null;
			this.noCard = this.#isUnseen() && !this.held && this.view.me?.spareAtOnce === false;
		});
	}

	#isUnseen() {
		return this.view.me?.spareSeen === false;
	}

	/** @returns {Proof} what was typed */
	get proof() {
		const code = /** @type {HTMLInputElement | null} */ (this.querySelector("#proof-code"))?.value ?? "";
		return {
			...(this.held || this.noCard ? {} : { code }),
			...(this.needsWords ? { words: this.#words } : {}),
		};
	}

	/** @override */
	render() {
		return html`<div class="stack">${this.held ? nothing : this.#card()} ${this.needsWords ? this.#five() : nothing}</div>`;
	}

	#card() {
		if (this.noCard)
			return html`<div class="note stack">
				<p>${say("proof.no-card-why")}</p>
				<button class="link" type="button" @click=${this.#turn}>${say("proof.have-card")}</button>
			</div>`;
		return html`${this.#isUnseen() ? this.#noneYet() : nothing}<div class="field">
			<label for="proof-code">${say("proof.code")}</label>
			<p class="hint" id="proof-code-hint">${say("proof.code-hint")}</p>
			<input
				id="proof-code"
				autocomplete="off"
				autocapitalize="none"
				autocorrect="off"
				spellcheck="false"
				aria-describedby="proof-code-hint"
			/>
			<button class="link" type="button" @click=${this.#turn}>${say("proof.no-card")}</button>
		</div>`;
	}

	/** Came back before the card was written down: a fresh one can be made with the words alone. */
	#noneYet() {
		return html`<div class="note">
			<p>${say("proof.none-yet")}</p>
			<button class="link" type="button" @click=${() => this.go({ screen: "place" })}>${say("card.make")}</button>
		</div>`;
	}

	#five() {
		return html`<p>${say("proof.words-why")}</p>
			<room-words-field .room=${this.room} .view=${this.view} @words=${this.#typed}></room-words-field>`;
	}

	#turn = () => {
		this.noCard = !this.noCard;
	};

	/** @param {CustomEvent<string>} event */
	#typed = (event) => {
		this.#words = event.detail;
	};
}

customElements.define("room-proof", RoomProof);
