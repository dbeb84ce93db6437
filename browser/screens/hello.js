/** The hello, with the promise above it: sending the one says yes to the other. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";
import { promiseInFull } from "./promise.js";
import { rulesDrawn } from "./rules-drawn.js";
import { keepingLine, keepings } from "./keeping.js";
import { notEmergency } from "./not-emergency.js";
import { replyLine } from "./reply.js";
import { findAgain, nobodyHere } from "./find-again.js";
import { Screen, troubleOf } from "./screen.js";

/** @typedef {import("./seen.d.ts").Person} Person */

export class RoomHello extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		called: { state: true },
		text: { state: true },
		lacks: { state: true },
		keep: { state: true },
		isChoosing: { state: true },
	};

	constructor() {
		super();
		/** @type {string | null} */
		this.called = null;
		this.text = "";
		/** @type {"called" | "text" | null} */
		this.lacks = null;
		/** @type {number | null} months; null as the programme suggests */
		this.keep = null;
		this.isChoosing = false;
	}

	/** @override */
	connectedCallback() {
		super.connectedCallback();
		findAgain(this);
		this.text = this.room.draftOf(this.place.id ?? "");
		this.quietly(() => this.room.reading("houseRules", "fetch", this.room.language));
	}

	/** Two who both wish to meet again need no open door. @param {import("./seen.d.ts").Person} person */
	#mayAsk(person) {
		const before = this.#before(person);
		return person.free || (before.some(({ wayBack }) => wayBack?.both) && this.#rests(person) === null);
	}

	/** @param {import("./seen.d.ts").Person} person */
	#before({ accountId }) {
		return this.view.relationships.filter(({ other }) => other.accountId === accountId);
	}

	/** @param {import("./seen.d.ts").Person} person */
	#rests(person) {
		return this.#before(person).find(({ restsUntil }) => restsUntil !== null)?.restsUntil ?? null;
	}

	/** @param {import("./seen.d.ts").Person} person */
	#notNow(person) {
		const [rests, { name }] = [this.#rests(person), person];
		if (rests === null) return say("earlier.not-free", { name });
		return say("answer.rests", { name, day: dayWords(rests) });
	}

	/** @override */
	render() {
		const person = this.room.person(this.place.id ?? "");
		if (person === null) return nobodyHere(this);
		const { name } = person;
		return html`<form autocomplete="off" class="page two" @submit=${this.#submit}>
			<h1 class="across" tabindex="-1">${say("hello.title", { name })}</h1>
			<section class="card promise-card">
				<h2 id="promise" tabindex="-1">${say("hello.promise")}</h2>
				<p class="soft">${say("hello.promise-lead", { name })}</p>
				${this.#promise()} ${this.#keeping()} ${this.#rules()}
			</section>
			<section class="stack">
				${this.#byLink(person)} ${this.#calledField(name)} ${this.#textField(person)} ${this.troubleNote({ name })}
				${this.#mayAsk(person) ? nothing : html`<p class="note" role="status">${this.#notNow(person)}</p>`}
				<div class="row">
					<button class="button" type="submit" ?disabled=${this.busy || !this.#mayAsk(person)}>
						${this.busy ? say("hello.sending") : say("hello.send")}
					</button>
				</div>
			</section>
		</form>`;
	}

	/** @param {Person} person */
	#byLink({ accountId, name }) {
		const { invite } = this.view;
		if (invite?.state === "gone")
			return html`<p class="note" role="status">${say("invited.gone", { name })}</p>`;
		if (invite?.accountId !== accountId) return nothing;
		return html`<p class="calm">${say("invited.person", { name, programme: this.view.config?.programme ?? "" })}</p>`;
	}

	#promise() {
		try {
			return promiseInFull(this.room.promise(this.#kept()).sentences);
		} catch (error) {
			if (troubleOf(error).code !== "promise-unknown") throw error;
			return html`<p class="wrong" role="alert">${say("trouble.promise-unknown")}</p>`;
		}
	}

	/** How people treat each other here, until somebody said yes to it; it never stands in the way of a hello. */
	#rules() {
		const rules = this.view.parts?.houseRules;
		if (!rules || rules.yes === rules.version) return nothing;
		return html`<h3>${say("rules.title")}</h3>
			<p class="soft">${say("rules.with-hello")}</p>
			${rulesDrawn(rules.lines)}`;
	}

	#keeping() {
		const { config } = this.view;
		if (config === null) return nothing;
		return keepingLine(
			{ config, keep: this.#kept(), isOpen: this.isChoosing },
			{ open: this.#openChoice, choose: this.#choose },
		);
	}

	/** What was chosen, while the programme still allows it. */
	#kept() {
		const { config } = this.view;
		const suggested = config?.retention ?? 0;
		if (this.keep === null || config === null) return suggested;
		return keepings(config).includes(this.keep) ? this.keep : suggested;
	}

	#openChoice = async () => {
		this.isChoosing = true;
		await this.updateComplete;
		this.#focus("#keeping");
	};

	/** @param {number} months */
	#choose = (months) => {
		this.keep = months;
	};

	/** @param {string} name */
	#calledField(name) {
		const wrong = this.lacks === "called";
		return html`<div class="field">
			<label for="called">${say("hello.called", { name })}</label>
			<p class="hint" id="called-hint">${say("hello.called-hint", { name })}</p>
			<input
				id="called"
				maxlength="40"
				autocomplete="off"
				aria-describedby="called-hint"
				aria-invalid=${String(wrong)}
				.value=${this.called ?? this.#suggested()}
				@input=${this.#typedCalled}
			/>
			${wrong ? html`<p class="wrong" role="alert">${say("hello.need-called", { name })}</p>` : nothing}
		</div>`;
	}

	/** @param {Person} person */
	#textField(person) {
		const { name } = person;
		const wrong = this.lacks === "text";
		return html`<div class="field">
			<label for="hello">${say("hello.box")}</label>
			<p class="hint" id="hello-hint">${say("hello.box-hint")} ${replyLine(person.reply)}</p>
			<p class="only" id="hello-only">${say("hello.only", { name })}</p>
			<textarea
				id="hello"
				rows="5"
				aria-describedby="hello-only hello-hint"
				aria-invalid=${String(wrong)}
				.value=${this.text}
				@input=${this.#typedText}
			></textarea>
			${notEmergency()} ${wrong ? html`<p class="wrong" role="alert">${say("hello.empty")}</p>` : nothing}
		</div>`;
	}

	/** @returns {string} from the made-up name: "river-otter-4827" gives "River" */
	#suggested() {
		if (this.view.me?.callName) return this.view.me.callName;
		const stem = this.view.me?.username.split("-")[0] ?? "";
		return stem.charAt(0).toUpperCase() + stem.slice(1);
	}

	/** @param {string} where */
	#focus(where) {
		/** @type {HTMLElement | null} */ (this.querySelector(where))?.focus();
	}

	/** @param {Event} event */
	#typedCalled = (event) => {
		this.called = /** @type {HTMLInputElement} */ (event.target).value;
	};

	/** @param {Event} event */
	#typedText = (event) => {
		this.text = /** @type {HTMLTextAreaElement} */ (event.target).value;
		this.room.draft(this.place.id ?? "", this.text);
	};

	/** @param {Event} event */
	#submit = async (event) => {
		event.preventDefault();
		const callName = (this.called ?? this.#suggested()).trim();
		const text = this.text.trim();
		if (this.#isLacking(callName, text)) return;
		const ask = { accountId: this.place.id ?? "", callName, text, keep: this.#kept() };
		if (await this.attempt(() => this.room.ask(ask))) this.#sent();
		else if (this.trouble?.code === "promise-changed") this.#focus("#promise");
	};

	/** What stood above the box was said yes to with it. */
	#sent() {
		const rules = this.view.parts?.houseRules;
		if (rules && rules.yes !== rules.version)
			this.quietly(() => this.room.doing("houseRules", "yes", rules.version));
		this.stand();
	}

	/**
	 * @param {string} callName
	 * @param {string} text
	 */
	#isLacking(callName, text) {
		if (callName === "") this.lacks = "called";
		else if (text === "") this.lacks = "text";
		else this.lacks = null;
		const field = this.lacks === "called" ? "#called" : "#hello";
		if (this.lacks !== null) this.#focus(field);
		return this.lacks !== null;
	}
}

customElements.define("room-hello", RoomHello);
