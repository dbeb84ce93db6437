/** When a specialist is there: a week in their own zone, days that are unlike the others, and how times are given. */
import { html, nothing } from "../vendor/lit.js";
import { zoneHere } from "../talk/clock.js";
import { DAY_KEY, dayOf } from "../talk/begun.js";
import { formId } from "../talk/form-id.js";
import { dateIn } from "../talk/times.js";
import { say } from "../words/index.js";
import { hourWords } from "./days.js";
import { dateWords } from "./meet-words.js";
import { ownOnCall } from "./on-call.js";
import { Screen } from "./screen.js";

/** @typedef {[number, number]} Span minutes of the day */
/** @typedef {{day: string, off: boolean, more: Span[]}} OtherDay */
/** @typedef {{zone: string, week: Span[][], others: OtherDay[], minutes: number, between: number, lead_hours: number, ahead_days: number, books: boolean}} Hours */

const days = [0, 1, 2, 3, 4, 5, 6];
const [nine, five] = [9 * 60, 17 * 60];
const mostSpans = 6;
const choices = Object.freeze({
	minutes: [20, 30, 45, 50, 60, 90],
	between: [0, 5, 10, 15, 30],
	lead_hours: [0, 2, 12, 24, 48],
	ahead_days: [14, 28, 42, 56],
});

