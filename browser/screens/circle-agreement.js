/** What a circle agreed on: read before anything else, said yes to, and written anew together. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { CircleScreen } from "./circle-open.js";
import { agreedWords, calledIn, longest } from "./circle-words.js";
import { HeldForm, valuesOf } from "./held.js";

/** @typedef {import("../talk/circle-shape.d.ts").CircleNow} CircleNow */

export class RoomCircleAgreement extends CircleScreen {
	/** @override */
	static properties = { ...CircleScreen.properties, isGate: { attribute: false }, writing: { state: true } };

	/** @type {HeldForm | null} */
	#held = null;

	constructor() {
		super();
		/** it stands before the talk, and nothing else does */
		this.isGate = false;
		this.writing = false;
	}

	/** @override */
	connectedCallback() {
		super.connectedCallback();
		this.#held = new HeldForm(this.room, "circle-agreement", this.place.id ?? "");
	}

	/** @override */
	get opens() {
		return !this.isGate;
	}

	/** @override */
	updated() {
		super.updated();
		this.#held?.stands(this.querySelector("form"), () => this.updateComplete);
	}

	/** @override */
	render() {
		const { now } = this;
		if (now === null) return html`<h1 tabindex="-1" class="soft">${say("circles.loading")}</h1>`;
		const { agreement, iLead } = now;
		return html`<section class="stack roomy">
			<h1 tabindex="-1">${say("circle.agreement")}</h1>
			<p class="lead">${say(agreement === null ? (iLead ? "circle.agreement-first" : "circle.agreement-none") : "circle.agreement-lead")}</p>
			${this.troubleNote()} ${agreement === null ? nothing : this.#text(now, agreement)}
			${iLead && now.stopped === null ? this.#write(agreement?.words ?? say("circle.agreement-words"), agreement === null) : nothing}
			${agreement === null || !maySuggest(now) ? nothing : this.#suggest(agreement.words)}
			${this.isGate ? this.#leave() : this.#back()}
		</section>`;
	}

	/** @param {CircleNow} now @param {NonNullable<CircleNow["agreement"]>} agreement */
	#text(now, { ver, words, by }) {
		return html`<div class="card stack">
				<p class="small soft theirs">${say("circle.agreement-by", { version: ver, name: calledIn(now, by) })}</p>
				<p class="words-of">${words}</p>
			</div>
			<p class="small theirs">${agreedWords(now)}</p>
			${now.mustAccept ? this.#accept(ver) : html`<p role="status">${say("circle.agreed-you")}</p>`}`;
	}

	/** @param {number} ver */
	#accept(ver) {
		return html`<p>${say("circle.accept-why")}</p>
			<div class="row"><button class="button" type="button" ?disabled=${this.busy} @click=${() => this.attempt(() => this.room.doing("circles", "accept", this.#id, ver))}>${say("circle.accept")}</button></div>`;
	}

	/** @param {string} text @param {boolean} isFirst */
	#write(text, isFirst) {
		if (!isFirst && !this.writing)
			return html`<div class="row"><button class="button quiet" type="button" @click=${this.#open}>${say("circle.agreement-new")}</button></div>`;
		return html`<form class="stack" autocomplete="off" @submit=${this.#send} @input=${this.#held?.typed}>
			<label class="field">${say("circle.agreement-field")}
				<textarea name="text" rows="12" required maxlength=${longest.agreement} autocomplete="off" .defaultValue=${text}></textarea>
				<span class="hint">${say("circle.agreement-hint")}</span>
			</label>
			<div class="row"><button class="button" type="submit" ?disabled=${this.busy}>${say("circle.agreement-send")}</button></div>
		</form>`;
	}

	#open = async () => {
		this.writing = true;
		await this.updateComplete;
		this.querySelector("textarea")?.focus();
	};

	/** @param {SubmitEvent} event */
	#send = async (event) => {
		event.preventDefault();
		const { text = [""] } = valuesOf(new FormData(/** @type {HTMLFormElement} */ (event.target)));
		const words = (text[0] ?? "").trim();
		if (words === "") return;
		if (!(await this.attempt(() => this.room.doing("circles", "agree", this.#id, words)))) return;
		await this.#held?.done();
		this.writing = false;
		/** @type {HTMLElement | null} */ (this.querySelector("h1"))?.focus();
	};

	/** Hosts give out a new version; what it is to say is anybody's to suggest. @param {string} words */
	#suggest(words) {
		return html`<p class="small soft">${say("circle.agreement-suggest-why")}</p>
			<div class="row"><button class="button quiet" type="button" ?disabled=${this.busy} @click=${() => this.#intoBox(say("circle.agreement-suggested", { words }))}>${say("circle.agreement-suggest")}</button></div>`;
	}

	/** Beneath what stands there already: nothing is said before they send it. @param {string} text */
	async #intoBox(text) {
		const begun = this.now?.draft ?? "";
		const draft = begun === "" ? text : `${begun}\n${text}`;
		if (await this.attempt(() => this.room.doing("circles", "draft", this.#id, draft)))
			this.go({ screen: "circle-talk", id: this.place.id ?? "" });
	}

	/** Whoever does not agree need not stay. */
	#leave() {
		return html`<div class="row">
			<button class="link" type="button" @click=${() => this.go({ screen: "circle-more", id: this.place.id ?? "" })}>${say("circle.no-yes")}</button>
		</div>`;
	}

	#back() {
		return html`<div class="row"><button class="button quiet" type="button" @click=${() => this.go({ screen: "circle-talk", id: this.place.id ?? "" })}>${say("circle.back")}</button></div>`;
	}

	get #id() {
		return Number(this.place.id);
	}
}

/** Who said yes to it, and does not write it down themselves. @param {CircleNow} now */
const maySuggest = ({ iLead, mustAccept, canWrite }) => !iLead && !mustAccept && canWrite;

customElements.define("room-circle-agreement", RoomCircleAgreement);
