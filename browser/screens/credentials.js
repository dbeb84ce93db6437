/** A specialist's own record of training, on the page of their seat. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";

/** Nothing before it was fetched, or where nothing was put down. @param {readonly import("../talk/credentials.js").Credential[] | null | undefined} record @param {(place: import("./seen.d.ts").Place) => void} go */
export function ownCredentials(record, go) {
	if (!record?.length) return nothing;
	return html`<section class="part stack" aria-labelledby="own-credentials">
		<h2 id="own-credentials">${say("credentials.own")}</h2>
		<p class="soft">${say("credentials.own-lead")}</p>
		<ul>${record.map((one) => html`<li><strong class="theirs">${one.what}</strong>${one.givenBy ? html`, <span class="theirs">${one.givenBy}</span>` : nothing}. ${until(one)}</li>`)}</ul>
		<p><button class="link" type="button" @click=${() => go({ screen: "certificates" })}>${say("papers.open")}</button></p>
	</section>`;
}

/** @param {import("../talk/credentials.js").Credential} one */
function until({ runsOutOn, isOver, isSoon }) {
	if (runsOutOn === null) return nothing;
	const day = dayWords(runsOutOn);
	if (isSoon) return html`<strong>${say("credentials.soon", { day })}</strong>`;
	return say(isOver ? "credentials.ran-out" : "credentials.until", { day });
}
