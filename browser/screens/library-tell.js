/** Telling a story for the library: what makes a good one, its words, and each yes by itself. */
import { html, nothing } from "../vendor/lit.js";
import { say, spokenLanguage } from "../words/index.js";
import { languages } from "../words/languages.js";
import { HeldForm } from "./held.js";
import { LONGEST, NOTE_OF_LAYER, NOTES, THEMES } from "./library-lists.js";
import { notEmergency } from "./not-emergency.js";
import { Screen, troubleOf } from "./screen.js";

/** @typedef {import("../talk/library.js").Own} Own */
/** @typedef {import("../talk/library.js").Text} Text */
/** @typedef {{words: string, notes: string[], own_note: string, other: number[]}} From a layer, as this form has it; the title of a story is for its owner alone, and stays there. `other` are notes of it that the library has no like of */

const length = 16;

export class RoomLibraryTell extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		texts: { state: true },
		old: { state: true },
		newer: { state: true },
	};

	#of = "";
	/** What this form makes has one name, however often it is sent. */
	#ref = drawn();

	constructor() {
		super();
		/** @type {readonly Text[] | null} */
		this.texts = null;
		/** @type {Own | null} what is changed */
		this.old = null;
		/** @type {Own | null} what another device made of it since */
		this.newer = null;
		/** @type {From | null} the layer of one's own story that it begins with */
		this.from = null;
		/** @type {HeldForm | null} what was begun outlives a lock */
		this.held = null;
	}

	/** @override */
	updated() {
		if (this.texts !== null && this.#of === this.place.id)
			this.held?.stands(this.querySelector("form"), () => this.updateComplete);
		if (this.#of === this.place.id) return;
		this.#of = String(this.place.id ?? "new");
		this.held = new HeldForm(this.room, "library", this.#of);
		this.texts = this.old = this.newer = this.from = null;
		this.attempt(async () => {
			const own = /** @type {readonly Own[]} */ (await this.room.reading("library", "own"));
			const found = /** @type {{texts: readonly Text[]}} */ (await this.room.reading("library", "texts"));
			this.from = await this.#layer();
			this.old = own.find(({ ref, state }) => ref === this.#of && state !== "withdrawn") ?? null;
			this.texts = found.texts;
		});
	}

	/** Of a story of one's own, where somebody comes from one of its layers. @returns {Promise<From | null>} */
	async #layer() {
		const [docId = "", k = ""] = this.#of.split(":");
		if (k === "") return null;
		await this.room.reading("stories", "open");
		const all = /** @type {readonly import("../talk/stories.js").Own[]} */ (
			this.room.view.parts?.stories?.stories ?? []
		);
		const { layers = [] } = all.find((one) => one.docId === docId) ?? {};
		const layer = layers.find((one) => one.k === Number(k));
		if (layer === undefined) return null;
		const like = (/** @type {number} */ note) => /** @type {Record<number, string>} */ (NOTE_OF_LAYER)[note];
		return {
			...{ words: layer.b, own_note: layer.own },
			notes: layer.notes.map(like).filter((note) => note !== undefined),
			other: layer.notes.filter((note) => like(note) === undefined),
		};
	}

	/** @override */
	render() {
		return html`<section class="page">
			<h1 tabindex="-1">${say("library.tell-title")}</h1>
			<p class="lead">${say("library.tell-lead")}</p>
			<ul>${[1, 2, 3, 4].map((at) => html`<li>${say(`library.tell-${at}`)}</li>`)}</ul>
			${this.texts === null ? this.troubleNote() : this.#form(this.texts)}
		</section>`;
	}

	/** @param {readonly Text[]} texts */
	#form(texts) {
		const old = this.old;
		const was = old ?? this.from;
		return html`${this.from === null ? nothing : html`<p class="note">${say("library.from-story")}</p>`}<form class="stack" autocomplete="off" @input=${this.held?.typed} @submit=${this.#send}>
			<input autocomplete="off" type="hidden" name="ref" .value=${old?.ref ?? this.#ref} />
			<input autocomplete="off" type="hidden" name="version" .value=${String(old?.version ?? 0)} />
			${this.#line("title", 80, old?.title)} ${this.#line("called", 40, old?.called, "library.field.called-hint")}
			<label class="field">${say("library.field.lang")}
				<select name="lang" autocomplete="off">${[...languages].map(([id, { name }]) => html`<option value=${id} ?selected=${id === (old?.lang ?? spokenLanguage())}><span class="theirs">${name}</span></option>`)}</select>
			</label>
			<div class="field">
				<label for="library-words">${say("library.field.words")}</label>
				<p class="hint" id="library-words-hint">${say("library.field.words-hint", { most: LONGEST })}</p>
				<textarea id="library-words" name="words" rows="14" maxlength=${LONGEST} autocomplete="off" aria-describedby="library-words-hint" .defaultValue=${was?.words ?? ""}></textarea>
				${notEmergency()}
			</div>
			${this.#many("themes", THEMES, (id) => say(`library.theme.${id}`), old?.themes)} ${this.#many("notes", NOTES, (id) => say(`library.note.${id}`), was?.notes)} ${this.#other()}
			${this.#line("own_note", 160, was?.own_note)} ${this.#yeses(texts)} ${this.troubleNote()} ${this.#elsewhere()}
			<div class="row"><button class="button" type="submit" ?disabled=${this.busy}>${say("library.hand-in")}</button></div>
		</form>`;
	}

	/** What the layer was said to touch on, and the library has no note for. */
	#other() {
		const other = this.from?.other ?? [];
		if (other.length === 0) return nothing;
		const notes = other.map((note) => say(`stories.note.${note}`)).join(", ");
		return html`<p class="hint">${say("library.from-notes", { notes })}</p>`;
	}

	/** What stands there now, to be read before one's own words take its place. */
	#elsewhere() {
		const newer = this.newer;
		if (newer === null) return nothing;
		if (newer.state === "withdrawn") return html`<p class="card">${say("library.elsewhere-gone")}</p>`;
		return html`<section class="card stack">
			<h2>${say("library.elsewhere")}</h2>
			<h3><span class="theirs" lang=${newer.lang}>${newer.title}</span></h3>
			<p class="words-of" lang=${newer.lang}>${newer.words}</p>
			<p class="soft">${say("library.elsewhere-then")}</p>
		</section>`;
	}

	/** Another device changed it: what was typed stays, and the next press is made to what stands there now. @param {HTMLFormElement} form */
	async #look(form) {
		const own = /** @type {readonly Own[]} */ (await this.room.reading("library", "own"));
		const named = (/** @type {string} */ name) =>
			/** @type {HTMLInputElement} */ (form.elements.namedItem(name));
		const newer = own.find(({ ref }) => ref === named("ref").value) ?? null;
		this.newer = newer;
		if (newer?.state === "withdrawn") named("ref").value = drawn();
		named("version").value = newer === null || newer.state === "withdrawn" ? "0" : String(newer.version);
		await this.held?.hold(form);
	}

	/** @param {"title" | "called" | "own_note"} name @param {number} most @param {string} [before] @param {string} [hint] */
	#line(name, most, before = "", hint = "") {
		const id = `library-${name}`;
		return html`<div class="field">
			<label for=${id}>${say(`library.field.${name}`)}</label>
			${hint === "" ? nothing : html`<p class="hint" id=${`${id}-hint`}>${say(hint)}</p>`}
			<input id=${id} name=${name} maxlength=${most} autocomplete="off" aria-describedby=${hint === "" ? nothing : `${id}-hint`} .defaultValue=${before} />
		</div>`;
	}

	/** @param {"themes" | "notes"} name @param {readonly string[]} ids @param {(id: string) => string} words @param {readonly string[]} [before] */
	#many(name, ids, words, before = []) {
		return html`<fieldset class="stack">
			<legend>${say(`library.field.${name}`)}</legend>
			<div class="many">
				${ids.map((id) => html`<label class="tick"><input type="checkbox" autocomplete="off" name=${name} value=${id} ?checked=${before.includes(id)} />${words(id)}</label>`)}
			</div>
		</fieldset>`;
	}

	/** None is ticked before: also who changes a story says yes anew. @param {readonly Text[]} texts */
	#yeses(texts) {
		const lang = this.#lang(texts);
		return html`<fieldset class="stack">
			<legend>${say("library.field.yes")}</legend>
			${texts.filter((one) => one.lang === lang).map(({ use, text }) => html`<label class="tick"><input type="checkbox" autocomplete="off" name="yes" value=${use} /><span class="words-of" lang=${lang}>${text}</span></label>`)}
		</fieldset>`;
	}

	/** In the language that is spoken, else in the first there is. @param {readonly Text[]} texts */
	#lang(texts) {
		const here = spokenLanguage();
		return texts.some(({ lang }) => lang === here) ? here : (texts[0]?.lang ?? here);
	}

	/** @param {Event} event */
	#send = async (event) => {
		event.preventDefault();
		const form = /** @type {HTMLFormElement} */ (event.target);
		const given = new FormData(form);
		const texts = /** @type {readonly Text[]} */ (this.texts ?? []);
		const lang = this.#lang(texts);
		const ticked = given.getAll("yes").map(Number);
		const one = (/** @type {string} */ name) => String(given.get(name) ?? "");
		const story = {
			ref: one("ref"),
			version: Number(one("version")),
			...{ lang: one("lang"), title: one("title"), called: one("called"), words: one("words") },
			...{ themes: given.getAll("themes").map(String), notes: given.getAll("notes").map(String) },
			own_note: one("own_note"),
			yes_lang: lang,
			yeses: texts
				.filter((text) => text.lang === lang && ticked.includes(text.use))
				.map(({ use, hash }) => ({ use, hash })),
		};
		const isIn = await this.attempt(async () => {
			try {
				await this.room.doing("library", "handIn", story);
			} catch (error) {
				if (troubleOf(error).code === "library-elsewhere") await this.#look(form);
				throw error;
			}
		});
		if (!isIn) return;
		await this.held?.done();
		this.tell(say("library.handed"));
		this.go({ screen: "library-own" });
	};
}

/** Sixteen random bytes, as the house writes them. */
function drawn() {
	const bytes = crypto.getRandomValues(new Uint8Array(length));
	return btoa(String.fromCharCode(...bytes))
		.replaceAll("+", "-")
		.replaceAll("/", "_")
		.replaceAll("=", "");
}

customElements.define("room-library-tell", RoomLibraryTell);
