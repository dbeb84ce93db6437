/** Ask, share, ask: one's own story in three short steps. It stays on this page unless somebody asks to keep it. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { Screen } from "./screen.js";

const steps = ["ask", "share", "back"];
const questions = [1, 2, 3, 4];
const longest = 1_200;

export class RoomPracticeStory extends Screen {
	/** @override */
	static properties = { ...Screen.properties, whole: { state: true }, kept: { state: true } };

	constructor() {
		super();
		/** The three steps as they were written, once all are there. @type {readonly string[] | null} */
		this.whole = null;
		this.kept = false;
	}

	/** @override */
	render() {
		return html`<section class="page">
			<h1 tabindex="-1">${say("practice.story")}</h1>
			<p class="lead">${say("story.lead")}</p>
			<p class="soft">${say("story.stays")}</p>
			${this.#form()} ${this.whole === null ? nothing : this.#read(this.whole)} ${this.troubleNote()}
		</section>`;
	}

	#form() {
		return html`<form class="stack" autocomplete="off" ?hidden=${this.whole !== null} @submit=${this.#see}>
			${steps.map(
				(step) => html`<div class="field">
					<label for="story-${step}">${say(`story.${step}`)}</label>
					<p class="hint" id="story-${step}-hint">${say(`story.${step}-hint`)}</p>
					<textarea id="story-${step}" rows=${step === "share" ? 5 : 2} required maxlength=${longest} aria-describedby="story-${step}-hint"></textarea>
				</div>`,
			)}
			<div class="row"><button class="button" type="submit">${say("story.see")}</button></div>
		</form>`;
	}

	/** @param {readonly string[]} whole */
	#read(whole) {
		return html`<section class="part stack" aria-labelledby="story-whole">
			<h2 id="story-whole" tabindex="-1">${say("story.whole")}</h2>
			<div class="lines">${whole.map((text) => html`<div class="m mine"><p class="words-of own-words">${text}</p></div>`)}</div>
			<h3>${say("story.questions")}</h3>
			<ul>${questions.map((number) => html`<li>${say(`story.question.${number}`)}</li>`)}</ul>
			<p role="status">${this.kept ? say("story.kept") : nothing}</p>
			<div class="row">
				<button class="button" type="button" @click=${this.#change}>${say("practice.change")}</button>
				${this.kept ? nothing : html`<button class="button quiet" type="button" ?disabled=${this.busy} @click=${() => this.#keep(whole)}>${say("story.keep")}</button>`}
				<button class="link" type="button" @click=${() => this.go({ screen: "stories" })}>${say("stories.write-real")}</button>
				<button class="link" type="button" @click=${() => this.go({ screen: "practice" })}>${say("story.let-go")}</button>
			</div>
		</section>`;
	}

	/** @param {SubmitEvent} event */
	#see = async (event) => {
		event.preventDefault();
		const written = steps.map((step) => this.#field(step).value.trim());
		if (written.includes("")) return this.#field(steps[written.indexOf("")] ?? "ask").focus();
		this.whole = written;
		this.kept = false;
		await this.updateComplete;
		/** @type {HTMLElement | null} */ (this.querySelector("#story-whole"))?.focus();
	};

	#change = async () => {
		this.whole = null;
		await this.updateComplete;
		this.#field("ask").focus();
	};

	/** Only by this press: a page of one's own notebook, sealed like the others. @param {readonly string[]} whole */
	async #keep(whole) {
		const page = { title: say("practice.story"), text: whole.join("\n\n") };
		this.kept = await this.attempt(() => this.room.writePage(page));
	}

	/** @param {string} step */
	#field(step) {
		return /** @type {HTMLTextAreaElement} */ (this.querySelector(`#story-${step}`));
	}
}

customElements.define("room-practice-story", RoomPracticeStory);
