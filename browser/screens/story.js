/** One story: its layers, who may be offered each, and who was told what of it. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { HeldForm } from "./held.js";
import { SHORTEST } from "./library-lists.js";
import { Screen } from "./screen.js";
import "./story-layer.js";
import "./story-told.js";
import { notesShown, prompts } from "./story-parts.js";
import { audienceWords, layers, lengthWords, sizeOf } from "./story-words.js";
import "./sure.js";

/** @typedef {import("../talk/stories.js").Own} Own */
/** @typedef {import("../crypto/story.js").Layer} Layer */

const longestTitle = 80;

export class RoomStory extends Screen {
	/** @override */
	static properties = { ...Screen.properties, open: { state: true } };

	constructor() {
		super();
		/** Which layer is being written; 0 none, -1 the title. */
		this.open = 0;
	}

	/** A layer that was begun before a lock is open again. @override */
	async firstUpdated() {
		await this.attempt(() => this.room.reading("stories", "open"));
		for (const k of layers) {
			const [begun = ""] = await new HeldForm(this.room, "story", `${this.place.id} ${k}`).begun("b");
			if (begun !== "" && this.open === 0) this.open = k;
		}
	}

	get #story() {
		const all = /** @type {readonly Own[]} */ (this.view.parts?.stories?.stories ?? []);
		return all.find(({ docId }) => docId === this.place.id) ?? null;
	}

	/** @override */
	render() {
		const one = this.#story;
		if (one === null) return this.#nothing();
		return html`<section class="page">
			<h1 tabindex="-1" class="theirs">${one.title}</h1>
			<p class="lead">${say("stories.one-lead")}</p>
			${this.#title(one)} ${this.open > 0 ? nothing : this.troubleNote()}
			${layers.map((k) => this.#layer(one, k))} ${this.open > 0 ? nothing : prompts()}
			<room-story-told .room=${this.room} .view=${this.view} .docId=${one.docId}></room-story-told>
			<section class="part stack">
				<p class="small soft">${say("stories.remove-why")}</p>
				<room-sure
					.label=${say("stories.remove")}
					.question=${say("stories.remove-sure")}
					.yes=${say("stories.remove-yes")}
					@yes=${() => this.#remove(one)}
				></room-sure>
			</section>
		</section>`;
	}

	#nothing() {
		const isOpen = this.view.parts?.stories?.isOpen === true;
		return html`<section class="page">
			<h1 tabindex="-1">${say(isOpen ? "trouble.not-found" : "stories.loading")}</h1>
			${this.troubleNote()}
		</section>`;
	}

	/** @param {Own} one */
	#title(one) {
		if (this.open !== -1)
			return html`<div class="row"><button class="link" type="button" @click=${() => this.#turn(-1)}>${say("stories.rename")}</button></div>`;
		return html`<form class="stack" autocomplete="off" @submit=${(/** @type {SubmitEvent} */ event) => this.#rename(event, one)}>
			<div class="field">
				<label for="story-name">${say("stories.its-title")}</label>
				<input id="story-name" type="text" maxlength=${longestTitle} autocomplete="off" .value=${one.title} />
			</div>
			<div class="row">
				<button class="button" type="submit" ?disabled=${this.busy}>${say("stories.keep")}</button>
				<button class="button quiet" type="button" @click=${() => this.#turn(0)}>${say("do.cancel")}</button>
			</div>
		</form>`;
	}

	/** @param {Own} one @param {number} k */
	#layer(one, k) {
		const layer = one.layers.find((other) => other.k === k) ?? null;
		const name = say(`stories.layer.${k}`);
		return html`<section class="part stack" aria-label=${name}>
			<h2>${name}</h2>
			${
				this.open === k
					? html`<room-story-layer .room=${this.room} .view=${this.view} .docId=${one.docId} .k=${k} .layer=${layer} @closed=${() => this.#turn(0)}></room-story-layer>`
					: this.#shown(one, k, layer)
			}
		</section>`;
	}

	/** @param {Own} one @param {number} k @param {Layer | null} layer */
	#shown(one, k, layer) {
		const name = say(`stories.layer.${k}`);
		if (layer === null)
			return html`<p class="soft">${say(`stories.layer-why.${k}`)}</p>
				<div class="row"><button class="button quiet" type="button" aria-label=${say("stories.write-it", { layer: name })} @click=${() => this.#turn(k)}>${say("stories.write")}</button></div>`;
		return html`<p class="words-of own-words">${layer.b}</p>
			<p class="small">${lengthWords({ k, size: sizeOf(layer.b) })}. ${audienceWords(layer, this.view)}</p>
			${notesShown(layer)}
			${layer.why === "" ? nothing : html`<p class="small soft own-words">${say("stories.why-was", { why: layer.why })}</p>`}
			${layer.days === 0 ? nothing : html`<p class="small soft">${say("stories.days-words", { days: layer.days })}</p>`}
			<div class="row">
				<button class="link" type="button" aria-label=${say("stories.change-it", { layer: name })} @click=${() => this.#turn(k)}>${say("stories.change")}</button>
				${layer.b.length < SHORTEST ? nothing : html`<button class="link" type="button" aria-label=${`${say("stories.to-library")}: ${name}`} @click=${() => this.go({ screen: "library-tell", id: `${one.docId}:${k}` })}>${say("stories.to-library")}</button>`}
				<room-sure
					.label=${say("path.remove")}
					.about=${name}
					.question=${say("stories.drop-sure", { layer: name })}
					.yes=${say("path.remove-yes")}
					@yes=${() => this.attempt(() => this.room.doing("stories", "drop", one.docId, layer))}
				></room-sure>
			</div>`;
	}

	/** @param {number} open */
	async #turn(open) {
		this.open = open;
		this.trouble = null;
		await this.updateComplete;
		const field = open === -1 ? "#story-name" : "textarea";
		/** @type {HTMLElement | null} */ (this.querySelector(open === 0 ? "h1" : field))?.focus();
	}

	/** @param {SubmitEvent} event @param {Own} one */
	#rename = async (event, { docId }) => {
		event.preventDefault();
		const title = /** @type {HTMLInputElement} */ (this.querySelector("#story-name")).value;
		if (await this.attempt(() => this.room.doing("stories", "rename", docId, title))) await this.#turn(0);
	};

	/** @param {Own} one */
	async #remove({ docId }) {
		if (await this.attempt(() => this.room.doing("stories", "remove", docId))) this.go({ screen: "stories" });
	}
}

customElements.define("room-story", RoomStory);
