/** Beside a specialist's box, outside their hours: what is written may wait until those begin, and what waits can be had back. */
import { html, nothing } from "../vendor/lit.js";
import { isOutside } from "../talk/hours.js";
import { say } from "../words/index.js";
import { momentWords } from "./days.js";
import { Screen } from "./screen.js";

const PART = "later";

export class RoomLater extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		conversation: { attribute: false },
		text: { attribute: false },
	};

	constructor() {
		super();
		/** @type {import("./seen.d.ts").Conversation} */
		this.conversation = /** @type {never} */ (undefined);
		/** what stands in the box */
		this.text = "";
	}

	/** @override */
	render() {
		const hours = this.view.me?.profile?.reply ?? null;
		const isLate = hours !== null && isOutside(hours, Date.now());
		/** @type {import("../talk/later.js").Waits | null} */
		const waits = this.view.parts?.[PART]?.[this.conversation.conv] ?? null;
		return html`${isLate ? this.#gentle() : nothing} ${waits === null ? nothing : this.#waits(waits)} ${this.troubleNote()}`;
	}

	#gentle() {
		return html`<p class="hours">
			${say("write.outside-own")}
			${this.text.trim() === "" ? nothing : html`<button class="link" type="button" ?disabled=${this.busy} @click=${this.#put}>${say("later.put")}</button>`}
		</p>`;
	}

	/** @param {import("../talk/later.js").Waits} waits */
	#waits({ text, at, goes }) {
		if (goes) return html`<p class="hours" role="status">${say("later.goes")}</p>`;
		return html`<div class="note stack" role="status">
			<p>${whenWords(at)} ${say("later.how")}</p>
			<p class="own-words">${text}</p>
			<div class="row"><button class="button quiet" type="button" ?disabled=${this.busy} @click=${this.#drop}>${say("later.drop")}</button></div>
		</div>`;
	}

	#put = () => {
		const { text } = this;
		return this.attempt(async () => {
			await this.room.doing(PART, "put", this.conversation.conv, text.trim());
			this.dispatchEvent(new CustomEvent("put-by", { detail: text, bubbles: true }));
		});
	};

	/** The words come back into the box. */
	#drop = () =>
		this.attempt(async () => {
			const detail = await this.room.doing(PART, "drop", this.conversation.conv);
			if (detail !== "") this.closest("room-talk")?.dispatchEvent(new CustomEvent("taken-back", { detail }));
		});
}

/** @param {number} at */
function whenWords(at) {
	const now = Date.now();
	const { when, day, time } = momentWords(at, now);
	if (at <= now) return say("later.soon");
	return when === "today" ? say("later.today", { time }) : say("later.on", { day, time });
}

customElements.define("room-later", RoomLater);
