/** How am I? A few questions of a specialist to themselves; sealed, added up by nobody, and what could help beside them. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";
import { HeldForm } from "./held.js";
import { Screen } from "./screen.js";
import "./sure.js";

/** @typedef {import("../talk/wellbeing.js").Look} Look */

const QUESTIONS = [1, 2, 3, 4, 5];
const ANSWERS = [1, 2, 3];
const longestWords = 280;

export class RoomWellbeing extends Screen {
	/** @override */
	static properties = { ...Screen.properties, saved: { state: true } };

	constructor() {
		super();
		this.saved = false;
		/** @type {HeldForm | null} what was begun outlives a lock */
		this.held = null;
	}

	/** @override */
	connectedCallback() {
		super.connectedCallback();
		this.held = new HeldForm(this.room, "wellbeing", "");
	}

	/** @override */
	updated() {
		this.held?.stands(this.querySelector("form"), () => this.updateComplete);
	}

	/** @override */
	firstUpdated() {
		this.attempt(() => this.room.reading("wellbeing", "look"));
	}

	/** @override */
	render() {
		/** @type {{isLooked: boolean, looks: readonly Look[]} | undefined} */
		const own = this.view.parts?.wellbeing;
		return html`<section class="page">
			<h1 tabindex="-1">${say("well.title")}</h1>
			<p class="lead">${say("well.lead")}</p>
			<p class="soft">${say("well.who")}</p>
			${own?.isLooked ? html`${this.#new()} ${this.#helps()} ${this.#before(own.looks)}` : html`${this.troubleNote()}<p class="soft" role="status">${say("path.loading")}</p>`}
		</section>`;
	}

	#new() {
		return html`<form class="stack roomy" autocomplete="off" @input=${this.held?.typed} @submit=${this.#save}>
			${QUESTIONS.map(
				(at) => html`<fieldset class="stack">
				<legend>${say(`well.ask.${at}`)}</legend>
				${ANSWERS.map((answer) => html`<label class="row"><input autocomplete="off" type="radio" name=${`ask-${at}`} value=${answer} /><span>${say(`well.answer.${answer}`)}</span></label>`)}
			</fieldset>`,
			)}
			<div class="field">
				<label for="well-words">${say("well.words")}</label>
				<p class="hint" id="well-words-hint">${say("well.words-hint")}</p>
				<textarea id="well-words" name="words" rows="3" maxlength=${longestWords} aria-describedby="well-words-hint"></textarea>
			</div>
			${this.troubleNote()}
			<div class="row">
				<button class="button" type="submit" ?disabled=${this.busy}>${say("well.save")}</button>
				<span role="status">${this.saved ? say("well.saved") : nothing}</span>
			</div>
		</form>`;
	}

	/** The same for everybody, whatever was chosen. */
	#helps() {
		return html`<section class="part stack">
			<h2>${say("well.helps")}</h2>
			<div class="row">
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "debrief" })}>${say("debrief.open")}</button>
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "carrying" })}>${say("carry.open")}</button>
				<button class="button quiet" type="button" @click=${this.#help}>${say("top.help")}</button>
			</div>
		</section>`;
	}

	/** @param {readonly Look[]} looks */
	#before(looks) {
		if (looks.length === 0) return nothing;
		return html`<section class="part stack">
			<h2>${say("well.before")}</h2>
			${looks.map((look) => this.#one(look))}
		</section>`;
	}

	/** @param {Look} look */
	#one(look) {
		const day = dayWords(look.day);
		const said = QUESTIONS.filter((at) => look.a[at - 1] !== 0);
		return html`<details>
			<summary>${day}</summary>
			<ul>${said.map((at) => html`<li>${say(`well.ask.${at}`)} ${say(`well.answer.${look.a[at - 1]}`)}</li>`)}</ul>
			${look.b === "" ? nothing : html`<p class="theirs">${look.b}</p>`}
			<room-sure
				.label=${say("path.remove")}
				.about=${day}
				.question=${say("path.remove-sure")}
				.yes=${say("path.remove-yes")}
				@yes=${() => this.#drop(look)}
			></room-sure>
		</details>`;
	}

	/** @param {SubmitEvent} event */
	#save = async (event) => {
		event.preventDefault();
		const form = /** @type {HTMLFormElement} */ (event.target);
		const fields = new FormData(form);
		const a = QUESTIONS.map((at) => Number(fields.get(`ask-${at}`) ?? 0));
		const b = String(fields.get("words") ?? "");
		this.saved = false;
		if (!(await this.attempt(() => this.room.doing("wellbeing", "keep", { a, b })))) return;
		await this.held?.done();
		form.reset();
		this.saved = true;
	};

	/** @param {Look} look */
	#drop(look) {
		return this.attempt(() => this.room.doing("wellbeing", "drop", look));
	}

	#help = () => this.dispatchEvent(new CustomEvent("help", { bubbles: true }));
}

customElements.define("room-wellbeing", RoomWellbeing);
