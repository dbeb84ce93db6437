/** The end in view from the first day: how long one thinks it will be, asked once at the beginning of a talk, with one tap. */
import { html, nothing } from "../vendor/lit.js";
import { say, sayCount } from "../words/index.js";
import { firstLength } from "./at-first.js";
import { dayWords } from "./days.js";
import { ownName } from "./own-name.js";
import { Screen } from "./screen.js";

/** @typedef {import("./seen.d.ts").Relationship} Relationship */
/** @typedef {import("./seen.d.ts").Conversation} Conversation */

/** In weeks: a season, half a year, and what many begin with. */
const lengths = [8, 12, 26];
const week = 7;
/** Those it was put aside with, until the page goes. @type {Set<string>} */
const aside = new Set();

export class RoomFirstLength extends Screen {
	/** @override */
	static properties = { ...Screen.properties, conversation: { attribute: false }, done: { state: true } };

	constructor() {
		super();
		/** @type {Conversation} */
		this.conversation = /** @type {never} */ (undefined);
		/** what was said just now */
		this.done = "";
	}

	/** @override */
	render() {
		const { relationship: one } = this.conversation;
		const name = ownName(one, say("see.them"));
		if (this.done !== "") return html`<p class="note" role="status" tabindex="-1">${this.done}</p>`;
		const what = aside.has(one.id) ? null : firstLength(this.conversation);
		if (what === null) return nothing;
		return what === "ask" ? this.#ask(one, name) : this.#told(one, name);
	}

	/** One line until it is opened: whoever has just begun has a first word to find, and a small screen. @param {Relationship} one @param {string} name */
	#ask(one, name) {
		return html`<section class="note" aria-labelledby="first-length">
			<details>
				<summary><h2 class="minor" id="first-length">${say("length.first")}</h2></summary>
				<div class="stack">
					<p class="small">${say("length.first-why", { name })}</p>
					${this.troubleNote({ name })}
					<div class="acts-row">
						${lengths.map((weeks) => this.#choice(one, name, weeks))}
						<button class="choice" type="button" @click=${() => this.#putAside(one)}>${say("length.first-skip")}</button>
					</div>
				</div>
			</details>
		</section>`;
	}

	/** @param {Relationship} one @param {string} name @param {number} weeks */
	#choice(one, name, weeks) {
		return html`<button class="choice" type="button" ?disabled=${this.busy} @click=${() => this.#set(one, name, weeks)}>
			${sayCount("length.weeks", weeks)}
		</button>`;
	}

	/** @param {Relationship} one @param {string} name */
	#told(one, name) {
		return html`<section class="note stack">
			<p>${say("length.first-them", { name, day: dayWords(one.plan?.endsOn ?? 0) })}</p>
			<div class="row">
				<button class="button quiet" type="button" @click=${() => this.#putAside(one)}>${say("length.first-fine")}</button>
				<button class="link" type="button" @click=${() => this.go({ screen: "length", id: one.conv ?? "" })}>${say("length.first-other")}</button>
			</div>
		</section>`;
	}

	/** @param {Relationship} one @param {string} name @param {number} weeks */
	async #set(one, name, weeks) {
		const endsOn = (this.view.config?.today ?? 0) + weeks * week;
		if (!(await this.attempt(() => this.room.living("plan", one.id, endsOn)))) return;
		this.done = say("length.first-done", { name, day: dayWords(endsOn) });
		await this.updateComplete;
		/** @type {HTMLElement | null} */ (this.querySelector("[role=status]"))?.focus();
	}

	/** @param {Relationship} one */
	#putAside(one) {
		aside.add(one.id);
		this.requestUpdate();
		/** @type {HTMLElement | null} */ (this.closest("room-talk")?.querySelector("h1") ?? null)?.focus();
	}
}

customElements.define("room-first-length", RoomFirstLength);
