/** Writing down comes first; who wants to print gets a plain slip that says what it is only if asked to. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";

/**
 * @param {boolean} isNamed whether the slip says what it is for
 * @param {(isNamed: boolean) => void} choose
 */
export function orPrint(isNamed, choose) {
	return html`<details class="aside noprint">
		<summary>${say("paper.or")}</summary>
		<div class="stack">
			<p class="small soft">${say("paper.hand")}</p>
			<div class="choices">
				<label class="choice">
					<input autocomplete="off" type="checkbox" .checked=${isNamed} @change=${chosen(choose)} />
					${say("paper.say")}
				</label>
			</div>
			<div class="row">
				<button class="button quiet" type="button" @click=${() => print()}>${say("do.print")}</button>
			</div>
		</div>
	</details>`;
}

/**
 * What stands on the slip beside the words or the code: the made-up name, and what it is for if that was asked.
 * @param {string} name
 * @param {string | null} purpose
 */
export function slipHead(name, purpose) {
	return html`${name === "" ? nothing : html`<p class="onpaper theirs">${name}</p>`}
		${purpose === null ? nothing : html`<p class="small onpaper">${purpose}</p>`}`;
}

/** @param {(isNamed: boolean) => void} choose */
function chosen(choose) {
	return (/** @type {Event} */ event) => choose(/** @type {HTMLInputElement} */ (event.target).checked);
}
