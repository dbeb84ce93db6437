/** A check-in: six statements, one after the other, each answered with a word, skipped, or gone back to. Nothing is sent. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { answers, longestOwn, SKIPPED, statementWords, STATEMENTS, wordOf } from "./check-words.js";
import { HeldAnswers } from "./held-answers.js";
import { ownName } from "./own-name.js";
import { Screen } from "./screen.js";

export class RoomCheck extends Screen {
	/** @override */
	static properties = { ...Screen.properties, at: { state: true } };

	/** One for each statement. @type {number[]} */
	#given = Array.from({ length: STATEMENTS }, () => SKIPPED);
	/** The words of one's own, kept when somebody goes back to a statement. */
	#own = "";
	#of = "";
	/** What was begun outlives a lock. @type {HeldAnswers | null} */
	#held = null;

	constructor() {
		super();
		/** which statement is asked, from 0; after the last the words of one's own */
		this.at = 0;
	}

	/** Another talk: begun anew. @override */
	willUpdate() {
		if (this.#of === this.place.id) return;
		this.#of = this.place.id ?? "";
		this.at = 0;
		this.#own = "";
		this.#given = this.#given.map(() => SKIPPED);
		this.#held = new HeldAnswers(this.room, this.#of);
		this.#goOn(this.#held);
	}

	/** @param {HeldAnswers} held */
	async #goOn(held) {
		const begun = await held.begun(this.#today);
		// Whoever has answered meanwhile goes on with that.
		if (begun === null || held !== this.#held || this.at > 0) return;
		this.#given = begun.given;
		this.#own = begun.own;
		this.at = begun.at;
		this.requestUpdate();
	}

	get #today() {
		return this.view.config?.today ?? 0;
	}

	#hold() {
		this.#held?.hold({ at: this.at, day: this.#today, given: this.#given, own: this.#own });
	}

	/** @override */
	render() {
		const one = this.room.conversation(this.place.id ?? "")?.relationship ?? null;
		if (one === null)
			return html`<section class="page"><h1 tabindex="-1">${say("trouble.not-found")}</h1></section>`;
		const name = ownName(one, say("see.them"));
		return html`<section class="page">
			<h1 tabindex="-1">${say("check.title", { name })}</h1>
			${this.at === 0 ? this.#before(name) : nothing}
			${this.at < STATEMENTS ? this.#asked(one.mine, name) : this.#words()}
			${this.troubleNote({ name })}
			<div class="row">
				${this.at > 0 ? this.#step("check.back", () => this.#go(this.at - 1)) : nothing}
				${this.at < STATEMENTS ? this.#step("check.skip", () => this.#answer(SKIPPED)) : nothing}
			</div>
			<p class="small soft">${say("check.unvalidated")}</p>
		</section>`;
	}

	/** @param {string} name */
	#before(name) {
		return html`<p class="lead">${say("check.lead")}</p>
			<p>${say("check.who", { name })}</p>`;
	}

	/** @param {"client" | "specialist"} mine @param {string} name */
	#asked(mine, name) {
		const { at } = this;
		return html`<section class="card check-one" aria-labelledby="check-statement">
			<p class="soft small">${say("check.number", { number: at + 1 })} · ${say(`check.ask-${mine}`, { name })}</p>
			<h2 id="check-statement" tabindex="-1">${statementWords(mine, at)}</h2>
			<div class="check-answers" role="group" aria-labelledby="check-statement">
				${answers.map((answer) => this.#choice(answer, this.#given[at] === answer))}
			</div>
		</section>`;
	}

	/** @param {number} answer @param {boolean} isGiven */
	#choice(answer, isGiven) {
		return html`<button class="choice" type="button" aria-pressed=${isGiven} @click=${() => this.#answer(answer)}>
			${wordOf(answer)}
		</button>`;
	}

	#words() {
		return html`<form autocomplete="off" class="stack" @submit=${this.#save}>
			<h2 id="check-statement" tabindex="-1">${say("check.words-title")}</h2>
			<div class="field">
				<label for="check-own">${say("check.words")}</label>
				<textarea id="check-own" rows="4" maxlength=${longestOwn} autocomplete="off" aria-describedby="check-own-who" .value=${this.#own} @input=${this.#typed}></textarea>
				<p class="hint" id="check-own-who">${say("check.words-hint")}</p>
			</div>
			<div class="row"><button class="button" type="submit" ?disabled=${this.busy}>${say("check.save")}</button></div>
		</form>`;
	}

	/** @param {string} words @param {() => unknown} deed */
	#step(words, deed) {
		return html`<button class="button quiet" type="button" ?disabled=${this.busy} @click=${deed}>${say(words)}</button>`;
	}

	/** @param {number} answer */
	#answer(answer) {
		this.#given = this.#given.map((given, at) => (at === this.at ? answer : given));
		this.#go(this.at + 1);
	}

	/** @param {number} at */
	async #go(at) {
		this.at = at;
		this.#hold();
		await this.updateComplete;
		/** @type {HTMLElement | null} */ (this.querySelector("#check-statement"))?.focus();
	}

	/** @param {Event} event */
	#typed = (event) => {
		this.#own = /** @type {HTMLTextAreaElement} */ (event.target).value;
		this.#hold();
	};

	/** @param {Event} event */
	#save = async (event) => {
		event.preventDefault();
		const id = this.place.id ?? "";
		const given = { a: this.#given, b: this.#own };
		const isKept = await this.attempt(async () => {
			await this.room.reading("checking", "look", id);
			await this.room.doing("checking", "answer", id, given);
		});
		if (!isKept) return;
		await this.#held?.done();
		this.tell(say("check.kept"));
		this.go({ screen: "checks", id });
	};
}

customElements.define("room-check", RoomCheck);
