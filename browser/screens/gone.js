/** Somebody who is not there: told kindly, with help, somebody else, and the programme. Nothing here needs them. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { ownName } from "./own-name.js";
import { Screen } from "./screen.js";
import { staying } from "./staying.js";
import "./sure.js";

/** @typedef {import("./seen.d.ts").Relationship} Relationship */

export class RoomGone extends Screen {
	/** @override */
	render() {
		const one = this.room.conversation(this.place.id ?? "")?.relationship ?? null;
		if (one === null)
			return html`<section class="page"><h1 tabindex="-1">${say("trouble.not-found")}</h1></section>`;
		const name = ownName(one, say("see.them"));
		const programme = this.view.config?.programme ?? "";
		return html`<section class="page">
			<h1 tabindex="-1">${say("gone.title", { name })}</h1>
			<p class="lead">${say(`gone.${one.missing ?? "silent"}`, { name, programme })}</p>
			<p>${say("gone.not-you")}</p>
			<div class="row">
				<button class="button" type="button" @click=${this.#help}>${say("top.help")}</button>
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "talk", id: this.place.id ?? "" })}>${say("gone.read", { name })}</button>
			</div>
			${this.#else(one, name)} ${this.#ask(programme)} ${staying(one, name, this.view.config?.today ?? 0)}
			<div class="row"><button class="link" type="button" @click=${() => this.go({ screen: "along" })}>${say("gone.along")}</button></div>
		</section>`;
	}

	/** @param {Relationship} one @param {string} name */
	#else(one, name) {
		return html`<section class="part stack">
			<h2>${say("gone.else")}</h2>
			<p>${say("gone.else-why", { name })}</p>
			${this.troubleNote({ name })}
			${
				one.state === "active" || one.state === "paused"
					? html`<room-sure
							.label=${say("gone.choose")}
							.question=${say("gone.choose-sure", { name })}
							.yes=${say("gone.choose-yes")}
							@yes=${() => this.#leave(one)}
						></room-sure>`
					: html`<div class="row"><button class="button" type="button" @click=${() => this.go({ screen: "wishes" })}>${say("answer.other")}</button></div>`
			}
		</section>`;
	}

	/** @param {string} programme */
	#ask(programme) {
		const contact = this.view.config?.contact ?? null;
		if (contact === null) return nothing;
		return html`<section class="card">
			<h2>${say("gone.ask", { programme })}</h2>
			<p class="theirs">${contact.name}</p>
			<p class="soft">${say("wrong.not-seen")}</p>
			<div class="row"><a class="button" href=${`tel:${contact.phone.replace(/[^0-9+]/g, "")}`}>${say("wrong.call", { phone: contact.phone })}</a></div>
		</section>`;
	}

	/** Both ways of finding somebody stand there. @param {Relationship} one */
	async #leave(one) {
		if (await this.attempt(() => this.room.end(one.id))) this.go({ screen: "wishes" });
	}

	#help = () => this.dispatchEvent(new CustomEvent("help", { bubbles: true }));
}

customElements.define("room-gone", RoomGone);
