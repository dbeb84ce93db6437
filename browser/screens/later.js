/** Beside a specialist's box, outside their hours: what is written may wait until those begin, and what waits can be had back. Where no box is, what waits stays in sight. */
import { html, nothing } from "../vendor/lit.js";
import { isHardLately } from "../talk/hard-lines.js";
import { isOutside } from "../talk/hours.js";
import { say } from "../words/index.js";
import { momentWords } from "./days.js";
import { Screen } from "./screen.js";
import "./sure.js";

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
		const isLate =
			this.conversation.canWrite &&
			hours !== null &&
			isOutside(hours, Date.now()) &&
			!isHardLately(this.conversation.lines, Date.now());
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
		const { canWrite, question } = this.conversation;
		const now = Date.now();
		if (!canWrite || at === 0) return this.#stays(text, at);
		return html`<div class="note stack" role="status">
			<p>${at <= now && question !== null ? say("later.asks") : html`${whenWords(at, now)} ${say("later.how")}`}</p>
			<p class="own-words">${text}</p>
			<div class="row">
				${at <= now && question !== null ? html`<button class="button" type="button" ?disabled=${this.busy} @click=${this.#goOn}>${say("talk.limit-more")}</button>` : nothing}
				<button class="button quiet" type="button" ?disabled=${this.busy} @click=${this.#drop}>${say("later.drop")}</button>
			</div>
		</div>`;
	}

	/** No box is here: the words are shown, until somebody lets them go. @param {string} text @param {number} at */
	#stays(text, at) {
		return html`<div class="note stack" role="status">
			<p>${say(at === 0 ? "later.stays" : "later.not-now")}</p>
			<p class="own-words">${text}</p>
			<room-sure
				.label=${say("later.let-go")}
				.question=${say("later.let-go-sure")}
				.yes=${say("later.let-go-yes")}
				@yes=${this.#letGo}
			></room-sure>
		</div>`;
	}

	#put = () => {
		const { text } = this;
		return this.attempt(async () => {
			await this.room.doing(PART, "put", this.conversation.conv, text.trim());
			this.dispatchEvent(new CustomEvent("put-by", { detail: text, bubbles: true }));
		});
	};

	/** The words come back into the box: it takes what is begun. */
	#drop = () =>
		this.attempt(async () => {
			await this.room.doing(PART, "drop", this.conversation.conv);
			this.dispatchEvent(new CustomEvent("had-back", { bubbles: true }));
		});

	#letGo = () => this.attempt(() => this.room.doing(PART, "letGo", this.conversation.conv));

	/** Much was written with no answer yet, and it is to go all the same. */
	#goOn = () =>
		this.attempt(async () => {
			await this.room.answerQuestion(this.conversation.conv);
			await this.room.doing(PART, "watch");
		});
}

/** @param {number} at @param {number} now */
function whenWords(at, now) {
	const { when, day, time } = momentWords(at, now);
	if (at <= now) return say("later.soon");
	return when === "today" ? say("later.today", { time }) : say("later.on", { day, time });
}

customElements.define("room-later", RoomLater);
