/** Somebody outside has a link: what is told, with what they must know, and nothing that needs a place here. */
import { html } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";
import { Screen } from "./screen.js";
import { contentPart, sentencesOf } from "./told-words.js";

export class RoomLinked extends Screen {
	/** @override */
	static properties = { ...Screen.properties, found: { state: true }, gone: { state: true } };

	constructor() {
		super();
		/** @type {{terms: import("../talk/telling.js").Terms, content: import("../talk/telling.js").Content} | null} */
		this.found = null;
		this.gone = false;
	}

	/** The same link once more asks the house once more. @override @param {Map<PropertyKey, unknown>} changed */
	willUpdate(changed) {
		if (!changed.has("place")) return;
		this.found = null;
		this.gone = false;
	}

	/** @override */
	render() {
		return html`<section class="page sheet stack">
			<h1 tabindex="-1">${say("linked.title")}</h1>
			${this.troubleNote()} ${this.found === null ? this.#before() : this.#shown(this.found)}
		</section>`;
	}

	#before() {
		if (this.gone)
			return html`<p class="lead">${say("told.nothing")}</p>
				<p>${say("linked.nothing-why", { programme: this.view.config?.programme ?? "" })}</p>`;
		return html`<p class="lead">${say("linked.lead", { programme: this.view.config?.programme ?? "" })}</p>
			<p>${say("linked.receipt")}</p>
			<div class="row">
				<button class="button" type="button" ?disabled=${this.busy} @click=${this.#open}>${say(this.busy ? "linked.opening" : "linked.open")}</button>
			</div>`;
	}

	/** @param {NonNullable<RoomLinked["found"]>} found */
	#shown({ terms, content }) {
		return html`<p class="note">${terms.texts.notice}</p>
			${sentencesOf(terms).map((one) => html`<p class="small">${one}</p>`)}
			<p class="small">${say("linked.from", { name: terms.person, day: dayWords(terms.day) })}</p>
			<section class="card stack">${contentPart(content)}</section>
			<p class="note onpaper">${terms.texts.notice}</p>
			<div class="row noprint">
				<button class="button quiet" type="button" @click=${() => print()}>${say("do.print")}</button>
			</div>`;
	}

	/** Only on a press: whoever only looks at a link, or a machine that tries it, opens nothing. */
	#open = async () => {
		await this.attempt(async () => {
			this.found = await this.room.telling("linked", this.place.told ?? "");
			this.gone = this.found === null;
		});
		await this.updateComplete;
		this.querySelector("h1")?.focus();
	};
}

customElements.define("room-linked", RoomLinked);
