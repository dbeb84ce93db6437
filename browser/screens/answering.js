/** How soon a specialist answered last month: counted on this device, and handed in by a press or not at all. */
import { html, nothing } from "../vendor/lit.js";
import { say, sayCount } from "../words/index.js";
import { monthWords } from "./days.js";
import { Screen } from "./screen.js";

/** @typedef {import("../talk/answering.js").Answering} Answering */

const dayLength = 86_400_000;
const rows = /** @type {const} */ (["within", "later", "much_later"]);

export class RoomAnswering extends Screen {
	/** @override */
	firstUpdated() {
		void this.attempt(() => this.room.reading("answering", "count"));
	}

	/** @override */
	render() {
		/** @type {Answering | null} */
		const found = this.view.parts?.answering ?? null;
		return html`<section class="page stack">
			<h1 tabindex="-1">${say("answering.title")}</h1>
			<p class="lead">${say("answering.lead")}</p>
			${found === null ? this.#counting() : this.#found(found)} ${this.troubleNote()}
		</section>`;
	}

	#counting() {
		return this.trouble === null
			? html`<p class="soft" role="status">${say("answering.counting")}</p>`
			: nothing;
	}

	/** @param {Answering} found */
	#found({ counts, first, isHandedIn, missing }) {
		if (counts === null) return this.#noHours();
		return html`<h2>${monthWords(Math.floor(first / dayLength))}</h2>
			<ul class="plain">
				${rows.map((row) => html`<li><strong>${counts[row]}</strong> ${say(`answering.${row}`)}</li>`)}
			</ul>
			${missing === 0 ? nothing : html`<p class="soft">${sayCount("answering.missing", missing)}</p>`}
			${isHandedIn ? html`<p role="status">${say("answering.handed")}</p>` : this.#hand()}`;
	}

	#noHours() {
		return html`<p>${say("answering.no-hours")}</p>
			<div class="row"><button class="button quiet" type="button" @click=${() => this.go({ screen: "profile" })}>${say("answering.say-hours")}</button></div>`;
	}

	#hand() {
		return html`<p>${say("answering.why")}</p>
			<div class="row">
				<button class="button" type="button" ?disabled=${this.busy} @click=${() => this.attempt(() => this.room.doing("answering", "handIn"))}>${say("answering.hand")}</button>
			</div>`;
	}
}

customElements.define("room-answering", RoomAnswering);
