/** Telling with me: a client chooses what is told, sees exactly that, and signs it with one press. */
import { html, nothing } from "../vendor/lit.js";
import { say, spokenLanguage } from "../words/index.js";
import { nameOf, readersHere, writerOf } from "./company.js";
import { newerNote } from "./draft-note.js";
import { HeldForm } from "./held.js";
import { notEmergency } from "./not-emergency.js";
import { ownName } from "./own-name.js";
import { Screen } from "./screen.js";
import {
	aboutFields,
	asked,
	draftIn,
	isAway,
	isTwoKinds,
	LONGEST_WORDS,
	notToldField,
	textIn,
	toIn,
	untilField,
	waiting,
	whomFields,
	whyFields,
} from "./tell-fields.js";
import { byField, firstTeller, tellerIn, wordedBy } from "./tell-by.js";
import { insteadField, lineFields, presentFields, signerIn } from "./tell-more.js";
import { contentPart, lawOf, sentencesOf } from "./told-words.js";

/** @typedef {import("../talk/telling.js").Terms} Terms */

export class RoomTell extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		supervisors: { state: true },
		to: { state: true },
		told: { state: true },
		base: { state: true },
		seenN: { state: true },
		draft: { state: true },
		missing: { state: true },
		ready: { state: true },
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
		/** What is told already, and might end with this. @type {readonly import("../talk/telling.js").Telling[]} */
		this.told = [];
		/** What the page began with, worded together. @type {import("../crypto/share.js").Draft | null} */
		this.base = null;
		/** Who tells, unless somebody else is chosen: fixed with what the page began with. */
		this.first = "";
		/** Who else worded that, by name. */
		this.hands = "";
		/** The last draft that was looked at; a newer one changes nothing here by itself. */
		this.seenN = 0;
		/** The day on which it is looked at; of the clock that signs. */
		this.day = 0;
		/** What was written, once it is looked at. @type {any} */
		this.draft = null;
		this.missing = "";
		/** Nobody types into a form that is still being filled. */
		this.ready = false;
		/** @type {string | null} */
		this.link = null;
		this.done = false;
		/** Null before it was tried. @type {boolean | null} */
		this.copied = null;
		/** @type {HeldForm | null} */
		this.held = null;
	}

	/** @override */
	async connectedCallback() {
		super.connectedCallback();
		this.held = new HeldForm(this.room, "tell", this.place.id ?? "");
		await this.updateComplete;
		await this.quietly(async () => {
			this.supervisors = await this.room.telling("supervisors");
			const { tellings } = await this.room.telling("account");
			this.told = tellings.filter(
				(/** @type {any} */ one) => one.part === 1 && one.endedOn === null && one.terms !== null,
			);
		});
		this.#begin();
		this.ready = true;
	}

	/** @override */
	updated() {
		if (this.ready) this.held?.stands(this.querySelector("form"), () => this.updateComplete);
	}

	/** @override */
	render() {
		const conversation = this.#conversation;
		if (conversation === null || conversation.relationship.mine !== "client")
			return html`<section class="page"><h1 tabindex="-1">${say("trouble.not-found")}</h1></section>`;
		if (this.done) return this.#after();
		if (!this.ready) return waiting("tell.title");
		const name = ownName(conversation.relationship, say("see.them"));
		return html`<section class="page">
			<h1 tabindex="-1">${say(this.draft === null ? "tell.title" : "tell.look", { name })}</h1>
			${this.#newer(conversation, name)}
			<div ?hidden=${this.draft !== null}>${this.#form(conversation, name)}</div>
			${this.draft === null ? nothing : this.#look()}
		</section>`;
	}

	/** The other worded something since: what stands here does not move by itself. @param {import("./seen.d.ts").Conversation} conversation @param {string} name */
	#newer(conversation, name) {
		const { drafted } = conversation;
		if (drafted === null || drafted.from === "me" || drafted.n <= this.seenN) return nothing;
		const isEmpty = drafted.draft === null;
		const away = () => {
			this.seenN = drafted.n;
			if (!isEmpty) this.#share({}, "draft.away");
		};
		return newerNote(writerOf(conversation, drafted.by, name), {
			take: () => this.#take(),
			away,
			isLooking: this.draft !== null,
			isAway: isEmpty,
		});
	}

	/** @param {import("./seen.d.ts").Conversation} conversation @param {string} name */
	#form(conversation, name) {
		const { base, to, supervisors } = this;
		const choose = (/** @type {string} */ id) => {
			this.to = id;
		};
		return html`<p class="lead">${say("tell.lead", { name })}</p>
			${base === null ? nothing : html`<p class="small soft">${this.hands === "" ? say("draft.mine") : say("draft.begun", { name: this.hands })}</p>`}
			<form class="stack" autocomplete="off" novalidate @input=${this.held?.typed} @submit=${this.#write}>
				${whomFields({ supervisors, to, choose, base })} ${byField(conversation, this.first)} <label class="field">
					<span>${say("tell.words")}</span>
					<textarea autocomplete="off" name="words" rows="5" maxlength=${LONGEST_WORDS} .defaultValue=${base?.words ?? ""}></textarea>
				</label>
				${notEmergency()} ${aboutFields(base)} ${lineFields(conversation)}
				${notToldField(base)} ${whyFields(base)} ${untilField(base, this.#today)} ${asked("person", "tell.called", 80)}
				${presentFields()} ${insteadField(this.told)}
				${this.missing === "" ? nothing : html`<p class="wrong" role="alert">${say(this.missing)}</p>`} ${this.draft === null ? this.troubleNote({ name }) : nothing}
				<div class="row">
					<button class="button" type="submit">${say("tell.to-look")}</button>
					<button class="button quiet" type="button" ?disabled=${this.busy} @click=${this.#suggest}>${say("draft.show", { name: readersHere(conversation, name) })}</button>
					<button class="button quiet" type="button" @click=${() => history.back()}>${say("do.cancel")}</button>
				</div>
			</form>`;
	}

	/** The newest draft into the page, in the place of what stood there. */
	async #take() {
		this.#again();
		this.#begin();
		await this.held?.done();
		await this.updateComplete;
		this.querySelector("form")?.reset();
	}

	#begin() {
		const conversation = this.#conversation;
		const drafted = conversation?.drafted ?? null;
		this.first = conversation === null ? "" : firstTeller(conversation);
		this.base = drafted?.draft ?? null;
		this.seenN = drafted?.n ?? 0;
		this.hands = this.#hands;
		this.to = toIn(this.base, this.supervisors);
	}

	/** As it stands here, for the other to look at. @param {Event} event */
	#suggest = async (event) => {
		const { form } = /** @type {HTMLButtonElement} */ (event.target);
		const draft = draftIn(new FormData(/** @type {HTMLFormElement} */ (form)), this.to, this.supervisors);
		this.missing = isTwoKinds(draft.what, draft.purpose) ? "tell.one-kind" : "";
		if (this.missing === "") await this.#share(draft, "draft.shown");
	};

	/** @param {object} draft @param {string} words */
	async #share(draft, words) {
		if (await this.attempt(() => this.room.telling("share", this.place.id, draft))) this.tell(say(words));
	}

	/** Exactly what is signed. */
	#look() {
		const { terms, content } = this.draft;
		return html`<div class="stack">
			<p class="lead">${say("tell.exactly")}</p>
			${this.hands === "" ? nothing : html`<p class="small soft">${say("draft.worded", { name: this.hands })}</p>`}
			${terms.texts.shown.split("\n").map((/** @type {string} */ one) => html`<p>${one}</p>`)}
			<section class="card stack">
				<h2>${say("tell.goes")}</h2>
				${contentPart(content)}
			</section>
			<p class="small">${terms.texts.notice}</p>
			<p class="small">${terms.texts.refusal}</p>
			<p class="small">${terms.texts.back}</p>
			<form class="stack" autocomplete="off" novalidate @submit=${this.#sign}>
				${asked("typed", "tell.typed", 80)}
				${this.missing === "" ? nothing : html`<p class="wrong" role="alert">${say(this.missing)}</p>`} ${this.troubleNote()}
				<div class="row">
					<button class="button" type="submit" ?disabled=${this.busy}>${say(this.busy ? "tell.signing" : "tell.sign")}</button>
					<button class="button quiet" type="button" @click=${this.#change}>${say("tell.change")}</button>
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
			${this.copied === null ? nothing : html`<p role="status">${say(this.copied ? "do.copied" : "tell.not-copied")}</p>`}
			<div class="row">
				${link === "" ? nothing : html`<button class="button" type="button" @click=${() => this.#copy(link)}>${say("tell.copy")}</button>`}
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "told" })}>${say("told.title")}</button>
			</div>
		</section>`;
	}

	/** @param {string} link */
	async #copy(link) {
		this.copied = await navigator.clipboard.writeText(link).then(
			() => true,
			() => false,
		);
	}

	#again() {
		this.draft = null;
		this.missing = "";
	}

	#change = async () => {
		this.#again();
		await this.#toTop();
	};

	async #toTop() {
		await this.updateComplete;
		this.querySelector("h1")?.focus();
	}

	/** @param {Event} event */
	#write = async (event) => {
		event.preventDefault();
		const given = new FormData(/** @type {HTMLFormElement} */ (event.target));
		const text = textIn(given);
		this.missing = this.#missingIn(given, text);
		const conversation = this.#conversation;
		if (this.missing !== "" || conversation === null) return;
		this.day = this.#today;
		await this.quietly(async () => {
			this.day = await this.room.telling("today");
		});
		this.draft = this.#drafted(conversation, given, text);
		await this.#toTop();
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
		if (signerIn(text) === undefined) return "tell.needs-signer";
		return text("person") === "" ? "tell.needs-name" : "";
	}

	/** @param {(name: string) => string} text */
	#isNobody(text) {
		if (this.to === "organisation" && text("through") === "") return true;
		return isAway(this.to) && (text("toName") === "" || text("where") === "");
	}

	/** @param {import("./seen.d.ts").Conversation} conversation @param {FormData} given @param {(name: string) => string} text */
	#drafted(conversation, given, text) {
		const lines = given.getAll("lines").map(String);
		const what = [...given.getAll("what").map(String), ...(lines.length > 0 ? ["lines"] : [])].sort();
		const { config } = this.view;
		const { by, byName } = tellerIn(conversation, text("by"));
		const law = lawOf(config?.country ?? "");
		const said = {
			...{ person: text("person"), byName, to: this.#to(text), what },
			...{ leavesOut: text("leavesOut"), purpose: Number(text("purpose")), why: text("why") },
			...{
				from: this.day,
				until: Number(text("until")),
				laws: law.laws,
				basis: law.basis,
				help: Number(text("help")),
			},
			...{ signsFor: signerIn(text) ?? null, witness: text("witness"), supersedes: text("instead") !== "" },
		};
		const shown = sentencesOf(said).join("\n");
		const texts = { shown, notice: say(law.notice), refusal: say("told.refusal"), back: say("told.back") };
		const terms = {
			...said,
			...{ texts, purposeWords: said.why, fromDay: said.from, untilDay: said.until, lang: spokenLanguage() },
			...{ readingHelp: said.help, country: config?.country ?? "" },
		};
		return {
			terms,
			words: text("words"),
			...{ to: isAway(this.to) ? null : this.to, by },
			instead: text("instead") || null,
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
		const conversation = this.#conversation;
		const found = (conversation?.lines ?? []).filter(({ msg }) => msg !== null && ids.includes(msg));
		return found.map((line) => ({
			name: (line.from === "me" || !conversation ? person : nameOf(conversation, line.by)).slice(0, 40),
			...{ id: line.msg ?? "", day: Math.floor((line.ts ?? 0) / 86_400_000), b: line.text },
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
		const { terms, words, to, by, instead, content } = this.draft;
		const { from: _from, until: _until, why: _why, help: _help, supersedes: _instead, ...rest } = terms;
		const given = { conv: this.place.id, to, by, terms: { ...rest, typedName: typed }, words, instead };
		// Exactly the lines that stood on this page; the core refuses any that says something else by now.
		const lines = content.lines.map((/** @type {any} */ one) => ({ id: one.id, b: one.b, name: one.name }));
		const signed = await this.attempt(async () => {
			this.link = await this.room.telling("tell", { ...given, lines });
		});
		if (!signed) return;
		this.done = true;
		await this.held?.done();
		if (this.#conversation?.drafted?.draft)
			await this.quietly(() => this.room.telling("share", this.place.id, {}));
		await this.#toTop();
	};

	get #hands() {
		const conversation = this.#conversation;
		return conversation === null
			? ""
			: wordedBy(conversation, ownName(conversation.relationship, say("see.them")));
	}

	get #conversation() {
		return this.room.conversation(this.place.id ?? "");
	}

	get #today() {
		return this.view.config?.today ?? 0;
	}
}

customElements.define("room-tell", RoomTell);
