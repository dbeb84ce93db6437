/** An end with a goodbye: what stays and until when, words that both may keep, and then the end. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { isShared, readersHere, writerOf } from "./company.js";
import { dayWords } from "./days.js";
import { HeldForm } from "./held.js";
import { ownName } from "./own-name.js";
import { notEmergency } from "./not-emergency.js";
import { Screen } from "./screen.js";
import { staying } from "./staying.js";
import { toldOf } from "./story-door.js";
import "./sure.js";

/** @typedef {import("./seen.d.ts").Conversation} Conversation */
/** @typedef {import("./seen.d.ts").Line} Line */

const longest = 8_000;

export class RoomGoodbye extends Screen {
	/** @override */
	static properties = { ...Screen.properties, kept: { state: true } };

	constructor() {
		super();
		/** @type {readonly string[]} lines that are in the notebook by now */
		this.kept = [];
		/** @type {HeldForm | null} */
		this.held = null;
	}

	/** @override */
	connectedCallback() {
		super.connectedCallback();
		this.held = new HeldForm(this.room, "goodbye", this.place.id ?? "");
		if (this.place.id) this.quietly(() => this.room.look(this.place.id ?? ""));
	}

	/** @override */
	disconnectedCallback() {
		super.disconnectedCallback();
		if (this.place.id) this.quietly(() => this.room.lookAway(this.place.id ?? ""));
	}

	/** @override */
	updated() {
		this.held?.stands(this.querySelector("form"), () => this.updateComplete);
	}

	/** @override */
	render() {
		const conversation = this.room.conversation(this.place.id ?? "");
		if (conversation === null)
			return html`<section class="page"><h1 tabindex="-1">${say("trouble.not-found")}</h1></section>`;
		const name = ownName(conversation.relationship, say("see.them"));
		return html`<section class="page">
			<h1 tabindex="-1">${say("bye.title", { name })}</h1>
			<p class="lead">${isShared(conversation) ? say("bye.lead-all", { names: readersHere(conversation, name) }) : say("bye.lead")}</p>
			${this.#letters(conversation, name)} ${this.troubleNote({ name })}
			${conversation.canWrite ? this.#form(conversation, name) : nothing}
			${staying(conversation.relationship, name, this.view.config?.today ?? 0)}
			${["active", "paused"].includes(conversation.relationship.state) ? toldOf(this, conversation.relationship.conv ?? conversation.conv) : nothing}
			${conversation.relationship.state === "active" ? this.#end(conversation, name) : nothing}
		</section>`;
	}

	/** @param {Conversation} conversation @param {string} name */
	#letters(conversation, name) {
		const letters = conversation.lines.filter(({ kind, state }) => kind === "goodbye" && state === "stored");
		return letters.map((line) =>
			this.#letter(
				line,
				line.from === "me" ? readersHere(conversation, name) : writerOf(conversation, line.by, name),
			),
		);
	}

	/** @param {Line} line @param {string} name */
	#letter(line, name) {
		const isKept = this.kept.includes(line.id);
		return html`<section class="card stack">
			<h2>${say(line.from === "me" ? "bye.yours" : "bye.theirs", { name })}</h2>
			<blockquote class="own-words">${line.text}</blockquote>
			<div class="row">
				${isKept ? html`<p role="status">${say("bye.kept")}</p>` : this.#keeping(line, name)}
				${line.from === "them" ? this.#concern(line) : nothing}
			</div>
		</section>`;
	}

	/** @param {Line} line @param {string} name */
	#keeping(line, name) {
		return html`<button class="button quiet" type="button" ?disabled=${this.busy} @click=${() => this.#keep(line, name)}>
			${say(line.from === "me" ? "bye.keep-yours" : "bye.keep", { name })}
		</button>`;
	}

	/** Last words can hurt as well. @param {Line} line */
	#concern({ id: line }) {
		const id = this.place.id ?? "";
		return html`<button class="link" type="button" @click=${() => this.go({ screen: "concern", id, line })}>${say("concern.line-act")}</button>`;
	}

	/** @param {Conversation} conversation @param {string} name */
	#form(conversation, name) {
		const { relationship, lines } = conversation;
		const names = readersHere(conversation, name);
		const has = lines.some(
			({ kind, from, state }) => kind === "goodbye" && from === "me" && state === "stored",
		);
		if (has) return nothing;
		return html`<form autocomplete="off" class="stack" @input=${this.held?.typed} @submit=${(/** @type {SubmitEvent} */ event) => this.#send(event, relationship.id)}>
			<div class="field">
				<label for="bye">${say("bye.box", { name: names })}</label>
				<p class="hint" id="bye-hint">${say("bye.hint")}</p>
				<textarea id="bye" name="words" rows="6" maxlength=${longest} aria-describedby="bye-hint"></textarea>
				${notEmergency()}
			</div>
			<div class="row"><button class="button" type="submit" ?disabled=${this.busy}>${say("bye.send", { name: names })}</button></div>
		</form>`;
	}

	/** @param {Conversation} conversation @param {string} name */
	#end({ relationship }, name) {
		const { plan } = relationship;
		const day = plan === null || plan.endsOn === null ? null : dayWords(plan.endsOn);
		return html`<section class="part stack">
			<p>${day === null ? say("bye.end-when") : say("bye.end-planned", { day })}</p>
			<room-sure
				.label=${say("more.end", { name })}
				.question=${say("more.end-sure", { name })}
				.yes=${say("more.end-yes")}
				@yes=${() => this.#finish(relationship.id)}
			></room-sure>
		</section>`;
	}

	/** @param {SubmitEvent} event @param {string} id */
	async #send(event, id) {
		event.preventDefault();
		const form = /** @type {HTMLFormElement} */ (event.target);
		const words = String(new FormData(form).get("words") ?? "");
		if (!(await this.attempt(() => this.room.living("goodbye", id, words)))) return;
		await this.held?.done();
		this.tell(say("bye.sent"));
	}

	/** @param {Line} line @param {string} name */
	async #keep(line, name) {
		const title = say(line.from === "me" ? "bye.page-yours" : "bye.page", { name });
		const done = await this.attempt(async () => {
			await this.room.openNotebook();
			await this.room.writePage({ title: [...title].slice(0, 80).join(""), text: line.text });
		});
		if (done) this.kept = [...this.kept, line.id];
	}

	/** @param {string} id */
	async #finish(id) {
		if (await this.attempt(() => this.room.end(id))) this.go({ screen: "talk", id: this.place.id ?? "" });
	}
}

customElements.define("room-goodbye", RoomGoodbye);
