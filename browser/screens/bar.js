/** Inside: back, your people, your place, lock. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { backward } from "./mark.js";
import { Screen } from "./screen.js";

export class RoomBar extends Screen {
	/** @override */
	static properties = { ...Screen.properties, hasBack: { attribute: false } };

	constructor() {
		super();
		this.hasBack = false;
	}

	/** @override */
	render() {
		return html`<nav class="bar" aria-label=${say("top.menu")}>
			${this.hasBack ? this.#back() : nothing}
			${this.view.me?.joining ? nothing : this.#people()}
			<button class="link push" type="button" @click=${() => this.go({ screen: "place" })}>
				${say("top.place")}
			</button>
			<button class="link" type="button" @click=${() => this.room.lockNow()}>${say("top.lock")}</button>
		</nav>`;
	}

	#back() {
		return html`<button class="link" type="button" @click=${() => history.back()}>
			${backward}<span class="back-word">${say("do.back")}</span>
		</button>`;
	}

	#people() {
		if (this.view.step === "supervising" && this.view.me?.isOfficer)
			return html`<button class="link" type="button" @click=${() => this.go({ screen: "concerns" })}>${say("bar.concerns")}</button>`;
		if (this.view.step === "supervising")
			return html`<button class="link" type="button" @click=${() => this.go({ screen: "told" })}>${say("told.open")}</button>`;
		const screen = this.view.me?.isSpecialist ? "home" : "mine";
		return html`<button class="link" type="button" @click=${() => this.go({ screen })}>${say("bar.people")}</button>`;
	}
}

customElements.define("room-bar", RoomBar);
