/** What one person calls another for themselves, and a note: sealed, for nobody else. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { Screen } from "./screen.js";

/** @typedef {import("./seen.d.ts").Relationship} Relationship */

const longestName = 40;
const longestNote = 4_000;

export class RoomOwnNote extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		relationship: { attribute: false },
		called: { state: true },
		note: { state: true },
		kept: { state: true },
	};

	constructor() {
		super();
		/** @type {Relationship} */
		this.relationship = /** @type {never} */ (undefined);
		/** @type {string | null} as typed; null before */
		this.called = null;
		/** @type {string | null} */
		this.note = null;
		this.kept = false;
	}

	/** @override */
	render() {
		const name = this.relationship.other.name ?? say("see.them");
		return html`<form autocomplete="off" class="part stack" @submit=${this.#submit}>
			<h2>${say("own.only")}</h2>
			<p class="soft">${say("own.why", { name })}</p>
			<div class="field">
				<label for="own-called">${say("own.called", { name })}</label>
				<p class="hint" id="own-called-hint">${say("own.called-hint")}</p>
				<input
					id="own-called"
					maxlength=${longestName}
					autocomplete="off"
					aria-describedby="own-called-hint"
					.value=${this.called ?? this.relationship.called}
					@input=${this.#typed}
				/>
			</div>
			<div class="field">
				<label for="own-note">${say("own.note")}</label>
				<p class="hint" id="own-note-hint">${say("own.note-hint")}</p>
				<textarea
					id="own-note"
					rows="3"
					maxlength=${longestNote}
					aria-describedby="own-note-hint"
					.value=${this.note ?? this.relationship.note}
					@input=${this.#typed}
				></textarea>
			</div>
			${this.troubleNote()}
			<div class="row">
				<button class="button quiet" type="submit" ?disabled=${this.busy}>${say("own.keep")}</button>
				<span role="status">${this.kept ? say("own.kept") : nothing}</span>
			</div>
		</form>`;
	}

	/** @param {Event} event */
	#typed = (event) => {
		const { id, value } = /** @type {HTMLInputElement} */ (event.target);
		if (id === "own-called") this.called = value;
		else this.note = value;
		this.kept = false;
	};

	/** @param {Event} event */
	#submit = async (event) => {
		event.preventDefault();
		const { id, called, note } = this.relationship;
		const given = { called: this.called ?? called, note: this.note ?? note };
		this.kept = await this.attempt(() => this.room.keepNote(id, given));
	};
}

customElements.define("room-own-note", RoomOwnNote);
