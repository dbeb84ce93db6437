/** The conversation: who it is with, what was written, the box, and who can see it. */
import { html, nothing } from "../vendor/lit.js";
import { canSay, say } from "../words/index.js";
import { promiseWaits } from "./at-first.js";
import "./check-offer.js";
import { handNote, leftNote } from "./hand-note.js";
import "./concern-news.js";
import "./library-news.js";
import "./life-note.js";
import "./log.js";
import "./bad-door.js";
import { draftNote } from "./draft-note.js";
import { knownShort } from "./known.js";
import "./mend-note.js";
import { backward } from "./mark.js";
import "./meet-again.js";
import { ownName } from "./own-name.js";
import { face } from "./person-card.js";
import { replyShort } from "./reply.js";
import { Screen } from "./screen.js";
import "./see.js";
import { isDue, owesAnswer } from "./vow-words.js";
import "./stopped.js";
import "./write.js";

/** @typedef {import("./seen.d.ts").Conversation} Conversation */

/** @type {Map<string, string>} why the line is not there, where that is said */
const LINE_NOTES = new Map([
	["down", "talk.offline"],
	["crowded", "talk.crowded"],
]);

export class RoomTalk extends Screen {
	#looking = "";
	#told = "";
	/** Up to which line of mine it was seen whether an answer is given. */
	#seen = 0;

	/** @override */
	disconnectedCallback() {
		super.disconnectedCallback();
		if (this.#looking !== "") this.#away(this.#looking);
		this.#looking = "";
	}

	/** @override */
	updated() {
		if (this.querySelector("room-log") !== null) this.#told = this.place.line ?? "";
		const conv = this.place.id ?? "";
		if (conv === this.#looking) this.#answers(conv);
		if (conv === "" || conv === this.#looking) return;
		if (this.#looking !== "") this.#away(this.#looking);
		this.#looking = conv;
		this.#seen = 0;
		this.quietly(() => this.room.look(conv));
		this.quietly(() => this.#words(conv));
	}

	/** What was said would be done between two who walk together: is a day over? @param {string} conv */
	#words(conv) {
		const { id = "", state = "" } = this.room.conversation(conv)?.relationship ?? {};
		return state === "active" ? this.room.reading("vows", "read", id) : undefined;
	}

	/** With a line of mine an answer that I owed is given. @param {string} conv */
	#answers(conv) {
		const last = this.room.conversation(conv)?.lines.findLast(({ from, n }) => from === "me" && n !== null);
		const { id = "" } = this.room.conversation(conv)?.relationship ?? {};
		if ((last?.n ?? 0) <= this.#seen || !owesAnswer(this.view, id)) return;
		this.#seen = last?.n ?? 0;
		this.quietly(() => this.room.doing("vows", "answered", id, conv));
	}

	/** @param {Conversation} conversation */
	#dueNote({ relationship, conv, canWrite }) {
		if (!canWrite || !isDue(this.view, relationship.id)) return nothing;
		return html`<p class="note">
			${say("vows.note")}
			<button class="link" type="button" @click=${() => this.go({ screen: "vows", id: conv })}>${say("vows.look")}</button>
		</p>`;
	}

	/** @param {string} conv */
	#away(conv) {
		this.quietly(() => this.room.lookAway(conv));
	}

	/** @override */
	render() {
		const conversation = this.room.conversation(this.place.id ?? "");
		if (conversation === null) return html`<h1 tabindex="-1" class="page soft">${say("plain.starting")}</h1>`;
		const name = conversation.name ?? say("see.them");
		return html`<div class="talk">
			${this.#who(conversation, name)}
			<room-log .room=${this.room} .view=${this.view} .conversation=${conversation} .wanted=${this.#wanted()}></room-log>
			<div class="foot">
				${this.#notes(conversation, name)}
				${this.#write(conversation)}
				${conversation.relationship.mine === "client" && conversation.relationship.state === "active" ? html`<room-bad-door class="bad-door" .isSmall=${true} .room=${this.room} .view=${this.view}></room-bad-door>` : nothing}
			</div>
			<aside class="beside" aria-label=${say("see.title")}>
				<room-see .room=${this.room} .view=${this.view} .place=${this.place} .beside=${true}></room-see>
			</aside>
		</div>`;
	}

	/**
	 * @param {Conversation} conversation
	 * @param {string} name
	 */
	#who(conversation, name) {
		const { reply, relationship } = conversation;
		const { called, note } = relationship;
		const own = ownName(relationship, name);
		const known = knownShort(relationship);
		const id = conversation.conv;
		return html`<div class="who">
			<button class="round" type="button" aria-label=${say("bar.people")} @click=${() => this.go(this.#people())}>
				${backward}
			</button>
			${face(own)}
			<div class="who-name">
				<h1 tabindex="-1"><span class="unseen">${say("talk.with")}</span> <span class="theirs">${own}</span></h1>
				${called === "" ? nothing : html`<p class="also">${say("own.here", { name })}</p>`}
				${note === "" ? nothing : html`<p class="own-words">${note}</p>`}
				${known === "" ? nothing : html`<p class="also">${known}</p>`}
				${reply && called === "" && note === "" && known === "" ? html`<p>${replyShort(reply)}</p>` : nothing}
			</div>
			<button class="wall" type="button" @click=${() => this.go({ screen: "see", id })}>${say("see.open")}</button>
			<button class="wall plain-wall" type="button" @click=${() => this.go({ screen: "more", id })}>
				${say("more.open")}
			</button>
		</div>`;
	}

	/** The line somebody came for, told once. */
	#wanted() {
		const wanted = this.place.line ?? "";
		return wanted === this.#told ? "" : wanted;
	}

