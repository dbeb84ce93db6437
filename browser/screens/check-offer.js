/** When it is time, and this visit's turn to ask: quietly, in the talk it is about. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { ownName } from "./own-name.js";
import { Screen } from "./screen.js";

export class RoomCheckOffer extends Screen {
	/** @override */
	static properties = { ...Screen.properties, conversation: { attribute: false } };

	constructor() {
		super();
		/** @type {import("./seen.d.ts").Conversation} */
		this.conversation = /** @type {never} */ (undefined);
	}

	/** @override */
	render() {
		const { relationship: one, conv } = this.conversation;
		if (this.view.asks !== "check" || this.view.parts?.checking?.due !== one.id || one.conv !== conv)
			return nothing;
		const name = ownName(one, say("see.them"));
		return html`<section class="note stack" aria-labelledby="check-offer">
			<h2 class="minor" id="check-offer">${say("check.open", { name })}</h2>
			<p>${say("check.lead")}</p>
			${this.troubleNote({ name })}
			<div class="row">
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "check", id: conv })}>${say("check.answer")}</button>
				<button class="link" type="button" ?disabled=${this.busy} @click=${() => this.attempt(() => this.room.doing("checking", "pass", conv))}>${say("check.not-now")}</button>
			</div>
		</section>`;
	}
}

customElements.define("room-check-offer", RoomCheckOffer);
