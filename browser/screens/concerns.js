/** Concerns: those I raised and where they are; for a safety officer also what waits, the nearest day first. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";
import { measureRow } from "./measure-row.js";
import { Screen } from "./screen.js";
import "./rules-ask.js";

/** @typedef {import("../talk/concerning.js").Row} Row */

/** Days before its day at which something is said to be near. */
const NEAR = 1;

export class RoomConcerns extends Screen {
	/** @override */
	firstUpdated() {
		this.attempt(async () => {
			await this.room.reading("concerning", "lists");
			await this.room.reading("measuring", "lists");
		});
	}

	/** @override */
	render() {
		const { mine = null, waiting = null, answered = [], more = false } = this.view.parts?.concerning ?? {};
		return html`<section class="page">
			<h1 tabindex="-1">${say("concern.list")}</h1>
			${this.troubleNote()} ${this.view.step === "supervising" ? html`<room-rules-ask .room=${this.room} .view=${this.view}></room-rules-ask>` : nothing}
			${mine === null ? html`<p role="status">${say("concern.coming")}</p>` : html`${this.#aboutMe()} ${waiting === null ? nothing : html`${this.#queue(waiting, answered, more)} ${this.#decided()}`} ${this.#mine(mine)}`}
			${this.view.me?.isOfficer && mine !== null && waiting === null ? html`<p class="note">${say("concern.not-in-force")}</p>` : nothing}
		</section>`;
	}

	/** @param {readonly Row[]} waiting @param {readonly Row[]} answered @param {boolean} more */
	#queue(waiting, answered, more) {
		return html`<section class="part stack">
				<h2>${say("concern.queue")}</h2>
				${waiting.length === 0 ? html`<p>${say("concern.queue-none")}</p>` : nothing}
				<ul class="plain">${waiting.map((one) => this.#one(one, this.#due(one)))}</ul>
				${more ? html`<p class="soft">${say("concern.queue-more")}</p>` : nothing}
			</section>
			${
				answered.length === 0
					? nothing
					: html`<details class="part"><summary>${say("concern.done")}</summary>
				<ul class="plain">${answered.map((one) => this.#one(one, say("concern.answered-on", { day: dayWords(one.answeredOn ?? 0) })))}</ul>
			</details>`
			}`;
	}

	get #measures() {
		/** @type {import("../talk/measuring.js").Measures} */
		const { mine, queue, names } = this.view.parts?.measuring ?? {
			mine: null,
			queue: null,
			names: {},
			one: null,
		};
		return { mine: mine ?? [], queue, names };
	}

	/** What was decided about oneself stands first, once there is any. */
	#aboutMe() {
		const { mine } = this.#measures;
		if (mine.length === 0) return nothing;
		return html`<section class="part stack">
			<h2>${say("measure.mine")}</h2>
			<ul class="plain">${mine.map((one) => measureRow(one, { go: this.#open, today: this.view.config?.today ?? 0 }))}</ul>
		</section>`;
	}

	/** For an officer. */
	#decided() {
		const { queue, names } = this.#measures;
		if (queue === null) return nothing;
		const list = (/** @type {"second" | "appeals" | "going" | "over"} */ name) =>
			queue[name].length === 0
				? nothing
				: html`<h3>${say(`measure.queue-${name}`)}</h3>
				<ul class="plain">${queue[name].map((one) => measureRow(one, { go: this.#open, names, today: this.view.config?.today ?? 0 }))}</ul>`;
		const isEmpty = ["second", "appeals", "going"].every(
			(name) => queue[/** @type {"going"} */ (name)].length === 0,
		);
		return html`<section class="part stack">
			<h2>${say("measure.queue")}</h2>
			${isEmpty ? html`<p>${say("measure.queue-none")}</p>` : nothing} ${list("second")} ${list("appeals")}
			${list("going")}
			${queue.over.length === 0 ? nothing : html`<details><summary>${say("measure.queue-over")}</summary><ul class="plain">${queue.over.map((one) => measureRow(one, { go: this.#open, names }))}</ul></details>`}
		</section>`;
	}

	#open = (/** @type {string} */ id) => this.go({ screen: "measure", id });

	/** @param {readonly Row[]} mine */
	#mine(mine) {
		return html`<section class="part stack">
			<h2>${say("concern.mine")}</h2>
			${mine.length === 0 ? html`<p>${say("concern.mine-none")}</p>` : nothing}
			<ul class="plain">${mine.map((one) => this.#one(one, one.state === "answered" ? "" : this.#due(one)))}</ul>
			<p class="soft">${say("concern.from-talk")}${this.view.config?.circles ? ` ${say("concern.from-circle")}` : nothing}</p>
			<div class="row"><button class="button quiet" type="button" @click=${() => this.go({ screen: "concern" })}>${say("concern.programme-open")}</button></div>
		</section>`;
	}

	/** @param {Row} one */
	#due({ dueOn }) {
		const today = this.view.config?.today ?? 0;
		const day = dayWords(dueOn);
		if (dueOn < today) return say("concern.late", { day });
		return say(dueOn - today <= NEAR ? "concern.near" : "concern.due", { day });
	}

	/** @param {Row} one @param {string} until */
	#one(one, until) {
		const state = `concern.state.${one.again && one.state === "received" ? "again" : one.state}`;
		return html`<li>
			<button class="card person-head tap" type="button" @click=${() => this.go({ screen: "concern-one", id: one.id })}>
				<span>
					<strong>${say("concern.of-day", { day: dayWords(one.raisedOn) })}</strong>
					<span class="small">${say(state)}</span>
					${until === "" ? nothing : html`<span class="small">${until}</span>`}
				</span>
			</button>
		</li>`;
	}
}

customElements.define("room-concerns", RoomConcerns);
