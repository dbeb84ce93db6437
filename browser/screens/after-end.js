/** After an end: said kindly, with somebody else one tap away, and a way back if both wish it. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";
import { ownName } from "./own-name.js";
import { Screen } from "./screen.js";

/** @typedef {import("./seen.d.ts").Relationship} Relationship */

export class RoomAfterEnd extends Screen {
	/** @override */
	static properties = { ...Screen.properties, relationship: { attribute: false } };

	constructor() {
		super();
		/** @type {Relationship} */
		this.relationship = /** @type {never} */ (undefined);
	}

	/** @override */
	render() {
		const one = this.relationship;
		const name = ownName(one, say("see.them"));
		return html`<section class="calm stack">
			${this.#kind(one, name)} ${this.troubleNote({ name })} ${one.blocked ? this.#blocked(one, name) : this.#back(one, name)}
			<div class="row">
				${one.mine === "client" && this.view.step === "finding" ? this.#anew() : nothing}
				<button class="link" type="button" @click=${() => this.go({ screen: "goodbye", id: one.conv ?? "" })}>${say("after.letters")}</button>
				${one.mine === "client" ? html`<button class="link" type="button" @click=${() => this.go({ screen: "ripple" })}>${say("ripple.count")}</button>` : nothing}
			</div>
		</section>`;
	}

	/** An end that came from the other, or with their place, is softened. @param {Relationship} one @param {string} name */
	#kind(one, name) {
		if (one.mine !== "client" || one.endedBy !== "them" || one.endedHow === "planned") return nothing;
		return html`<p class="soft">${say("after.kind", { name })}</p>`;
	}

	/** @param {Relationship} one @param {string} name */
	#back(one, name) {
		const back = one.wayBack;
		if (back === null || one.endedHow === "closed") return nothing;
		if (back.both) return this.#both(one, name);
		return html`<div class="stack">
			<p>${say(back.mine ? "back.said" : "back.lead", { name, day: dayWords(back.until) })}</p>
			<div class="row">${this.#wish(one, !back.mine)}</div>
		</div>`;
	}

	/** @param {Relationship} one @param {string} name */
	#both(one, name) {
		const canAsk = one.mine === "client" && one.mayAskAgain && this.view.step === "finding";
		return html`<div class="stack">
			<p>${say(one.mine === "client" ? "back.both" : "back.both-wait", { name })}</p>
			<div class="row">
				${canAsk ? html`<button class="button" type="button" @click=${() => this.go({ screen: "hello", id: one.other.accountId })}>${say("earlier.again", { name })}</button>` : nothing}
				${this.#wish(one, false)}
			</div>
		</div>`;
	}

	/** @param {Relationship} one @param {boolean} wish */
	#wish(one, wish) {
		return html`<button class="button quiet" type="button" ?disabled=${this.busy} @click=${() => this.attempt(() => this.room.living("wishBack", one.id, wish))}>
			${say(wish ? "back.yes" : "back.no")}
		</button>`;
	}

	/** @param {Relationship} one @param {string} name */
	#blocked(one, name) {
		return html`<div class="stack">
			<p>${say("block.is", { name })}</p>
			<div class="row">
				<button class="button quiet" type="button" ?disabled=${this.busy} @click=${() => this.attempt(() => this.room.living("unblock", one.id))}>${say("block.undo")}</button>
			</div>
		</div>`;
	}

	#anew() {
		return html`<button class="button" type="button" @click=${() => this.go({ screen: "wishes" })}>${say("answer.other")}</button>`;
	}
}

customElements.define("room-after-end", RoomAfterEnd);
