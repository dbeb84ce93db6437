/** What a client shows a specialist of their path; and a step that is suggested, where they asked for it. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";
import { HeldForm } from "./held.js";
import { notEmergency } from "./not-emergency.js";
import { ownName } from "./own-name.js";
import { Screen } from "./screen.js";

const dayLength = 86_400_000;
const longestRow = 200;

export class RoomPathShown extends Screen {
	/** @override */
	static properties = { ...Screen.properties, looking: { state: true }, suggested: { state: true } };

	constructor() {
		super();
		this.looking = false;
		this.suggested = false;
		/** @type {HeldForm | null} what was begun outlives a lock */
		this.held = null;
	}

	/** @override */
	connectedCallback() {
		super.connectedCallback();
		this.held = new HeldForm(this.room, "suggest", this.place.id ?? "");
	}

	/** @override */
	updated() {
		this.held?.stands(this.querySelector("form"), () => this.updateComplete);
	}

	/** It may lie further back than what was read so far. @override */
	async firstUpdated() {
		const conv = this.place.id ?? "";
		this.looking = true;
		await this.quietly(async () => {
			await this.room.look(conv);
			while (this.isConnected && this.#isFurther(conv)) await this.room.older(conv);
		});
		this.looking = false;
	}

	/** @override */
	disconnectedCallback() {
		super.disconnectedCallback();
		this.quietly(() => this.room.lookAway(this.place.id ?? ""));
	}

	/** @param {string} conv */
	#isFurther(conv) {
		const conversation = this.room.conversation(conv);
		return conversation?.path.shown === null && conversation.older === "more" && !conversation.stopped;
	}

	/** @override */
	render() {
		const conversation = this.room.conversation(this.place.id ?? "");
		if (conversation === null || conversation.relationship.mine !== "specialist")
			return html`<section class="page"><h1 tabindex="-1">${say("trouble.not-found")}</h1></section>`;
		const name = ownName(conversation.relationship, say("see.them"));
		const { shown } = conversation.path;
		return html`<section class="page">
			<h1 tabindex="-1">${say("shown.title", { name })}</h1>
			<p class="lead">${say("shown.lead", { name })}</p>
			${this.looking ? html`<p class="soft" role="status">${say("shown.looking")}</p>` : nothing}
			${shown === null || shown.parts.length === 0 ? this.#nothing(name) : this.#parts(shown)}
			${this.troubleNote({ name })}
			${shown?.asks && conversation.canWrite ? this.#suggest(conversation.conv, name) : html`<p class="soft">${say("shown.not-asked", { name })}</p>`}
			${this.#mine(conversation, name)}
		</section>`;
	}

	/** @param {string} name */
	#nothing(name) {
		return this.looking ? nothing : html`<p class="note">${say("shown.none", { name })}</p>`;
	}

	/** @param {{parts: readonly number[], rows: readonly any[], ts: number}} shown */
	#parts({ parts, rows, ts }) {
		return html`<p class="soft small">${say("shown.as-of", { day: dayWords(Math.floor(ts / dayLength)) })}</p>
			${parts.map((part) => {
				const own = rows.filter(({ k }) => k === part);
				return html`<section class="part stack">
					<h2>${say(`path.part.${part}`)}</h2>
					${own.length === 0 ? html`<p class="soft">${say("shown.empty")}</p>` : nothing}
					<ul>${own.map(({ b, done }) => html`<li class="theirs">${b} ${done > 0 ? html`<span class="soft small">${say("path.done-on", { day: dayWords(done) })}</span>` : nothing}</li>`)}</ul>
				</section>`;
			})}`;
	}

	/** @param {string} conv @param {string} name */
	#suggest(conv, name) {
		return html`<section class="part stack">
			<h2>${say("shown.suggest")}</h2>
			<p>${say("shown.suggest-lead", { name })}</p>
			<form class="stack" autocomplete="off" @submit=${(/** @type {SubmitEvent} */ event) => this.#send(event, conv)} @input=${this.#typed}>
				<div class="field">
					<label for="suggest-words">${say("shown.suggest-words")}</label>
					<textarea id="suggest-words" name="words" rows="2" maxlength=${longestRow}></textarea>
					${notEmergency()}
				</div>
				<div class="row">
					<button class="button" type="submit" ?disabled=${this.busy}>${say("shown.suggest-send", { name })}</button>
					<span role="status">${this.suggested ? say("shown.suggested") : nothing}</span>
				</div>
			</form>
		</section>`;
	}

	/** @param {import("./seen.d.ts").Conversation} conversation @param {string} name */
	#mine({ path }, name) {
		const own = path.suggested;
		if (own.length === 0) return nothing;
		const isTaken = (/** @type {string} */ id) => (path.shown?.rows ?? []).some((row) => row.id === id);
		return html`<section class="part stack">
			<h2>${say("shown.yours")}</h2>
			<ul>${own.map(({ b, id }) => html`<li class="theirs">${b} ${isTaken(id) ? html`<span class="soft small">${say("shown.taken", { name })}</span>` : nothing}</li>`)}</ul>
		</section>`;
	}

	/** @param {Event} event */
	#typed = (event) => {
		this.suggested = false;
		return this.held?.typed(event);
	};

	/** @param {SubmitEvent} event @param {string} conv */
	#send = async (event, conv) => {
		event.preventDefault();
		const field = /** @type {HTMLTextAreaElement} */ (this.querySelector("#suggest-words"));
		if (!(await this.attempt(() => this.room.doing("path", "suggest", conv, field.value)))) return;
		await this.held?.done();
		field.value = "";
		this.suggested = true;
	};
}

customElements.define("room-path-shown", RoomPathShown);
