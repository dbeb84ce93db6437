/** You and the other: ending, blocking, something is wrong. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { Screen } from "./screen.js";
import "./after-end.js";
import "./own-note.js";
import { toldOf } from "./story-door.js";
import "./sure.js";
import { onlyTodayChoice } from "./only-today.js";

/** @typedef {import("./seen.d.ts").Conversation} Conversation */

export class RoomMore extends Screen {
	/** @override */
	firstUpdated() {
		void this.quietly(() => this.room.reading("noting", "look"));
	}

	/** @override */
	render() {
		const conversation = this.room.conversation(this.place.id ?? "");
		if (conversation === null)
			return html`<section class="page"><h1 tabindex="-1">${say("trouble.not-found")}</h1></section>`;
		const name = conversation.name ?? say("see.them");
		return html`<section class="page">
			<h1 tabindex="-1">${say("more.title", { name })}</h1>
			${this.#ways(conversation, name)}
			<section class="part stack">${onlyTodayChoice(this.room, this.view)}</section>
			${this.troubleNote({ name })}
			<room-own-note .room=${this.room} .view=${this.view} .relationship=${conversation.relationship}></room-own-note>
			${conversation.relationship.blocked ? html`<room-after-end .room=${this.room} .view=${this.view} .relationship=${conversation.relationship}></room-after-end>` : nothing}
			${["active", "paused"].includes(conversation.relationship.state) ? this.#ending(conversation, name) : nothing}
		</section>`;
	}

	/**
	 * @param {Conversation} conversation
	 * @param {string} name
	 */
	#ways(conversation, name) {
		const { other, mine } = conversation.relationship;
		const earlier = conversation.relationship.earlier;
		return html`<ul class="plain ways">
			${mine === "client" && other.person ? this.#way("person", other.accountId, say("more.about", { name })) : nothing}
			${this.#way("see", conversation.conv, say("see.open"))}
			${["active", "paused"].includes(conversation.relationship.state) ? this.#way("checks", conversation.conv, say("check.open", { name })) : nothing}
			${this.#way("promise", conversation.conv, say("promise.open"))}
			${conversation.relationship.agreedOn === null ? nothing : this.#way("vows", conversation.conv, say("vows.open"))}
			${conversation.relationship.agreedOn === null ? nothing : this.#way("meets", conversation.conv, say("meets.open"))}
			${this.#way("compare", conversation.conv, say("compare.open", { name }))}
			${earlier.map((conv) => this.#way("talk", conv, say("more.earlier")))}
			${mine === "client" && conversation.relationship.state === "active" ? this.#way("tell", conversation.conv, say("tell.open", { name })) : nothing}
			${mine === "specialist" && conversation.relationship.state === "active" ? this.#way("draft", conversation.conv, say("draft.open", { name })) : nothing}
			${mine === "client" ? this.#way("path", conversation.conv, say("path.open")) : this.#way("path-shown", conversation.conv, say("shown.open", { name }))}
			${this.#stories(conversation, name)}
			${["active", "paused"].includes(conversation.relationship.state) ? this.#way("hand", conversation.conv, say("more.hand")) : nothing}
			${this.#way("not-right", conversation.conv, say("mend.open-with", { name }))}
			${conversation.relationship.mayListen && mine === "specialist" && this.view.listening === true ? this.#way("mirror", conversation.conv, say("mirror.open")) : nothing}
			${mine === "specialist" ? this.#way("danger", conversation.conv, say("danger.open")) : nothing}
			${conversation.relationship.state === "active" ? this.#way("times", conversation.conv, say("times.open")) : nothing}
			${this.#notes(conversation)}
			${this.#way("search", conversation.conv, say("search.title"))}
			${this.#way("wrong", conversation.conv, say("more.wrong"))}
		</ul>`;
	}

	/** @param {Conversation} conversation */
	#notes({ relationship, conv }) {
		const isWritten = this.view.parts?.noting?.is_on && relationship.agreedOn !== null;
		return isWritten ? this.#way("notes", conv, say("notes.open")) : nothing;
	}

	/** @param {Conversation} conversation @param {string} name */
	#stories({ relationship, conv }, name) {
		return relationship.state === "active"
			? this.#way("stories", conv, say("stories.open-for", { name }))
			: nothing;
	}

	/**
	 * @param {string} screen
	 * @param {string} id
	 * @param {string} label
	 */
	#way(screen, id, label) {
		return html`<li>
			<button class="link" type="button" @click=${() => this.go({ screen, id })}>${label}</button>
		</li>`;
	}

	/**
	 * @param {Conversation} conversation
	 * @param {string} name
	 */
	#ending({ relationship, conv }, name) {
		return html`<section class="part stack">
				<ul class="plain ways">
					${this.#way("length", conv, say("more.length"))}
					${this.#way("rest", conv, say("more.rest"))}
					${this.#way("goodbye", conv, say("more.goodbye"))}
				</ul>
			</section>
			${toldOf(this, relationship.conv ?? conv)}
			<section class="part stack">
				<p>${say("more.end-why")}</p>
				${this.#sure("end", name, () => this.room.end(relationship.id))}
			</section>
			<section class="part stack">
				<p>${say("more.block-why", { name })}</p>
				${this.#sure("block", name, () => this.room.block(relationship.id))}
			</section>`;
	}

	/**
	 * @param {"end" | "block"} deed
	 * @param {string} name
	 * @param {() => Promise<unknown>} act
	 */
	#sure(deed, name, act) {
		return html`<room-sure
			.label=${say(`more.${deed}`, { name })}
			.question=${say(`more.${deed}-sure`, { name })}
			.yes=${say(`more.${deed}-yes`)}
			@yes=${() => this.#do(act)}
		></room-sure>`;
	}

	/** @param {() => Promise<unknown>} act */
	async #do(act) {
		if (await this.attempt(act)) this.go({ screen: this.view.me?.isSpecialist ? "home" : "mine" });
	}
}

customElements.define("room-more", RoomMore);
