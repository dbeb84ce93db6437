/** Who can see this: beside the talk where there is room, a page of its own where there is not. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";
import { knownWords } from "./known.js";
import { promiseInFull } from "./promise.js";
import { Screen } from "./screen.js";
import "./see-told.js";
import "./witnesses.js";

/** @typedef {import("./seen.d.ts").Conversation} Conversation */
/** @typedef {import("../talk/wall.js").Reader} Reader */

export class RoomSee extends Screen {
	/** @override */
	static properties = { ...Screen.properties, beside: { attribute: false }, readers: { state: true } };

	/** What the readers below were worked out for. */
	#asked = "";

	constructor() {
		super();
		this.beside = false;
		/** By the signed headers of the talk; null while they are looked up. @type {readonly Reader[] | null} */
		this.readers = null;
	}

	/** Whenever the talk moved on: who can read is in what its members signed, never in a list of the server's. @override */
	updated() {
		const id = this.place.id ?? "";
		const conversation = this.room.conversation(id);
		if (conversation === null) return;
		const asked = [
			id,
			conversation.lines.length,
			conversation.relationship.state,
			conversation.catching,
		].join();
		if (asked === this.#asked) return;
		if (!this.#asked.startsWith(id)) this.readers = null;
		this.#asked = asked;
		this.quietly(async () => {
			const readers = await this.room.wall("readers", id);
			if (this.#asked === asked) this.readers = readers;
		});
	}

	/** @override */
	render() {
		const conversation = this.room.conversation(this.place.id ?? "");
		if (conversation === null) return nothing;
		const inside = html`${this.#readers(conversation)} ${this.#told(conversation)} ${this.#happened(conversation)} ${this.#promise(conversation)}
			<p><button class="link small" type="button" @click=${() => this.go({ screen: "wall" })}>${say("wall.open")}</button></p>
			<room-witnesses .room=${this.room} .view=${this.view}></room-witnesses>`;
		if (this.beside) return html`<h2>${say("see.title")}</h2>${inside}`;
		return html`<section class="page see"><h1 tabindex="-1">${say("see.title")}</h1>${inside}</section>`;
	}

	/** @param {Conversation} conversation */
	#readers(conversation) {
		if (this.readers === null) return html`<p class="small soft" role="status">${say("see.checking")}</p>`;
		const now = this.readers.filter(({ until }) => until === null);
		return html`<ul class="plain">
			${now.map((one) => this.#reader(one, conversation))}
			<li>
				<strong>${say("see.nobody")}</strong>
				<p class="small soft">${say("see.nobody-why")}</p>
				<a class="link small" href="/what-we-keep" target="_blank" rel="noreferrer">${say("see.limits")}</a>
			</li>
		</ul>
		<p class="small soft">${say("see.files")}</p>
		${this.#before(this.readers, conversation)}`;
	}

	/** Beside a talk nothing more is fetched for it: one press further. @param {Conversation} conversation */
	#told({ conv, relationship }) {
		const convs = [conv, ...relationship.earlier];
		if (!this.beside)
			return html`<room-see-told .room=${this.room} .view=${this.view} .convs=${convs}></room-see-told>`;
		return html`<p><button class="link small" type="button" @click=${() => this.go({ screen: "told" })}>${say("see.told")}</button></p>`;
	}

	/** @param {readonly Reader[]} readers @param {Conversation} conversation */
	#before(readers, conversation) {
		const gone = readers.filter(({ until }) => until !== null);
		if (gone.length === 0) return nothing;
		return html`<h2 class="minor">${say("see.before")}</h2>
			<ul class="plain">${gone.map((one) => this.#reader(one, conversation))}</ul>`;
	}

	/**
	 * @param {Reader} reader
	 * @param {Conversation} conversation
	 */
	#reader(reader, conversation) {
		const who = reader.me ? say("see.you") : (reader.name ?? conversation.name ?? say("see.them"));
		return html`<li>
			<strong class=${reader.me ? "" : "theirs"}>${who}</strong>
			<p class="small soft">${this.#why(reader, who)} ${say("see.since", { day: dayWords(reader.since) })}
				${reader.until === null ? nothing : say("see.until", { day: dayWords(reader.until) })}</p>
			${reader.me || reader.name !== null ? nothing : this.#known(conversation, who)}
		</li>`;
	}

	/**
	 * @param {Reader} reader
	 * @param {string} name
	 */
	#why(reader, name) {
		if (reader.me) return say("see.you-why");
		if (reader.role === 1) return say("see.person");
		if (reader.role !== 2) return say("see.added");
		return say("see.stands", { programme: this.view.config?.programme ?? "", name });
	}

	/**
	 * @param {Conversation} conversation
	 * @param {string} name
	 */
	#known({ relationship }, name) {
		const known = knownWords(relationship, name);
		return known === "" ? nothing : html`<p class="small">${known}</p>`;
	}

	/** @param {Conversation} conversation */
	#happened({ relationship }) {
		if (relationship.agreedOn === null) return nothing;
		return html`<h2 class="minor">${say("see.moved")}</h2>
			<p class="small soft">${say("see.begun", { day: dayWords(relationship.agreedOn) })}</p>`;
	}

	/** @param {Conversation} conversation */
	#promise({ relationship, conv }) {
		if (relationship.promise === null) return html`<p class="wrong">${say("trouble.promise-unknown")}</p>`;
		return html`<details class="aside">
			<summary>${say("see.promise")}</summary>
			<p class="small soft">${relationship.promiseBoth ? say("see.promise-both") : nothing}</p>
			${promiseInFull(relationship.promise)}
			<button class="link" type="button" @click=${() => this.go({ screen: "promise", id: conv })}>${say("promise.open")}</button>
		</details>`;
	}
}

customElements.define("room-see", RoomSee);
