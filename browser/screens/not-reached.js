/** What closing a place does not reach: said before it is closed, and after. */
import { html } from "../vendor/lit.js";
import { say } from "../words/index.js";

const parts = ["copies", "lines", "backups", "books", "told", "notes"];

export const notReached = () => html`<section class="part stack">
	<h2>${say("place.not-reached")}</h2>
	<ul>
		${parts.map((one) => html`<li>${say(`place.not-reached.${one}`)}</li>`)}
	</ul>
</section>`;
