/** The house rules, line by line. */
import { html } from "../vendor/lit.js";

/** @param {readonly string[]} lines */
export const rulesDrawn = (lines) =>
	html`<ul>${lines.map((line) => html`<li class="theirs">${line}</li>`)}</ul>`;
