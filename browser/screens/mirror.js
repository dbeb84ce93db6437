/** The listening mirror: what one's own lines of these days hold, for whoever wrote them, gone with the page unless they keep it. */
import { html, nothing } from "../vendor/lit.js";
import { say, sayCount } from "../words/index.js";
import { dayWords } from "./days.js";
import { Screen } from "./screen.js";

/** @typedef {import("../listening/mirror.js").Mirror & {since: string | null, own: readonly (readonly {text: string, mark: string | null}[])[]}} Seen */

export class RoomMirror extends Screen {
	/** @override */
	static properties = { ...Screen.properties, seen: { state: true }, kept: { state: true } };

	constructor() {
		super();
		/** @type {Seen | null} */
		this.seen = null;
		this.kept = false;
	}

	/** @override */
	firstUpdated() {
		this.#look();
	}

	/** @override */
	disconnectedCallback() {
		super.disconnectedCallback();
		this.quietly(() => this.room.lookAway(this.place.id ?? ""));
	}

	async #look() {
		const conv = this.place.id ?? "";
		await this.attempt(async () => {
			await this.room.look(conv);
			this.seen = (await this.room.reading("listening", "mirror", conv)) ?? null;
		});
	}

	/** @override */
	render() {
		const name = this.room.conversation(this.place.id ?? "")?.name ?? say("see.them");
		return html`<section class="page">
			<h1 tabindex="-1">${say("mirror.title")}</h1>
			<p class="lead">${say("mirror.lead", { name })}</p>
			${this.troubleNote()}
			${this.seen === null ? this.#waits() : this.seen.lines === 0 ? this.#nothing(this.seen) : this.#all(this.seen)}
		</section>`;
	}

	#waits() {
		return this.busy ? html`<p class="soft" role="status">${say("mirror.looking")}</p>` : nothing;
	}

	/** @param {Seen} seen */
	#nothing({ left }) {
		return html`<p class="note">${say("mirror.nothing")}</p>
			${left === 0 ? nothing : html`<p class="soft">${sayCount("mirror.left", left)}</p>`}`;
	}

	/** @param {Seen} seen */
	#all(seen) {
		return html`<section class="part stack">
				<h2>${say("mirror.habits")}</h2>
				<ul>${habitsOf(seen).map((words) => html`<li>${words}</li>`)}</ul>
				${seen.isNear ? html`<p class="soft">${say("mirror.measure")}</p>` : nothing}
				<p class="soft">${say("mirror.unsure")}</p>
				${seen.left === 0 ? nothing : html`<p class="soft">${sayCount("mirror.left", seen.left)}</p>`}
				<div class="row">
					<button class="button quiet" type="button" ?disabled=${this.busy || this.kept} @click=${this.#keep}>${say("mirror.keep")}</button>
				</div>
				<p role="status" tabindex="-1">${this.kept ? say("mirror.kept") : nothing}</p>
			</section>
			<section class="part stack">
				<h2>${say("mirror.own")}</h2>
				<p class="soft">${say("mirror.own-why")}</p>
				${seen.own.map((line) => html`<p class="mirrored own-words">${line.map(pieceDrawn)}</p>`)}
			</section>`;
	}

	#keep = async () => {
		if (this.seen === null) return;
		const text = habitsOf(this.seen).join("\n");
		const title = say("mirror.page", { day: dayWords(this.view.config?.today ?? 0) });
		this.kept = await this.attempt(() => this.room.doing("listening", "keep", title, text));
		if (!this.kept) return;
		await this.updateComplete;
		// The button cannot be pressed twice, so the focus goes on to what became of it.
		/** @type {HTMLElement | null} */ (this.querySelector("[role=status]"))?.focus();
	};
}

/** @param {{text: string, mark: string | null}} piece */
const pieceDrawn = ({ text, mark }) =>
	mark === null
		? text
		: html`<span class="heard">${text}</span> <span class="heard-as">${say(`ear.mark.${mark}`)}</span>`;

/** @param {Seen} seen @returns {string[]} */
function habitsOf({ lines, since, reflections, questions, each, advice, share, waited }) {
	return [
		...(since === null ? [] : [sayCount("mirror.of", lines, { day: dayWords(dayOf(since)) })]),
		say("mirror.back", { range: rangeWords(reflections) }),
		say("mirror.questions", { range: rangeWords(questions) }),
		each === null ? say("mirror.few") : eachWords(each),
		advice.most === 0 ? say("mirror.advice-none") : say("mirror.advice", { range: rangeWords(advice) }),
		...(share === null ? [] : [say("mirror.share", { share })]),
		...(waited === null ? [] : [say(`mirror.waited.${waited}`)]),
	];
}

/** @param {string} date like 2025-06-01 */
const dayOf = (date) => Math.floor(Date.parse(date) / 86_400_000);

/** @param {{least: number, most: number}} range */
const rangeWords = ({ least, most }) => (least === most ? `${least}` : say("mirror.range", { least, most }));

/** @param {{least: number, most: number | null}} each */
function eachWords({ least, most }) {
	if (most === null) return say("mirror.each-least", { least: tenths(least) });
	const range = rangeWords({ least: tenths(least), most: tenths(most) });
	return say("mirror.each", { range });
}

/** @param {number} value */
const tenths = (value) => Math.round(value * 10) / 10;

customElements.define("room-mirror", RoomMirror);