export class RoomHours extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		hours: { state: true },
		isSaved: { state: true },
		cameBack: { state: true },
	};

	constructor() {
		super();
		/** @type {Hours | null} */
		this.hours = null;
		this.isSaved = false;
		/** what stands here was begun at an earlier look, and holds for nobody */
		this.cameBack = false;
	}

	/** What was begun outlives a lock, under this name. */
	#begun = formId("hours");
	/** What the house keeps. @type {Hours | null} */
	#kept = null;

	/** @override */
	firstUpdated() {
		this.quietly(() => this.room.reading("onCall", "fetch", this.room.language));
		void this.attempt(async () => {
			this.#kept = await this.room.reading("meeting", "hours");
			const draft = this.room.draftOf(await this.#begun);
			const held = begunOn(draft, this.#kept);
			this.cameBack = held !== null;
			this.hours = held ?? this.#atFirst;
			if (held === null && draft !== "") await this.#hold(null);
		});
	}

	get #atFirst() {
		return this.#kept ?? begun(this.view.me?.profile?.reply?.tz);
	}

	/** With what the house kept meanwhile: begun on other hours, it would take those away. @param {Hours | null} hours none, once they are saved */
	async #hold(hours) {
		const begun = { from: spelled(this.#kept), hours, [DAY_KEY]: [String(dayOf(Date.now()))] };
		this.room.draft(await this.#begun, hours === null ? "" : JSON.stringify(begun));
	}

	#giveUp = async () => {
		[this.hours, this.cameBack] = [this.#atFirst, false];
		await this.#hold(null);
		/** @type {HTMLElement | null} */ (this.querySelector("h1"))?.focus();
	};

	#begunNote() {
		const how = this.#kept === null ? "hours.begun-first" : "hours.begun";
		const back = this.#kept === null ? "hours.anew" : "hours.to-kept";
		return html`<div class="note stack" role="status">
			<p>${say(how)}</p>
			<div class="row"><button class="button quiet" type="button" @click=${this.#giveUp}>${say(back)}</button></div>
		</div>`;
	}

	/** Whether what stands here holds. @param {Hours} hours */
	#state(hours) {
		if (this.isSaved) return say("hours.saved");
		return spelled(hours) === spelled(this.#atFirst) ? nothing : say("hours.not-saved");
	}

	/** @override */
	render() {
		return html`<section class="page">
			<h1 tabindex="-1">${say("hours.title")}</h1>
			<p class="lead">${say("hours.lead")}</p>
			${this.cameBack ? this.#begunNote() : nothing}
			${this.hours === null ? this.troubleNote() : this.#form(this.hours)} ${ownOnCall(this.view.parts?.onCall)}
			<div class="row"><button class="link" type="button" @click=${() => this.go({ screen: "answering" })}>${say("answering.open")}</button></div>
		</section>`;
	}

	/** @param {Hours} hours */
	#form(hours) {
		return html`<form autocomplete="off" class="stack roomy" @submit=${this.#save}>
			${this.#zone(hours)}
			<p class="hint">${say("hours.break")}</p>
			${days.map((day) => this.#day(day, hours.week[day] ?? []))}
			<div class="row fields">
				${this.#choice("minutes", "hours.minutes", (count) => say("meet.minutes", { count }))}
				${this.#choice("between", "hours.between", (count) => say("meet.minutes", { count }))}
				${this.#choice("lead_hours", "hours.lead-hours", (count) => (count === 0 ? say("hours.at-once") : say("hours.hours-before", { count })))}
				${this.#choice("ahead_days", "hours.ahead", (count) => say("hours.weeks", { count: count / 7 }))}
			</div>
			<fieldset class="stack">
				<legend>${say("hours.books")}</legend>
				${[true, false].map((books) => html`<label class="row"><input autocomplete="off" type="radio" name="books" .checked=${hours.books === books} @change=${() => this.#put({ books })} /><span>${say(`hours.books-${books ? "yes" : "no"}`)}</span></label>`)}
			</fieldset>
			${this.#others(hours)} ${this.troubleNote()}
			<div class="row">
				<button class="button" type="submit" ?disabled=${this.busy}>${say("hours.save")}</button>
				<span role="status">${this.#state(hours)}</span>
			</div>
		</form>`;
	}

	/** @param {Hours} hours */
	#zone({ zone }) {
		const known = Intl.supportedValuesOf("timeZone");
		const all = known.includes(zone) ? known : [zone, ...known];
		return html`<div class="field">
			<label for="hours-zone">${say("hours.zone")}</label>
			<select id="hours-zone" @change=${(/** @type {Event} */ event) => this.#put({ zone: typedIn(event) })}>
				${all.map((one) => html`<option value=${one} ?selected=${one === zone}>${one.replaceAll("_", " ")}</option>`)}
			</select>
		</div>`;
	}

	/** @param {number} day @param {Span[]} spans */
	#day(day, spans) {
		const name = say(`day.${day}`);
		const change = (/** @type {Span[]} */ changed) =>
			this.#put({ week: replaced(this.hours?.week ?? [], day, changed) });
		return html`<fieldset class="stack">
			<legend>${name}</legend>
			${spans.length === 0 ? html`<p class="soft">${say("hours.none")}</p>` : nothing}
			${spans.map((span, at) => this.#span(`${day}-${at}`, span, name, (changed) => change(changed === null ? without(spans, at) : replaced(spans, at, changed))))}
			${spans.length < mostSpans ? html`<div class="row"><button class="link" type="button" @click=${() => change([...spans, nextOf(spans)])}>${say("hours.add", { day: name })}</button></div>` : nothing}
		</fieldset>`;
	}

	/** @param {string} id @param {Span} span @param {string} day @param {(changed: Span | null) => void} change */
	#span(id, [from, to], day, change) {
		const drop = say("hours.drop", { from: hourWords(clock(from)), to: hourWords(clock(to)), day });
		return html`<div class="row span-row">
			<div class="field"><label for=${`from-${id}`}>${say("hours.from")}<span class="unseen"> ${day}</span></label>
				<input autocomplete="off" id=${`from-${id}`} type="time" step="300" required .value=${clock(from)} @change=${(/** @type {Event} */ event) => change([minutes(typedIn(event)), to])} /></div>
			<div class="field"><label for=${`to-${id}`}>${say("hours.to")}<span class="unseen"> ${day}</span></label>
				<input autocomplete="off" id=${`to-${id}`} type="time" step="300" required .value=${clock(to)} @change=${(/** @type {Event} */ event) => change([from, minutes(typedIn(event)) || 1440])} /></div>
			<button class="round" type="button" aria-label=${drop} title=${drop} @click=${() => change(null)}>×</button>
		</div>`;
	}

	/** @param {keyof typeof choices} field @param {string} label @param {(count: number) => string} words */
	#choice(field, label, words) {
		const now = this.hours?.[field] ?? 0;
		const all = choices[field].includes(now)
			? choices[field]
			: [...choices[field], now].sort((a, b) => a - b);
		return html`<div class="field">
			<label for=${`hours-${field}`}>${say(label)}</label>
			<select id=${`hours-${field}`} @change=${(/** @type {Event} */ event) => this.#put({ [field]: Number(typedIn(event)) })}>
				${all.map((count) => html`<option value=${count} ?selected=${count === now}>${words(count)}</option>`)}
			</select>
		</div>`;
	}

	/** @param {Hours} hours */
	#others({ others, zone }) {
		const today = dateIn(Date.now() / 1000, zone);
		return html`<fieldset class="stack others">
			<legend>${say("hours.others")}</legend>
			${others.length === 0 ? html`<p class="soft">${say("hours.others-none")}</p>` : html`<ul class="plain">${others.map((other) => this.#other(other))}</ul>`}
			<div class="field"><label for="other-day">${say("hours.other-day")}</label><input autocomplete="off" id="other-day" type="date" min=${today} /></div>
			<div class="row">
				<button class="button quiet" type="button" @click=${() => this.#addOther(true)}>${say("hours.other-off")}</button>
				<button class="button quiet" type="button" @click=${() => this.#addOther(false)}>${say("hours.other-more")}</button>
			</div>
		</fieldset>`;
	}

	/** @param {OtherDay} other */
	#other(other) {
		const day = dateWords(other.day);
		const change = (/** @type {OtherDay | null} */ changed) => {
			const rest = (this.hours?.others ?? []).filter((each) => each.day !== other.day);
			this.#put({ others: changed === null ? rest : sorted([...rest, changed]) });
		};
		const drop = say("hours.other-drop", { day });
		return html`<li class="card">
			<p><strong>${other.off ? say("hours.other-is-off", { day }) : day}</strong></p>
			${other.more.map((span, at) => this.#span(`${other.day}-${at}`, span, day, (changed) => change({ ...other, more: changed === null ? without(other.more, at) : replaced(other.more, at, changed) })))}
			<div class="row"><button class="link" type="button" @click=${() => change(null)}>${drop}</button></div>
		</li>`;
	}

	/** @param {boolean} off */
	#addOther(off) {
		const field = /** @type {HTMLInputElement | null} */ (this.querySelector("#other-day"));
		if (this.hours === null || field === null) return;
		if (field.value === "" || !field.reportValidity()) {
			field.focus();
			return;
		}
		const rest = this.hours.others.filter(({ day }) => day !== field.value);
		/** @type {OtherDay} */
		const other = { day: field.value, off, more: off ? [] : [[nine, five]] };
		this.#put({ others: sorted([...rest, other]) });
		field.value = "";
	}

	/** @param {Partial<Hours>} change */
	#put(change) {
		if (this.hours === null) return;
		this.hours = { ...this.hours, ...change };
		void this.#hold(this.hours);
		this.isSaved = false;
	}

	#save = async (/** @type {SubmitEvent} */ event) => {
		event.preventDefault();
		const done = await this.attempt(async () => {
			this.#kept = await this.room.doing("meeting", "saveHours", this.hours);
			this.hours = this.#kept;
			this.cameBack = false;
		});
		if (done) await this.#hold(null);
		this.isSaved = done;
	};
}

/** @param {Hours | null} hours */
const spelled = (hours) => JSON.stringify(hours);

/** What was begun, where the house still keeps what it was begun on. @param {string} held @param {Hours | null} kept @returns {Hours | null} */
function begunOn(held, kept) {
	if (held === "") return null;
	const { from, hours } = JSON.parse(held);
	return from === spelled(kept) ? hours : null;
}

/** A week to begin with: nobody is there before they said so. @param {string} [zone] @returns {Hours} */
function begun(zone) {
	return {
		...{ zone: zone ?? zoneHere(), week: days.map(() => []), others: [] },
		...{ minutes: 50, between: 10, lead_hours: 24, ahead_days: 28, books: true },
	};
}

/** After the last hours of a day, if there is room; else in the morning. @param {readonly Span[]} spans @returns {Span} */
function nextOf(spans) {
	const last = Math.max(0, ...spans.map(([, to]) => to));
	if (last === 0) return [nine, five];
	return last + 120 <= 1440 ? [last + 60, last + 120] : [0, 60];
}

/** @template T @param {readonly T[]} list @param {number} at @param {T} other @returns {T[]} */
const replaced = (list, at, other) => list.map((each, place) => (place === at ? other : each));
/** @template T @param {readonly T[]} list @param {number} at @returns {T[]} */
const without = (list, at) => list.filter((_, place) => place !== at);
/** @param {OtherDay[]} others */
const sorted = (others) => others.sort((a, b) => a.day.localeCompare(b.day));

/** @param {Event} event */
const typedIn = (event) => /** @type {HTMLInputElement} */ (event.target).value;

/** @param {number} minute of the day; its end is midnight again */
function clock(minute) {
	const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
	return `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;
}

/** @param {string} time like 09:30 */
function minutes(time) {
	const [hour = 0, minute = 0] = time.split(":").map(Number);
	return hour * 60 + minute;
}

customElements.define("room-hours", RoomHours);
