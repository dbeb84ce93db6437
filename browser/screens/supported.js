/** For a supervisor: what the specialists carry whom they support. Never with whom. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";
import { Screen } from "./screen.js";

/** @typedef {import("../talk/supporting.js").Supporting} Supporting */
/** @typedef {import("../talk/supporting.js").Supported} Supported */

/** A day to talk lies in the next two weeks. */
const DAYS = 14;
const TOTALS = /** @type {const} */ (["open", "kept", "moved", "broken", "repaired"]);

export class RoomSupported extends Screen {
	/** @override */
	static properties = { ...Screen.properties, supporting: { state: true } };

	constructor() {
		super();
		/** @type {Supporting | null} */
		this.supporting = null;
	}

	/** @override */
	async connectedCallback() {
		super.connectedCallback();
		await this.updateComplete;
		this.quietly(async () => {
			this.supporting = await this.room.reading("supporting", "look");
		});
	}

	/** @override */
	render() {
		if (this.supporting === null) return nothing;
		const { weeks, least, people, concerns, fewest } = this.supporting;
		return html`<section class="stack">
			<h2>${say("support.title")}</h2>
			<p class="soft">${say("support.lead", { weeks, least })}</p>
			${this.troubleNote()}
			<p><button class="link" type="button" @click=${() => this.go({ screen: "thinking" })}>${say("thinking.open-page")}</button></p>
			${people.length === 0 ? html`<p class="soft">${say("support.nobody")}</p>` : nothing}
			<ul class="plain stack">${people.map((one) => this.#one(one))}</ul>
			<p>${concerns === null ? say("support.concerns-few", { least: fewest }) : say("support.concerns", { count: concerns })}</p>
			<p class="small soft">${say("support.concerns-why")}</p>
		</section>`;
	}

	/** @param {Supported} one */
	#one(one) {
		const { name, load, cap, waiting, paused, totals } = one;
		return html`<li class="card stack">
			<h3 class="theirs">${name}</h3>
			<p>
				${say("support.walks", { load, cap })}
				${waiting > 0 ? say("support.waits", { waiting }) : nothing}
				${paused ? say("support.paused") : nothing}
			</p>
			${one.wish === null ? nothing : this.#wish(one, one.wish)}
			${
				totals === null
					? html`<p class="small soft">${say("support.left-out")}</p>`
					: html`<dl class="small">${TOTALS.map((each) => html`<div><dt>${say(`support.${each}`)}</dt> <dd>${totals[each]}</dd></div>`)}</dl>`
			}
		</li>`;
	}

	/** @param {Supported} one @param {import("../talk/supporting.js").Wish} wish */
	#wish({ accountId, name }, { askedOn, dueOn, meetsOn }) {
		const today = this.view.config?.today ?? 0;
		const days = Array.from({ length: DAYS }, (_, at) => today + at);
		const what = say(meetsOn === null ? "support.say-day" : "support.other-day");
		return html`<form class="calm stack" autocomplete="off" @submit=${(/** @type {SubmitEvent} */ event) => this.#answer(event, accountId)}>
			<p>${meetsOn === null ? say("support.wish", { day: dayWords(askedOn), due: dayWords(dueOn) }) : say("support.meets", { day: dayWords(meetsOn) })}</p>
			<label class="field">
				<span>${say("support.day")}</span>
				<select name="day" autocomplete="off">${days.map((day) => html`<option value=${day} ?selected=${day === meetsOn}>${dayWords(day)}</option>`)}</select>
			</label>
			<div class="row"><button class="button quiet" type="submit" aria-label=${say("support.of", { what, name })} ?disabled=${this.busy}>${what}</button></div>
		</form>`;
	}

	/** @param {SubmitEvent} event @param {string} accountId */
	async #answer(event, accountId) {
		event.preventDefault();
		const day = Number(new FormData(/** @type {HTMLFormElement} */ (event.target)).get("day"));
		const done = await this.attempt(async () => {
			this.supporting = await this.room.doing("supporting", "answer", accountId, day);
		});
		if (done) this.tell(say("support.said-day"));
	}
}

customElements.define("room-supported", RoomSupported);
