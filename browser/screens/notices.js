/** Things to say once: a changed name, a new way in, a standing that ends soon. */
import { html, nothing } from "../vendor/lit.js";
import { canSay, say } from "../words/index.js";
import { dayWords } from "./days.js";
import { Screen } from "./screen.js";

export class RoomNotices extends Screen {
	/** @override */
	render() {
		if (this.view.door !== "inside" || this.view.notices.length === 0) return nothing;
		return html`<div class="notices">${this.view.notices.map((one) => this.#notice(one.code))}</div>`;
	}

	/** @param {string} code */
	#notice(code) {
		const id = canSay(`notice.${code}`) ? `notice.${code}` : "notice.other";
		return html`<section class="calm stack" role="alert">
			<p>${say(id, this.#params())}</p>
			${code === "name-changed" ? html`<p class="words given">${this.view.me?.username}</p>` : nothing}
			<div class="row">
				<button class="button quiet" type="button" @click=${() => this.room.noticed(code)}>
					${say(code === "name-changed" ? "come-in.done" : "notice.read")}
				</button>
			</div>
		</section>`;
	}

	#params() {
		const { config, me } = this.view;
		const until = me?.standsBehindUntil ?? null;
		return {
			contact: config?.contact.name ?? "",
			programme: config?.programme ?? "",
			day: until === null ? "" : dayWords(until),
			last: config === null || config.closesOn === null ? "" : dayWords(config.closesOn),
		};
	}
}

customElements.define("room-notices", RoomNotices);
