/** At home: the team did something with a story of mine in the library since I looked. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { Screen } from "./screen.js";

export class RoomLibraryNews extends Screen {
	/** @override */
	render() {
		if (this.view.me?.libraryNews !== true) return nothing;
		return html`<div class="note">
			<p>${say("library.news")}</p>
			<button class="link" type="button" @click=${() => this.go({ screen: "library-own" })}>${say("library.news-look")}</button>
		</div>`;
	}
}

customElements.define("room-library-news", RoomLibraryNews);
