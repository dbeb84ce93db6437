/** Changes of the ways in that wait: shown at every visit, on every device, until they are done or stopped. */
import { html, nothing } from "../vendor/lit.js";
import { canSay, say } from "../words/index.js";
import { dayWords } from "./days.js";
import { Screen } from "./screen.js";

/** @typedef {import("./seen.d.ts").Change} Change */

/** A change waits so many days (protocol/api.md). */
const waits = 4;

export class RoomPending extends Screen {
	/** @override */
	render() {
		if (this.view.door !== "inside" || this.view.changes.length === 0) return nothing;
		return html`<div class="notices">${this.view.changes.map((one) => this.#one(one))} ${this.troubleNote()}</div>`;
	}

	/** @param {Change} change */
	#one(change) {
		const isDue = change.dueOn <= (this.view.config?.today ?? 0);
		const id = `pending.${change.kind}.${change.type}`;
		const about = canSay(id)
			? say(id, { day: dayWords(change.dueOn - waits) })
			: say("notice.way-in-changed", { contact: "" });
		return html`<section class="calm stack" role="alert">
			<p>${about}</p>
			<p>${isDue ? say("pending.due") : say("pending.until", { day: dayWords(change.dueOn) })}</p>
			<div class="row">
				<button class="button" type="button" aria-label=${say("pending.stop-what", { what: about })} ?disabled=${this.busy} @click=${() => this.attempt(() => this.room.cancelChange(change.slotId))}>
					${say("pending.stop")}
				</button>
				${isDue ? this.#finish(change, about) : nothing}
			</div>
		</section>`;
	}

	/** @param {Change} change @param {string} what */
	#finish({ slotId, kind }, what) {
		if (kind === "along")
			return html`<button class="link" type="button" @click=${() => this.go({ screen: "along" })}>${say("place.along")}</button>`;
		const finish = () =>
			kind === "lock" ? this.go({ screen: "new-lock" }) : this.attempt(() => this.room.finishChange(slotId));
		return html`<button class="button quiet" type="button" aria-label=${say("pending.finish-what", { what })} ?disabled=${this.busy} @click=${finish}>
			${say("pending.finish")}
		</button>`;
	}
}

customElements.define("room-pending", RoomPending);
