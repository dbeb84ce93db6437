/** Notes of meetings, written by two: what waits for a yes, what stands, and a form for another. */
import { freshName } from "../talk/form-id.js";
import { lastDayOf, yearOf } from "../talk/kept-notes.js";
import { endOf, notesIn } from "../talk/note-rules.js";
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { readersHere, writerOf } from "./company.js";
import { dayWords } from "./days.js";
import { HeldForm } from "./held.js";
import { dayOf, timeOf } from "./meet-words.js";
import { notEmergency } from "./not-emergency.js";
import { beginning, noteFields, noteIn } from "./note-form.js";
import { ownName } from "./own-name.js";
import { Screen } from "./screen.js";

/** @typedef {import("./seen.d.ts").Conversation} Conversation */
/** @typedef {import("../talk/note-rules.js").Written} Written */
/** @typedef {import("../talk/note-rules.js").Note} Note */

const LONGEST_ADDED = 2_000;
const FOR_A_PAYER = 7;
const dayLength = 86_400_000;

export class RoomNotes extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		...{ writing: { state: true }, adding: { state: true }, missing: { state: true } },
		...{ said: { state: true }, told: { state: true } },
	};

	constructor() {
		super();
		/** What is worded now: another note, or new words for one. @type {Note | null} */
		this.writing = null;
		/** To which note something is added. */
		this.adding = "";
		this.missing = "";
		/** How many notes stand, and words beside them, of which a copy was asked for. */
		this.agreed = 0;
		/** what was done just now, to be said */
		this.said = "";
		/** Lines for a payer that were agreed to here. @type {readonly import("../talk/telling.js").Telling[]} */
		this.told = [];
		/** @type {HeldForm | null} */
		this.held = null;
	}

	/** @override */
	async connectedCallback() {
		super.connectedCallback();
		this.held = new HeldForm(this.room, "notes", this.place.id ?? "");
		await this.quietly(() => this.room.look(this.place.id ?? ""));
		await this.quietly(() => this.room.reading("noting", "look"));
		await this.quietly(async () => {
			const { tellings } = await this.room.telling("account");
			this.told = tellings.filter(
				(/** @type {any} */ one) => one.conv === this.place.id && one.terms?.purpose === FOR_A_PAYER,
			);
		});
		if (this.place.ref !== undefined) this.#begin(null);
	}

	/** @override */
	updated() {
		this.#keepNew();
		this.held?.stands(this.querySelector("#note-form"), () => this.updateComplete);
	}

	/** The other said yes meanwhile, or added something: my copy is kept at once. */
	#keepNew() {
		const conversation = this.#conversation;
		if (conversation === null) return;
		const all = notesIn(conversation.lines, conversation.relationship).filter(({ agreed }) => agreed);
		const count = all.reduce((sum, { added }) => sum + 1 + added.length, 0);
		if (count === this.agreed) return;
		this.agreed = count;
		void this.quietly(() => this.room.reading("noting", "keep", this.place.id));
	}

	/** @override */
	render() {
		const conversation = this.#conversation;
		if (conversation === null)
			return html`<section class="page"><h1 tabindex="-1">${say("trouble.not-found")}</h1></section>`;
		const name = ownName(conversation.relationship, say("see.them"));
		const says = this.view.parts?.noting;
		return html`<section class="page">
			<h1 tabindex="-1">${say("notes.title")}</h1>
			<p class="lead">${say("notes.lead", { names: readersHere(conversation, name) })}</p>
			<p role="status">${this.said}</p>
			${this.troubleNote({ name })}
			${says && !says.is_on ? html`<p>${say("notes.off")}</p>` : nothing}
			${this.writing === null ? this.#all(conversation, name, says?.is_on === true) : this.#form(conversation, name, this.writing)}
			<div class="row">
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "talk", id: conversation.conv })}>${say("notes.back")}</button>
				<button class="link" type="button" @click=${() => this.go({ screen: "kept-notes" })}>${say("kept-notes.title")}</button>
			</div>
		</section>`;
	}

	/** @param {Conversation} conversation @param {string} name @param {boolean} isOn */
	#all(conversation, name, isOn) {
		const all = notesIn(conversation.lines, conversation.relationship);
		const waiting = all.filter(({ agreed }) => !agreed);
		const stand = all.filter(({ agreed }) => agreed);
		const mayWrite = conversation.canWrite && isOn;
		return html`${mayWrite ? html`<div class="row"><button class="button" type="button" @click=${() => this.#begin(null)}>${say("notes.write")}</button></div>` : nothing}
			${all.length === 0 ? html`<p class="soft">${say("notes.none")}</p>` : nothing}
			${waiting.length === 0 ? nothing : html`<section class="part stack"><h2>${say("notes.waiting")}</h2>${waiting.map((one) => this.#waiting(conversation, name, one))}</section>`}
			${stand.length === 0 ? nothing : html`<section class="part stack"><h2>${say("notes.stand")}</h2>${stand.map((one) => this.#standing(conversation, name, one))}</section>`}
			${stand.length === 0 ? nothing : this.#payer(conversation, name)}`;
	}

	/** @param {Conversation} conversation @param {string} name @param {Written} one */
	#waiting(conversation, name, one) {
		const who = writerOf(conversation, one.by, name);
		const mine = conversation.relationship.mine;
		const isMine = one.yes[mine];
		return html`<article class="card stack">
			<p class="small soft">${say(one.from === "me" ? "notes.worded-me" : "notes.worded-them", { name: who })}</p>
			${this.#words(one.draft)}
			<p role="status">${say(isMine ? "notes.you-said-yes" : one.yes[mine === "client" ? "specialist" : "client"] ? "notes.they-said-yes" : "notes.no-yes", { name })}</p>
			${this.#kept("notes.keep-asked", one.draft)}
			${
				conversation.canWrite
					? html`<div class="row">
				${isMine ? nothing : html`<button class="button" type="button" ?disabled=${this.busy} @click=${() => this.#agree(one.draft)}>${say("notes.agree")}</button>`}
				<button class="button quiet" type="button" @click=${() => this.#begin(one.draft)}>${say("notes.change")}</button>
			</div>`
					: nothing
			}
		</article>`;
	}

	/** @param {Conversation} conversation @param {string} name @param {Written} one */
	#standing(conversation, name, one) {
		const added = one.added.map(
			(each) => html`<blockquote>
				<p class="own-words theirs">${each.words}</p>
				<p class="small soft">${say(each.from === "me" ? "notes.added-me" : "notes.added-them", { name: writerOf(conversation, each.by, name), day: each.ts === null ? "" : dayWords(Math.floor(each.ts / dayLength)) })}</p>
			</blockquote>`,
		);
		return html`<article class="card stack">
			${this.#words(one.draft)}
			<p class="small soft">${say("notes.both", { day: one.agreedTs === null ? "" : dayWords(Math.floor(one.agreedTs / dayLength)) })}</p>
			${this.#kept("notes.keep-stands", one.draft)}
			${added}
			${this.adding === one.ref ? this.#adder(one.ref) : this.#acts(conversation, one)}
		</article>`;
	}

	/** @param {Conversation} conversation @param {Written} one */
	#acts({ canWrite, relationship, conv }, one) {
		const label = (/** @type {string} */ id) => `${say(id)}, ${dayOf(one.draft.start, one.draft.zone)}`;
		const mayBill = relationship.mine === "client" && relationship.state === "active";
		return html`<div class="row">
			${canWrite ? html`<button class="button quiet" type="button" aria-label=${label("notes.add")} @click=${() => this.#startAdding(one.ref)}>${say("notes.add")}</button>` : nothing}
			${mayBill ? html`<button class="link" type="button" aria-label=${label("bill.open")} @click=${() => this.go({ screen: "bill", id: conv, ref: one.ref })}>${say("bill.open")}</button>` : nothing}
		</div>`;
	}

	/** Whether anything goes to a payer, and if not, why not. @param {Conversation} conversation @param {string} name */
	#payer({ relationship }, name) {
		const mine = relationship.mine;
		const open = this.told.filter(({ endedOn }) => endedOn === null);
		return html`<section class="part stack">
			<h2>${say("bill.payer")}</h2>
			${open.length === 0 ? html`<p>${say(`bill.none-${mine}`, { name })}</p>` : nothing}
			${open.map((one) => html`<p>${say(`bill.given-${mine}`, { name, to: one.terms?.to.name ?? "", day: dayWords(one.until) })}</p>`)}
			${open.length > 0 && mine === "client" ? html`<div class="row"><button class="link" type="button" @click=${() => this.go({ screen: "told" })}>${say("told.title")}</button></div>` : nothing}
		</section>`;
	}

	/** Until when each of the two keeps a copy, where the programme asks for it. @param {string} id @param {Note} note */
	#kept(id, note) {
		const last = lastDayOf(note, this.view.parts?.noting?.keep_years);
		return last === null
			? nothing
			: html`<p class="small soft">${say(id, { year: String(yearOf(last)) })}</p>`;
	}

	/** @param {Note} note */
	#words(note) {
		const { start, zone, mins, way, goal, words } = note;
		return html`<p><strong>${dayOf(start, zone)}</strong><br />${say("notes.from-to", { start: timeOf(start, zone), stop: timeOf(endOf(note), zone), count: mins })} · ${say(`meet.way-${way}`)}</p>
			${goal === "" ? nothing : html`<p>${say("notes.goal-is")} <span class="own-words theirs">${goal}</span></p>`}
			<p class="own-words theirs">${words}</p>`;
	}

	/** @param {Conversation} conversation @param {string} name @param {Note} note */
	#form(conversation, name, note) {
		return html`<form id="note-form" class="stack" autocomplete="off" novalidate @input=${this.held?.typed} @submit=${this.#suggest}>
			<p>${say("notes.form-lead", { name: readersHere(conversation, name) })}</p>
			${noteFields(note, this.view.parts?.noting?.goals ?? [])}
			${this.missing === "" ? nothing : html`<p class="wrong" role="alert">${say(this.missing)}</p>`}
			<div class="row">
				<button class="button" type="submit" ?disabled=${this.busy}>${say("notes.show", { name: readersHere(conversation, name) })}</button>
				<button class="button quiet" type="button" @click=${this.#leave}>${say("do.cancel")}</button>
			</div>
		</form>`;
	}

	/** @param {string} ref */
	#adder(ref) {
		return html`<form class="stack" autocomplete="off" novalidate @submit=${(/** @type {SubmitEvent} */ event) => this.#add(event, ref)}>
			<label class="field">
				<span>${say("notes.add-words")}</span>
				<textarea autocomplete="off" name="added" rows="3" maxlength=${LONGEST_ADDED}></textarea>
			</label>
			${notEmergency()}
			<div class="row">
				<button class="button" type="submit" ?disabled=${this.busy}>${say("notes.add-do")}</button>
				<button class="button quiet" type="button" @click=${() => this.#startAdding("")}>${say("do.cancel")}</button>
			</div>
		</form>`;
	}

	/** @param {Note | null} stands */
	#begin(stands) {
		const met = (this.view.parts?.meeting?.all ?? []).find(
			(/** @type {{ref: string}} */ one) => one.ref === this.place.ref,
		);
		this.missing = "";
		this.said = "";
		this.writing = {
			...beginning(stands, met ?? null, Date.now() / 1000),
			ref: stands?.ref ?? freshName(),
		};
		void this.#toTop();
	}

	#leave = async () => {
		await this.held?.done();
		this.writing = null;
		await this.#toTop();
	};

	/** @param {Event} event */
	#suggest = async (event) => {
		event.preventDefault();
		const { ref, zone } = /** @type {Note} */ (this.writing);
		const given = new FormData(/** @type {HTMLFormElement} */ (event.target));
		const note = noteIn(given, { ref, zone, now: Date.now() / 1000 });
		this.missing = typeof note === "string" ? note : "";
		if (typeof note === "string") return;
		if (!(await this.attempt(() => this.room.doing("noting", "suggest", this.place.id, note)))) return;
		await this.#leave();
		this.#done("notes.shown");
	};

	/** A yes to exactly the words on the page. @param {Note} note */
	async #agree(note) {
		if (await this.attempt(() => this.room.doing("noting", "agree", this.place.id, note)))
			this.#done("notes.said-yes");
	}

	/** @param {SubmitEvent} event @param {string} ref */
	async #add(event, ref) {
		event.preventDefault();
		const words = new FormData(/** @type {HTMLFormElement} */ (event.target)).get("added");
		const isAdded = await this.attempt(() =>
			this.room.doing("noting", "add", this.place.id, ref, String(words ?? "")),
		);
		if (!isAdded) return;
		this.adding = "";
		this.#done("notes.was-added");
	}

	/** @param {string} ref */
	async #startAdding(ref) {
		this.adding = ref;
		await this.updateComplete;
		this.querySelector("textarea")?.focus();
	}

	/** @param {string} id */
	#done(id) {
		this.said = say(id);
	}

	async #toTop() {
		await this.updateComplete;
		this.querySelector("h1")?.focus();
	}

	get #conversation() {
		return this.room.conversation(this.place.id ?? "");
	}
}

customElements.define("room-notes", RoomNotes);
