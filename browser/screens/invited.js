/** Somebody came by a link: on to the one person who made it, or plainly why not. */
import { html } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { Screen } from "./screen.js";

export class RoomInvited extends Screen {
	/** @override */
	async connectedCallback() {
		super.connectedCallback();
		await this.updateComplete;
		this.#find();
	}

	async #find() {
		await this.attempt(() => this.room.findInviter());
		const { state, accountId } = this.room.view.invite ?? { state: "gone", accountId: null };
		if (state === "open" && accountId !== null) this.go({ screen: "hello", id: accountId });
	}

	/** @override */
	render() {
		const state = this.view.invite?.state ?? "gone";
		if (state === "open" || state === "looking") return this.#looking();
		const { config } = this.view;
		const params = { programme: config?.programme ?? "", contact: config?.contact.name ?? "" };
		const isNobody = state === "other";
		return html`<section class="page">
			<h1 tabindex="-1">${say(isNobody ? "invited.not-found" : `invite.${state}`)}</h1>
			<p class="lead">${say(isNobody ? "invited.not-found-why" : `invite.${state}-why`, params)}</p>
			<p>${say("invite.anyway")}</p>
			<div class="row">
				<button class="button" type="button" @click=${this.#choose}>${say("invited.choose")}</button>
				<button class="button quiet" type="button" @click=${this.#help}>${say("top.help")}</button>
			</div>
		</section>`;
	}

	#looking() {
		return html`<section class="page">
			<h1 tabindex="-1">${say("invited.looking")}</h1>
			${this.busy ? html`<p class="soft" role="status">${say("plain.starting")}</p>` : this.troubleNote()}
			${
				this.busy
					? html``
					: html`<div class="row">
						<button class="button" type="button" @click=${() => this.#find()}>${say("do.try-again")}</button>
						<button class="button quiet" type="button" @click=${this.#choose}>${say("invited.choose")}</button>
					</div>`
			}
		</section>`;
	}

	#choose = () => {
		this.room.dropInvite();
		this.go({ screen: "wishes" });
	};

	#help = () => this.dispatchEvent(new CustomEvent("help", { bubbles: true }));
}

customElements.define("room-invited", RoomInvited);
