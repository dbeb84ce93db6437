/** After a hard talk: a specialist asks whoever supports them for time, and reads exactly what that person sees. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";
import { Screen } from "./screen.js";

/** @typedef {import("../talk/debrief.js").Debrief} Debrief */

/** The twelve values of peer support, each as a question of our own. */
const VALUES = Array.from({ length: 12 }, (_, at) => at + 1);

export class RoomDebrief extends Screen {
	/** @override */
	firstUpdated() {
		this.attempt(() => this.room.reading("debrief", "look"));
	}

	/** @override */
	render() {
		/** @type {Debrief | null} */
		const debrief = this.view.parts?.debrief ?? null;
		return html`<section class="page">
			<h1 tabindex="-1">${say("debrief.title")}</h1>
			<p class="lead">${say("debrief.lead")}</p>
			${this.troubleNote()}
			${debrief === null ? nothing : this.#all(debrief)}
			<p><button class="link" type="button" @click=${() => this.go({ screen: "carrying" })}>${say("carry.open")}</button></p>
			<p><button class="link" type="button" @click=${() => this.go({ screen: "wellbeing" })}>${say("well.open")}</button></p>
			<section class="part stack">
				<h2>${say("debrief.values")}</h2>
				<p class="soft">${say("debrief.values-lead")}</p>
				<ul class="stack">${VALUES.map((at) => html`<li>${say(`debrief.value.${at}`)}</li>`)}</ul>
			</section>
		</section>`;
	}

	/** @param {Debrief} debrief */
	#all(debrief) {
		const { supporter, weeks, least } = debrief;
		const asks = debrief.askedOn !== null;
		if (supporter === null && !asks) return html`<p class="note">${say("debrief.nobody")}</p>`;
		const name = supporter ?? say("debrief.someone");
		return html`<section class="card stack" aria-live="polite">${asks ? this.#asked(debrief, name) : this.#ask(name)}</section>
			${supporter === null ? html`<p class="note">${say("debrief.nobody")}</p>` : html`<details><summary>${say("debrief.sees", { name })}</summary><p>${say("debrief.sees-lead", { name, weeks, least })}</p></details>`}
			<p><button class="link" type="button" @click=${() => this.go({ screen: "thinking" })}>${say("thinking.open-page")}</button></p>`;
	}

	/** @param {string} name */
	#ask(name) {
		return html`<p>${say("debrief.supports", { name })}</p>
			<p class="soft">${say("debrief.told", { name })}</p>
			<div class="row"><button class="button" type="button" ?disabled=${this.busy} @click=${() => this.#does("ask")}>${say("debrief.ask")}</button></div>`;
	}

	/** @param {Debrief} debrief @param {string} name */
	#asked({ dueOn, meetsOn }, name) {
		const isOver = meetsOn !== null && meetsOn < (this.view.config?.today ?? 0);
		return html`<p><strong>${meetsOn === null ? say("debrief.waits", { name, day: dayWords(dueOn ?? 0) }) : say("debrief.meets", { name, day: dayWords(meetsOn) })}</strong></p>
			${meetsOn === null ? nothing : html`<p class="soft">${say("debrief.how")}</p>`}
			<div class="row">
				${isOver ? html`<button class="button" type="button" ?disabled=${this.busy} @click=${() => this.#does("ask")}>${say("debrief.again")}</button>` : nothing}
				<button class="button quiet" type="button" ?disabled=${this.busy} @click=${() => this.#does("away")}>${say(meetsOn === null ? "debrief.back" : "debrief.away")}</button>
			</div>`;
	}

	/** @param {"ask" | "away"} deed */
	async #does(deed) {
		if (await this.attempt(() => this.room.doing("debrief", deed))) this.tell(say(`debrief.did-${deed}`));
	}
}

customElements.define("room-debrief", RoomDebrief);
