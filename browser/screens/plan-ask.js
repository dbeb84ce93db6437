/** When the planned day comes near, and it is this visit's turn to ask: look at it, or not now. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";
import { ownName } from "./own-name.js";
import { Screen } from "./screen.js";

/** @typedef {import("./seen.d.ts").Relationship} Relationship */

export class RoomPlanAsk extends Screen {
	/** @override */
	static properties = { ...Screen.properties, only: {} };

	constructor() {
		super();
		/** the one relationship it is about; empty for all */
		this.only = "";
	}

	/** @override */
	render() {
		if (this.view.asks !== "plan") return nothing;
		const due = this.view.relationships.filter(({ id, plan }) => {
			return (plan?.remind ?? null) !== null && (this.only === "" || this.only === id);
		});
		const [first] = due;
		return first === undefined ? nothing : this.#ask(first);
	}

	/** @param {Relationship} one */
	#ask(one) {
		const name = ownName(one, say("see.them"));
		const { remind = 0, endsOn = 0 } = one.plan ?? {};
		const id = one.conv ?? "";
		return html`<section class="note stack" aria-labelledby="plan-ask">
			<h2 class="minor" id="plan-ask">${say(`plan.title-${remind}`, { name, day: dayWords(endsOn ?? 0) })}</h2>
			<p>${say("plan.lead", { name })}</p>
			${this.troubleNote({ name })}
			<div class="row">
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "goodbye", id })}>${say("plan.goodbye")}</button>
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "length", id })}>${say("plan.more-time")}</button>
				<button class="link" type="button" ?disabled=${this.busy} @click=${() => this.attempt(() => this.room.living("putAway", one.id, remind))}>${say("plan.not-now")}</button>
			</div>
		</section>`;
	}
}

customElements.define("room-plan-ask", RoomPlanAsk);
