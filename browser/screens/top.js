/** The bar at the top: the same on every screen, in every state. */
import { html } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { door, threads } from "./mark.js";
import { Screen } from "./screen.js";

export class RoomTop extends Screen {
	/** @override */
	render() {
		return html`<header class="top">
			<button class="brand" type="button" @click=${() => this.stand()}>
				${threads}<span class="name">${say("top.brand")}</span>
			</button>
			<button class="help" type="button" @click=${() => this.#ask("help")}>${say("top.help")}</button>
			<button class="exit" type="button" @click=${() => this.#ask("leave")}>
				${door}<span class="long">${say("top.leave")}</span
				><span class="short">${say("top.leave-short")}</span>
			</button>
		</header>`;
	}

	/** @param {string} what */
	#ask(what) {
		this.dispatchEvent(new CustomEvent(what, { bubbles: true }));
	}
}

customElements.define("room-top", RoomTop);
