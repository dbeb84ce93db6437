/** A specialist who runs the desk too: asked once, shown from then on, taken back at any time. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { Screen } from "./screen.js";

/** @typedef {import("./seen.d.ts").Me["atTheDesk"][number]} Said */

export class RoomDeskToo extends Screen {
	/** @override */
	render() {
		const isTurn = this.view.asks === "desk";
		const said = (this.view.me?.atTheDesk ?? []).filter(({ agreed }) => agreed || isTurn);
		if (said.length === 0) return nothing;
		return html`<section class="calm stack">
			${said.map((one) => (one.agreed ? this.#is(one) : this.#asks(one)))} ${this.troubleNote()}
		</section>`;
	}

	/** @param {Said} one */
	#asks(one) {
		return html`<h2>${say("desk-too.asks", { name: one.name })}</h2>
			<p>${say("desk-too.why", { name: one.name })}</p>
			<div class="row">
				${this.#button(one, "desk-too.yes", true)} ${this.#button(one, "desk-too.no", false)}
			</div>`;
	}

	/** @param {Said} one */
	#is(one) {
		return html`<p>${say("desk-too.is", { name: one.name })}</p>
			<div class="row">${this.#button(one, "desk-too.take-back", false)}</div>`;
	}

	/** @param {Said} one @param {string} words @param {boolean} isMe */
	#button(one, words, isMe) {
		return html`<button class="button quiet" type="button" ?disabled=${this.busy} @click=${() => this.#say(one, isMe)}>
			${say(words)}
		</button>`;
	}

	/** @param {Said} one @param {boolean} isMe */
	async #say(one, isMe) {
		const done = await this.attempt(() => this.room.atTheDesk(one.id, isMe));
		if (done) this.tell(say(isMe ? "desk-too.done" : "desk-too.gone"));
	}
}

customElements.define("room-desk-too", RoomDeskToo);
