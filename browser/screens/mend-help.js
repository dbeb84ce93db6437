/** Short texts of ours that help to begin: shown when asked for, and put in a box by a press alone. */
import { html } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { hintsFor } from "./mend-words.js";

/** @param {"say" | "reply"} what @param {string} box the id of the box they go into */
export const helpToBegin = (what, box) => html`<details class="aside">
	<summary>${say("mend.help")}</summary>
	<p class="small soft">${say("mend.help-why")}</p>
	<ul class="plain stack">
		${hintsFor(what).map(
			(text) => html`<li>
				<span>${text}</span>
				<button class="link small" type="button" aria-label=${say("mend.put-in", { text })} @click=${(/** @type {Event} */ event) => put(event, box, text)}>
					${say("mend.put")}
				</button>
			</li>`,
		)}
	</ul>
</details>`;

/** After what stands there; the form hears of it as of anything typed. @param {Event} event @param {string} box @param {string} text */
function put({ currentTarget }, box, text) {
	const form = /** @type {HTMLElement} */ (currentTarget).closest("form");
	const field = /** @type {HTMLTextAreaElement | null} */ (form?.querySelector(`#${box}`));
	if (!field) return;
	field.value = [field.value.trim(), text].filter((part) => part !== "").join("\n");
	field.dispatchEvent(new Event("input", { bubbles: true }));
	field.focus();
}
