/** The fields in which the note of a meeting is worded, by either of the two. */
import { zoneHere } from "../talk/clock.js";
import { aheadIn, dateIn, momentIn } from "../talk/times.js";
import { html } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { notEmergency } from "./not-emergency.js";

/** @typedef {import("../talk/note-rules.js").Note} Note */

const LONGEST = { goal: 200, words: 4_000 };
const [DAY, HOUR, MINUTE] = [86_400, 3_600, 60];
const [MOST_MINUTES, USUAL_MINUTES] = [720, 50];
const WAYS = [1, 2, 3];

/** What the form begins with: words that stand, a time that took place, or the hour before now. @param {Note | null} stands @param {{at: number, minutes: number} | null} met @param {number} now seconds */
export function beginning(stands, met, now) {
	if (stands !== null) return stands;
	const start = met?.at ?? Math.floor(now / HOUR) * HOUR - HOUR;
	const about = { ref: "", goal: "", words: "", way: 1, zone: zoneHere() };
	return { ...about, start, mins: met?.minutes ?? USUAL_MINUTES };
}

/** @param {number} at @param {string} zone @returns {string} like "16:00" */
function clockIn(at, zone) {
	return new Date((at + (aheadIn(at, zone) ?? 0)) * 1000).toISOString().slice(11, 16);
}

/** @param {Note} note what the fields begin with @param {readonly string[]} goals */
export function noteFields({ start, mins, zone, way, goal, words }, goals) {
	const time = (/** @type {string} */ name, /** @type {string} */ label, /** @type {number} */ at) =>
		html`<label class="field"><span>${say(label)}</span><input autocomplete="off" type="time" name=${name} required .defaultValue=${clockIn(at, zone)} /></label>`;
	return html`<label class="field">
			<span>${say("notes.day")}</span>
			<input autocomplete="off" type="date" name="day" required .defaultValue=${dateIn(start, zone)} />
		</label>
		${time("start", "notes.start", start)} ${time("stop", "notes.stop", start + mins * MINUTE)}
		<fieldset>
			<legend>${say("notes.where")}</legend>
			<div class="stack">${WAYS.map((one) => html`<label class="choice"><input autocomplete="off" type="radio" name="way" value=${one} ?checked=${one === way} /><span>${say(`meet.way-${one}`)}</span></label>`)}</div>
		</fieldset>
		${goals.length > 0 ? goalChoice(goals, goal) : goalField(goal)}
		<label class="field">
			<span>${say("notes.words")}</span>
			<textarea autocomplete="off" name="words" rows="6" maxlength=${LONGEST.words} .defaultValue=${words}></textarea>
		</label>
		${notEmergency()}`;
}

/** @param {readonly string[]} goals @param {string} goal */
function goalChoice(goals, goal) {
	const all = goal === "" || goals.includes(goal) ? goals : [...goals, goal];
	return html`<label class="field">
		<span>${say("notes.goal")}</span>
		<select autocomplete="off" name="goal">
			<option value="" ?selected=${goal === ""}>${say("notes.no-goal")}</option>
			${all.map((one) => html`<option class="theirs" value=${one} ?selected=${one === goal}>${one}</option>`)}
		</select>
	</label>`;
}

/** @param {string} goal */
const goalField = (goal) => html`<label class="field">
	<span>${say("notes.goal")}</span>
	<input autocomplete="off" type="text" name="goal" maxlength=${LONGEST.goal} .defaultValue=${goal} />
</label>`;

/**
 * The note as it stands in the form, or the sentence that says what is missing.
 * @param {FormData} given @param {{ref: string, zone: string, now: number}} about @returns {Note | string}
 */
export function noteIn(given, { ref, zone, now }) {
	const text = (/** @type {string} */ name) => String(given.get(name) ?? "").trim();
	const start = momentIn(text("day"), text("start"), zone);
	const stop = momentIn(text("day"), text("stop"), zone);
	if (start === null || stop === null) return "notes.needs-time";
	// Whoever met past midnight stopped on the next day.
	const mins = (stop <= start ? stop + DAY - start : stop - start) / MINUTE;
	if (mins > MOST_MINUTES) return "notes.needs-stop";
	if (start + mins * MINUTE > now) return "notes.not-yet";
	if (text("words") === "") return "notes.needs-words";
	return { ref, start, mins, zone, way: Number(text("way")), goal: text("goal"), words: text("words") };
}
