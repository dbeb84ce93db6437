/** Wording what might be told, for the other to look at: a suggestion, and never a yes. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { isShared, readersHere, writerOf } from "./company.js";
import { HeldForm } from "./held.js";
import { notEmergency } from "./not-emergency.js";
import { ownName } from "./own-name.js";
import { Screen } from "./screen.js";
import {
	aboutFields,
	draftIn,
	isTwoKinds,
	LONGEST_WORDS,
	notToldField,
	toIn,
	untilField,
	waiting,
	whomFields,
	whyFields,
} from "./tell-fields.js";

export class RoomDraft extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		supervisors: { state: true },
		to: { state: true },
		base: { state: true },
		missing: { state: true },
		ready: { state: true },
	};

	constructor() {
		super();
		/** @type {readonly {account_id: string, name: string}[]} */
		this.supervisors = [];
		this.to = "outside";
		/** The draft as it stood when this page was opened. @type {import("../crypto/share.js").Draft | null} */
		this.base = null;
		this.missing = "";
		/** Nobody types into a form that is still being filled. */
		this.ready = false;
		/** @type {HeldForm | null} */
		this.held = null;
	}

	/** @override */
	async connectedCallback() {
		super.connectedCallback();
		this.held = new HeldForm(this.room, "draft", this.place.id ?? "");
		await this.updateComplete;
		await this.quietly(async () => {
			this.supervisors = await this.room.telling("supervisors");
		});
		this.base = this.#conversation?.drafted?.draft ?? null;
		this.to = this.base === null ? "outside" : toIn(this.base, this.supervisors);
		this.ready = true;
	}

	/** @override */
	updated() {
		if (this.ready) this.held?.stands(this.querySelector("form"), () => this.updateComplete);
	}

	/** @override */
	render() {
		const conversation = this.#conversation;
		if (conversation === null || conversation.relationship.mine !== "specialist")
			return html`<section class="page"><h1 tabindex="-1">${say("trouble.not-found")}</h1></section>`;
		if (!this.ready) return waiting("draft.title");
		const name = ownName(conversation.relationship, say("see.them"));
		const names = readersHere(conversation, name);
		const { base, to, supervisors } = this;
		const choose = (/** @type {string} */ id) => {
			this.to = id;
		};
		return html`<section class="page">
			<h1 tabindex="-1">${say("draft.title")}</h1>
			<p class="lead">${isShared(conversation) ? say("draft.lead-all", { name, names }) : say("draft.lead", { name })}</p>
			${base === null ? nothing : html`<p class="small soft">${say(conversation.drafted?.from === "me" ? "draft.mine" : "draft.theirs", { name: writerOf(conversation, conversation.drafted?.by, name) })}</p>`}
			<form class="stack" autocomplete="off" novalidate @input=${this.held?.typed} @submit=${this.#show}>
				${whomFields({ supervisors, to, choose, base })} <label class="field">
					<span>${say("tell.words")}</span>
					<textarea autocomplete="off" name="words" rows="5" maxlength=${LONGEST_WORDS} .defaultValue=${base?.words ?? ""}></textarea>
				</label>
				${notEmergency()} ${aboutFields(base)} ${notToldField(base)}
				${whyFields(base)} ${untilField(base, this.view.config?.today ?? 0)}
				${this.missing === "" ? nothing : html`<p class="wrong" role="alert">${say(this.missing)}</p>`} ${this.troubleNote({ name })}
				<div class="row">
					<button class="button" type="submit" ?disabled=${this.busy}>${say("draft.show", { name: names })}</button>
					${base === null ? nothing : html`<button class="button quiet" type="button" ?disabled=${this.busy} @click=${() => this.#send({}, "draft.away")}>${say("draft.put-away")}</button>`}
					<button class="button quiet" type="button" @click=${() => history.back()}>${say("do.cancel")}</button>
				</div>
			</form>
		</section>`;
	}

	/** @param {Event} event */
	#show = async (event) => {
		event.preventDefault();
		const given = new FormData(/** @type {HTMLFormElement} */ (event.target));
		const draft = draftIn(given, this.to, this.supervisors);
		this.missing = missingIn(draft);
		if (this.missing === "") await this.#send(draft, "draft.shown");
	};

	/** @param {object} draft @param {string} words */
	async #send(draft, words) {
		if (!(await this.attempt(() => this.room.telling("share", this.place.id, draft)))) return;
		await this.held?.done();
		this.tell(say(words));
		this.go({ screen: "talk", id: this.place.id ?? "" });
	}

	get #conversation() {
		return this.room.conversation(this.place.id ?? "");
	}
}

/** A suggestion says at least to whom, and what; two kinds in one are no suggestion. @param {import("../crypto/share.js").Draft} draft */
export function missingIn({ name, words, what, purpose }) {
	if (name === "") return "draft.needs-whom";
	if (words === "") return "draft.needs-words";
	return isTwoKinds(what, purpose) ? "tell.one-kind" : "";
}

customElements.define("room-draft", RoomDraft);
