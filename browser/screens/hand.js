/** Handing over, and standing in: the person it is about composes it; nobody else can. */
import { html, nothing } from "../vendor/lit.js";
import { say, sayCount } from "../words/index.js";
import { namesNow } from "./company.js";
import { dayWords, listed } from "./days.js";
import { notEmergency } from "./not-emergency.js";
import { ownName } from "./own-name.js";
import "./not-for.js";
import { Screen } from "./screen.js";
import { overlapFields, stayIn } from "./stay.js";
import "./sure.js";

/** @typedef {import("./seen.d.ts").Conversation} Conversation */
/** @typedef {import("./seen.d.ts").Relationship} Relationship */
/** @typedef {import("./seen.d.ts").Handover} Handover */
/** @typedef {import("../talk/handing.js").Stretch} Stretch */
/** @typedef {{to: string, name: string, what: string, epochs: number[], words: string, instead: boolean, until: number | null}} Chosen */

const weeks = [1, 2, 4, 8];
const week = 7;
const longestWords = 4_000;
const goes = new Set(["asked", "agreed", "together"]);

export class RoomHand extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		people: { state: true },
		stretches: { state: true },
		chosen: { state: true },
		coming: { state: true },
		what: { state: true },
		kind: { state: true },
	};

	#asked = "";

	constructor() {
		super();
		/** @type {readonly {accountId: string, name: string}[] | null} */
		this.people = null;
		/** @type {readonly Stretch[] | null} */
		this.stretches = null;
		/** What is looked at once more before it is done. @type {Chosen | null} */
		this.chosen = null;
		/** Who said yes, by the name the programme stands behind. @type {{accountId: string, name: string} | null} */
		this.coming = null;
		this.what = "nothing";
		this.kind = "handover";
	}

	/** @override */
	updated() {
		const one = this.#one;
		if (one === null || this.#asked === this.#wants(one)) return;
		this.#asked = this.#wants(one);
		if (this.#asked === "people")
			this.quietly(async () => {
				this.people = await this.room.handing("people");
			});
		if (this.#asked === "stretches")
			this.quietly(async () => {
				this.stretches = await this.room.handing("stretches", this.place.id);
				if (one.handover?.state === "agreed") this.coming = await this.room.handing("coming", one.id);
			});
	}

	get #one() {
		return this.room.conversation(this.place.id ?? "")?.relationship ?? null;
	}

	/** @param {Relationship} one */
	#wants({ handover }) {
		const state = handover?.state ?? "";
		if (state === "agreed" || state === "together") return "stretches";
		return goes.has(state) ? "" : "people";
	}

	/** @override */
	render() {
		const conversation = this.room.conversation(this.place.id ?? "");
		if (conversation === null)
			return html`<section class="page"><h1 tabindex="-1">${say("trouble.not-found")}</h1></section>`;
		const one = conversation.relationship;
		const name = ownName(one, say("see.them"));
		return html`<section class="page">
			<h1 tabindex="-1">${say("hand.over-title")}</h1>
			${one.mine === "client" ? this.#mine(one, name, conversation) : this.#theirs(one, name)}
			${this.troubleNote({ name })}
			${one.mine === "client" ? html`<room-not-for .room=${this.room} .view=${this.view} .but=${one.other.accountId}></room-not-for>` : nothing}
			<div class="row">
				<button class="button quiet" type="button" @click=${this.#talk}>${say("length.back")}</button>
			</div>
		</section>`;
	}

	/** @param {Relationship} one @param {string} name @param {Conversation} conversation */
	#mine(one, name, conversation) {
		const { handover = null } = one;
		if (one.state !== "active" && one.state !== "paused")
			return html`<p class="lead">${say("hand.over-with", { name })}</p>`;
		if (handover?.state === "suggested") return this.#suggested(one, handover, name);
		if (handover?.state === "asked") return this.#waiting(one, handover);
		if (handover?.state === "agreed")
			return html`<div ?hidden=${this.chosen !== null}>${this.#compose(one, handover, name, this.coming)}</div>
				${this.chosen === null ? nothing : this.#once(one, handover, name, this.chosen)}`;
		if (handover?.state === "together") return this.#together(one, handover, name, conversation);
		return html`${this.#ended(handover)} ${this.#ask(one, name)}`;
	}

	/** How the last one ended. @param {Handover | null} handover */
	#ended(handover) {
		if (handover === null) return nothing;
		const name = handover.to.name ?? say("see.them");
		return html`<p class="note">${say(`hand.was-${handover.state}`, { name })}</p>`;
	}

	/** @param {Relationship} one @param {string} name */
	#ask(one, name) {
		const others = (this.people ?? []).filter(({ accountId }) => accountId !== one.other.accountId);
		return html`<p class="lead">${say("hand.over-lead", { name })}</p>
			<ul>
				<li>${say("hand.only-you", { name })}</li>
				<li>${say("hand.they-first")}</li>
				<li>${say("hand.then-you", { name })}</li>
			</ul>
			${this.people === null ? html`<p role="status">${say("hand.looking")}</p>` : this.#askForm(one, name, others)}`;
	}

	/** @param {Relationship} one @param {string} name @param {readonly {accountId: string, name: string}[]} others */
	#askForm(one, name, others) {
		if (others.length === 0) return html`<p>${say("hand.nobody")}</p>`;
		return html`<form autocomplete="off" class="stack" @submit=${(/** @type {SubmitEvent} */ event) => this.#send(event, one)}>
			<fieldset class="stack">
				<legend>${say("hand.kind")}</legend>
				${this.#kind("handover", name)} ${this.#kind("stand-in", name)}
			</fieldset>
			${this.#whom(others)} ${this.kind === "stand-in" ? this.#howLong() : nothing}
			<div class="row"><button class="button" type="submit" ?disabled=${this.busy}>${say("hand.over-ask")}</button></div>
		</form>`;
	}

	/** @param {"handover" | "stand-in"} kind @param {string} name */
	#kind(kind, name) {
		const choose = () => {
			this.kind = kind;
		};
		return html`<label class="row"><input autocomplete="off" type="radio" name="kind" value=${kind} .checked=${this.kind === kind} @change=${choose} /><span>${say(`hand.kind-${kind}`, { name })}</span></label>`;
	}

	/** @param {readonly {accountId: string, name: string}[]} others */
	#whom(others) {
		return html`<div class="field">
			<label for="hand-to">${say("hand.whom")}</label>
			<select id="hand-to" name="to" required>
				${others.map(({ accountId, name }) => html`<option value=${accountId}>${name}</option>`)}
			</select>
		</div>`;
	}

	#howLong() {
		return html`<div class="field">
			<label for="hand-weeks">${say("hand.how-long")}</label>
			<select id="hand-weeks" name="weeks">
				${weeks.map((count) => html`<option value=${count} ?selected=${count === 2}>${sayCount("hand.weeks", count)}</option>`)}
			</select>
			<p class="hint">${say("hand.how-long-hint")}</p>
		</div>`;
	}

	/** @param {SubmitEvent} event @param {Relationship} one */
	async #send(event, one) {
		event.preventDefault();
		const fields = new FormData(/** @type {HTMLFormElement} */ (event.target));
		const to = String(fields.get("to") ?? "");
		const count = Number(fields.get("weeks") ?? 2);
		const until = this.kind === "stand-in" ? (this.view.config?.today ?? 0) + count * week : null;
		if (one.mine === "client")
			await this.attempt(() => this.room.handing("ask", one.id, { kind: this.kind, to, until }));
		else await this.attempt(() => this.room.handing("suggest", one.id, { to, until }));
	}

	/** @param {Relationship} one @param {Handover} handover @param {string} name */
	#suggested(one, handover, name) {
		const { by, kind, to, until } = handover;
		const about = { name, other: to.name ?? say("see.them"), programme: this.view.config?.programme ?? "" };
		const yes = () => this.attempt(() => this.room.handing("ask", one.id, { kind, to: to.accountId, until }));
		const no = () => this.attempt(() => this.room.handing("no", one.id));
		return html`<p class="lead">${say(`hand.suggests-${by === "programme" ? "programme" : "them"}-${kind}`, { ...about, day: dayWords(until ?? 0) })}</p>
			<p>${say("hand.only-suggests")}</p>
			<div class="row">
				<button class="button" type="button" ?disabled=${this.busy} @click=${yes}>${say("hand.ask-name", about)}</button>
				<button class="button quiet" type="button" ?disabled=${this.busy} @click=${no}>${say("hand.suggest-no")}</button>
			</div>`;
	}

	/** @param {Relationship} one @param {Handover} handover */
	#waiting(one, { to, askedOn }) {
		return html`<p class="lead" role="status">${say("hand.asked", { name: to.name ?? say("see.them"), day: dayWords(askedOn) })}</p>
			${this.#callOff(one)}`;
	}

	/** @param {Relationship} one */
	#callOff(one) {
		return html`<room-sure .label=${say("hand.call-off")} .question=${say("hand.call-off-sure")} .yes=${say("hand.call-off-yes")}
			@yes=${() => this.attempt(() => this.room.handing("callOff", one.id))}></room-sure>`;
	}

	/** @param {Relationship} one @param {Handover} handover @param {string} name @param {{accountId: string, name: string} | null} coming */
	#compose(one, handover, name, coming) {
		if (coming === null) return html`<p role="status">${say("hand.looking-name")}</p>${this.#callOff(one)}`;
		const other = coming.name;
		return html`<p class="lead">${say("hand.said-yes", { name: other })}</p>
			<form autocomplete="off" class="stack" @submit=${(/** @type {SubmitEvent} */ event) => this.#look(event, coming)}>
				${this.#before(other)}
				<div class="field">
					<label for="hand-words">${say("hand.words", { name: other })}</label>
					<p class="hint" id="hand-words-hint">${say("hand.words-hint", { name, other })}</p>
					<textarea id="hand-words" name="words" rows="4" maxlength=${longestWords} aria-describedby="hand-words-hint"></textarea>
					${notEmergency()}
				</div>
				${handover.kind === "handover" ? overlapFields(name, other, this.view.config?.today ?? 0) : nothing}
				<div class="row"><button class="button" type="submit">${say("hand.look")}</button></div>
			</form>
			${this.#callOff(one)}`;
	}

	/** What of before. @param {string} other */
	#before(other) {
		const choices = ["nothing", "parts", "all"];
		return html`<fieldset class="stack">
			<legend>${say("hand.before", { name: other })}</legend>
			${choices.map((what) => this.#choice(what, other))}
			${this.what === "parts" ? this.#parts() : nothing}
		</fieldset>`;
	}

	/** @param {string} what @param {string} other */
	#choice(what, other) {
		const choose = () => {
			this.what = what;
		};
		return html`<label class="row"><input autocomplete="off" type="radio" name="what" value=${what} .checked=${this.what === what} @change=${choose} /><span>${say(`hand.before-${what}`, { name: other })}</span></label>`;
	}

	#parts() {
		const rows = (this.stretches ?? []).filter(({ handed }) => !handed);
		return html`<p class="hint">${say("hand.parts-hint")}</p>
			${rows.map(
				(
					one,
				) => html`<label class="row"><input autocomplete="off" type="checkbox" name="epoch" value=${one.epoch} /><span>${spanWords(one)}
					<span class="soft small">${sayCount("hand.lines", one.count)}</span>
					${one.first === "" ? nothing : html`<span class="soft small">${say("hand.begins", { text: short(one.first) })}</span>`}</span></label>`,
			)}`;
	}

	/** @param {SubmitEvent} event @param {{accountId: string, name: string}} coming */
	#look(event, coming) {
		event.preventDefault();
		const fields = new FormData(/** @type {HTMLFormElement} */ (event.target));
		this.chosen = {
			...{ to: coming.accountId, name: coming.name, what: this.what },
			epochs: this.#epochs(fields),
			words: String(fields.get("words") ?? ""),
			instead: fields.get("instead") === "yes",
			until: stayIn(fields),
		};
		this.#toTop();
	}

	async #toTop() {
		await this.updateComplete;
		/** @type {HTMLElement | null} */ (this.querySelector("h1"))?.focus();
	}

	/** @param {FormData} fields @returns {number[]} */
	#epochs(fields) {
		const all = (this.stretches ?? []).filter(({ handed }) => !handed).map(({ epoch }) => epoch);
		if (this.what === "nothing") return [];
		return this.what === "all" ? all : fields.getAll("epoch").map(Number);
	}

	/** Everything once more, in plain words, before it is done. @param {Relationship} one @param {Handover} handover @param {string} name @param {Chosen} chosen */
	#once(one, handover, name, chosen) {
		const about = { name, other: chosen.name, day: dayWords(handover.until ?? 0) };
		const rows = (this.stretches ?? []).filter(({ epoch }) => chosen.epochs.includes(epoch));
		return html`<h2>${say("hand.once", about)}</h2>
			<ul>
				<li>${say("hand.once-from-now", about)}</li>
				<li>${rows.length === 0 ? say("hand.once-nothing", about) : say("hand.once-parts", { ...about, spans: listed(rows.map(spanWords)) })}</li>
				${chosen.words.trim() === "" ? nothing : html`<li>${say(chosen.instead ? "hand.once-words" : "hand.once-words-both", about)}</li>`}
				<li>${say(chosen.instead ? "hand.once-instead" : handover.kind === "stand-in" ? "hand.once-stand-in" : "hand.once-both", about)}</li>
				${chosen.until === null ? nothing : html`<li>${say("hand.once-stay", { ...about, day: dayWords(chosen.until) })}</li>`}
				<li>${say("hand.once-not-back", about)}</li>
			</ul>
			<div class="row">
				<button class="button" type="button" ?disabled=${this.busy} @click=${() => this.#letIn(one, chosen)}>${say("hand.let-in", about)}</button>
				<button class="button quiet" type="button" @click=${this.#again}>${say("hand.change")}</button>
			</div>`;
	}

	/** @param {Relationship} one @param {Chosen} chosen */
	async #letIn(one, chosen) {
		if (!(await this.attempt(() => this.room.handing("letIn", one.id, chosen)))) return;
		this.chosen = null;
		this.#talk();
	}

	#again = () => {
		this.chosen = null;
		this.#toTop();
	};

	/** @param {Relationship} one @param {Handover} handover @param {string} name @param {Conversation} conversation */
	#together(one, { kind, to, until }, name, conversation) {
		const known = (/** @type {string} */ who) =>
			(conversation.company ?? []).find(({ accountId }) => accountId === who)?.name ?? null;
		const other = known(to.accountId) ?? say("see.them");
		const id = kind === "handover" ? one.other.accountId : to.accountId;
		const goer = known(id) ?? say("see.them");
		return html`<p class="lead">${say(`hand.together-${kind}`, { names: namesNow(conversation), name, other, day: dayWords(until ?? 0) })}</p>
			<room-stay .room=${this.room} .view=${this.view} .one=${one} .name=${goer}></room-stay> ${this.#more(one, other)}
			<room-sure .label=${say("hand.let-go", { name: goer })} .question=${say("hand.let-go-sure", { name: goer })} .yes=${say("hand.let-go-yes", { name: goer })}
				@yes=${() => this.#letGo(one, id, known(id))}></room-sure>`;
	}

	/** More of before, later. @param {Relationship} one @param {string} other */
	#more(one, other) {
		const rest = (this.stretches ?? []).filter(({ handed, until }) => !handed && until !== null);
		if (rest.length === 0) return nothing;
		return html`<details class="aside"><summary>${say("hand.more", { name: other })}</summary>
			<form autocomplete="off" class="stack" @submit=${(/** @type {SubmitEvent} */ event) => this.#handMore(event, one)}>
				${this.#parts()}
				<div class="row"><button class="button quiet" type="submit" ?disabled=${this.busy}>${say("hand.more-do", { name: other })}</button></div>
			</form></details>`;
	}

	/** @param {SubmitEvent} event @param {Relationship} one */
	async #handMore(event, one) {
		event.preventDefault();
		const epochs = new FormData(/** @type {HTMLFormElement} */ (event.target)).getAll("epoch").map(Number);
		if (epochs.length === 0) return;
		if (await this.attempt(() => this.room.handing("handMore", one.id, epochs))) this.#talk();
	}

	/** @param {Relationship} one @param {string} id @param {string | null} name */
	async #letGo(one, id, name) {
		if (await this.attempt(() => this.room.handing("letGo", one.id, id, name))) this.#talk();
	}

	/** What a specialist sees: they may suggest somebody for a while, and no more. @param {Relationship} one @param {string} name */
	#theirs(one, name) {
		const { handover = null } = one;
		if (handover !== null && (goes.has(handover.state) || handover.state === "suggested"))
			return html`<p class="lead">${say(`hand.theirs-${handover.state === "suggested" ? "suggested" : "goes"}`, { name, other: handover.to.name ?? say("see.them") })}</p>`;
		const others = (this.people ?? []).filter(({ accountId }) => accountId !== one.other.accountId);
		return html`<p class="lead">${say("hand.suggest-lead", { name })}</p>
			<p>${say("hand.suggest-rule", { name })}</p>
			${this.people === null ? html`<p role="status">${say("hand.looking")}</p>` : this.#suggestForm(one, others)}`;
	}

	/** @param {Relationship} one @param {readonly {accountId: string, name: string}[]} others */
	#suggestForm(one, others) {
		if (others.length === 0) return html`<p>${say("hand.nobody")}</p>`;
		const send = (/** @type {SubmitEvent} */ event) => {
			this.kind = "stand-in";
			this.#send(event, one);
		};
		return html`<form autocomplete="off" class="stack" @submit=${send}>
			${this.#whom(others)} ${this.#howLong()}
			<div class="row"><button class="button" type="submit" ?disabled=${this.busy}>${say("hand.suggest-do")}</button></div>
		</form>`;
	}

	#talk = () => this.go({ screen: "talk", id: this.place.id ?? "" });
}

/** @param {Stretch} one */
const spanWords = ({ from, until }) =>
	until === null
		? say("hand.span-now", { from: dayWords(from) })
		: say("hand.span", { from: dayWords(from), until: dayWords(until) });

/** @param {string} text */
const short = (text) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

customElements.define("room-hand", RoomHand);
