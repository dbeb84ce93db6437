/** Your place, in five parts: locking, what is only yours, the ways in, others who look, and the way out. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { circlesDoor } from "./circles-door.js";
import "./looked-at.js";
import { closingNote } from "./closing-note.js";
import { Screen } from "./screen.js";
import "./spare-card.js";
import "./ways.js";

const PASSKEY = 4;

export class RoomYourPlace extends Screen {
	/** @override */
	static properties = { ...Screen.properties, othersOut: { state: true } };

	constructor() {
		super();
		this.othersOut = false;
	}

	/** @override */
	updated() {
		this.knowDay();
	}

	/** @override */
	render() {
		const { me } = this.view;
		return html`<section class="page">
			<h1 tabindex="-1">${say("place.title")}</h1>
			<p class="lead">${say("place.name", { name: me?.username ?? "" })}</p>
			${closingNote(this.view)} ${this.#lock()} ${this.troubleNote()} ${this.#yours()}
			<room-ways .room=${this.room} .view=${this.view}></room-ways>
			${this.#code()} ${this.#notes()} ${this.#wall()} ${this.#others()}
			<room-looked-at class="block" .room=${this.room} .view=${this.view}></room-looked-at>
			<section class="block part stack">
				<h2>${say("place.going")}</h2>
				${this.#along()} ${this.#bring()} ${this.#close()}
			</section>
		</section>`;
	}

	#lock() {
		return html`<section class="part stack">
			<div class="row">
				<button class="button" type="button" @click=${() => this.room.lockNow()}>${say("place.lock")}</button>
			</div>
			<p class="soft">${say(this.#whatOpens())}</p>
		</section>`;
	}

	#whatOpens() {
		if (this.view.device !== null) return "place.lock-why-own";
		return this.view.ways.some(({ type }) => type === PASSKEY) ? "place.lock-why-passkey" : "place.lock-why";
	}

	#yours() {
		return html`<section class="part stack">
			<h2>${say("place.only-yours")}</h2>
			<p class="soft">${say("place.only-yours-why")}</p>
			<div class="row">
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "notebook" })}>${say("notebook.title")}</button>
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "search" })}>${say("search.title")}</button>
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "told" })}>${say("told.open")}</button>
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "library" })}>${say("library.open")}</button>
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "concerns" })}>${say("concern.list-open")}</button>
				${circlesDoor(this)}
				${this.#hints()}
				${this.#passingOn()}
			</div>
		</section>`;
	}

	/** Only where the programme lets it be chosen. */
	#hints() {
		if (this.view.config?.hints !== true) return nothing;
		return html`<button class="button quiet" type="button" @click=${() => this.go({ screen: "hints" })}>${say("hints.title")}</button>`;
	}

	/** There for whoever looks for it; on a bad day it is not. */
	#passingOn() {
		if (this.view.badDay !== false) return nothing;
		return html`<button class="button quiet" type="button" @click=${() => this.go({ screen: "ripple" })}>${say("ripple.title")}</button>`;
	}

	#wall() {
		return html`<section class="part stack">
			<h2>${say("wall.open")}</h2>
			<p class="soft">${say("wall.open-why")}</p>
			<div class="row">
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "wall" })}>${say("wall.open")}</button>
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "house-rules" })}>${say("rules.title")}</button>
			</div>
		</section>`;
	}

	#notes() {
		return html`<section class="part stack">
			<h2>${say("reach.title")}</h2>
			<p class="soft">${say("place.notes-why")}</p>
			<div class="row">
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "reach" })}>${say("reach.title")}</button>
			</div>
		</section>`;
	}

	#others() {
		return html`<section class="part stack">
			<h3>${say("place.others-title")}</h3>
			<p class="soft">${say("place.others-why")}</p>
			${this.othersOut ? html`<p role="status">${say("place.others-done")}</p>` : nothing}
			<div class="row">
				<button class="button quiet" type="button" ?disabled=${this.busy} @click=${this.#signOut}>${say("place.others")}</button>
			</div>
		</section>`;
	}

	#code() {
		if (this.view.me?.spareSeen === false) {
			return html`<room-spare-card .room=${this.room} .view=${this.view} .whole=${true}></room-spare-card>`;
		}
		return html`<p class="small soft">${say("place.code-seen")}</p>`;
	}

	#along() {
		return html`<section class="part">
			<h3>${say("place.along")}</h3>
			<p class="soft">${say("place.along-why")}</p>
			<button class="link" type="button" @click=${() => this.go({ screen: "along" })}>${say("place.along")}</button>
		</section>`;
	}

	#bring() {
		return html`<section class="part">
			<h3>${say("place.bring")}</h3>
			<p class="soft">${say("place.bring-why")}</p>
			<button class="link" type="button" @click=${() => this.go({ screen: "bring" })}>${say("place.bring")}</button>
		</section>`;
	}

	#close() {
		return html`<section class="part">
			<h3>${say("place.close")}</h3>
			<p class="soft">${say("place.close-why")}</p>
			<button class="link" type="button" @click=${() => this.go({ screen: "close-place" })}>${say("place.close")}</button>
		</section>`;
	}

	#signOut = async () => {
		this.othersOut = await this.attempt(() => this.room.signOutOthers());
	};
}

customElements.define("room-your-place", RoomYourPlace);
