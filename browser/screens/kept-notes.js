/** Notes of meetings that both said yes to, as I keep them: to be read until the end of their year, even when the talk is forgotten. */
import { yearOf } from "../talk/kept-notes.js";
import { endOf } from "../talk/note-rules.js";
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";
import { dayOf, timeOf } from "./meet-words.js";
import { Screen } from "./screen.js";

/** @typedef {import("../talk/kept-notes.js").Copy} Copy */

export class RoomKeptNotes extends Screen {
	/** @override */
	firstUpdated() {
		void this.attempt(() => this.room.reading("noting", "kept"));
	}

	/** @override */
	render() {
		/** @type {readonly Copy[]} */
		const copies = this.view.parts?.noting?.copies ?? [];
		const isEmpty = copies.length === 0 && !this.busy && this.trouble === null;
		return html`<section class="page">
			<h1 tabindex="-1">${say("kept-notes.title")}</h1>
			<p class="lead">${say("kept-notes.lead")}</p>
			${this.troubleNote()}
			${isEmpty ? html`<p class="soft">${say("kept-notes.none")}</p>` : nothing}
			${copies.map((one) => this.#copy(one))}
			<div class="row">
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "notebook" })}>${say("notebook.step")}</button>
			</div>
		</section>`;
	}

	/** @param {Copy} one */
	#copy(one) {
		const { name, start, zone, mins, way, goal, words, day, last, beside, side } = one;
		const added = beside.map(
			(each) => html`<blockquote>
				<p class="own-words theirs">${each.words}</p>
				<p class="small soft">${say(each.by === side ? "notes.added-me" : "notes.added-them", { name, day: dayWords(each.day) })}</p>
			</blockquote>`,
		);
		return html`<article class="card stack">
			<h2 class="minor"><span class="theirs">${say("kept-notes.with", { name, day: dayOf(start, zone) })}</span></h2>
			<p>${say("notes.from-to", { start: timeOf(start, zone), stop: timeOf(endOf(one), zone), count: mins })} · ${say(`meet.way-${way}`)}</p>
			${goal === "" ? nothing : html`<p>${say("notes.goal-is")} <span class="own-words theirs">${goal}</span></p>`}
			<p class="own-words theirs">${words}</p>
			${added}
			<p class="small soft">${say("kept-notes.both", { day: dayWords(day) })} ${say("kept-notes.until", { year: String(yearOf(last)) })}</p>
		</article>`;
	}
}

customElements.define("room-kept-notes", RoomKeptNotes);
