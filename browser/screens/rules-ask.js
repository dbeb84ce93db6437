/** When it is this visit's turn to ask: please read how we treat each other, or that it has changed. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { Screen } from "./screen.js";

const REST = 2_000;

export class RoomRulesAsk extends Screen {
	/** @type {ReturnType<typeof setTimeout> | undefined} */
	#later;

	/** @override What somebody came for goes first. */
	connectedCallback() {
		super.connectedCallback();
		this.#later = setTimeout(() => this.#look(), REST);
	}

	/** @override */
	disconnectedCallback() {
		super.disconnectedCallback();
		clearTimeout(this.#later);
	}

	#look() {
		if (this.view.door !== "inside" || this.view.parts?.houseRules) return;
		this.quietly(() => this.room.reading("houseRules", "fetch", this.room.language));
	}

	/** @override */
	render() {
		if (this.view.asks !== "rules") return nothing;
		const isNew = this.view.parts?.houseRules?.yes === null;
		return html`<section class="note stack" aria-labelledby="rules-ask">
			<h2 class="minor" id="rules-ask">${say(isNew ? "rules.ask" : "rules.ask-new")}</h2>
			<p>${say("rules.ask-why")}</p>
			<div class="row">
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "house-rules" })}>${say("rules.read")}</button>
			</div>
		</section>`;
	}
}

customElements.define("room-rules-ask", RoomRulesAsk);
