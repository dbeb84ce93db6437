/** One line of a conversation, as it stands: whose, what, when, and whether it is there yet. */
import { html, nothing } from "../vendor/lit.js";
import { canSay, say } from "../words/index.js";
import { cardDrawn } from "./cards.js";
import { clockWords, listed } from "./days.js";
import "./line-acts.js";
import { shortOf } from "./line-words.js";
import { dots } from "./mark.js";
import { nameOf } from "./company.js";
import { mendLine } from "./mend-line.js";
import { turnNote } from "./turn-note.js";
import { signDrawn, signWord } from "./signs.js";

/** @typedef {import("./seen.d.ts").Line} Line */
/** @typedef {{ sayAnyway: (line: Line) => void, takeBack: (line: Line) => void, open: (line: Line) => void, goTo: (msg: string) => void, before: (line: Line) => void, walk: (event: KeyboardEvent) => void }} Acts */
/** @typedef {{ room: import("./seen.d.ts").Room, view: import("./seen.d.ts").View, name: string, conversation: import("./seen.d.ts").Conversation, acts: Acts, answered: Line | null, isOpen: boolean, isStop: boolean, tellsBefore: boolean, isMarked: boolean, file: unknown, menu: unknown }} Beside */

/** Lines that say one thing about the talk, in the middle. */
const notes = new Set(["continues", "left", "forgotten"]);
const doable = new Set(["text", "hello", "att", "goodbye"]);

/**
 * @param {Line} line
 * @param {Beside} beside
 */
export function lineDrawn(line, beside) {
	if (line.kind === "turn" || line.kind === "granted") return turnNote(line, beside.conversation);
	if (notes.has(line.kind))
		return html`<p class="note">${say(`talk.${line.kind}${you(line)}`, { name: beside.name })}</p>`;
	if (line.kind === "card") return html`${cardDrawn(line, beside)}${cardHeld(line, beside)}`;
	return saidDrawn(line, beside);
}

/** A card that waits, asks or was refused says so, and shows the way on. @param {Line} line @param {Beside} beside */
function cardHeld(line, { acts }) {
	if (line.state === "stored") return nothing;
	if (line.state === "asks") return asks(line, acts);
	return line.state === "refused" ? refused(line, acts) : html`<p class="when">${state(line)}</p>`;
}

/**
 * @param {Line} line
 * @param {Beside} beside
 */
function saidDrawn(line, beside) {
	const { name, acts, isMarked, menu } = beside;
	const mine = line.from === "me";
	return html`<div class="said ${mine ? "of-me" : ""}">
			<div class="m ${mine ? "mine" : ""} ${isMarked ? "marked" : ""}" tabindex="-1" @contextmenu=${(/** @type {any} */ e) => pressed(e, line, acts)}>
				<span class=${mine || !areMore(beside) ? "unseen theirs" : "by theirs"}>${mine ? say("talk.you") : name}</span>
				${line.re === null ? nothing : quote(line, beside)} ${fileOf(line, beside)} ${line.kind === "mend" ? mendLine(line, name, beside.conversation.conv) : said(line, name)}
				<p class="when">${time(line)}${state(line)}${changed(line, beside)}</p>
				${beside.tellsBefore ? before(line) : nothing}
				${line.late ? html`<p class="when">${say(mine ? "talk.late-you" : "talk.late", { name })}</p>` : nothing}
				${line.state === "asks" ? asks(line, acts) : nothing} ${line.state === "refused" ? refused(line, acts) : nothing}
				${signs(line, beside)}
			</div>
			${mayDo(line) ? more(line, beside) : nothing}
		</div>
		${menu}`;
}

/** What came with it; with what was told for some days it is over. @param {Line} line @param {Beside} beside */
function fileOf({ from }, { answered, file, name }) {
	const until = Number(/** @type {any} */ (answered?.card)?.until ?? 0);
	if (until === 0 || Math.floor(Date.now() / 86_400_000) <= until) return file;
	return html`<p class="odd">${say(from === "me" ? "stories.over-mine" : "stories.over-theirs", { name })}</p>`;
}

/** Where more than two read or read, each line says whose it is. @param {Beside} beside */
const areMore = ({ conversation }) => (conversation.company ?? []).length > 1;

/** @param {Line} line */
const you = (line) => (line.from === "me" ? "-you" : "");

/** Only words that stand can be answered, changed or kept; what the other took back can still be told of. @param {Line} line */
export const mayDo = ({ kind, msg, from }) =>
	msg !== null && (doable.has(kind) || (kind === "taken-back" && from === "them"));

/**
 * A long press opens what can be done; a mouse keeps its own menu.
 * @param {PointerEvent} event
 * @param {Line} line
 * @param {Acts} acts
 */
function pressed(event, line, acts) {
	if (event.pointerType !== "touch" || !mayDo(line)) return;
	event.preventDefault();
	acts.open(line);
}

/**
 * @param {Line} line
 * @param {Beside} beside
 */
