/** The conversation stands still because the server's side does not fit; the owner can start again. */
import { html, nothing } from "../vendor/lit.js";
import { canSay, say } from "../words/index.js";
import { Screen } from "./screen.js";
import "./sure.js";

/** @typedef {import("./seen.d.ts").Conversation} Conversation */

export class RoomStopped extends Screen {
	/** @override */
	static properties = { ...Screen.properties, conversation: { attribute: false } };

	constructor() {
		super();
		/** @type {Conversation} */
		this.conversation = /** @type {never} */ (undefined);
	}

	/** @override */
	render() {
		const name = this.conversation.name ?? say("see.them");
		const contact = this.view.config?.contact.name ?? "";
		const owner = this.conversation.mayStartAgain;
		return html`<section class="calm stack stopped" role="alert">
			<h2>${say("talk.stopped")}</h2>
			<p>${say("talk.stopped-why")}</p>
			${this.#cause()}
			<p>${owner ? say("talk.stopped-owner", { name }) : say("talk.stopped-other", { name, contact })}</p>
			${this.troubleNote({ name })}
			${owner ? this.#again(name) : nothing}
		</section>`;
	}

	#cause() {
		const id = `trouble.stopped.${this.conversation.stopped?.cause}`;
		return canSay(id) ? html`<p class="small">${say("talk.stopped-cause", { cause: say(id) })}</p>` : nothing;
	}

	/** @param {string} name */
	#again(name) {
		return html`<room-sure
			.label=${say("talk.again")}
			.question=${say("talk.again-sure", { name })}
			.yes=${say("talk.again")}
			@yes=${this.#start}
		></room-sure>`;
	}

	#start = async () => {
		let next = "";
		const done = await this.attempt(async () => {
			next = await this.room.startAgain(this.conversation.conv);
		});
		if (done) this.go({ screen: "talk", id: next });
	};
}

customElements.define("room-stopped", RoomStopped);
