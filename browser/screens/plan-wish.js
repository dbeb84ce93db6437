/** More time, as one of the two wishes it: the other says yes or no, whoever wished takes it back. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";
import { ownName } from "./own-name.js";
import { Screen } from "./screen.js";

/** @typedef {import("./seen.d.ts").Relationship} Relationship */

export class RoomPlanWish extends Screen {
	/** @override */
	static properties = { ...Screen.properties, relationship: { attribute: false } };

	constructor() {
		super();
		/** @type {Relationship} */
		this.relationship = /** @type {never} */ (undefined);
	}

	/** @override */
	render() {
		const { plan, state } = this.relationship;
		const wish = plan?.wish ?? null;
		if (wish === null || state !== "active") return nothing;
		const name = ownName(this.relationship, say("see.them"));
		const day = wish.endsOn === null ? "" : dayWords(wish.endsOn);
		const kind = wish.endsOn === null ? "open" : "until";
		return html`<section class="calm stack">
			<p>${say(`length.wish-${kind}-${wish.by}`, { name, day })}</p>
			${this.troubleNote({ name })}
			<div class="row">${wish.by === "you" ? this.#mine() : this.#theirs(wish.endsOn)}</div>
		</section>`;
	}

	#mine() {
		return this.#button("length.wish-back", () => this.room.living("dropWish", this.relationship.id), true);
	}

	/** @param {number | null} endsOn */
	#theirs(endsOn) {
		const { id } = this.relationship;
		return html`${this.#button("length.wish-yes", () => this.room.living("plan", id, endsOn), false)}
			${this.#button("length.wish-no", () => this.room.living("dropWish", id), true)}`;
	}

	/** @param {string} words @param {() => Promise<unknown>} deed @param {boolean} quiet */
	#button(words, deed, quiet) {
		return html`<button class="button ${quiet ? "quiet" : ""}" type="button" ?disabled=${this.busy} @click=${() => this.attempt(deed)}>${say(words)}</button>`;
	}
}

customElements.define("room-plan-wish", RoomPlanWish);
