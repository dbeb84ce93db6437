/** A talk with a made-up person: typed replies, how it goes on, and the looking back. Kept nowhere. */
import { html, nothing } from "../vendor/lit.js";
import { after, beatOf, DEEDS, done } from "../listening/practice.js";
import { say, spokenLanguage } from "../words/index.js";
import { Screen } from "./screen.js";

/**
 * @typedef {import("../listening/practice.js").Person} Person
 * @typedef {import("../listening/practice.js").Deed} Deed
 * @typedef {{beat: string, reply: string, did: Deed}} Step
 */

const longest = 2_000;

export class RoomPracticeTalk extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		steps: { state: true },
		asked: { state: true },
		thought: { state: true },
	};

	constructor() {
		super();
		/** @type {readonly Step[]} */
		this.steps = [];
		/** A reply of which it is not known what it did: whoever wrote it says. @type {string | null} */
		this.asked = null;
		/** What the coach thinks that it did; null while it is off. @type {Deed | "unsure" | null} */
		this.thought = null;
	}

	/** @override */
	firstUpdated() {
		this.attempt(() => this.room.reading("practising", "open"));
	}

	/** @override */
	render() {
		const people = this.view.parts?.practising?.people ?? [];
		const person = people.find((/** @type {Person} */ { id }) => id === this.place.id);
		return html`<section class="page">${person === undefined ? this.#nobody(people.length > 0) : this.#talk(person)}</section>`;
	}

	/** @param {boolean} isHere */
	#nobody(isHere) {
		return html`<h1 tabindex="-1">${say("practice.title")}</h1>
			${this.troubleNote()}
			<p class="soft" role="status">${say(isHere || this.trouble !== null ? "practice.not-here" : "practice.loading")}</p>`;
	}

	/** @param {Person} person */
	#talk(person) {
		const at = this.#at(person);
		const beat = beatOf(person, at);
		const needsHelp = [...this.steps.map((step) => step.beat), at].some((name) => beatOf(person, name).help);
		return html`<h1 tabindex="-1"><span class="theirs" lang="en">${person.name}</span></h1>
			<p class="note">${say("practice.made-up")}</p>
			${spokenLanguage() === "en" ? nothing : html`<p class="soft">${say("practice.english")}</p>`}
			<p class="theirs" lang="en">${person.about}</p>
			<div class="lines made-up-lines" role="log" aria-label=${say("practice.log", { name: person.name })}>
				${this.steps.map((step) => html`${this.#theirs(person, step.beat)}${mine(step.reply)}`)}
				${this.#theirs(person, at)} ${this.asked === null ? nothing : mine(this.asked)}
			</div>
			${needsHelp ? this.#help() : nothing} ${beat.ends === undefined ? this.#write() : this.#lookBack(person, at)}`;
	}

	/** @returns {Person} */
	get #person() {
		return this.view.parts?.practising?.people.find((/** @type {Person} */ { id }) => id === this.place.id);
	}

	/** The beat somebody is at now. @param {Person} person */
	#at(person) {
		const last = this.steps.at(-1);
		return last === undefined ? person.begins : after(person, last.beat, last.did);
	}

	/** @param {Person} person @param {string} at */
	#theirs(person, at) {
		return beatOf(person, at).says.map(
			(line) => html`<div class="m"><span class="unseen theirs">${person.name}</span>
				<p class="words-of theirs" lang="en">${line}</p></div>`,
		);
	}

	#help() {
		return html`<aside class="note stack" aria-label=${say("practice.help-title")}>
			<p>${say("practice.help")}</p>
			<div class="row"><button class="link" type="button" @click=${() => this.dispatchEvent(new CustomEvent("help", { bubbles: true }))}>${say("practice.help-all")}</button></div>
		</aside>`;
	}

	#write() {
		if (this.asked !== null) return this.#whatItDid();
		return html`<form class="stack" autocomplete="off" @submit=${this.#say}>
			<div class="field">
				<label for="practice-reply">${say("practice.reply")}</label>
				<p class="hint" id="practice-reply-hint">${say("practice.reply-hint")}</p>
				<textarea id="practice-reply" rows="3" required maxlength=${longest} aria-describedby="practice-reply-hint"></textarea>
			</div>
			<div class="row"><button class="button" type="submit">${say("practice.reply-do")}</button></div>
		</form>`;
	}

	/** Never decided over anybody's head: the coach may think something, whoever wrote it says. */
	#whatItDid() {
		return html`<form class="stack" autocomplete="off" @submit=${this.#meant}>
			<fieldset class="stack">
				<legend tabindex="-1" id="practice-meant">${say("practice.meant")}</legend>
				${this.thought === null ? nothing : html`<p class="hint">${say(this.thought === "unsure" ? "practice.not-sure" : "practice.thinks")}</p>`}
				${DEEDS.map(
					(deed) => html`<label class="choice" for="practice-${deed}">
						<input id="practice-${deed}" type="radio" name="deed" value=${deed} autocomplete="off" required .checked=${deed === this.thought} />
						<span>${say(`practice.did.${deed}`)}</span>
					</label>`,
				)}
			</fieldset>
			<div class="row">
				<button class="button" type="submit">${say("practice.go-on")}</button>
				<button class="link" type="button" @click=${this.#back}>${say("practice.change")}</button>
			</div>
		</form>`;
	}

	/** @param {Person} person @param {string} at */
	#lookBack(person, at) {
		return html`<section class="part stack" aria-labelledby="practice-back">
			<h2 id="practice-back" tabindex="-1">${say("practice.back")}</h2>
			<p class="theirs" lang="en">${beatOf(person, at).after}</p>
			<p class="soft">${say("practice.back-lead")}</p>
			<ol class="plain stack">${this.steps.map((step) => this.#looked(person, step))}</ol>
			<div class="row">
				<button class="button" type="button" @click=${this.#again}>${say("practice.again", { name: person.name })}</button>
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "practice" })}>${say("practice.others")}</button>
			</div>
			<p class="small soft">${say("practice.forgotten")}</p>
		</section>`;
	}

	/** @param {Person} person @param {Step} step */
	#looked(person, { beat, reply, did }) {
		const { says, examples = [] } = beatOf(person, beat);
		return html`<li class="card stack">
			<p class="words-of theirs soft" lang="en">${says.join(" ")}</p>
			<div>
				<h3 class="minor">${say("practice.yours")}</h3>
				<p class="words-of own-words">${reply}</p>
				<p class="small soft">${say(`practice.was.${did}`)}</p>
			</div>
			<div>
				<h3 class="minor">${say("practice.examples")}</h3>
				<ul class="plain stack">
					${examples.map(
						(one) => html`<li>
							<p class="words-of theirs" lang="en">${one.reply}</p>
							<p class="small soft">${one.does.map((code) => say(`practice.code.${code}`)).join(" · ")}</p>
						</li>`,
					)}
				</ul>
			</div>
		</li>`;
	}

	/** @param {SubmitEvent} event */
	#say = async (event) => {
		event.preventDefault();
		const field = /** @type {HTMLTextAreaElement} */ (this.querySelector("#practice-reply"));
		const reply = field.value.trim();
		if (reply === "") return;
		this.thought = await this.#heard(reply);
		this.asked = reply;
		await this.#focus(
			`#practice-${DEEDS.includes(/** @type {Deed} */ (this.thought)) ? this.thought : DEEDS[0]}`,
		);
	};

	/** What the coach makes of it, where it is switched on: the made-up line and the reply are all it is given. @param {string} reply @returns {Promise<Deed | "unsure" | null>} */
	async #heard(reply) {
		let reading = null;
		const before = beatOf(this.#person, this.#at(this.#person)).says.join(" ");
		await this.quietly(async () => {
			reading = await this.room.reading("listening", "practise", reply, before);
		});
		return reading == null ? null : done(reading);
	}

	/** @param {SubmitEvent} event */
	#meant = async (event) => {
		event.preventDefault();
		const form = /** @type {HTMLFormElement} */ (event.currentTarget);
		const did = /** @type {Deed | null} */ (new FormData(form).get("deed"));
		if (did === null || this.asked === null) return;
		await this.#goOn(this.asked, did);
	};

	/** @param {string} reply @param {Deed} did */
	async #goOn(reply, did) {
		const person = this.#person;
		this.steps = [...this.steps, { beat: this.#at(person), reply, did }];
		this.asked = null;
		await this.#focus("#practice-reply, #practice-back");
	}

	/** The reply once more, to be written otherwise. */
	#back = async () => {
		const reply = this.asked ?? "";
		this.asked = null;
		await this.#focus("#practice-reply");
		const field = /** @type {HTMLTextAreaElement | null} */ (this.querySelector("#practice-reply"));
		if (field !== null) field.value = reply;
	};

	#again = async () => {
		this.steps = [];
		await this.#focus("#practice-reply");
	};

	/** @param {string} what */
	async #focus(what) {
		await this.updateComplete;
		/** @type {HTMLElement | null} */ (this.querySelector(what))?.focus();
	}
}

/** @param {string} reply */
const mine = (reply) => html`<div class="m mine"><span class="unseen">${say("talk.you")}</span>
	<p class="words-of own-words">${reply}</p></div>`;

customElements.define("room-practice-talk", RoomPracticeTalk);
