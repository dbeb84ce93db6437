/** How long words are kept: one quiet line, and the choice behind it. */
import { html, nothing } from "../vendor/lit.js";
import { say, sayCount } from "../words/index.js";

/** @typedef {import("./seen.d.ts").Config} Config */

/** @param {number} months 0 until one closes one's place */
export function keptWords(months) {
	return months === 0 ? say("keeping.open") : sayCount("keeping.months", months);
}

/** @param {Config} config @returns {number[]} what may be chosen, shortest first */
export function keepings({ keeping: { least, most, open } }) {
	const months = Array.from({ length: most - least + 1 }, (_, step) => least + step);
	return open ? [...months, 0] : months;
}

/**
 * @param {{ config: Config, keep: number, isOpen: boolean }} now
 * @param {{ open: () => void, choose: (months: number) => void }} acts
 */
export function keepingLine({ config, keep, isOpen }, acts) {
	const choices = keepings(config);
	if (choices.length < 2) return nothing;
	return html`<div class="keeping">
		<p class="row">
			<span role="status">${say("keeping.kept", { time: keptWords(keep) })}</span>
			${isOpen ? nothing : html`<button class="link" type="button" @click=${acts.open}>${say("keeping.change")}</button>`}
		</p>
		${isOpen ? chooser(choices, keep, acts) : nothing}
	</div>`;
}

/**
 * @param {number[]} choices
 * @param {number} keep
 * @param {{ choose: (months: number) => void }} acts
 */
function chooser(choices, keep, { choose }) {
	/** @param {Event} event */
	const chosen = (event) => choose(Number(/** @type {HTMLSelectElement} */ (event.target).value));
	return html`<div class="field">
		<label for="keeping">${say("keeping.label")}</label>
		<p class="hint" id="keeping-hint">${say("keeping.hint")}</p>
		<select id="keeping" aria-describedby="keeping-hint" @change=${chosen}>
			${choices.map((months) => html`<option value=${months} ?selected=${months === keep}>${keptWords(months)}</option>`)}
		</select>
	</div>`;
}
