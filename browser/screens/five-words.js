/** Name and five words, to be written down: shown or hidden, copied if someone likes. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { slipHead } from "./paper.js";
import { Screen } from "./screen.js";

export class RoomFiveWords extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		username: { attribute: false },
		words: { attribute: false },
		named: { attribute: false },
		covered: { state: true },
		copied: { state: true },
	};

	constructor() {
		super();
		this.username = "";
		/** @type {readonly string[]} */
		this.words = [];
		/** whether a printed slip says what it is for */
		this.named = false;
		this.covered = false;
		this.copied = false;
	}

	/** @override */
	render() {
		return html`
			<h2 id="five-title">${say("come-in.words")}</h2>
			<p>${say("come-in.why")}</p>
			${this.covered ? this.#hidden() : this.#shown()}
			<div class="row">
				<button class="link" type="button" aria-pressed=${String(this.covered)} @click=${this.#turn}>
					${this.covered ? say("come-in.show") : say("come-in.hide")}
				</button>
				<button class="link" type="button" @click=${this.#copy}>${say("come-in.copy")}</button>
			</div>
			${this.copied ? html`<p class="small soft" role="status">${say("do.copied")}</p>` : nothing}
		`;
	}

	#shown() {
		return html`<div class="sheet">
			${slipHead(this.username, this.named ? say("paper.words") : null)}
			<ol class="words numbered" aria-labelledby="five-title">
				${this.words.map((word) => html`<li>${word}</li>`)}
			</ol>
		</div>`;
	}

	#hidden() {
		return html`<p class="words covered">
			<span class="unseen">${say("come-in.hidden")}</span>
			${this.words.map(() => html`<span class="dots" aria-hidden="true"></span>`)}
		</p>`;
	}

	#turn = () => {
		this.covered = !this.covered;
	};

	#copy = async () => {
		const text = [this.username, this.words.join(" ")].filter(Boolean).join("\n");
		await navigator.clipboard.writeText(text);
		this.copied = true;
	};
}

customElements.define("room-five-words", RoomFiveWords);
