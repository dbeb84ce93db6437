/** Somebody proves who they are in another way: ask them first, and always another way to go. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { nameOf } from "./company.js";
import { fourWords } from "./four-words.js";
import { Screen } from "./screen.js";
import "./sure.js";

/** @typedef {import("./seen.d.ts").Conversation} Conversation */

export class RoomMeetAgain extends Screen {
	/** @override */
	static properties = { ...Screen.properties, conversation: { attribute: false }, words: { state: true } };

	constructor() {
		super();
		/** @type {Conversation} */
		this.conversation = /** @type {never} */ (undefined);
		/** @type {readonly string[]} */
		this.words = [];
	}

	#asked = "";

	/** Whose words they are: of all who read, the one it is about. */
	get #who() {
		return this.conversation.renewed ?? this.conversation.relationship.other.accountId;
	}

	/** @override */
	updated() {
		const who = this.#who;
		if (this.#asked === who) return;
		[this.#asked, this.words] = [who, []];
		this.quietly(async () => {
			const words = await this.room.lockWords(who);
			if (who === this.#asked) this.words = words;
		});
	}

	/** @override */
	render() {
		const name = nameOf(this.conversation, this.#who);
		const isTheirs = this.#who === this.conversation.relationship.other.accountId;
		return html`<section class="calm stack meet-again" role="alert">
			<h2>${say("met.title", { name })}</h2>
			<p>${say("met.why", { name })}</p>
			<p id="met-how">${say("met.how", { name })}</p>
			${this.words.length === 0 ? nothing : fourWords(this.words, "met-how")}
			${this.#sure("yes", name, this.#accept)}
			${this.#contact(name)} ${this.troubleNote({ name })}
			<div class="row">
				${isTheirs && this.conversation.relationship.mine === "client" ? this.#sure("other", name, this.#other) : nothing}
				<button class="button quiet" type="button" @click=${this.#help}>${say("top.help")}</button>
			</div>
		</section>`;
	}

	/** @param {string} name */
	#contact(name) {
		const { contact } = this.view.config ?? { contact: { name: "", phone: "" } };
		return html`<p>${say("met.contact", { name, contact: contact.name })}</p>
			<div class="row">
				<a class="button quiet" href=${`tel:${contact.phone.replace(/[^0-9+]/g, "")}`}>${say("met.call", { contact: contact.name })}</a>
			</div>`;
	}

	/**
	 * @param {"yes" | "other"} deed
	 * @param {string} name
	 * @param {() => unknown} act
	 */
	#sure(deed, name, act) {
		return html`<room-sure
			.label=${say(`met.${deed}`, { name })}
			.question=${say(`met.${deed}-sure`, { name })}
			.yes=${say(`met.${deed}-yes`)}
			@yes=${act}
		></room-sure>`;
	}

	#accept = async () => {
		if (await this.attempt(() => this.room.acceptLock(this.#who))) this.tell(say("met.done"));
	};

	#other = async () => {
		const { id } = this.conversation.relationship;
		// With the talk's end this note goes; the page goes on.
		const page = this.closest("room-shell") ?? this;
		const done = await this.attempt(async () => {
			await this.room.end(id);
			await this.room.askSomeoneElse(id);
		});
		if (done) page.dispatchEvent(new CustomEvent("go", { detail: { screen: "people" }, bubbles: true }));
	};

	#help = () => this.dispatchEvent(new CustomEvent("help", { bubbles: true }));
}

customElements.define("room-meet-again", RoomMeetAgain);
