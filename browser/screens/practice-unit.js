/** One unit: a few minutes to read, something to try, three questions. It counts by a press. */
import { html, nothing } from "../vendor/lit.js";
import { say, spokenLanguage } from "../words/index.js";
import { dayWords } from "./days.js";
import { Screen } from "./screen.js";

/**
 * @typedef {{text: string, right: boolean, why: string}} Answer
 * @typedef {{question: string, answers: readonly Answer[]}} Question
 * @typedef {{read: readonly string[], try: {says: string, ask: string, look: readonly string[]}, check: readonly Question[]}} Words
 * @typedef {{id: string, number: number} & Record<string, any>} Unit
 */

const longest = 2_000;

export class RoomPracticeUnit extends Screen {
	/** @override */
	static properties = { ...Screen.properties, tried: { state: true }, chosen: { state: true } };

	constructor() {
		super();
		/** what was tried, once somebody looks at it */
		this.tried = "";
		/** the answers that are looked at, by question @type {readonly number[]} */
		this.chosen = [];
	}

	/** @override */
	firstUpdated() {
		this.attempt(() => this.room.reading("practising", "open"));
		this.quietly(() => this.room.reading("training", "look"));
	}

	/** @override */
	render() {
		const units = this.view.parts?.practising?.units ?? [];
		const unit = units.find((/** @type {Unit} */ { id }) => id === this.place.id);
		return html`<section class="page">${unit === undefined ? this.#none(units.length > 0) : this.#unit(unit)}</section>`;
	}

	/** @param {boolean} isHere */
	#none(isHere) {
		return html`<h1 tabindex="-1">${say("practice.title")}</h1>
			${this.troubleNote()}
			<p class="soft" role="status">${say(isHere || this.trouble !== null ? "practice.not-here" : "practice.loading")}</p>`;
	}

	/** @param {Unit} unit */
	#unit(unit) {
		const lang = unit[spokenLanguage()] === undefined ? "en" : spokenLanguage();
		/** @type {Words} */
		const words = unit[lang];
		return html`<h1 tabindex="-1">${say(`unit.${unit.number}`)}</h1>
			<p class="soft">${say("unit.of", { number: unit.number })}</p>
			${this.#day(unit)}
			<div class="stack theirs" lang=${lang}>${words.read.map((text) => html`<p>${text}</p>`)}</div>
			${this.#try(words.try, lang)} ${this.#check(words.check, unit, lang)} ${this.troubleNote()}
			<div class="row"><button class="link" type="button" @click=${() => this.go({ screen: "practice" })}>${say("unit.all")}</button></div>`;
	}

	/** @param {Unit} unit */
	#day({ number }) {
		const done = this.#done(number);
		return done === undefined
			? nothing
			: html`<p class="note" role="status">${say("unit.done-on", { day: dayWords(done.day) })}</p>`;
	}

	/** @param {number} number */
	#done(number) {
		return this.view.parts?.training?.done.find((/** @type {{u: number}} */ { u }) => u === number);
	}

	/** @param {Words["try"]} given @param {string} lang */
	#try({ says, ask, look }, lang) {
		return html`<section class="part stack">
			<h2>${say("unit.try")}</h2>
			<div class="lines made-up-lines">
				<div class="m"><p class="words-of theirs" lang=${lang}>${says}</p></div>
				${this.tried === "" ? nothing : html`<div class="m mine"><p class="words-of own-words">${this.tried}</p></div>`}
			</div>
			<form class="stack" autocomplete="off" @submit=${this.#look}>
				<div class="field">
					<label for="unit-reply">${say("practice.reply")}</label>
					<p class="hint theirs" id="unit-reply-hint" lang=${lang}>${ask}</p>
					<textarea id="unit-reply" rows="3" required maxlength=${longest} aria-describedby="unit-reply-hint"></textarea>
				</div>
				<div class="row"><button class="button quiet" type="submit">${say("unit.look")}</button></div>
			</form>
			${this.tried === "" ? nothing : html`<div role="status"><h3 class="minor">${say("unit.look-for")}</h3><ul>${look.map((one) => html`<li class="theirs" lang=${lang}>${one}</li>`)}</ul></div>`}
		</section>`;
	}

	/** @param {readonly Question[]} questions @param {Unit} unit @param {string} lang */
	#check(questions, unit, lang) {
		const isAll = questions.every(({ answers }, at) => answers[this.chosen[at] ?? -1]?.right === true);
		return html`<form class="part stack" autocomplete="off" @submit=${this.#answer}>
			<h2>${say("unit.check")}</h2>
			<p class="soft">${say("unit.check-lead")}</p>
			${questions.map((question, at) => this.#question(question, at, lang))}
			<div class="row"><button class="button" type="submit">${say("unit.answer")}</button></div>
			<div role="status" class="stack">
				${this.chosen.length === 0 ? nothing : html`<p>${say(isAll ? "unit.all-right" : "unit.once-more")}</p>`}
				${isAll && this.#done(unit.number) === undefined ? html`<div class="row"><button class="button" type="button" ?disabled=${this.busy} @click=${() => this.#count(unit.number)}>${say("unit.count")}</button></div>` : nothing}
			</div>
		</form>`;
	}

	/** @param {Question} question @param {number} at @param {string} lang */
	#question({ question, answers }, at, lang) {
		const chosen = this.chosen[at];
		const said = chosen === undefined ? undefined : answers[chosen];
		return html`<fieldset class="stack">
			<legend class="theirs" lang=${lang}>${question}</legend>
			${answers.map(
				(answer, number) => html`<label class="choice" for="unit-${at}-${number}">
					<input id="unit-${at}-${number}" type="radio" autocomplete="off" required name="unit-${at}" value=${number} aria-describedby=${chosen === number ? `unit-${at}-why` : nothing} />
					<span class="theirs" lang=${lang}>${answer.text}</span>
				</label>`,
			)}
			${said === undefined ? nothing : html`<p class="note" id="unit-${at}-why"><strong>${say(said.right ? "unit.yes" : "unit.not-quite")}</strong> <span class="theirs" lang=${lang}>${said.why}</span></p>`}
		</fieldset>`;
	}

	/** @param {SubmitEvent} event */
	#look = (event) => {
		event.preventDefault();
		this.tried = /** @type {HTMLTextAreaElement} */ (this.querySelector("#unit-reply")).value.trim();
	};

	/** @param {SubmitEvent} event */
	#answer = (event) => {
		event.preventDefault();
		const form = /** @type {HTMLFormElement} */ (event.currentTarget);
		const sets = [...form.querySelectorAll("fieldset")];
		this.chosen = sets.map((set) => {
			const one = /** @type {HTMLInputElement | null} */ (set.querySelector("input:checked"));
			return Number(one?.value ?? -1);
		});
	};

	/** @param {number} number */
	async #count(number) {
		await this.attempt(() => this.room.doing("training", "done", number));
	}
}

customElements.define("room-practice-unit", RoomPracticeUnit);
