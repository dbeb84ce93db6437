/** Stories from one's own life: all of one's own; and, for a talk, what may be offered there now. */
import { html, nothing } from "../vendor/lit.js";
import { layersFor } from "../talk/story-rules.js";
import { say, sayCount } from "../words/index.js";
import { isShared, namesNow } from "./company.js";
import { dayWords } from "./days.js";
import { HeldForm } from "./held.js";
import { ownName } from "./own-name.js";
import { Screen } from "./screen.js";
import { notesShown, prompts } from "./story-parts.js";
import { audienceWords, lengthWords, sizeOf } from "./story-words.js";

/** @typedef {import("../talk/stories.js").Own} Own */
/** @typedef {import("../crypto/story.js").Layer} Layer */
/** @typedef {import("./seen.d.ts").Conversation} Conversation */

const longestTitle = 80;

export class RoomStories extends Screen {
	/** @override */
	static properties = { ...Screen.properties, why: { state: true } };

	constructor() {
		super();
		/** Why nothing may be offered now; undefined while it is looked up. @type {string | null | undefined} */
		this.why = undefined;
		/** @type {HeldForm | null} what was begun outlives a lock */
		this.held = null;
	}

	/** @override */
	connectedCallback() {
		super.connectedCallback();
		this.held = new HeldForm(this.room, "stories", "new");
		if (this.#conv !== "") this.quietly(() => this.room.look(this.#conv));
	}

	/** @override */
	disconnectedCallback() {
		super.disconnectedCallback();
		if (this.#conv !== "") this.quietly(() => this.room.lookAway(this.#conv));
	}

	/** @override */
	updated() {
		this.held?.stands(this.querySelector("form"), () => this.updateComplete);
	}

	/** @override */
	firstUpdated() {
		return this.attempt(async () => {
			await this.room.reading("stories", "open");
			if (this.#conv !== "") this.why = (await this.room.reading("stories", "why", this.#conv)) ?? null;
		});
	}

	get #conv() {
		return this.place.id ?? "";
	}

	/** @override */
	render() {
		const own = this.view.parts?.stories;
		const conversation = this.#conv === "" ? null : this.room.conversation(this.#conv);
		const name = conversation === null ? "" : ownName(conversation.relationship, say("see.them"));
		return html`<section class="page">
			<h1 tabindex="-1">${conversation === null ? say("stories.title") : say("stories.title-for", { name })}</h1>
			<p class="lead">${this.#lead(conversation, name)}</p>
			${this.troubleNote({ name })}
			${own?.isOpen ? this.#all(own, conversation, name) : html`<p class="soft" role="status">${say("stories.loading")}</p>`}
		</section>`;
	}

	/** @param {any} own @param {Conversation | null} conversation @param {string} name */
	#all({ stories, troubles }, conversation, name) {
		const contact = this.view.config?.contact.name ?? "";
		return html`${troubles > 0 ? html`<p class="wrong" role="alert">${sayCount("path.lost", troubles, { contact })}</p>` : nothing}
			${conversation === null ? nothing : this.#now(conversation, name)}
			${stories.length === 0 ? html`<p class="soft">${say("stories.none")}</p>` : nothing}
			<ul class="plain">${stories.map((/** @type {Own} */ one) => this.#one(one, conversation, name))}</ul>
			${this.#begin()} ${prompts()}
			<section class="part stack">
				${this.view.me?.isSpecialist ? html`<div class="row"><button class="link" type="button" @click=${() => this.go({ screen: "practice-story" })}>${say("stories.practise")}</button></div>` : nothing}
				<p class="small soft">${say("stories.who")}</p>
			</section>`;
	}

	/** @param {Conversation | null} conversation @param {string} name */
	#lead(conversation, name) {
		if (conversation === null) return say("stories.lead");
		return isShared(conversation) ? say("stories.lead-for-all") : say("stories.lead-for", { name });
	}

