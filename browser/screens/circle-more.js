/** A circle's people and what one may do there: welcome, one's name, the agreement, leaving; hosts lead from here. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { personActs, personDots } from "./circle-acts.js";
import { helpActs, helpAsked, helpBadge } from "./circle-helping.js";
import "./circle-host.js";
import "./circle-name.js";
import { CircleScreen } from "./circle-open.js";
import { quietWords } from "./circle-hours.js";
import { calledIn, circleIn, isNew, longest, peopleNow, personWords } from "./circle-words.js";
import { HeldForm, valuesOf } from "./held.js";
import { notEmergency } from "./not-emergency.js";
import "./sure.js";

/** @typedef {import("../talk/circle-shape.d.ts").CircleNow} CircleNow */
/** @typedef {import("../talk/circle-shape.d.ts").InCircle} InCircle */
/** @typedef {import("../talk/circle-shape.d.ts").Listed} Listed */

export class RoomCircleMore extends CircleScreen {
	/** @override */
	static properties = {
		...CircleScreen.properties,
		...{ greeting: { state: true }, acting: { state: true } },
	};

	constructor() {
		super();
		/** who is being welcomed */
		this.greeting = "";
		/** beside whose name it stands what one can do */
		this.acting = "";
		/** what was begun for somebody new, kept through a lock @type {Map<string, HeldForm>} */
		this.held = new Map();
	}

	/** @override */
	updated() {
		super.updated();
		if (this.greeting === "") return;
		const form = /** @type {HTMLFormElement | null} */ (this.querySelector("form[name=welcome]"));
		this.#heldOf(this.greeting).stands(form, () => this.updateComplete);
	}

