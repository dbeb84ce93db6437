/** Thinking together: the days a specialist and whoever supports them named, the newest first, and a new one. */
import { html, nothing } from "../vendor/lit.js";
import { freshName } from "../talk/form-id.js";
import { AGO, AHEAD } from "../talk/thinking-rules.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";
import { Screen } from "./screen.js";
import { dateIn, dayIn } from "./vow-day.js";

/** @typedef {import("../talk/thinking.js").Thinking} Thinking */
/** @typedef {import("../talk/thinking.js").Listed} Listed */

export class RoomThinking extends Screen {
	constructor() {
		super();
		/** Pressed twice over a cut line, it is one. */
		this.fresh = freshName();
	}

	/** @override */
	firstUpdated() {
		this.attempt(() => this.room.reading("thinking", "lists"));
	}

	/** @override */
	render() {
		/** @type {Thinking | null} */
		const thinking = this.view.parts?.thinking ?? null;
		const coming = this.trouble === null ? html`<p role="status">${say("thinking.coming")}</p>` : nothing;
		return html`<section class="page">
			<h1 tabindex="-1">${say("thinking.title")}</h1>
			<p class="lead">${say("thinking.lead")}</p>
			${this.troubleNote()} ${thinking === null || thinking.list === null ? coming : this.#all(thinking, thinking.list)}
			<details><summary>${say("thinking.who-reads")}</summary><p>${say("thinking.reads")}</p><p>${say("thinking.a-client-said")}</p></details>
		</section>`;
	}

	/** @param {Thinking} thinking @param {readonly Listed[]} list */
	#all({ able, more }, list) {
		return html`${able.length === 0 ? html`<p class="note">${say("thinking.nobody")}</p>` : this.#new(able)}
			${list.length === 0 ? html`<p class="soft">${say("thinking.none")}</p>` : html`<ul class="plain stack">${list.map((one) => this.#one(one))}</ul>`}
			${more ? html`<div class="row"><button class="button quiet" type="button" ?disabled=${this.busy} @click=${() => this.attempt(() => this.room.doing("thinking", "earlier"))}>${say("thinking.earlier")}</button></div>` : nothing}`;
	}

	/** @param {Thinking["able"]} able */
	#new(able) {
		const today = this.view.config?.today ?? 0;
		const [first] = able;
		return html`<form class="card stack" autocomplete="off" @submit=${this.#plan}>
			<h2>${say("thinking.new")}</h2>
			${
				able.length === 1
					? html`<input autocomplete="off" type="hidden" name="other" value=${first?.id ?? ""} /><p>${say(`thinking.with-${first?.side}`, { name: first?.name ?? "" })}</p>`
					: html`<label class="field"><span>${say("thinking.with")}</span>
				<select name="other" autocomplete="off">${able.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}</select></label>`
			}
			<label class="field"><span>${say("thinking.day")}</span>
				<input autocomplete="off" type="date" name="day" required min=${dateIn(today - AGO)} max=${dateIn(today + AHEAD)} .defaultValue=${dateIn(today)} /></label>
			<div class="row"><button class="button" type="submit" ?disabled=${this.busy}>${say("thinking.begin")}</button></div>
		</form>`;
	}

	/** @param {Listed} one */
	#one({ id, name, side, meetsOn, letters }) {
		const who = name ?? say("thinking.someone");
		const open = say("thinking.open-day", { name: who, day: dayWords(meetsOn) });
		const today = this.view.config?.today ?? 0;
		return html`<li class="card stack">
			<p><strong>${dayWords(meetsOn)}</strong> <span class="soft">${say(`thinking.of-${side}`, { name: who })}</span></p>
			<p class="small soft">${say(meetsOn > today ? "thinking.to-come" : letters === 0 ? "thinking.empty" : "thinking.has")}</p>
			<div class="row"><button class="button quiet" type="button" aria-label=${open} @click=${() => this.go({ screen: "thinking-one", id })}>${say("thinking.open")}</button></div>
		</li>`;
	}

	/** @param {SubmitEvent} event */
	#plan = async (event) => {
		event.preventDefault();
		const given = new FormData(/** @type {HTMLFormElement} */ (event.target));
		const day = dayIn(given.get("day"));
		if (day === null) return;
		const made = await this.attempt(() =>
			this.room.doing("thinking", "plan", String(given.get("other")), day, this.fresh),
		);
		if (!made) return;
		const id = this.fresh;
		this.fresh = freshName();
		this.go({ screen: "thinking-one", id });
	};
}

customElements.define("room-thinking", RoomThinking);
