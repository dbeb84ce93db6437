/** That did not sit right: saying it to whom one chooses, and all that was said between two people. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { freshName } from "../talk/form-id.js";
import { aboutIn, HeldForm } from "./held.js";
import { shortOf } from "./line-words.js";
import { helpToBegin } from "./mend-help.js";
import "./mend-one.js";
import { A_LINE, A_PROMISE, IN_GENERAL, mendsShown, rowOf } from "./mend-words.js";
import { notEmergency } from "./not-emergency.js";
import { Screen } from "./screen.js";

/** @typedef {import("./seen.d.ts").Conversation} Conversation */

const longestWords = 8_000;
const A_TIME = 2;

export class RoomNotRight extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		...{ who: { state: true }, more: { state: true }, done: { state: true }, name: { state: true } },
	};

	constructor() {
		super();
		/** who is to see it: "me", "them", "supervisor" */
		this.who = "me";
		/** whether something else is to be said */
		this.more = false;
		/** what was done just now, to be said */
		this.done = "";
		/** what the form says is called so until it stands */
		this.name = freshName();
		/** @type {HeldForm | null} */
		this.held = null;
	}

	/** @override */
	firstUpdated() {
		this.quietly(() => this.room.reading("mending", "look", this.place.id ?? ""));
	}

	/** @override */
	updated() {
		const { id = "", line } = this.place;
		const about = aboutIn(this.room.conversation(id), line);
		if (about !== null) this.held ??= new HeldForm(this.room, "not-right", `${id} ${about}`);
		this.held?.stands(this.querySelector("#mend-say"), () => this.updateComplete);
	}

	/** @override */
	render() {
		const conversation = this.room.conversation(this.place.id ?? "");
		if (conversation === null)
			return html`<section class="page"><h1 tabindex="-1">${say("trouble.not-found")}</h1></section>`;
		const name = conversation.name ?? say("see.them");
		const isOpen = this.#mends(conversation).some(({ closed }) => closed === null);
		const isFirst = this.more || this.#isNamed() || !isOpen;
		return html`<section class="page">
			<h1 tabindex="-1">${say("mend.title")}</h1>
			<p class="lead">${say(isFirst || this.#isClient(conversation) ? "mend.lead" : "mend.lead-theirs", { name })}</p>
			${this.#doneNote()} ${this.troubleNote({ name })}
			${isFirst ? this.#form(conversation, name) : nothing} ${this.#all(conversation)}
			${isFirst ? nothing : html`<div class="row"><button class="button quiet" type="button" @click=${this.#sayMore}>${say("mend.say-more")}</button></div>`}
		</section>`;
	}

	/** Somebody came because of one thing. */
	#isNamed() {
		const { line, about } = this.place;
		return this.done === "" && (line !== undefined || about !== undefined);
	}

	#doneNote() {
		if (this.done === "") return nothing;
		return html`<div class="note stack" role="status">
			<p>${say(this.done)}</p>
			${this.done === "mend.kept" ? html`<div class="row"><button class="button quiet" type="button" @click=${() => this.go({ screen: "notebook" })}>${say("mend.kept-open")}</button></div>` : nothing}
		</div>`;
	}

	/** @param {Conversation} conversation */
	#all(conversation) {
		const mends = [...this.#mends(conversation)].reverse();
		if (mends.length === 0) return this.#further(conversation);
		return html`<section class="stack">
			<h2>${say("mend.open-list")}</h2>
			${mends.map((mend) => html`<room-mend-one .room=${this.room} .view=${this.view} .conversation=${conversation} .mend=${mend}></room-mend-one>`)}
			${this.#further(conversation)}
		</section>`;
	}

	/** @param {Conversation} conversation */
	#mends = (conversation) => mendsShown(conversation, this.view.parts?.mending?.[conversation.conv]);

	/** @param {string} conv */
	async #seekOn(conv) {
		await this.room.older(conv);
		await this.room.reading("mending", "look", conv);
	}

	/** The house says that more is open than was read; it is looked for, or did not come. @param {Conversation} conversation */
	#further(conversation) {
		const { conv, older } = conversation;
		const shown = this.#mends(conversation);
		const rows = this.view.parts?.mending?.[conv] ?? [];
		/** @param {import("../talk/mending.js").Row} row */
		const isShown = (row) => shown.some((mend) => rowOf(mend, [row]) !== null);
		if (older === "none" || rows.every(isShown)) return nothing;
		if (older !== "held") return html`<p class="soft" role="status">${say("mend.further")}</p>`;
		return html`<p class="soft" role="status">${say("mend.further-held")}</p>
			<div class="row"><button class="button quiet" type="button" ?disabled=${this.busy} @click=${() => this.attempt(() => this.#seekOn(conv))}>${say("mend.further-again")}</button></div>`;
	}

	/** @param {Conversation} conversation @param {string} name */
	#form(conversation, name) {
		const maySay = conversation.canWrite && this.#maySay(conversation);
		return html`<form id="mend-say" class="stack" autocomplete="off" @submit=${this.#submit} @input=${this.#typed} @change=${this.#chosen}>
			<h2>${say("mend.form")}</h2>
			<input autocomplete="off" type="hidden" name="of" .value=${this.name} />
			${this.#about(conversation)}
			<div class="field">
				<label for="mend-text">${say("mend.text")}</label>
				<p class="hint" id="mend-text-hint">${say("mend.text-hint")}</p>
				<textarea id="mend-text" name="text" rows="5" required maxlength=${longestWords} aria-describedby="mend-text-hint"></textarea>
				${notEmergency()}
			</div>
			${helpToBegin("say", "mend-text")}
			<fieldset class="stack">
				<legend>${say("mend.who")}</legend>
				${this.#choice("me", name)} ${maySay ? this.#choice("them", name) : nothing}
				${maySay && this.#isClient(conversation) ? this.#choice("supervisor", name) : nothing}
			</fieldset>
			${maySay ? this.#more(conversation, name) : html`<p class="small soft">${say(conversation.canWrite ? "mend.for-specialist" : "mend.not-now", { name })}</p>`}
			<div class="row"><button class="button" type="submit" ?disabled=${this.busy}>${say(`mend.do-${this.who}`, { name })}</button></div>
		</form>`;
	}

	/** A specialist says it only of a promise that was made to them. @param {Conversation} conversation */
	#maySay(conversation) {
		return this.#isClient(conversation) || this.place.about?.promise !== undefined;
	}

	/** @param {Conversation} conversation */
	#isClient = ({ relationship }) => relationship.mine === "client";

	/** What it is about: the line, time or promise somebody came from, else one of three. @param {Conversation} conversation */
	#about(conversation) {
		const line = this.#line(conversation);
		if (line !== undefined)
			return html`<p>${say("mend.about-line")}</p><blockquote class="words-of">${shortOf(line)}</blockquote>`;
		const { about } = this.place;
		if (about?.promise !== undefined) return html`<p>${say("mend.about-3-said")}</p>`;
		if (about?.time !== undefined) return html`<p>${say("mend.about-2-said")}</p>`;
		return html`<fieldset class="stack">
			<legend>${say("mend.about")}</legend>
			${[IN_GENERAL, A_TIME, A_PROMISE].map((one) => html`<label class="row"><input autocomplete="off" type="radio" name="about" value=${one} ?checked=${one === IN_GENERAL} /><span>${say(`mend.about-${one}`)}</span></label>`)}
		</fieldset>`;
	}

	/** @param {Conversation} conversation */
	#line({ lines }) {
		const { line: id } = this.place;
		return id === undefined ? undefined : lines.find((one) => one.id === id && one.msg !== null);
	}

	/** @param {"me" | "them" | "supervisor"} who @param {string} name */
	#choice(who, name) {
		return html`<label class="row"><input autocomplete="off" type="radio" name="who" value=${who} ?checked=${who === "me"} /><span>${say(`mend.who-${who}`, { name })}</span></label>`;
	}

	/** @param {Conversation} conversation @param {string} name */
	#more(conversation, name) {
		if (this.who === "supervisor") return html`<p class="small soft">${say("mend.supervisor-words")}</p>`;
		if (this.who !== "them" || !this.#isClient(conversation)) return nothing;
		return html`<label class="row"><input autocomplete="off" type="checkbox" name="desk" value="yes" /><span>${say("mend.desk", { name })}</span></label>
			<p class="small soft">${say("mend.counted")}</p>`;
	}

	#sayMore = async () => {
		[this.more, this.done] = [true, ""];
		await this.updateComplete;
		/** @type {HTMLElement | null} */ (this.querySelector("#mend-text"))?.focus();
	};

	/** @param {Event} event */
	#typed = (event) => this.held?.typed(event);

	/** @param {Event} event */
	#chosen = ({ target }) => {
		const { name, value } = /** @type {HTMLInputElement} */ (target);
		if (name === "who") this.who = value;
	};

	/** @param {SubmitEvent} event */
	#submit = async (event) => {
		event.preventDefault();
		const form = /** @type {HTMLFormElement} */ (event.target);
		const fields = new FormData(form);
		const conv = this.place.id ?? "";
		if (this.who === "supervisor") return this.go({ screen: "tell", id: conv });
		const conversation = this.room.conversation(conv);
		if (conversation === null) return;
		await this.held?.hold(form);
		const deed = this.who === "them" ? this.#say(conversation, fields) : this.#keep(conversation, fields);
		if (!(await this.attempt(() => deed()))) return this.#anew(form);
		await this.held?.done();
		this.name = freshName();
		[this.done, this.more] = [this.who === "them" ? "mend.said" : "mend.kept", false];
		form.reset();
		this.who = "me";
		this.tell(say(this.done));
	};

	/** What was said first stands: what was changed since can be said as something of its own. @param {HTMLFormElement} form */
	async #anew(form) {
		if (this.trouble?.code !== "said-before") return;
		this.name = freshName();
		/** @type {HTMLInputElement} */ (form.elements.namedItem("of")).value = this.name;
		await this.held?.hold(form);
		this.more = true;
	}

	/** @param {Conversation} conversation @param {FormData} fields */
	#say(conversation, fields) {
		const { about, re } = this.#named(conversation, fields);
		const text = String(fields.get("text") ?? "");
		const tellsDesk = fields.get("desk") === "yes";
		const given = { conv: conversation.conv, of: String(fields.get("of")), about, re, text, tellsDesk };
		return () => this.room.doing("mending", "say", given);
	}

	/** @param {Conversation} conversation @param {FormData} fields */
	#keep(conversation, fields) {
		const { about } = this.#named(conversation, fields);
		const [line, name] = [this.#line(conversation), conversation.name ?? ""];
		const text = String(fields.get("text") ?? "");
		const given = { about, name, line: line === undefined ? "" : shortOf(line), text };
		return () => this.room.doing("mending", "keep", given);
	}

	/** @param {Conversation} conversation @param {FormData} fields @returns {{about: number, re: string | null}} */
	#named(conversation, fields) {
		const line = this.#line(conversation);
		if (line !== undefined) return { about: A_LINE, re: line.msg };
		const { promise, time } = this.place.about ?? {};
		if (promise !== undefined) return { about: A_PROMISE, re: promise };
		if (time !== undefined) return { about: A_TIME, re: time };
		return { about: Number(fields.get("about") ?? IN_GENERAL), re: null };
	}
}

customElements.define("room-not-right", RoomNotRight);
