/** Count me in: one yes or no for a number of the whole programme; nothing leaves the device without a tick and a press. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { statementWords } from "./check-words.js";
import { Screen } from "./screen.js";

/** @typedef {import("../crypto/check-in.js").CheckIn} CheckIn */

export class RoomCountIn extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		of: {},
		row: { attribute: false },
		may: { attribute: false },
		counting: { state: true },
		done: { state: true },
	};

	constructor() {
		super();
		/** the talk it is about */
		this.of = "";
		/** which of its answers may be counted in, from 0 @type {readonly number[]} */
		this.may = [];
		/** @type {CheckIn} */
		this.row = /** @type {never} */ (undefined);
		/** @type {import("../talk/counting.js").Counting | null} */
		this.counting = null;
		/** what was done just now, in words */
		this.done = "";
	}

	/** @override */
	firstUpdated() {
		this.#ask();
	}

	/** @override */
	render() {
		const open = this.#open;
		if (open.length === 0 && this.done === "") return nothing;
		return html`<form autocomplete="off" class="card" @submit=${this.#submit}>
			<h2 class="minor">${say("count-in.title")}</h2>
			${open.length === 0 ? nothing : this.#offer(open)}
			${this.troubleNote()}
			<p role="status">${this.done}</p>
		</form>`;
	}

	/** @param {number[]} open */
	#offer(open) {
		return html`<p class="soft">${say("count-in.why", { least: this.counting?.least ?? 0 })}</p>
			${open.map(
				(at) =>
					html`<label class="tick"><input autocomplete="off" type="checkbox" name=${`at-${at}`} /><span>${say("count-in.this", { text: statementWords("client", at) })}</span></label>`,
			)}
			<div class="row"><button class="button quiet" type="submit" ?disabled=${this.busy}>${say("count-in.do")}</button></div>`;
	}

	/** What may be counted in as far as this place remembers, and as far as the house does. */
	get #open() {
		if (this.counting === null || !this.counting.open) return [];
		const { questions } = this.counting;
		return this.may.filter((at) => questions.includes(at + 1));
	}

	/** Whether one can be counted in at all, and where one is not yet; a house that counts nothing shows nothing. */
	#ask() {
		return this.quietly(async () => {
			this.counting = await this.room.counting.open();
		});
	}

	/** @param {Event} event */
	#submit = async (event) => {
		event.preventDefault();
		const given = new FormData(/** @type {HTMLFormElement} */ (event.target));
		const at = this.#open.filter((place) => given.has(`at-${place}`));
		if (at.length === 0) {
			this.done = say("count-in.none");
			return;
		}
		this.done = "";
		const isDone = await this.attempt(async () => {
			const looked = await this.room.doing("checking", "countIn", this.of, { row: this.row, at });
			this.dispatchEvent(new CustomEvent("counted", { detail: looked }));
		});
		if (isDone) this.done = say("count-in.done");
		await this.#ask();
	};
}

customElements.define("room-count-in", RoomCountIn);
