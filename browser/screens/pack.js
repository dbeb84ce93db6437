/** Questions of others: all of them on one page, each may be left out; then one's own line over time. */
import { html, nothing } from "../vendor/lit.js";
import { say, sayCount, spokenLanguage } from "../words/index.js";
import { SKIPPED } from "./check-words.js";
import { dayWords } from "./days.js";
import { HeldForm } from "./held.js";
import { Screen } from "./screen.js";
import "./sure.js";
import { trendDrawn } from "./trend.js";

/** @typedef {import("../talk/packs.js").Looked} Looked */
/** @typedef {import("../crypto/instrument.js").InLanguage} InLanguage */

const notSure = 20;
const parts = 4;

export class RoomPack extends Screen {
	/** @override */
	static properties = { ...Screen.properties, looked: { state: true }, done: { state: true } };

	#of = "";

	constructor() {
		super();
		/** @type {Looked | null} */
		this.looked = null;
		/** what was done just now, in words */
		this.done = "";
		/** @type {HeldForm | null} what was begun outlives a lock */
		this.held = null;
	}

	/** @override */
	updated() {
		if (this.looked !== null && this.#of === this.place.id)
			this.held?.stands(this.querySelector("form"), () => this.updateComplete);
		if (this.#of === this.place.id) return;
		this.#of = this.place.id ?? "";
		this.held = new HeldForm(this.room, "pack", this.#of);
		this.looked = null;
		this.done = "";
		this.#do("look");
	}

	/** @override */
	render() {
		if (this.looked === null) return this.#opening();
		const asked = wordsOf(this.looked.pack);
		return html`<section class="page">
			<h1 tabindex="-1"><span class="words-of">${asked.title}</span></h1>
			<p class="lead">${say("pack.lead")}</p>
			${this.#form(asked)} ${this.troubleNote()}
			<p role="status">${this.done}</p>
			${this.#line(this.looked, asked)} ${this.#rights(this.looked)}
			${this.looked.rows.length === 0 ? nothing : this.#forget(this.looked)}
		</section>`;
	}

	#opening() {
		return html`<section class="page"><h1 tabindex="-1">${say("pack.step")}</h1>${this.troubleNote()}</section>`;
	}

	/** @param {InLanguage} asked */
	#form({ ask, items, words }) {
		return html`<form autocomplete="off" class="stack" @input=${this.held?.typed} @submit=${this.#save}>
			${ask === "" ? nothing : html`<p class="words-of">${ask}</p>`}
			${items.map((item, at) => this.#item(item, at, words))}
			<div class="row"><button class="button" type="submit" ?disabled=${this.busy}>${say("check.save")}</button></div>
		</form>`;
	}

	/** @param {string} item @param {number} at @param {readonly string[]} words */
	#item(item, at, words) {
		const choice = (/** @type {number} */ value, /** @type {unknown} */ word) =>
			html`<label class="tick"><input autocomplete="off" type="radio" name=${`i${at}`} value=${value} />${word}</label>`;
		return html`<fieldset class="stack">
			<legend><span class="words-of">${item}</span></legend>
			${words.map((word, place) => choice(place, html`<span class="words-of">${word}</span>`))}
			${choice(notSure, html`<span>${say("check.word-20")}</span>`)}
		</fieldset>`;
	}

	/** @param {Looked} looked @param {InLanguage} asked */
	#line({ totals, reach, change }, { title }) {
		if (totals.length < 2 || reach === null) return nothing;
		const [low, high] = reach;
		const levels = Array.from({ length: parts + 1 }, (_, part) =>
			String(Math.round(low + ((high - low) * part) / parts)),
		);
		const points = totals.map(({ day, total }) => ({
			day,
			word: ((total - low) / (high - low)) * parts,
			text: String(total),
		}));
		return html`<section class="stack" aria-labelledby="pack-line">
			<h2 id="pack-line">${say("checks.over-time")}</h2>
			<p class="soft">${say(change === null ? "pack.no-change" : `pack.change-${change}`)}</p>
			<div class="theirs">${trendDrawn({ title, points, levels })}</div>
		</section>`;
	}

	/** @param {Looked} looked */
	#rights({ pack }) {
		return html`<details class="aside">
			<summary>${say("pack.rights")}</summary>
			<p class="words-of">${pack.license}</p>
			<p class="words-of small">${pack.licenseText}</p>
			<p class="words-of small">${pack.source}</p>
			<p class="small">${say("pack.attested", { name: pack.attestedBy })}</p>
		</details>`;
	}

	/** @param {Looked} looked */
	#forget({ rows }) {
		const day = dayWords(rows.at(-1)?.day ?? 0);
		return html`<p class="soft">${sayCount("notebook.checks-times", rows.length, { day })}</p>
			<room-sure
				.label=${say("checks.forget")}
				.question=${say("pack.forget-sure")}
				.yes=${say("checks.forget-yes")}
				@yes=${() => this.#do("forget")}
			></room-sure>`;
	}

	/** @param {Event} event */
	#save = async (event) => {
		event.preventDefault();
		const form = /** @type {HTMLFormElement} */ (event.target);
		const given = new FormData(form);
		const { items } = wordsOf(/** @type {Looked} */ (this.looked).pack);
		const a = items.map((_, at) => Number(given.get(`i${at}`) ?? SKIPPED));
		if (!(await this.#do("answer", a))) return;
		await this.held?.done();
		form.reset();
		this.done = say("check.kept");
	};

	/** @param {string} deed @param {any[]} given */
	#do(deed, ...given) {
		return this.attempt(async () => {
			this.looked = await this.room.doing("packs", deed, this.#of, ...given);
		});
	}
}

/** In the language that is spoken, else in the first there is. @param {Looked["pack"]} pack @returns {InLanguage} */
export function wordsOf({ langs }) {
	return /** @type {InLanguage} */ (langs[spokenLanguage()] ?? Object.values(langs)[0]);
}

customElements.define("room-pack", RoomPack);
