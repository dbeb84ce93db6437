/** What one is called in one circle alone. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { longest } from "./circle-words.js";
import { valuesOf } from "./held.js";
import { Screen } from "./screen.js";

export class RoomCircleName extends Screen {
	/** @override */
	static properties = { ...Screen.properties, isPart: { attribute: false }, done: { state: true } };

	constructor() {
		super();
		/** one of several things of a page */
		this.isPart = false;
		this.done = false;
	}

	/** @override */
	render() {
		const now = this.view.parts?.circles?.open[Number(this.place.id)]?.called ?? "";
		return html`<section class="stack">
			${this.isPart ? html`<h2>${say("circle.name")}</h2>` : html`<h1 tabindex="-1">${say("circle.name")}</h1>`}
			<p>${say("circle.name-why")}</p>
			${this.troubleNote()}
			<form class="stack" autocomplete="off" @submit=${this.#send} @input=${() => (this.done = false)}>
				<label class="field">${say("circle.name-field")}
					<input name="called" required maxlength=${longest.called} autocomplete="off" .defaultValue=${now} />
				</label>
				<div class="row">
					<button class=${this.isPart ? "button quiet" : "button"} type="submit" ?disabled=${this.busy}>${say("circle.name-do")}</button>
					<span role="status">${this.done ? say("circle.saved") : nothing}</span>
				</div>
			</form>
		</section>`;
	}

	/** @param {SubmitEvent} event */
	#send = async (event) => {
		event.preventDefault();
		const { called = [""] } = valuesOf(new FormData(/** @type {HTMLFormElement} */ (event.target)));
		const name = (called[0] ?? "").trim();
		if (name === "") return;
		this.done = await this.attempt(() => this.room.doing("circles", "callMe", Number(this.place.id), name));
	};
}

customElements.define("room-circle-name", RoomCircleName);
