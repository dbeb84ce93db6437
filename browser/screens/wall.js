/** Who can see what, and what has happened: the whole account of one place, for its person alone. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayWords, monthWords } from "./days.js";
import { Screen } from "./screen.js";
import "./see-told.js";
import { toldOf } from "./story-door.js";
import { byMonth, rowHelp, rowWords } from "./wall-words.js";

/** @typedef {import("../talk/wall.js").Row} Row */
/** @typedef {import("../talk/wall.js").Told} Told */

const [CLIENT, SPECIALIST] = [1, 2];

export class RoomWall extends Screen {
	/** @override */
	static properties = { ...Screen.properties, told: { state: true } };

	constructor() {
		super();
		/** @type {Told | null} */
		this.told = null;
	}

	/** @override */
	async firstUpdated() {
		await this.attempt(async () => {
			this.told = await this.room.wall("read");
		});
	}

	/** @override */
	render() {
		return html`<section class="page wall-page">
			<h1 tabindex="-1">${say("wall.title")}</h1>
			<p class="lead">${say("wall.lead")}</p>
			${this.troubleNote()} ${this.#changed()} ${this.#now()} ${this.#happened()}
		</section>`;
	}

	#changed() {
		if (this.told === null || this.told.trouble === null) return nothing;
		const { contact, independent, programme } = this.view.config ?? {};
		const people = { contact: contact?.name ?? "", programme: programme ?? "" };
		const outside = { name: independent?.name ?? "", phone: independent?.phone ?? "" };
		return html`<div class="wrong stack" role="alert">
			<p><strong>${say("wall.changed")}</strong></p>
			<p>${say("wall.changed-why", people)}</p>
			<p>${say("wall.changed-outside", outside)}</p>
		</div>`;
	}

	#now() {
		const talks = this.view.relationships.filter(({ conv, readable }) => conv !== null && readable);
		return html`<section class="part stack noprint">
			<h2>${say("wall.now")}</h2>
			<ul class="plain rows">
				${talks.map((one) => this.#talk(one))}
				<li><strong>${say("wall.notebook")}</strong><p class="small soft">${say("wall.notebook-why")}</p></li>
				<li>
					<strong>${say("wall.house")}</strong>
					<p class="small soft">${say("wall.house-why")}</p>
					<a class="link small" href="/what-we-keep" target="_blank" rel="noreferrer">${say("see.limits")}</a>
				</li>
			</ul>
			<room-see-told .room=${this.room} .view=${this.view}></room-see-told>
			${toldOf(this)}
		</section>`;
	}

	/** @param {import("./seen.d.ts").Relationship} relationship */
	#talk(relationship) {
		const name = this.#nameOf(relationship.other.accountId);
		return html`<li>
			<strong>${say("wall.talk", { name })}</strong>
			<p class="small soft">${say("wall.talk-why")}</p>
			<button class="link small" type="button" @click=${() => this.go({ screen: "see", id: relationship.conv ?? "" })}>
				${say("see.open")}
			</button>
		</li>`;
	}

	#happened() {
		if (this.told === null)
			return this.busy ? html`<p class="soft" role="status">${say("wall.loading")}</p>` : nothing;
		const months = byMonth(this.told.rows);
		return html`<section class="part stack sheet flat">
			<h2>${say("wall.happened")}</h2>
			<p class="small soft">${say("wall.happened-why", { programme: this.view.config?.programme ?? "" })}</p>
			${months.length === 0 ? html`<p>${say("wall.empty")}</p>` : nothing}
			${months.map(({ day, rows }) => html`<h3>${monthWords(day)}</h3><ul class="plain told">${rows.map((row) => this.#row(row))}</ul>`)}
			<p class="onpaper small">${say("wall.paper", { name: this.view.me?.username ?? "" })}</p>
			<div class="row noprint">
				<button class="button quiet" type="button" @click=${() => print()}>${say("do.print")}</button>
			</div>
		</section>`;
	}

	/** @param {Row} row */
	#row(row) {
		const about = {
			name: row.other === "" ? say("wall.someone") : this.#nameOf(row.other),
			programme: this.view.config?.programme ?? "",
			myRole: this.#roleWith(row.other),
		};
		return html`<li>
			<span class="when">${dayWords(row.day)}</span>
			<div><p>${rowWords(row, about)}</p>${this.#help(row)}</div>
		</li>`;
	}

	/** @param {Row} row */
	#help(row) {
		const help = rowHelp(row);
		if (help === null) return nothing;
		const { contact, programme } = this.view.config ?? { contact: { name: "" }, programme: "" };
		return html`<details class="aside small noprint">
			<summary>${say(`wall.help-${help}`)}</summary>
			<p class="soft">${say(`wall.help-${help}-why`, { contact: contact.name, programme })}</p>
			${help === "not-you" ? this.#lock() : nothing}
		</details>`;
	}

	#lock() {
		return html`<button class="link" type="button" @click=${() => this.go({ screen: "new-lock" })}>${say("wall.new-lock")}</button>`;
	}

	/** @param {string} accountId */
	#nameOf(accountId) {
		const known = this.view.relationships.find(({ other }) => other.accountId === accountId);
		if (known === undefined) return this.room.person(accountId)?.name ?? say("wall.someone");
		return known.called || known.other.name || say("see.them");
	}

	/** @param {string} accountId */
	#roleWith(accountId) {
		const known = this.view.relationships.find(({ other }) => other.accountId === accountId);
		if (known !== undefined) return known.mine === "client" ? CLIENT : SPECIALIST;
		return this.view.me?.isSpecialist ? SPECIALIST : CLIENT;
	}
}

customElements.define("room-wall", RoomWall);
