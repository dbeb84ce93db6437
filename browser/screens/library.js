/** Stories of recovery: what there is to read, looked through and hidden on this device. */
import { html, nothing } from "../vendor/lit.js";
import { hiddenNote } from "../talk/library.js";
import { canSay, say, sayCount } from "../words/index.js";
import { languages } from "../words/languages.js";
import { NOTES, THEMES } from "./library-lists.js";
import { Screen } from "./screen.js";
import { uncovering } from "./uncovered.js";

/** @typedef {import("../talk/library.js").Card} Card */

export class RoomLibrary extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		theme: { state: true },
		lang: { state: true },
		done: { state: true },
	};

	#isBack = uncovering();

	constructor() {
		super();
		this.theme = "";
		this.lang = "";
		this.done = "";
	}

	/** @override */
	firstUpdated() {
		this.attempt(() => this.room.reading("library", "list"));
	}

	/** What was taken back meanwhile stands here no longer than the cover. @override */
	updated() {
		if (this.#isBack(this.view)) this.quietly(() => this.room.reading("library", "list"));
	}

	/** @override */
	render() {
		const { cards = null, hides = [], left = 0 } = this.view.parts?.library ?? {};
		return html`<section class="page">
			<h1 tabindex="-1">${say("library.title")}</h1>
			<p class="lead">${say("library.lead")}</p>
			${this.troubleNote()} ${cards === null ? this.#coming() : this.#all(cards, hides, left)}
			<section class="part stack">
				<h2>${say("library.yours")}</h2>
				<p>${say("library.yours-why")}</p>
				<div class="row">
					<button class="button quiet" type="button" @click=${() => this.go({ screen: "library-own" })}>${say("library.own-open")}</button>
				</div>
			</section>
		</section>`;
	}

	#coming() {
		return this.trouble === null
			? html`<p class="soft" role="status">${say("library.loading")}</p>`
			: nothing;
	}

	/** @param {readonly Card[]} cards @param {readonly string[]} hides @param {number} left */
	#all(cards, hides, left) {
		const found = cards.filter(
			({ themes, lang }) =>
				(this.theme === "" || themes.includes(this.theme)) && (this.lang === "" || lang === this.lang),
		);
		const isFiltered = this.theme !== "" || this.lang !== "" || left > 0;
		return html`${this.#which(cards)} ${this.#hide(hides)}
			${left === 0 ? nothing : html`<p class="soft">${sayCount("library.hidden", left)}</p>`}
			${found.length === 0 ? html`<p role="status">${say(isFiltered ? "library.none" : "library.empty")}</p>` : nothing}
			<ul class="plain" aria-label=${say("library.title")}>${found.map((card) => this.#one(card))}</ul>`;
	}

	/** @param {readonly Card[]} cards */
	#which(cards) {
		const spoken = [...new Set(cards.map(({ lang }) => lang))].sort();
		const option = (/** @type {string} */ value, /** @type {string} */ now, /** @type {unknown} */ words) =>
			html`<option value=${value} ?selected=${value === now}>${words}</option>`;
		return html`<form class="stack" autocomplete="off" aria-label=${say("library.which")} @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
			<label class="field">${say("library.about")}
				<select name="theme" autocomplete="off" @change=${(/** @type {Event} */ event) => (this.theme = chosenIn(event))}>
					${option("", this.theme, say("library.any"))} ${THEMES.map((id) => option(id, this.theme, say(`library.theme.${id}`)))}
				</select>
			</label>
			${
				spoken.length < 2
					? nothing
					: html`<label class="field">${say("library.language")}
				<select name="lang" autocomplete="off" @change=${(/** @type {Event} */ event) => (this.lang = chosenIn(event))}>
					${option("", this.lang, say("library.any"))} ${spoken.map((id) => option(id, this.lang, html`<span class="theirs">${languages.get(id)?.name ?? id}</span>`))}
				</select>
			</label>`
			}
		</form>`;
	}

	/** @param {readonly string[]} hides */
	#hide(hides) {
		const hidable = (
			/** @type {string} */ name,
			/** @type {readonly string[]} */ ids,
			/** @type {(id: string) => string} */ words,
		) => html`<fieldset class="stack">
			<legend>${say(`library.hide.${name}`)}</legend>
			<div class="many">${ids.map((id) => html`<label class="tick"><input type="checkbox" autocomplete="off" name="hide" value=${id} .checked=${hides.includes(id)} />${words(id)}</label>`)}</div>
		</fieldset>`;
		return html`<details class="aside">
			<summary>${say("library.hide")}</summary>
			<p class="soft">${say("library.hide-why")}</p>
			<form class="stack" autocomplete="off" @submit=${this.#keep}>
				${hidable("which", THEMES, (id) => say(`library.theme.${id}`))} ${hidable("speaks", NOTES.map(hiddenNote), (id) => say(`library.note.${id.slice(2)}`))}
				<div class="row"><button class="button quiet" type="submit" ?disabled=${this.busy}>${say("library.hide-keep")}</button><span role="status">${this.done}</span></div>
			</form>
		</details>`;
	}

	/** @param {Event} event */
	#keep = async (event) => {
		event.preventDefault();
		this.done = "";
		const given = new FormData(/** @type {HTMLFormElement} */ (event.target)).getAll("hide");
		const kept = await this.attempt(() => this.room.doing("library", "hide", given.map(String)));
		if (kept) this.done = say("library.hide-kept");
	};

	/** @param {Card} card */
	#one({ ref, lang, title, called, themes, notes, own_note, minutes }) {
		const about = themes
			.filter((id) => canSay(`library.theme.${id}`))
			.map((id) => say(`library.theme.${id}`));
		const hasNotes = notes.length > 0 || own_note !== "";
		return html`<li>
			<button class="card person-head tap" type="button" @click=${() => this.go({ screen: "library-story", id: ref })}>
				<span>
					<strong class="theirs" lang=${lang}>${title}</strong>
					<span class="about">${byWords(called)} · ${sayCount("library.minutes", minutes)}</span>
					<span class="small soft">${about.join(", ")}</span>
					${hasNotes ? html`<span class="small soft">${say("library.has-notes")}</span>` : nothing}
				</span>
			</button>
		</li>`;
	}
}

/** Who told it, as they are called with it. @param {string} called */
export function byWords(called) {
	const mark = "\u0000";
	const [before = "", after = ""] = say("library.by", { name: mark }).split(mark);
	return html`${before}<span class="theirs">${called}</span>${after}`;
}

/** @param {Event} event */
const chosenIn = (event) => /** @type {HTMLSelectElement} */ (event.target).value;

customElements.define("room-library", RoomLibrary);
