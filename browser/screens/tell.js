/** Telling with me: a client chooses what is told, sees exactly that, and signs it with one press. */
import { html, nothing } from "../vendor/lit.js";
import { say, spokenLanguage } from "../words/index.js";
import { dayWords } from "./days.js";
import { ownName } from "./own-name.js";
import { Screen } from "./screen.js";
import { contentPart, lawOf, sentencesOf } from "./told-words.js";

/** @typedef {import("../talk/telling.js").Terms} Terms */

const WHAT = ["contact", "counselling-notes", "own-words", "plans", "substance-use", "wellbeing"];
const PURPOSES = [1, 2, 3, 4, 5, 6];
const DAYS = [7, 14, 30, 90];
const LAST_LINES = 20;
const NOTES = "counselling-notes";
const FOR_A_COURT = 5;

export class RoomTell extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		supervisors: { state: true },
		to: { state: true },
		draft: { state: true },
		missing: { state: true },
		link: { state: true },
		done: { state: true },
		copied: { state: true },
	};

	constructor() {
		super();
		/** @type {readonly {account_id: string, name: string}[]} */
		this.supervisors = [];
		/** A supervisor's id, or "outside" or "organisation". */
		this.to = "outside";
		/** What was written, once it is looked at. @type {any} */
		this.draft = null;
		this.missing = "";
		/** @type {string | null} */
		this.link = null;
		this.done = false;
		this.copied = false;
	}

	/** @override */
	async connectedCallback() {
		super.connectedCallback();
		await this.updateComplete;
		await this.quietly(async () => {
			this.supervisors = await this.room.telling("supervisors");
			if (this.supervisors[0] !== undefined) this.to = this.supervisors[0].account_id;
		});
	}

	/** @override */
	render() {
		const conversation = this.room.conversation(this.place.id ?? "");
		if (conversation === null || conversation.relationship.mine !== "client")
			return html`<section class="page"><h1 tabindex="-1">${say("trouble.not-found")}</h1></section>`;
		if (this.done) return this.#after();
		const name = ownName(conversation.relationship, say("see.them"));
		return html`<section class="page">
			<h1 tabindex="-1">${say(this.draft === null ? "tell.title" : "tell.look", { name })}</h1>
			<div ?hidden=${this.draft !== null}>${this.#form(conversation, name)}</div>
			${this.draft === null ? nothing : this.#look()}
		</section>`;
	}

	/** @param {import("./seen.d.ts").Conversation} conversation @param {string} name */
	#form(conversation, name) {
		return html`<p class="lead">${say("tell.lead", { name })}</p>
			<form class="stack" autocomplete="off" novalidate @submit=${this.#write}>
				${this.#whom()} ${this.#what(conversation)} ${this.#why()} ${this.#until()} ${this.#asked("person", "tell.called", 80)}
				${this.#help()} ${this.missing === "" ? nothing : html`<p class="wrong" role="alert">${say(this.missing)}</p>`}
				<div class="row">
					<button class="button" type="submit">${say("tell.to-look")}</button>
					<button class="button quiet" type="button" @click=${() => history.back()}>${say("do.cancel")}</button>
				</div>
			</form>`;
	}

	#whom() {
		const choices = [
			...this.supervisors.map(({ account_id, name }) =>
				this.#one(account_id, html`<span class="theirs">${name}</span>`),
			),
			this.#one("outside", say("tell.outside")),
			this.#one("organisation", say("tell.organisation")),
		];
		const isOutside = this.to === "outside" || this.to === "organisation";
		return html`<fieldset>
				<legend>${say("tell.whom")}</legend>
				<div class="stack">${choices}</div>
			</fieldset>
			${isOutside ? html`${this.#asked("toName", "tell.name", 80)} ${this.#asked("where", "tell.where", 200)}` : nothing}
			${this.to === "organisation" ? this.#asked("through", "tell.through", 200) : nothing}`;
	}

	/** @param {string} id @param {unknown} label */
	#one(id, label) {
		const choose = () => {
			this.to = id;
		};
		return html`<label class="choice">
			<input autocomplete="off" type="radio" name="to" value=${id} .checked=${this.to === id} @change=${choose} />
			<span>${label}</span>
		</label>`;
	}

	/** @param {import("./seen.d.ts").Conversation} conversation */
	#what({ lines, name }) {
		const said = lines.filter(
			({ kind, msg, state }) => kind === "text" && msg !== null && state === "stored",
		);
		return html`<label class="field">
				<span>${say("tell.words")}</span>
				<textarea autocomplete="off" name="words" rows="5"></textarea>
			</label>
			<fieldset>
				<legend>${say("tell.about")}</legend>
				<div class="stack">${WHAT.map((one) => this.#tick("what", one, say(`told.what-${one}`)))}</div>
			</fieldset>
			${said.length === 0 ? nothing : this.#lines(said.slice(-LAST_LINES), name)}
			${this.#asked("leavesOut", "tell.leaves-out", 500, say("tell.everything-else"))}`;
	}

	/** @param {readonly any[]} lines @param {string | null} name */
	#lines(lines, name) {
		const who = (/** @type {any} */ line) =>
			line.from === "me" ? say("see.you") : (name ?? say("see.them"));
		return html`<details class="aside">
			<summary>${say("tell.lines")}</summary>
			<div class="stack">${lines.map((line) =>
				this.#tick(
					"lines",
					line.msg,
					html`<span class="small soft">${who(line)}</span> <span class="theirs">${line.text}</span>`,
				),
			)}</div>
		</details>`;
	}

	/** @param {string} group @param {string} value @param {unknown} label */
	#tick(group, value, label) {
		return html`<label class="choice">
			<input autocomplete="off" type="checkbox" name=${group} value=${value} />
			<span>${label}</span>
		</label>`;
	}

	#why() {
		return html`<label class="field">
				<span>${say("tell.purpose")}</span>
				<select name="purpose" autocomplete="off">
					${PURPOSES.map((one) => html`<option value=${one}>${say(`told.why-${one}`)}</option>`)}
				</select>
			</label>
			${this.#asked("why", "tell.why", 300)}`;
	}

	#until() {
		return html`<label class="field">
			<span>${say("tell.until")}</span>
			<select name="days" autocomplete="off">
				${DAYS.map((days) => html`<option value=${days} ?selected=${days === 14}>${dayWords(this.#today + days)}</option>`)}
			</select>
		</label>`;
	}

	#help() {
		return html`<label class="field">
			<span>${say("tell.help")}</span>
			<select name="help" autocomplete="off">
				${[0, 1, 2].map((one) => html`<option value=${one}>${say(`tell.help-${one}`)}</option>`)}
			</select>
		</label>`;
	}

	/** @param {string} name @param {string} label @param {number} longest @param {string} [value] */
	#asked(name, label, longest, value = "") {
		return html`<label class="field">
			<span>${say(label)}</span>
			<input autocomplete="off" type="text" name=${name} maxlength=${longest} value=${value} />
		</label>`;
	}

	/** Exactly what is signed. */
	#look() {
		const { terms, content } = this.draft;
		return html`<div class="stack">
			<p class="lead">${say("tell.exactly")}</p>
			${sentencesOf(terms).map((one) => html`<p>${one}</p>`)}
			<section class="card stack">
				<h2>${say("tell.goes")}</h2>
				${contentPart(content)}
			</section>
			<p class="small">${terms.texts.notice}</p>
			<p class="small">${terms.texts.refusal}</p>
			<p class="small">${terms.texts.back}</p>
			<form class="stack" autocomplete="off" novalidate @submit=${this.#sign}>
				${this.#asked("typed", "tell.typed", 80)}
				${this.missing === "" ? nothing : html`<p class="wrong" role="alert">${say(this.missing)}</p>`} ${this.troubleNote()}
				<div class="row">
					<button class="button" type="submit" ?disabled=${this.busy}>${say(this.busy ? "tell.signing" : "tell.sign")}</button>
					<button class="button quiet" type="button" @click=${() => this.#again()}>${say("tell.change")}</button>
				</div>
			</form>
		</div>`;
	}

	#after() {
		const link = this.link === null ? "" : `${location.origin}${location.pathname}#told=${this.link}`;
		return html`<section class="page stack">
			<h1 tabindex="-1">${say("tell.done")}</h1>
			<p class="lead">${say(link === "" ? "tell.done-here" : "tell.done-link")}</p>
			${link === "" ? nothing : html`<p class="own-words small link-text">${link}</p>`}
			${this.copied ? html`<p role="status">${say("do.copied")}</p>` : nothing}
			<div class="row">
				${link === "" ? nothing : html`<button class="button" type="button" @click=${() => this.#copy(link)}>${say("tell.copy")}</button>`}
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "told" })}>${say("told.title")}</button>
			</div>
		</section>`;
	}

	/** @param {string} link */
	async #copy(link) {
		await navigator.clipboard.writeText(link);
		this.copied = true;
	}

	#again() {
		this.draft = null;
		this.missing = "";
	}

	/** @param {Event} event */
	#write = async (event) => {
		event.preventDefault();
		const given = new FormData(/** @type {HTMLFormElement} */ (event.target));
		const text = (/** @type {string} */ name) => String(given.get(name) ?? "").trim();
		this.missing = this.#missingIn(given, text);
		if (this.missing !== "") return;
		this.draft = this.#drafted(given, text);
		await this.updateComplete;
		this.querySelector("h1")?.focus();
	};

	/** What a consent cannot be without, in the order of the page. @param {FormData} given @param {(name: string) => string} text */
	#missingIn(given, text) {
		if (this.#isNobody(text)) return "tell.needs-whom";
		const [what, lines] = [given.getAll("what"), given.getAll("lines")];
		if (text("words") === "" && lines.length === 0) return "tell.needs-words";
		if (what.length === 0 && lines.length === 0) return "tell.needs-what";
		if (isTwoKinds([...what, ...lines].map(String), Number(text("purpose")))) return "tell.one-kind";
		if (text("leavesOut") === "") return "tell.needs-not";
		if (text("why") === "") return "tell.needs-why";
		return text("person") === "" ? "tell.needs-name" : "";
	}

	/** @param {(name: string) => string} text */
	#isNobody(text) {
		if (this.to === "organisation" && text("through") === "") return true;
		return ["outside", "organisation"].includes(this.to) && (text("toName") === "" || text("where") === "");
	}

	/** @param {FormData} given @param {(name: string) => string} text */
	#drafted(given, text) {
		const conversation = this.room.conversation(this.place.id ?? "");
		const lines = given.getAll("lines").map(String);
		const what = [...given.getAll("what").map(String), ...(lines.length > 0 ? ["lines"] : [])].sort();
		const { config } = this.view;
		const law = lawOf(config?.country ?? "");
		const said = {
			...{ person: text("person"), byName: conversation?.name ?? say("see.them"), to: this.#to(text), what },
			...{ leavesOut: text("leavesOut"), purpose: Number(text("purpose")), why: text("why") },
			...{ from: this.#today, until: this.#today + Number(text("days")) },
		};
		const shown = sentencesOf(said).join("\n");
		const texts = { shown, notice: say(law.notice), refusal: say("told.refusal"), back: say("told.back") };
		const terms = {
			...said,
			...{ texts, purposeWords: said.why, fromDay: said.from, untilDay: said.until, lang: spokenLanguage() },
			...{
				readingHelp: Number(text("help")),
				country: config?.country ?? "",
				laws: law.laws,
				basis: law.basis,
			},
		};
		return {
			terms,
			lines,
			words: text("words"),
			content: { b: text("words"), lines: this.#chosen(lines, said.person) },
		};
	}

	/** @param {(name: string) => string} text */
	#to(text) {
		const here = this.supervisors.find(({ account_id }) => account_id === this.to);
		if (here !== undefined)
			return { type: 1, name: here.name, where: this.view.config?.programme ?? "", through: "" };
		const type = this.to === "organisation" ? 3 : 2;
		return { type, name: text("toName"), where: text("where"), through: type === 3 ? text("through") : "" };
	}

	/** @param {readonly string[]} ids @param {string} person */
	#chosen(ids, person) {
		const conversation = this.room.conversation(this.place.id ?? "");
		const found = (conversation?.lines ?? []).filter(({ msg }) => msg !== null && ids.includes(msg));
		return found.map((line) => ({
			name: line.from === "me" ? person : (conversation?.name ?? say("see.them")),
			...{ day: Math.floor((line.ts ?? 0) / 86_400_000), b: line.text },
		}));
	}

	/** @param {Event} event */
	#sign = async (event) => {
		event.preventDefault();
		const typed = String(
			new FormData(/** @type {HTMLFormElement} */ (event.target)).get("typed") ?? "",
		).trim();
		this.missing = typed === "" ? "tell.needs-typed" : "";
		if (this.missing !== "") return;
		const { terms, lines, words } = this.draft;
		const to = this.to === "outside" || this.to === "organisation" ? null : this.to;
		const { from: _from, until: _until, why: _why, ...rest } = terms;
		const given = { conv: this.place.id, to, terms: { ...rest, typedName: typed }, words, lines };
		const signed = await this.attempt(async () => {
			this.link = await this.room.telling("tell", given);
		});
		if (!signed) return;
		this.done = true;
		await this.updateComplete;
		this.querySelector("h1")?.focus();
	};

	get #today() {
		return this.view.config?.today ?? 0;
	}
}

/** Counselling notes stand alone, and never before a court. @param {string[]} what @param {number} purpose */
const isTwoKinds = (what, purpose) => what.includes(NOTES) && (what.length > 1 || purpose === FOR_A_COURT);

customElements.define("room-tell", RoomTell);
