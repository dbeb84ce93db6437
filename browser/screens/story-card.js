/** A story in the talk: the question whether they would like to hear it, the answer, and what was told after a yes. */
import { html, nothing } from "../vendor/lit.js";
import {
	isBadIn,
	isSaidAlready,
	isOver,
	layersFor,
	mayAddVoice,
	notYetOf,
	openingOf,
	tellingsIn,
	toldLayers,
	wantsMore,
} from "../talk/story-rules.js";
import { dateHere } from "../talk/clock.js";
import { say } from "../words/index.js";
import { isShared, nameOf, readersHere, writerOf } from "./company.js";
import { clockWords, dayWords, listed } from "./days.js";
import { Screen } from "./screen.js";
import { notesShown } from "./story-parts.js";
import { lengthWords, sizeOf } from "./story-words.js";
import "./sure.js";

/** @typedef {import("./seen.d.ts").Line} Line */
/** @typedef {import("./line.js").Beside} Beside */
/** @typedef {import("../talk/story-rules.js").Telling} Telling */
/** @typedef {import("../talk/stories.js").Own} Own */

const [YES, NOT_NOW, MORE] = [1, 2, 3];
const dayLength = 86_400_000;

export class RoomStoryCard extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		line: { attribute: false },
		beside: { attribute: false },
		open: { state: true },
	};

	constructor() {
		super();
		/** @type {Line} */
		this.line = /** @type {never} */ (undefined);
		/** @type {Beside} */
		this.beside = /** @type {never} */ (undefined);
		/** Whether the words of the story are in sight. */
		this.open = false;
	}

	/** @override */
	willUpdate() {
		this.room = this.beside.room;
		this.view = this.beside.view;
	}

	/** My own story is needed to tell it; what was told for some days is over. @override */
	firstUpdated() {
		if (this.#isMine || this.#telling?.from === "me")
			this.quietly(() => this.room.reading("stories", "open"));
	}

	/** @override */
	updated() {
		this.knowDay();
	}

	get #isMine() {
		return this.line.from === "me";
	}

	get #card() {
		return /** @type {Record<string, any>} */ (this.line.card ?? {});
	}

	get #conv() {
		return this.beside.conversation.conv;
	}

	get #name() {
		return writerOf(this.beside.conversation, this.line.by, this.beside.name);
	}

	/** @returns {Telling | undefined} */
	get #telling() {
		return tellingsIn(/** @type {any} */ (this.beside.conversation.lines)).find(
			({ of }) => of === this.#card.of,
		);
	}

	/** @override */
	render() {
		if (this.#isTwice) return nothing;
		const { ts } = this.line;
		const mine = this.#isMine;
		return html`<div class="said ${mine ? "of-me" : ""}">
			<div class="m stack ${mine ? "mine" : ""}" tabindex="-1">
				<span class="unseen theirs">${mine ? say("talk.you") : this.#name}</span>
				${this.#said()} ${this.troubleNote({ name: this.#name })}
				<p class="when">${ts === null ? nothing : html`<time datetime=${new Date(ts).toISOString()}>${clockWords(ts)}</time>`}</p>
			</div>
		</div>`;
	}

	/** What another device of its writer's said as well is said once. */
	get #isTwice() {
		const lines = /** @type {any} */ (this.beside.conversation.lines);
		return this.#card.t === "story-answer" && isSaidAlready(lines, /** @type {any} */ (this.line));
	}

	#said() {
		const { t } = this.#card;
		if (t === "story-answer") return this.#answer();
		if (t === "story-offer") return this.#isMine ? this.#offered() : this.#asked();
		return this.#isMine ? this.#told() : this.#heard();
	}

	/** They ask me. */
	#asked() {
		const name = this.#name;
		return html`<p>${say("stories.they-ask", { name })}</p>
			<p class="small">${lengthWords(/** @type {any} */ (this.#card))}</p>
			${notesShown(/** @type {any} */ (this.#card))} ${this.#mayAnswer(name)}`;
	}

	/** @param {string} name */
	#mayAnswer(name) {
		const one = this.#telling;
		if (one === undefined || one.shared.length > 0 || this.#isAnyOpened || !this.beside.conversation.canWrite)
			return nothing;
		if (one.answer === YES)
			return html`<div class="row">${this.#button("stories.not-after-all", () => this.#say(NOT_NOW), "link")}</div>`;
		if (this.view.badDay === null) return nothing;
		if (this.#isBadDay) return html`<p class="soft small">${say("stories.no-hurry")}</p>`;
		if (one.answer === NOT_NOW)
			return html`<div class="row">${this.#button("stories.after-all", () => this.#say(YES), "link")}</div>`;
		return html`<p class="small soft">${say("stories.no-reason", { name })}</p>
			<div class="row">
				${this.#button("stories.yes", () => this.#say(YES))} ${this.#button("stories.not-now", () => this.#say(NOT_NOW), "button quiet")}
			</div>`;
	}

	/** On a bad day nothing asks to be answered. */
	get #isBadDay() {
		const now = Date.now();
		const lines = /** @type {any} */ (this.beside.conversation.lines);
		return this.view.badDay !== false || isBadIn(lines, { date: dateHere(now), now });
	}

	/** Something of this was told and opened here, even where it stands here no longer. */
	get #isAnyOpened() {
		return this.beside.conversation.openings.some(
			({ of, by }) => of === this.#card.of && !this.#isReader(by),
		);
	}

	/** I asked them. */
	#offered() {
		const name = readersHere(this.beside.conversation, this.beside.name);
		const one = this.#telling;
		const own = this.#own;
		const isTold = one === undefined || toldLayers(one, own?.told ?? []).size > 0;
		const waits = one === undefined ? [] : this.#waitedFor(one);
		const state = isTold || (one.answer === YES && waits.length > 0) ? "" : `stories.asked-${one.answer}`;
		return html`<p>${say("stories.you-ask", { name })}</p>
			<p class="small">${lengthWords(/** @type {any} */ (this.#card))}</p>
			${notesShown(/** @type {any} */ (this.#card))}
			${own === null ? nothing : html`<p class="small soft own-words">${say("stories.only-you", { title: own.title })}</p>`}
			${state === "" ? nothing : html`<p class="small soft">${say(state, { name })}</p>`}
			${one === undefined || one.shared.length > 0 ? nothing : this.#back(name)}`;
	}

	#answer() {
		const { says } = this.#card;
		const one = this.#telling;
		const words = html`<p class="words-of">${say(`stories.answer.${says}`)}</p>`;
		const isLast = one !== undefined && one.from === "me" && !this.#isMine && this.#isNewestAnswer;
		if (!isLast || says === NOT_NOW) return words;
		const isMore = toldLayers(one, this.#own?.told ?? []).size > 0;
		const isOwed = isMore === (says === MORE);
		return isOwed ? html`${words} ${this.#mayTell(one)}` : words;
	}

	/** Who reads here and has not said yes to it, or to more of it. @param {Telling} one */
	#waitedFor(one) {
		const readers = this.#readers;
		return notYetOf(one, { readers, told: this.#own?.told ?? [] });
	}

	get #readers() {
		const { company = [] } = this.beside.conversation;
		return company.filter(({ reads }) => reads).map(({ accountId }) => accountId);
	}

	get #isNewestAnswer() {
		const answers = this.beside.conversation.lines.filter(
			({ card, from }) => from === "them" && card?.t === "story-answer" && card.of === this.#card.of,
		);
		const lines = /** @type {any} */ (this.beside.conversation.lines);
		return answers.findLast((one) => !isSaidAlready(lines, /** @type {any} */ (one)))?.id === this.line.id;
	}

	/** The words that would go, once more before they go: by a press of their teller, and never by themselves. @param {Telling} one */
	#mayTell(one) {
		const { conversation } = this.beside;
		const name = readersHere(conversation, this.beside.name);
		if (!conversation.canWrite || !this.view.parts?.stories?.isOpen) return nothing;
		const waits = this.#waitedFor(one);
		if (waits.length > 0 && isShared(conversation)) {
			const names = listed(waits.map((id) => nameOf(conversation, id)));
			return html`<p class="small soft">${say("stories.waits-for", { names })}</p>`;
		}
		if (waits.length > 0 || this.#readers.length === 0 || this.view.badDay === null) return nothing;
		if (this.#isBadDay) return html`<p class="small soft">${say("stories.why-bad-day")}</p>`;
		const next = this.#nextOf(one);
		if (next === null) return html`<p class="small soft">${say("stories.no-next", { name })}</p>`;
		return html`<p class="small soft">${say("stories.goes", { name })}</p>
			<p class="words-of own-words">${next.b}</p>
			<p class="small soft">${say("stories.while", { name })}</p>
			<div class="row">${this.#button("stories.tell", () => this.room.doing("stories", "tell", this.#conv, one.of, next.k))}</div>`;
	}

	/** The layer that was offered; after that the next longer one that is for them. @param {Telling} one */
	#nextOf(one) {
		const own = this.#own;
		if (own === null) return null;
		const { mine, earlier } = this.beside.conversation.relationship;
		const fits = layersFor(own, { mine, convs: [this.#conv, ...earlier] });
		const told = toldLayers(one, own.told);
		const longest = Math.max(0, ...told);
		const k = told.size === 0 ? one.offer?.card?.k : fits.find((layer) => layer.k > longest)?.k;
		return fits.find((layer) => layer.k === k) ?? null;
	}

	/** My story that this telling is of. @returns {Own | null} */
	get #own() {
		const all = /** @type {readonly Own[]} */ (this.view.parts?.stories?.stories ?? []);
		return all.find(({ told }) => told.some(({ of }) => of === this.#card.of)) ?? null;
	}

	/** What I told. */
	#told() {
		const { said, until } = this.#card;
		const heard = this.#heardBy;
		const name = this.#named(heard);
		if (this.#isOver) return html`<p class="odd">${say("stories.over-mine")}</p>`;
		return html`<p>${say("stories.you-told", { name })}</p>
			<p class="small">${lengthWords({ k: this.#card.k, size: sizeOf(said) })}</p>
			${this.#words(said, say(this.open ? "stories.hide" : "stories.show"))}
			${this.#openings(heard)}
			${until > 0 ? html`<p class="small soft">${say("stories.until", { day: dayWords(until) })}</p>` : nothing}
			${this.#isMyLast ? html`<p class="note">${say("stories.ask-back", { name })}</p>` : nothing}
			${this.#voice()} ${this.#back(name)}`;
	}

	/** Whom I told it: who had said yes by then; where that lies further back than the page, who reads now. */
	get #heardBy() {
		const { company = [], lines } = this.beside.conversation;
		const until = lines.findIndex(({ id }) => id === this.line.id) + 1;
		const then = tellingsIn(/** @type {any} */ (lines.slice(0, until)));
		const answers = then.find(({ of }) => of === this.#card.of)?.answers;
		const all = company.map(({ accountId }) => accountId);
		const yes = all.filter((id) => ![undefined, NOT_NOW].includes(answers?.get(id)?.says));
		return all.length < 2 ? all : yes.length > 0 ? yes : this.#readers;
	}

	/** @param {readonly string[]} ids */
	#named(ids) {
		const { conversation, name } = this.beside;
		return ids.length > 1
			? listed(ids.map((id) => nameOf(conversation, id)))
			: writerOf(conversation, ids[0], name);
	}

	/** Who opened it and on which day, each by name; and of whom I told it, who has not. @param {readonly string[]} heard */
	#openings(heard) {
		const { company = [], openings } = this.beside.conversation;
		const rows = company.map(({ accountId: id }) => {
			const card = /** @type {any} */ (this.#card);
			return { id, opening: openingOf(openings, card, (by) => by === id) };
		});
		const shown = rows.filter(({ id, opening }) => opening !== null || heard.includes(id));
		return shown.map(({ id, opening }) => {
			const name = this.#named([id]);
			const day = opening === null ? "" : dayWords(Math.floor(opening.ts / dayLength));
			return html`<p class="small soft">${say(opening === null ? "stories.not-opened" : "stories.opened-on", { name, day })}</p>`;
		});
	}

	/** The same in my own voice, where everybody who reads said yes; it goes when this goes. */
	#voice() {
		const { lines, canWrite, parcel } = this.beside.conversation;
		const at = { lines: /** @type {any} */ (lines), telling: this.#telling, readers: this.#readers };
		if (
			!canWrite ||
			parcel ||
			!mayAddVoice(/** @type {any} */ (this.line), { ...at, isBadDay: this.#isBadDay })
		)
			return nothing;
		return html`<p class="small soft">${say("stories.voice-why")}</p>
			<div class="row"><button class="link" type="button" @click=${this.#toBox}>${say("stories.voice")}</button></div>`;
	}

	#toBox = () => {
		const detail = { what: "answer", line: this.line, isVoice: true };
		this.dispatchEvent(new CustomEvent("to-box", { detail, bubbles: true }));
	};

	/** Nothing of mine stands below it yet: then comes the second question, in words of one's own. */
	get #isMyLast() {
		// My voice that came with it is no word below it.
		const mine = this.beside.conversation.lines.filter(
			({ from, re }) => from === "me" && (re === null || re !== this.line.msg),
		);
		return mine.at(-1)?.id === this.line.id;
	}

	/** What they told me. */
	#heard() {
		const name = this.#name;
		const { said, until } = this.#card;
		if (this.#isOver) return html`<p class="odd">${say("stories.over-theirs", { name })}</p>`;
		return html`<p>${say("stories.they-told", { name })}</p>
			<p class="small">${lengthWords({ k: this.#card.k, size: sizeOf(said) })}</p>
			${notesShown(/** @type {any} */ (this.#card))}
			${this.open || this.#wasOpened ? nothing : html`<p class="small soft">${say("stories.seen-by", { name })}</p>`}
			${this.#words(said, say(this.open ? "stories.hide" : "stories.read"))}
			${until > 0 ? html`<p class="small soft">${say("stories.until", { day: dayWords(until) })}</p>` : nothing}
			${this.open ? this.#after() : nothing}`;
	}

	get #wasOpened() {
		const isMe = (/** @type {string} */ by) => !this.#isReader(by);
		return openingOf(this.beside.conversation.openings, /** @type {any} */ (this.#card), isMe) !== null;
	}

	#isReader = (/** @type {string} */ by) =>
		(this.beside.conversation.company ?? []).some(({ accountId }) => accountId === by);

	get #isOver() {
		return isOver(/** @type {any} */ (this.#card), Math.floor(Date.now() / dayLength));
	}

	/** @param {string} said @param {string} label */
	#words(said, label) {
		return html`${this.open ? html`<p class="words-of" id="story-${this.line.id}">${said}</p>` : nothing}
			<div class="row"><button class="button quiet" type="button" aria-expanded=${this.open} @click=${this.#turn}>${label}</button></div>`;
	}

	/** Opened: whoever told it learns that once. */
	#turn = async () => {
		this.open = !this.open;
		if (!this.open || this.#isMine) return;
		await this.quietly(() => this.room.reading("stories", "opened", this.#conv, this.#card));
	};

	#after() {
		const one = this.#telling;
		if (one === undefined || !this.beside.conversation.canWrite) return nothing;
		const isNewest = one.shared.at(-1)?.id === this.line.id;
		const mayAsk = isNewest && this.#card.k < 3 && !wantsMore(one);
		const back = () => this.go({ screen: "stories", id: this.#conv, ref: this.#card.of });
		return html`<div class="row">
			${mayAsk ? this.#button("stories.more", () => this.#say(MORE), "link") : nothing}
			<button class="link" type="button" @click=${back}>${say("stories.answer-with")}</button>
		</div>`;
	}

	/** @param {string} name */
	#back(name) {
		if (!this.beside.conversation.canWrite) return nothing;
		const isTold = this.#card.t === "story-shared";
		return html`<room-sure
			.label=${say(isTold ? "stories.back" : "stories.back-ask")}
			.question=${say(isTold ? "stories.back-sure" : "stories.back-ask-sure", { name })}
			.yes=${say("stories.back-yes")}
			@yes=${() => this.attempt(() => this.room.doing("stories", "withdraw", this.#conv, this.#card.of))}
		></room-sure>`;
	}

	/** @param {string} words @param {() => Promise<unknown>} deed @param {string} [look] */
	#button(words, deed, look = "button") {
		return html`<button class=${look} type="button" ?disabled=${this.busy} @click=${() => this.attempt(deed)}>${say(words, { name: this.#name })}</button>`;
	}

	/** @param {number} says */
	#say(says) {
		return this.room.doing("stories", "answer", this.#conv, this.#card.of, says);
	}
}

customElements.define("room-story-card", RoomStoryCard);
