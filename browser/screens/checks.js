/** One's own line: what one answered, first and alone; then what to show of it, if anything; and how it went over time. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { howToBegin } from "./begin.js";
import "./count-in.js";
import { SKIPPED, statementWords, STATEMENTS, wordOf } from "./check-words.js";
import { dayWords } from "./days.js";
import { ownName } from "./own-name.js";
import { Screen } from "./screen.js";
import "./sure.js";
import { trendDrawn } from "./trend.js";

/** @typedef {import("../talk/checking.js").Looked} Looked */
/** @typedef {import("../crypto/check-in.js").CheckIn} CheckIn */
/** @typedef {import("./seen.d.ts").Relationship} Relationship */

const places = Array.from({ length: STATEMENTS }, (_, at) => at);
const levels = [0, 1, 2, 3, 4];
const shownBit = 1;

export class RoomChecks extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		looked: { state: true },
		offer: { state: true },
		done: { state: true },
	};

	#of = "";
	#wasGoing = false;

	constructor() {
		super();
		/** @type {Looked | null} */
		this.looked = null;
		/** what became of the three buttons: open, helped, or none */
		this.offer = "open";
		/** what was done just now, in words; "shown" where it has yet to leave, or has left */
		this.done = "";
	}

	/** @override */
	updated() {
		const isGone = this.#wasGoing && !this.#isGoing;
		this.#wasGoing = this.#isGoing;
		if (isGone && this.looked !== null) this.#read();
		if (this.#of === this.place.id) return;
		this.#of = this.place.id ?? "";
		this.looked = null;
		this.offer = "open";
		this.done = "";
		this.#do("look");
	}

	/** @override */
	render() {
		const one = this.#relationship;
		if (one === null)
			return html`<section class="page"><h1 tabindex="-1">${say("trouble.not-found")}</h1></section>`;
		const name = ownName(one, say("see.them"));
		return html`<section class="page">
			<h1 tabindex="-1">${say("checks.title", { name })}</h1>
			<p class="lead">${say("checks.lead")}</p>
			${this.troubleNote({ name })}
			${this.looked === null ? this.#opening() : this.#all(this.looked, one, name)}
		</section>`;
	}

	#opening() {
		return this.busy ? html`<p class="soft" role="status">${say("checks.loading")}</p>` : nothing;
	}

	/** @param {Looked} looked @param {Relationship} one @param {string} name */
	#all(looked, one, name) {
		const newest = looked.rows.at(-1);
		return html`${newest === undefined ? html`<p>${say("checks.none")}</p>` : this.#newest(newest, looked, one, name)}
			<p role="status">${this.done === "shown" ? say(this.#isGoing ? "checks.goes" : "checks.was-shown", { name }) : this.done}</p>
			<div class="row">
				${this.#button(newest === undefined ? "checks.now" : "checks.again", () => this.go({ screen: "check", id: this.#of }))}
				${this.#button("checks.to-talk", () => this.go({ screen: "talk", id: this.#of }))}
			</div>
			${this.#gap(looked, one, name)} ${this.#overTime(looked, one)}
			<p class="small soft">${say("check.unvalidated")}</p>
			${newest === undefined ? nothing : this.#forget(name)}`;
	}

	/** @param {CheckIn} newest @param {Looked} looked @param {Relationship} one @param {string} name */
	#newest(newest, looked, one, name) {
		const given = places.filter((at) => newest.a[at] !== SKIPPED);
		return html`<section class="stack" aria-labelledby="checks-said">
				<h2 id="checks-said">${say("checks.said", { day: dayWords(newest.day) })}</h2>
				${given.length === 0 && newest.b === "" ? html`<p>${say("checks.all-skipped")}</p>` : nothing}
				<dl class="check-said">${given.map((at) => this.#said(newest, at, one, name))}</dl>
				${newest.b === "" ? nothing : html`<p class="words-of">${newest.b}</p>`}
			</section>
			${looked.isToday && looked.low.length > 0 ? this.#low(looked, name) : nothing}
			${this.#showing(newest, given, looked, one, name)}
			${one.mine === "client" ? this.#counting(newest) : nothing}`;
	}

	/** @param {CheckIn} row @param {number} at @param {Relationship} one @param {string} name */
	#said({ a, c }, at, { mine }, name) {
		const isShown = ((c[at] ?? 0) & shownBit) !== 0;
		return html`<div>
			<dt>${statementWords(mine, at)}</dt>
			<dd><strong>${wordOf(a[at] ?? SKIPPED)}</strong>${isShown ? html` <span class="soft small">${say("checks.shown", { name })}</span>` : nothing}</dd>
		</div>`;
	}

	/** @param {Looked} looked @param {string} name */
	#low({ isHeld }, name) {
		if (this.offer === "none" || isHeld) return nothing;
		if (this.offer === "helped")
			return html`<section class="calm stack"><p role="status">${say(this.#isGoing ? "checks.goes" : "checks.helped", { name })}</p>${howToBegin()}</section>`;
		return html`<section class="calm stack" aria-labelledby="checks-low">
			<h2 class="minor" id="checks-low">${say("checks.low")}</h2>
			<p>${say("checks.low-why")}</p>
			<div class="row">
				${this.#button("checks.tell", () => this.#tellThem(), { name })}
				${this.#button("checks.help", () => this.#help())}
				${this.#button("checks.nothing", () => this.#nothing())}
			</div>
			<p class="small">${say("checks.help-why", { name })}</p>
		</section>`;
	}

	/** @param {CheckIn} newest @param {number[]} given @param {Looked} looked @param {Relationship} one @param {string} name */
	#showing(newest, given, { isHeld, theyWishGap }, { mine }, name) {
		if (given.length === 0 && newest.b === "") return nothing;
		if (isHeld) return html`<p class="soft">${say("checks.held")}</p>`;
		return html`<form autocomplete="off" class="card" @submit=${this.#show}>
			<h2 class="minor">${say("checks.show-title", { name })}</h2>
			<p class="soft">${say("checks.show-why")}</p>
			${given.map((at) => tick(`at-${at}`, say("checks.show-this", { name, text: statementWords(mine, at) })))}
			${newest.b === "" ? nothing : tick("words", say("checks.show-words", { name }))}
			${theyWishGap ? html`<p>${say("checks.they-gap", { name })}</p>` : nothing}
			${given.length === 0 ? nothing : tick("gap", say("checks.show-gap", { name }))}
			<div class="row"><button class="button quiet" type="submit" ?disabled=${this.busy}>${say("checks.show")}</button></div>
		</form>`;
	}

	/** @param {CheckIn} newest */
	#counting(newest) {
		return html`<room-count-in
			.room=${this.room}
			.view=${this.view}
			.row=${newest}
			.may=${this.looked?.countable ?? []}
			.of=${this.#of}
			@counted=${(/** @type {CustomEvent<Looked>} */ event) => (this.looked = event.detail)}
		></room-count-in>`;
	}

	/** @param {Looked} looked @param {Relationship} one @param {string} name */
	#gap({ gap }, { mine }, name) {
		if (gap.length === 0) return nothing;
		return html`<section class="stack" aria-labelledby="checks-gap">
			<h2 id="checks-gap">${say("checks.gap")}</h2>
			<p class="soft">${say("checks.gap-why")}</p>
			<dl class="check-said">${gap.map(
				({ q, mine: ours, theirs }) => html`<div>
					<dt>${statementWords(mine, q - 1)}</dt>
					<dd>${say("checks.gap-you", { word: wordOf(ours) })} · ${say("checks.gap-them", { name, word: wordOf(theirs) })}</dd>
				</div>`,
			)}</dl>
		</section>`;
	}

	/** @param {Looked} looked @param {Relationship} one */
	#overTime({ lines: all }, { mine }) {
		const lines = all.map((points, at) => ({ at, points })).filter(({ points }) => points.length > 1);
		if (lines.length === 0) return nothing;
		const words = levels.map(wordOf);
		return html`<section class="stack" aria-labelledby="checks-time">
			<h2 id="checks-time">${say("checks.over-time")}</h2>
			<p class="soft">${say("checks.over-time-why")}</p>
			<div class="trends">${lines.map(({ at, points }) => trendDrawn({ title: statementWords(mine, at), points, levels: words }))}</div>
		</section>`;
	}

	/** @param {string} name */
	#forget(name) {
		return html`<room-sure
			.label=${say("checks.forget")}
			.question=${say("checks.forget-sure", { name })}
			.yes=${say("checks.forget-yes")}
			@yes=${() => this.#do("forget")}
		></room-sure>`;
	}

	/** @param {string} words @param {() => unknown} deed @param {Record<string, string>} [params] */
	#button(words, deed, params = {}) {
		return html`<button class="button quiet" type="button" ?disabled=${this.busy} @click=${deed}>${say(words, params)}</button>`;
	}

	/** Their own words stand in the box; nothing is sent by it. */
	#tellThem() {
		const before = this.room.draftOf(this.#of);
		const words = say("checks.tell-words");
		this.room.draft(this.#of, before === "" ? words : `${before}\n${words}`);
		this.go({ screen: "talk", id: this.#of });
	}

	async #help() {
		if (await this.#do("help")) this.offer = "helped";
	}

	#nothing() {
		this.offer = "none";
	}

	/** @param {Event} event */
	#show = async (event) => {
		event.preventDefault();
		const form = /** @type {HTMLFormElement} */ (event.target);
		const given = new FormData(form);
		const at = places.filter((place) => given.has(`at-${place}`));
		const words = given.has("words");
		if (at.length === 0 && !words) {
			this.done = say("checks.show-none");
			return;
		}
		const gap = given.has("gap") && at.length > 0;
		const row = this.looked?.rows.at(-1);
		if (!(await this.#do("show", { row, at, words, gap }))) return;
		form.reset();
		this.done = "shown";
	};

	/** @param {string} deed @param {any[]} given */
	#do(deed, ...given) {
		return this.attempt(async () => {
			this.looked = await this.room.doing("checking", deed, this.#of, ...given);
		});
	}

	/** What left meanwhile stands beside the answers. */
	#read() {
		return this.quietly(async () => {
			this.looked = await this.room.reading("checking", "look", this.#of);
		});
	}

	/** Is something still to leave this device? */
	get #isGoing() {
		return (this.view.parts?.checking?.going ?? 0) > 0;
	}

	get #relationship() {
		return this.room.conversation(this.place.id ?? "")?.relationship ?? null;
	}
}

/** @param {string} name @param {string} words */
const tick = (name, words) =>
	html`<label class="tick"><input autocomplete="off" type="checkbox" name=${name} /><span>${words}</span></label>`;

customElements.define("room-checks", RoomChecks);
