/** One line for a payer: the client gives their name and number, sees all that the payer will see, and signs it or not. */
import { lineOf, writeBill } from "../talk/bill-rules.js";
import { notesIn } from "../talk/note-rules.js";
import { html, nothing } from "../vendor/lit.js";
import { say, spokenLanguage } from "../words/index.js";
import { billPart } from "./bill-words.js";
import { dayOf } from "./meet-words.js";
import { Screen } from "./screen.js";
import { byField, firstTeller, tellerIn } from "./tell-by.js";
import { asked, supervisorsApart, textIn, untilField, waiting } from "./tell-fields.js";
import { lawOf, sentencesOf } from "./told-words.js";

/** @typedef {import("./seen.d.ts").Conversation} Conversation */

const FOR_A_PAYER = 7;
const LONGEST = { name: 80, number: 40 };

export class RoomBill extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		...{ supervisors: { state: true }, look: { state: true }, missing: { state: true } },
		...{ ready: { state: true }, done: { state: true } },
	};

	constructor() {
		super();
		/** Whoever sends lines to the payer here. @type {readonly {account_id: string, name: string}[]} */
		this.supervisors = [];
		/** What would be signed, once it is looked at. @type {any} */
		this.look = null;
		this.missing = "";
		this.ready = false;
		this.done = false;
	}

	/** @override */
	async connectedCallback() {
		super.connectedCallback();
		await this.quietly(() => this.room.look(this.place.id ?? ""));
		await this.quietly(() => this.room.reading("noting", "look"));
		await this.quietly(async () => {
			this.supervisors = await this.room.telling("supervisors");
		});
		this.ready = true;
	}

	/** @override */
	render() {
		const conversation = this.#conversation;
		const one = this.#note(conversation);
		if (conversation === null || one === undefined || conversation.relationship.mine !== "client")
			return html`<section class="page"><h1 tabindex="-1">${say("trouble.not-found")}</h1></section>`;
		if (!this.ready) return waiting("bill.title");
		if (this.done) return this.#after();
		return html`<section class="page">
			<h1 tabindex="-1">${say(this.look === null ? "bill.title" : "bill.all")}</h1>
			<div ?hidden=${this.look !== null}>${this.#form(conversation, one)}</div>
			${this.look === null ? nothing : this.#looked()}
		</section>`;
	}

	/** @param {Conversation} conversation @param {import("../talk/note-rules.js").Written} one */
	#form(conversation, { draft }) {
		return html`<div class="stack"><p class="lead">${say("bill.lead", { day: dayOf(draft.start, draft.zone) })}</p>
			<p>${say("bill.free")}</p></div>
			${this.supervisors.length === 0 ? html`<p class="wrong" role="alert">${say("bill.nobody")}</p>` : nothing}
			<form class="stack" autocomplete="off" novalidate @submit=${this.#write}>
				${asked("name", "bill.name", LONGEST.name)} ${asked("number", "bill.number", LONGEST.number)}
				<label class="field">
					<span>${say("bill.to")}</span>
					<select autocomplete="off" name="to">${this.supervisors.map(({ account_id }) => html`<option class="theirs" value=${account_id}>${supervisorsApart(this.supervisors)(account_id)}</option>`)}</select>
				</label>
				${byField(conversation, firstTeller(conversation))} ${untilField(null, this.#today)}
				${this.missing === "" || this.look !== null ? nothing : html`<p class="wrong" role="alert">${say(this.missing)}</p>`}
				<div class="row">
					<button class="button" type="submit" ?disabled=${this.supervisors.length === 0}>${say("bill.look")}</button>
					<button class="button quiet" type="button" @click=${() => history.back()}>${say("do.cancel")}</button>
				</div>
			</form>`;
	}

	/** Exactly these fields, and what is signed with them. */
	#looked() {
		const { bill, terms } = this.look;
		return html`<div class="stack">
			<section class="card stack">${billPart(bill)}</section>
			<p>${say("bill.not-the-note")}</p>
			${terms.texts.shown.split("\n").map((/** @type {string} */ one) => html`<p class="small">${one}</p>`)}
			<p class="small">${terms.texts.notice}</p>
			<p class="small">${terms.texts.refusal}</p>
			<p class="small">${terms.texts.back}</p>
			<form class="stack" autocomplete="off" novalidate @submit=${this.#sign}>
				${asked("typed", "tell.typed", LONGEST.name)}
				${this.missing === "" ? nothing : html`<p class="wrong" role="alert">${say(this.missing)}</p>`} ${this.troubleNote()}
				<div class="row">
					<button class="button" type="submit" ?disabled=${this.busy}>${say(this.busy ? "tell.signing" : "bill.sign")}</button>
					<button class="button quiet" type="button" @click=${this.#change}>${say("tell.change")}</button>
				</div>
			</form>
		</div>`;
	}

	#after() {
		return html`<section class="page stack">
			<h1 tabindex="-1">${say("bill.done")}</h1>
			<p class="lead">${say("bill.done-how")}</p>
			<div class="row">
				<button class="button" type="button" @click=${() => this.go({ screen: "notes", id: this.place.id ?? "" })}>${say("notes.open")}</button>
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "told" })}>${say("told.title")}</button>
			</div>
		</section>`;
	}

	/** @param {Event} event */
	#write = async (event) => {
		event.preventDefault();
		const text = textIn(new FormData(/** @type {HTMLFormElement} */ (event.target)));
		const conversation = this.#conversation;
		const says = this.view.parts?.noting;
		if (conversation === null || !says) return;
		const whom = { name: text("name"), number: text("number") };
		const { bill, why } = lineOf(this.#note(conversation), says, whom);
		this.missing = why === null ? "" : `bill.why-${why}`;
		if (bill === null) return;
		this.look = { bill, ...this.#drafted(conversation, bill, text) };
		await this.#toTop();
	};

	/** @param {Conversation} conversation @param {import("../crypto/bill.js").Bill} bill @param {(name: string) => string} text */
	#drafted(conversation, bill, text) {
		const { config } = this.view;
		const { by, byName } = tellerIn(conversation, text("by"));
		const law = lawOf(config?.country ?? "");
		const to = this.supervisors.find(({ account_id }) => account_id === text("to"));
		const said = {
			...{ person: bill.name, byName, what: ["billing"] },
			to: { type: 1, name: to?.name ?? "", where: config?.programme ?? "", through: "" },
			...{ leavesOut: say("tell.everything-else"), purpose: FOR_A_PAYER, why: say("bill.why") },
			...{ from: this.#today, until: Number(text("until")), laws: law.laws, basis: law.basis },
			...{ help: 0, signsFor: null, witness: "", supersedes: false },
		};
		const shown = sentencesOf(said).join("\n");
		const texts = { shown, notice: say(law.notice), refusal: say("told.refusal"), back: say("bill.back") };
		const { from, until, help, why, supersedes: _none, ...rest } = said;
		const terms = {
			...{ ...rest, texts, purposeWords: why, fromDay: from, untilDay: until },
			...{ lang: spokenLanguage(), readingHelp: help, country: config?.country ?? "" },
		};
		return { terms, by, to: text("to") };
	}

	#change = async () => {
		this.look = null;
		this.missing = "";
		await this.#toTop();
	};

	/** @param {Event} event */
	#sign = async (event) => {
		event.preventDefault();
		const typedName = textIn(new FormData(/** @type {HTMLFormElement} */ (event.target)))("typed");
		this.missing = typedName === "" ? "tell.needs-typed" : "";
		if (this.missing !== "") return;
		const { bill, terms, by, to } = this.look;
		const given = { conv: this.place.id, to, by, terms: { ...terms, typedName } };
		const words = writeBill(bill);
		if (!(await this.attempt(() => this.room.telling("tell", { ...given, words, lines: [], instead: null }))))
			return;
		this.done = true;
		await this.#toTop();
	};

	/** @param {Conversation | null} conversation */
	#note(conversation) {
		if (conversation === null) return undefined;
		const all = notesIn(conversation.lines, conversation.relationship);
		return all.find(({ ref, agreed }) => agreed && ref === this.place.ref);
	}

	async #toTop() {
		await this.updateComplete;
		this.querySelector("h1")?.focus();
	}

	get #conversation() {
		return this.room.conversation(this.place.id ?? "");
	}

	get #today() {
		return this.view.config?.today ?? 0;
	}
}

customElements.define("room-bill", RoomBill);