	/** @param {string} accountId */
	#heldOf(accountId) {
		const about = `${this.place.id ?? ""} ${accountId}`;
		const held = this.held.get(accountId) ?? new HeldForm(this.room, "circle-welcome", about);
		this.held.set(accountId, held);
		return held;
	}

	/** @override */
	render() {
		const { now } = this;
		const circle = circleIn(this.view.parts?.circles, this.place.id);
		if (circle === null || now === null)
			return html`<section class="page">
				<h1 tabindex="-1" class="soft">${say("circles.loading")}</h1>
				${this.troubleNote()}
			</section>`;
		return this.#all(circle, now);
	}

	/** @param {Listed} circle @param {CircleNow} now */
	#all(circle, now) {
		const id = this.place.id ?? "";
		const given = { room: this.room, view: this.view, place: this.place };
		return html`<section class="page">
			<h1 tabindex="-1" class="theirs">${circle.name}</h1>
			<div class="row">
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "circle-talk", id })}>${say("circle.go-in")}</button>
				${now.agreement === null && !now.iLead ? nothing : html`<button class="button quiet" type="button" @click=${() => this.go({ screen: "circle-agreement", id })}>${say("circle.agreement")}</button>`}
			</div>
			${this.troubleNote()} ${helpAsked(now, this)} ${this.#people(now)}
			${now.canWrite ? html`<room-circle-name .room=${given.room} .view=${given.view} .place=${given.place} .isPart=${true}></room-circle-name>` : nothing}
			${(now.iLead || (now.iHelp && now.canWrite)) && circle.state !== "over" ? html`<room-circle-host .room=${given.room} .view=${given.view} .place=${given.place} .circle=${circle} .now=${now}></room-circle-host>` : nothing}
			${this.#concern(circle, now)} ${this.#leave(circle)}
		</section>`;
	}

	/** @param {CircleNow} now */
	#people(now) {
		return html`<section class="part stack">
			<h2>${say("circle.people")}</h2>
			<p class="small soft">${say("circle.people-why")}</p>
			${quietWords(now) === "" ? nothing : html`<p>${quietWords(now)}</p>`}
			<ul class="plain">${peopleNow(now).map((one) => this.#person(now, one))}</ul>
		</section>`;
	}

	/** @param {CircleNow} now @param {InCircle} one */
	#person(now, one) {
		const { accountId } = one;
		const name = calledIn(now, accountId);
		const mayGreet = now.canWrite && isNew(now, one);
		return html`<li class="own-row">
			<div class="row"><p class="theirs">${personWords(now, one)}${one.role === "host" ? html` <span class="small soft">${say("circle.host")}</span>` : nothing}${helpBadge(one)}</p>${personDots(one, now, this)}</div>
			${mayGreet && this.greeting !== accountId ? html`<div class="row"><button class="link" type="button" aria-label=${say("circle.welcome-name", { name })} @click=${() => this.#greet(accountId)}>${say("circle.welcome")}</button></div>` : nothing}
			${mayGreet && this.greeting === accountId ? this.#greetForm(now, accountId, name) : nothing}
			${helpActs(one, now, this)} ${personActs(one, now, this)}
		</li>`;
	}

	/** @param {string} accountId */
	async #greet(accountId) {
		this.greeting = accountId;
		await this.updateComplete;
		this.querySelector("textarea")?.focus();
	}

	/** @param {CircleNow} now @param {string} accountId @param {string} name */
	#greetForm({ id }, accountId, name) {
		return html`<form name="welcome" class="stack" autocomplete="off" @input=${this.#heldOf(accountId).typed} @submit=${(/** @type {SubmitEvent} */ event) => this.#welcome(event, id, accountId)}>
			<label class="field">${say("circle.welcome-words", { name })}
				<textarea name="words" required maxlength=${longest.said} autocomplete="off" .defaultValue=${say("circle.welcome-begin", { name })}></textarea>
				<span class="hint">${say("circle.welcome-hint")}</span>
			</label>
			${notEmergency()}
			<div class="row">
				<button class="button" type="submit" ?disabled=${this.busy}>${say("circle.welcome-do")}</button>
				<button class="button quiet" type="button" @click=${() => this.#stopGreeting()}>${say("do.cancel")}</button>
			</div>
		</form>`;
	}

	/** @param {SubmitEvent} event @param {number} id @param {string} accountId */
	async #welcome(event, id, accountId) {
		event.preventDefault();
		const { words = [""] } = valuesOf(new FormData(/** @type {HTMLFormElement} */ (event.target)));
		const said = (words[0] ?? "").trim();
		if (said === "") return;
		if (!(await this.attempt(() => this.room.doing("circles", "welcome", id, accountId, said)))) return;
		await this.#heldOf(accountId).done();
		await this.#stopGreeting();
	}

	async #stopGreeting() {
		this.greeting = "";
		await this.updateComplete;
		/** @type {HTMLElement | null} */ (this.querySelector("h1"))?.focus();
	}

	/** Something is wrong in it, or with whoever leads. @param {Listed} circle @param {CircleNow} now */
	#concern({ id }, { people }) {
		if (!people.some(({ role, isHere, isMe }) => role === "host" && isHere && !isMe)) return nothing;
		return html`<section class="part stack">
			<h2>${say("wrong.title")}</h2>
			<p>${say("concern.circle-why")}</p>
			<div class="row"><button class="button quiet" type="button" @click=${() => this.go({ screen: "concern", circle: String(id) })}>${say("concern.circle-open")}</button></div>
		</section>`;
	}

	/** @param {Listed} circle */
	#leave({ id, mine, state }) {
		if (state === "over" || mine === null) return nothing;
		return html`<section class="part stack">
			<h2>${say("circle.leave")}</h2>
			<p>${say(mine === "leads" ? "circle.leave-host" : "circle.leave-why")}</p>
			<room-sure .label=${say("circle.leave-do")} .question=${say("circle.leave-sure")} .yes=${say("circle.leave-yes")} @yes=${() => this.#left(id)}></room-sure>
		</section>`;
	}

	/** @param {number} id */
	async #left(id) {
		if (await this.attempt(() => this.room.doing("circles", "leave", id))) this.go({ screen: "circles" });
	}
}

customElements.define("room-circle-more", RoomCircleMore);
