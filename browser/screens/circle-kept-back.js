/** What I wrote in a circle's quiet hours and keep back until they are over. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { Screen } from "./screen.js";
import { notesWords } from "./story-words.js";

/** @typedef {import("../talk/circle-shape.d.ts").CircleNow} CircleNow */
/** @typedef {import("../talk/circle-shape.d.ts").KeptBack} KeptBack */

export class RoomCircleKeptBack extends Screen {
	/** @override */
	static properties = { ...Screen.properties, now: { attribute: false } };

	constructor() {
		super();
		/** @type {CircleNow} */
		this.now = /** @type {never} */ (undefined);
	}

	/** @override */
	render() {
		const { keptBack, quietUntil } = this.now;
		if (keptBack.length === 0) return nothing;
		return html`<details class="calm">
			<summary>${say("circle.kept")}</summary>
			<p class="small soft">${say(quietUntil === null ? "circle.kept-morning" : "circle.kept-why")}</p>
			${this.troubleNote()}
			<ul class="plain">${keptBack.map((one) => this.#row(one))}</ul>
		</details>`;
	}

	/** @param {KeptBack} one */
	#row({ key, text, note }) {
		const touches = note === null ? "" : notesWords(/** @type {any} */ (note));
		return html`<li class="own-row">
			${touches === "" ? nothing : html`<p class="small soft theirs">${touches}</p>`}
			<p class="words-of theirs">${text}</p>
			<div class="row">
				<button class="link" type="button" ?disabled=${this.busy} @click=${() => this.#now(key)}>${say("circle.kept-send")}</button>
				<button class="link" type="button" ?disabled=${this.busy} @click=${() => this.#back(key)}>${say("circle.kept-back")}</button>
			</div>
		</li>`;
	}

	/** @param {string} key */
	#now = (key) => this.attempt(() => this.room.doing("circles", "sayNow", this.now.id, key));

	/** It goes back into the box. @param {string} key */
	async #back(key) {
		let text = "";
		const isBack = await this.attempt(async () => {
			text = await this.room.doing("circles", "takeKeptBack", this.now.id, key);
		});
		if (isBack) this.dispatchEvent(new CustomEvent("taken-back", { detail: text, bubbles: true }));
	}
}

customElements.define("room-circle-kept-back", RoomCircleKeptBack);
