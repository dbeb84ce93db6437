/** Under the box, for a specialist who switched the listening coach on: one question at most, and quiet marks. It never delays a key. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { Screen } from "./screen.js";

/** @typedef {import("../talk/listening.js").Heard} Heard */
/** @typedef {import("../talk/listening.js").Shown} Shown */

/** After the last key. */
const REST = 700;
/** @type {Heard} */
const silence = Object.freeze({ marks: [], question: null });

export class RoomEar extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		conversation: { attribute: false },
		text: { attribute: false },
		heard: { state: true },
	};

	/** @type {ReturnType<typeof setTimeout> | undefined} */
	#rest;
	#asked = 0;
	#read = "";
	/** The line of the talk that was the last when the draft was read. */
	#last = "";
	/** Questions that were put away. @type {Set<string>} */
	#away = new Set();

	constructor() {
		super();
		/** @type {import("./seen.d.ts").Conversation} */
		this.conversation = /** @type {never} */ (undefined);
		this.text = "";
		this.heard = silence;
	}

	/** @override */
	connectedCallback() {
		super.connectedCallback();
		document.addEventListener("help", this.#help);
	}

	/** @override */
	disconnectedCallback() {
		super.disconnectedCallback();
		document.removeEventListener("help", this.#help);
		clearTimeout(this.#rest);
	}

	/** @override */
	willUpdate() {
		const last = lastOf(this.conversation);
		if (this.text === this.#read && last === this.#last) return;
		if (last !== this.#last || isBlank(this.text)) this.heard = silence;
		if (isBlank(this.#read) && !isBlank(this.text)) this.#begin();
		this.#read = this.text;
		this.#last = last;
		this.#asked += 1;
		clearTimeout(this.#rest);
		// An empty box is told of too: a coach that is awake reads ahead what came.
		this.#rest = setTimeout(() => this.#hear(), REST);
	}

	/** @override */
	render() {
		const { marks } = this.heard;
		const question = this.#question();
		return html`<div class="ear">
			<p class="ear-asks" role="status">${question === null ? nothing : say(`ear.ask.${question.ask}`)}</p>
			${question === null ? nothing : this.#answers(question)} ${marks.length === 0 ? nothing : this.#marks(marks)}
		</div>`;
	}

	#question() {
		const { question } = this.heard;
		return question !== null && !this.#away.has(keyOf(question)) ? question : null;
	}

	/** @param {NonNullable<Heard["question"]>} question */
	#answers(question) {
		return html`<div class="row">
			<button class="link" type="button" @click=${() => this.#putAway(question)}>${say("ear.not-sure")}</button>
			<button class="link" type="button" @click=${() => this.#wrong(question)}>${say("ear.wrong")}</button>
		</div>`;
	}

	/** @param {readonly Shown[]} marks */
	#marks(marks) {
		return html`<details>
			<summary>${say("ear.heard", { marks: marks.map(({ mark }) => say(`ear.mark.${mark}`)).join(" \u00b7 ") })}</summary>
			<ul class="plain">
				${marks.map((one) => this.#mark(one))}
			</ul>
		</details>`;
	}

	/** @param {Shown} shown */
	#mark(shown) {
		const mark = say(`ear.mark.${shown.mark}`);
		return html`<li>
			<span class="own-words">${shown.sentence}</span>
			<span class="soft">${mark}</span>
			<button class="link" type="button" aria-label=${say("ear.wrong-this", { mark })} @click=${() => this.#wrong(shown)}>${say("ear.wrong")}</button>
		</li>`;
	}

	/** At the first letter, so that what came is read before the keys rest. */
	#begin() {
		this.quietly(() => this.room.reading("listening", "begin", this.conversation.conv));
	}

	async #hear() {
		const asked = this.#asked;
		await this.quietly(async () => {
			const heard = await this.room.reading("listening", "hear", this.conversation.conv, this.text);
			if (asked === this.#asked) this.heard = heard ?? silence;
		});
	}

	/** @param {NonNullable<Heard["question"]>} question */
	#putAway(question) {
		this.#away.add(keyOf(question));
		this.requestUpdate();
		this.#backToBox();
	}

	/** @param {Shown} shown */
	async #wrong({ mark, sentence }) {
		await this.quietly(() => this.room.reading("listening", "wrong", mark, sentence));
		this.#backToBox();
		await this.#hear();
	}

	#backToBox() {
		/** @type {HTMLElement | null | undefined} */ (this.closest("form")?.querySelector("textarea"))?.focus();
	}

	/** From then on nothing is said in this talk until the lock: the part keeps that, not this element. */
	#help = () => {
		this.#asked += 1;
		clearTimeout(this.#rest);
		this.heard = silence;
		this.quietly(() => this.room.reading("listening", "help", this.conversation.conv));
	};
}

/** @param {string} text */
const isBlank = (text) => text.trim() === "";

/** Which talk, and what came last in it: once a line comes, what was said of a draft is of yesterday. @param {import("./seen.d.ts").Conversation} conversation */
const lastOf = ({ conv, lines }) => `${conv} ${lines.length} ${lines.at(-1)?.id ?? ""}`;

/** @param {NonNullable<Heard["question"]>} question */
const keyOf = ({ ask, sentence }) => `${ask} ${sentence}`;

customElements.define("room-ear", RoomEar);
