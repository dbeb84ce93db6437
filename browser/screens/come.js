/** For a specialist: who asks whether they come into a talk that was there before. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";
import { Screen } from "./screen.js";

/** @typedef {import("../talk/handing.js").Asked} Asked */

export class RoomCome extends Screen {
	/** @override */
	static properties = { ...Screen.properties, asked: { state: true } };

	constructor() {
		super();
		/** @type {readonly Asked[]} */
		this.asked = [];
	}

	/** @override */
	firstUpdated() {
		this.quietly(() => this.#read());
	}

	async #read() {
		this.asked = await this.room.handing("asked");
	}

	/** @override */
	render() {
		if (this.asked.length === 0) return nothing;
		return html`<section class="part">
			<h2 tabindex="-1">${say("come.title")}</h2>
			${this.troubleNote()}
			<ul class="plain">${this.asked.map((one, at) => this.#one(one, at + 1))}</ul>
		</section>`;
	}

	/** Where there are several, each has a number: whoever hears the buttons alone knows whose they are. @param {Asked} one @param {number} number */
	#one(one, number) {
		const who = this.asked.length > 1 ? say("offers.person", { number }) : "";
		const named = (/** @type {string} */ button) => (who === "" ? nothing : `${button}, ${who}`);
		const [yes, no] = [say("come.yes"), say("come.no")];
		const about = { from: one.from ?? say("see.them"), day: dayWords(one.until ?? 0) };
		return html`<li class="card stack">
			${who === "" ? nothing : html`<h3>${who}</h3>`}
			<p>${say(`come.${one.kind}`, about)}</p>
			<p class="soft small">${say("come.what", about)}</p>
			<div class="row">
				<button class="button" type="button" aria-label=${named(yes)} ?disabled=${this.busy} @click=${() => this.#answer(one, true)}>${yes}</button>
				<button class="button quiet" type="button" aria-label=${named(no)} ?disabled=${this.busy} @click=${() => this.#answer(one, false)}>${no}</button>
			</div>
		</li>`;
	}

	/** @param {Asked} one @param {boolean} isYes */
	async #answer(one, isYes) {
		await this.attempt(async () => {
			await this.room.handing("answer", one.id, isYes);
			await this.#read();
		});
		await this.updateComplete;
		const stays = this.querySelector("h2") ?? document.querySelector("h1");
		/** @type {HTMLElement | null} */ (stays)?.focus();
	}
}

customElements.define("room-come", RoomCome);
