/** The other worded something that might be told: said where the two talk, and where it is signed. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { writerOf } from "./company.js";

/** In the talk. @param {import("./seen.d.ts").Conversation} conversation @param {string} name @param {(place: import("./seen.d.ts").Place) => void} go */
export function draftNote(conversation, name, go) {
	const { drafted, relationship, conv } = conversation;
	if (
		relationship.state !== "active" ||
		drafted === null ||
		drafted.from !== "them" ||
		drafted.draft === null
	)
		return nothing;
	const screen = relationship.mine === "client" ? "tell" : "draft";
	return html`<p class="note">
		${say("draft.note", { name: writerOf(conversation, drafted.by, name) })}
		<button class="link" type="button" @click=${() => go({ screen, id: conv })}>${say("draft.look")}</button>
	</p>`;
}

/** On the page where it is signed: what stands there has not moved. @param {string} name @param {{take: () => void, away: () => void, isLooking: boolean, isAway: boolean}} how */
export function newerNote(name, { take, away, isLooking, isAway }) {
	return html`<section class="note stack" role="status">
		<p>${say(isAway ? "draft.withdrawn" : "draft.newer", { name })} ${isLooking ? say("draft.unmoved") : nothing}</p>
		<div class="row">
			${isAway ? nothing : html`<button class="button quiet" type="button" @click=${take}>${say("draft.take")}</button>`}
			<button class="button quiet" type="button" @click=${away}>${say(isAway ? "draft.go-on" : "draft.put-away")}</button>
		</div>
	</section>`;
}
