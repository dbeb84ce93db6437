/** Closing one's place for good: what it does, and the five words once more. */
import { html } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { notReached } from "./not-reached.js";
import { Screen } from "./screen.js";
import "./words-field.js";

export class RoomClosePlace extends Screen {
	#words = "";

	/** @override */
	render() {
		return html`<section class="page">
			<h1 tabindex="-1">${say("place.close")}</h1>
			<p class="lead">${say("place.close-why")}</p>
			${notReached()}
			<p class="note">
				${say("along.first")}
				<button class="link" type="button" @click=${() => this.go({ screen: "along" })}>${say("place.along")}</button>
			</p>
			<form autocomplete="off" class="stack" @submit=${this.#submit}>
				<p>${say("place.close-words")}</p>
				<room-words-field
					.room=${this.room}
					.view=${this.view}
					.wrong=${Number(this.trouble?.place ?? 0)}
					@words=${this.#typed}
				></room-words-field>
				${this.troubleNote()}
				<div class="row">
					<button class="button" type="submit" ?disabled=${this.busy}>
						${say(this.busy ? "place.closing" : "place.close-yes")}
					</button>
					<button class="button quiet" type="button" @click=${() => history.back()}>${say("do.cancel")}</button>
				</div>
			</form>
		</section>`;
	}

	/** @param {CustomEvent<string>} event */
	#typed = (event) => {
		this.#words = event.detail;
	};

	/** @param {Event} event */
	#submit = async (event) => {
		event.preventDefault();
		if (await this.attempt(() => this.room.closePlace({ words: this.#words }))) return;
		/** @type {HTMLElement | null} */ (this.querySelector("#five"))?.focus();
	};
}

customElements.define("room-close-place", RoomClosePlace);
