/** Proposing a circle to another specialist: it takes two who say yes. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { whoField } from "./circle-host.js";
import { longest } from "./circle-words.js";
import { HeldForm, valuesOf } from "./held.js";
import { Screen } from "./screen.js";

export class RoomCircleBegin extends Screen {
	/** @override */
	static properties = { ...Screen.properties, all: { state: true } };

	/** @type {HeldForm | null} */
	#held = null;

	constructor() {
		super();
		/** null before one looked @type {readonly {accountId: string, name: string}[] | null} */
		this.all = null;
	}

	/** @override */
	connectedCallback() {
		super.connectedCallback();
		this.#held = new HeldForm(this.room, "circle-begin", "");
	}

	/** @override */
	firstUpdated() {
		this.attempt(async () => {
			this.all = await this.room.handing("people");
		});
	}

	/** @override */
	updated() {
		this.#held?.stands(this.querySelector("form"), () => this.updateComplete);
	}

	/** @override */
	render() {
		return html`<section class="page">
			<h1 tabindex="-1">${say("circle.begin")}</h1>
			<p class="lead">${say("circle.begin-lead")}</p>
			<ul class="ticks">${[1, 2, 3].map((one) => html`<li>${say(`circle.lead-means.${one}`)}</li>`)}</ul>
			${this.troubleNote()} ${this.all === null ? nothing : this.#form(this.all)}
		</section>`;
	}

	/** @param {readonly {accountId: string, name: string}[]} all */
	#form(all) {
		if (all.length === 0) return html`<p role="status">${say("circle.too-none")}</p>`;
		return html`<form class="stack" autocomplete="off" @submit=${this.#send} @input=${this.#held?.typed}>
			<label class="field">${say("circle.listed-name")}
				<input name="name" required maxlength=${longest.name} autocomplete="off" />
				<span class="hint">${say("circle.begin-open")}</span>
			</label>
			<label class="field">${say("circle.listed-line")}
				<input name="line" required maxlength=${longest.line} autocomplete="off" />
			</label>
			${whoField(all)}
			<div class="row"><button class="button" type="submit" ?disabled=${this.busy}>${say("circle.begin-do")}</button></div>
		</form>`;
	}

	/** @param {SubmitEvent} event */
	#send = async (event) => {
		event.preventDefault();
		const given = valuesOf(new FormData(/** @type {HTMLFormElement} */ (event.target)));
		const [name, line, accountId] = ["name", "line", "who"].map((field) => (given[field]?.[0] ?? "").trim());
		if (!name || !line || !accountId) return;
		const months = this.view.config?.retention ?? 0;
		if (!(await this.attempt(() => this.room.doing("circles", "begin", { name, line, months, accountId }))))
			return;
		await this.#held?.done();
		this.go({ screen: "circles" });
	};
}

customElements.define("room-circle-begin", RoomCircleBegin);
