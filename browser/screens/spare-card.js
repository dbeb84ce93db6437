/** The spare code on a card: written down first, hidden, printed as a plain slip. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { orPrint, slipHead } from "./paper.js";
import { Screen } from "./screen.js";

const ADD = "add";
const SPARE = 2;

export class RoomSpareCard extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		whole: { attribute: false },
		code: { state: true },
		covered: { state: true },
		named: { state: true },
		words: { state: true },
	};

	constructor() {
		super();
		/** @type {string | null} */
		this.code = null;
		this.covered = false;
		/** whether a printed slip says what it is for */
		this.named = false;
		/** here a fresh code may be made; elsewhere one line leads to where */
		this.whole = false;
		this.words = "";
	}

	/** @override */
	async connectedCallback() {
		super.connectedCallback();
		await this.quietly(async () => {
			this.code = await this.room.spareCode();
		});
	}

	/** @override */
	render() {
		if (this.view.me?.spareSeen !== false) return nothing;
		if (this.code === null && !this.whole) return this.view.asks === "spare" ? this.#hint() : nothing;
		return html`<section class="card spare" aria-labelledby="spare-title">
			<h2 id="spare-title">${say("card.title")}</h2>
			${this.#inside()} ${this.troubleNote()}
		</section>`;
	}

	#inside() {
		if (this.code !== null) return this.#card(this.code);
		return this.view.me?.spareAtOnce === false ? this.#late() : this.#fresh();
	}

	#hint() {
		return html`<div class="note">
			<p>${say("card.not-yet")}</p>
			<button class="link" type="button" @click=${() => this.go({ screen: "place" })}>${say("card.make")}</button>
		</div>`;
	}

	/** @param {string} code */
	#card(code) {
		return html`
			<p>${say("card.why")}</p>
			${this.covered ? html`<p class="words covered">${say("card.hidden")}</p>` : this.#slip(code)}
			<div class="row noprint">
				<button class="button" type="button" ?disabled=${this.busy} @click=${this.#written}>${say("card.done")}</button>
				<button class="link" type="button" @click=${this.#turn}>
					${this.covered ? say("card.show") : say("card.hide")}
				</button>
			</div>
			${orPrint(this.named, (named) => {
				this.named = named;
			})}
		`;
	}

	/** @param {string} code */
	#slip(code) {
		const purpose = this.named ? say("paper.code") : null;
		return html`<div class="sheet">
			${slipHead(this.view.me?.username ?? "", purpose)} ${shownCode(code)}
		</div>`;
	}

	#fresh() {
		return html`
			<p>${say("card.again-why")}</p>
			<p class="soft">${say("card.again-what")}</p>
			<form autocomplete="off" class="stack" @submit=${this.#renew}>
				<room-words-field .room=${this.room} .view=${this.view} @words=${this.#typed}></room-words-field>
				<div class="row">
					<button class="button quiet" type="submit" ?disabled=${this.busy}>${say("card.new")}</button>
				</div>
			</form>
		`;
	}

	/** The place is not new any more: a fresh code waits like every change without the card. */
	#late() {
		if (this.view.changes.some(({ kind, type }) => kind === ADD && type === SPARE))
			return html`<p>${say("card.late-waits")}</p>`;
		return html`
			<p>${say("card.late-why")}</p>
			<p class="soft">${say("card.late-what")}</p>
			<div class="row">
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "way-change", id: "own" })}>
					${say("card.make")}
				</button>
			</div>
		`;
	}

	#turn = () => {
		this.covered = !this.covered;
	};

	#written = async () => {
		if (await this.attempt(() => Promise.resolve(this.room.spareWritten()))) this.tell(say("card.seen"));
	};

	/** @param {CustomEvent<string>} event */
	#typed = (event) => {
		this.words = event.detail;
	};

	/** @param {Event} event */
	#renew = async (event) => {
		event.preventDefault();
		await this.attempt(async () => {
			this.code = await this.room.newSpareCode({ words: this.words });
		});
	};
}

/** @param {string} code in groups of four */
export function shownCode(code) {
	const groups = code.match(/[^\s-]{1,4}/g) ?? [];
	return html`<p class="words code">${groups.map((group) => html`<span>${group}</span> `)}</p>`;
}

customElements.define("room-spare-card", RoomSpareCard);
