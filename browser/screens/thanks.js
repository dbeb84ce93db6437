/** Thanks for somebody who walks with one: written here, said in the talk with them, and seen by nobody else. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { HeldForm } from "./held.js";
import { notEmergency } from "./not-emergency.js";
import { ownName } from "./own-name.js";
import { Screen } from "./screen.js";

/** @typedef {import("./seen.d.ts").Relationship} Relationship */

const longest = 1000;

export class RoomThanks extends Screen {
	/** @override */
	static properties = { ...Screen.properties, said: { state: true } };

	constructor() {
		super();
		/** whom it was said to just now */
		this.said = "";
	}

	/** @type {HeldForm | null} */
	#held = null;

	/** @override */
	connectedCallback() {
		super.connectedCallback();
		this.#held = new HeldForm(this.room, "thanks", "");
	}

	/** @override */
	updated() {
		this.#held?.stands(this.querySelector("form"), () => this.updateComplete);
	}

	/** @override */
	render() {
		const to = this.#to;
		if (to.length === 0) return html``;
		return html`<section class="part stack">
			<h2>${say("thanks.title")}</h2>
			<p>${say("thanks.lead")}</p>
			${this.said === "" ? nothing : html`<p role="status">${say("thanks.said", { name: this.said })}</p>`}
			<form class="stack" autocomplete="off" @input=${this.#held?.typed} @submit=${this.#send}>
				${to.length === 1 ? nothing : this.#whom(to)}
				<div class="field">
					<label for="thanks-words">${say("thanks.words", { name: to.length === 1 ? nameOf(to[0]) : say("see.them") })}</label>
					<textarea id="thanks-words" name="words" rows="3" required maxlength=${longest}></textarea>
					${notEmergency()}
				</div>
				${this.troubleNote()}
				<div class="row"><button class="button quiet" type="submit" ?disabled=${this.busy}>${say("thanks.send")}</button></div>
			</form>
			<p class="small soft">${say("thanks.quiet")}</p>
		</section>`;
	}

	/** In a talk in which one may write. */
	get #to() {
		return this.view.relationships.filter(
			({ mine, state, conv }) => mine === "client" && state === "active" && conv !== null,
		);
	}

	/** @param {readonly Relationship[]} to */
	#whom(to) {
		return html`<fieldset class="stack">
			<legend>${say("thanks.whom")}</legend>
			${to.map(
				(one, at) => html`<label class="choice" for=${`thanks-to-${one.id}`}>
					<input id=${`thanks-to-${one.id}`} type="radio" autocomplete="off" name="to" value=${one.id} ?checked=${at === 0} />
					<span class="own-name">${nameOf(one)}</span>
				</label>`,
			)}
		</fieldset>`;
	}

	/** What was typed stays until it is on its way. @param {SubmitEvent} event */
	#send = async (event) => {
		event.preventDefault();
		const form = /** @type {HTMLFormElement} */ (event.currentTarget);
		const given = new FormData(form);
		const one = this.#to.find(({ id }) => String(id) === given.get("to")) ?? this.#to[0];
		if (one === undefined) return;
		this.said = "";
		const words = String(given.get("words") ?? "");
		if (!(await this.attempt(() => this.room.doing("ripple", "thank", one.conv, words)))) return;
		await this.#held?.done();
		form.reset();
		this.said = nameOf(one);
		this.tell(say("thanks.said", { name: this.said }));
	};
}

/** @param {Relationship | undefined} one */
const nameOf = (one) => (one === undefined ? say("see.them") : ownName(one, say("see.them")));

customElements.define("room-thanks", RoomThanks);
