/** Pages for when the room itself can not open: each says why and what to do. */
import { html, nothing } from "../vendor/lit.js";
import { canSay, say } from "../words/index.js";
import { callList } from "./help.js";
import { Screen } from "./screen.js";
import "./slow.js";

/** @type {Record<string, string>} */
const named = { "room-too-old": "too-old", left: "starting" };

/** Whoever waits for one of these pages has numbers meanwhile: a line that is cut keeps them from no call. */
const urgent = new Set(["not-safe", "bad-day"]);
const first = 3;

export class RoomPlain extends Screen {
	/** @override */
	render() {
		const id = named[this.place.id ?? ""] ?? this.place.id ?? "starting";
		return id === "starting" ? this.#starting() : this.#page(id);
	}

	#starting() {
		return html`<section class="page">
			<h1 tabindex="-1" class="soft">${say("plain.starting")}</h1>
			${this.view.door === "starting" ? html`<p class="lead">${say("plain.lock")}</p>` : nothing}
			${urgent.has(this.place.ref ?? "") ? callList(this.view, first) : nothing}
			<room-slow></room-slow>
		</section>`;
	}

	/** @param {string} id */
	#page(id) {
		const deeds = ["do-1", "do-2", "do-3"].map((one) => `plain.${id}.${one}`).filter(canSay);
		return html`<section class="page">
			<h1 tabindex="-1">${say(`plain.${id}.title`)}</h1>
			<p class="lead">${say(`plain.${id}.lead`)}</p>
			${deeds.length > 0 ? html`<ul>${deeds.map((one) => html`<li>${say(one)}</li>`)}</ul>` : nothing}
			<div class="row">${id === "unreachable" ? this.#again() : this.#reload()}</div>
		</section>`;
	}

	#again() {
		return html`<button class="button" type="button" @click=${() => this.attempt(() => this.room.start())}>
			${say("do.try-again")}
		</button>`;
	}

	#reload() {
		return html`<button class="button" type="button" @click=${() => location.reload()}>${say("do.reload")}</button>`;
	}
}

customElements.define("room-plain", RoomPlain);
