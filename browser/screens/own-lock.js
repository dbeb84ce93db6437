/** How long one's own device may rest before it locks. */
import { html } from "../vendor/lit.js";
import { say } from "../words/index.js";

const choices = [15, 60, 720];

/** What is chosen when nobody chose. */
export const usualOwnLock = 60;

/**
 * @param {number} chosen
 * @param {(minutes: number) => void} choose
 */
export function ownLock(chosen, choose) {
	return html`<fieldset>
		<legend>${say("own.lock")}</legend>
		<div class="choices">${choices.map((minutes) => choice(minutes, minutes === chosen, choose))}</div>
	</fieldset>`;
}

/**
 * @param {number} minutes
 * @param {boolean} on
 * @param {(minutes: number) => void} choose
 */
function choice(minutes, on, choose) {
	return html`<label class="choice">
		<input autocomplete="off" type="radio" name="own-lock" .checked=${on} @change=${() => choose(minutes)} />
		${say(`own.minutes.${minutes}`)}
	</label>`;
}
