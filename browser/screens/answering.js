/** How soon a specialist answered last month: counted on this device, and handed in by a press, by itself once they said so, or not at all. */
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
	#found({ counts, first, isHandedIn, missing, open, each }) {
		if (counts === null) return html`${this.#noHours()} ${each ? this.#each() : nothing}`;
		return html`<h2>${monthWords(Math.floor(first / dayLength))}</h2>
			<ul class="plain">
				${rows.map((row) => html`<li><strong>${counts[row]}</strong> ${say(`answering.${row}`)}</li>`)}
			</ul>
			${missing === 0 ? nothing : html`<p class="soft">${sayCount("answering.missing", missing)}</p>`}
			${open ? html`<p class="soft">${say("answering.still")}</p>` : nothing}
			${isHandedIn ? html`<p role="status">${say("answering.handed")}</p>` : this.#hand()}
			${each ? this.#each() : this.#offer()}`;
	}

	#noHours() {
		return html`<p>${say("answering.no-hours")}</p>
			<div class="row"><button class="button quiet" type="button" @click=${() => this.go({ screen: "profile" })}>${say("answering.say-hours")}</button></div>`;
	}

	/** The yes stands, and is taken back as easily as it was given. */
	#each() {
		return html`<p role="status">${say("answering.each-on")}</p>
			<div class="row">
				<button class="button quiet" type="button" ?disabled=${this.busy} @click=${() => this.#stand(false)}>${say("answering.each-stop")}</button>
			</div>`;
	}

	#offer() {
		return html`<p>${say("answering.each-why")}</p>
			<div class="row">
				<button class="button quiet" type="button" ?disabled=${this.busy} @click=${() => this.#stand(true)}>${say("answering.each")}</button>
			</div>`;
	}

	/** @param {boolean} each */
	#stand = (each) => this.attempt(() => this.room.doing("answering", "standing", each));

	#hand() {
		return html`<p>${say("answering.why")}</p>
			<div class="row">
				<button class="button" type="button" ?disabled=${this.busy} @click=${() => this.attempt(() => this.room.doing("answering", "handIn"))}>${say("answering.hand")}</button>
			</div>`;
	}
}

customElements.define("room-answering", RoomAnswering);
