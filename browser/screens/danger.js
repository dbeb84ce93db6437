/** A specialist told somebody outside, because somebody was in danger: entered, for a second person and for the client. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";
import { HeldForm } from "./held.js";
import { ownName } from "./own-name.js";
import { Screen } from "./screen.js";
import { supervisorsApart } from "./tell-fields.js";

const REASONS = [1, 2, 3, 4, 5, 6];
const WAITS = [0, 3, 7, 14, 30];

export class RoomDanger extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		supervisors: { state: true },
		missing: { state: true },
		ready: { state: true },
	};

	constructor() {
		super();
		/** @type {readonly {account_id: string, name: string}[]} */
		this.supervisors = [];
		this.missing = false;
		/** Whom one may ask is known by then. */
		this.ready = false;
		/** @type {HeldForm | null} */
		this.held = null;
	}

	/** @override */
	async connectedCallback() {
		super.connectedCallback();
		this.held = new HeldForm(this.room, "danger", this.place.id ?? "");
		await this.updateComplete;
		await this.quietly(async () => {
			this.supervisors = await this.room.telling("supervisors");
		});
		this.ready = true;
	}

	/** @override */
	updated() {
		if (this.ready) this.held?.stands(this.querySelector("form"), () => this.updateComplete);
	}

	/** @override */
	render() {
		const conversation = this.room.conversation(this.place.id ?? "");
		if (conversation === null || conversation.relationship.mine !== "specialist")
			return html`<section class="page"><h1 tabindex="-1">${say("trouble.not-found")}</h1></section>`;
		const name = ownName(conversation.relationship, say("see.them"));
		return html`<section class="page">
			<h1 tabindex="-1">${say("danger.enter")}</h1>
			<p class="lead">${say("danger.lead", { name })}</p>
			<form class="stack" autocomplete="off" novalidate @input=${this.held?.typed} @submit=${this.#enter}>
				${this.#chosen("reason", "danger.reason")} ${this.#chosen("told", "danger.told")} ${this.#field("whom")}
				${this.#field("what")} ${this.#field("why")} ${this.#when(name)} ${this.#second()}
				${this.missing ? html`<p class="wrong" role="alert">${say("danger.needs")}</p>` : nothing} ${this.troubleNote({ name })}
				<div class="row">
					<button class="button" type="submit" ?disabled=${this.busy}>${say("danger.keep")}</button>
					<button class="button quiet" type="button" @click=${() => history.back()}>${say("do.cancel")}</button>
				</div>
			</form>
			<p><button class="link" type="button" @click=${() => this.go({ screen: "debrief" })}>${say("debrief.open")}</button></p>
		</section>`;
	}

	/** @param {"reason" | "told"} name @param {string} label */
	#chosen(name, label) {
		return html`<label class="field">
			<span>${say(label)}</span>
			<select name=${name} autocomplete="off">
				${REASONS.map((one) => html`<option value=${one}>${say(`danger.${name}-${one}`)}</option>`)}
			</select>
		</label>`;
	}

	/** @param {"whom" | "what" | "why"} name */
	#field(name) {
		return html`<label class="field">
			<span>${say(`danger.${name}`)}</span>
			<textarea autocomplete="off" name=${name} rows="2" maxlength="2000"></textarea>
		</label>`;
	}

	/** @param {string} name */
	#when(name) {
		const today = this.view.config?.today ?? 0;
		const label = (/** @type {number} */ days) =>
			days === 0 ? say("danger.at-once") : say("danger.look-on", { day: dayWords(today + days) });
		return html`<label class="field">
			<span>${say("danger.when", { name })}</span>
			<select name="lookIn" autocomplete="off">${WAITS.map((days) => html`<option value=${days}>${label(days)}</option>`)}</select>
		</label>`;
	}

	#second() {
		return html`<label class="field">
			<span>${say("danger.second")}</span>
			<select name="supervisor" autocomplete="off">
				<option value="">${say("danger.second-desk")}</option>
				${this.supervisors.map(({ account_id }) => html`<option class="theirs" value=${account_id}>${supervisorsApart(this.supervisors)(account_id)}</option>`)}
			</select>
		</label>`;
	}

	/** @param {Event} event */
	#enter = async (event) => {
		event.preventDefault();
		const given = new FormData(/** @type {HTMLFormElement} */ (event.target));
		const text = (/** @type {string} */ name) => String(given.get(name) ?? "").trim();
		const words = { whom: text("whom"), what: text("what"), why: text("why") };
		this.missing = Object.values(words).includes("");
		if (this.missing) return;
		const entry = {
			...{ conv: this.place.id, words, reason: Number(text("reason")), told: Number(text("told")) },
			...{ lookIn: Number(text("lookIn")), supervisor: text("supervisor") || null },
		};
		if (!(await this.attempt(() => this.room.telling("enter", entry)))) return;
		await this.held?.done();
		this.go({ screen: "told" });
	};
}

customElements.define("room-danger", RoomDanger);