	/** With three, one of them may have said yes already. @param {Conversation} conversation @param {string} name */
	#whyWords(conversation, name) {
		const isAll = this.why === "waits" && isShared(conversation);
		return isAll ? say("stories.why-waits-all") : say(`stories.why-${this.why}`, { name });
	}

	/** Who would read it, and why it may have to wait. @param {Conversation} conversation @param {string} name */
	#now(conversation, name) {
		const readers = isShared(conversation)
			? html`<p class="note">${say("stories.readers", { names: namesNow(conversation) })}</p>`
			: nothing;
		if (!conversation.canWrite) return html`<p class="note">${say("stories.cannot", { name })}</p>`;
		return html`${readers} ${this.why ? html`<p class="note" role="status">${this.#whyWords(conversation, name)}</p>` : nothing}`;
	}

	/** @param {Own} one @param {Conversation | null} conversation @param {string} name */
	#one(one, conversation, name) {
		return html`<li class="card stack">
			<h2 class="minor own-words">${one.title}</h2>
			<p class="small soft">${say("stories.begun", { day: dayWords(one.day) })}</p>
			${one.layers.length === 0 ? html`<p class="soft">${say("stories.no-layer")}</p>` : nothing}
			${conversation === null ? html`<ul class="plain">${one.layers.map((layer) => this.#layer(layer))}</ul>` : this.#choices(one, conversation, name)}
			<div class="row">
				<button class="button quiet" type="button" aria-label=${say("stories.look-at", { title: one.title })} @click=${() => this.go({ screen: "story", id: one.docId })}>${say("stories.look")}</button>
			</div>
		</li>`;
	}

	/** @param {Layer} layer */
	#layer(layer) {
		return html`<li>
			<p>${lengthWords({ k: layer.k, size: sizeOf(layer.b) })}</p>
			<p class="small soft">${audienceWords(layer, this.view)}</p>
			${notesShown(layer)}
		</li>`;
	}

	/** What of it may be offered in this talk, each by a press of its own. @param {Own} one @param {Conversation} conversation @param {string} name */
	#choices(one, conversation, name) {
		const { mine, earlier } = conversation.relationship;
		const fits = layersFor(one, { mine, convs: [conversation.conv, ...earlier] });
		if (fits.length === 0)
			return one.layers.length === 0
				? nothing
				: html`<p class="soft">${say("stories.not-for", { name })}</p>`;
		return html`<ul class="plain">${fits.map((layer) => this.#choice(one, layer, conversation, name))}</ul>`;
	}

	/** @param {Own} one @param {Layer} layer @param {Conversation} conversation @param {string} name */
	#choice(one, layer, conversation, name) {
		const words = isShared(conversation)
			? say("stories.ask-all", { names: namesNow(conversation) })
			: say("stories.ask", { name });
		const may = conversation.canWrite && this.why === null;
		return html`<li class="own-row stack">
			<p>${lengthWords({ k: layer.k, size: sizeOf(layer.b) })}</p>
			${notesShown(layer)}
			<p class="small soft own-words">${layer.why === "" ? say("stories.why-now", { name }) : say("stories.why-was", { why: layer.why })}</p>
			${may ? html`<div class="row"><button class="button" type="button" ?disabled=${this.busy} aria-label=${`${words}: ${one.title}, ${say(`stories.layer.${layer.k}`)}`} @click=${() => this.#offer(one, layer)}>${words}</button></div>` : nothing}
		</li>`;
	}

	#begin() {
		return html`<section class="part stack" aria-labelledby="story-new">
			<h2 id="story-new">${say("stories.new")}</h2>
			<form class="stack" autocomplete="off" @submit=${this.#save} @input=${this.held?.typed}>
				<div class="field">
					<label for="story-title">${say("stories.its-title")}</label>
					<p class="hint" id="story-title-hint">${say("stories.its-title-hint")}</p>
					<input id="story-title" name="title" type="text" maxlength=${longestTitle} autocomplete="off" aria-describedby="story-title-hint" />
				</div>
				<div class="row"><button class="button quiet" type="submit" ?disabled=${this.busy}>${say("stories.begin")}</button></div>
			</form>
		</section>`;
	}

	/** @param {Own} one @param {Layer} layer */
	async #offer({ docId }, { k }) {
		const what = { docId, k, re: this.place.ref ?? "" };
		if (await this.attempt(() => this.room.doing("stories", "offer", this.#conv, what)))
			this.go({ screen: "talk", id: this.#conv });
	}

	/** @param {SubmitEvent} event */
	#save = async (event) => {
		event.preventDefault();
		const title = /** @type {HTMLInputElement} */ (this.querySelector("#story-title")).value;
		let docId = "";
		const isDone = await this.attempt(async () => {
			docId = await this.room.doing("stories", "begin", title);
		});
		if (!isDone) return;
		await this.held?.done();
		this.go({ screen: "story", id: docId });
	};
}

customElements.define("room-stories", RoomStories);
