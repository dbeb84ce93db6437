/** Beside something that is on its way: after a while, that it is slow, and how to go on. */
import { html } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { Screen } from "./screen.js";

const patience = 8_000;

export class RoomSlow extends Screen {
	/** @override */
	static properties = { ...Screen.properties, isLong: { state: true } };

	/** @type {ReturnType<typeof setTimeout> | undefined} */
	#waiting;

	constructor() {
		super();
		this.isLong = false;
	}

	/** @override */
	connectedCallback() {
		super.connectedCallback();
		this.#waiting = setTimeout(() => {
			this.isLong = true;
		}, patience);
	}

	/** @override */
	disconnectedCallback() {
		super.disconnectedCallback();
		clearTimeout(this.#waiting);
	}

	/** @override */
	render() {
		return html`<div class="stack" role="status">${this.isLong ? this.#long() : ""}</div>`;
	}

	#long() {
		return html`<p>${say("plain.slow")}</p>
			<div class="row">
				<button class="button quiet" type="button" @click=${() => location.reload()}>${say("do.reload")}</button>
			</div>`;
	}
}

customElements.define("room-slow", RoomSlow);
