/** How we treat each other: the words that count, and one's own yes to them. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";
import { rulesDrawn } from "./rules-drawn.js";
import { Screen } from "./screen.js";

/** @typedef {import("../talk/house-rules.js").Rules} Rules */

export class RoomHouseRules extends Screen {
	/** @override */
	firstUpdated() {
		void this.attempt(() => this.room.reading("houseRules", "fetch", this.room.language));
	}

	/** @override */
	render() {
		/** @type {Rules | null} */
		const rules = this.view.parts?.houseRules ?? null;
		return html`<section class="page">
			<h1 tabindex="-1">${say("rules.title")}</h1>
			<p class="lead">${say("rules.lead")}</p>
			${rules === null ? html`<p class="note" role="status">${say("rules.not-here")}</p>` : this.#words(rules)}
			${this.troubleNote()}
			<p class="soft">${say("rules.else", { contact: this.#contact() })}</p>
		</section>`;
	}

	/** @param {Rules} rules */
	#words({ version, lines, written_on: day, yes }) {
		return html`${day === null ? nothing : html`<p class="soft">${say("rules.since", { day: dayWords(day) })}</p>`}
			<section class="card">${rulesDrawn(lines)}</section>
			${yes === version ? html`<p role="status">${say("rules.said")}</p>` : this.#yes(version, yes)}`;
	}

	/** @param {number} version @param {number | null} before */
	#yes(version, before) {
		return html`${before === null ? nothing : html`<p>${say("rules.said-before")}</p>`}
			<p class="small soft">${say("rules.no-yes")}</p>
			<div class="row">
				<button class="button" type="button" ?disabled=${this.busy} @click=${() => this.#say(version)}>${say("rules.yes")}</button>
			</div>`;
	}

	/** Changed meanwhile: the newest words are fetched, and nothing was said yes to. @param {number} version */
	async #say(version) {
		if (await this.attempt(() => this.room.doing("houseRules", "yes", version))) return;
		if (this.trouble?.code === "rules-changed")
			await this.quietly(() => this.room.reading("houseRules", "fetch", this.room.language));
	}

	#contact() {
		const { name = "", phone = "" } = this.view.config?.contact ?? {};
		return [name, phone].filter((part) => part !== "").join(", ");
	}
}

customElements.define("room-house-rules", RoomHouseRules);
