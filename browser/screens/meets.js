/** Calls and meetings outside this page: noted by either, put right or taken out by either. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { freshName } from "../talk/form-id.js";
import { readersHere } from "./company.js";
import { dayWords } from "./days.js";
import { notEmergency } from "./not-emergency.js";
import { ownName } from "./own-name.js";
import { HeldForm } from "./held.js";
import { NamedForm } from "./named.js";
import { Screen } from "./screen.js";
import { dateIn, dayIn } from "./vow-day.js";
import { detailsOf } from "./vow-words.js";

/** @typedef {import("./seen.d.ts").Conversation} Conversation */
/** @typedef {import("../talk/vowing.js").Contact} Contact */
/** @typedef {import("../crypto/vow.js").Vow} Vow */

const [LONGEST, FURTHEST, HOUR, WHOLE_DAY, LONGEST_STAY] = [500, 92, 60, 1440, 720];

export class RoomMeets extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		changing: { state: true },
		missing: { state: true },
		done: { state: true },
		name: { state: true },
	};

	constructor() {
		super();
		/** What is being put right, by its name. */
		this.changing = "";
		this.missing = "";
		/** what was done just now, to be said */
		this.done = "";
		/** what a new one is called until it stands */
		this.name = freshName();
		/** @type {HeldForm | null} what was begun outlives a lock: the form of a new one, or of what is put right */
		this.held = null;
		this.named = new NamedForm(
			this,
			(name) => this.#conversation?.vows?.some(({ ref }) => ref === name) ?? false,
		);
	}

	/** @override */
	connectedCallback() {
		super.connectedCallback();
		this.held = this.#holding("");
		this.quietly(() => this.room.look(this.place.id ?? ""));
		this.quietly(() => this.room.reading("vows", "contacts", this.#id));
	}

	/** @override */
	updated() {
		this.held?.stands(this.querySelector("form"), () => this.updateComplete);
	}

	/** @param {string} ref what is put right, or nothing */
	#holding(ref) {
		return new HeldForm(this.room, "meets", `${this.place.id} ${ref}`);
	}

	/** @override */
	render() {
		const conversation = this.#conversation;
		if (conversation === null)
			return html`<section class="page"><h1 tabindex="-1">${say("trouble.not-found")}</h1></section>`;
		const name = ownName(conversation.relationship, say("see.them"));
		const found = this.view.parts?.vows?.contacts[this.#id] ?? null;
		return html`<section class="page">
			<h1 tabindex="-1">${say("meets.title")}</h1>
			<p class="lead">${say("meets.lead", { names: readersHere(conversation, name) })}</p>
			<p role="status">${this.done}</p>
			${this.troubleNote({ name })}
			${found === null ? html`<p class="soft">${say("plain.starting")}</p>` : this.#all(conversation, found)}
			${conversation.canWrite && this.changing === "" ? html`<section class="part stack"><h2>${say("meets.new")}</h2>${this.#form(conversation, null)}</section>` : nothing}
			<div class="row">
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "talk", id: conversation.conv })}>${say("vows.back")}</button>
			</div>
		</section>`;
	}

	/** @param {Conversation} conversation @param {import("../talk/vowing.js").Contacts} found */
	#all(conversation, { contacts, more }) {
		if (contacts.length === 0) return html`<p class="soft">${say("meets.none")}</p>`;
		return html`<ul class="plain stack">${contacts.map((one) => this.#one(conversation, one))}</ul>
			${more ? html`<div class="row"><button class="button quiet" type="button" ?disabled=${this.busy} @click=${() => this.attempt(() => this.room.reading("vows", "contacts", this.#id, true))}>${say("vows.more")}</button></div>` : nothing}`;
	}

	/** @param {Conversation} conversation @param {Contact} one */
	#one(conversation, one) {
		const details = detailsOf(conversation, one.ref);
		const named = (/** @type {string} */ label) =>
			`${label}: ${say(`meets.way-${one.how}`)}, ${dayWords(one.day)}`;
		if (this.changing === one.ref) return html`<li class="card stack">${this.#form(conversation, one)}</li>`;
		return html`<li class="card stack">
			<p><strong>${say(`meets.way-${one.how}`)}</strong>, ${dayWords(one.day)}</p>
			<p class="small soft">${details === null ? say("meets.about", { minutes: one.minutes }) : say("meets.at", { from: timeIn(details.from), till: timeIn(details.till) })}</p>
			${details === null ? html`<p class="soft">${say("vows.no-words")}</p>` : nothing}
			${details === null || details.b === "" ? nothing : html`<p class="own-words">${details.b}</p>`}
			<div class="row">
				${conversation.canWrite ? html`<button class="button quiet" type="button" ?disabled=${this.busy} aria-label=${named(say("meets.put-right"))} @click=${() => this.#change(one.ref)}>${say("meets.put-right")}</button>` : nothing}
				<button class="button quiet" type="button" ?disabled=${this.busy} aria-label=${named(say("meets.take-out"))} @click=${() => this.#takeOut(one)}>${say("meets.take-out")}</button>
			</div>
		</li>`;
	}

	/** @param {Conversation} conversation @param {Contact | null} one that is put right */
	#form(conversation, one) {
		const details = one === null ? null : detailsOf(conversation, one.ref);
		const today = this.view.config?.today ?? 0;
		return html`<form class="stack" autocomplete="off" novalidate @input=${one === null ? this.named.typed : this.held?.typed} @submit=${(/** @type {SubmitEvent} */ event) => this.#save(event, conversation, one)}>
			<input autocomplete="off" type="hidden" name="ref" .value=${one?.ref ?? this.name} />
			<fieldset class="stack">
				<legend>${say("meets.how")}</legend>
				${[1, 2].map((how) => html`<label class="row"><input autocomplete="off" type="radio" name="how" value=${how} ?checked=${how === (one?.how ?? 1)} /><span>${say(`meets.way-${how}`)}</span></label>`)}
			</fieldset>
			<label class="field">
				<span>${say("meets.day")}</span>
				<input autocomplete="off" type="date" name="day" required min=${dateIn(today - FURTHEST)} max=${dateIn(today + 1)} .defaultValue=${dateIn(one?.day ?? today)} />
			</label>
			${timeField("from", details?.from)} ${timeField("till", details?.till)}
			<label class="field">
				<span>${say("meets.words")}</span>
				<textarea autocomplete="off" name="words" rows="2" maxlength=${LONGEST} .defaultValue=${details?.b ?? ""}></textarea>
			</label>
			${notEmergency()}
			${this.missing === "" ? nothing : html`<p class="wrong" role="alert">${say(this.missing)}</p>`}
			<div class="row">
				<button class="button" type="submit" ?disabled=${this.busy}>${say(one === null ? "meets.do" : "meets.put-right-do")}</button>
				${one === null ? nothing : html`<button class="button quiet" type="button" @click=${() => this.#change("")}>${say("do.cancel")}</button>`}
			</div>
		</form>`;
	}

	/** @param {SubmitEvent} event @param {Conversation} conversation @param {Contact | null} one */
	async #save(event, conversation, one) {
		event.preventDefault();
		const form = /** @type {HTMLFormElement} */ (event.target);
		const given = contactIn(new FormData(form));
		this.missing = missingIn(given, this.view.config?.today ?? 0);
		if (this.missing !== "") return;
		await this.held?.hold(form);
		const whole = { ...given, isNew: one === null };
		if (!(await this.attempt(() => this.room.doing("vows", "note", this.#id, conversation.conv, whole))))
			return this.named.refused(form);
		form.reset();
		await this.held?.done();
		this.named.next();
		this.#change("");
		this.done = say("meets.noted");
	}

	/** @param {Contact} one */
	async #takeOut(one) {
		if (await this.attempt(() => this.room.doing("vows", "takeOut", this.#id, one.ref)))
			this.done = say("meets.out");
	}

	/** @param {string} ref */
	#change(ref) {
		if (ref !== this.changing) this.held = this.#holding(ref);
		this.changing = ref;
		this.missing = "";
	}

	get #conversation() {
		return this.room.conversation(this.place.id ?? "");
	}

	get #id() {
		return this.#conversation?.relationship.id ?? "";
	}
}

/** @param {"from" | "till"} name @param {number | undefined} minute */
function timeField(name, minute) {
	return html`<label class="field">
		<span>${say(`meets.${name}`)}</span>
		<input autocomplete="off" type="time" name=${name} required .defaultValue=${minute === undefined ? "" : timeIn(minute)} />
	</label>`;
}

/** @param {number} [minute] of a day @returns {string} like 14:05 */
export function timeIn(minute = 0) {
	const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
	return `${two(Math.floor(minute / HOUR))}:${two(minute % HOUR)}`;
}

/** @param {FormDataEntryValue | null} written like 14:05 @returns {number | null} */
export function minuteIn(written) {
	const found = /^(\d{2}):(\d{2})/.exec(String(written ?? ""));
	return found === null ? null : Number(found[1]) * HOUR + Number(found[2]);
}

/** @param {FormData} given */
const contactIn = (given) => ({
	ref: String(given.get("ref")),
	how: Number(given.get("how") ?? 1),
	day: dayIn(given.get("day")),
	from: minuteIn(given.get("from")),
	till: minuteIn(given.get("till")),
	b: String(given.get("words") ?? ""),
});

/** What a form still needs, or nothing. @param {{day: number | null, from: number | null, till: number | null}} given @param {number} today */
export function missingIn({ day, from, till }, today) {
	if (day === null || day < today - FURTHEST || day > today + 1) return "meets.needs-day";
	if (from === null || till === null || from === till) return "meets.needs-times";
	return (till - from + WHOLE_DAY) % WHOLE_DAY > LONGEST_STAY ? "meets.needs-times" : "";
}

customElements.define("room-meets", RoomMeets);
