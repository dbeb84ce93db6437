/** Only yours: pages you write for yourself, and lines you kept. */
import { html, nothing } from "../vendor/lit.js";
import { say, sayCount, spokenLanguage } from "../words/index.js";
import { beginningOf } from "./beginning.js";
import { dayWords } from "./days.js";
import { ownName } from "./own-name.js";
import { Screen } from "./screen.js";
import "./sure.js";

/** @typedef {import("./seen.d.ts").Page} Page */
/** @typedef {import("./seen.d.ts").KeptLine} KeptLine */
/** @typedef {import("./seen.d.ts").Sheet} Sheet */
/** @typedef {import("../talk/notebook.js").Unsaid} Unsaid */

const dayLength = 86_400_000;

export class RoomNotebook extends Screen {
	/** @override */
	firstUpdated() {
		this.attempt(() => this.room.openNotebook());
		this.quietly(() => this.room.reading("packs", "list"));
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
		const { troubles = [] } = this.view.notebook ?? {};
		const newer = troubles.filter(({ code }) => code === "doc-newer").length;
		const count = troubles.length - newer;
		const contact = this.view.config?.contact.name ?? "";
		return html`${count === 0 ? nothing : html`<p class="wrong" role="alert">${sayCount("notebook.trouble", count, { contact })}</p>`}
			${newer === 0 ? nothing : html`<p class="note" role="status">${sayCount("notebook.newer", newer)}</p>`}`;
	}

