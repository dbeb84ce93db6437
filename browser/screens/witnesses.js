/** How we prove who is who: one list for everybody, and who looks at it from outside. Asked for only when it is opened. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";
import { Screen } from "./screen.js";

/** @typedef {import("./seen.d.ts").Witness} Witness */

const A_DAY = 86_400;

export class RoomWitnesses extends Screen {
	/** @override */
	static properties = { ...Screen.properties, found: { state: true } };

	constructor() {
		super();
		/** @type {Witness[] | null} */
		this.found = null;
	}

	/** @override */
	render() {
		const programme = this.view.config?.programme ?? "";
		return html`<details class="aside" @toggle=${this.#opened}>
			<summary>${say("who.title")}</summary>
			<div class="stack small soft">
				<p>${say("who.list", { programme })}</p>
				<p>${say("who.checked")}</p>
				${this.found === null ? nothing : this.#witnesses(this.found)}
			</div>
			${this.troubleNote()}
		</details>`;
	}

	/** @param {Witness[]} found */
	#witnesses(found) {
		if (found.length === 0) return html`<p>${say("who.nobody")}</p>`;
		return html`<p>${say("who.outside")}</p>
			<ul>
				${found.map(
					({ name, seconds }) =>
						html`<li>${seconds === null ? say("who.not-yet", { name }) : say("who.last", { name, day: dayWords(Math.floor(seconds / A_DAY)) })}</li>`,
				)}
			</ul>`;
	}

	/** @param {Event} event */
	#opened = async (event) => {
		if (!(/** @type {HTMLDetailsElement} */ (event.target).open) || this.found !== null) return;
		await this.attempt(async () => {
			this.found = await this.room.witnesses();
		});
	};
}

customElements.define("room-witnesses", RoomWitnesses);
