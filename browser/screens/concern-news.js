/** Where people come in: a concern of mine was answered, or something was decided about me. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { Screen } from "./screen.js";

export class RoomConcernNews extends Screen {
	/** @override */
	render() {
		if (this.view.me?.concernNews !== true) return nothing;
		return html`<div class="note">
			<p>${say("concern.news")}</p>
			<button class="link" type="button" @click=${() => this.go({ screen: "concerns" })}>${say("concern.news-look")}</button>
		</div>`;
	}
}

customElements.define("room-concern-news", RoomConcernNews);
