/** The fields in which something to be told is worded: by whoever signs it, and by whoever suggests it. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";
import { namesApart } from "./same-name.js";

/** @typedef {import("../crypto/share.js").Draft} Draft */
/** @typedef {readonly {account_id: string, name: string, since?: number}[]} Supervisors */
/** @typedef {(name: string) => string} Text what stands in a field */

const WHAT = ["contact", "counselling-notes", "own-words", "plans", "substance-use", "wellbeing"];
const PURPOSES = [1, 2, 3, 4, 5, 6];
const DAYS = [7, 14, 30, 90];
const USUAL_DAYS = 14;
const LONGEST_DAYS = 366;
export const LONGEST_WORDS = 8000;
const NOTES = "counselling-notes";
const FOR_A_COURT = 5;
const [INSIDE, OUTSIDE, ORGANISATION] = [1, 2, 3];

/** Until it is known what the fields begin with. @param {string} title */
export const waiting = (title) => html`<section class="page">
	<h1 tabindex="-1">${say(title)}</h1>
	<p class="soft" role="status">${say("told.looking")}</p>
</section>`;

/** @param {string} name @param {string} label @param {number} longest @param {string} [value] */
export function asked(name, label, longest, value = "") {
	return html`<label class="field">
		<span>${say(label)}</span>
		<input autocomplete="off" type="text" name=${name} maxlength=${longest} value=${value} />
	</label>`;
}

/** @param {string} group @param {string} value @param {unknown} label @param {boolean} [on] */
export function tick(group, value, label, on = false) {
	return html`<label class="choice">
		<input autocomplete="off" type="checkbox" name=${group} value=${value} ?checked=${on} />
		<span>${label}</span>
	</label>`;
}

/** Two who are called the same stay two. @param {Supervisors} supervisors */
export const supervisorsApart = (supervisors) =>
	namesApart(supervisors.map(({ account_id: id, name, since }) => ({ id, name, since })));

/** @param {{supervisors: Supervisors, to: string, choose: (id: string) => void, base: Draft | null}} given `to` is a supervisor's id, "outside" or "organisation" */
export function whomFields({ supervisors, to, choose, base }) {
	const one = (/** @type {string} */ id, /** @type {unknown} */ label) =>
		html`<label class="choice">
			<input autocomplete="off" type="radio" name="to" value=${id} ?checked=${to === id} .checked=${to === id} @change=${() => choose(id)} />
			<span>${label}</span>
		</label>`;
	const called = supervisorsApart(supervisors);
	const away = base === null || base.type === INSIDE ? null : base;
	return html`<fieldset>
			<legend>${say("tell.whom")}</legend>
			<div class="stack">
				${supervisors.map(({ account_id }) => one(account_id, html`<span class="theirs">${called(account_id)}</span>`))}
				${one("outside", say("tell.outside"))} ${one("organisation", say("tell.organisation"))}
			</div>
		</fieldset>
		${isAway(to) ? html`${asked("toName", "tell.name", 80, away?.name)} ${asked("where", "tell.where", 200, away?.where)}` : nothing}
		${to === "organisation" ? asked("through", "tell.through", 200, away?.through) : nothing}`;
}

/** @param {Draft | null} base */
export const aboutFields = (base) => html`<fieldset>
	<legend>${say("tell.about")}</legend>
	<div class="stack">${WHAT.map((one) => tick("what", one, say(`told.what-${one}`), base?.what.includes(one)))}</div>
</fieldset>`;

/** @param {Draft | null} base */
export const notToldField = (base) =>
	asked("leavesOut", "tell.leaves-out", 500, base?.leaves_out ?? say("tell.everything-else"));

/** @param {Draft | null} base */
export const whyFields = (base) => html`<label class="field">
		<span>${say("tell.purpose")}</span>
		<select name="purpose" autocomplete="off">
			${PURPOSES.map((one) => html`<option value=${one} ?selected=${one === (base?.purpose ?? 1)}>${say(`told.why-${one}`)}</option>`)}
		</select>
	</label>
	${asked("why", "tell.why", 300, base?.why)}`;

/** @param {Draft | null} base @param {number} today */
export function untilField(base, today) {
	const usual = DAYS.map((days) => today + days);
	const wished =
		base !== null && base.until > today && base.until <= today + LONGEST_DAYS ? base.until : null;
	const days = [...new Set(wished === null ? usual : [...usual, wished])].sort((a, b) => a - b);
	const chosen = wished ?? today + USUAL_DAYS;
	return html`<label class="field">
		<span>${say("tell.until")}</span>
		<select name="until" autocomplete="off">
			${days.map((day) => html`<option value=${day} ?selected=${day === chosen}>${dayWords(day)}</option>`)}
		</select>
	</label>`;
}

/** Whom a draft is for, as the page names it. @param {Draft | null} base @param {Supervisors} supervisors */
export function toIn(base, supervisors) {
	if (base === null) return supervisors[0]?.account_id ?? "outside";
	if (base.type === INSIDE && supervisors.some(({ account_id }) => account_id === base.id)) return base.id;
	return base.type === ORGANISATION ? "organisation" : "outside";
}

/** @param {string} to */
export const isAway = (to) => to === "outside" || to === "organisation";

/** What stands on the page now, as a draft for the other. @param {FormData} given @param {string} to @param {Supervisors} supervisors @returns {Draft} */
export function draftIn(given, to, supervisors) {
	const text = textIn(given);
	const here = supervisors.find(({ account_id }) => account_id === to);
	const type = here !== undefined ? INSIDE : to === "organisation" ? ORGANISATION : OUTSIDE;
	return {
		...{ type, id: here?.account_id ?? "", name: here?.name.slice(0, 80) ?? text("toName") },
		...{ where: text("where"), through: type === ORGANISATION ? text("through") : "" },
		...{ what: given.getAll("what").map(String).sort(), leaves_out: text("leavesOut") },
		...{ purpose: Number(text("purpose")), why: text("why"), until: Number(text("until")) },
		words: text("words"),
	};
}

/** @param {FormData} given @returns {Text} */
export const textIn = (given) => (name) => String(given.get(name) ?? "").trim();

/** Counselling notes stand alone, and never before a court. @param {readonly string[]} what @param {number} purpose */
export const isTwoKinds = (what, purpose) =>
	what.includes(NOTES) && (what.length > 1 || purpose === FOR_A_COURT);
