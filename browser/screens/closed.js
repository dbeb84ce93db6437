/** After closing: the receipt. */
import { html, nothing } from "../vendor/lit.js";
import { say, sayCount } from "../words/index.js";
import { dayWords } from "./days.js";
import { notReached } from "./not-reached.js";
import { Screen } from "./screen.js";

export class RoomClosed extends Screen {
	/** @override */
	render() {
		const { receipt, config } = this.view;
		return html`<section class="page">
			<h1 tabindex="-1">${say("closed.title")}</h1>
			<p class="lead">${say("closed.lead")}</p>
			${receipt === null ? nothing : this.#receipt(receipt, config?.programme ?? "")}
			${notReached()}
			<div class="row noprint">
				<button class="button quiet" type="button" @click=${() => print()}>${say("do.print")}</button>
			</div>
		</section>`;
	}

	/**
	 * @param {NonNullable<import("./seen.d.ts").View["receipt"]>} receipt
	 * @param {string} programme
	 */
	#receipt(receipt, programme) {
		return html`<section class="card sheet">
			<h2>${say("closed.receipt")}</h2>
			<ul>
				<li>${say("closed.day", { day: dayWords(receipt.day) })}</li>
				<li>${sayCount("closed.slots", receipt.slots)}</li>
				<li>${sayCount("closed.wraps", receipt.wraps)}</li>
			</ul>
			<p class="soft noprint">${say(receipt.proven ? "closed.proven" : "closed.unproven", { programme })}</p>
		</section>
		${receipt.heldUntil === null ? nothing : html`<p class="note">${say("closed.held", { programme, day: dayWords(receipt.heldUntil) })}</p>`}`;
	}
}

customElements.define("room-closed", RoomClosed);
