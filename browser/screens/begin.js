/** A few ideas how two people begin to talk about themselves. Our own words, the same for both; nobody wrote them for this talk. */
import { html } from "../vendor/lit.js";
import { say } from "../words/index.js";

const ideas = [1, 2, 3, 4, 5];

export function howToBegin() {
	return html`<details class="begin">
		<summary>${say("check-line.how")}</summary>
		<p>${say("begin.lead")}</p>
		<ol>${ideas.map((idea) => html`<li>${say(`begin.${idea}`)}</li>`)}</ol>
	</details>`;
}
