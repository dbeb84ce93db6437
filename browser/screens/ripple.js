/** Passing it on: steps from being supported to supporting, opened by whoever takes them and by nobody else. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { circlesDoor } from "./circles-door.js";
import { dayWords } from "./days.js";
import "./invitations.js";
import { ownName } from "./own-name.js";
import { Screen } from "./screen.js";
import "./thanks.js";

/** @typedef {import("../talk/ripple.js").Step} Step */

const questions = [1, 2, 3, 4];
const generations = [0, 1, 2, 3];
/** What welcomes and helps where a group is; a training is its own end. */
const inCircles = [1, 2];

export class RoomRipple extends Screen {
	/** @override */
	firstUpdated() {
		this.attempt(() => this.room.reading("ripple", "look"));
	}

	/** @override */
	updated() {
		this.knowDay();
	}

	/** @override */
	render() {
		const { me } = this.view;
		return html`<section class="page">
			<h1 tabindex="-1">${say("ripple.title")}</h1>
			${me?.isSpecialist ? this.#asSpecialist() : this.#asClient()}
			<p><button class="link" type="button" @click=${() => this.go({ screen: "around" })}>${say("around.open")}</button></p>
			${this.troubleNote()}
		</section>`;
	}

	/** @returns {import("../talk/ripple.js").Ripple | null} */
	get #mine() {
		return this.view.parts?.ripple ?? null;
	}

	#asClient() {
		const mine = this.#mine;
		return html`<p class="lead">${say("ripple.lead")}</p>
			${mine === null ? nothing : html`${this.#taken(mine.steps)} ${this.#open(mine)} ${this.#thanks()} ${this.#invitations(mine)} ${this.#count(mine.counted)}`}`;
	}

	/** At any time but on a bad day: thanks are no step, and open none. */
	#thanks() {
		if (this.view.badDay !== false) return nothing;
		return html`<room-thanks .room=${this.room} .view=${this.view}></room-thanks>`;
	}

	/** Not in the first six months, not on a bad day, and not while nobody new can come in. @param {import("../talk/ripple.js").Ripple} mine */
	#invitations({ mayBeginOn, invitations }) {
		if (mayBeginOn === null || mayBeginOn > this.#today || this.view.badDay !== false) return nothing;
		if (this.view.config?.doorOpen === false) return nothing;
		return html`<room-invitations .room=${this.room} .view=${this.view} .invitations=${invitations}></room-invitations>`;
	}

	#asSpecialist() {
		const mine = this.#mine;
		return html`<p class="lead">${say("ripple.lead-specialist")}</p>
			${mine === null ? nothing : html`${this.#asked(mine.asked)} ${this.#count(mine.counted)}`}`;
	}

	/** @param {readonly Step[]} steps */
	#taken(steps) {
		const taken = steps.filter(({ quarter }) => quarter !== null);
		if (taken.length === 0) return nothing;
		return html`<section class="part stack">
			<h2>${say("ripple.taken")}</h2>
			<ul class="plain stack">
				${taken.map(
					({ role }) => html`<li class="card stack">
						<h3>${say(`ripple.step.${role}`)}</h3>
						<p class="soft">${say(`ripple.step.${role}.is`)}</p>
						<p>${say(this.#now(role))}</p>
						<div class="row">
							${inCircles.includes(role) ? circlesDoor(this) : nothing}
							<button class="button quiet" type="button" ?disabled=${this.busy} @click=${() => this.#back(role)}>${say("ripple.back", { step: say(`ripple.step.${role}`) })}</button>
						</div>
					</li>`,
				)}
			</ul>
			<p class="small soft">${say("ripple.back-why")}</p>
			<p><button class="link" type="button" @click=${() => this.go({ screen: "certificates" })}>${say("papers.open")}</button></p>
		</section>`;
	}

	/** What can be done now with a step that is taken. @param {number} role */
	#now(role) {
		const isWithoutCircles = inCircles.includes(role) && this.view.config?.circles !== true;
		return isWithoutCircles ? "ripple.now.nowhere" : `ripple.now.${role}`;
	}

	/** @param {import("../talk/ripple.js").Ripple} mine */
	#open({ steps, next, mayBeginOn }) {
		const asked = steps.find(({ id }) => id !== null);
		if (asked !== undefined) return this.#waits(asked);
		if (next === null) return html`<p>${say("ripple.all")}</p>`;
		if (mayBeginOn === null) return html`<p>${say("ripple.not-yet")}</p>`;
		if (mayBeginOn > this.#today) return html`<p>${say("ripple.from", { day: dayWords(mayBeginOn) })}</p>`;
		if (this.view.badDay === null) return nothing;
		if (this.view.badDay) return html`<p class="calm">${say("ripple.bad-day")}</p>`;
		return this.#ask(next);
	}

	get #today() {
		return Math.floor(Date.now() / 86_400_000);
	}

	/** @param {Step} asked */
	#waits({ role, id }) {
		const name = this.#nameIn(id);
		return html`<section class="card stack">
			<h2>${say(`ripple.step.${role}`)}</h2>
			<p role="status">${say("ripple.waits", { name })}</p>
			<div class="row">
				<button class="button quiet" type="button" ?disabled=${this.busy} @click=${() => this.#back(role)}>${say("ripple.ask-back")}</button>
			</div>
		</section>`;
	}

	/** @param {number} role */
	#ask(role) {
		const to = this.#specialists;
		return html`<section class="part stack">
			<h2>${say("ripple.next", { step: say(`ripple.step.${role}`) })}</h2>
			<p>${say(`ripple.step.${role}.is`)}</p>
			<h3>${say("ripple.ready")}</h3>
			<p class="soft">${say("ripple.ready-why")}</p>
			<ul>${questions.map((at) => html`<li>${say(`ripple.ready.${at}`)}</li>`)}</ul>
			${to.length === 0 ? html`<p>${say("ripple.nobody")}</p>` : this.#form(role, to)}
		</section>`;
	}

	/** @param {number} role @param {readonly import("./seen.d.ts").Relationship[]} to */
	#form(role, to) {
		return html`<form class="stack" autocomplete="off" @submit=${(/** @type {SubmitEvent} */ event) => this.#send(event, role)}>
			<fieldset class="stack">
				<legend>${say("ripple.whom")}</legend>
				${to.map(
					(one, at) => html`<label class="choice" for=${`ripple-to-${one.id}`}>
						<input id=${`ripple-to-${one.id}`} type="radio" autocomplete="off" name="to" value=${one.id} ?checked=${at === 0} />
						<span class="own-name">${ownName(one, say("see.them"))}</span>
					</label>`,
				)}
			</fieldset>
			<p class="soft">${say("ripple.house")}</p>
			<div class="row"><button class="button" type="submit" ?disabled=${this.busy}>${say("ripple.ask")}</button></div>
		</form>`;
	}

	get #specialists() {
		const own = this.view.relationships.filter(
			({ mine, state }) => mine === "client" && ["active", "paused", "ended"].includes(state),
		);
		return own.filter(
			({ other }, at) => own.findIndex((one) => one.other.accountId === other.accountId) === at,
		);
	}

	/** @param {readonly Step[]} asked */
	#asked(asked) {
		return html`<section class="part stack">
			<h2>${say("ripple.asked")}</h2>
			${asked.length === 0 ? html`<p>${say("ripple.asked-none")}</p>` : html`<p class="soft">${say("ripple.asked-why")}</p>`}
			<ul class="plain stack">
				${asked.map(
					({ role, id }) => html`<li class="card stack">
						<h3>${say("ripple.wishes", { name: this.#nameIn(id) })}</h3>
						<p>${say(`ripple.step.${role}`)}. ${say(`ripple.step.${role}.asks`)}</p>
						<div class="row">
							<button class="button" type="button" ?disabled=${this.busy} aria-label=${say("ripple.yes-to", this.#asks(id, role))} @click=${() => this.#answer(id, role, true)}>${say("ripple.yes")}</button>
							<button class="button quiet" type="button" ?disabled=${this.busy} aria-label=${say("ripple.not-now-to", this.#asks(id, role))} @click=${() => this.#answer(id, role, false)}>${say("ripple.not-now")}</button>
						</div>
					</li>`,
				)}
			</ul>
		</section>`;
	}

	/** @param {boolean} counted */
	#count(counted) {
		const works = this.view.me?.isSpecialist === true;
		if (!works && this.#specialists.length === 0) return nothing;
		return html`<section class="part stack">
			<h2>${say("ripple.count")}</h2>
			<p>${say("ripple.count-why")}</p>
			${counted ? html`<p role="status">${say("ripple.counted")}</p>` : nothing}
			<form class="stack" autocomplete="off" @submit=${this.#countIn}>
				${works ? this.#through() : nothing}
				<div class="row">
					${counted && !works ? nothing : html`<button class="button quiet" type="submit" ?disabled=${this.busy}>${say(counted ? "ripple.count-anew" : "ripple.count-do")}</button>`}
					${counted ? html`<button class="link" type="button" ?disabled=${this.busy} @click=${this.#countOut}>${say("ripple.count-stop")}</button>` : nothing}
				</div>
			</form>
			<p class="small soft">${say("ripple.count-closed")}</p>
		</section>`;
	}

	#through() {
		const through = this.#mine?.counted ? this.#mine.generation : 0;
		return html`<fieldset class="stack">
			<legend>${say("ripple.through")}</legend>
			${generations.map(
				(at) => html`<label class="choice" for=${`ripple-through-${at}`}>
					<input id=${`ripple-through-${at}`} type="radio" autocomplete="off" name="through" value=${at} ?checked=${at === through} />
					<span>${say(`ripple.through.${at}`)}</span>
				</label>`,
			)}
		</fieldset>`;
	}

	/** @param {string | null} id */
	#nameIn(id) {
		const found = this.view.relationships.find((one) => String(one.id) === id);
		return found === undefined ? say("see.them") : ownName(found, say("see.them"));
	}

	/** @param {SubmitEvent} event @param {number} role */
	async #send(event, role) {
		event.preventDefault();
		const to = String(new FormData(/** @type {HTMLFormElement} */ (event.currentTarget)).get("to"));
		if (await this.attempt(() => this.room.doing("ripple", "ask", to, role)))
			this.tell(say("ripple.waits", { name: this.#nameIn(to) }));
	}

	/** @param {string | null} id @param {number} role */
	#asks(id, role) {
		return { name: this.#nameIn(id), step: say(`ripple.step.${role}`) };
	}

	/** @param {number} role */
	async #back(role) {
		if (await this.attempt(() => this.room.doing("ripple", "back", role))) this.tell(say("ripple.backed"));
	}

	/** @param {string | null} id @param {number} role @param {boolean} yes */
	async #answer(id, role, yes) {
		if (await this.attempt(() => this.room.doing("ripple", "answer", id, role, yes)))
			this.tell(say(yes ? "ripple.said-yes" : "ripple.said-not-now"));
	}

	#countIn = async (/** @type {SubmitEvent} */ event) => {
		event.preventDefault();
		const given = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
		const through = Number(given.get("through") ?? 0);
		if (await this.attempt(() => this.room.doing("ripple", "count", true, through)))
			this.tell(say("ripple.counted"));
	};

	#countOut = async () => {
		if (await this.attempt(() => this.room.doing("ripple", "count", false, 0)))
			this.tell(say("ripple.count-out"));
	};
}

customElements.define("room-ripple", RoomRipple);
