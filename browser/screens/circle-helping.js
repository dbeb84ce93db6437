/** Who helps host a circle, on the screen: asking, the answer, and ending it, from either side. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { calledIn } from "./circle-words.js";
import "./sure.js";

/** @typedef {import("../talk/circle-shape.d.ts").CircleNow} CircleNow */
/** @typedef {import("../talk/circle-shape.d.ts").InCircle} InCircle */
/** @typedef {import("./screen.js").Screen} Page */

const means = [1, 2, 3, 4];
/** A meeting is opened from a quarter of an hour before its time, until it is no news any more. */
const [EARLY, LATE] = [15 * 60_000, 3 * 3_600_000];

/** Beside somebody's name. @param {InCircle} one */
export const helpBadge = ({ help }) =>
	help === "helps" ? html` <span class="small soft">${say("circle.helps")}</span>` : nothing;

/** A meeting that a host set, at its time. @param {CircleNow} now @param {number} moment */
export const isTimeToOpen = ({ meeting }, moment) =>
	meeting?.step === 1 && meeting.at - EARLY <= moment && moment < meeting.at + LATE;

/** @param {Page} page @param {string} deed @param {unknown[]} given */
const does = (page, deed, ...given) => page.attempt(() => page.room.doing("circles", deed, ...given));

/** Under somebody's name: what a host, or whoever helps, can do about it. @param {InCircle} one @param {CircleNow} now @param {Page} page */
export function helpActs(one, now, page) {
	const { accountId, help, isMe, role } = one;
	if (!now.canWrite || role === "host" || !(now.iLead || isMe)) return nothing;
	if (help === "asked") return isMe ? nothing : waits(one, now, page);
	if (help !== null) return stops(one, now, page);
	if (isMe) return nothing;
	const name = calledIn(now, accountId);
	return html`<div class="row"><button class="link" type="button" ?disabled=${page.busy} aria-label=${say("circle.helper-ask-name", { name })} @click=${() => does(page, "askHelper", now.id, accountId)}>${say("circle.helper-ask")}</button></div>`;
}

/** @param {InCircle} one @param {CircleNow} now @param {Page} page */
function waits({ accountId }, now, page) {
	const name = calledIn(now, accountId);
	return html`<p class="small soft">${say("circle.helper-waits")}</p>
		<div class="row"><button class="link" type="button" ?disabled=${page.busy} aria-label=${say("circle.helper-back-name", { name })} @click=${() => does(page, "helperNoMore", now.id, accountId)}>${say("circle.lead-back")}</button></div>`;
}

/** @param {InCircle} one @param {CircleNow} now @param {Page} page */
function stops({ accountId, help, isMe }, now, page) {
	const name = calledIn(now, accountId);
	return html`${help === "again" ? html`<p class="small soft">${say("circle.helper-again")}</p>` : nothing}
		<room-sure
			.label=${say("circle.helper-stop")}
			.about=${isMe ? "" : name}
			.question=${isMe ? say("circle.helper-stop-sure") : say("circle.helper-stop-sure-name", { name })}
			.yes=${say("circle.helper-stop-yes")}
			@yes=${() => does(page, "helperNoMore", now.id, accountId)}
		></room-sure>`;
}

/** A host asks me: nothing counts before my yes. @param {CircleNow} now @param {Page} page */
export function helpAsked(now, page) {
	if (now.asksMe === null || !now.canWrite) return nothing;
	const answer = async (/** @type {boolean} */ yes) => {
		if (!(await does(page, "answerHelp", now.id, yes))) return;
		page.tell(say(yes ? "circle.helper-said-yes" : "circle.helper-said-not-now"));
		/** @type {HTMLElement | null} */ (page.querySelector("h1"))?.focus();
	};
	return html`<section class="part stack">
		<h2>${say("circle.helper-title")}</h2>
		<p class="theirs">${say("circle.helper-asks", { name: calledIn(now, now.asksMe) })}</p>
		<ul class="ticks">${means.map((one) => html`<li>${say(`circle.helper-means.${one}`)}</li>`)}</ul>
		<div class="row">
			<button class="button" type="button" ?disabled=${page.busy} @click=${() => answer(true)}>${say("circle.helper-yes")}</button>
			<button class="button quiet" type="button" ?disabled=${page.busy} @click=${() => answer(false)}>${say("circle.helper-not-now")}</button>
		</div>
	</section>`;
}
