/** People somebody would rather not meet. The team sees it on no page; it can be changed at any time. */
import { html, nothing } from "../vendor/lit.js";
import { say, sayCount } from "../words/index.js";
import { chips } from "./chips.js";
import { Screen } from "./screen.js";

/** @typedef {import("./seen.d.ts").Wishes} Wishes */

/** So many names can be looked through; from more on one types a part of the name. */
const shownAtMost = 12;

export class RoomNotThese extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		wishes: { attribute: false },
		chosen: { attribute: false },
		but: { attribute: false },
		people: { state: true },
		typed: { state: true },
	};

	constructor() {
		super();
		/** @type {Wishes} */
		this.wishes = { facts: [], langs: [], matters: null, anyone: true };
		/** @type {readonly string[]} */
		this.chosen = [];
		/** With whom they walk: nobody to keep apart from here. */
		this.but = "";
		/** @type {readonly { accountId: string, name: string }[] | null} */
		this.people = null;
		this.typed = "";
	}

	/** @override */
	render() {
		return html`<details class="part" @toggle=${this.#opened}>
			<summary>${this.chosen.length === 0 ? say("not.title") : sayCount("not.some", this.chosen.length)}</summary>
			<div class="stack">
				<p>${say("not.lead")}</p>
				<p class="small soft">${say("not.who", { programme: this.view.config?.programme ?? "" })}</p>
				${this.people === null ? html`<p class="soft" role="status">${say("plain.starting")}</p>` : this.#list(this.people)}
				${this.troubleNote()}
			</div>
		</details>`;
	}

	/** @param {readonly { accountId: string, name: string }[]} people */
	#list(people) {
		if (people.length === 0) return html`<p>${say("not.nobody")}</p>`;
		const wanted = this.typed.trim().toLocaleLowerCase();
		const fits = people.filter(
			({ accountId, name }) => this.chosen.includes(accountId) || name.toLocaleLowerCase().includes(wanted),
		);
		const first = fits.toSorted((one, other) => this.#isChosen(other) - this.#isChosen(one));
		const choices = first.slice(0, Math.max(shownAtMost, this.chosen.length));
		return html`${people.length > shownAtMost ? this.#find() : nothing}
			${chips(
				say("not.people"),
				choices.map(({ accountId, name }) => ({ id: accountId, label: name })),
				new Set(this.chosen),
				this.#turn,
			)}
			${fits.length > choices.length ? html`<p class="small soft">${say("not.more")}</p>` : nothing}`;
	}

	/** @param {{ accountId: string }} person */
	#isChosen = ({ accountId }) => (this.chosen.includes(accountId) ? 1 : 0);

	#find() {
		return html`<div class="field">
			<label for="not-name">${say("not.find")}</label>
			<input id="not-name" autocomplete="off" .value=${this.typed} @input=${this.#type} />
		</div>`;
	}

	/** @param {Event} event */
	#type = (event) => {
		this.typed = /** @type {HTMLInputElement} */ (event.target).value;
	};

	/** @param {Event} event */
	#opened = (event) => {
		const { open } = /** @type {HTMLDetailsElement} */ (event.target);
		if (!open || this.people !== null) return;
		this.attempt(async () => {
			const everyone = await this.room.choosing("everyone", this.wishes);
			this.people = everyone.filter(({ accountId }) => accountId !== this.but);
		});
	};

	/** Only what was pressed goes on: another device may have named others. @param {string} id */
	#turn = (id) => {
		const change = this.chosen.includes(id) ? { add: [], remove: [id] } : { add: [id], remove: [] };
		this.dispatchEvent(new CustomEvent("named", { detail: change }));
	};
}

customElements.define("room-not-these", RoomNotThese);
