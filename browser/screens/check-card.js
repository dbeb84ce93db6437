/** A check-in in the talk: what somebody shows, or the wish for help to talk, with a few ideas how to begin. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { howToBegin } from "./begin.js";
import { statementWords, wordOf } from "./check-words.js";
import { clockWords } from "./days.js";
import { Screen } from "./screen.js";
import "./sure.js";

/** @typedef {import("../crypto/cards/check.js").Check} Check */
/** @typedef {import("./seen.d.ts").Line} Line */
/** @typedef {import("./line.js").Beside} Beside */

const HELP = 2;

export class RoomCheckCard extends Screen {
	/** @override */
	static properties = { ...Screen.properties, line: { attribute: false }, beside: { attribute: false } };

	constructor() {
		super();
		/** @type {Line} */
		this.line = /** @type {never} */ (undefined);
		/** @type {Beside} */
		this.beside = /** @type {never} */ (undefined);
	}

	/** @override */
	willUpdate() {
		this.room = this.beside.room;
		this.view = this.beside.view;
	}

	/** @override */
	render() {
		const { from, ts } = this.line;
		const mine = from === "me";
		return html`<div class="said ${mine ? "of-me" : ""}">
			<div class="m ${mine ? "mine" : ""}" tabindex="-1">
				<span class="unseen theirs">${mine ? say("talk.you") : this.beside.name}</span>
				${this.#said(/** @type {any} */ (this.line.card))}
				<p class="when">${ts === null ? nothing : html`<time datetime=${new Date(ts).toISOString()}>${clockWords(ts)}</time>`}</p>
				${this.#takeBack()}
				${this.troubleNote()}
			</div>
		</div>`;
	}

	/** @param {Check} check */
	#said({ a, b, k }) {
		const { name } = this.beside;
		const you = this.line.from === "me" ? "-you" : "";
		if (k === HELP) return html`<p class="when">${say(`check-line.help${you}`, { name })}</p>${howToBegin()}`;
		return html`<p class="when">${say(`check-line.shown${you}`, { name })}</p>
			${a.length === 0 ? nothing : html`<dl class="check-shown">${a.map((one) => this.#answer(one))}</dl>`}
			${b === "" ? nothing : html`<p class="words-of">${b}</p>`}`;
	}

	/** @param {import("../crypto/cards/check.js").ShownAnswer} one */
	#answer({ q, v }) {
		return html`<div><dt>${statementWords(this.#side, q - 1)}</dt><dd>${wordOf(v)}</dd></div>`;
	}

	/** What I showed I can take back, like any line of mine. */
	#takeBack() {
		const { from, msg, id } = this.line;
		const { conversation, name } = this.beside;
		if (from !== "me" || msg === null || !conversation.canWrite) return nothing;
		return html`<room-sure
			.label=${say("line.take-back")}
			.question=${`${say("line.take-sure")} ${say("line.take-why", { name })}`}
			.yes=${say("line.take-yes")}
			@yes=${() => this.attempt(() => this.room.erase(conversation.conv, id))}
		></room-sure>`;
	}

	/** Whose six they are: with three people, "them" may be of either side. @returns {"client" | "specialist"} */
	get #side() {
		const { from, by } = this.line;
		const { mine, other } = this.beside.conversation.relationship;
		if (from === "me") return mine;
		if (mine === "client") return "specialist";
		return by === undefined || by === other.accountId ? "client" : "specialist";
	}
}

customElements.define("room-check-card", RoomCheckCard);