function more(line, { acts, isOpen, isStop }) {
	return html`<button
		class="dots"
		type="button"
		tabindex=${isStop ? 0 : -1}
		aria-expanded=${isOpen}
		aria-label=${say("line.do", { text: shortOf(line) })}
		@click=${() => acts.open(line)}
		@keydown=${acts.walk}
	>
		${dots}
	</button>`;
}

/**
 * The line it answers, by its first words; a tap goes there.
 * @param {Line} line
 * @param {Beside} beside
 */
function quote(line, { answered, acts, conversation }) {
	const go = () => acts.goTo(line.re ?? "");
	return html`<button class="quote" type="button" @click=${go}>${quoted(answered, nameOf(conversation, answered?.by))}</button>`;
}

/**
 * @param {Line | null} answered
 * @param {string} name
 */
function quoted(answered, name) {
	if (answered === null) return say("line.answers-older");
	if (answered.kind === "taken-back") return say("line.answers-gone");
	const text = shortOf(answered);
	return answered.from === "me" ? say("line.answers-you", { text }) : say("line.answers", { name, text });
}

/**
 * @param {Line} line
 * @param {string} name
 */
function said(line, name) {
	if (line.kind === "newer") return html`<p class="odd">${say("talk.newer-version")}</p>`;
	if (line.kind === "taken-back") return html`<p class="odd">${say(`line.taken${you(line)}`, { name })}</p>`;
	if (line.kind === "att" && line.text === "") return nothing;
	if (line.kind === "goodbye")
		return html`<p class="when">${say(`bye.line${you(line)}`, { name })}</p><p class="words-of">${line.text}</p>`;
	if (line.kind !== "unopened") return html`<p class="words-of">${line.text}</p>`;
	return html`<p class="odd">${line.from === "me" ? say("talk.odd-you") : say("talk.odd", { name })}</p>`;
}

/** @param {Line} line */
function time(line) {
	if (line.ts === null) return nothing;
	return html`<time datetime=${new Date(line.ts).toISOString()}>${clockWords(line.ts)}</time>`;
}

/** @param {Line} line */
function state(line) {
	if (line.state === "waiting") return html`<span class="state">${say("talk.waiting")}</span>`;
	if (line.state === "sending") return html`<span class="state">${say("talk.sending")}</span>`;
	return nothing;
}

/**
 * @param {Line} line
 * @param {Beside} beside
 */
function changed(line, { acts, tellsBefore }) {
	if (line.earlier.length === 0) return nothing;
	return html`<button class="was" type="button" aria-expanded=${tellsBefore} @click=${() => acts.before(line)}>
		${say("line.changed")}
	</button>`;
}

/** @param {Line} line */
function before({ earlier }) {
	return html`<div class="before">
		<p class="when">${say("line.before")}</p>
		${earlier.map(({ text }) => html`<p class="words-of">${text}</p>`)}
	</div>`;
}

/**
 * Each person's own, by name.
 * @param {Line} line
 * @param {Beside} beside
 */
function signs({ signs: { me, them }, signsBy }, { name, conversation }) {
	if (me === 0 && them === 0) return nothing;
	const theirs = signsBy ?? (them === 0 ? [] : [{ by: "", r: them }]);
	return html`<ul class="signs">
		${theirs.map(({ by, r }) => oneSign(r, by === "" ? name : nameOf(conversation, by)))} ${me === 0 ? nothing : oneSign(me, null)}
	</ul>`;
}

/**
 * @param {number} sign
 * @param {string | null} name whose it is; null is one's own
 */
function oneSign(sign, name) {
	const word = signWord(sign);
	const words = name === null ? say("line.sign-you", { sign: word }) : say("line.sign", { name, sign: word });
	return html`<li title=${words}>${signDrawn(sign)}<span class="unseen theirs">${words}</span></li>`;
}

/**
 * @param {Line} line
 * @param {Acts} acts
 */
function asks(line, acts) {
	return html`<div class="ask" role="alert">
		<p>${say("talk.changed", { names: listed(line.changed) })}</p>
		<div class="row">
			<button class="button" type="button" aria-label=${say("talk.changed-send-what", { text: shortOf(line) })} @click=${() => acts.sayAnyway(line)}>${say("talk.changed-send")}</button>
			<button class="button quiet" type="button" @click=${() => acts.takeBack(line)}>${say("talk.changed-keep")}</button>
		</div>
	</div>`;
}

/**
 * @param {Line} line
 * @param {Acts} acts
 */
function refused(line, acts) {
	const why = `trouble.${line.trouble ?? "unknown"}`;
	return html`<div class="ask" role="alert">
		<p>${say("talk.refused", { why: say(canSay(why) ? why : "trouble.unknown") })}</p>
		<div class="row">
			<button class="link" type="button" @click=${() => acts.sayAnyway(line)}>${say("talk.again-send")}</button>
			<button class="link" type="button" @click=${() => acts.takeBack(line)}>${say("talk.take-back")}</button>
		</div>
	</div>`;
}
