/** My stories in the library: where each stands, what I said yes to, taking it back. */
import { html, nothing } from "../vendor/lit.js";
import { say, sayCount } from "../words/index.js";
import { dayWords } from "./days.js";
import { Screen, troubleOf } from "./screen.js";
import "./sure.js";

/** @typedef {import("../talk/library.js").Own} Own */

const least = 8;

export class RoomLibraryOwn extends Screen {
	/** @override */
	static properties = { ...Screen.properties, stories: { state: true } };

	constructor() {
		super();
		/** @type {readonly Own[] | null} */
		this.stories = null;
	}

	/** @override */
	firstUpdated() {
		this.#do("look");
	}

	/** @override */
	render() {
		return html`<section class="page">
			<h1 tabindex="-1">${say("library.own")}</h1>
			<p class="lead">${say("library.own-lead")}</p>
			${this.troubleNote()}
			<div class="row">
				<button class="button" type="button" @click=${() => this.go({ screen: "library-tell", id: "new" })}>${say("library.tell")}</button>
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "library" })}>${say("library.all")}</button>
			</div>
			${this.stories === null ? nothing : this.#all(this.stories)}
		</section>`;
	}

	/** @param {readonly Own[]} stories */
	#all(stories) {
		if (stories.length === 0) return html`<p class="soft">${say("library.own-none")}</p>`;
		return html`<ul class="plain">${stories.map((one) => this.#one(one))}</ul>
			<p class="small soft">${say("library.totals-later", { least })}</p>`;
	}

	/** @param {Own} one */
	#one(one) {
		if (one.state === "withdrawn")
			return html`<li class="card"><p class="soft">${say("library.state.withdrawn", { day: dayWords(one.ended_on ?? 0) })}</p></li>`;
		return html`<li class="card stack">
			<h2><span class="theirs" lang=${one.lang}>${one.title}</span></h2>
			<p>${say(`library.state.${one.state === "aside" && one.stands_until !== null ? "silent" : one.state}`)}</p>
			${one.said === "" ? nothing : html`<p class="words-of">${one.said}</p>`} ${this.#resting(one)} ${this.#standing(one)} ${this.#totals(one)} ${this.#yeses(one)}
			<div class="row">
				<button class="button quiet" type="button" aria-label=${`${say("library.change")}: ${one.title}`} @click=${() => this.go({ screen: "library-tell", id: one.ref })}>${say("library.change")}</button>
			</div>
			<room-sure
				.label=${say("library.back")}
				.about=${one.title}
				.question=${say("library.back-sure")}
				.yes=${say("library.back-yes")}
				@yes=${() => this.#do("takeBack", one.ref)}
			></room-sure>
		</li>`;
	}

	/** @param {Own} one */
	#resting({ state, may_go_on, rests_for, ref, title, version }) {
		if (state !== "resting" && state !== "aside") return nothing;
		if (state === "resting" && !may_go_on)
			return html`<p class="soft">${sayCount("library.rests", Math.max(1, rests_for))}</p>`;
		return html`${state === "aside" ? nothing : html`<p>${say("library.go-on-why")}</p>`}
			<div class="row"><button class="button" type="button" aria-label=${`${say("library.go-on")}: ${title}`} ?disabled=${this.busy} @click=${() => this.#do("goOn", ref, version)}>${say("library.go-on")}</button></div>`;
	}

	/** A year later it is asked once more; no answer is one as well, and takes no word away. @param {Own} one */
	#standing({ state, stands_until, ref, title, version }) {
		if (state !== "published" || stands_until === null) return nothing;
		return html`<div class="note stack">
			<p>${say("library.stands", { day: dayWords(stands_until) })}</p>
			<div class="row"><button class="button" type="button" aria-label=${`${say("library.stands-yes")}: ${title}`} ?disabled=${this.busy} @click=${() => this.#keep(ref, version)}>${say("library.stands-yes")}</button></div>
		</div>`;
	}

	/** @param {string} ref @param {number} version */
	async #keep(ref, version) {
		if (await this.#do("stands", ref, version)) this.tell(say("library.stands-kept"));
	}

	/** @param {Own} one */
	#totals({ totals }) {
		return totals === null ? nothing : html`<p>${say("library.totals", totals)}</p>`;
	}

	/** @param {Own} one */
	#yeses({ yeses, ref }) {
		return html`<h3>${say("library.said-yes")}</h3>
			<ul class="plain">
				${yeses.map(
					({ use, given_on }) => html`<li class="stack">
						<p>${say(`library.use.${use}`)} · ${dayWords(given_on)}</p>
						<room-sure
							.label=${say("library.use-back")}
							.about=${say(`library.use.${use}`)}
							.question=${say("library.use-sure")}
							.yes=${say("library.use-back")}
							@yes=${() => this.#do("takeBackUse", ref, use)}
						></room-sure>
					</li>`,
				)}
			</ul>`;
	}

	/** @param {string} deed @param {any[]} given */
	#do(deed, ...given) {
		return this.attempt(async () => {
			try {
				this.stories = await this.room.doing("library", deed, ...given);
			} catch (error) {
				if (troubleOf(error).code === "library-elsewhere")
					this.stories = await this.room.reading("library", "own");
				throw error;
			}
		});
	}
}

customElements.define("room-library-own", RoomLibraryOwn);
