/** What was written, in order: older lines come by scrolling, and nothing jumps. */
import { html, nothing } from "../vendor/lit.js";
import { repeat } from "../vendor/lit/directives/repeat.js";
import { say } from "../words/index.js";
import { besideOf } from "./company.js";
import { dateHeading } from "./days.js";
import "./line-file.js";
import { lineDrawn, mayDo } from "./line.js";
import { Piece } from "./piece.js";
import { lookAgain } from "./reply.js";
import { Screen } from "./screen.js";
import { atEnd, Following, NEAR, Standing } from "./standing.js";
import { linesSince, today } from "./today.js";

/** @typedef {import("./seen.d.ts").Conversation} Conversation */
/** @typedef {import("./seen.d.ts").Line} Line */

export class RoomLog extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		conversation: { attribute: false },
		wanted: { attribute: false },
		...{ below: { state: true }, asked: { state: true }, open: { state: true } },
		...{ told: { state: true }, marked: { state: true }, stop: { state: true } },
	};

	#before = { first: "", last: "", conv: "" };
	#piece = new Piece();
	#standing = new Standing();
	#following = new Following();
	#filled = ""; // where a box that was not full asked for older lines
	#sizes = new ResizeObserver(() => this.#stay());

	constructor() {
		super();
		/** @type {Conversation} */
		this.conversation = /** @type {never} */ (undefined);
		this.below = false;
		this.asked = ""; // the conversation whose earlier lines somebody asked for
		this.wanted = ""; // the line that somebody came for
		this.open = ""; // the line whose deeds stand open
		this.told = ""; // the line that shows what it said before
		this.marked = ""; // the line that was looked for
		this.stop = ""; // the one line whose deeds the Tab key stops at; arrows go on to the others
	}

	/** @override */
	disconnectedCallback() {
		super.disconnectedCallback();
		this.#sizes.disconnect();
	}

	/** @override */
	firstUpdated() {
		for (const part of this.querySelectorAll(".log, .lines")) this.#sizes.observe(part);
	}

	/** @override */
	render() {
		const name = this.conversation.name ?? say("see.them");
		return html`<div
				class="log"
				role="log"
				aria-live="off"
				aria-label=${say("talk.log", { name })}
				tabindex="0"
				@scroll=${this.#scrolled}
				@close-acts=${this.#closed}
			>
				<div class="lines">
					${this.#above()}
					${this.#turns(name)}
					${this.#piece.hasBelow(this.#lines()) ? this.#later() : this.#quiet(name)}
				</div>
			</div>
			${this.below ? this.#toEnd() : nothing}`;
	}

	/** @param {string} name */
	#turns(name) {
		const lines = this.#drawn();
		const stop = this.#stopIn(lines);
		return repeat(
			lines,
			(one) => one.id,
			(one) => this.#line(one, name, one.id === stop),
		);
	}

	/** However long a talk is: only the piece around the reader stands on the page. */
	#drawn() {
		return this.#piece.of(this.#lines());
	}

	#isFolded() {
		return this.view.onlyToday && this.asked !== this.conversation.conv;
	}

	#lines() {
		const { lines } = this.conversation;
		return this.#isFolded() ? linesSince(lines, today()) : lines;
	}

	/** What stands above the first line. */
	#above() {
		const { older } = this.conversation;
		if (this.#piece.hasAbove(this.#lines())) return this.#older("more");
		if (this.#isFolded()) return this.#folded();
		return older === "none" ? this.#beginning() : this.#older(older);
	}

	#folded() {
		const none = this.#lines().length === 0 ? html`<p class="note">${say("today.none")}</p>` : nothing;
		return html`<button class="link day" type="button" @click=${this.#ask}>${say("today.earlier")}</button>${none}`;
	}

	#ask = () => {
		this.asked = this.conversation.conv;
	};

	#beginning() {
		const { lines, catching } = this.conversation;
		if (catching) return html`<p class="day">${say("talk.older-loading")}</p>`;
		return html`<p class="note">${say(lines.length > 1 ? "talk.start" : "talk.empty")}</p>`;
	}

	/** @param {"more" | "loading" | "held"} older */
	#older(older) {
		if (older === "loading") return html`<p class="day">${say("talk.older-loading")}</p>`;
		return html`<button class="link day" type="button" @click=${older === "held" ? this.#more : this.#further}>${say(older === "held" ? "talk.older-held" : "talk.older")}</button>`;
	}

	#later() {
		return html`<button class="link day" type="button" @click=${this.#back}>${say("talk.later")}</button>`;
	}

	/**
	 * @param {Line} line
	 * @param {string} name
	 * @param {boolean} isStop
	 */
	#line(line, name, isStop) {
		const heading =
			line.newDay && line.date ? html`<h2 class="day">${dateHeading(line.date, today())}</h2>` : nothing;
		return html`<div class="turn">${heading}${lineDrawn(line, this.#besides(line, name, isStop))}</div>`;
	}

	/**
	 * @param {Line} line
	 * @param {string} name
	 * @param {boolean} isStop
	 */
	#besides(line, name, isStop) {
		const isOpen = this.open === line.id && mayDo(line);
		return {
			...besideOf(line, this.conversation, name),
			...{ room: this.room, view: this.view },
			...{ acts: this.#acts, isOpen, isStop },
			answered: line.re === null ? null : this.#lineNamed(line.re),
			tellsBefore: this.told === line.id && line.earlier.length > 0,
			isMarked: this.marked === line.id,
			file: line.file === null ? nothing : this.#file(line),
			menu: isOpen ? this.#menu(line) : nothing,
		};
	}

	/** @param {Line} line */
	#file(line) {
		return html`<room-line-file .room=${this.room} .view=${this.view} .conv=${this.conversation.conv} .line=${line}></room-line-file>`;
	}

	/** The newest one, before anybody went elsewhere. @param {readonly Line[]} lines */
	#stopIn(lines) {
		const doable = lines.filter(mayDo);
		return (doable.find(({ id }) => id === this.stop) ?? doable.at(-1))?.id;
	}

	/** @param {Line} line */
	#menu(line) {
		return html`<room-line-acts .room=${this.room} .view=${this.view} .conversation=${this.conversation} .line=${line}></room-line-acts>`;
	}

	/** @param {string} msg */
	#lineNamed(msg) {
		return this.conversation.lines.find((line) => line.msg === msg) ?? null;
	}

	/** @param {string} name outside their hours: one quiet line, and help */
	#quiet(name) {
		const { outside, lines, relationship } = this.conversation;
		if (!outside || relationship.mine !== "client" || lines.at(-1)?.from !== "me") return nothing;
		return html`<div class="note quiet-hours">
			<p>${say("talk.quiet", { name })} ${lookAgain(this.conversation.reply)}</p>
			<button class="link" type="button" @click=${() => this.dispatchEvent(new CustomEvent("help", { bubbles: true }))}>${say("talk.quiet-help")}</button>
		</div>`;
	}

	#toEnd() {
		return html`<button class="button quiet to-end" type="button" @click=${() => this.#goToEnd()}>${say("talk.newer")}</button>`;
	}

	/** Older lines: those that are here first. */
	#further = () => {
		if (!this.#piece.hasAbove(this.#lines())) return this.#mayBringMore() ? this.#more() : undefined;
		this.#piece.goUp(this.#lines());
		this.requestUpdate();
	};

	#back = () => {
		this.#piece.goDown(this.#lines());
		this.requestUpdate();
	};

	#more = () => this.attempt(() => this.room.older(this.conversation.conv));

	#acts = {
		/** @param {Line} line */
		sayAnyway: (line) => this.attempt(() => this.room.sayAnyway(this.conversation.conv, line.id)),
		/** @param {Line} line */
		takeBack: (line) => this.attempt(() => this.#takeBack(line)),
		/** @param {Line} line */
		open: (line) => {
			this.open = this.open === line.id ? "" : line.id;
		},
		/** @param {Line} line */
		before: (line) => {
			this.told = this.told === line.id ? "" : line.id;
		},
		/** @param {KeyboardEvent} event */
		walk: (event) => this.#walk(event),
		/** @param {string} msg */
		goTo: (msg) => this.attempt(() => this.#goToNamed(msg)),
	};

	/** Arrows go from line to line. @param {KeyboardEvent} event */
	#walk(event) {
		const step = { ArrowUp: -1, ArrowDown: 1 }[event.key] ?? 0;
		if (step === 0) return;
		event.preventDefault();
		const all = /** @type {HTMLElement[]} */ ([...this.querySelectorAll(".dots")]);
		const at = all.indexOf(/** @type {HTMLElement} */ (event.currentTarget));
		const next = this.#drawn().filter(mayDo)[at + step];
		if (next === undefined) return step > 0 ? this.#back() : this.#further();
		this.stop = next.id;
		all[at + step]?.focus();
	}

	/** @param {Event} event focus goes back to where it came from */
	#closed = async (event) => {
		const turn = /** @type {HTMLElement} */ (event.target).closest(".turn");
		const { keepFocus } = /** @type {CustomEvent} */ (event).detail;
		this.open = "";
		await this.updateComplete;
		if (keepFocus) return;
		/** @type {HTMLElement | null | undefined} */ (
			turn?.querySelector(".dots") ?? turn?.querySelector(".m")
		)?.focus();
	};

	/** The line that was answered, from however far before. @param {string} msg */
	async #goToNamed(msg) {
		while (this.#lineNamed(msg) === null && this.conversation.older === "more") {
			await this.room.older(this.conversation.conv);
			await this.updateComplete;
		}
		const line = this.#lineNamed(msg);
		if (line !== null) await this.#goToLine(line.id);
	}

	/** @param {string} id */
	async #goToLine(id) {
		this.asked = this.conversation.conv;
		this.marked = id;
		this.#following.isOn = false;
		this.#piece.goTo(this.#lines(), id);
		this.requestUpdate();
		await this.updateComplete;
		const line = /** @type {HTMLElement | null} */ (this.querySelector(".m.marked"));
		line?.scrollIntoView({ block: "center" });
		line?.focus({ preventScroll: true });
		this.tell(say("line.shown"));
	}

	/** @param {Line} line goes back into the box, if that is empty */
	async #takeBack(line) {
		const text = await this.room.takeBack(this.conversation.conv, line.id);
		this.dispatchEvent(new CustomEvent("taken-back", { detail: text, bubbles: true }));
	}

	#box() {
		return /** @type {HTMLElement | null} */ (this.querySelector(".log"));
	}

	#scrolled = () => {
		const box = this.#box();
		if (box === null) return;
		const lines = this.#lines();
		if (this.#following.moved(box, !this.#piece.hasBelow(lines))) this.below = false;
		if (box.scrollTop < NEAR * 3) {
			if (this.#piece.hasAbove(lines)) this.#further();
			else if (this.#mayBringMore()) this.#more();
		} else if (atEnd(box) && this.#piece.hasBelow(lines)) this.#back();
	};

	#mayBringMore() {
		return this.conversation.older === "more" && !this.busy && !this.#isFolded();
	}

	#goToEnd() {
		if (this.#piece.hasBelow(this.#lines())) this.requestUpdate();
		this.#piece.goToNewest();
		const box = this.#box();
		if (box) box.scrollTop = box.scrollHeight;
		if (box) this.#following.stands(box);
		this.#following.isOn = true;
		this.below = false;
	}

	/** The page grew or shrank (a keyboard, a note): who read the newest line still does. */
	#stay() {
		const box = this.#box();
		if (box !== null) this.#following.look(box);
		if (this.#following.isOn) this.#goToEnd();
	}

	/** Remembers where the reader is before the page changes. @override */
	willUpdate() {
		if (this.view.lock.phase === "covered") this.asked = this.open = this.told = this.marked = "";
		const box = this.#box();
		if (box === null) return;
		this.#standing.note(box);
		this.#following.look(box);
		const { lines, conv } = this.conversation;
		const isOlder = this.#before.conv === conv && this.#before.first !== (lines[0]?.id ?? "");
		if (isOlder && !this.#following.isOn && box.scrollTop < NEAR * 3) this.#piece.goUp(this.#lines());
	}

	/** Somebody came for one line. */
	#arrive() {
		const wanted = this.wanted;
		if (wanted === "" || !this.conversation.lines.some(({ id }) => id === wanted)) return;
		this.wanted = "";
		this.#goToLine(wanted);
	}

	/** @override */
	updated() {
		this.#arrive();
		const box = this.#box();
		const { lines, conv } = this.conversation;
		const first = lines[0]?.id ?? "";
		const last = lines.at(-1)?.id ?? "";
		const before = this.#before;
		this.#before = { first, last, conv };
		if (box === null) return;
		this.#standing.keepFocus(box);
		if (before.conv !== conv) this.#goToEnd();
		else if (before.last !== last) this.#newest(lines.at(-1));
		else if (this.#following.isOn) this.#stay();
		else this.#hold(box);
		this.#fill(box);
	}

	/** Where nothing can be scrolled, what is older comes by itself: once from where it stands. @param {HTMLElement} box */
	#fill({ scrollHeight, clientHeight }) {
		const at = `${this.#before.conv} ${this.#before.first} ${this.conversation.lines.length}`;
		if (scrollHeight > clientHeight || at === this.#filled || !this.#mayBringMore()) return;
		this.#filled = at;
		this.#more();
	}

	/** @param {HTMLElement} box */
	#hold(box) {
		this.#standing.keep(box);
		this.#following.stands(box);
	}

	/** @param {Line | undefined} line */
	#newest(line) {
		if (this.#following.isOn || line?.from === "me") return this.#goToEnd();
		this.below = true;
		const box = this.#box();
		if (box !== null) this.#hold(box);
	}
}

customElements.define("room-log", RoomLog);
