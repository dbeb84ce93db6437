/** Choosing a day, as the browser's own field has it. */
import { html } from "../vendor/lit.js";
import { say } from "../words/index.js";

const dayLength = 86_400_000;
const ahead = 365;

/** @param {number} day @returns {string} like 2026-06-01 */
export const dateIn = (day) => new Date(day * dayLength).toISOString().slice(0, 10);

/** @param {FormDataEntryValue | null} written @returns {number | null} a whole day */
export function dayIn(written) {
	const moment = Date.parse(`${written}T00:00:00Z`);
	return Number.isNaN(moment) ? null : Math.floor(moment / dayLength);
}

/** @param {string} label @param {number} today @param {number} [chosen] */
export function dayField(label, today, chosen = today + 7) {
	return html`<label class="field">
		<span>${say(label)}</span>
		<input autocomplete="off" type="date" name="day" required min=${dateIn(today)} max=${dateIn(today + ahead)} .defaultValue=${dateIn(chosen)} />
	</label>`;
}

/** @param {number | null} day @param {number} today */
export const isAhead = (day, today) => day !== null && day >= today && day <= today + ahead;