	/** @param {{ pages: readonly Page[], kept: readonly KeptLine[], checks?: readonly Sheet[], unsaid?: readonly Unsaid[], own?: readonly {kind: string}[] }} notebook */
	#all({ pages, kept, checks = [], unsaid = [], own = [] }) {
		return html`<section class="stack">
				<h2>${say("notebook.pages")}</h2>
				${pages.length === 0 ? html`<p class="soft">${say("notebook.empty")}</p>` : nothing}
				<ul class="plain">${pages.map((page) => this.#page(page))}</ul>
			</section>
			<section class="stack">
				<h2>${say("notebook.kept")}</h2>
				<p class="soft">${say(kept.length === 0 ? "notebook.kept-none" : "notebook.kept-why")}</p>
				<ul class="plain">${kept.map((line) => this.#kept(line))}</ul>
			</section>
			${this.#checks(checks.filter((sheet) => !this.#hasOwnPage(sheet)))} ${this.#packs()}
			${unsaid.length === 0 ? nothing : this.#unsaid(unsaid)} ${own.some(({ kind }) => kind === "notes") ? this.#notes() : nothing}`;
	}

	/** Answers to questions that may be asked stand on the page of those questions. @param {Sheet} sheet */
	#hasOwnPage({ pack }) {
		const { list = [] } = this.view.parts?.packs ?? {};
		return list.some((/** @type {{id: string}} */ { id }) => id === pack);
	}

	/** Questions of others, where the programme may ask some. */
	#packs() {
		const { list = [], refused = 0 } = this.view.parts?.packs ?? {};
		if (list.length + refused === 0) return nothing;
		return html`<section class="stack">
			<h2>${say("pack.title")}</h2>
			<p class="soft">${say("pack.why")}</p>
			${refused === 0 ? nothing : html`<p class="soft">${say("pack.refused")}</p>`}
			<ul class="plain">${list.map((/** @type {import("../talk/packs.js").Held} */ pack) => this.#pack(pack))}</ul>
		</section>`;
	}

	/** @param {import("../talk/packs.js").Held} pack */
	#pack({ id, langs }) {
		const { title } = langs[spokenLanguage()] ?? Object.values(langs)[0] ?? { title: id };
		return html`<li><button class="link" type="button" @click=${() => this.go({ screen: "pack", id })}><span class="words-of">${title}</span></button></li>`;
	}

	/** Answers about a talk, by whom it is with. @param {readonly Sheet[]} checks */
	#checks(checks) {
		if (checks.length === 0) return nothing;
		return html`<section class="stack">
			<h2>${say("notebook.checks")}</h2>
			<p class="soft">${say("notebook.checks-why")}</p>
			<ul class="plain">${checks.map((sheet) => this.#sheet(sheet))}</ul>
		</section>`;
	}

	/** @param {Sheet} sheet */
	#sheet({ docId, conv, rows }) {
		const one = this.view.relationships.find((relation) =>
			[relation.conv, ...relation.earlier].includes(conv),
		);
		const name = one === undefined ? null : ownName(one, say("see.them"));
		const day = dayWords(rows.at(-1)?.day ?? 0);
		return html`<li class="card">
			<h3 class="minor"><span class="theirs">${name === null ? say("notebook.checks-elsewhere") : say("notebook.checks-of", { name })}</span></h3>
			<p class="soft">${sayCount("notebook.checks-times", rows.length, { day })}</p>
			${one === undefined ? this.#letSheetGo(docId) : html`<button class="link" type="button" @click=${() => this.go({ screen: "checks", id: one.conv ?? "" })}>${say("check.step")}</button>`}
		</li>`;
	}

	/** @param {string} docId */
	#letSheetGo(docId) {
		return html`<room-sure
			.label=${say("notebook.checks-let-go")}
			.question=${say("notebook.checks-let-go-sure")}
			.yes=${say("notebook.let-go-yes")}
			@yes=${() => this.attempt(() => this.room.removeDocument(docId))}
		></room-sure>`;
	}

	/** What two said yes to, and each keeps. */
	#notes() {
		return html`<section class="stack">
			<h2>${say("kept-notes.title")}</h2>
			<div class="row"><button class="link" type="button" @click=${() => this.go({ screen: "kept-notes" })}>${say("kept-notes.open")}</button></div>
		</section>`;
	}

	/** What did not sit right, and nobody was told. @param {readonly Unsaid[]} unsaid */
	#unsaid(unsaid) {
		return html`<section class="stack">
			<h2>${say("mend.notebook")}</h2>
			<ul class="plain">${unsaid.map((one) => this.#one(one))}</ul>
		</section>`;
	}

	/** @param {Unsaid} one */
	#one({ docId, name, line, text, day }) {
		const when = dayWords(day);
		const about =
			name === "" ? say("mend.notebook-day", { day: when }) : say("mend.notebook-with", { name, day: when });
		return html`<li class="card">
			<p class="soft theirs">${about}</p>
			${line === "" ? nothing : html`<p class="small soft theirs">${say("mend.notebook-line", { text: line })}</p>`}
			<blockquote class="own-words">${text}</blockquote>
			<room-sure
				.label=${say("mend.notebook-let-go")}
				.about=${beginningOf(text)}
				.question=${say("mend.notebook-let-go-sure")}
				.yes=${say("notebook.let-go-yes")}
				@yes=${() => this.attempt(() => this.room.removeDocument(docId))}
			></room-sure>
		</li>`;
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

	/** Of what somebody else wrote here; a line out of a file may be of another house, whose people nobody here can prove. @param {KeptLine} line */
	#concern({ docId, text, isBrought }) {
		if (isBrought) return html`<p class="small soft">${say("notebook.brought-not-shown")}</p>`;
		const label = say("concern.line-act");
		return html`<button class="link small" type="button" aria-label=${`${label}: ${beginningOf(text)}`} @click=${() => this.go({ screen: "concern", kept: docId })}>${label}</button>`;
	}

	/** @param {KeptLine} line */
	#kept(line) {
		const { docId, name, text, ts, isBrought } = line;
		const day = ts === null ? "" : dayWords(Math.floor(ts / dayLength));
		const who = name === "" ? say("notebook.wrote-you", { day }) : say("notebook.wrote", { name, day });
		return html`<li class="card">
			<p class="soft theirs">${who}</p>
			<blockquote class="words-of">${text}</blockquote>
			${isBrought ? html`<p class="small soft">${say("notebook.brought")}</p>` : nothing} ${name === "" ? nothing : this.#concern(line)}
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
