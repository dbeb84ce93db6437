/** In the talk: what is on its way between three, for each of them in their own words. */
import { html, nothing } from "../vendor/lit.js";
import { canSay, say } from "../words/index.js";
import { dayWords } from "./days.js";
import { ownName } from "./own-name.js";

/** @typedef {import("./seen.d.ts").Conversation} Conversation */

/** @param {Conversation} conversation @param {(place: {screen: string, id: string}) => void} go @param {number} today */
export function handNote({ relationship: one, conv }, go, today) {
	const { handover = null } = one;
	if (handover === null) return nothing;
	const { kind, state, to, from, until } = handover;
	const side = one.mine === "client" ? "mine" : one.came === null ? "from" : "to";
	const isDue = state === "together" && kind === "stand-in" && until !== null && until <= today;
	const id = `handnote.${side}-${isDue ? "due" : state}`;
	if (!canSay(id)) return nothing;
	const names = { other: to.name ?? say("see.them"), from: from.name ?? say("see.them") };
	return html`<section class="note stack">
		<p role="status">${say(id, { name: ownName(one, say("see.them")), ...names, day: dayWords(until ?? 0) })}</p>
		${side === "mine" ? html`<div class="row"><button class="button quiet" type="button" @click=${() => go({ screen: "hand", id: conv })}>${say("handnote.open")}</button></div>` : nothing}
	</section>`;
}
