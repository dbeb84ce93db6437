/** My path: hopes, steps, milestones, strengths, what helps; what the other can see of it, and what they suggest. */
import { html, nothing } from "../vendor/lit.js";
import { say, sayCount } from "../words/index.js";
import { ownName } from "./own-name.js";
import "./own-rows.js";
import { Screen } from "./screen.js";

/** @typedef {{conv: string, standing: "there" | "going" | "held" | "unread", asks: boolean, parts: readonly number[], suggested: readonly {id: string, b: string, by: string}[]}} PathTalk */

const parts = [1, 2, 3, 4, 5];
const doable = new Set([2, 3]);

export class RoomPath extends Screen {
	/** @override */
	static properties = { ...Screen.properties, saved: { state: true } };

	constructor() {
		super();
		/** The talk whose choice was just saved. @type {string | null} */
		this.saved = null;
	}

	/** @override */
	firstUpdated() {
		this.attempt(() => this.room.reading("path", "open"));
	}

	/** @override */
	render() {
		const own = this.view.parts?.path;
		return html`<section class="page">
			<h1 tabindex="-1">${say("path.title")}</h1>
			<p class="lead">${say("path.lead")}</p>
			${this.troubleNote()}
			${own?.isOpen ? this.#all(own) : html`<p class="soft" role="status">${say("path.loading")}</p>`}
		</section>`;
	}

	/** @param {any} own */
	#all({ path, talks, troubles }) {
		const contact = this.view.config?.contact.name ?? "";
		return html`${troubles > 0 ? html`<p class="wrong" role="alert">${sayCount("path.lost", troubles, { contact })}</p>` : nothing}
			${talks.map((/** @type {PathTalk} */ talk) => this.#suggested(talk))}
			${parts.map((part) => this.#part(part, path, talks[0]))}
			${talks.map((/** @type {PathTalk} */ talk) => this.#shown(talk))}
			<section class="part stack">
				<h2>${say("path.more")}</h2>
				<ul class="plain ways">
					<li><button class="link" type="button" @click=${() => this.go({ screen: "bad-plan" })}>${say("path.to-plan")}</button></li>
					<li><button class="link" type="button" @click=${() => this.go({ screen: "diary" })}>${say("path.to-diary")}</button></li>
					<li><button class="link" type="button" @click=${() => this.go({ screen: "stories" })}>${say("stories.open")}</button></li>
				</ul>
				<p class="small soft">${say("path.who")}</p>
			</section>`;
	}

	/** @param {number} part @param {readonly any[]} rows @param {PathTalk | undefined} talk */
	#part(part, rows, talk) {
		return html`<section class="part stack">
			<h2>${say(`path.part.${part}`)}</h2>
			<p class="soft small">${say(`path.why.${part}`)}</p>
			<room-own-rows
				.room=${this.room}
				.view=${this.view}
				.own=${"path"}
				.k=${part}
				.rows=${rows.filter(({ k }) => k === part)}
				.mayBeDone=${doable.has(part)}
				.from=${talk === undefined ? say("see.them") : this.#nameIn(talk.conv)}
			></room-own-rows>
		</section>`;
	}

	/** @param {PathTalk} talk */
	#suggested({ conv, suggested }) {
		if (suggested.length === 0) return nothing;
		const name = this.#nameIn(conv);
		return html`<section class="card">
			<h2>${say("path.offered", { name })}</h2>
			<p class="soft">${say("path.offered-lead", { name })}</p>
			<ul class="plain">${suggested.map((one) => this.#offer(conv, one))}</ul>
		</section>`;
	}

	/** @param {string} conv @param {{id: string, b: string}} one */
	#offer(conv, one) {
		return html`<li class="own-row">
			<p class="theirs">${one.b}</p>
			<div class="row">
				<button class="button quiet" type="button" ?disabled=${this.busy} aria-label=${say("path.take-it", { row: one.b })} @click=${() => this.attempt(() => this.room.doing("path", "take", conv, { id: one.id, b: one.b }))}>${say("path.take")}</button>
				<button class="link" type="button" ?disabled=${this.busy} aria-label=${say("path.leave-it", { row: one.b })} @click=${() => this.attempt(() => this.room.doing("path", "leave", one.id))}>${say("path.leave")}</button>
			</div>
		</li>`;
	}

	/** @param {PathTalk} talk */
	#shown({ conv, asks, parts: chosen, standing }) {
		const name = this.#nameIn(conv);
		const isSaved = this.saved === conv && standing === "there";
		return html`<section class="part stack">
			<h2>${say("path.show", { name })}</h2>
			<p>${say("path.show-lead", { name })}</p>
			${standing === "there" && chosen.length === 0 ? html`<p class="soft">${say("path.show-none", { name })}</p>` : nothing}
			${chosen.length === 0 ? nothing : html`<p class="soft">${say("path.show-back", { name })}</p>`}
			${standing === "going" || standing === "held" ? html`<p class="note" role="status">${say(`path.show-${standing}`, { name })}</p>` : nothing}
			<form class="stack" autocomplete="off" @submit=${(/** @type {SubmitEvent} */ event) => this.#save(event, conv)} @input=${() => (this.saved = null)}>
				<fieldset class="stack">
					<legend class="unseen">${say("path.show", { name })}</legend>
					${parts.map((part) => box(`show-${conv}-${part}`, String(part), chosen.includes(part), say(`path.part.${part}`)))}
					${box(`show-${conv}-asks`, "asks", asks, say("path.asks", { name }))}
				</fieldset>
				<div class="row">
					<button class="button" type="submit" ?disabled=${this.busy}>${say("path.show-save", { name })}</button>
					<span role="status">${isSaved ? say(chosen.length > 0 ? "path.show-saved" : "path.show-saved-none", { name }) : nothing}</span>
				</div>
			</form>
		</section>`;
	}

	/** @param {SubmitEvent} event @param {string} conv */
	#save = async (event, conv) => {
		event.preventDefault();
		const form = /** @type {HTMLFormElement} */ (event.currentTarget);
		const names = [...form.querySelectorAll("input:checked")].map(
			(one) => /** @type {HTMLInputElement} */ (one).value,
		);
		const chosen = names.filter((name) => name !== "asks").map(Number);
		const how = { asks: names.includes("asks"), parts: chosen };
		if (!(await this.attempt(() => this.room.doing("path", "show", conv, how)))) return;
		this.saved = conv;
	};

	/** @param {string} conv */
	#nameIn(conv) {
		const relationship = this.view.relationships.find((one) => one.conv === conv);
		return relationship === undefined ? say("see.them") : ownName(relationship, say("see.them"));
	}
}

/** @param {string} id @param {string} value @param {boolean} checked @param {string} label */
const box = (id, value, checked, label) => html`<label class="choice" for=${id}>
	<input id=${id} autocomplete="off" type="checkbox" value=${value} .checked=${checked} />
	<span>${label}</span>
</label>`;

customElements.define("room-path", RoomPath);
