/** One line of a conversation, as it stands: whose, what, when, and whether it is there yet. */
import { html, nothing } from "../vendor/lit.js";
import { canSay, say } from "../words/index.js";
import { clockWords, listed } from "./days.js";

/** @typedef {import("./seen.d.ts").Line} Line */
/** @typedef {{ sayAnyway: (line: Line) => void, takeBack: (line: Line) => void }} Acts */

/**
 * @param {Line} line
 * @param {{ name: string, acts: Acts }} beside
 */
export function lineDrawn(line, { name, acts }) {
	if (line.kind === "continues" || line.kind === "left" || line.kind === "forgotten") {
		return html`<p class="note">${say(`talk.${line.kind}${line.from === "me" ? "-you" : ""}`, { name })}</p>`;
	}
	const mine = line.from === "me";
	return html`<div class=${mine ? "m mine" : "m"}>
		<span class="unseen theirs">${mine ? say("talk.you") : name}</span>
		${said(line, name)}
		<p class="when">${time(line)}${state(line)}</p>
		${line.late ? html`<p class="when">${say(mine ? "talk.late-you" : "talk.late", { name })}</p>` : nothing}
		${line.state === "asks" ? asks(line, acts) : nothing} ${line.state === "refused" ? refused(line, acts) : nothing}
	</div>`;
}

/**
 * @param {Line} line
 * @param {string} name
 */
function said(line, name) {
	if (line.kind === "newer") return html`<p class="odd">${say("talk.newer-version")}</p>`;
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
 * @param {Acts} acts
 */
function asks(line, acts) {
	return html`<div class="ask" role="alert">
		<p>${say("talk.changed", { names: listed(line.changed) })}</p>
		<div class="row">
			<button class="button" type="button" aria-label=${say("talk.changed-send-what", { text: line.text })} @click=${() => acts.sayAnyway(line)}>${say("talk.changed-send")}</button>
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
