/** Circles: those one belongs to or waits for, those that take people, and what became of a place one lost. */
import { html, nothing } from "../vendor/lit.js";
import { say, sayCount } from "../words/index.js";
import { hostsWords, parted, standsWords } from "./circle-words.js";
import { Screen } from "./screen.js";

/** @typedef {import("../talk/circle-shape.d.ts").Listed} Circle */
/** @typedef {import("../talk/circle-shape.d.ts").Circles} Circles */

export class RoomCircles extends Screen {
	/** @override */
	static properties = { ...Screen.properties, isHere: { state: true } };

	constructor() {
		super();
		/** the house was asked */
		this.isHere = false;
	}

	/** @override */
	async firstUpdated() {
		this.isHere = await this.attempt(async () => {
			await this.room.reading("circles", "look");
			await this.room.reading("circles", "lookRemovals");
		});
	}

	/** @override */
	render() {
		/** @type {Circles | undefined} */
		const circles = this.view.parts?.circles;
		return html`<section class="page">
			<h1 tabindex="-1">${say("circles.title")}</h1>
			<p class="lead">${say("circles.lead")}</p>
			<p class="note">${say("circles.privacy")}</p>
			${this.troubleNote()}
			${circles === undefined || !this.isHere ? this.#coming() : this.#all(circles)}
		</section>`;
	}

	#coming() {
		if (this.trouble !== null) return nothing;
		return html`<p class="soft" role="status">${say("circles.loading")}</p>`;
	}

	/** @param {Circles} circles */
	#all(circles) {
		const { mine, others } = parted(circles.circles);
		return html`${this.#letters(circles)}
			${mine.length === 0 ? nothing : this.#group(say("circles.mine"), mine)}
			${circles.held ? this.#others(others, mine.length > 0) : html`<p>${say("trouble.circles-off")}</p>`}
			${circles.more ? html`<div class="row"><button class="button quiet" type="button" ?disabled=${this.busy} @click=${() => this.attempt(() => this.room.reading("circles", "more"))}>${say("circles.more")}</button></div>` : nothing}
			${circles.held && this.view.me?.isSpecialist ? this.#propose() : nothing}`;
	}

	/** @param {readonly Circle[]} others @param {boolean} isInOne */
	#others(others, isInOne) {
		if (others.length === 0)
			return html`<p class="soft">${say(isInOne ? "circles.none" : "circles.none-yet")}</p>`;
		return this.#group(say("circles.open-ones"), others);
	}

	/** @param {string} title @param {readonly Circle[]} list */
	#group(title, list) {
		return html`<section class="part stack">
			<h2>${title}</h2>
			<ul class="plain">${list.map((one) => this.#one(one))}</ul>
		</section>`;
	}

	/** @param {Circle} circle */
	#one(circle) {
		const stands = standsWords(circle);
		return html`<li>
			<button class="card person-head tap" type="button" @click=${() => this.go({ screen: "circle", id: String(circle.id) })}>
				<span>
					<strong class="theirs">${circle.name}</strong>
					<span class="about theirs">${circle.line}</span>
					<span class="small soft theirs">${hostsWords(circle)}</span>
					${stands === "" ? nothing : html`<span class="small">${stands}</span>`}
				</span>
			</button>
		</li>`;
	}

	/** @param {Circles} circles */
	#letters({ removals, appeals }) {
		if (removals.length + appeals.length === 0) return nothing;
		return html`<section class="calm stack">
			${removals.length === 0 ? nothing : html`<p>${sayCount("circles.letters", removals.length)}</p>`}
			${appeals.length === 0 ? nothing : html`<p>${sayCount("circles.appeals", appeals.length)}</p>`}
			<div class="row"><button class="button quiet" type="button" @click=${() => this.go({ screen: "circle-letters" })}>${say("circles.read-letters")}</button></div>
		</section>`;
	}

	#propose() {
		return html`<section class="part stack">
			<h2>${say("circles.propose")}</h2>
			<p>${say("circles.propose-why")}</p>
			<div class="row"><button class="button quiet" type="button" @click=${() => this.go({ screen: "circle-begin" })}>${say("circles.propose-do")}</button></div>
		</section>`;
	}
}

customElements.define("room-circles", RoomCircles);
