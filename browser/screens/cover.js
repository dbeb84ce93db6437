/** The neutral cover while the page is out of sight, and the word before it locks. */
import { html } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { Screen } from "./screen.js";
import { tabTitle } from "./tab.js";

export class RoomCover extends Screen {
	/** @override */
	render() {
		return html`<main class="cover">
			<h1 class="theirs" tabindex="-1">${tabTitle(this.view)}</h1>
			<p class="soft">${say("cover.lead")}</p>
			<button class="button quiet" type="button" @click=${() => this.room.touched()}>${say("cover.back")}</button>
		</main>`;
	}
}

export class RoomSoon extends Screen {
	/** @override */
	render() {
		const soon = this.view.lock.phase === "warning";
		return html`<div class="soon" role="alert" ?hidden=${!soon}>${soon ? this.#warning() : ""}</div>`;
	}

	#warning() {
		return html`<p>${say(this.view.lock.warningFor === 30 ? "idle.soon-half" : "idle.soon")}</p>
			<button class="button" type="button" @click=${() => this.room.touched()}>${say("idle.stay")}</button>`;
	}
}

customElements.define("room-cover", RoomCover);
customElements.define("room-soon", RoomSoon);
