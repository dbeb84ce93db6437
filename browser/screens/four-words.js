/** Four words that two people compare: by them each knows that the other is who they were. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { Screen } from "./screen.js";

/**
 * @param {readonly string[]} words
 * @param {string} labelledBy the id of what they are called
 */
export function fourWords(words, labelledBy) {
	return html`<ol class="words numbered" lang="en" aria-labelledby=${labelledBy}>
		${words.map((word) => html`<li>${word}</li>`)}
	</ol>`;
}

export class RoomOwnFour extends Screen {
	/** @override */
	static properties = { ...Screen.properties, words: { state: true } };

	constructor() {
		super();
		/** @type {readonly string[]} */
		this.words = [];
	}

	/** @override */
	async connectedCallback() {
		super.connectedCallback();
		await this.quietly(async () => {
			this.words = await this.room.checkWords();
		});
	}

	/** @override */
	render() {
		if (this.words.length === 0) return nothing;
		return html`<section class="stack">
			<h3 id="own-four">${say("lock.mine")}</h3>
			${fourWords(this.words, "own-four")}
			<p class="small soft">${say("lock.mine-why")}</p>
		</section>`;
	}
}

customElements.define("room-own-four", RoomOwnFour);
