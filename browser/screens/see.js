/** Who can see this: beside the talk where there is room, a page of its own where there is not. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";
import { knownWords } from "./known.js";
import { promiseInFull } from "./promise.js";
import { Screen } from "./screen.js";
import "./witnesses.js";

/** @typedef {import("./seen.d.ts").Conversation} Conversation */

export class RoomSee extends Screen {
	/** @override */
	static properties = { ...Screen.properties, beside: { attribute: false } };

	constructor() {
		super();
		this.beside = false;
	}

	/** @override */
	render() {
		const conversation = this.room.conversation(this.place.id ?? "");
		if (conversation === null) return nothing;
		const inside = html`${this.#readers(conversation)} ${this.#happened(conversation)} ${this.#promise(conversation)}
			<room-witnesses .room=${this.room} .view=${this.view}></room-witnesses>`;
		if (this.beside) return html`<h2>${say("see.title")}</h2>${inside}`;
		return html`<section class="page see"><h1 tabindex="-1">${say("see.title")}</h1>${inside}</section>`;
	}

	/** @param {Conversation} conversation */
	#readers(conversation) {
		return html`<ul class="plain">
			${conversation.readers.map((one) => this.#reader(one, conversation))}
			<li>
				<strong>${say("see.nobody")}</strong>
				<p class="small soft">${say("see.nobody-why")}</p>
				<a class="link small" href="/what-we-keep" target="_blank" rel="noreferrer">${say("see.limits")}</a>
			</li>
		</ul>`;
	}

	/**
	 * @param {Conversation["readers"][number]} reader
	 * @param {Conversation} conversation
	 */
	#reader(reader, conversation) {
		const who = reader.me ? say("see.you") : (reader.name ?? conversation.name ?? say("see.them"));
		return html`<li>
			<strong class=${reader.me ? "" : "theirs"}>${who}</strong>
			<p class="small soft">${this.#why(reader, who)} ${say("see.since", { day: dayWords(reader.since) })}</p>
			${reader.me ? nothing : this.#known(conversation, who)}
		</li>`;
	}

	/**
	 * @param {Conversation["readers"][number]} reader
	 * @param {string} name
	 */
	#why(reader, name) {
		if (reader.me) return say("see.you-why");
		if (reader.role !== 2) return say("see.person");
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
