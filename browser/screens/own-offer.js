/** One quiet question, asked when it is its turn: is this your own phone or computer? */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { Screen } from "./screen.js";

export class RoomOwnOffer extends Screen {
	/** @override */
	render() {
		if (this.view.asks !== "own") return nothing;
		return html`<section class="note stack" aria-labelledby="own-ask">
			<h2 class="minor" id="own-ask">${say("own.ask")}</h2>
			<p>${say("own.ask-why")}</p>
			<div class="row">
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "own-device" })}>${say("own.yes")}</button>
				<button class="link" type="button" @click=${() => this.room.notHere()}>${say("own.no")}</button>
			</div>
		</section>`;
	}
}

customElements.define("room-own-offer", RoomOwnOffer);
