/** The box of a circle: words, what they touch on, and passing when it is one's turn. */
import { html, nothing } from "../vendor/lit.js";
import { live } from "../vendor/lit/directives/live.js";
import { say } from "../words/index.js";
import { quietNowWords } from "./circle-hours.js";
import { isMyTurn, shareTheAir } from "./circle-words.js";
import { valuesOf } from "./held.js";
import { upward } from "./mark.js";
import { notEmergency } from "./not-emergency.js";
import { Screen } from "./screen.js";
import { notes } from "./story-words.js";

/** @typedef {import("../talk/circle-shape.d.ts").CircleNow} CircleNow */

/** Rows the box may grow to before it scrolls. */
const tallest = 6;
const longestNote = 60;

export class RoomCircleWrite extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		name: { attribute: false },
		now: { attribute: false },
		text: { state: true },
		noting: { state: true },
	};

	#conv = "";

	constructor() {
		super();
		/** of the circle */
		this.name = "";
		/** @type {CircleNow} */
		this.now = /** @type {never} */ (undefined);
		this.text = "";
		/** what it touches on is being said */
		this.noting = false;
	}

	/** @override */
	connectedCallback() {
		super.connectedCallback();
		this.closest("room-circle-talk")?.addEventListener("taken-back", this.#takenBack);
	}

	/** @override */
	disconnectedCallback() {
		super.disconnectedCallback();
		this.closest("room-circle-talk")?.removeEventListener("taken-back", this.#takenBack);
	}

	/** @param {Event} event */
	#takenBack = (event) => {
		const text = /** @type {CustomEvent<string>} */ (event).detail;
		this.#put(this.text.trim() === "" ? text : `${text}\n${this.text}`);
		this.#focus();
	};

	/** @override */
	willUpdate() {
		const { conv, draft } = this.now;
		if (conv === this.#conv) return;
		this.#conv = conv;
		this.text = draft;
		this.noting = false;
	}

	/** @override */
	render() {
		const { name } = this;
		return html`<form autocomplete="off" class="write" @submit=${this.#submit}>
			<p class="only" id="only">${say("circle.only")}</p>
			${this.#quiet()}
			${shareTheAir(this.now) ? html`<p class="hours">${say("circle.air")}</p>` : nothing} ${this.troubleNote()}
			${this.noting ? this.#note() : nothing}
			<div class="write-row">
				<textarea
					id="box"
					rows=${Math.min(tallest, this.text.split("\n").length)}
					aria-label=${say("circle.box", { name })}
					aria-describedby="only"
					placeholder=${say("circle.box", { name })}
					.value=${live(this.text)}
					@input=${this.#typed}
					@keydown=${this.#key}
				></textarea>
				<button class="round go" type="submit" aria-label=${say("talk.send")}>${upward}</button>
			</div>
			${notEmergency()}
			<div class="row">
				${isMyTurn(this.now) ? html`<button class="button quiet" type="button" ?disabled=${this.busy} @click=${this.#pass}>${say("circle.pass")}</button>` : nothing}
				<button class="link" type="button" @click=${() => this.go({ screen: "circle-story", id: String(this.now.id) })}>${say("circle-story.open")}</button>
				<button class="link" type="button" aria-expanded=${this.noting} @click=${this.#turnNote}>${say(this.noting ? "circle.note-none" : "circle.note-add")}</button>
			</div>
		</form>`;
	}

	/** Nobody gets a note now; one may write all the same, or keep it back. */
	#quiet() {
		const words = quietNowWords(this.now);
		if (words === "") return nothing;
		return html`<p class="hours" role="status">${words}</p>
			<label class="tick"><input type="checkbox" name="keep" value="yes" autocomplete="off" />${say("circle.quiet-keep")}</label>`;
	}

	#note() {
		return html`<fieldset class="circle-note stack">
			<legend>${say("circle.note")}</legend>
			<div class="story-notes">
				${notes.map((one) => html`<label class="tick"><input type="checkbox" name="notes" value=${one} autocomplete="off" />${say(`stories.note.${one}`)}</label>`)}
			</div>
			<label class="field">${say("stories.own-note")}
				<input name="own" maxlength=${longestNote} autocomplete="off" />
			</label>
		</fieldset>`;
	}

	#turnNote = async () => {
		this.noting = !this.noting;
		await this.updateComplete;
		/** @type {HTMLElement | null} */ (this.querySelector(this.noting ? "fieldset input" : "#box"))?.focus();
	};

	/** @param {Event} event */
	#typed = (event) => {
		this.#put(/** @type {HTMLTextAreaElement} */ (event.target).value);
	};

	/** @param {string} text */
	#put(text) {
		this.text = text;
		this.quietly(() => this.room.doing("circles", "draft", this.now.id, text));
	}

	/** @param {KeyboardEvent} event */
	#key = (event) => {
		if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
		if (!matchMedia("(pointer: fine)").matches) return;
		event.preventDefault();
		this.#send();
	};

	/** @param {Event} event */
	#submit = (event) => {
		event.preventDefault();
		this.#send();
	};

	async #send() {
		const text = this.text.trim();
		if (text === "") return this.#focus();
		const note = this.#noted();
		const isSaid = await this.attempt(() => this.#say(text, note));
		if (isSaid) {
			this.#put("");
			this.noting = false;
		}
		return this.#focus();
	}

	/** @param {string} text @param {{notes: number[], own: string} | null} note */
	#say(text, note) {
		const { id } = this.now;
		if (this.#keepsBack()) return this.room.doing("circles", "keepBack", id, { text, note });
		return note === null
			? this.room.doing("circles", "say", id, text)
			: this.room.doing("circles", "sayWithNotes", id, { text, ...note });
	}

	#keepsBack = () => this.now.quietUntil !== null && this.#given().keep !== undefined;

	#given() {
		return valuesOf(new FormData(/** @type {HTMLFormElement} */ (this.querySelector("form"))));
	}

	/** What stands in the note; null where nothing does. */
	#noted() {
		if (!this.noting) return null;
		const { notes: all = [], own = [""] } = this.#given();
		const said = (own[0] ?? "").trim();
		return all.length === 0 && said === "" ? null : { notes: all.map(Number), own: said };
	}

	/** One may always pass, and nobody asks why. */
	#pass = async () => {
		if (await this.attempt(() => this.room.doing("circles", "pass", this.now.id)))
			this.tell(say("circle.passed"));
		this.#focus();
	};

	#focus() {
		/** @type {HTMLElement | null} */ (this.querySelector("#box"))?.focus();
	}
}

customElements.define("room-circle-write", RoomCircleWrite);
