/** Five words typed: each is recognised by its first four letters and marked while typing. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { Screen, troubleOf } from "./screen.js";

/** @typedef {import("./seen.d.ts").ReadWord} ReadWord */

const places = [0, 1, 2, 3, 4];

/** What is answered while the core of before the lock goes and the next one comes. */
const betweenCores = new Set(["not-begun", "signed-out", "offline"]);

export class RoomWordsField extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		text: { state: true },
		words: { state: true },
		covered: { state: true },
		wrong: { type: Number },
		label: { attribute: false },
	};

	constructor() {
		super();
		this.text = "";
		/** @type {readonly ReadWord[]} */
		this.words = [];
		this.covered = false;
		/** the place of a word that was told to be wrong, 0 for none */
		this.wrong = 0;
		/** where the words are not those of one's place */
		this.label = "";
	}

	/** @override */
	render() {
		const { words } = this;
		const typing = !/[\s-]$/.test(this.text);
		return html`<div class="field">
			<label for="five">${this.label || say("return.words")}</label>
			<p class="hint" id="five-hint">${say("return.words-hint")}</p>
			<input
				id="five"
				type="text"
				class=${this.covered ? "masked" : ""}
				autocomplete="off"
				autocapitalize="none"
				autocorrect="off"
				spellcheck="false"
				aria-describedby="five-hint five-slip"
				aria-invalid=${String(this.wrong > 0)}
				.value=${this.text}
				@input=${this.#typed}
			/>
			<ol class="slots" aria-hidden="true">
				${places.map((at) => this.#slot(words[at], at === words.length - 1 && typing))}
			</ol>
			<p class="slip small" id="five-slip" role="status">${this.#slip(words, typing)}</p>
			<button class="link" type="button" aria-pressed=${String(this.covered)} @click=${this.#turn}>
				${this.covered ? say("come-in.show") : say("come-in.hide")}
			</button>
		</div>`;
	}

	/**
	 * @param {ReadWord | undefined} word
	 * @param {boolean} typing
	 */
	#slot(word, typing) {
		if (word === undefined) return html`<li class="slot"></li>`;
		if (word.word !== null) return html`<li class="slot known">${this.covered ? nothing : word.word}</li>`;
		return html`<li class=${typing ? "slot" : "slot unknown"}>${this.covered ? nothing : word.typed}</li>`;
	}

	/**
	 * @param {readonly ReadWord[]} words
	 * @param {boolean} typing
	 */
	#slip(words, typing) {
		if (words.length > 5) return say("return.words-many");
		const at = words.findIndex((one, place) => one.word === null && !(typing && place === words.length - 1));
		return at < 0 ? "" : say("return.word-unknown", { place: at + 1 });
	}

	/** @param {Event} event */
	#typed = (event) => {
		this.text = /** @type {HTMLInputElement} */ (event.target).value;
		this.dispatchEvent(new CustomEvent("words", { detail: this.text }));
		this.#mark();
	};

	/** @override */
	updated(/** @type {Map<string, unknown>} */ changed) {
		if (changed.has("view") && this.words.length === 0 && this.text !== "") this.#mark();
	}

	/** Just after a lock the list of words is on its way: then the next view of the room marks what was typed. */
	async #mark() {
		const { text } = this;
		try {
			const { words } = await this.room.readWords(text);
			if (this.text === text) this.words = words;
		} catch (error) {
			if (!betweenCores.has(troubleOf(error).code)) throw error;
		}
	}

	#turn = () => {
		this.covered = !this.covered;
	};
}

customElements.define("room-words-field", RoomWordsField);
