/** Certificates: asked for by whoever wants one, made into a file by them alone, shown to whom they like, and taken back. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";
import { handOut } from "./hand-out.js";
import { notEmergency } from "./not-emergency.js";
import { Screen } from "./screen.js";
import "./sure.js";

/** @typedef {import("../talk/certificates.js").Could} Could */
/** @typedef {import("../talk/certificates.js").Certificate} Certificate */
/** @typedef {import("../talk/certificates.js").Chosen} Chosen */

const record = 9;
const longest = 80;
const stands = 1;
/** Nothing goes in unless it is ticked. @type {Chosen} */
const nothingYet = Object.freeze({ name: "", programme: false, title: false, hours: false, day: false });

export class RoomCertificates extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		open: { state: true },
		chosen: { state: true },
		file: { state: true },
		copied: { state: true },
	};

	constructor() {
		super();
		/** the one a file is made of now */
		this.open = 0;
		this.chosen = nothingYet;
		/** the file that was made, while this page is open */
		this.file = "";
		this.copied = false;
	}

	/** @override */
	firstUpdated() {
		this.attempt(() => this.room.reading("certificates", "look"));
	}

	/** @override */
	render() {
		const papers = this.#papers;
		return html`<section class="page">
			<h1 tabindex="-1">${say("papers.title")}</h1>
			<p class="lead">${say("papers.lead")}</p>
			${papers === null ? nothing : papers.on ? this.#all(papers) : html`<p>${say("papers.off")}</p>`}
			${papers === null || this.open === 0 ? this.troubleNote() : nothing}
			<div class="row"><button class="button quiet" type="button" @click=${() => this.go({ screen: "ripple" })}>${say("ripple.title")}</button></div>
		</section>`;
	}

	/** @returns {import("../talk/certificates.js").Papers | null} */
	get #papers() {
		return this.view.parts?.certificates ?? null;
	}

	/** @param {import("../talk/certificates.js").Papers} papers */
	#all({ could, mine }) {
		const isNothing = could.length === 0 && mine.length === 0;
		return html`${mine.length === 0 ? nothing : this.#mine(mine)} ${could.length === 0 ? nothing : this.#could(could)}
			${isNothing ? html`<p>${say("papers.none")}</p>` : nothing}`;
	}

	/** @param {readonly Certificate[]} mine */
	#mine(mine) {
		return html`<section class="part stack">
			<h2>${say("papers.mine")}</h2>
			<ul class="plain stack">
				${mine.map((one) => html`<li class="card stack">${this.#head(one)} ${one.state === stands ? this.#standing(one) : nothing} ${this.#away(one)}</li>`)}
			</ul>
		</section>`;
	}

	/** @param {Certificate} one */
	#head(one) {
		return html`<h3 class="theirs">${this.#name(one)}</h3>
			<p>${say(`papers.state.${one.state}`)}</p>
			${one.state === stands ? html`<p class="soft">${this.#facts(one)}</p>` : nothing}`;
	}

	/** @param {Certificate} one */
	#facts({ hours, doneOn, runsOutOn, files }) {
		const told = [
			doneOn === null ? "" : say("papers.done", { day: dayWords(doneOn) }),
			hours === null ? "" : say("papers.hours-are", { hours }),
			runsOutOn === null ? "" : say("papers.until", { day: dayWords(runsOutOn) }),
			files === 0 ? "" : say("papers.files", { count: files }),
		];
		return told.filter((text) => text !== "").join(" ");
	}

	/** @param {Certificate} one */
	#standing(one) {
		if (this.open !== one.id)
			return html`<div class="row">
				<button class="button" type="button" aria-label=${say("papers.make-of", { what: this.#name(one) })} @click=${() => this.#begin(one.id)}>${say("papers.make")}</button>
			</div>`;
		return this.file === "" ? this.#choosing(one) : this.#handing();
	}

	/** @param {Certificate} one */
	#choosing(one) {
		return html`<form class="stack" autocomplete="off" @submit=${(/** @type {SubmitEvent} */ event) => this.#make(event, one)} @input=${this.#look}>
			<h4 id="papers-choosing" tabindex="-1">${say("papers.choose")}</h4>
			<p class="soft">${say("papers.choose-why")}</p>
			<div class="field">
				<label for="papers-name">${say("papers.name")}</label>
				<input id="papers-name" name="name" autocomplete="off" maxlength=${longest} .value=${this.chosen.name} />
			</div>
			${this.#tick("title", say("papers.tick.title", { what: one.title }))}
			${one.hours === null ? nothing : this.#tick("hours", say("papers.tick.hours", { hours: one.hours }))}
			${one.doneOn === null ? nothing : this.#tick("day", say("papers.tick.day", { day: dayWords(one.doneOn) }))}
			${this.#tick("programme", say("papers.tick.programme", { programme: this.#papers?.programme ?? "" }))}
			${this.#papers?.programmeTells ? html`<p class="small soft">${say("papers.programme-tells")}</p>` : nothing}
			${this.#preview(one)} ${this.troubleNote()}
			<p class="small soft">${say("papers.signs")}</p>
			<div class="row">
				<button class="button" type="submit" ?disabled=${this.busy}>${say("papers.do")}</button>
				<button class="link" type="button" @click=${() => this.#begin(0)}>${say("papers.not-yet")}</button>
			</div>
		</form>`;
	}

	/** @param {"title" | "hours" | "day" | "programme"} what @param {string} text */
	#tick(what, text) {
		return html`<label class="choice" for=${`papers-${what}`}>
			<input id=${`papers-${what}`} name=${what} type="checkbox" autocomplete="off" .checked=${this.chosen[what]} />
			<span class="theirs">${text}</span>
		</label>`;
	}

	/** All of it, and nothing else, before it is made. @param {Certificate} one */
	#preview(one) {
		const { name, programme, title, hours, day } = this.chosen;
		const rows = [
			title ? one.title : say("papers.neutral"),
			name.trim() === "" ? say("papers.nameless") : name.trim(),
			programme ? this.#papers?.programme : say("papers.address", { host: location.host }),
			hours && one.hours !== null ? say("papers.hours-are", { hours: one.hours }) : "",
			day && one.doneOn !== null ? say("papers.done", { day: dayWords(one.doneOn) }) : say("papers.year"),
			one.runsOutOn === null ? "" : say("papers.until", { day: dayWords(one.runsOutOn) }),
		];
		return html`<div class="sheet flat">
			<p class="soft">${say("papers.preview")}</p>
			<ul>${rows.filter((text) => text !== "").map((text) => html`<li class="theirs">${text}</li>`)}</ul>
		</div>`;
	}

	#handing() {
		return html`<section class="stack">
			<h4 id="papers-handing" tabindex="-1">${say("papers.ready")}</h4>
			<p>${say("papers.ready-how")}</p>
			<p class="own-words small link-text">${location.origin}/certificates</p>
			${this.copied ? html`<p role="status">${say("do.copied")}</p>` : nothing} ${this.troubleNote()}
			<div class="row">
				<button class="button" type="button" @click=${this.#save}>${say("papers.save")}</button>
				<button class="button quiet" type="button" @click=${this.#copy}>${say("papers.copy")}</button>
				<button class="link" type="button" @click=${() => this.#begin(0)}>${say("papers.enough")}</button>
			</div>
		</section>`;
	}

	/** @param {Certificate} one */
	#away(one) {
		if (one.state !== stands)
			return html`<div class="row">
				<button class="link" type="button" ?disabled=${this.busy} aria-label=${say(one.state === 0 ? "papers.unask-of" : "papers.off-list-of", { what: this.#name(one) })} @click=${() => this.#letGo(one.id)}>${say(one.state === 0 ? "papers.unask" : "papers.off-list")}</button>
			</div>`;
		return html`<room-sure
			.label=${say("papers.back", { what: this.#name(one) })}
			.question=${say("papers.back-sure")}
			.yes=${say("papers.back-yes")}
			@yes=${() => this.#letGo(one.id)}
		></room-sure>`;
	}

	/** @param {readonly Could[]} could */
	#could(could) {
		return html`<section class="part stack">
			<h2>${say("papers.could")}</h2>
			<form class="stack" autocomplete="off" @submit=${this.#ask}>
				<fieldset class="stack">
					<legend>${say("papers.which")}</legend>
					${could.map(
						(one, at) => html`<label class="choice" for=${`papers-could-${at}`}>
							<input id=${`papers-could-${at}`} type="radio" autocomplete="off" name="which" value=${at} ?checked=${at === 0} />
							<span class="theirs">${this.#name(one)}</span>
						</label>`,
					)}
				</fieldset>
				<div class="field">
					<label for="papers-known">${say("papers.known")}</label>
					<p class="hint" id="papers-known-hint">${say("papers.known-hint")}</p>
					<input id="papers-known" name="known" autocomplete="off" maxlength=${longest} aria-describedby="papers-known-hint" />
				</div>
				${notEmergency()}
				<p class="soft">${say("papers.house")}</p>
				<div class="row"><button class="button" type="submit" ?disabled=${this.busy}>${say("papers.ask")}</button></div>
			</form>
		</section>`;
	}

	/** @param {Could} one */
	#name({ source, title }) {
		return title === "" && source !== record ? say(`papers.step.${source}`) : title;
	}

	#ask = async (/** @type {SubmitEvent} */ event) => {
		event.preventDefault();
		const form = /** @type {HTMLFormElement} */ (event.currentTarget);
		const given = new FormData(form);
		const one = this.#papers?.could[Number(given.get("which") ?? 0)];
		const knownAs = String(given.get("known") ?? "");
		if (one === undefined) return;
		if (await this.attempt(() => this.room.doing("certificates", "ask", one, knownAs))) {
			form.reset();
			this.tell(say("papers.asked"));
		}
	};

	/** @param {number} id */
	async #begin(id) {
		this.open = id;
		this.chosen = nothingYet;
		this.file = "";
		this.copied = false;
		await this.#focus(id === 0 ? "h1" : "#papers-choosing");
	}

	#look = (/** @type {InputEvent} */ event) => {
		this.chosen = chosenIn(/** @type {HTMLFormElement} */ (event.currentTarget));
	};

	/** @param {SubmitEvent} event @param {Certificate} one */
	async #make(event, one) {
		event.preventDefault();
		const chosen = chosenIn(/** @type {HTMLFormElement} */ (event.currentTarget));
		await this.attempt(async () => {
			this.file = await this.room.doing("certificates", "make", one.id, chosen);
		});
		if (this.file !== "") await this.#focus("#papers-handing");
	}

	/** @param {string} what */
	async #focus(what) {
		await this.updateComplete;
		/** @type {HTMLElement | null} */ (this.querySelector(what))?.focus();
	}

	#save = () => handOut(say("papers.filename"), new Blob([this.file], { type: "application/vc+jwt" }));

	#copy = async () => {
		this.copied = await this.attempt(() => navigator.clipboard.writeText(this.file));
	};

	/** @param {number} id */
	async #letGo(id) {
		if (id === this.open) await this.#begin(0);
		if (await this.attempt(() => this.room.doing("certificates", "letGo", id))) this.tell(say("papers.gone"));
	}
}

/** @param {HTMLFormElement} form @returns {Chosen} */
function chosenIn(form) {
	const given = new FormData(form);
	return {
		name: String(given.get("name") ?? ""),
		...{ programme: given.has("programme"), title: given.has("title") },
		...{ hours: given.has("hours"), day: given.has("day") },
	};
}

customElements.define("room-certificates", RoomCertificates);
