/** What was said in a circle, in order, by the names people bear there; what touches on hard things is folded. */
import { html, nothing } from "../vendor/lit.js";
import { repeat } from "../vendor/lit/directives/repeat.js";
import { handedWith, mayTakeBack } from "../talk/circle-taking-back.js";
import { isOver } from "../talk/story-rules.js";
import { canSay, say } from "../words/index.js";
import { beginningOf } from "./beginning.js";
import { lineActs, lineDots } from "./circle-acts.js";
import { earlierBeneath } from "./circle-earlier.js";
import { happened } from "./circle-happened.js";
import { calledIn } from "./circle-words.js";
import { clockWords, dateHeading, dayWords, listed } from "./days.js";
import { Screen } from "./screen.js";
import { atEnd } from "./standing.js";
import { lengthWords, notesWords, sizeOf } from "./story-words.js";
import { today } from "./today.js";

/** @typedef {import("../talk/circle-shape.d.ts").CircleNow} CircleNow */
/** @typedef {import("../talk/lines.js").Line} Line */

/** So many lines stand on the page at first, and more with each press. */
const some = 60;
const dayLength = 86_400_000;

export class RoomCircleLog extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		now: { attribute: false },
		isMine: { attribute: false },
		most: { state: true },
		asking: { state: true },
		acting: { state: true },
	};

	#isAtEnd = true;
	#last = "";

	constructor() {
		super();
		/** @type {CircleNow} */
		this.now = /** @type {never} */ (undefined);
		/** Only what whoever reads it may take back: it stands where nothing else is read. */
		this.isMine = false;
		this.most = some;
		/** Which line is asked about, before it is taken back. */
		this.asking = "";
		/** under which line it stands what one can do */
		this.acting = "";
	}

	/** @override */
	render() {
		const lines = this.#lines.slice(-this.most);
		return html`<div class="log" role="log" aria-live="off" tabindex="0" aria-label=${say(this.isMine ? "circle.own-words" : "circle.log")} @scroll=${this.#scrolled}>
			<div class="lines">
				${this.#above()} ${this.troubleNote()}
				${repeat(
					lines,
					(line) => line.id,
					(line) => this.#turn(line),
				)}
			</div>
		</div>`;
	}

	get #lines() {
		return this.isMine ? this.now.lines.filter(mayTakeBack) : this.now.lines;
	}

	#above() {
		const { older, catching } = this.now;
		const lines = this.#lines;
		if (older === "loading" || catching) return html`<p class="day">${say("talk.older-loading")}</p>`;
		if (lines.length > this.most || older === "more" || older === "held")
			return html`<button class="link day" type="button" @click=${this.#more}>${say("talk.older")}</button>`;
		if (this.isMine) return lines.length > 0 ? nothing : html`<p class="note">${say("circle.own-none")}</p>`;
		return html`<p class="note">${say(lines.length > 0 ? "circle.log-begins" : "circle.log-empty")}</p>`;
	}

	#more = () => {
		this.#isAtEnd = false;
		const isHere = this.#lines.length > this.most;
		this.most += some;
		if (!isHere) this.attempt(() => this.room.reading("circles", "older", Number(this.place.id)));
	};

	/** @param {Line} line */
	#turn(line) {
		const heading =
			line.newDay && line.date ? html`<h2 class="day">${dateHeading(line.date, today())}</h2>` : nothing;
		return html`<div class="turn">${heading}${happened(line, this.now) === "" ? this.#said(line) : this.#event(line)}${lineActs(line, this.now, this)}</div>`;
	}

	/** @param {Line} line */
	#event(line) {
		const words = wordsOf(line);
		const beneath = earlierBeneath(line, this.now, { press: this.#handOn, busy: this.busy });
		return html`<div class=${words === nothing && beneath === nothing ? "happened" : "note"}>
			<p class="theirs">${happened(line, this.now)}</p>
			${words} ${beneath} ${this.#state(line)}
		</div>`;
	}

	/** My own words, for whoever they are asked for. @param {string} of */
	#handOn = (of) => this.attempt(() => this.room.doing("circles", "handEarlier", Number(this.place.id), of));

	/** @param {Line} line */
	#said(line) {
		const isMine = line.from === "me";
		return html`<div class="said ${isMine ? "of-me" : ""}">
			<div class="m ${isMine ? "mine" : ""}">
				<span class=${isMine ? "unseen theirs" : "by theirs"}>${calledIn(this.now, line.by)}</span>
				${folded(line)}
				<p class="when">${line.ts === null ? nothing : html`<time datetime=${new Date(line.ts).toISOString()}>${clockWords(line.ts)}</time>`}${this.#state(line)}${this.#back(line)}</p>
			</div>
			${lineDots(line, this.now, this)}
		</div>
		${this.asking === line.id && this.#mayGo(line) ? this.#sure(line) : nothing}`;
	}

	/** Words of my own, while I may write here. @param {Line} line */
	#mayGo = (line) => this.now.canWrite && mayTakeBack(line);

	/** @param {Line} line */
	#back(line) {
		if (!this.#mayGo(line)) return nothing;
		const { said = line.text } = /** @type {Record<string, any>} */ (line.card ?? {});
		return html`<button class="was" type="button" aria-label=${`${say("line.take-back")}: ${beginningOf(said)}`} aria-expanded=${this.asking === line.id} @click=${() => this.#ask(line.id)}>${say("line.take-back")}</button>`;
	}

	/** @param {Line} line */
	#sure(line) {
		const { t } = /** @type {Record<string, any>} */ (line.card ?? {});
		const to = new Set(handedWith(this.now.lines, line.id).map((one) => calledIn(this.now, one.to)));
		return html`<div class="calm stack asked" role="group" aria-label=${say("line.take-back")}>
			<p tabindex="-1">${say(t === "story-shared" ? "circle-story.back-sure" : "circle.back-sure")}</p>
			${to.size === 0 ? nothing : html`<p class="theirs">${say("circle.back-handed", { names: listed([...to]) })}</p>`}
			<div class="row">
				<button class="button" type="button" ?disabled=${this.busy} @click=${() => this.#erase(line)}>${say("line.take-yes")}</button>
				<button class="button quiet" type="button" @click=${() => this.#ask("")}>${say("do.cancel")}</button>
			</div>
		</div>`;
	}

	/** @param {string} id */
	async #ask(id) {
		const before = this.asking;
		this.asking = before === id ? "" : id;
		await this.updateComplete;
		const asked = /** @type {HTMLElement | null} */ (this.querySelector(".asked"));
		asked?.querySelector("p")?.focus({ preventScroll: true });
		asked?.scrollIntoView({ block: "nearest" });
		if (asked === null) this.#box()?.focus();
	}

	/** @param {Line} line */
	async #erase({ id }) {
		if (await this.attempt(() => this.room.doing("circles", "erase", Number(this.place.id), id)))
			this.tell(say("circle.was.taken-back-you"));
		this.asking = "";
		this.#box()?.focus();
	}

	/** @param {Line} line */
	#state(line) {
		const { state, trouble } = line;
		if (state === "asks") return this.#asks(line);
		if (state === "waiting") return html`<span class="state">${say("talk.waiting")}</span>`;
		if (state === "sending") return html`<span class="state">${say("talk.sending")}</span>`;
		if (state !== "refused") return nothing;
		const why = `trouble.${trouble ?? "unknown"}`;
		return html`<span class="state" role="alert">${say("talk.refused", { why: say(canSay(why) ? why : "trouble.unknown") })}</span>
			${this.#again(line, say("talk.again-send"), say("talk.take-back"))}`;
	}

	/** Somebody came while it was on its way. @param {Line} line */
	#asks(line) {
		return html`<div class="ask" role="alert">
			<p class="theirs">${say("talk.changed", { names: listed(line.changed) })}</p>
			${this.#again(line, say("talk.changed-send"), say("talk.changed-keep"))}
		</div>`;
	}

	/** @param {Line} line @param {string} send @param {string} keep */
	#again({ id }, send, keep) {
		const circle = Number(this.place.id);
		return html`<span class="row">
			<button class="link" type="button" @click=${() => this.attempt(() => this.room.doing("circles", "sayAnyway", circle, id))}>${send}</button>
			<button class="link" type="button" @click=${() => this.#takeBack(circle, id)}>${keep}</button>
		</span>`;
	}

	/** It goes back into the box. @param {number} circle @param {string} id */
	async #takeBack(circle, id) {
		let text = "";
		const isBack = await this.attempt(async () => {
			text = await this.room.doing("circles", "takeBack", circle, id);
		});
		if (isBack) this.dispatchEvent(new CustomEvent("taken-back", { detail: text, bubbles: true }));
	}

	#box() {
		return /** @type {HTMLElement | null} */ (this.querySelector(".log"));
	}

	#scrolled = () => {
		const box = this.#box();
		if (box !== null) this.#isAtEnd = atEnd(box);
	};

	/** Whoever reads the newest line goes on doing so, and whoever wrote sees their own. @override */
	updated() {
		const newest = this.now.lines.at(-1);
		const isNew = newest !== undefined && newest.id !== this.#last;
		this.#last = newest?.id ?? "";
		const box = this.#box();
		if (box === null || !(this.#isAtEnd || (isNew && newest.from === "me"))) return;
		box.scrollTop = box.scrollHeight;
		this.#isAtEnd = true;
	}
}

/** What somebody wrote with what happened. @param {Line} line */
function wordsOf(line) {
	const { words = "" } = /** @type {Record<string, any>} */ (line.card ?? {});
	return words === "" ? nothing : html`<p class="words-of">${words}</p>`;
}

/** With a note one first reads what it touches on, and opens it if one likes; a story stands folded always. @param {Line} line */
function folded(line) {
	const card = /** @type {Record<string, any>} */ (line.card ?? {});
	if (card.t === "story-shared") return told(line, card);
	const touches = card.t === "circle-line" ? notesWords(/** @type {any} */ (card)) : "";
	const text = card.t === "circle-line" ? card.said : line.text;
	if (touches === "") return html`<p class="words-of">${text}</p>`;
	return html`<details @toggle=${inSight}>
		<summary class="theirs">${touches}</summary>
		<p class="words-of">${text}</p>
	</details>`;
}

/** From somebody's own life: nobody learns who opens it. @param {Line} line @param {Record<string, any>} card */
function told(line, card) {
	if (isOver(/** @type {any} */ (card), Math.floor(Date.now() / dayLength)))
		return html`<p class="odd">${say("circle-story.over")}</p>`;
	const length = lengthWords({ k: card.k, size: sizeOf(card.said) });
	const head = say(line.from === "me" ? "circle-story.shown-you" : "circle-story.shown", { length });
	return html`<details @toggle=${inSight}>
		<summary class="theirs">${head} ${notesWords(/** @type {any} */ (card))}</summary>
		<p class="words-of">${card.said}</p>
	</details>
	${card.until > 0 ? html`<p class="small soft">${say("stories.until", { day: dayWords(card.until) })}</p>` : nothing}`;
}

/** What was unfolded at the lower edge is not left behind the box. @param {Event} event */
function inSight({ target }) {
	const details = /** @type {HTMLDetailsElement} */ (target);
	if (details.open) details.scrollIntoView({ block: "nearest" });
}

customElements.define("room-circle-log", RoomCircleLog);
