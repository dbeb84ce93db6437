/** More about one person: their own words, what they chose to tell, who stands behind them. */
import { html, nothing } from "../vendor/lit.js";
import { canSay, say } from "../words/index.js";
import { dayWords, listed } from "./days.js";
import { knownWords } from "./known.js";
import { face } from "./person-card.js";
import { replyLine } from "./reply.js";
import { findAgain, nobodyHere } from "./find-again.js";
import { Screen } from "./screen.js";

/** @typedef {import("./seen.d.ts").Person} Person */

export class RoomPerson extends Screen {
	/** @override */
	connectedCallback() {
		super.connectedCallback();
		if (this.#person() === null) findAgain(this);
	}

	/** @override */
	render() {
		const person = this.#person();
		if (person === null) return nobodyHere(this);
		const { name } = person;
		return html`<section class="page">
			<div class="person-head">
				${face(name)}
				<div><h1 tabindex="-1">${say("person.title", { name })}</h1><p class="soft theirs">${person.line}</p></div>
			</div>
			${person.about ? this.#about(person) : nothing} ${this.#tells(person)}
			<section><h2>${say("person.answers", { name })}</h2><p>${replyLine(person.reply)}</p></section>
			<section class="small soft stack">
				${person.runsDesk ? html`<p>${say("person.desk-why", { name })}</p>` : nothing}
				<p>${this.#stands(person)}</p>
				<p>${say("person.checked", { name })}</p>
				${this.#known(name)}
			</section>
			${this.#mayAsk(person) ? this.#ask(person) : nothing}
			<div class="row"><button class="link" type="button" @click=${() => this.go({ screen: "concern", ref: person.accountId })}>${say("concern.about-open", { name })}</button></div>
		</section>`;
	}

	/** @param {string} name */
	#known(name) {
		const met = this.view.relationships.find(({ other }) => other.accountId === this.place.id);
		const known = met === undefined ? "" : knownWords(met, name);
		return known === "" ? nothing : html`<p>${known}</p>`;
	}

	/** @returns {Person | null} */
	#person() {
		const id = this.place.id ?? "";
		const met = this.view.relationships.find((one) => one.other.accountId === id)?.other.person;
		return this.room.person(id) ?? met ?? null;
	}

	/** @param {Person} person */
	#about(person) {
		return html`<section>
			<h2>${say("person.own-words")}</h2>
			<p class="own-words">${person.about}</p>
		</section>`;
	}

	/** @param {Person} person */
	#tells(person) {
		const facts = person.facts.map((id) => `fact.${id}.line`).filter(canSay);
		const langs = person.langs.map((code) => say(`lang.${code}`));
		return html`<section>
			<h2>${say("person.knows", { name: person.name })}</h2>
			<ul>
				${facts.map((id) => html`<li>${say(id)}</li>`)}
				${langs.length > 0 ? html`<li>${say("reason.lang", { lang: listed(langs) })}</li>` : nothing}
			</ul>
		</section>`;
	}

	/** @param {Person} person */
	#stands(person) {
		const programme = this.view.config?.programme ?? "";
		return say("person.stands", { programme, name: person.name, day: dayWords(person.standsBehindUntil) });
	}

	/** @param {Person} person */
	#mayAsk(person) {
		return (
			person.free && ["finding", "waiting"].includes(this.view.step ?? "") && !this.view.me?.isSpecialist
		);
	}

	/** @param {Person} person */
	#ask(person) {
		return html`<div class="row">
			<button class="button" type="button" @click=${() => this.go({ screen: "hello", id: person.accountId })}>
				${say("people.ask", { name: person.name })}
			</button>
		</div>`;
	}
}

customElements.define("room-person", RoomPerson);
