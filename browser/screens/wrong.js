/** Something is wrong: whom to tell, at the programme and apart from it. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { Screen } from "./screen.js";

export class RoomWrong extends Screen {
	/** @override */
	render() {
		const name = this.room.conversation(this.place.id ?? "")?.name ?? say("see.them");
		const { config } = this.view;
		if (config === null) return nothing;
		const { programme } = config;
		return html`<section class="page">
			<h1 tabindex="-1">${say("wrong.title")}</h1>
			<p class="lead">${say("wrong.lead", { name })}</p>
			${this.#who(say("wrong.contact", { programme }), config.contact, "")}
			${this.#who(say("wrong.independent", { programme }), config.independent, say("wrong.independent-why", { programme }))}
			<p>${say("wrong.not-seen")}</p>
			<p>${say("wrong.stop")}</p>
			<div class="row">
				${this.room.conversation(this.place.id ?? "") === null ? nothing : html`<button class="button" type="button" @click=${() => this.go({ screen: "concern", id: this.place.id })}>${say("concern.open")}</button>`}
				<button class="button quiet" type="button" @click=${this.#help}>${say("top.help")}</button>
			</div>
		</section>`;
	}

	/**
	 * @param {string} title
	 * @param {{ name: string, phone: string }} contact
	 * @param {string} why
	 */
	#who(title, { name, phone }, why) {
		return html`<section class="card">
			<h2>${title}</h2>
			<p class="theirs">${name}</p>
			${why ? html`<p class="soft">${why}</p>` : nothing}
			<div class="row">
				<a class="button" href=${`tel:${phone.replace(/[^0-9+]/g, "")}`}>${say("wrong.call", { phone })}</a>
			</div>
		</section>`;
	}

	#help = () => this.dispatchEvent(new CustomEvent("help", { bubbles: true }));
}

customElements.define("room-wrong", RoomWrong);
