/** How long a page may rest before it locks: one of three. */
import { html } from "../vendor/lit.js";
import { say, sayCount } from "../words/index.js";
import { whatOthersFind } from "./tips.js";

const choices = [1, 5, 15];

/** What is chosen when nobody chose. */
export const usualLock = 5;

/**
 * @param {number} chosen
 * @param {(minutes: number) => void} choose
 */
export function lockAfter(chosen, choose) {
	return html`<details class="aside">
		<summary>${say("lock.summary", { time: sayCount("come-in.lock-minutes", chosen) })}</summary>
		<fieldset>
			<legend>${say("come-in.lock")}</legend>
			<div class="choices">${choices.map((minutes) => choice(minutes, minutes === chosen, choose))}</div>
			<p class="small soft">${say("come-in.lock-why")}</p>
			<p class="small">${whatOthersFind()}</p>
		</fieldset>
	</details>`;
}

/**
 * @param {number} minutes
 * @param {boolean} on
 * @param {(minutes: number) => void} choose
 */
function choice(minutes, on, choose) {
	return html`<label class="choice">
		<input autocomplete="off" type="radio" name="lock-after" .checked=${on} @change=${() => choose(minutes)} />
		${sayCount("come-in.lock-minutes", minutes)}
	</label>`;
}
