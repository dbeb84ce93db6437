/** One circle from its door: what it is about, asking to come in, waiting, leading it too; for hosts, who waits. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { circleIn, hostsWords, longest, openIn, standsWords } from "./circle-words.js";
import { HeldForm, valuesOf } from "./held.js";
import { notEmergency } from "./not-emergency.js";
import { rulesDrawn } from "./rules-drawn.js";
import { Screen } from "./screen.js";
import "./sure.js";

/** @typedef {import("../talk/circle-shape.d.ts").Listed} Circle */
/** @typedef {import("../talk/circle-shape.d.ts").Waits} Waits */

export class RoomCircle extends Screen {
	/** @type {HeldForm | null} */
	#held = null;
	#looking = "";

	/** @override */
	connectedCallback() {
		super.connectedCallback();
		this.#held = new HeldForm(this.room, "circle-ask", this.place.id ?? "");
	}

	/** @override */
	disconnectedCallback() {
		super.disconnectedCallback();
		const id = Number(this.#looking);
		if (this.#looking !== "") this.quietly(() => this.room.reading("circles", "lookAway", id));
		this.#looking = "";
	}

	/** @override */
	firstUpdated() {
		this.attempt(() => this.room.reading("circles", "look"));
		this.quietly(() => this.room.reading("houseRules", "fetch", this.room.language));
	}

	/** @override */
	updated() {
		this.#held?.stands(this.querySelector("form"), () => this.updateComplete);
		const circle = this.#circle;
		if (circle?.mine !== "leads" || circle.conv === null || this.#looking === this.place.id) return;
		this.#looking = this.place.id ?? "";
		this.quietly(() => this.#lookInside(circle.id));
	}

	/** A host lets people into a talk that is open here: whoever comes is told by it what was agreed. @param {number} id */
	async #lookInside(id) {
		await this.room.reading("circles", "open", id);
		await this.room.reading("circles", "lookWaiting", id);
	}

	get #circle() {
		return circleIn(this.view.parts?.circles, this.place.id);
	}

	/** @override */
	render() {
		const circle = this.#circle;
		if (circle === null) return this.#none();
		const stands = standsWords(circle);
		return html`<section class="page">
			<h1 tabindex="-1" class="theirs">${circle.name}</h1>
			<p class="lead theirs">${circle.line}</p>
			<p class="theirs">${hostsWords(circle)}</p>
			${stands === "" ? nothing : html`<p role="status">${stands}</p>`}
			${this.troubleNote()} ${this.#door(circle)} ${this.#back()}
		</section>`;
	}

	#none() {
		const isHere = this.view.parts?.circles !== undefined && !this.busy;
		return html`<section class="page">
			<h1 tabindex="-1">${say("circles.title")}</h1>
			<p role="status" class="soft">${say(isHere ? "circle.gone" : "circles.loading")}</p>
			${this.troubleNote()} ${isHere ? this.#back() : nothing}
		</section>`;
	}

	/** @param {Circle} circle */
	#door(circle) {
		if (circle.mine === "in" || circle.mine === "leads") return this.#inside(circle);
		if (circle.mine === "asked-to-lead") return this.#lead(circle);
		if (circle.mine === "waiting") return this.#waits(circle);
		if (circle.mine === "not-now" || circle.state !== "open") return nothing;
		return this.#ask(circle);
	}

