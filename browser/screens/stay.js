/** While three read: until which day the one before stays. The room asks on that day, and nothing ends by itself. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";
import { Screen } from "./screen.js";
import { dateIn, dayIn } from "./vow-day.js";

const usual = 14;
const longest = 56;

/** Both read for a while, or the one before reads no more. @param {string} name @param {string} other @param {number} today */
export function overlapFields(name, other, today) {
	return html`<fieldset class="stack">
		<legend>${say("hand.overlap", { name, other })}</legend>
		<label class="row"><input autocomplete="off" type="radio" name="instead" value="" checked /><span>${say("hand.overlap-both", { name, other })}</span></label>
		${stayField(name, today, today + usual)}
		<label class="row"><input autocomplete="off" type="radio" name="instead" value="yes" /><span>${say("hand.overlap-none", { name, other })}</span></label>
	</fieldset>`;
}

/** Until which day, where both read; null: no day is named. @param {FormData} fields */
export const stayIn = (fields) => (fields.get("instead") === "yes" ? null : dayIn(fields.get("stay")));

/** @param {string} name @param {number} today @param {number | null} day */
function stayField(name, today, day) {
	const value = day === null ? "" : dateIn(day);
	return html`<div class="field">
		<label for="hand-stay">${say("hand.stay", { name })}</label>
		<p class="hint" id="hand-stay-hint">${say("hand.stay-hint")}</p>
		<input autocomplete="off" type="date" id="hand-stay" name="stay" min=${dateIn(today + 1)} max=${dateIn(today + longest)} aria-describedby="hand-stay-hint" .defaultValue=${value} />
	</div>`;
}

export class RoomStay extends Screen {
	/** @override */
	static properties = { ...Screen.properties, one: { attribute: false }, name: { attribute: false } };

	constructor() {
		super();
		/** @type {import("./seen.d.ts").Relationship | null} */
		this.one = null;
		/** who stays, by the name their own talk has for them */
		this.name = "";
	}

	/** @override */
	render() {
		const { one, name } = this;
		const handover = one?.handover ?? null;
		if (one === null || handover === null || handover.kind !== "handover") return nothing;
		const { until } = handover;
		const today = this.view.config?.today ?? 0;
		const open = until !== null && until <= today;
		const id = open ? "handnote.mine-over" : until === null ? "hand.stay-none" : "hand.stays";
		return html`<p role="status">${say(id, { name, from: name, day: dayWords(until ?? 0) })}</p>
			<details class="aside" ?open=${open}><summary>${say("hand.stay-other")}</summary>
				<form autocomplete="off" class="stack" @submit=${(/** @type {SubmitEvent} */ event) => this.#keep(event, one.id)}>
					${stayField(name, today, open || until === null ? today + usual : until)}
					<div class="row"><button class="button quiet" type="submit" ?disabled=${this.busy}>${say("hand.stay-do")}</button></div>
				</form></details>
			${this.troubleNote()}`;
	}

	/** @param {SubmitEvent} event @param {string} id */
	async #keep(event, id) {
		event.preventDefault();
		const until = dayIn(new FormData(/** @type {HTMLFormElement} */ (event.target)).get("stay"));
		if (await this.attempt(() => this.room.handing("stay", id, until)))
			this.querySelector("details")?.removeAttribute("open");
	}
}

customElements.define("room-stay", RoomStay);
