/** Only yours: pages you write for yourself, and lines you kept. */
import { html, nothing } from "../vendor/lit.js";
import { say, sayCount } from "../words/index.js";
import { beginningOf } from "./beginning.js";
import { dayWords } from "./days.js";
import { Screen } from "./screen.js";
import "./sure.js";

/** @typedef {import("./seen.d.ts").Page} Page */
/** @typedef {import("./seen.d.ts").KeptLine} KeptLine */

const dayLength = 86_400_000;

export class RoomNotebook extends Screen {
	/** @override */
	firstUpdated() {
		this.attempt(() => this.room.openNotebook());
	}

	/** @override */
	render() {
		const notebook = this.view.notebook;
		return html`<section class="page">
			<h1 tabindex="-1">${say("notebook.title")}</h1>
			<p class="lead">${say("notebook.lead")}</p>
			${this.troubleNote()} ${this.#lost()}
			<div class="row">
				<button class="button" type="button" @click=${() => this.go({ screen: "page", id: "new" })}>${say("notebook.new")}</button>
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "search" })}>${say("search.title")}</button>
			</div>
			${notebook?.state === "open" ? this.#all(notebook) : this.#opening()}
		</section>`;
	}

	#opening() {
		return this.busy ? html`<p class="soft" role="status">${say("notebook.loading")}</p>` : nothing;
	}

	#lost() {
		const count = this.view.notebook?.troubles.length ?? 0;
		if (count === 0) return nothing;
		const contact = this.view.config?.contact.name ?? "";
		return html`<p class="wrong" role="alert">${sayCount("notebook.trouble", count, { contact })}</p>`;
	}

	/** @param {{ pages: readonly Page[], kept: readonly KeptLine[] }} notebook */
	#all({ pages, kept }) {
		return html`<section class="stack">
				<h2>${say("notebook.pages")}</h2>
				${pages.length === 0 ? html`<p class="soft">${say("notebook.empty")}</p>` : nothing}
				<ul class="plain">${pages.map((page) => this.#page(page))}</ul>
			</section>
			<section class="stack">
				<h2>${say("notebook.kept")}</h2>
				<p class="soft">${say(kept.length === 0 ? "notebook.kept-none" : "notebook.kept-why")}</p>
				<ul class="plain">${kept.map((line) => this.#kept(line))}</ul>
			</section>`;
	}

	/** @param {Page} page */
	#page({ docId, title, text, day }) {
		return html`<li>
			<button class="card tap found" type="button" @click=${() => this.go({ screen: "page", id: docId })}>
				<strong class="theirs">${title === "" ? beginningOf(text) || say("notebook.no-title") : title}</strong>
				<span class="soft">${say("notebook.day", { day: dayWords(day) })}</span>
			</button>
		</li>`;
	}

	/** @param {KeptLine} line */
	#kept({ docId, name, text, ts, isBrought }) {
		const day = ts === null ? "" : dayWords(Math.floor(ts / dayLength));
		const who = name === "" ? say("notebook.wrote-you", { day }) : say("notebook.wrote", { name, day });
		return html`<li class="card">
			<p class="soft theirs">${who}</p>
			<blockquote class="words-of">${text}</blockquote>
			${isBrought ? html`<p class="small soft">${say("notebook.brought")}</p>` : nothing}
			<button class="link small" type="button" @click=${() => this.go({ screen: "wall" })}>${say("see.open")}</button>
			<room-sure
				.label=${say("notebook.let-go")}
				.question=${say("notebook.let-go-sure")}
				.yes=${say("notebook.let-go-yes")}
				@yes=${() => this.attempt(() => this.room.removeDocument(docId))}
			></room-sure>
		</li>`;
	}
}

customElements.define("room-notebook", RoomNotebook);
