/** The box: who can read it stands above it; Enter sends where there is a keyboard. */
import { html, nothing } from "../vendor/lit.js";
import { live } from "../vendor/lit/directives/live.js";
import { say } from "../words/index.js";
import "./attach.js";
import { nameOf, namesNow } from "./company.js";
import "./later.js";
import { shortOf } from "./line-words.js";
import { ear } from "./ear-door.js";
import { hint } from "./hint-door.js";
import { clip, upward } from "./mark.js";
import { notEmergency } from "./not-emergency.js";
import { outsideNote } from "./outside.js";
import { parcelDrawn } from "./parcel.js";
import { replyLine } from "./reply.js";
import { Screen, troubleOf } from "./screen.js";

/** @typedef {import("./seen.d.ts").Conversation} Conversation */
/** @typedef {import("./seen.d.ts").Line} Line */

/** Rows the box may grow to before it scrolls. */
const tallest = 6;

export class RoomWrite extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		conversation: { attribute: false },
		text: { state: true },
		held: { state: true },
		about: { state: true },
		attaching: { state: true },
	};

	#conv = "";
	/** What was begun, as the box met it last. */
	#begun = "";

	constructor() {
		super();
		/** @type {Conversation} */
		this.conversation = /** @type {never} */ (undefined);
		this.text = "";
		/** the question before more is sent was met while sending */
		this.held = false;
		/** a picture, a voice note or a file is being chosen */
		this.attaching = false;
		/** @type {{ what: "answer" | "change", line: Line, isVoice?: boolean } | null} the line that is answered or changed; `isVoice`: by a voice note alone */
		this.about = null;
	}

	/** @override */
	connectedCallback() {
		super.connectedCallback();
		this.closest("room-talk")?.addEventListener("taken-back", this.#takenBack);
		this.closest("room-talk")?.addEventListener("to-box", this.#toBox);
	}

	/** @override */
	disconnectedCallback() {
		super.disconnectedCallback();
		this.closest("room-talk")?.removeEventListener("taken-back", this.#takenBack);
		this.closest("room-talk")?.removeEventListener("to-box", this.#toBox);
	}

	/** @override */
	willUpdate() {
		this.#meetBegun();
		if (this.#conv === this.conversation.conv) return;
		this.#conv = this.conversation.conv;
		this.text = this.conversation.draft;
		this.about = null;
		this.attaching = false;
	}

	/** Words that were given back, or sent on another device: the box takes what is begun, unless something else is typed in it. */
	#meetBegun() {
		const begun = this.room.draftOf(this.conversation.conv);
		const isUntouched = this.#conv === this.conversation.conv && this.text === this.#begun;
		if (isUntouched && this.about?.what !== "change") this.text = begun;
		this.#begun = begun;
	}

	/** Who can read what is written now. @param {string} name */
	#only(name) {
		const now = (this.conversation.company ?? []).filter(({ reads }) => reads);
		if (now.length > 1) return say("talk.only-all", { names: namesNow(this.conversation) });
		return say("talk.only", { name: now.length === 1 ? nameOf(this.conversation, now[0]?.accountId) : name });
	}

	/** @override */
	render() {
		const name = this.conversation.name ?? say("see.them");
		const asked = this.held && this.conversation.question !== null;
		return html`<form autocomplete="off" class="write" @submit=${this.#submit} @put-by=${this.#putBy} @had-back=${() => this.#focus()}>
			<p class="only" id="only">${this.#only(name)}</p>
			${this.attaching ? nothing : html`${this.#hours()} ${outsideNote(this.conversation, this.view, name, this.#help, Date.now(), this.#box)}`}
			${asked ? this.#question() : nothing} ${this.troubleNote({ name })} ${this.#aboutLine(name)}
			${this.#parcel()} ${this.attaching ? this.#attach() : html`${this.#row(name)} ${notEmergency()} ${hint(this)} ${ear(this)}`}
		</form>`;
	}

	/** @param {string} name */
	#row(name) {
		const mayAttach = this.conversation.parcel === null && this.about?.what !== "change";
		return html`<div class="write-row">
				${mayAttach ? this.#adder() : nothing}
				<textarea
					id="box"
					rows=${this.#rows()}
					aria-label=${say("talk.box", { name })}
					aria-describedby="only"
					placeholder=${say("talk.box", { name })}
					enterkeyhint=${withKeyboard() ? "send" : "enter"}
					.value=${live(this.text)}
					@input=${this.#typed}
					@keydown=${this.#key}
				></textarea>
				<button class="round go" type="submit" aria-label=${say("talk.send")}>${upward}</button>
			</div>`;
	}

	#adder() {
		return html`<button class="round add" type="button" aria-label=${say("file.add")} @click=${this.#add}>${clip}</button>`;
	}

	#attach() {
		return html`<room-attach
			.room=${this.room}
			.view=${this.view}
			.conversation=${this.conversation}
			.re=${this.about?.line.id ?? null}
			.isVoice=${this.about?.isVoice ?? false}
			@attached=${this.#attached}
			@attach-closed=${this.#attachClosed}
			@held=${this.#heldUp}
		></room-attach>`;
	}

	#parcel() {
		const { parcel, conv } = this.conversation;
		if (parcel === null) return nothing;
		return parcelDrawn(parcel, {
			again: () => this.attempt(() => this.room.sendFileAgain(conv)),
			stop: () => this.attempt(() => this.room.stopFile(conv)),
		});
	}

	/** @param {string} name */
	#aboutLine(name) {
		if (this.about === null) return nothing;
		const { what, line } = this.about;
		const text = shortOf(line);
		const answering =
			line.from === "me" ? say("write.answering-you", { text }) : say("write.answering", { name, text });
		return html`<div class="about-line">
			<p class="theirs" id="about-line">${what === "answer" ? answering : say("write.changing", { text })}</p>
			<button class="link" type="button" @click=${this.#stopAbout}>${say("write.stop")}</button>
		</div>`;
	}

	#hours() {
		const { reply } = this.conversation;
		return reply === null ? nothing : html`<p class="hours">${replyLine(reply)}</p>`;
	}

	/** What could wait: an answer to one line goes at once, or not. */
	get #box() {
		return { room: this.room, text: this.about === null ? this.text : "" };
	}

	/** It waits: the box is free again, unless more was written meanwhile. @param {Event} event */
	#putBy = (event) => {
		if (this.text === /** @type {CustomEvent<string>} */ (event).detail) this.#put("");
		this.#focus();
	};

	#help = () => this.dispatchEvent(new CustomEvent("help", { bubbles: true }));

	#rows() {
		return Math.min(tallest, this.text.split("\n").length);
	}

	#question() {
		return html`<div class="calm stack" role="alert">
			<p>${say("talk.limit")} ${say("talk.limit-help")}</p>
			<div class="row">
				<button class="button" type="button" @click=${this.#goOn}>${say("talk.limit-more")}</button>
				<button class="button quiet" type="button" @click=${this.#rest}>${say("talk.limit-wait")}</button>
				<button class="link" type="button" @click=${this.#help}>${say("top.help")}</button>
			</div>
		</div>`;
	}

	/** @param {Event} event */
	#typed = (event) => {
		this.text = /** @type {HTMLTextAreaElement} */ (event.target).value;
		if (this.about?.what !== "change") this.room.draft(this.conversation.conv, this.text);
	};

	/** @param {KeyboardEvent} event */
	#key = (event) => {
		if (event.key === "Escape" && this.about !== null) this.#stopAbout();
		if (event.key !== "Enter" || event.shiftKey || event.isComposing || !withKeyboard()) return;
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
		this.#focus();
		if (text === "") return;
		await this.attempt(() =>
			this.about?.what === "change" ? this.#change(this.about.line, text) : this.#say(text),
		);
		this.#focus();
	}

	/**
	 * @param {Line} line
	 * @param {string} text
	 */
	async #change(line, text) {
		if (text !== line.text) await this.room.change(this.conversation.conv, line.id, text);
		this.#endAbout();
	}

	/** @param {string} text */
	async #say(text) {
		this.#put("");
		try {
			await this.room.say(this.conversation.conv, text, { re: this.about?.line.id ?? null });
			this.held = false;
			this.about = null;
		} catch (error) {
			this.#put(text);
			if (troubleOf(error).code !== "question-first") throw error;
			this.held = true;
		}
	}

	/** @param {string} text */
	#put(text) {
		this.text = text;
		this.room.draft(this.conversation.conv, text);
	}

	#goOn = async () => {
		if (await this.attempt(() => this.room.answerQuestion(this.conversation.conv))) await this.#send();
	};

	#add = () => {
		this.attaching = true;
	};

	#attached = () => {
		this.about = null;
		this.held = false;
		this.#attachClosed();
	};

	#attachClosed = async () => {
		this.attaching = false;
		if (this.about?.isVoice) this.about = null;
		await this.updateComplete;
		this.#focus();
	};

	#heldUp = () => {
		this.held = true;
	};

	#rest = () => {
		this.held = false;
		this.#focus();
	};

	/** @param {Event} event a line to answer or to change; what was typed before stays a draft */
	#toBox = async (event) => {
		this.about = /** @type {CustomEvent} */ (event).detail;
		this.text = this.about?.what === "change" ? this.about.line.text : this.conversation.draft;
		this.attaching = this.about?.isVoice === true;
		await this.updateComplete;
		this.#focus();
	};

	#stopAbout = () => {
		this.#endAbout();
		this.#focus();
	};

	#endAbout() {
		if (this.about?.what === "change") this.text = this.conversation.draft;
		if (this.about?.isVoice) this.attaching = false;
		this.about = null;
	}

	/** @param {Event} event */
	#takenBack = (event) => {
		const text = /** @type {CustomEvent<string>} */ (event).detail;
		this.#put(this.text.trim() === "" ? text : `${text}\n${this.text}`);
		this.#focus();
	};

	#focus() {
		/** @type {HTMLElement | null} */ (this.querySelector("#box"))?.focus();
	}
}

/** @returns {boolean} whether Enter is a key of a real keyboard here */
function withKeyboard() {
	return matchMedia("(pointer: fine)").matches;
}

customElements.define("room-write", RoomWrite);
