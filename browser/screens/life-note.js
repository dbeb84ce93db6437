/** Where two people stand on their way, told in the talk: a pause, a day that comes near, silence, an end. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { awayNote } from "./away-note.js";
import { dayWords } from "./days.js";
import { ownName } from "./own-name.js";
import { Screen } from "./screen.js";
import "./after-end.js";
import "./first-length.js";
import "./plan-ask.js";
import "./plan-wish.js";

/** @typedef {import("./seen.d.ts").Relationship} Relationship */
/** @typedef {import("./seen.d.ts").Conversation} Conversation */

export class RoomLifeNote extends Screen {
	/** @override */
	static properties = { ...Screen.properties, conversation: { attribute: false } };

	constructor() {
		super();
		/** @type {Conversation} */
		this.conversation = /** @type {never} */ (undefined);
	}

	/** @override */
	render() {
		const { relationship: one, conv } = this.conversation;
		if (one.conv !== conv) return nothing;
		const name = ownName(one, say("see.them"));
		if (one.state === "paused") return html`${this.#paused(one, name)} ${this.#away(one, name)}`;
		if (one.state === "ended")
			return html`<room-after-end .room=${this.room} .view=${this.view} .relationship=${one}></room-after-end>`;
		if (one.state !== "active") return nothing;
		return html`${this.#away(one, name)} ${one.missing === null ? nothing : this.#missing(name)} ${one.isBack ? this.#back(name) : nothing}
			<room-first-length .room=${this.room} .view=${this.view} .conversation=${this.conversation}></room-first-length>
			<room-plan-wish .room=${this.room} .view=${this.view} .relationship=${one}></room-plan-wish>
			<room-plan-ask .room=${this.room} .view=${this.view} .only=${one.id}></room-plan-ask>`;
	}

	/** @param {Relationship} one @param {string} name */
	#paused({ pause }, name) {
		if (pause === null) return nothing;
		return html`<section class="note stack">
			<p role="status">${say(`rest.${pause.by}`, { name, day: dayWords(pause.until) })}</p>
			<div class="row">
				${pause.by === "you" ? this.#way("rest", "rest.back") : html`<button class="button quiet" type="button" @click=${this.#help}>${say("top.help")}</button>`}
			</div>
		</section>`;
	}

	/** @param {Relationship} one @param {string} name */
	#away(one, name) {
		return awayNote(one, name, () => this.go({ screen: "hand", id: this.conversation.conv }));
	}

	/** @param {string} name */
	#back(name) {
		return html`<section class="note stack">
			<p>${say("rest.over", { name })} ${say("rest.over-ask")}</p>
			<div class="row">
				${this.#way("rest", "rest.longer")} ${this.#way("goodbye", "plan.goodbye")}
			</div>
		</section>`;
	}

	/** @param {string} name */
	#missing(name) {
		return html`<section class="note stack">
			<p>${say("gone.note", { name })}</p>
			<div class="row">${this.#way("gone", "gone.look")}</div>
		</section>`;
	}

	/** @param {string} screen @param {string} words */
	#way(screen, words) {
		const id = this.conversation.conv;
		return html`<button class="button quiet" type="button" @click=${() => this.go({ screen, id })}>${say(words)}</button>`;
	}

	#help = () => this.dispatchEvent(new CustomEvent("help", { bubbles: true }));
}

customElements.define("room-life-note", RoomLifeNote);
