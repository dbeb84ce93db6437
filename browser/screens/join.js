/** Becoming a specialist: the profile first, then the check words and the file for the coordinator. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { handOut } from "./hand-out.js";
import "./profile.js";
import { Screen } from "./screen.js";
import "./spare-card.js";

export class RoomJoin extends Screen {
	/** @override */
	static properties = { ...Screen.properties, words: { state: true }, file: { state: true } };

	constructor() {
		super();
		/** @type {readonly string[]} */
		this.words = [];
		this.file = "";
	}

	/** @override */
	connectedCallback() {
		super.connectedCallback();
		this.#check();
	}

	async #check() {
		await this.attempt(async () => {
			this.words = await this.room.checkWords();
		});
	}

	/** @override */
	render() {
		if (this.view.me?.profile == null)
			return html`<room-profile .room=${this.room} .view=${this.view}></room-profile>`;
		const programme = this.view.config?.programme ?? "";
		return html`<section class="page">
			<h1 tabindex="-1">${say("join.words-title")}</h1>
			<p class="lead">${say("join.words-lead")}</p>
			<section class="stack">
				<h2 id="check-title">${say("join.words")}</h2>
				<ol class="words numbered" aria-labelledby="check-title">
					${this.words.map((word) => html`<li>${word}</li>`)}
				</ol>
			</section>
			${this.troubleNote()}
			<div class="row">
				<button class="button" type="button" ?disabled=${this.busy} @click=${this.#save}>${say("join.file")}</button>
				<button class="link" type="button" @click=${() => this.go({ screen: "profile" })}>${say("seat.edit")}</button>
			</div>
			${this.file ? html`<p role="status">${say("join.saved-file", { file: this.file })}</p>` : nothing}
			<p>
				${say("told.for-supervisors")}
				<button class="link" type="button" @click=${() => this.go({ screen: "told" })}>${say("told.open")}</button>
			</p>
			<p>
				${say("practice.meanwhile")}
				<button class="link" type="button" @click=${() => this.go({ screen: "practice" })}>${say("practice.title")}</button>
			</p>
			<p>${say("join.waiting", { programme })} ${say("join.after", { programme })}</p>
			<room-spare-card .room=${this.room} .view=${this.view}></room-spare-card>
		</section>`;
	}

	#save = () =>
		this.attempt(async () => {
			const { filename, text } = await this.room.endorsementRequest();
			handOut(filename, new Blob([text], { type: "application/json" }));
			this.file = filename;
		});
}

customElements.define("room-join", RoomJoin);
