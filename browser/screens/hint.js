/** Under the box, for whoever writes and nobody else: the words of danger that were seen, and where help is. It never stands between anybody and sending. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { Screen } from "./screen.js";

/** After the last key. */
const REST = 700;
/** @type {readonly string[]} */
const nothingSeen = Object.freeze([]);

export class RoomHint extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		conversation: { attribute: false },
		text: { attribute: false },
		seen: { state: true },
	};

	/** @type {ReturnType<typeof setTimeout> | undefined} */
	#rest;
	#asked = 0;
	#conv = "";
	#read = "";
	/** Put away, until this draft is gone. */
	#isQuiet = false;

	constructor() {
		super();
		/** @type {import("./seen.d.ts").Conversation} */
		this.conversation = /** @type {never} */ (undefined);
		this.text = "";
		this.seen = nothingSeen;
	}

	/** @override */
	disconnectedCallback() {
		super.disconnectedCallback();
		clearTimeout(this.#rest);
	}

	/** @override */
	willUpdate() {
		const { conv } = this.conversation;
		if (conv === this.#conv && this.text === this.#read) return;
		const isAnew = conv !== this.#conv || this.text.trim() === "";
		[this.#conv, this.#read] = [conv, this.text];
		this.#asked += 1;
		clearTimeout(this.#rest);
		if (isAnew) [this.seen, this.#isQuiet] = [nothingSeen, false];
		if (!this.#isQuiet && this.text.trim() !== "") this.#rest = setTimeout(() => this.#look(), REST);
	}

	/** @override */
	render() {
		const isShown = this.seen.length > 0;
		return html`<div class="ear">
			<p class="ear-asks" role="status">${isShown ? this.#said() : nothing}</p>
			${isShown ? this.#ways() : nothing}
		</div>`;
	}

	#said() {
		return html`${say("hint.saw")} <q class="theirs">${this.seen[0]}</q>. ${say("hint.with")} <span class="soft">${say("hint.alone")}</span>`;
	}

	#ways() {
		const isClient = this.conversation.relationship.mine === "client";
		const hasPlan = isClient && (this.view.parts?.path?.plan ?? []).length > 0;
		return html`<div class="row">
				<button class="link" type="button" @click=${this.#help}>${say("top.help")}</button>
				${isClient ? html`<button class="link" type="button" @click=${() => this.go({ screen: "not-safe" })}>${say("hint.unsafe")}</button>` : nothing}
				${hasPlan ? html`<button class="link" type="button" @click=${() => this.go({ screen: "bad-day" })}>${say("hint.plan")}</button>` : nothing}
				<button class="link" type="button" @click=${this.#putAway}>${say("hint.not-now")}</button>
				<button class="link" type="button" @click=${this.#switchOff}>${say("hint.off")}</button>
			</div>
			${this.troubleNote()}`;
	}

	async #look() {
		const asked = this.#asked;
		await this.quietly(async () => {
			const seen = await this.room.reading("hinting", "look", this.text);
			if (asked === this.#asked) this.seen = seen ?? nothingSeen;
		});
	}

	#help = () => this.dispatchEvent(new CustomEvent("help", { bubbles: true }));

	#putAway = () => {
		this.#asked += 1;
		[this.seen, this.#isQuiet] = [nothingSeen, true];
		this.#backToBox();
	};

	#switchOff = async () => {
		const isDone = await this.attempt(() => this.room.reading("hinting", "turn", false));
		if (!isDone) return;
		this.tell(say("hints.turned-off"));
		this.#putAway();
	};

	#backToBox() {
		/** @type {HTMLElement | null | undefined} */ (this.closest("form")?.querySelector("textarea"))?.focus();
	}
}

customElements.define("room-hint", RoomHint);
