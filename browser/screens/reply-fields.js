/** When someone answers: days, hours, time zone, within what time. */
import { html } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { chips, turned } from "./chips.js";
import { Screen } from "./screen.js";

/** @typedef {import("./seen.d.ts").ProfileFields["reply"]} ReplyFields */

const withins = [4, 24, 48, 72];
const days = ["0", "1", "2", "3", "4", "5", "6"];

export class RoomReplyFields extends Screen {
	/** @override */
	static properties = { ...Screen.properties, reply: { attribute: false } };

	constructor() {
		super();
		/** @type {ReplyFields} */
		this.reply = { days: [], from: 0, to: 0, tz: "UTC", within: 24 };
	}

	/** @override */
	render() {
		const on = new Set(this.reply.days.map(String));
		const choices = days.map((id) => ({ id, label: say(`day.${id}`) }));
		return html`<fieldset class="reply">
			<legend>${say("profile.reply")}</legend>
			${chips(say("profile.days"), choices, on, this.#turnDay)}
			<div class="row fields">
				${this.#time("from")} ${this.#time("to")} ${this.#within()} ${this.#zone()}
			</div>
		</fieldset>`;
	}

	/** @param {"from" | "to"} end */
	#time(end) {
		return html`<div class="field">
			<label for=${`reply-${end}`}>${say(`profile.${end}`)}</label>
			<input
				autocomplete="off"
				id=${`reply-${end}`}
				type="time"
				required
				.value=${clock(this.reply[end])}
				@change=${(/** @type {Event} */ event) => this.#put({ [end]: minutes(value(event)) })}
			/>
		</div>`;
	}

	#within() {
		return html`<div class="field">
			<label for="within">${say("profile.within")}</label>
			<select id="within" @change=${(/** @type {Event} */ event) => this.#put({ within: Number(value(event)) })}>
				${withins.map(
					(hours) => html`<option value=${hours} ?selected=${hours === this.reply.within}>
						${say("profile.within-hours", { count: hours })}
					</option>`,
				)}
			</select>
		</div>`;
	}

	#zone() {
		return html`<div class="field">
			<label for="zone">${say("profile.tz")}</label>
			<select id="zone" @change=${(/** @type {Event} */ event) => this.#put({ tz: value(event) })}>
				${zones(this.reply.tz).map(
					(zone) =>
						html`<option value=${zone} ?selected=${zone === this.reply.tz}>${zone.replaceAll("_", " ")}</option>`,
				)}
			</select>
		</div>`;
	}

	/** @param {string} day */
	#turnDay = (day) => {
		const on = [...turned(new Set(this.reply.days.map(String)), day)];
		this.#put({ days: on.map(Number).sort((a, b) => a - b) });
	};

	/** @param {Partial<ReplyFields>} change */
	#put(change) {
		this.dispatchEvent(new CustomEvent("reply", { detail: { ...this.reply, ...change } }));
	}
}

/** @param {string} now */
function zones(now) {
	const known = Intl.supportedValuesOf("timeZone");
	return known.includes(now) ? known : [now, ...known];
}

/** @param {Event} event */
function value(event) {
	return /** @type {HTMLInputElement} */ (event.target).value;
}

/** @param {number} minute of the day */
function clock(minute) {
	const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
	return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** @param {string} time like 09:30 */
function minutes(time) {
	const [hour = 0, minute = 0] = time.split(":").map(Number);
	return hour * 60 + minute;
}

customElements.define("room-reply-fields", RoomReplyFields);
