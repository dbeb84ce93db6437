/** Bringing things in: a file that was taken along, its five words, what is in it, and then into the notebook. */
import { html, nothing } from "../vendor/lit.js";
import { say, sayCount } from "../words/index.js";
import { dayWords } from "./days.js";
import { sizeOf } from "./lasting.js";
import { making } from "./making.js";
import { Screen } from "./screen.js";
import "./words-field.js";

/** @typedef {import("./seen.d.ts").FoundInFile} FoundInFile */

export class RoomBring extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		file: { state: true },
		found: { state: true },
		done: { state: true },
	};

	#words = "";

	constructor() {
		super();
		/** @type {File | null} */
		this.file = null;
		/** @type {FoundInFile | null} */
		this.found = null;
		this.done = false;
	}

	/** @override */
	disconnectedCallback() {
		super.disconnectedCallback();
		this.quietly(() => this.room.endBring());
	}

	/** @override */
	render() {
		return html`<section class="page">
			<h1 tabindex="-1">${say(this.done ? "bring.done" : "bring.title")}</h1>
			${this.busy ? this.#progress() : nothing}
			<div class="stack" ?hidden=${this.busy}>${this.#body()}</div>
		</section>`;
	}

	#body() {
		if (this.done) return this.#after();
		return this.found === null ? this.#before() : this.#found(this.found);
	}

	#progress() {
		const { bringing } = this.view;
		if (bringing === null) return making(say("bring.opening"), say("bring.opening-why"));
		return making(say("bring.going"), say("bring.going-of", bringing));
	}

	#before() {
		return html`<p class="lead">${say("bring.lead")}</p>
			<p>${say("bring.talks")}</p>
			<p class="soft">${say("bring.device")}</p>
			<form autocomplete="off" class="stack" @submit=${this.#open}>
				${this.#choice()}
				<room-words-field
					.room=${this.room}
					.view=${this.view}
					.label=${say("bring.words")}
					.wrong=${Number(this.trouble?.place ?? 0)}
					@words=${this.#typed}
				></room-words-field>
				${this.troubleNote()}
				<div class="row">
					<button class="button" type="submit" ?disabled=${this.busy}>${say("bring.open")}</button>
					<button class="button quiet" type="button" @click=${() => history.back()}>${say("do.cancel")}</button>
				</div>
			</form>`;
	}

	#choice() {
		const { file } = this;
		return html`<div class="field">
			<p class="theirs" role="status">${file === null ? say("bring.no-file") : `${file.name} (${sizeOf(file.size)})`}</p>
			<button class="button quiet" type="button" @click=${this.#pick}>${say(file === null ? "bring.file" : "bring.other")}</button>
			<input class="pick-file" type="file" autocomplete="off" accept=".zip,application/zip" hidden aria-label=${say("bring.file")} @change=${this.#picked} />
		</div>`;
	}

	/** @param {FoundInFile} found */
	#found({ day, elsewhere, pages, kept, checks, own, there }) {
		const { bringing } = this.view;
		const isAll = there === pages + kept + checks + own;
		return html`<section class="card" aria-labelledby="bring-found">
				<h2 id="bring-found">${say("bring.found")}</h2>
				<p>${say(elsewhere ? "bring.from-elsewhere" : "bring.from-here", { day: dayWords(day) })}</p>
				<ul>
					<li>${sayCount("bring.pages", pages)}</li>
					<li>${sayCount("bring.kept", kept)}</li>
					${checks === 0 ? nothing : html`<li>${sayCount("bring.checks", checks)}</li>`}
					${own === 0 ? nothing : html`<li>${sayCount("bring.own", own)}</li>`}
				</ul>
				${there > 0 ? html`<p>${isAll ? say("bring.all-there") : sayCount("bring.there", there)}</p>` : nothing}
			</section>
			${bringing === null ? nothing : html`<p class="note">${say("bring.part", bringing)}</p>`}
			${this.troubleNote()}
			<div class="row">
				${isAll ? nothing : html`<button class="button" type="button" ?disabled=${this.busy} @click=${this.#go}>${say(bringing === null ? "bring.go" : "bring.go-on")}</button>`}
				<button class="button quiet" type="button" @click=${this.#again}>${say("bring.another")}</button>
			</div>`;
	}

	#after() {
		return html`<p class="lead">${say("bring.done-lead")}</p>
			<p class="soft">${say("bring.file-stays")}</p>
			<div class="row">
				<button class="button" type="button" @click=${() => this.go({ screen: "notebook" })}>${say("bring.see")}</button>
				<button class="button quiet" type="button" @click=${this.#again}>${say("bring.another")}</button>
			</div>`;
	}

	#pick = () => /** @type {HTMLInputElement | null} */ (this.querySelector(".pick-file"))?.click();

	/** @param {Event} event */
	#picked = (event) => {
		const [file] = /** @type {HTMLInputElement} */ (event.target).files ?? [];
		if (file === undefined) return;
		this.file = file;
		this.trouble = null;
	};

	/** @param {CustomEvent<string>} event */
	#typed = ({ detail }) => {
		this.#words = detail;
	};

	/** @param {SubmitEvent} event */
	#open = async (event) => {
		event.preventDefault();
		const { file } = this;
		if (file === null) return this.#pick();
		const isOpen = await this.attempt(async () => {
			this.found = await this.room.openTaken({ file, words: this.#words });
		});
		if (!isOpen) return;
		this.#words = "";
		this.#told("bring.found");
	};

	#go = async () => {
		const { found } = this;
		if (found === null) return;
		this.done = await this.attempt(() => this.room.bringIn(found));
		if (this.done) this.#told("bring.done");
	};

	#again = async () => {
		[this.found, this.file, this.done] = [null, null, false];
		await this.attempt(() => this.room.endBring());
	};

	/** @param {string} id */
	async #told(id) {
		this.tell(say(id));
		await this.updateComplete;
		this.querySelector("h1")?.focus();
	}
}

customElements.define("room-bring", RoomBring);
