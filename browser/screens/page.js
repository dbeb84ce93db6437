/** One page of the notebook: write, save, look at what it said before, delete. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { beginningOf } from "./beginning.js";
import { dayWords } from "./days.js";
import { Screen } from "./screen.js";
import "./sure.js";

/** @typedef {import("./seen.d.ts").Page} Page */

const longestTitle = 80;
const longestText = 16_000;

export class RoomPage extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		headline: { state: true },
		text: { state: true },
		saved: { state: true },
		versions: { state: true },
		fetched: { state: true },
	};

	/** the page that is written, once it has an id @type {string | undefined} */
	#docId;
	#asked = "";

	constructor() {
		super();
		/** @type {string | null} as typed; null before */
		this.headline = null;
		/** @type {string | null} */
		this.text = null;
		this.saved = "";
		/** @type {readonly Page[] | null} */
		this.versions = null;
		this.fetched = false;
	}

	/** @override */
	willUpdate() {
		if (this.#asked === this.place.id) return;
		this.#asked = this.place.id ?? "new";
		this.#docId = this.#asked === "new" ? undefined : this.#asked;
		this.headline = this.text = this.versions = null;
		this.saved = "";
	}

	/** @override */
	async firstUpdated() {
		if (this.view.notebook?.state !== "open") await this.attempt(() => this.room.openNotebook());
		this.fetched = true;
	}

	/** Whoever goes leaves nothing behind: what was typed is saved. @override */
	disconnectedCallback() {
		super.disconnectedCallback();
		if (!this.#isChanged || this.room.view.door !== "inside") return;
		this.room.holdPage(null);
		this.quietly(() => this.room.writePage(this.#written));
	}

	get #kept() {
		return this.view.notebook?.pages.find(({ docId }) => docId === this.#docId) ?? null;
	}

	get #written() {
		const { title = "", text = "" } = this.#kept ?? {};
		return { docId: this.#docId, title: (this.headline ?? title).trim(), text: this.text ?? text };
	}

	get #isChanged() {
		const { title, text } = this.#written;
		const kept = this.#kept ?? { title: "", text: "" };
		return title !== kept.title || text !== kept.text;
	}

	/** @override */
	render() {
		if (this.#docId !== undefined && this.#kept === null) return this.#missing();
		const { title, text } = this.#written;
		return html`<section class="page">
			<h1 tabindex="-1"><span class="theirs">${title || beginningOf(text) || say("page.new")}</span></h1>
			<form autocomplete="off" class="stack" @submit=${this.#submit}>
				<div class="field">
					<label for="page-title">${say("page.title")}</label>
					<input id="page-title" maxlength=${longestTitle} autocomplete="off" .value=${this.headline ?? title} @input=${this.#typed} />
				</div>
				<div class="field">
					<label for="page-text">${say("page.text")}</label>
					<textarea id="page-text" rows="12" maxlength=${longestText} aria-describedby="page-saved-how" .value=${text} @input=${this.#typed}></textarea>
					<p class="hint" id="page-saved-how">${say("page.by-itself")}</p>
				</div>
				${this.troubleNote()}
				<div class="row">
					<button class="button" type="submit" ?disabled=${this.busy}>${say("page.save")}</button>
					<span role="status">${this.saved === "" ? nothing : say(this.saved)}</span>
				</div>
			</form>
			${this.#docId === undefined ? nothing : this.#further()}
		</section>`;
	}

	#missing() {
		const words = this.fetched ? "trouble.not-found" : "notebook.loading";
		return html`<section class="page"><h1 tabindex="-1">${say(words)}</h1>${this.troubleNote()}</section>`;
	}

	#further() {
		return html`<p class="small soft">
				${say("page.who")}
				<button class="link" type="button" @click=${() => this.go({ screen: "wall" })}>${say("wall.open")}</button>
			</p>
			<section class="stack">
				<details @toggle=${this.#toggled}>
					<summary>${say("page.older")}</summary>
					${this.#older()}
				</details>
			</section>
			<section class="stack">
				<room-sure
					.label=${say("page.delete")}
					.question=${say("page.delete-sure")}
					.yes=${say("page.delete-yes")}
					@yes=${this.#remove}
				></room-sure>
			</section>`;
	}

	#older() {
		if (this.versions === null) return html`<p class="soft">${say("notebook.loading")}</p>`;
		const before = this.versions.slice(1);
		if (before.length === 0) return html`<p class="soft">${say("page.older-none")}</p>`;
		return html`<ul class="plain">${before.map((version) => this.#version(version))}</ul>`;
	}

	/** @param {Page} version */
	#version({ ver, day, title, text }) {
		return html`<li class="card">
			<h3>${say("page.version", { number: ver, day: dayWords(day) })}</h3>
			<p class="theirs">${title}</p>
			<p class="words-of">${text}</p>
			<button class="link" type="button" @click=${() => this.#putBack(title, text)}>${say("page.back")}</button>
		</li>`;
	}

	/**
	 * @param {string} title
	 * @param {string} text
	 */
	#putBack(title, text) {
		this.headline = title;
		this.text = text;
		this.#hold();
		this.saved = "page.back-done";
		/** @type {HTMLElement | null} */ (this.querySelector("#page-text"))?.focus();
	}

	/** @param {Event} event */
	#toggled = (event) => {
		const { open } = /** @type {HTMLDetailsElement} */ (event.target);
		if (open && this.versions === null) this.#fetchVersions();
	};

	#fetchVersions() {
		return this.attempt(async () => {
			this.versions = await this.room.pageVersions(this.#docId ?? "");
		});
	}

	/** @param {Event} event */
	#typed = (event) => {
		const { id, value } = /** @type {HTMLInputElement} */ (event.target);
		if (id === "page-title") this.headline = value;
		else this.text = value;
		this.saved = "";
		this.#hold();
	};

	/** A lock saves what is being written. */
	#hold() {
		this.room.holdPage(this.#isChanged ? this.#written : null);
	}

	/** @param {Event} event */
	#submit = async (event) => {
		event.preventDefault();
		const written = this.#written;
		if (written.title === "" && written.text.trim() === "") return;
		const done = await this.attempt(async () => {
			this.#docId = await this.room.writePage(written);
		});
		if (!done) return;
		this.room.holdPage(null);
		this.headline = this.text = this.versions = null;
		this.saved = "page.saved";
	};

	#remove = async () => {
		const id = this.#docId ?? "";
		if (!(await this.attempt(() => this.room.removeDocument(id)))) return;
		this.room.holdPage(null);
		this.headline = this.text = null;
		this.go({ screen: "notebook" });
	};
}

customElements.define("room-page", RoomPage);