	#people() {
		return { screen: this.view.me?.isSpecialist ? "home" : "mine" };
	}

	/**
	 * @param {Conversation} conversation
	 * @param {string} name
	 */
	#notes(conversation, name) {
		const { state, conv } = conversation.relationship;
		if (state === "active" && conv !== null && conv !== conversation.conv) return this.#goesOn(conv);
		if (conversation.stopped) {
			return html`<room-stopped .room=${this.room} .view=${this.view} .conversation=${conversation}></room-stopped>`;
		}
		if (conversation.whyNot === "lock-changed") {
			return html`<room-meet-again .room=${this.room} .view=${this.view} .conversation=${conversation}></room-meet-again>`;
		}
		const why = this.#whyNot(conversation, name);
		const line = LINE_NOTES.get(this.view.line);
		const undone = `undone.${conversation.undone}`;
		return html`${this.#promiseNote(conversation)} ${draftNote(conversation, name, (place) => this.go(place))}
			${conversation.whyNot === "leaving" ? this.#left(conversation) : nothing}
			${why && !["paused", "leaving"].includes(conversation.whyNot ?? "") ? html`<p class="note" role="status">${why}</p>` : nothing}
			<room-mend-note .room=${this.room} .view=${this.view} .conversation=${conversation}></room-mend-note>
			${handNote(conversation, (place) => this.go(place), this.view.config?.today ?? 0)}
			<room-check-offer .room=${this.room} .view=${this.view} .conversation=${conversation}></room-check-offer>
			${this.#dueNote(conversation)}
			${conversation.relationship.mine === "client" ? html`<room-concern-news .room=${this.room} .view=${this.view}></room-concern-news><room-library-news .room=${this.room} .view=${this.view}></room-library-news>` : nothing}
			<room-life-note .room=${this.room} .view=${this.view} .conversation=${conversation}></room-life-note>
			${line ? html`<p class="line-note" role="status">${say(line)}</p>` : nothing}
			${conversation.undone !== null && canSay(undone) ? html`<p class="wrong" role="alert">${say(undone)}</p>` : nothing}
			${this.troubleNote({ name })}`;
	}

	/** @param {Conversation} conversation */
	#left(conversation) {
		const { id } = conversation.relationship;
		const follow = (/** @type {object} */ shown) =>
			this.attempt(() => this.room.handing("followLeft", id, shown));
		return leftNote(conversation, { follow, busy: this.busy });
	}

	/** Something about our promise waits to be read or decided. @param {Conversation} conversation */
	#promiseNote({ relationship, conv }) {
		if (!promiseWaits(relationship)) return nothing;
		const { asked = null } = relationship.change ?? {};
		const waits = asked !== null && !asked.mine;
		return html`<p class="note">
			${say(waits ? "promise.note-asked" : "promise.note-told")}
			<button class="link" type="button" @click=${() => this.go({ screen: "promise", id: conv })}>${say("promise.open")}</button>
		</p>`;
	}

	/** Whoever asked began anew from a good line: this one is only read. @param {string} conv */
	#goesOn(conv) {
		return html`<p class="note" role="status">${say("talk.goes-on")}</p>
			<div class="row">
				<button class="button" type="button" @click=${() => this.go({ screen: "talk", id: conv })}>${say("talk.go-on")}</button>
			</div>`;
	}

	/**
	 * @param {Conversation} conversation
	 * @param {string} name
	 */
	#whyNot(conversation, name) {
		const { contact, programme } = this.view.config ?? { contact: { name: "" }, programme: "" };
		const params = { name, programme, contact: contact.name };
		if (conversation.whyNot === "ended")
			return say(`talk.ended-${endedWords(conversation.relationship)}`, params);
		if (conversation.whyNot === null || conversation.whyNot === "stopped") return "";
		return say(`talk.not-${conversation.whyNot}`, params);
	}

	/** What waits for hours of one's own stays in sight where nothing can be written. @param {Conversation} conversation */
	#stays(conversation) {
		if (conversation.catching || this.view.parts?.later?.[conversation.conv] === undefined) return nothing;
		return html`<room-later .room=${this.room} .view=${this.view} .conversation=${conversation}></room-later>`;
	}

	/** @param {Conversation} conversation */
	#write(conversation) {
		if (!conversation.canWrite) return this.#stays(conversation);
		return html`<room-write .room=${this.room} .view=${this.view} .conversation=${conversation}></room-write>`;
	}
}

/** @param {Conversation["relationship"]} one */
const endedWords = ({ endedBy, endedHow }) =>
	endedHow === "planned" || (endedHow === "closed" && endedBy === "them")
		? endedHow
		: (endedBy ?? "programme");

customElements.define("room-talk", RoomTalk);
