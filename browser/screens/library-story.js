/** One story: its notes first, its words by a press, "Stop here" always at hand, read aloud where a browser can. */
import { html, nothing } from "../vendor/lit.js";
import { canSay, say, sayCount } from "../words/index.js";
import { byWords } from "./library.js";
import { ANSWERS } from "./library-lists.js";
import { Screen } from "./screen.js";
import { uncovering } from "./uncovered.js";

/** @typedef {import("../talk/library.js").Story} Story */

export class RoomLibraryStory extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		story: { state: true },
		step: { state: true },
		aloud: { state: true },
		warned: { state: true },
		done: { state: true },
	};

	#of = "";
	#isBack = uncovering();
	/** Counts what was read aloud: a part of an earlier time says nothing any more. */
	#time = 0;

	constructor() {
		super();
		/** @type {Story | null} */
		this.story = null;
		/** @type {"before" | "reading" | "stopped"} */
		this.step = "before";
		this.aloud = false;
		/** Somebody was told that the voice may not be of this device. */
		this.warned = false;
		this.done = "";
	}

	/** @override */
	connectedCallback() {
		super.connectedCallback();
		// Some browsers bring their voices only once they were asked for them.
		if (isHeard()) speechSynthesis.getVoices();
	}

	/** @override */
	disconnectedCallback() {
		super.disconnectedCallback();
		this.#hush();
	}

	/** @override */
	updated() {
		// Behind a cover or a lock nothing is read out.
		if (this.aloud && this.view.lock?.phase === "covered") this.#hush();
		if (this.#isBack(this.view) && this.story !== null && this.step !== "stopped") this.#look();
		if (this.#of === this.place.id) return;
		this.#of = String(this.place.id ?? "");
		this.#hush();
		this.story = null;
		this.warned = false;
		this.done = "";
		this.#look();
	}

	/** As it stands now. The same words stay as they are read, others begin with their notes; one that was taken back is gone from here, and a cut line takes nothing away. */
	async #look() {
		const ref = this.#of;
		await this.#there(async () => {
			const story = /** @type {Story} */ (await this.room.reading("library", "read", ref));
			if (ref !== this.#of) return;
			const isSame = story.words === this.story?.words;
			this.story = story;
			if (!isSame) this.step = story.notes.length > 0 || story.own_note !== "" ? "before" : "reading";
		});
		// Another one was chosen while this one was on its way.
		if (ref !== this.#of) await this.#look();
	}

	/** @param {() => Promise<unknown>} deed with this story, which may be gone */
	async #there(deed) {
		const isDone = await this.attempt(deed);
		if (this.trouble?.code === "not-found") {
			this.#hush();
			this.story = null;
		}
		return isDone;
	}

	/** @override */
	render() {
		if (this.story === null) return this.#opening();
		if (this.step === "stopped") return this.#stopped();
		const { lang, title, called, minutes } = this.story;
		return html`<section class="page">
			<div class="row"><button class="link" type="button" @click=${this.#all}>${say("library.all")}</button></div>
			<div class=${this.step === "reading" ? "sheet stack" : "stack"}>
				<h1 tabindex="-1"><span class="theirs" lang=${lang}>${title}</span></h1>
				<p class="lead">${byWords(called)} · ${sayCount("library.minutes", minutes)}</p>
				${this.step === "reading" ? this.#voice() : nothing} ${this.step === "reading" ? this.#words(this.story) : nothing}
			</div>
			${this.step === "before" ? this.#before(this.story) : this.#after(this.story)}
		</section>`;
	}

	#opening() {
		const isGone = this.trouble?.code === "not-found";
		return html`<section class="page">
			<h1 tabindex="-1">${say("library.title")}</h1>
			${isGone ? html`<p class="note" role="alert">${say("library.gone")}</p>` : this.troubleNote()}
			<div class="row"><button class="button quiet" type="button" @click=${this.#all}>${say("library.all")}</button></div>
		</section>`;
	}

	/** @param {Story} story */
	#before({ notes, own_note, lang }) {
		const known = notes.filter((id) => canSay(`library.note.${id}`));
		return html`<section class="calm stack library-before">
			<h2>${say("library.before")}</h2>
			${
				known.length === 0
					? nothing
					: html`<p>${say("library.speaks-of")}</p>
				<ul>${known.map((id) => html`<li>${say(`library.note.${id}`)}</li>`)}</ul>`
			}
			${own_note === "" ? nothing : html`<p class="theirs" lang=${lang}>${own_note}</p>`}
			<div class="row">
				<button class="button" type="button" @click=${() => this.#turn("reading")}>${say("library.read")}</button>
				<button class="button quiet" type="button" @click=${this.#all}>${say("library.rather-not")}</button>
			</div>
		</section>`;
	}

	/** @param {Story} story */
	#words({ words, lang }) {
		return html`<div class="library-words theirs" lang=${lang}>${words.split(/\n{2,}/).map((part) => html`<p>${part}</p>`)}</div>`;
	}

	/** @param {Story} story */
	#after(story) {
		return html`<div class="row stop-here">
				<button class="button quiet" type="button" @click=${() => this.#turn("stopped")}>${say("library.stop")}</button>
			</div>
			<section class="calm stack">
				<h2>${say("library.end")}</h2>
				<p>${say("library.end-why")}</p>
				<div class="row">
					<button class="button quiet" type="button" @click=${this.#help}>${say("top.help")}</button>
					<button class="button quiet" type="button" @click=${() => print()}>${say("do.print")}</button>
				</div>
			</section>
			${story.mine ? html`<p class="soft">${say("library.mine-here")}</p>` : this.#answer()} ${this.troubleNote()}`;
	}

	/** A browser without a voice offers none. */
	#voice() {
		if (!isHeard()) return nothing;
		return html`<div class="row noprint"><button class="button quiet" type="button" aria-pressed=${String(this.aloud)} @click=${this.#speak}>${say(this.aloud ? "library.hush" : "library.aloud")}</button></div>
			${this.warned && !this.aloud ? html`<p class="soft noprint" role="status">${say("library.aloud-elsewhere")}</p>` : nothing}`;
	}

	#answer() {
		if (this.done !== "") return html`<p role="status">${this.done}</p>`;
		return html`<form class="part stack" autocomplete="off" @submit=${this.#say}>
			<fieldset class="stack">
				<legend>${say("library.answer")}</legend>
				<p class="soft">${say("library.answer-why")}</p>
				${ANSWERS.map((id) => html`<label class="tick"><input type="checkbox" autocomplete="off" name="said" value=${id} />${say(`library.answer.${id}`)}</label>`)}
			</fieldset>
			<div class="row"><button class="button quiet" type="submit" ?disabled=${this.busy}>${say("library.answer-do")}</button></div>
		</form>`;
	}

	#stopped() {
		return html`<section class="page">
			<h1 tabindex="-1">${say("library.stopped")}</h1>
			<p class="lead">${say("library.stopped-why")}</p>
			<div class="row">
				<button class="button" type="button" @click=${this.#help}>${say("top.help")}</button>
				<button class="button quiet" type="button" @click=${this.#all}>${say("library.all")}</button>
			</div>
		</section>`;
	}

	/** @param {"reading" | "stopped"} step */
	async #turn(step) {
		this.#hush();
		this.step = step;
		await this.updateComplete;
		/** @type {HTMLElement | null} */ (this.querySelector("h1"))?.focus();
	}

	/** By a voice of this device; where it has none, by another only once that was said. */
	#speak = () => {
		if (this.aloud) return this.#hush();
		const { words = "", lang = "" } = this.story ?? {};
		const voice = speechSynthesis.getVoices().find((one) => one.localService && isOf(one.lang, lang)) ?? null;
		if (voice === null && !this.warned) {
			this.warned = true;
			return;
		}
		const parts = words.split(/\n+/).filter((part) => part.trim() !== "");
		this.#time += 1;
		const time = this.#time;
		const over = () => (time === this.#time ? this.#hush() : undefined);
		this.aloud = parts.length > 0;
		for (const [at, part] of parts.entries()) {
			const said = new SpeechSynthesisUtterance(part);
			Object.assign(said, { lang, voice, rate: 0.9, onerror: over });
			if (at === parts.length - 1) said.onend = over;
			speechSynthesis.speak(said);
		}
	};

	/** The parts that wait go with the one that is heard, also where that one failed. */
	#hush() {
		if (!this.aloud) return;
		this.aloud = false;
		this.#time += 1;
		speechSynthesis.cancel();
	}

	/** @param {Event} event */
	#say = async (event) => {
		event.preventDefault();
		const said = new FormData(/** @type {HTMLFormElement} */ (event.target)).getAll("said").map(String);
		if (await this.#there(() => this.room.doing("library", "answer", this.#of, said)))
			this.done = say("library.answer-done");
	};

	#all = () => this.go({ screen: "library" });

	#help = () => this.dispatchEvent(new CustomEvent("help", { bubbles: true }));
}

const isHeard = () => "speechSynthesis" in globalThis;

/** @param {string} spoken as browsers name it: "es-MX", "es_MX", "es" @param {string} lang */
const isOf = (spoken, lang) => spoken.split(/[-_]/)[0]?.toLowerCase() === lang;

customElements.define("room-library-story", RoomLibraryStory);
