/** Who is on call, for somebody who is not safe: whoever it is, until when, and what to expect; or first that nobody is. */
import { html, nothing } from "../vendor/lit.js";
import { onCallAt } from "../talk/on-call-now.js";
import { say } from "../words/index.js";
import { clockWords, hourWords, momentWords } from "./days.js";

/** @typedef {import("../talk/on-call-now.js").OnCall} OnCall */
/** @typedef {import("../talk/on-call-now.js").On} On */

/** @param {OnCall} week */
const isSet = ({ shifts, outside }) => shifts.length > 0 || outside !== "";

/**
 * Nothing where the programme set nothing, or nothing was fetched yet.
 * @param {OnCall | null | undefined} week
 * @param {{programme: string, knows: (accountId: string) => boolean, write: (on: On) => void, now?: number}} how
 */
export function onCallPart(week, { programme, knows, write, now = Date.now() }) {
	if (!week || !isSet(week)) return nothing;
	const { on, next } = onCallAt(week, now);
	return html`<section class="part stack" aria-labelledby="unsafe-on-call">
		<h2 id="unsafe-on-call">${say("unsafe.on-call-title")}</h2>
		${on.length === 0 ? nobody(week, { programme, next, now }) : somebody(week, on, { knows, write })}
	</section>`;
}

/** @param {OnCall} week @param {{programme: string, next: number | null, now: number}} how */
function nobody({ outside }, { programme, next, now }) {
	return html`<p><strong>${say("unsafe.on-call-nobody", { programme })}</strong> ${next === null ? nothing : again(next, now)}</p>
		${outside === "" ? nothing : html`<p class="theirs">${outside}</p>`}`;
}

/** @param {number} next @param {number} now */
function again(next, now) {
	const { when, day, time } = momentWords(next, now);
	return when === "today" ? say("unsafe.on-call-today", { time }) : say("unsafe.on-call-on", { day, time });
}

/** @param {OnCall} week @param {readonly On[]} on @param {{knows: (accountId: string) => boolean, write: (on: On) => void}} how */
function somebody({ expect, phone }, on, { knows, write }) {
	const strangers = on.filter(({ accountId }) => !knows(accountId));
	return html`${on.map((one) => html`<p><strong>${say("unsafe.on-call-now", { name: one.name, time: clockWords(one.until) })}</strong></p>`)}
		${expect === "" ? nothing : html`<p class="theirs">${expect}</p>`}
		${phone === "" ? nothing : html`<div class="row"><a class="button" href=${`tel:${phone.replace(/[^+0-9]/g, "")}`}>${say("bad.call", { number: phone })}</a></div>`}
		${strangers.map(
			(one) => html`<p>${say("unsafe.on-call-hello", { name: one.name })}</p>
			<div class="row"><button class="button quiet" type="button" @click=${() => write(one)}>${say("unsafe.on-call-write", { name: one.name })}</button></div>`,
		)}`;
}

/** For a specialist: when the programme put them on call. @param {OnCall | null | undefined} week */
export function ownOnCall(week) {
	const mine = week?.shifts.filter((shift) => shift.mine) ?? [];
	if (mine.length === 0) return nothing;
	return html`<section class="part stack" aria-labelledby="own-on-call">
		<h2 id="own-on-call">${say("on-call.own")}</h2>
		<p>${say("on-call.own-lead", { zone: (week?.zone ?? "").replaceAll("_", " ") })}</p>
		<ul>${mine.map(({ day, starts, ends }) => html`<li>${say("on-call.own-row", { day: say(`day.${day - 1}`), from: hourWords(clock(starts)), to: hourWords(clock(ends)) })}</li>`)}</ul>
	</section>`;
}

/** @param {number} minute of the day */
function clock(minute) {
	const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
	return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
