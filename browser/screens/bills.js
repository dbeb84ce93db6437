/** Lines for a payer, for whoever sends them: each with its consent, as a table or a FHIR bundle made on this device. */
import { asBundle, asTable } from "../talk/bill-files.js";
import { exportable, isForPayer, whyNot } from "../talk/bill-rules.js";
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";
import { handOut } from "./hand-out.js";
import { Screen } from "./screen.js";

/** @typedef {import("../talk/telling.js").Telling} Telling */

const KINDS = Object.freeze({
	table: { type: "text/csv;charset=utf-8", name: "csv" },
	bundle: { type: "application/fhir+json", name: "json" },
});

export class RoomBills extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		...{ all: { state: true }, refused: { state: true }, today: { state: true } },
	};

	constructor() {
		super();
		/** Null until they were looked up. @type {readonly Telling[] | null} */
		this.all = null;
		/** What was chosen and stays, with its reason. @type {readonly {name: string, why: string}[]} */
		this.refused = [];
		this.today = 0;
	}

	/** @override */
	async connectedCallback() {
		super.connectedCallback();
		await this.updateComplete;
		await this.attempt(() => this.#fetch());
	}

	/** @override */
	render() {
		return html`<section class="page">
			<h1 tabindex="-1">${say("bills.title")}</h1>
			<p class="lead">${say("bills.lead")}</p>
			${this.troubleNote()}
			${this.all === null ? html`<p class="soft" role="status">${say("told.looking")}</p>` : this.#form(this.all)}
		</section>`;
	}

	/** @param {readonly Telling[]} all */
	#form(all) {
		const open = all.filter((one) => whyNot(one, this.today) === null);
		return html`${this.refused.length === 0 ? nothing : this.#stays()}
			${open.length === 0 ? html`<p>${say("bills.none")}</p>` : nothing}
			<form class="stack" autocomplete="off" novalidate @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
				<ul class="plain stack">${all.map((one) => this.#one(one))}</ul>
				${
					open.length === 0
						? nothing
						: html`<p class="small soft">${say("bills.notice")}</p>
				<div class="row">
					<button class="button" type="button" ?disabled=${this.busy} @click=${(/** @type {Event} */ event) => this.#export(event, "table")}>${say("bills.table")}</button>
					<button class="button quiet" type="button" ?disabled=${this.busy} @click=${(/** @type {Event} */ event) => this.#export(event, "bundle")}>${say("bills.bundle")}</button>
				</div>`
				}
			</form>`;
	}

	/** @param {Telling} one */
	#one(one) {
		const why = whyNot(one, this.today);
		const name = one.terms?.person ?? "";
		if (why !== null)
			return html`<li class="card"><p><span class="theirs">${name}</span></p><p class="wrong">${say(`bills.why-${why}`)}</p></li>`;
		return html`<li><label class="choice">
			<input autocomplete="off" type="checkbox" name="line" value=${one.id} checked />
			<span><span class="theirs">${name}</span>, ${say("bills.until", { day: dayWords(one.until) })}</span>
		</label></li>`;
	}

	#stays() {
		return html`<div role="alert">${this.refused.map(({ name, why }) => html`<p class="wrong"><span class="theirs">${name}</span>: ${say(`bills.why-${why}`)}</p>`)}</div>`;
	}

	/** The house is asked anew at each export: what was taken back meanwhile stays. @param {Event} event @param {"table" | "bundle"} kind */
	async #export(event, kind) {
		const { form } = /** @type {HTMLButtonElement} */ (event.target);
		const ids = new FormData(/** @type {HTMLFormElement} */ (form)).getAll("line").map(String);
		const names = new Map((this.all ?? []).map(({ id, terms }) => [id, terms?.person ?? ""]));
		await this.attempt(async () => {
			await this.#fetch();
			const open = (/** @type {string} */ id) => this.room.telling("read", id);
			const { lines, refused } = await exportable(ids, this.all ?? [], this.today, open);
			this.refused = refused.map(({ id, why }) => ({ name: names.get(id) ?? "", why }));
			if (lines.length === 0) return;
			const { type, name } = KINDS[kind];
			const file = kind === "table" ? asTable(lines) : asBundle(lines, { now: Date.now() });
			handOut(["payer-lines", name].join("."), new Blob([file], { type }));
		});
	}

	async #fetch() {
		const { tellings } = await this.room.telling("account");
		this.today = await this.room.telling("today");
		this.all = tellings.filter(isForPayer);
	}
}

customElements.define("room-bills", RoomBills);
