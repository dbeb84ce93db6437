/** A pause: until when, and a few words if one likes. Whose pause it is ends it again here. */
import { html, nothing } from "../vendor/lit.js";
import { say, sayCount } from "../words/index.js";
import { isShared, readersHere } from "./company.js";
import { dayWords } from "./days.js";
import { HeldForm } from "./held.js";
import { notEmergency } from "./not-emergency.js";
import { ownName } from "./own-name.js";
import { Screen } from "./screen.js";

/** @typedef {import("./seen.d.ts").Relationship} Relationship */

/** In weeks; none is as long as a pause can last. */
const lengths = [1, 2, 4];
const week = 7;
const longestWords = 4_000;

export class RoomRest extends Screen {
	constructor() {
		super();
		/** @type {HeldForm | null} */
		this.held = null;
	}

	/** @override */
	connectedCallback() {
		super.connectedCallback();
		this.held = new HeldForm(this.room, "rest", this.place.id ?? "");
	}

	/** @override */
	updated() {
		this.held?.stands(this.querySelector("form"), () => this.updateComplete);
	}

	/** @override */
	render() {
		const conversation = this.room.conversation(this.place.id ?? "");
		if (conversation === null)
			return html`<section class="page"><h1 tabindex="-1">${say("trouble.not-found")}</h1></section>`;
		const one = conversation.relationship;
		const name = ownName(one, say("see.them"));
		return html`<section class="page">
			<h1 tabindex="-1">${say("rest.title", { name })}</h1>
			${one.state === "active" ? this.#form(conversation, name) : this.#now(one, name)}
		</section>`;
	}

	/** @param {import("./seen.d.ts").Conversation} conversation @param {string} name */
	#form(conversation, name) {
		const { relationship: one } = conversation;
		const isOfThree = isShared(conversation);
		const names = readersHere(conversation, name);
		return html`<p class="lead">${isOfThree ? say("rest.lead-all", { names }) : say("rest.lead", { name })}</p>
			<ul>
				<li>${say(isOfThree ? "rest.read-all" : "rest.read")}</li>
				<li>${say("rest.waits")}</li>
				<li>${say("rest.help")}</li>
			</ul>
			<form autocomplete="off" class="stack" @input=${this.held?.typed} @submit=${(/** @type {SubmitEvent} */ event) => this.#pause(event, one)}>
				<fieldset class="stack">
					<legend>${say("rest.how-long")}</legend>
					${lengths.map((weeks) => this.#choice(String(weeks), sayCount("rest.weeks", weeks), weeks === 1))}
					${this.#choice("", say("rest.open"), false)}
				</fieldset>
				<div class="field">
					<label for="rest-words">${say("rest.words", { name: names })}</label>
					<p class="hint" id="rest-words-hint">${isOfThree ? say("talk.only-all", { names }) : say("rest.words-hint")}</p>
					<textarea id="rest-words" name="words" rows="3" maxlength=${longestWords} aria-describedby="rest-words-hint"></textarea>
					${notEmergency()}
				</div>
				${this.troubleNote({ name })}
				<div class="row"><button class="button" type="submit" ?disabled=${this.busy}>${say("rest.do")}</button></div>
			</form>`;
	}

	/** @param {string} value @param {string} words @param {boolean} checked */
	#choice(value, words, checked) {
		return html`<label class="row"><input autocomplete="off" type="radio" name="weeks" value=${value} ?checked=${checked} /><span>${words}</span></label>`;
	}

	/** @param {Relationship} one @param {string} name */
	#now(one, name) {
		if (one.pause === null || one.state !== "paused") return html`<p>${say("rest.over", { name })}</p>`;
		const day = dayWords(one.pause.until);
		return html`<p class="lead">${say(`rest.${one.pause.by}`, { name, day })}</p>
			${this.troubleNote({ name })} ${one.pause.by === "you" ? this.#back(one) : nothing}`;
	}

	/** @param {Relationship} one */
	#back(one) {
		return html`<div class="row">
			<button class="button" type="button" ?disabled=${this.busy} @click=${() => this.#resume(one)}>${say("rest.back")}</button>
		</div>`;
	}

	/** @param {SubmitEvent} event @param {Relationship} one */
	async #pause(event, one) {
		event.preventDefault();
		const fields = new FormData(/** @type {HTMLFormElement} */ (event.target));
		const weeks = Number(fields.get("weeks") ?? 0);
		const until = weeks === 0 ? null : (this.view.config?.today ?? 0) + weeks * week;
		const words = String(fields.get("words") ?? "");
		if (!(await this.attempt(() => this.room.living("pause", one.id, { until, words })))) return;
		await this.held?.done();
		this.#go();
	}

	/** @param {Relationship} one */
	async #resume(one) {
		if (await this.attempt(() => this.room.living("resume", one.id))) this.#go();
	}

	#go() {
		this.go({ screen: "talk", id: this.place.id ?? "" });
	}
}

customElements.define("room-rest", RoomRest);
