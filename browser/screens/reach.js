/** Where a specialist gets short notes by mail, and when they want none. */
import { html, nothing } from "../vendor/lit.js";
import { say, spokenLanguage } from "../words/index.js";
import { city } from "./reply.js";
import { Screen } from "./screen.js";

/** @typedef {import("./seen.d.ts").Reach} Reach */

export class RoomReach extends Screen {
	/** @override */
	static properties = { ...Screen.properties, reach: { state: true }, done: { state: true } };

	constructor() {
		super();
		/** @type {Reach | null} */
		this.reach = null;
		this.done = false;
	}

	/** @override */
	firstUpdated() {
		this.attempt(async () => {
			this.reach = await this.room.reach();
		});
	}

	/** @override */
	render() {
		return html`<section class="page">
			<h1 tabindex="-1">${say("reach.title")}</h1>
			<p class="lead">${say("reach.lead")}</p>
			${this.reach === null ? this.troubleNote() : this.#whole(this.reach)}
		</section>`;
	}

	/** @param {Reach} reach */
	#whole(reach) {
		if (!reach.mail) return html`<p class="note">${say("reach.no-mail")}</p>`;
		return html`${reach.address === "" ? nothing : this.#standing(reach)} ${this.#form(reach)}`;
	}

	/** @param {Reach} reach */
	#standing({ address, confirmed, returned, on }) {
		if (returned) return html`<p class="note">${say("reach.returned", { address })}</p>`;
		if (!confirmed) return html`<p class="note">${say("reach.unproven", { address })}</p>`;
		return html`<p>${on ? say("reach.proven", { address }) : say("reach.off")}</p>`;
	}

	/** @param {Reach} reach */
	#form(reach) {
		return html`<form autocomplete="off" class="stack" novalidate @submit=${this.#save}>
			<div class="field">
				<label for="address">${say("reach.address")}</label>
				<p class="hint" id="address-hint">${say("reach.address-hint")}</p>
				<input autocomplete="off" id="address" name="address" type="email" maxlength="254" spellcheck="false" aria-describedby="address-hint" .value=${reach.address} />
			</div>
			<fieldset>
				<legend>${say("reach.quiet")}</legend>
				<div class="row fields">${this.#time("from", reach.quiet_from)} ${this.#time("to", reach.quiet_to)}</div>
				<p class="small soft">${say("reach.zone", { zone: city(this.#zone(reach)) })}</p>
			</fieldset>
			<label class="row">
				<input autocomplete="off" type="checkbox" name="on" .checked=${reach.on || reach.returned} />
				<span>${say("reach.on")}</span>
			</label>
			<p class="soft">${say("reach.often")}</p>
			${this.troubleNote()} ${this.done ? html`<p role="status">${say("reach.saved")}</p>` : nothing}
			<div class="row"><button class="button" type="submit" ?disabled=${this.busy}>${say("reach.save")}</button></div>
		</form>`;
	}

	/**
	 * @param {"from" | "to"} end
	 * @param {number} minute
	 */
	#time(end, minute) {
		return html`<div class="field">
			<label for=${`quiet-${end}`}>${say(`reach.${end}`)}</label>
			<input autocomplete="off" id=${`quiet-${end}`} name=${end} type="time" required .value=${clock(minute)} />
		</div>`;
	}

	/** @param {Reach} reach the zone that was saved, else the one they answer people in */
	#zone(reach) {
		return reach.zone || (this.view.me?.profile?.reply.tz ?? "UTC");
	}

	/** @param {SubmitEvent} event */
	#save = async (event) => {
		event.preventDefault();
		const { reach } = this;
		if (reach === null) return;
		const wish = {
			...wishIn(/** @type {HTMLFormElement} */ (event.target)),
			zone: this.#zone(reach),
			lang: spokenLanguage(),
		};
		this.done = false;
		this.done = await this.attempt(async () => {
			this.reach = await this.room.saveReach(wish);
		});
	};
}

/** @param {HTMLFormElement} form */
function wishIn(form) {
	const fields = new FormData(form);
	const text = (/** @type {string} */ name) => String(fields.get(name) ?? "").trim();
	return {
		address: text("address"),
		on: fields.has("on"),
		quiet_from: minutes(text("from")),
		quiet_to: minutes(text("to")),
	};
}

/** @param {number} minute of the day */
function clock(minute) {
	const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
	return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** @param {string} time like 21:30; an empty field is midnight */
function minutes(time) {
	const [hour = 0, minute = 0] = time.split(":").map(Number);
	return hour * 60 + minute;
}

customElements.define("room-reach", RoomReach);
