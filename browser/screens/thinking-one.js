/** One time to think together: what about, what each wrote, for how long. Sealed to the two, with no place for a client's name. */
import { html, nothing } from "../vendor/lit.js";
import { AGO, AHEAD, LONGEST, MOST_MINUTES, namesIn, TOPICS } from "../talk/thinking-rules.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";
import { HeldForm } from "./held.js";
import { notEmergency } from "./not-emergency.js";
import { Screen } from "./screen.js";
import { dateIn, dayIn } from "./vow-day.js";

/** @typedef {import("../talk/thinking.js").One} One */
/** @typedef {import("../talk/thinking-rules.js").Letter} Letter */

export class RoomThinkingOne extends Screen {
	/** @override */
	static properties = { ...Screen.properties, named: { state: true }, sure: { state: true } };

	constructor() {
		super();
		/** Names of people one walks with that stand in the box now. @type {readonly string[]} */
		this.named = [];
		this.sure = false;
		/** @type {HeldForm | null} */
		this.held = null;
	}

	get #id() {
		return this.place.id ?? "";
	}

	get #one() {
		/** @type {One | null} */
		const one = this.view.parts?.thinking?.one ?? null;
		return one !== null && one.row.id === this.#id ? one : null;
	}

	/** @override */
	firstUpdated() {
		this.held = new HeldForm(this.room, "thinking", this.#id);
		this.attempt(() => this.room.reading("thinking", "look", this.#id));
	}

	/** @override */
	updated() {
		const form = /** @type {HTMLFormElement | null} */ (this.querySelector("form[name=letter]"));
		this.held?.stands(form, () => this.updateComplete);
	}

	/** @override */
	render() {
		const one = this.#one;
		const coming = this.trouble === null ? html`<p role="status">${say("thinking.coming")}</p>` : nothing;
		return html`<section class="page">
			<h1 tabindex="-1">${one === null ? say("thinking.title") : say("thinking.on", { day: dayWords(one.row.meetsOn) })}</h1>
			${this.troubleNote()} ${one === null ? coming : this.#whole(one)}
		</section>`;
	}

	/** @param {One} one */
	#whole(one) {
		const { row, letters, topics, minutes, mayWrite } = one;
		const name = row.name ?? say("thinking.the-other");
		const lead = row.name === null ? say("thinking.left") : say(`thinking.with-${row.side}`, { name });
		return html`<p class="lead">${lead} ${minutes === 0 ? nothing : say("thinking.talked", { minutes })}</p>
			${row.name === null ? nothing : html`<p class="soft">${say("thinking.sealed", { name })}</p>`}
			${
				topics.length === 0
					? nothing
					: html`<section class="part stack"><h2>${say("thinking.about")}</h2><ul class="stack">${topics.map((at) => html`<li>${say(`debrief.value.${at}`)}</li>`)}</ul></section>`
			}
			${
				letters.length === 0
					? nothing
					: html`<section class="part stack"><h2>${say("thinking.written")}</h2><ul class="plain stack">${letters.map((letter, at) => this.#letter(letter, name, at + 1))}</ul></section>`
			}
			${mayWrite && row.name !== null ? html`${this.#form(topics)} ${this.#move(row.meetsOn)}` : html`<p class="note">${say("thinking.no-more")}</p>`}
			${this.#leaving()}`;
	}

	/** @param {Letter} letter @param {string} name @param {number} number */
	#letter({ id, isMine, day, fits, b, minutes }, name, number) {
		const who = isMine ? say("thinking.you") : name;
		return html`<li class="card stack">
			<p class="soft small"><span class="theirs">${who}</span> · ${dayWords(day)}${minutes === 0 ? nothing : html` · ${say("thinking.minutes", { minutes })}`}</p>
			${fits ? html`<p class="words-of theirs">${b}</p>` : html`<p class="wrong">${say("thinking.does-not-fit")}</p>`}
			${isMine ? html`<div class="row"><button class="button quiet" type="button" aria-label=${say("thinking.take-back-one", { number })} ?disabled=${this.busy} @click=${() => this.#takeBack(id)}>${say("thinking.take-back")}</button></div>` : nothing}
		</li>`;
	}

	/** @param {readonly number[]} chosen what stands already */
	#form(chosen) {
		const left = TOPICS.filter((one) => !chosen.includes(one));
		return html`<form name="letter" class="part stack" autocomplete="off" @input=${this.#typed} @submit=${this.#write}>
			<h2>${say("thinking.write")}</h2>
			${
				left.length === 0
					? nothing
					: html`<details><summary>${say("thinking.pick")}</summary>
				<fieldset class="stack"><legend class="soft">${say("thinking.pick-lead")}</legend>
					${left.map((at) => html`<label class="choice"><input autocomplete="off" type="checkbox" name="topic" value=${at} /><span>${say(`debrief.value.${at}`)}</span></label>`)}
				</fieldset></details>`
			}
			<label class="field"><span>${say("thinking.words")}</span>
				<textarea autocomplete="off" name="words" rows="5" maxlength=${LONGEST} aria-describedby="thinking-hint thinking-named"></textarea></label>
			<p class="hint" id="thinking-hint">${say("thinking.hint")}</p>
			<p class="slip small" id="thinking-named" role="status">${this.named.length === 0 ? nothing : say("thinking.named", { names: this.named.join(", ") })}</p>
			${notEmergency()}
			<label class="field"><span>${say("thinking.how-long")}</span>
				<input autocomplete="off" type="number" inputmode="numeric" name="minutes" min="0" max=${MOST_MINUTES} step="1" /></label>
			<div class="row"><button class="button" type="submit" ?disabled=${this.busy}>${say("thinking.send")}</button></div>
		</form>`;
	}

	/** @param {number} meetsOn */
	#move(meetsOn) {
		const today = this.view.config?.today ?? 0;
		return html`<details><summary>${say("thinking.other-day")}</summary>
			<form class="stack" autocomplete="off" @submit=${this.#moved}>
				<label class="field"><span>${say("thinking.day")}</span>
					<input autocomplete="off" type="date" name="day" required min=${dateIn(today - AGO)} max=${dateIn(today + AHEAD)} .defaultValue=${dateIn(meetsOn)} /></label>
				<div class="row"><button class="button quiet" type="submit" ?disabled=${this.busy}>${say("thinking.move")}</button></div>
			</form></details>`;
	}

	#leaving() {
		const ask = () => {
			this.sure = true;
		};
		if (!this.sure)
			return html`<div class="row"><button class="button quiet" type="button" @click=${ask}>${say("thinking.away")}</button></div>`;
		return html`<div class="card stack" role="group" aria-label=${say("thinking.away")}>
			<p>${say("thinking.away-means")}</p>
			<div class="row">
				<button class="button" type="button" ?disabled=${this.busy} @click=${this.#away}>${say("thinking.away-yes")}</button>
				<button class="button quiet" type="button" @click=${() => (this.sure = false)}>${say("thinking.away-no")}</button>
			</div>
		</div>`;
	}

	/** @param {InputEvent} event */
	#typed = (event) => {
		this.held?.typed(event);
		const form = /** @type {HTMLFormElement} */ (event.currentTarget);
		const text = String(new FormData(form).get("words"));
		const names = this.view.relationships.map(({ called, other }) => called || (other.name ?? ""));
		this.named = namesIn(text, names);
	};

	/** @param {SubmitEvent} event */
	#write = async (event) => {
		event.preventDefault();
		const form = /** @type {HTMLFormElement} */ (event.target);
		const given = new FormData(form);
		const said = {
			words: String(given.get("words")).trim(),
			topics: given.getAll("topic").map(Number),
			minutes: Number(given.get("minutes")),
		};
		if (said.words === "" && said.topics.length === 0) {
			/** @type {HTMLElement | null} */ (form.querySelector("textarea"))?.focus();
			this.tell(say("thinking.nothing-yet"));
			return;
		}
		if (!(await this.attempt(() => this.room.doing("thinking", "write", said)))) return;
		await this.held?.done();
		form.reset();
		this.named = [];
		this.tell(say("thinking.sent"));
	};

	/** @param {SubmitEvent} event */
	#moved = async (event) => {
		event.preventDefault();
		const day = dayIn(new FormData(/** @type {HTMLFormElement} */ (event.target)).get("day"));
		if (day === null) return;
		if (await this.attempt(() => this.room.doing("thinking", "move", day))) this.tell(say("thinking.moved"));
	};

	/** @param {string} id */
	async #takeBack(id) {
		if (await this.attempt(() => this.room.doing("thinking", "takeBack", id)))
			this.tell(say("thinking.taken-back"));
	}

	#away = async () => {
		if (!(await this.attempt(() => this.room.doing("thinking", "away")))) return;
		this.tell(say("thinking.gone"));
		this.go({ screen: "thinking" });
	};
}

customElements.define("room-thinking-one", RoomThinkingOne);
