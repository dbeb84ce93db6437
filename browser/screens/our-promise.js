/** Our promise: what counts now, what would change and who decides it, and the lines both add. */
import { html, nothing } from "../vendor/lit.js";
import { mark, say } from "../words/index.js";
import { dayWords } from "./days.js";
import "./own-lines.js";
import { promiseInFull } from "./promise.js";
import { Screen } from "./screen.js";

/** @typedef {import("./seen.d.ts").Conversation} Conversation */
/** @typedef {import("../talk/promising.js").ShownPut} ShownPut */
/** @typedef {import("../talk/promising.js").Difference} Difference */

const WEIGHTS = /** @type {const} */ (["less", "more", "news"]);

export class RoomOurPromise extends Screen {
	/** @override */
	render() {
		const conversation = this.room.conversation(this.place.id ?? "");
		if (conversation === null)
			return html`<section class="page"><h1 tabindex="-1">${say("trouble.not-found")}</h1></section>`;
		const { relationship } = conversation;
		const name = conversation.name ?? say("see.them");
		return html`<section class="page our-promise">
			<h1 tabindex="-1">${say("see.promise")}</h1>
			${this.#asked(conversation, name)} ${this.#told(conversation)} ${this.#kept(conversation, name)}
			${this.troubleNote({ name })}
			<h2>${say("promise.now")}</h2>
			${relationship.promise === null ? html`<p class="wrong">${say("trouble.promise-unknown")}</p>` : promiseInFull(relationship.promise)}
			<room-own-lines .room=${this.room} .view=${this.view} .conversation=${conversation}></room-own-lines>
			<div class="row noprint">
				<button class="button quiet" type="button" @click=${() => print()}>${say("do.print")}</button>
			</div>
		</section>`;
	}

	/** It promises less: both decide. @param {Conversation} conversation @param {string} name */
	#asked({ relationship }, name) {
		const asked = relationship.change?.asked ?? null;
		if (asked === null) return nothing;
		const answers = html`<div class="row noprint">
			<button class="button" type="button" ?disabled=${this.busy} @click=${() => this.#agree(relationship.id, asked)}>
				${say("promise.agree")}
			</button>
			<button class="button quiet" type="button" ?disabled=${this.busy} @click=${() => this.#keep(relationship.id, asked)}>
				${say("promise.keep")}
			</button>
		</div>`;
		return html`<section class="part stack" aria-labelledby="promise-asked">
			<h2 id="promise-asked">${say("promise.asked")}</h2>
			<p>${say("promise.asked-why", { day: dayWords(asked.shownOn) })}</p>
			${differences(asked)}
			${asked.theirs ? html`<p>${say("promise.they-agreed", { name })}</p>` : nothing}
			${asked.mine ? html`<p role="status">${say("promise.you-agreed", { name })}</p>` : answers}
		</section>`;
	}

	/** It promises more: it counts already. @param {Conversation} conversation */
	#told({ relationship }) {
		const told = relationship.change?.told ?? null;
		if (told === null) return nothing;
		return html`<section class="part stack" aria-labelledby="promise-told">
			<h2 id="promise-told">${say("promise.told")}</h2>
			<p>${say("promise.told-why", { day: dayWords(told.shownOn) })}</p>
			${differences(told)}
			<div class="row noprint">
				<button class="button" type="button" ?disabled=${this.busy} @click=${() => this.#agree(relationship.id, told)}>
					${say("promise.read")}
				</button>
			</div>
		</section>`;
	}

	/** @param {Conversation} conversation @param {string} name */
	#kept({ relationship }, name) {
		const kept = relationship.change?.kept ?? null;
		if (kept === null) return nothing;
		const who = kept.declinedBy === "you" ? "promise.kept-you" : "promise.kept-them";
		return html`<p class="note">${say(who, { name })}</p>`;
	}

	/** @param {string} id @param {ShownPut} put */
	#agree(id, put) {
		return this.attempt(() => this.room.promising("agree", id, put, this.room.language));
	}

	/** @param {string} id @param {ShownPut} put */
	#keep(id, put) {
		return this.attempt(() => this.room.promising("keep", id, put.version));
	}
}

/** What differs, what promises less first. @param {ShownPut} put */
export function differences({ differences: all }) {
	const groups = WEIGHTS.map((weight) => all.filter((one) => one.weight === weight));
	return html`${groups.map((group) => (group.length === 0 ? nothing : part(group)))}`;
}

/** @param {readonly Difference[]} group of one weight */
function part(group) {
	return html`<h3>${say(`promise.${group[0]?.weight ?? "news"}`)}</h3>
		<ul class="plain">
			${group.map(difference)}
		</ul>`;
}

/** A sentence alone says little: the heading it stands under in the promise is said with it. @param {Difference} one */
function difference({ heading, gone, comes }) {
	const before = comes === null ? "promise.no-more" : "promise.gone";
	return html`<li>
		<p class="small soft">${mark(heading)}</p>
		${gone === null ? nothing : html`<p><strong>${say(before)}</strong> <del>${mark(gone)}</del></p>`}
		${comes === null ? nothing : html`<p><strong>${say("promise.comes")}</strong> <ins>${mark(comes)}</ins></p>`}
	</li>`;
}

customElements.define("room-our-promise", RoomOurPromise);
