/** What two people said they would do: what is open first, then what came of the rest. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { freshName } from "../talk/form-id.js";
import { beginningOf } from "./beginning.js";
import { readersHere } from "./company.js";
import { dayWords } from "./days.js";
import { notEmergency } from "./not-emergency.js";
import { ownName } from "./own-name.js";
import { aboutIn, HeldForm } from "./held.js";
import { NamedForm } from "./named.js";
import { Screen } from "./screen.js";
import { dayField, dayIn, isAhead } from "./vow-day.js";
import { mayCallGiven, wordsOf } from "./vow-words.js";

/** @typedef {import("./seen.d.ts").Conversation} Conversation */
/** @typedef {import("../talk/vowing.js").Pledge} Pledge */

const BROKEN = 3;
/** Times to meet have a page of their own; here stands only what came of them. */
const [MEETING, OWED] = [2, 3];
const LONGEST = 500;

export class RoomVows extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		moving: { state: true },
		missing: { state: true },
		used: { state: true },
		done: { state: true },
		name: { state: true },
	};

	constructor() {
		super();
		/** Whose day is being moved, by its name. */
		this.moving = "";
		this.missing = "";
		/** The line somebody came with, once they gave their word on it. */
		this.used = "";
		/** what was done just now, to be said */
		this.done = "";
		/** what the form makes is called so until it stands */
		this.name = freshName();
		/** @type {HeldForm | null} what was begun outlives a lock */
		this.held = null;
		this.named = new NamedForm(
			this,
			(name) => this.#conversation?.vows?.some(({ ref }) => ref === name) ?? false,
		);
	}

	/** @override */
	connectedCallback() {
		super.connectedCallback();
		this.quietly(() => this.room.look(this.place.id ?? ""));
		this.quietly(() => this.room.reading("vows", "read", this.#id));
	}

	/** @override */
	willUpdate() {
		const about = aboutIn(this.#conversation, this.place.line);
		if (about !== null) this.held ??= new HeldForm(this.room, "vows", `${this.place.id} ${about}`);
	}

	/** @override */
	updated() {
		this.held?.stands(this.querySelector("textarea")?.form ?? null, () => this.updateComplete);
	}

	/** @override */
	render() {
		const conversation = this.#conversation;
		if (conversation === null)
			return html`<section class="page"><h1 tabindex="-1">${say("trouble.not-found")}</h1></section>`;
		const name = ownName(conversation.relationship, say("see.them"));
		const names = readersHere(conversation, name);
		const found = this.view.parts?.vows?.pledges[this.#id] ?? null;
		return html`<section class="page">
			<h1 tabindex="-1">${say("vows.title")}</h1>
			<p class="lead">${say("vows.lead", { names })}</p>
			<p role="status">${this.done}</p>
			${this.troubleNote({ name })}
			${found === null ? html`<p class="soft">${say("plain.starting")}</p>` : this.#all(conversation, name, found)}
			<div class="row">
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "talk", id: conversation.conv })}>${say("vows.back")}</button>
				<button class="link" type="button" @click=${() => this.go({ screen: "meets", id: conversation.conv })}>${say("meets.open")}</button>
			</div>
		</section>`;
	}

	/** @param {Conversation} conversation @param {string} name @param {import("../talk/vowing.js").Pledges} found */
	#all(conversation, name, { open, past, more }) {
		const own = open.filter((one) => one.made_by !== MEETING);
		const isDue = (/** @type {Pledge} */ one) => one.due_on < this.#today;
		const form = conversation.canWrite
			? this.#form(conversation, name)
			: html`<p class="soft">${say("vows.not-now")}</p>`;
		const isFirst = this.#line(conversation) !== null;
		return html`${isFirst ? form : nothing} ${this.#part(
			"vows.due",
			own.filter(isDue).map((one) => this.#due(conversation, name, one)),
		)}
			${own.length === 0 ? html`<p class="soft">${say("vows.none")}</p>` : nothing}
			${this.#part(
				"vows.coming",
				own.filter((one) => !isDue(one)).map((one) => this.#coming(conversation, name, one)),
			)}
			${isFirst ? nothing : form}
			${this.#part(
				"vows.past",
				past.map((one) => this.#past(conversation, name, one)),
			)}
			${more ? html`<div class="row"><button class="button quiet" type="button" ?disabled=${this.busy} @click=${this.#earlier}>${say("vows.more")}</button></div>` : nothing}`;
	}

	/** @param {string} title @param {unknown[]} items */
	#part(title, items) {
		if (items.length === 0) return nothing;
		return html`<section class="part stack"><h2>${say(title)}</h2><ul class="plain stack">${items}</ul></section>`;
	}

	/** @param {Conversation} conversation @param {string} name @param {Pledge} one */
	#head(conversation, name, one) {
		const { words, day, why } = wordsOf(conversation, one);
		const whose = one.mine ? "mine" : "theirs";
		const label = one.made_by === OWED ? `vows.owed-${whose}` : `vows.${whose}`;
		return html`<p class="small soft">${say(label, { name, day: dayWords(one.due_on) })}</p>
			${words === "" ? html`<p class="soft">${say(why)}</p>` : html`<p class="own-words">${words}</p>`}
			${one.moves > 0 ? html`<p class="small soft">${say("vows.moved")}</p>` : nothing}
			${day === null || day === one.due_on ? nothing : html`<p class="small">${say("vows.other-day", { day: dayWords(day) })}</p>`}`;
	}

	/** @param {Conversation} conversation @param {string} name @param {Pledge} one */
	#due(conversation, name, one) {
		return html`<li class="card stack">
			${this.#head(conversation, name, one)}
			<p>${say(one.mine ? (mayCallGiven(one, this.#today) ? "vows.owed-ask" : "vows.ask-mine") : "vows.ask-theirs", { name })}</p>
			<div class="row">
				${this.#answer(one)} ${one.mine ? this.#word(one, "not-kept", "vows.own-up") : this.#answers(one)}
			</div>
		</li>`;
	}

	/** Whoever owed an answer can say that it is given. @param {Pledge} one */
	#answer(one) {
		return mayCallGiven(one, this.#today) ? this.#word(one, "kept", "vows.owed-given") : nothing;
	}

	/** @param {Pledge} one */
	#answers(one) {
		return html`${this.#word(one, "kept", "vows.kept")} ${this.#word(one, "not-kept", "vows.not-kept")} ${this.#word(one, "call-off", "vows.let-be")}`;
	}

	/** @param {Conversation} conversation @param {string} name @param {Pledge} one */
	#coming(conversation, name, one) {
		return html`<li class="card stack">
			${this.#head(conversation, name, one)}
			${
				this.moving === one.ref
					? this.#mover(one)
					: html`<div class="row">
				${this.#answer(one)} ${one.mine && conversation.canWrite ? html`<button class="button quiet" type="button" ?disabled=${this.busy} aria-label=${this.#named(one, "vows.move")} @click=${() => this.#startMoving(one.ref)}>${say("vows.move")}</button>` : nothing}
				${one.mine ? this.#word(one, "call-off", "vows.call-off") : html`${this.#word(one, "kept", "vows.kept")} ${this.#word(one, "call-off", "vows.let-be")}`}
			</div>`
			}
		</li>`;
	}

	/** @param {Pledge} one */
	#mover(one) {
		return html`<form class="stack" autocomplete="off" novalidate @submit=${(/** @type {SubmitEvent} */ event) => this.#move(event, one)}>
			<p class="small soft">${say("vows.move-why")}</p>
			${dayField("vows.by", this.#today, one.due_on)}
			${this.missing === "" ? nothing : html`<p class="wrong" role="alert">${say(this.missing)}</p>`}
			<div class="row">
				<button class="button" type="submit" ?disabled=${this.busy}>${say("vows.move-do")}</button>
				<button class="button quiet" type="button" @click=${() => this.#startMoving("")}>${say("do.cancel")}</button>
			</div>
		</form>`;
	}

	/** @param {Conversation} conversation @param {string} name @param {Pledge} one */
	#past(conversation, name, one) {
		const mayChange =
			!one.mine && one.made_by !== MEETING && one.state === BROKEN && conversation.whyNot !== "ended";
		return html`<li class="card stack">
			${this.#head(conversation, name, one)}
			<p><strong>${say(`vows.state-${one.state}`)}</strong></p>
			${mayChange ? html`<div class="row">${this.#word(one, "repaired", "vows.repaired")} ${this.#word(one, "kept", "vows.still-kept")} ${this.#mend(conversation, one)}</div>` : nothing}
		</li>`;
	}

	/** A word that was not kept can be talked about, if whom it was for wants to. @param {Conversation} conversation @param {Pledge} one */
	#mend({ conv, canWrite }, one) {
		if (!canWrite) return nothing;
		return html`<button class="link" type="button" aria-label=${this.#named(one, "vows.mend")} @click=${() => this.go({ screen: "not-right", id: conv, about: { promise: one.ref } })}>${say("vows.mend")}</button>`;
	}

	/** @param {Conversation} conversation @param {string} name */
	#form(conversation, name) {
		const line = this.#line(conversation);
		const isOwed = line?.from === "them";
		const [title, quoted, deed] = isOwed
			? ["vows.owe", "vows.owe-line", "vows.owe-do"]
			: ["vows.give", "vows.give-line", "vows.do"];
		return html`<section class="part stack">
			<h2>${say(title)}</h2>
			${isOwed ? html`<p class="hint">${say("vows.owe-why", { name })}</p>` : nothing}
			<form class="stack" autocomplete="off" novalidate @input=${this.named.typed} @submit=${(/** @type {SubmitEvent} */ event) => this.#give(event, conversation, name)}>
				<input autocomplete="off" type="hidden" name="ref" .value=${this.name} />
				${line === null ? nothing : html`<p>${say(quoted, { text: "", name })} <q class="own-words">${line.text}</q></p>`}
				<label class="field">
					<span>${say(line === null ? "vows.what" : isOwed ? "vows.owe-what" : "vows.what-line")}</span>
					<textarea autocomplete="off" name="words" rows="2" maxlength=${LONGEST}></textarea>
				</label>
				${notEmergency()}
				${dayField("vows.by", this.#today)}
				${this.missing === "" || this.moving !== "" ? nothing : html`<p class="wrong" role="alert">${say(this.missing)}</p>`}
				<div class="row"><button class="button" type="submit" ?disabled=${this.busy}>${say(deed)}</button></div>
			</form>
		</section>`;
	}

	/** Which word it is about, for whoever goes from button to button. @param {Pledge} one @param {string} label */
	#named(one, label) {
		const conversation = this.room.conversation(this.place.id ?? "");
		const words = conversation === null ? "" : wordsOf(conversation, one).words;
		return `${say(label)}: ${words === "" ? dayWords(one.due_on) : beginningOf(words)}`;
	}

	/** A button that says what came of it. @param {Pledge} one @param {string} word @param {string} label */
	#word(one, word, label) {
		const press = async () => {
			if (await this.attempt(() => this.room.doing("vows", "say", this.#id, one.ref, word)))
				this.done = say("vows.said");
		};
		return html`<button class="button quiet" type="button" ?disabled=${this.busy} aria-label=${this.#named(one, label)} @click=${press}>${say(label)}</button>`;
	}

	/** @param {string} ref */
	#startMoving(ref) {
		this.moving = ref;
		this.missing = "";
	}

	/** @param {SubmitEvent} event @param {Pledge} one */
	async #move(event, one) {
		event.preventDefault();
		const day = dayIn(new FormData(/** @type {HTMLFormElement} */ (event.target)).get("day"));
		this.missing = isAhead(day, this.#today) && day !== one.due_on ? "" : "vows.needs-day";
		if (this.missing !== "") return;
		const { conv } = /** @type {Conversation} */ (this.#conversation);
		if (!(await this.attempt(() => this.room.doing("vows", "move", this.#id, conv, one.ref, day)))) return;
		this.#startMoving("");
		this.done = say("vows.said");
	}

	/** @param {SubmitEvent} event @param {Conversation} conversation @param {string} name */
	async #give(event, conversation, name) {
		event.preventDefault();
		const form = /** @type {HTMLFormElement} */ (event.target);
		const given = new FormData(form);
		const [b, day] = [String(given.get("words") ?? ""), dayIn(given.get("day"))];
		const line = this.#line(conversation);
		const to = line?.msg ?? undefined;
		const isOwed = line?.from === "them";
		this.missing = missingIn({ b, day, to, today: this.#today });
		if (this.missing !== "") return;
		await this.held?.hold(form);
		const word = { b, day, to, isOwed, ref: String(given.get("ref")) };
		if (!(await this.attempt(() => this.room.doing("vows", "give", this.#id, conversation.conv, word))))
			return this.named.refused(form);
		form.reset();
		await this.held?.done();
		this.named.next();
		this.used = this.place.line ?? "";
		this.done = say(isOwed ? "vows.owe-done" : "vows.given", { name });
	}

	#earlier = () => this.attempt(() => this.room.reading("vows", "earlier", this.#id));

	/** The line somebody came with: one's own, or one that waits for an answer. @param {Conversation} conversation */
	#line({ lines }) {
		return lines.find(({ id }) => id === this.place.line && id !== this.used) ?? null;
	}

	get #conversation() {
		return this.room.conversation(this.place.id ?? "");
	}

	get #id() {
		return this.#conversation?.relationship.id ?? "";
	}

	get #today() {
		return this.view.config?.today ?? 0;
	}
}

/** What a form still needs, or nothing. @param {{b: string, day: number | null, to: string | undefined, today: number}} given */
export function missingIn({ b, day, to, today }) {
	if (b.trim() === "" && to === undefined) return "vows.needs-words";
	return isAhead(day, today) ? "" : "vows.needs-day";
}

customElements.define("room-vows", RoomVows);
