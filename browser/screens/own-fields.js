/** The fields of a device of one's own: a short number, a line of text. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";

/**
 * @param {string} label
 * @param {string | null} hint
 */
export function numberField(label, hint) {
	return html`<div class="field">
		<label for="pin">${say(label)}</label>
		${hint === null ? nothing : html`<p class="hint" id="pin-hint">${say(hint)}</p>`}
		<input
			id="pin"
			class="pin"
			inputmode="numeric"
			maxlength="8"
			autocomplete="off"
			autocorrect="off"
			spellcheck="false"
			aria-describedby=${hint === null ? nothing : "pin-hint"}
		/>
	</div>`;
}

/**
 * @param {string} id
 * @param {string} label
 * @param {string} hint
 */
export function textField(id, label, hint) {
	return html`<div class="field">
		<label for=${id}>${say(label)}</label>
		<p class="hint" id=${`${id}-hint`}>${say(hint)}</p>
		<input id=${id} maxlength="40" autocomplete="off" spellcheck="false" aria-describedby=${`${id}-hint`} />
	</div>`;
}

/**
 * @param {HTMLElement} where
 * @param {string} id
 */
export function typedIn(where, id) {
	return /** @type {HTMLInputElement | null} */ (where.querySelector(`#${id}`))?.value.trim() ?? "";
}
