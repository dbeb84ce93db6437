/** My plan for bad days: written on a good one. */
import { html } from "../vendor/lit.js";
import { say } from "../words/index.js";
import "./own-rows.js";
import { Screen } from "./screen.js";

const parts = [1, 2, 3, 4, 5];
/** People and numbers may be called. */
const called = new Set([2, 4]);

export class RoomBadPlan extends Screen {
	/** @override */
	firstUpdated() {
		this.attempt(() => this.room.reading("path", "open"));
	}

	/** @override */
	render() {
		const own = this.view.parts?.path;
		return html`<section class="page">
			<h1 tabindex="-1">${say("plan-bad.title")}</h1>
			<p class="lead">${say("plan-bad.lead")}</p>
			${this.troubleNote()}
			${own?.isOpen ? parts.map((part) => this.#part(part, own.plan)) : html`<p class="soft" role="status">${say("path.loading")}</p>`}
			<p class="small soft">${say("path.who")}</p>
			<div class="row">
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "bad-day" })}>${say("plan-bad.see")}</button>
			</div>
		</section>`;
	}

	/** @param {number} part @param {readonly any[]} rows */
	#part(part, rows) {
		return html`<section class="part stack">
			<h2>${say(`plan-bad.part.${part}`)}</h2>
			<p class="soft small">${say(`plan-bad.why.${part}`)}</p>
			<room-own-rows
				.room=${this.room}
				.view=${this.view}
				.own=${"plan"}
				.k=${part}
				.rows=${rows.filter(({ k }) => k === part)}
				.hasNumber=${called.has(part)}
			></room-own-rows>
		</section>`;
	}
}

customElements.define("room-bad-plan", RoomBadPlan);
