/** What a specialist can carry now: a planned break, how heavy each person feels, topics that are too much. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { chips, factChoices, factGroups, turned } from "./chips.js";
import { dayWords } from "./days.js";
import { ownName } from "./own-name.js";
import { Screen } from "./screen.js";
import { dateIn, dayIn } from "./vow-day.js";

/** @typedef {import("../talk/carrying.js").Carrying} Carrying */

/** What the house takes: begun within half a year, eight weeks at most. */
const FURTHEST = 182;
const LONGEST = 56;
const WEEK = 7;
const WEIGHTS = /** @type {const} */ ([1, 2, 4]);
const TOPICS = /** @type {const} */ (["been-through", "life"]);

export class RoomCarrying extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		people: { state: true },
		topics: { state: true },
		done: { state: true },
	};

	constructor() {
		super();
		/** Who could stand in. @type {readonly {accountId: string, name: string}[]} */
		this.people = [];
		/** What is ticked and not kept yet. @type {Set<string> | null} */
		this.topics = null;
		/** What was kept last. @type {"" | "topics" | "weights" | "break" | "back"} */
		this.done = "";
	}

	/** @override */
	firstUpdated() {
		this.attempt(() => this.room.reading("carrying", "look"));
		this.quietly(async () => {
			this.people = await this.room.handing("people");
		});
	}

	/** @override */
	render() {
		/** @type {Carrying | null} */
		const carrying = this.view.parts?.carrying ?? null;
		return html`<section class="page">
			<h1 tabindex="-1">${say("carry.title")}</h1>
			<p class="lead">${say("carry.lead")}</p>
			${this.troubleNote()}
			${carrying === null ? nothing : html`${this.#break(carrying)} ${this.#weights(carrying)} ${this.#topics(carrying)}`}
			<p><button class="link" type="button" @click=${() => this.go({ screen: "wellbeing" })}>${say("well.open")}</button></p>
		</section>`;
	}

	/** @param {Carrying} carrying */
	#break({ away }) {
		return html`<section class="part stack">
			<h2>${say("carry.break")}</h2>
			${away === null ? this.#plan() : this.#planned(away)}
			${this.#did("break")} ${this.#did("back")}
		</section>`;
	}

	#plan() {
		const today = this.view.config?.today ?? 0;
		const own = this.view.me?.profile?.name ?? "";
		const others = this.people.filter(({ name }) => name !== own);
		return html`<ul>
				<li>${say("carry.break-told")}</li>
				<li>${say("carry.break-rests")}</li>
				<li>${say("carry.break-new")}</li>
				<li>${say("carry.break-back")}</li>
			</ul>
			<form autocomplete="off" class="stack" @submit=${this.#plans}>
				<label class="field"><span>${say("carry.from")}</span><input autocomplete="off" type="date" name="from" required min=${dateIn(today)} max=${dateIn(today + FURTHEST)} .defaultValue=${dateIn(today + WEEK)} /></label>
				<label class="field"><span>${say("carry.back")}</span><input autocomplete="off" type="date" name="back" required min=${dateIn(today + 1)} max=${dateIn(today + FURTHEST + LONGEST)} .defaultValue=${dateIn(today + 3 * WEEK)} /></label>
				<div class="field">
					<label for="carry-cover">${say("carry.cover")}</label>
					<p class="hint" id="carry-cover-hint">${say("carry.cover-hint")}</p>
					<select id="carry-cover" name="cover" autocomplete="off" aria-describedby="carry-cover-hint">
						<option value="">${say("carry.cover-nobody")}</option>
						${others.map(({ accountId, name }) => html`<option class="theirs" value=${accountId}>${name}</option>`)}
					</select>
				</div>
				<div class="row"><button class="button" type="submit" ?disabled=${this.busy}>${say("carry.plan")}</button></div>
			</form>`;
	}

	/** @param {import("../talk/carrying.js").Break} away */
	#planned({ fromOn, backOn, cover }) {
		const begun = fromOn <= (this.view.config?.today ?? 0);
		const days = { from: dayWords(fromOn), back: dayWords(backOn) };
		const name = this.people.find(({ accountId }) => accountId === cover)?.name;
		return html`<div class="calm stack">
			<p><strong>${say(begun ? "carry.is-away" : "carry.will-be", days)}</strong></p>
			${name === undefined ? nothing : html`<p>${say("carry.named", { name })}</p>`}
			<div class="row"><button class="button quiet" type="button" ?disabled=${this.busy} @click=${this.#comesBack}>${say(begun ? "carry.i-am-back" : "carry.call-off")}</button></div>
		</div>`;
	}

	/** @param {Carrying} carrying */
	#weights({ weights, taken, cap }) {
		const people = this.view.relationships.filter(({ id }) => weights.has(id));
		return html`<section class="part stack">
			<h2>${say("carry.weights")}</h2>
			<p class="soft">${say("carry.weights-lead")}</p>
			<p>${say("carry.taken", { taken, cap })}</p>
			${
				people.length === 0
					? nothing
					: html`<form autocomplete="off" class="stack" @submit=${this.#weighs}>
				${people.map((one) => this.#weight(one, weights.get(one.id) ?? 2))}
				<div class="row"><button class="button quiet" type="submit" ?disabled=${this.busy}>${say("carry.keep-weights")}</button></div>
			</form>`
			}
			${this.#did("weights")}
		</section>`;
	}

	/** @param {import("./seen.d.ts").Relationship} one @param {number} now */
	#weight(one, now) {
		return html`<label class="field">
			<span class="theirs">${ownName(one, say("see.someone"))}</span>
			<select name=${one.id} autocomplete="off">${WEIGHTS.map((weight) => html`<option value=${weight} ?selected=${weight === now}>${say(`carry.weight-${weight}`)}</option>`)}</select>
		</label>`;
	}

	/** @param {Carrying} carrying */
	#topics({ notNow }) {
		const chosen = this.topics ?? new Set(notNow);
		const turn = (/** @type {string} */ id) => {
			this.topics = turned(chosen, id);
			this.done = "";
		};
		return html`<section class="part stack">
			<h2>${say("carry.topics")}</h2>
			<p class="soft">${say("carry.topics-lead")}</p>
			<form autocomplete="off" class="stack" @submit=${(/** @type {Event} */ event) => this.#keepsTopics(event, chosen)}>
				${TOPICS.map((group) => chips(say(`carry.topics.${group}`), factChoices(factGroups[group]), chosen, turn))}
				<div class="row"><button class="button quiet" type="submit" ?disabled=${this.busy}>${say("carry.keep-topics")}</button></div>
			</form>
			${this.#did("topics")}
		</section>`;
	}

	/** @param {"topics" | "weights" | "break" | "back"} what */
	#did(what) {
		return this.done === what ? html`<p role="status">${say(`carry.did-${what}`)}</p>` : nothing;
	}

	/** @param {"topics" | "weights" | "break" | "back"} what @param {string} deed @param {unknown[]} given */
	async #does(what, deed, ...given) {
		this.done = "";
		if (!(await this.attempt(() => this.room.doing("carrying", deed, ...given)))) return false;
		this.done = what;
		return true;
	}

	/** @param {SubmitEvent} event */
	#plans = async (event) => {
		event.preventDefault();
		const fields = new FormData(/** @type {HTMLFormElement} */ (event.target));
		const [fromOn, backOn] = [dayIn(fields.get("from")), dayIn(fields.get("back"))];
		await this.#does("break", "plan", { fromOn, backOn, cover: fields.get("cover") || null });
	};

	#comesBack = () => this.#does("back", "back");

	/** @param {SubmitEvent} event */
	#weighs = async (event) => {
		event.preventDefault();
		const fields = new FormData(/** @type {HTMLFormElement} */ (event.target));
		await this.#does("weights", "weigh", new Map([...fields].map(([id, weight]) => [id, Number(weight)])));
	};

	/** @param {Event} event @param {ReadonlySet<string>} chosen */
	async #keepsTopics(event, chosen) {
		event.preventDefault();
		if (await this.#does("topics", "notNow", [...chosen])) this.topics = null;
	}
}

customElements.define("room-carrying", RoomCarrying);
