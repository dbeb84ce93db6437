/** In the talk: that there is a note of a meeting, a yes to it, or something added. Its own page holds the words. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { writerOf } from "./company.js";
import { clockWords } from "./days.js";
import { dayOf } from "./meet-words.js";
import { Screen } from "./screen.js";

export class RoomNoteCard extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		...{ line: { attribute: false }, beside: { attribute: false } },
	};

	constructor() {
		super();
		/** @type {import("./seen.d.ts").Line | null} */
		this.line = null;
		/** @type {import("./line.js").Beside | null} */
		this.beside = null;
	}

	/** Both said yes: where the programme asks for it, each keeps a copy. @override */
	firstUpdated() {
		const [line, beside] = [this.line, this.beside];
		if (line?.card?.t === "note-draft" || line?.state !== "stored" || !beside) return;
		this.quietly(() => beside.room.reading("noting", "keep", beside.conversation.conv));
	}

	/** @override */
	render() {
		if (this.line === null || this.beside === null || this.line.card === undefined) return nothing;
		const { from, by, card, ts, state } = this.line;
		const { conversation, name } = this.beside;
		const kind = card.t.replace("note-", "");
		const who = writerOf(conversation, by, name);
		const title = say(`notes.card-${kind}-${from}`, { name: who });
		return html`<section class="note stack">
			<p><strong>${title}</strong></p>
			${card.t === "note-added" ? nothing : html`<p>${dayOf(card.start, card.zone)}</p>`}
			<p><button class="link" type="button" aria-label=${`${say("notes.look")}: ${title}`} @click=${() => this.go({ screen: "notes", id: conversation.conv })}>${say("notes.look")}</button></p>
			<p class="small soft">${state !== "stored" || ts === null ? nothing : clockWords(ts)}</p>
		</section>`;
	}
}

customElements.define("room-note-card", RoomNoteCard);
