/** How long two people mean to go on: said by one, moved later by both. */
import { html, nothing } from "../vendor/lit.js";
import { say, sayCount } from "../words/index.js";
import { dayWords } from "./days.js";
import { ownName } from "./own-name.js";
import { Screen } from "./screen.js";
import "./plan-wish.js";

/** @typedef {import("./seen.d.ts").Relationship} Relationship */

/** In weeks; none is no day at all. */
const lengths = [4, 8, 12, 26, 52];
const week = 7;

export class RoomLength extends Screen {
	/** @override */
	static properties = { ...Screen.properties, done: { state: true } };

	constructor() {
		super();
		/** what was said just now */
		this.done = "";
	}

	/** @override */
	render() {
		const one = this.room.conversation(this.place.id ?? "")?.relationship ?? null;
		if (one === null)
			return html`<section class="page"><h1 tabindex="-1">${say("trouble.not-found")}</h1></section>`;
		const name = ownName(one, say("see.them"));
		return html`<section class="page">
			<h1 tabindex="-1">${say("length.title")}</h1>
			<p class="lead">${this.#now(one, name)}</p>
			<room-plan-wish .room=${this.room} .view=${this.view} .relationship=${one}></room-plan-wish>
			<p>${say("length.why", { name })}</p>
			${one.state === "active" ? this.#form(one, name) : html`<p class="soft">${say("length.not-now")}</p>`}
			<p role="status">${this.done}</p>
			<div class="row">
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "talk", id: this.place.id ?? "" })}>${say("length.back")}</button>
			</div>
		</section>`;
	}

	/** @param {Relationship} one @param {string} name */
	#now({ plan }, name) {
		if (plan === null || plan.endsOn === null) return say("length.open", { name });
		return say(`length.until-${plan.by}`, { name, day: dayWords(plan.endsOn) });
	}

	/** @param {Relationship} one @param {string} name */
	#form(one, name) {
		const hasDay = (one.plan?.endsOn ?? null) !== null;
		return html`<form autocomplete="off" class="stack" @submit=${(/** @type {SubmitEvent} */ event) => this.#save(event, one, name)}>
			<fieldset class="stack">
				<legend>${say("length.choose")}</legend>
				${lengths.map((weeks) => this.#choice(String(weeks), sayCount("length.weeks", weeks), weeks === 12))}
				${hasDay ? this.#choice("", say("length.no-day"), false) : nothing}
			</fieldset>
			<p class="soft small">${say("length.rule", { name })}</p>
			${this.troubleNote({ name })}
			<div class="row"><button class="button" type="submit" ?disabled=${this.busy}>${say("length.do")}</button></div>
		</form>`;
	}

	/** @param {string} value @param {string} words @param {boolean} checked */
	#choice(value, words, checked) {
		return html`<label class="row"><input autocomplete="off" type="radio" name="weeks" value=${value} ?checked=${checked} /><span>${words}</span></label>`;
	}

	/** @param {SubmitEvent} event @param {Relationship} one @param {string} name */
	async #save(event, one, name) {
		event.preventDefault();
		const weeks = Number(new FormData(/** @type {HTMLFormElement} */ (event.target)).get("weeks") ?? 0);
		const endsOn = weeks === 0 ? null : (this.view.config?.today ?? 0) + weeks * week;
		if (!(await this.attempt(() => this.room.living("plan", one.id, endsOn)))) return;
		const now = this.room.conversation(this.place.id ?? "")?.relationship.plan ?? null;
		this.done = say(now?.wish?.by === "you" ? "length.asked" : "length.said", { name });
	}
}

customElements.define("room-length", RoomLength);
