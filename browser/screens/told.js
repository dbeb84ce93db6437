/** What was told about me, or what I am told: a list to read, to stop, and to print. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { isForPayer } from "../talk/bill-rules.js";
import { dayWords } from "./days.js";
import { Screen } from "./screen.js";
import "./rules-ask.js";
import "./supported.js";
import { contentPart, sentencesOf } from "./told-words.js";

/** @typedef {import("../talk/telling.js").Telling} Telling */
/** @typedef {import("../talk/telling.js").Emergency} Emergency */

const [CLIENT, SPECIALIST, TOLD] = [1, 2, 3];
const YEAR = 366;
const SUPERVISOR = 3;

/** Also whoever is a specialist as well: the house says whether the programme stands behind it today. @param {import("./seen.d.ts").View} view */
const isSupervisor = ({ me, step }) => step === "supervising" || (me?.roles ?? []).includes(SUPERVISOR);

export class RoomTold extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		account: { state: true },
		years: { state: true },
		open: { state: true },
	};

	constructor() {
		super();
		/** @type {import("../talk/telling.js").Account | null} */
		this.account = null;
		this.years = 6;
		/** What is read now, by id. @type {{id: string, content: import("../talk/telling.js").Content} | null} */
		this.open = null;
	}

	/** @override */
	async connectedCallback() {
		super.connectedCallback();
		await this.updateComplete;
		await this.attempt(async () => {
			this.account = await this.room.telling("account");
		});
	}

	/** @override */
	render() {
		return html`<section class="page sheet">
			<h1 tabindex="-1">${say(this.view.step === "supervising" ? "told.open" : "told.title")}</h1>
			<p class="lead">${say("told.lead")}</p>
			${this.troubleNote()} ${this.view.step === "supervising" ? html`<room-rules-ask .room=${this.room} .view=${this.view}></room-rules-ask>` : nothing}
			${this.account?.tellings.some(isForPayer) ? html`<p class="noprint"><button class="link" type="button" @click=${() => this.go({ screen: "bills" })}>${say("bills.open")}</button></p>` : nothing}
			${isSupervisor(this.view) ? html`<room-supported .room=${this.room} .view=${this.view} .place=${this.place}></room-supported>` : nothing}
			${this.account === null ? html`<p class="soft" role="status">${say("told.looking")}</p>` : this.#all(this.account)}
		</section>`;
	}

	/** @param {import("../talk/telling.js").Account} account */
	#all({ tellings, emergencies, whole }) {
		const since = (this.view.config?.today ?? 0) - this.years * YEAR;
		const told = tellings.filter(({ day }) => day >= since).toReversed();
		const entered = emergencies.filter(({ day }) => day >= since).toReversed();
		const isEmpty = told.length === 0 && entered.length === 0;
		return html`${whole ? nothing : html`<p class="wrong" role="alert">${say("told.not-whole", { contact: this.view.config?.contact.name ?? "" })}</p>`}
			${isEmpty ? html`<p class="soft">${say("told.empty")}</p>` : this.#print()}
			<ul class="plain stack">${told.map((one) => this.#one(one))}</ul>
			${entered.length === 0 ? nothing : html`<h2>${say("danger.title")}</h2><ul class="plain stack">${entered.map((one) => this.#entry(one))}</ul>`}`;
	}

	#print() {
		const choose = (/** @type {Event} */ event) => {
			this.years = Number(/** @type {HTMLSelectElement} */ (event.target).value);
		};
		const { programme = "", today = 0 } = this.view.config ?? {};
		const year = new Date(today * 86_400_000).getUTCFullYear();
		const given = { programme, years: this.years, day: dayWords(today), year };
		return html`<p class="onpaper">${say("told.on-paper", given)}</p>
		<div class="row noprint">
			<label class="field">
				<span>${say("told.years")}</span>
				<select autocomplete="off" @change=${choose}>
					${[3, 6].map((years) => html`<option value=${years} ?selected=${years === this.years}>${say("told.years-of", { years })}</option>`)}
				</select>
			</label>
			<button class="button quiet" type="button" @click=${() => print()}>${say("do.print")}</button>
		</div>`;
	}

	/** @param {Telling} one */
	#one(one) {
		return html`<li class="card stack">
			<p><strong>${dayWords(one.day)}</strong> <span class="soft">${this.#state(one)}</span></p>
			${one.terms === null ? this.#unread(one) : sentencesOf(one.terms).map((said) => html`<p class="small">${said}</p>`)}
			${one.openedOn === null ? nothing : html`<p class="small">${say("told.opened", { day: dayWords(one.openedOn) })}</p>`}
			${this.open?.id === one.id ? this.#content(one) : nothing}
			${one.endedOn === null ? this.#acts(one) : nothing}
		</li>`;
	}

	/** @param {Telling} one */
	#unread({ fits, endedOn }) {
		return fits || endedOn !== null ? nothing : html`<p class="wrong">${say("told.not-signed")}</p>`;
	}

	/** @param {Telling} one */
	#state({ endedOn, endedBy, until, openedOn }) {
		if (endedOn !== null) return say(`told.ended-${endedBy ?? 2}`, { day: dayWords(endedOn) });
		return say(openedOn === null ? "told.waits" : "told.runs", { day: dayWords(until) });
	}

	/** @param {Telling} one */
	#content({ terms }) {
		return html`<div class="stack">
			${terms === null ? nothing : html`<p class="small">${terms.texts.notice}</p>`}
			${this.open === null ? nothing : contentPart(this.open.content)}
		</div>`;
	}

	/** @param {Telling} one */
	#acts({ id, part, fits, day, n }) {
		const name = `${say("told.read")}: ${dayWords(day)}, ${n}`;
		return html`<div class="row noprint">
			${
				fits
					? html`<button class="button quiet" type="button" aria-label=${name} ?disabled=${this.busy} @click=${() => this.#read(id)}>${say("told.read")}</button>`
					: nothing
			}
			${
				part === CLIENT
					? html`<button class="button" type="button" ?disabled=${this.busy} @click=${() => this.#stop(id)}>${say("told.stop")}</button>`
					: nothing
			}
		</div>`;
	}

	/** @param {Emergency} one */
	#entry(one) {
		if (!one.fits) return this.#unchecked(one);
		return html`<li class="card stack">
			<p><strong>${dayWords(one.day)}</strong> <span class="soft">${say(`danger.reason-${one.reason}`)}, ${say(`danger.told-${one.told}`)}</span></p>
			${one.words === null ? nothing : this.#words(one.words)}
			<p class="small">${say(one.confirmedOn === null ? "danger.not-confirmed" : one.here ? "danger.confirmed-here" : "danger.confirmed-desk", { day: dayWords(one.confirmedOn ?? one.day) })}</p>
			<p class="small">${this.#toldWords(one)}</p>
			${one.part === CLIENT && one.wishesTalk === null ? html`<p>${say("danger.proposed")}</p>` : nothing}
			<div class="row noprint">${this.#steps(one)}</div>
		</li>`;
	}

	/** Of somebody who never walked with me, or of nobody: nothing of it is shown. @param {Emergency} one */
	#unchecked({ day }) {
		return html`<li class="card stack">
			<p><strong>${dayWords(day)}</strong></p>
			<p class="wrong">${say("danger.not-signed", { contact: this.view.config?.contact.name ?? "" })}</p>
		</li>`;
	}

	/** @param {{whom: string, what: string, why: string}} words */
	#words({ whom, what, why }) {
		return html`<dl>
			<dt class="small soft">${say("danger.whom")}</dt><dd class="theirs">${whom}</dd>
			<dt class="small soft">${say("danger.what")}</dt><dd class="theirs">${what}</dd>
			<dt class="small soft">${say("danger.why")}</dt><dd class="theirs">${why}</dd>
		</dl>`;
	}

	/** @param {Emergency} one */
	#toldWords({ toldOn, lookOn, part, wishesTalk }) {
		if (toldOn === null) return say("danger.look-on", { day: dayWords(lookOn) });
		if (wishesTalk === true) return say(part === CLIENT ? "danger.talk-yes" : "danger.they-talk");
		return say("danger.shown", { day: dayWords(toldOn) });
	}

	/** @param {Emergency} one */
	#steps({ id, part, toldOn, confirmedOn, wishesTalk }) {
		const step = (/** @type {string} */ name, /** @type {object} */ body, /** @type {string} */ label) =>
			html`<button class="button quiet" type="button" ?disabled=${this.busy} @click=${() => this.#step(id, name, body)}>${say(label)}</button>`;
		if (part === SPECIALIST && toldOn === null) return step("told", {}, "danger.show-now");
		if (part === TOLD && confirmedOn === null) return step("confirm", {}, "danger.confirm");
		if (part !== CLIENT || wishesTalk === true) return nothing;
		return html`${step("talk", { wishes: true }, "danger.talk")} ${wishesTalk === null ? step("talk", { wishes: false }, "danger.no-talk") : nothing}`;
	}

	/** @param {string} id */
	async #read(id) {
		await this.attempt(async () => {
			this.open = { id, content: await this.room.telling("read", id) };
			this.account = await this.room.telling("account");
		});
	}

	/** One press, at once. @param {string} id */
	async #stop(id) {
		const stopped = await this.attempt(async () => {
			this.account = await this.room.telling("stop", id);
			this.open = null;
		});
		if (stopped) this.tell(say("told.stopped"));
	}

	/** @param {string} id @param {string} name @param {object} body */
	async #step(id, name, body) {
		await this.attempt(async () => {
			const sent = name === "talk" ? body : undefined;
			this.account = await this.room.telling("step", id, name, sent);
		});
	}
}

customElements.define("room-told", RoomTold);
