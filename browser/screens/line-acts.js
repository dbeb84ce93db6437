/** What can be done with one line: it opens under the line, where the thumb is. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { shortOf } from "./line-words.js";
import { Screen } from "./screen.js";
import { signDrawn, signs, signWord } from "./signs.js";

/** @typedef {import("./seen.d.ts").Line} Line */
/** @typedef {import("./seen.d.ts").Conversation} Conversation */

export class RoomLineActs extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		conversation: { attribute: false },
		line: { attribute: false },
		asking: { state: true },
		done: { state: true },
	};

	constructor() {
		super();
		/** @type {Conversation} */
		this.conversation = /** @type {never} */ (undefined);
		/** @type {Line} */
		this.line = /** @type {never} */ (undefined);
		this.asking = false;
		/** what was done just now, to be said */
		this.done = "";
	}

	/** @override */
	firstUpdated() {
		/** @type {HTMLElement | null} */ (this.querySelector("button"))?.focus({ preventScroll: true });
		this.scrollIntoView({ block: "nearest" });
	}

	/** @override */
	render() {
		const name = this.conversation.name ?? say("see.them");
		return html`<div
			class="line-acts"
			role="group"
			aria-label=${say("line.do", { text: shortOf(this.line) })}
			@keydown=${this.#key}
		>
			${this.asking ? this.#sure(name) : this.line.kind === "taken-back" ? this.#back() : this.#all()} ${this.troubleNote({ name })}
			<p class="soft" role="status">${this.done === "" ? nothing : say(this.done)}</p>
		</div>`;
	}

	#all() {
		const { canWrite } = this.conversation;
		const mayTakeBack = canWrite && this.line.from === "me" && this.line.kind !== "hello";
		const mayChange = mayTakeBack && this.line.kind === "text";
		return html`${canWrite ? this.#signs() : nothing}
			<div class="acts-row">
				${canWrite ? this.#act("line.answer", () => this.#hand("answer")) : nothing}
				${mayChange ? this.#act("line.change", () => this.#hand("change")) : nothing}
				${this.#act("line.copy", this.#copy)} ${this.#act("line.keep", this.#keep)}
				${mayTakeBack ? this.#act("line.take-back", () => this.#ask(true)) : nothing}
				${this.#mayNotSit() ? this.#act("mend.open-this", () => this.go({ screen: "not-right", id: this.conversation.conv, line: this.line.id })) : nothing}
				${mayChange ? this.#act("vows.line-act", () => this.go({ screen: "vows", id: this.conversation.conv, line: this.line.id })) : nothing}
				${this.#mayBeOwed() ? this.#act("vows.owe-act", () => this.go({ screen: "vows", id: this.conversation.conv, line: this.line.id })) : nothing}
				${this.line.from === "them" && this.line.msg !== null ? this.#concern() : nothing}
				${this.#act("see.open", () => this.go({ screen: "see", id: this.conversation.conv }))}
				${this.#act("line.close", () => this.#close())}
			</div>`;
	}

	/** What the other took back: its words are not shown here again, but can be shown to who answers concerns. */
	#back() {
		const isHeld = this.line.held === true;
		return html`<p class="soft small">${say(isHeld ? "line.gone-held" : "line.gone-lost")}</p>
			<div class="acts-row">
				${this.#concern()}
				${isHeld ? nothing : this.#act("line.gone-notebook", () => this.go({ screen: "notebook" }))}
				${this.#act("line.close", () => this.#close())}
			</div>`;
	}

	#concern() {
		const { conv: id } = this.conversation;
		return this.#act("concern.line-act", () => this.go({ screen: "concern", id, line: this.line.id }));
	}

	/** An answer that takes time is given a day. */
	#mayBeOwed() {
		const { from, kind, msg, by } = this.line;
		const { canWrite, relationship } = this.conversation;
		const isTheirs = from === "them" && (by ?? relationship.other.accountId) === relationship.other.accountId;
		return canWrite && isTheirs && msg !== null && ["text", "att"].includes(kind);
	}

	/** Of the other's lines, and for whoever asked for support. */
	#mayNotSit() {
		return this.line.from === "them" && this.conversation.relationship.mine === "client";
	}

	#signs() {
		return html`<div class="signs-row" role="group" aria-label=${say("line.signs")}>
			${signs.map((sign) => this.#sign(sign))}
		</div>`;
	}

	/** @param {number} sign */
	#sign(sign) {
		const isOn = this.line.signs.me === sign;
		return html`<button class="sign-choice" type="button" aria-pressed=${isOn} @click=${() => this.#react(isOn ? 0 : sign)}>
			${signDrawn(sign)}<span>${signWord(sign)}</span>
		</button>`;
	}

	/**
	 * @param {string} id
	 * @param {() => unknown} deed
	 */
	#act(id, deed) {
		return html`<button class="choice" type="button" ?disabled=${this.busy} @click=${deed}>${say(id)}</button>`;
	}

	/** @param {string} name */
	#sure(name) {
		return html`<div class="stack" role="group" aria-label=${say("line.take-back")}>
			<p class="sure" tabindex="-1"><strong>${say("line.take-sure")}</strong> ${say("line.take-why", { name })}</p>
			<div class="row">
				<button class="button" type="button" ?disabled=${this.busy} @click=${this.#takeBack}>${say("line.take-yes")}</button>
				<button class="button quiet" type="button" @click=${() => this.#ask(false)}>${say("do.cancel")}</button>
			</div>
		</div>`;
	}

	/** @param {boolean} asking */
	async #ask(asking) {
		this.asking = asking;
		await this.updateComplete;
		/** @type {HTMLElement | null} */ (this.querySelector(asking ? ".sure" : "button"))?.focus();
	}

	/** @param {number} sign */
	async #react(sign) {
		if (await this.attempt(() => this.room.react(this.conversation.conv, this.line.id, sign))) this.#close();
	}

	#keep = async () => {
		const { conv } = this.conversation;
		if (await this.attempt(() => this.room.keepLine(conv, this.line.id))) this.done = "line.kept";
	};

	#copy = async () => {
		if (await this.attempt(() => navigator.clipboard.writeText(this.line.text))) this.done = "line.copied";
	};

	#takeBack = async () => {
		if (await this.attempt(() => this.room.erase(this.conversation.conv, this.line.id))) this.#close();
	};

	/** @param {"answer" | "change"} what is handed to the box */
	#hand(what) {
		this.#close({ keepFocus: true });
		this.dispatchEvent(new CustomEvent("to-box", { detail: { what, line: this.line }, bubbles: true }));
	}

	/** @param {KeyboardEvent} event */
	#key = (event) => {
		if (event.key !== "Escape") return;
		event.stopPropagation();
		if (this.asking) this.#ask(false);
		else this.#close();
	};

	/** @param {{ keepFocus?: boolean }} [how] focus goes elsewhere by itself */
	#close({ keepFocus = false } = {}) {
		this.dispatchEvent(new CustomEvent("close-acts", { detail: { keepFocus }, bubbles: true }));
	}
}

customElements.define("room-line-acts", RoomLineActs);
