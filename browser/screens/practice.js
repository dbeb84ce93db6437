/** The practice room: made-up people, and one's own story. */
import { html, nothing } from "../vendor/lit.js";
import { canSay, say, spokenLanguage } from "../words/index.js";
import { dayWords } from "./days.js";
import { face } from "./person-card.js";
// All of the room comes at once: from here on it needs no line.
import "./practice-story.js";
import "./practice-talk.js";
import "./practice-unit.js";
import { Screen } from "./screen.js";

/** @typedef {import("../listening/practice.js").Person} Person */

const moods = ["all", "hope", "ordinary", "hard", "night"];

export class RoomPractice extends Screen {
	/** @override */
	static properties = { ...Screen.properties, mood: { state: true }, copied: { state: true } };

	constructor() {
		super();
		this.mood = "all";
		this.copied = false;
	}

	/** @override */
	firstUpdated() {
		this.attempt(() => this.room.reading("practising", "open"));
		this.quietly(() => this.room.reading("training", "look"));
	}

	/** @override */
	render() {
		const { people = [], units = [] } = this.view.parts?.practising ?? {};
		return html`<section class="page">
			<h1 tabindex="-1">${say("practice.title")}</h1>
			<p class="lead">${say("practice.lead")}</p>
			<p class="soft">${say("practice.nobody")}</p>
			${spokenLanguage() === "en" ? nothing : html`<p class="note">${say("practice.english")}</p>`}
			${this.troubleNote()} ${units.length === 0 ? nothing : this.#units(units)}
			<section class="part stack">
				<h2>${say("practice.story")}</h2>
				<p>${say("practice.story-why")}</p>
				<div class="row"><button class="button quiet" type="button" @click=${() => this.go({ screen: "practice-story" })}>${say("practice.story-open")}</button></div>
			</section>
			<section class="part stack">
				<h2>${say("practice.people")}</h2>
				${people.length === 0 ? html`<p class="soft" role="status">${say(this.trouble === null ? "practice.loading" : "practice.not-here")}</p>` : this.#people(people)}
			</section>
		</section>`;
	}

	/** @param {readonly import("./practice-unit.js").Unit[]} units */
	#units(units) {
		const done = this.view.parts?.training?.done ?? [];
		return html`<section class="part stack">
			<h2>${say("unit.five")}</h2>
			<p>${say("unit.five-lead")}</p>
			<ol class="plain">
				${units.map(({ id, number }) => {
					const one = done.find((/** @type {{u: number}} */ { u }) => u === number);
					return html`<li>
						<button class="card person-head tap made-up" type="button" @click=${() => this.go({ screen: "practice-unit", id })}>
							<span><strong>${number}. ${say(`unit.${number}`)}</strong><span class="small soft">${one === undefined ? say("unit.minutes") : say("unit.done-on", { day: dayWords(one.day) })}</span></span>
						</button>
					</li>`;
				})}
			</ol>
			<p class="small soft">${say("unit.record-why")}</p>
			${done.length === 0 ? nothing : html`<div class="row"><button class="link" type="button" @click=${() => this.#copy(done)}>${say("unit.copy")}</button><span role="status">${this.copied ? say("unit.copied") : nothing}</span></div>`}
		</section>`;
	}

	/** To be shown elsewhere by whoever did them, in plain text. @param {readonly {u: number, day: number}[]} done */
	async #copy(done) {
		const known = done.filter(({ u }) => canSay(`unit.${u}`));
		const said = known.map(
			({ u, day }) => `${say(`unit.${u}`)}: ${say("unit.done-on", { day: dayWords(day) })}`,
		);
		const text = [say("unit.record"), ...said].join("\n");
		this.copied = await this.attempt(() => navigator.clipboard.writeText(text));
	}

	/** @param {readonly Person[]} people */
	#people(people) {
		const chosen = people.filter(({ mood }) => this.mood === "all" || mood === this.mood);
		return html`<form autocomplete="off" @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
				<fieldset class="chips row">
					<legend>${say("practice.which")}</legend>
					${moods.map((mood) => this.#mood(mood))}
				</fieldset>
			</form>
			<ul class="plain" aria-label=${say("practice.people")}>${chosen.map((person) => this.#one(person))}</ul>`;
	}

	/** @param {string} mood */
	#mood(mood) {
		return html`<label class="choice">
			<input type="radio" name="mood" autocomplete="off" value=${mood} .checked=${this.mood === mood} @change=${() => (this.mood = mood)} />
			<span>${say(`practice.mood.${mood}`)}</span>
		</label>`;
	}

	/** @param {Person} person */
	#one({ id, name, mood, about }) {
		return html`<li>
			<button class="card person-head tap made-up" type="button" @click=${() => this.go({ screen: "practice-talk", id })}>
				${face(name)}
				<span>
					<strong class="theirs" lang="en">${name}</strong>
					<span class="theirs about" lang="en">${about}</span>
					<span class="small soft">${say(`practice.of.${mood}`)}</span>
				</span>
			</button>
		</li>`;
	}
}

customElements.define("room-practice", RoomPractice);
