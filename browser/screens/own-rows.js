/** Rows of one part of what is one's own: read, added, changed, marked as done, removed. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { beginningOf } from "./beginning.js";
import { dayWords } from "./days.js";
import { HeldForm } from "./held.js";
import { Screen } from "./screen.js";
import "./sure.js";

/** @typedef {{docId: string, id: string, b: string, k: number, n?: string, done?: number, by?: number}} OwnRow */

const longestRow = 200;
const longestNumber = 40;

export class RoomOwnRows extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		own: {},
		k: { type: Number },
		rows: { attribute: false },
		hasNumber: { type: Boolean },
		mayBeDone: { type: Boolean },
		from: {},
		open: { state: true },
		cheered: { state: true },
	};

	constructor() {
		super();
		/** @type {"path" | "plan"} */
		this.own = "path";
		/** Which part of it. */
		this.k = 1;
		/** @type {readonly OwnRow[]} */
		this.rows = [];
		this.hasNumber = false;
		this.mayBeDone = false;
		/** Whose suggestions were taken. */
		this.from = "";
		/** The row that is being changed, "new" for one more. */
		this.open = "";
		this.cheered = "";
		/** @type {HeldForm | null} what was begun outlives a lock */
		this.held = null;
	}

	/** @override */
	connectedCallback() {
		super.connectedCallback();
		this.held = new HeldForm(this.room, this.own, String(this.k));
	}

	/** A form that was begun is open again; a row that is gone meanwhile is begun anew. @override */
	async firstUpdated() {
		const [begun] = (await this.held?.begun("row")) ?? [];
		if (begun === undefined || this.open !== "") return;
		this.open = this.rows.some((row) => keyOf(row) === begun) ? begun : "new";
	}

	/** @override */
	updated() {
		this.held?.stands(this.querySelector("form"), () => this.updateComplete);
	}

	get #words() {
		return say(`${this.own === "plan" ? "plan-bad" : "path"}.part.${this.k}`);
	}

	/** @override */
	render() {
		return html`${this.rows.length === 0 && this.open !== "new" ? html`<p class="soft">${say("path.none")}</p>` : nothing}
			<ul class="plain">${this.rows.map((row) => this.#row(row))}</ul>
			${this.open === "new" ? this.#form(null) : this.#door()} ${this.open === "" ? this.troubleNote() : nothing}`;
	}

	#door() {
		return html`<div class="row">
			<button class="button quiet" type="button" aria-label=${say("path.new", { part: this.#words })} @click=${() => this.#turn("new")}>${say("path.add")}</button>
		</div>`;
	}

	/** @param {OwnRow} row */
	#row(row) {
		if (this.open === keyOf(row)) return html`<li class="own-row">${this.#form(row)}</li>`;
		const { b, n = "", done = 0, by = 1 } = row;
		const short = { row: beginningOf(b) };
		return html`<li class="own-row">
			<p class="theirs">${b}${n === "" ? nothing : html` <span class="soft">${n}</span>`}</p>
			${done > 0 ? html`<p class="small">${say("path.done-on", { day: dayWords(done) })}</p>` : nothing}
			${this.cheered === keyOf(row) && done > 0 ? html`<p class="note">${say("path.cheer")}</p>` : nothing}
			${by === 2 ? html`<p class="small soft">${say("path.by-them", { name: this.from })}</p>` : nothing}
			<div class="row">
				${this.mayBeDone ? this.#doneDoor(row, short) : nothing}
				<button class="link" type="button" aria-label=${say("path.change-it", short)} @click=${() => this.#turn(keyOf(row))}>${say("path.change")}</button>
				<room-sure
					.label=${say("path.remove")}
					.about=${short.row}
					.question=${say("path.remove-it", short)}
					.yes=${say("path.remove-yes")}
					@yes=${() => this.attempt(() => this.room.doing("path", "remove", this.own, row))}
				></room-sure>
			</div>
		</li>`;
	}

	/** @param {OwnRow} row @param {{row: string}} short */
	#doneDoor(row, short) {
		const isDone = (row.done ?? 0) > 0;
		const label = isDone ? say("path.not-done-it", short) : say("path.done-it", short);
		return html`<button class="link" type="button" ?disabled=${this.busy} aria-label=${label} @click=${() => this.#mark(row, !isDone)}>${say(isDone ? "path.not-done" : "path.done")}</button>`;
	}

	/** @param {OwnRow | null} row */
	#form(row) {
		const id = `${this.own}-${this.k}`;
		return html`<form class="stack" autocomplete="off" @input=${this.held?.typed} @submit=${(/** @type {SubmitEvent} */ event) => this.#save(event, row)}>
			<input type="hidden" autocomplete="off" name="row" .value=${this.open} />
			<div class="field">
				<label for=${id}>${row === null ? say("path.new", { part: this.#words }) : say("path.row")}</label>
				<textarea id=${id} name="b" rows="2" maxlength=${longestRow} .value=${row?.b ?? ""}></textarea>
			</div>
			${this.hasNumber ? this.#number(`${id}-number`, row?.n ?? "") : nothing} ${this.troubleNote()}
			<div class="row">
				<button class="button" type="submit" ?disabled=${this.busy}>${say("path.keep")}</button>
				<button class="button quiet" type="button" @click=${() => this.#turn("")}>${say("do.cancel")}</button>
			</div>
		</form>`;
	}

	/** @param {string} id @param {string} value */
	#number(id, value) {
		return html`<div class="field">
			<label for=${id}>${say("path.number")}</label>
			<input id=${id} name="n" type="tel" maxlength=${longestNumber} autocomplete="off" .value=${value} />
		</div>`;
	}

	/** @param {string} open */
	async #turn(open) {
		await this.held?.done();
		[this.open, this.trouble] = [open, null];
		await this.updateComplete;
		const next = open === "" ? ".row > .button" : "textarea";
		/** @type {HTMLElement | null} */ (this.querySelector(next))?.focus();
	}

	/** @param {SubmitEvent} event @param {OwnRow | null} row */
	#save = async (event, row) => {
		event.preventDefault();
		const form = /** @type {HTMLFormElement} */ (event.currentTarget);
		const b = /** @type {HTMLTextAreaElement} */ (form.querySelector("textarea")).value;
		const n = /** @type {HTMLInputElement | null} */ (form.querySelector("input[type=tel]"))?.value.trim();
		const given = { b, ...(n === undefined ? {} : { n }) };
		const deed =
			row === null
				? () => this.room.doing("path", "add", this.own, { ...given, k: this.k })
				: () => this.room.doing("path", "change", this.own, row, given);
		if (await this.attempt(deed)) await this.#turn("");
	};

	/** @param {OwnRow} row @param {boolean} isDone */
	async #mark(row, isDone) {
		const done = isDone ? (this.view.config?.today ?? row.done ?? 0) : 0;
		if (!(await this.attempt(() => this.room.doing("path", "change", this.own, row, { done })))) return;
		this.cheered = isDone ? keyOf(row) : "";
		if (isDone) this.tell(say("path.cheer"));
	}
}

/** @param {OwnRow} row */
const keyOf = ({ docId, id }) => `${docId} ${id}`;

customElements.define("room-own-rows", RoomOwnRows);
