/** Wishes: one screen of taps, all of them optional. They leave the page only when somebody lets the programme choose. */
import { html, nothing } from "../vendor/lit.js";
import { say, sayCount } from "../words/index.js";
import { chips, factChoices, factGroups, languageChoices, languages, turned } from "./chips.js";
import "./choose.js";
import { tookList } from "./hand-over.js";
import { Screen } from "./screen.js";

export class RoomWishes extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		facts: { state: true },
		langs: { state: true },
		most: { state: true },
		handing: { state: true },
		took: { state: true },
	};

	constructor() {
		super();
		/** @type {Set<string>} */
		this.facts = new Set();
		/** @type {Set<string>} */
		this.langs = new Set();
		/** @type {string | null} */
		this.most = null;
		this.handing = false;
		/** @type {import("../talk/choosing.js").Choice["took"] | null} */
		this.took = null;
	}

	/** @override */
	connectedCallback() {
		super.connectedCallback();
		const wishes = this.view?.finding?.wishes;
		if (!wishes) return;
		this.facts = new Set(wishes.facts);
		this.langs = new Set(wishes.langs);
		this.most = wishes.matters;
	}

	/** @override */
	render() {
		if (this.handing) return this.#handOver();
		return html`<section class="page wide">
			<h1 tabindex="-1">${say("wishes.title")}</h1>
			<room-choosing-note .room=${this.room} .view=${this.view} @took=${this.#know}></room-choosing-note>
			<p class="lead">${say("wishes.lead")}</p>
			${Object.entries(factGroups).map(([group, ids]) => this.#group(group, ids))}
			${chips(say("wishes.group.langs"), languageChoices(languages), this.langs, this.#turnLanguage)}
			${this.#count() > 0 ? this.#matters() : nothing}
			${this.troubleNote()}
			${this.took === null ? nothing : tookList(this.took)}
			${this.#acts()}
		</section>`;
	}

	/** @param {CustomEvent<import("../talk/choosing.js").Choice["took"]>} event */
	#know = ({ detail }) => {
		this.took = detail;
	};

	#handOver() {
		return html`<room-hand-over .room=${this.room} .view=${this.view} .wishes=${this.#wishes(this.#count() === 0)} @rather=${() => this.#hand(false)}></room-hand-over>`;
	}

	/** @param {boolean} on */
	async #hand(on) {
		this.handing = on;
		await this.updateComplete;
		/** @type {HTMLElement | null} */ (this.querySelector("h1"))?.focus();
	}

	/**
	 * @param {string} group
	 * @param {readonly string[]} ids
	 */
	#group(group, ids) {
		return chips(say(`wishes.group.${group}`), factChoices(ids), this.facts, this.#turnFact);
	}

	#matters() {
		const chosen = [...factChoices([...this.facts]), ...languageChoices([...this.langs])];
		return html`<fieldset class="chips calm">
			<legend>${say("wishes.most")}</legend>
			<div class="choices">
				${[{ id: null, label: say("wishes.most-none") }, ...chosen].map((one) => this.#one(one))}
			</div>
		</fieldset>`;
	}

	/** @param {{ id: string | null, label: string }} one */
	#one(one) {
		return html`<label class="choice">
			<input
				autocomplete="off"
				type="radio"
				name="most"
				.checked=${this.most === one.id}
				@change=${() => {
					this.most = one.id;
				}}
			/>
			<span>${one.label}</span>
		</label>`;
	}

	#acts() {
		const picked = this.#count() === 0 ? say("wishes.picked-none") : sayCount("wishes.picked", this.#count());
		return html`<div class="acts">
			<p class="small soft" aria-live="polite">${picked}</p>
			<button class="button" type="button" ?disabled=${this.busy} @click=${() => this.#find(false)}>
				${say("wishes.show")}
			</button>
			<button class="button quiet" type="button" ?disabled=${this.busy} @click=${() => this.#find(true)}>
				${say("wishes.anyone")}
			</button>
			<button class="link" type="button" ?disabled=${this.busy} @click=${() => this.#hand(true)}>
				${say("hand.ask", { programme: this.view.config?.programme ?? "" })}
			</button>
		</div>`;
	}

	#count() {
		return this.facts.size + this.langs.size;
	}

	/** @param {string} id */
	#turnFact = (id) => {
		this.facts = turned(this.facts, id);
		this.#keepMost();
	};

	/** @param {string} id */
	#turnLanguage = (id) => {
		this.langs = turned(this.langs, id);
		this.#keepMost();
	};

	#keepMost() {
		if (this.most !== null && !this.facts.has(this.most) && !this.langs.has(this.most)) this.most = null;
	}

	/** @param {boolean} anyone */
	async #find(anyone) {
		const wishes = this.#wishes(anyone);
		if (await this.attempt(() => this.room.find(wishes))) this.go({ screen: "people" });
	}

	/** @param {boolean} anyone */
	#wishes(anyone) {
		return { facts: [...this.facts], langs: [...this.langs], matters: this.most, anyone };
	}
}

customElements.define("room-wishes", RoomWishes);