	/** @param {Circle} circle */
	#inside(circle) {
		if (circle.conv === null) return this.#takeQuestionBack(circle);
		return html`<div class="row">
				<button class="button" type="button" @click=${() => this.go({ screen: "circle-talk", id: this.place.id ?? "" })}>${say("circle.go-in")}</button>
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "circle-more", id: this.place.id ?? "" })}>${say("circle.more")}</button>
			</div>
			${circle.mine === "leads" ? this.#room(circle) : nothing}`;
	}

	/** Proposed, and the other has not said yes: the question can be taken back. @param {Circle} circle */
	#takeQuestionBack({ id, mine }) {
		if (mine !== "leads") return nothing;
		return html`<room-sure
			.label=${say("circle.lead-back")}
			.question=${say("circle.lead-back-sure")}
			.yes=${say("circle.lead-back-yes")}
			@yes=${() => this.#do(() => this.room.doing("circles", "leadNo", id), true)}
		></room-sure>`;
	}

	/** @param {Circle} circle */
	#lead({ id }) {
		return html`<section class="part stack">
			<h2>${say("circle.lead-title")}</h2>
			<ul class="ticks">${[1, 2, 3].map((one) => html`<li>${say(`circle.lead-means.${one}`)}</li>`)}</ul>
			<div class="row">
				<button class="button" type="button" ?disabled=${this.busy} @click=${() => this.#do(() => this.room.doing("circles", "leadYes", id))}>${say("circle.lead-yes")}</button>
				<button class="button quiet" type="button" ?disabled=${this.busy} @click=${() => this.#do(() => this.room.doing("circles", "leadNo", id), true)}>${say("circle.lead-no")}</button>
			</div>
		</section>`;
	}

	/** @param {Circle} circle */
	#waits({ id }) {
		return html`<p>${say("circle.waits")}</p>
			<room-sure
				.label=${say("circle.ask-back")}
				.question=${say("circle.ask-back-sure")}
				.yes=${say("circle.ask-back-yes")}
				@yes=${() => this.#do(() => this.room.doing("circles", "takeAskBack", id))}
			></room-sure>`;
	}

	#back() {
		return html`<div class="row"><button class="button quiet" type="button" @click=${() => this.go({ screen: "circles" })}>${say("circle.all")}</button></div>`;
	}

	/** @param {Circle} circle */
	#ask(circle) {
		return html`<section class="part stack">
			<h2>${say("circle.ask")}</h2>
			<p>${say("circle.ask-why")}</p>
			<p class="note">${say("circles.privacy")}</p>
			<form class="stack" autocomplete="off" @submit=${(/** @type {SubmitEvent} */ event) => this.#send(event, circle)} @input=${this.#held?.typed}>
				<label class="field">${say("circle.called")}
					<input name="called" required maxlength=${longest.called} autocomplete="off" />
					<span class="hint">${say("circle.called-hint")}</span>
				</label>
				<label class="field">${say("circle.words")}
					<textarea name="words" required maxlength=${longest.words} autocomplete="off"></textarea>
					<span class="hint">${say("circle.words-hint")}</span>
				</label>
				${notEmergency()} ${this.#rules()}
				<div class="row"><button class="button" type="submit" ?disabled=${this.busy}>${say("circle.ask-do")}</button></div>
			</form>
		</section>`;
	}

	/** How people treat each other here, until somebody said yes to it; it never stands in the way of asking. */
	#rules() {
		const rules = this.view.parts?.houseRules;
		if (!rules || rules.yes === rules.version) return nothing;
		return html`<h3>${say("rules.title")}</h3>
			<p class="soft">${say("rules.with-asking")}</p>
			${rulesDrawn(rules.lines)}`;
	}

	/** @param {SubmitEvent} event @param {Circle} circle */
	async #send(event, { id }) {
		event.preventDefault();
		const { called = [""], words = [""] } = valuesOf(
			new FormData(/** @type {HTMLFormElement} */ (event.target)),
		);
		const given = { name: (called[0] ?? "").trim(), words: (words[0] ?? "").trim() };
		if (given.name === "" || given.words === "") return;
		// Those that stood there when it was sent.
		const rules = this.view.parts?.houseRules;
		if (!(await this.attempt(() => this.room.doing("circles", "ask", id, given)))) return;
		if (rules && rules.yes !== rules.version)
			this.quietly(() => this.room.doing("houseRules", "yes", rules.version));
		await this.#held?.done();
		this.#toHeading();
	}

	/** Who waits. @param {Circle} circle */
	#room(circle) {
		/** @type {readonly Waits[]} */
		const waiting = this.view.parts?.circles?.waiting[circle.id] ?? [];
		return html`<section class="part stack">
			<h2>${say("circle.waiting")}</h2>
			${this.#mayLetIn ? nothing : html`<p class="note">${say("circle.let-in-first")}</p>`}
			${waiting.length === 0 ? html`<p class="soft">${say("circle.waiting-none")}</p>` : html`<p>${say("circle.waiting-lead")}</p>`}
			<ul class="plain">${waiting.map((one) => this.#guest(circle, one))}</ul>
		</section>`;
	}

	/** Nobody comes into a circle that agreed on nothing, or whose agreement is not here yet. */
	get #mayLetIn() {
		const now = openIn(this.view.parts?.circles, this.place.id);
		return now?.canWrite === true && !now.mustAccept && now.agreement !== null;
	}

	/** @param {Circle} circle @param {Waits} guest */
	#guest({ id }, guest) {
		const { accountId, words } = guest;
		const name = guest.name ?? say("circle.somebody");
		const act = (/** @type {string} */ deed) =>
			this.#do(() => this.room.doing("circles", deed, id, accountId));
		return html`<li class="card stack">
			<h3 class="theirs">${name}</h3>
			<p class=${words === null ? "odd" : "words-of"}>${words ?? say("circle.no-letter")}</p>
			<div class="row">
				${this.#mayLetIn ? html`<button class="button" type="button" ?disabled=${this.busy} aria-label=${say("circle.let-in-name", { name })} @click=${() => act("letIn")}>${say("circle.let-in")}</button>` : nothing}
				<button class="button quiet" type="button" ?disabled=${this.busy} aria-label=${say("circle.not-now-name", { name })} @click=${() => act("notNow")}>${say("circle.not-now")}</button>
			</div>
			<p class="small soft">${say("circle.not-now-hint")}</p>
		</li>`;
	}

	/** @param {() => Promise<unknown>} deed @param {boolean} [isOver] nothing of it is left to look at */
	async #do(deed, isOver = false) {
		if (!(await this.attempt(deed))) return;
		if (isOver) this.go({ screen: "circles" });
		else this.#toHeading();
	}

	/** What one pressed is gone: reading goes on at the top. */
	async #toHeading() {
		await this.updateComplete;
		/** @type {HTMLElement | null} */ (this.querySelector("h1"))?.focus();
	}
}

customElements.define("room-circle", RoomCircle);
