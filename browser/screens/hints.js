/** Looking for words of danger in what one writes: what it does, what it misses, on and off. Off until somebody switches it on. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { Screen } from "./screen.js";

const WHAT = ["here", "sends", "misses", "wrong", "english", "talks", "help"];

export class RoomHints extends Screen {
	/** @override */
	static properties = { ...Screen.properties, turned: { state: true } };

	constructor() {
		super();
		/** @type {"on" | "off" | null} */
		this.turned = null;
	}

	/** @override */
	render() {
		return html`<section class="page">
			<h1 tabindex="-1">${say("hints.title")}</h1>
			<p class="lead">${say("hints.lead")}</p>
			<ul>${WHAT.map((one) => html`<li>${say(`hints.what.${one}`)}</li>`)}</ul>
			${this.view.config?.hints === true ? this.#switch() : html`<p class="note">${say("hints.not-here")}</p>`}
		</section>`;
	}

	#switch() {
		const isOn = this.view.hints === true;
		return html`<section class="part stack">
			<h2>${say(isOn ? "hints.is-on" : "hints.is-off")}</h2>
			<p class="soft">${say(isOn ? "hints.off-why" : "hints.on-why")}</p>
			${this.troubleNote()}
			<p role="status">${this.turned === null ? nothing : say(`hints.turned-${this.turned}`)}</p>
			<div class="row">
				<button class="button" type="button" ?disabled=${this.busy} @click=${() => this.#turn(!isOn)}>
					${say(isOn ? "hints.off" : "hints.on")}
				</button>
			</div>
		</section>`;
	}

	/** @param {boolean} on */
	async #turn(on) {
		this.turned = null;
		if (await this.attempt(() => this.room.reading("hinting", "turn", on))) this.turned = on ? "on" : "off";
		await this.updateComplete;
		// A button that could not be pressed meanwhile has lost the focus.
		if (document.activeElement === document.body) {
			/** @type {HTMLElement | null} */ (this.querySelector(".part .button"))?.focus();
		}
	}
}

customElements.define("room-hints", RoomHints);
