/** How it went: two rulers with words, and one's own words; looked back at as a picture or a table. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";
import { HeldForm } from "./held.js";
import { Screen } from "./screen.js";
import "./sure.js";
import { trendDrawn } from "./trend.js";

/** @typedef {{docId: string, id: string, b: string, day: number, matters: number, sure: number}} Look */

const longestWords = 280;
const most = 10;

export class RoomDiary extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		matters: { state: true },
		sure: { state: true },
		saved: { state: true },
	};

	constructor() {
		super();
		this.matters = 5;
		this.sure = 5;
		this.saved = false;
		/** @type {HeldForm | null} what was begun outlives a lock */
		this.held = null;
	}

	/** @override */
	connectedCallback() {
		super.connectedCallback();
		this.held = new HeldForm(this.room, "diary", "");
	}

	/** @override */
	updated() {
		this.held?.stands(this.querySelector("form"), () => this.updateComplete);
	}

	/** @override */
	firstUpdated() {
		this.attempt(() => this.room.reading("path", "open"));
	}

	/** @override */
	render() {
		const own = this.view.parts?.path;
		return html`<section class="page">
			<h1 tabindex="-1">${say("diary.title")}</h1>
			<p class="lead">${say("diary.lead")}</p>
			${own?.isOpen ? html`${this.#new()} ${this.#before(own)}` : html`${this.troubleNote()}<p class="soft" role="status">${say("path.loading")}</p>`}
		</section>`;
	}

	#new() {
		return html`<form class="stack" autocomplete="off" @input=${this.held?.typed} @submit=${this.#save}>
			<h2>${say("diary.new")}</h2>
			${this.#ruler("matters", this.matters)} ${this.#ruler("sure", this.sure)}
			<div class="field">
				<label for="diary-words">${say("diary.words")}</label>
				<textarea id="diary-words" name="words" rows="3" maxlength=${longestWords}></textarea>
			</div>
			${this.troubleNote()}
			<div class="row">
				<button class="button" type="submit" ?disabled=${this.busy}>${say("diary.save")}</button>
				<span role="status">${this.saved ? say("diary.saved") : nothing}</span>
			</div>
		</form>`;
	}

	/** @param {"matters" | "sure"} name @param {number} value */
	#ruler(name, value) {
		const id = `diary-${name}`;
		const moved = (/** @type {Event} */ { target }) => {
			this[name] = Number(/** @type {HTMLInputElement} */ (target).value);
			this.saved = false;
		};
		return html`<div class="field">
			<label for=${id}>${say(`diary.${name}`)}</label>
			<input
				id=${id}
				name=${name}
				class="ruler"
				type="range"
				autocomplete="off"
				min="0"
				max=${most}
				step="1"
				.value=${String(value)}
				aria-valuetext=${at(value)}
				@input=${moved}
				@change=${moved}
			/>
			<p class="hint" aria-hidden="true">${at(value)}</p>
		</div>`;
	}

	/** @param {{diary: readonly Look[], path: readonly any[]}} own */
	#before({ diary, path }) {
		const steps = path.filter(({ k, done }) => k === 2 && done > 0);
		return html`<section class="part stack">
			<h2>${say("diary.before")}</h2>
			${diary.length === 0 ? html`<p class="soft">${say("diary.none")}</p>` : nothing}
			${this.#line("matters", diary)} ${this.#line("sure", diary)}
			${steps.length === 0 ? nothing : html`<h3>${say("diary.steps")}</h3><ul>${steps.map(({ b, done }) => html`<li class="theirs">${b} <span class="soft small">${say("path.done-on", { day: dayWords(done) })}</span></li>`)}</ul>`}
			<ul class="plain">${[...diary].reverse().map((look) => this.#one(look))}</ul>
		</section>`;
	}

	/** @param {"matters" | "sure"} name @param {readonly Look[]} diary */
	#line(name, diary) {
		if (diary.length < 2) return nothing;
		return trendDrawn({
			title: say(`diary.line-${name}`),
			points: diary.map((look) => ({ day: look.day, word: wordOf(look[name]) })),
			levels: [0, 1, 2, 3, 4].map((word) => say(`diary.word.${word}`)),
		});
	}

	/** @param {Look} look */
	#one(look) {
		return html`<li class="own-row">
			<p class="soft small">${dayWords(look.day)}</p>
			<p>${say("diary.one", { matters: look.matters, sure: look.sure })}</p>
			${look.b === "" ? nothing : html`<p class="words-of theirs">${look.b}</p>`}
			<room-sure
				.label=${say("path.remove")}
				.about=${dayWords(look.day)}
				.question=${say("path.remove-sure")}
				.yes=${say("path.remove-yes")}
				@yes=${() => this.attempt(() => this.room.doing("path", "remove", "diary", look))}
			></room-sure>
		</li>`;
	}

	/** @param {SubmitEvent} event */
	#save = async (event) => {
		event.preventDefault();
		const field = /** @type {HTMLTextAreaElement} */ (this.querySelector("#diary-words"));
		const given = { b: field.value, matters: this.matters, sure: this.sure };
		if (!(await this.attempt(() => this.room.doing("path", "add", "diary", given)))) return;
		await this.held?.done();
		field.value = "";
		this.saved = true;
	};
}

/** A place on the ruler, in words. @param {number} value */
const at = (value) => say("diary.at", { value, word: say(`diary.word.${wordOf(value)}`) });

/** Which of five words. @param {number} value */
function wordOf(value) {
	if (value === 0 || value === most) return value === 0 ? 0 : 4;
	return value < 4 ? 1 : value < 7 ? 2 : 3;
}

customElements.define("room-diary", RoomDiary);
