/** How somebody hears that something is new: on this device, by mail, as a text, in a calendar; and when they want to hear nothing. */
import { html, nothing } from "../vendor/lit.js";
import { say, spokenLanguage } from "../words/index.js";
import "./reach-calendar.js";
import "./reach-phone.js";
import { city } from "./reply.js";
import { Screen } from "./screen.js";

/** @typedef {import("./seen.d.ts").Reach} Reach */

const PART = "hearing";
const RESTS = [1, 4, 24];

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
			this.reach = await this.room.reading(PART, "look");
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
		const couldTell = reach.mail || reach.can || reach.devices > 0 || reach.texts;
		return html`${this.#device(reach)} ${couldTell ? this.#form(reach) : html`<p class="note">${say("reach.no-mail")}</p>`}
			${reach.texts || reach.number !== "" ? this.#phone(reach) : nothing}
			<room-reach-calendar class="block" .room=${this.room} .view=${this.view} .reach=${reach}></room-reach-calendar>`;
	}

	/** @param {Reach} reach */
	#device(reach) {
		return html`<section class="part stack">
			<h2>${say("reach.device")}</h2>
			${this.#deviceStands(reach)}
		</section>`;
	}

	/** @param {Reach} reach */
	#deviceStands({ can, here }) {
		if (here) {
			return html`<p role="status">${say("reach.device-here")}</p>
				<div class="row"><button class="button quiet" type="button" ?disabled=${this.busy} @click=${this.#hush}>${say("reach.device-off")}</button></div>`;
		}
		if (!can) return html`<p class="note">${say("reach.device-cannot")}</p>`;
		if (this.view.device === null) {
			return html`<p class="note">${say("reach.device-own")}</p>
				<div class="row"><button class="button quiet" type="button" @click=${() => this.go({ screen: "own-device" })}>${say("reach.device-make")}</button></div>`;
		}
		return html`<p class="soft">${say("reach.device-why")}</p>
			<div class="row"><button class="button" type="button" ?disabled=${this.busy} @click=${this.#hear}>${say("reach.device-do")}</button></div>`;
	}

	/** @param {Reach} reach */
	#form(reach) {
		return html`<form autocomplete="off" class="stack" novalidate @submit=${this.#save}>
			<section class="part stack">
				<h2>${say("reach.mail")}</h2>
				${reach.mail ? this.#mail(reach) : html`<p class="note">${say("reach.no-mail")}</p>`}
			</section>
			<section class="part stack">
				<h2>${say("reach.says")}</h2>
				<p class="soft">${say("reach.says-why", { title: say("note.title"), words: say("note.new") })}</p>
				${this.#text("sender", reach.sender, 40)} ${this.#text("subject", reach.subject, 60)}
			</section>
			<section class="part stack">
				<h2>${say("reach.when")}</h2>
				${this.#when(reach)}
			</section>
			${this.troubleNote()} ${this.done ? html`<p role="status">${say("reach.saved")}</p>` : nothing}
			<div class="row"><button class="button" type="submit" ?disabled=${this.busy}>${say("reach.save")}</button></div>
		</form>`;
	}

	/** @param {Reach} reach */
	#phone(reach) {
		return html`<room-reach-phone class="block" .room=${this.room} .view=${this.view} .reach=${reach} .wish=${this.#chosen} .keep=${this.#isKept}></room-reach-phone>`;
	}

	/** @param {Reach} reach */
	#isKept = (reach) => {
		this.reach = reach;
	};

	/** What was chosen counts at once; an address only with its own button. */
	#chosen = () => {
		const { reach } = this;
		const form = this.querySelector("form");
		return reach === null || form === null
			? null
			: { ...this.#wish(form, reach), address: reach.address, on: reach.on };
	};

	/** @param {Reach} reach */
	#mail(reach) {
		return html`${reach.address === "" ? nothing : this.#standing(reach)}
			<div class="field">
				<label for="address">${say("reach.address")}</label>
				<p class="hint" id="address-hint">${say(this.view.me?.isSpecialist ? "reach.address-hint" : "reach.address-yours")}</p>
				<input autocomplete="off" id="address" name="address" type="email" maxlength="254" spellcheck="false" aria-describedby="address-hint" .value=${reach.address} />
			</div>
			<label class="row">
				<input autocomplete="off" type="checkbox" name="on" .checked=${reach.on || reach.returned} />
				<span>${say("reach.on")}</span>
			</label>`;
	}

	/** @param {Reach} reach */
	#standing({ address, confirmed, returned, on }) {
		if (returned) return html`<p class="note">${say("reach.returned", { address })}</p>`;
		if (!confirmed) return html`<p class="note">${say("reach.unproven", { address })}</p>`;
		return html`<p>${on ? say("reach.proven", { address }) : say("reach.off")}</p>`;
	}

	/**
	 * @param {"sender" | "subject"} name
	 * @param {string} value
	 * @param {number} longest
	 */
	#text(name, value, longest) {
		return html`<div class="field">
			<label for=${name}>${say(`reach.${name}`)}</label>
			<input autocomplete="off" id=${name} name=${name} type="text" maxlength=${longest} .value=${value} />
		</div>`;
	}

	/** @param {Reach} reach */
	#when(reach) {
		return html`<fieldset>
				<legend>${say("reach.quiet")}</legend>
				<div class="row fields">${this.#time("from", reach.quiet_from)} ${this.#time("to", reach.quiet_to)}</div>
				<p class="small soft">${say("reach.zone", { zone: city(this.#zone(reach)) })}</p>
			</fieldset>
			<fieldset>
				<legend>${say("reach.rest")}</legend>
				<div class="choices">${RESTS.map((hours) => this.#rest(hours, reach.rest_hours))}</div>
				<p class="small soft">${say("reach.often")}</p>
			</fieldset>
			<fieldset>
				<legend>${say("reach.before")}</legend>
				${this.#before("day_before", reach.day_before)} ${this.#before("hour_before", reach.hour_before)}
			</fieldset>`;
	}

	/**
	 * @param {number} hours
	 * @param {number} chosen
	 */
	#rest(hours, chosen) {
		return html`<label class="choice">
			<input autocomplete="off" type="radio" name="rest" value=${hours} .checked=${hours === chosen} />
			${say(`reach.rest-${hours}`)}
		</label>`;
	}

	/**
	 * @param {"day_before" | "hour_before"} name
	 * @param {boolean} is
	 */
	#before(name, is) {
		return html`<label class="row">
			<input autocomplete="off" type="checkbox" name=${name} .checked=${is} />
			<span>${say(name === "day_before" ? "reach.day-before" : "reach.hour-before")}</span>
		</label>`;
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

	/** @param {Reach} reach the zone that was saved, else the one they answer people in, else that of this device */
	#zone({ zone, zoneHere }) {
		return zone || (this.view.me?.profile?.reply.tz ?? (zoneHere || "UTC"));
	}

	/** @param {SubmitEvent} event */
	#save = (event) => {
		event.preventDefault();
		return this.#keep(/** @type {HTMLFormElement} */ (event.target));
	};

	/** @param {HTMLFormElement} form */
	async #keep(form) {
		const { reach } = this;
		if (reach === null) return;
		const wish = this.#wish(form, reach);
		this.done = false;
		this.done = await this.attempt(async () => {
			this.reach = await this.room.doing(PART, "save", wish, noteWords(wish));
		});
	}

	#hear = () =>
		this.attempt(async () => {
			const { reach } = this;
			const wish = this.#chosen();
			if (reach === null || wish === null) return;
			this.reach = await this.room.doing(PART, "hear", reach.push, wish, noteWords(wish));
		});

	/** @param {HTMLFormElement} form @param {Reach} reach */
	#wish = (form, reach) => ({ ...wishIn(form), zone: this.#zone(reach), lang: spokenLanguage() });

	#hush = () =>
		this.attempt(async () => {
			this.reach = await this.room.doing(PART, "hush");
		});
}

/** What a note says on this device: the words somebody chose, else the usual ones in the language they read. @param {{sender: string, subject: string}} chosen */
function noteWords({ sender, subject }) {
	const words = { title: sender || say("note.title"), new: subject || say("note.new") };
	return { ...words, near: subject || say("note.near") };
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
		sender: text("sender"),
		subject: text("subject"),
		rest_hours: Number(text("rest") || RESTS[0]),
		day_before: fields.has("day_before"),
		hour_before: fields.has("hour_before"),
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
