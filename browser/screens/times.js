/** Times to meet: what is coming, with one person or with all, and what was. */
import { html, nothing } from "../vendor/lit.js";
import { inOrder } from "../talk/times.js";
import { say } from "../words/index.js";
import "./meet-card.js";
import { ownName } from "./own-name.js";
import { Screen } from "./screen.js";

/** @typedef {import("../talk/meeting.js").Appointment} Appointment */
/** @typedef {import("./seen.d.ts").Relationship} Relationship */

export class RoomTimes extends Screen {
	/** @override */
	firstUpdated() {
		void this.attempt(() => this.room.reading("meeting", "load"));
	}

	/** @override */
	render() {
		const one = this.#who();
		const name = one === null ? "" : ownName(one, say("see.them"));
		const shown = this.view.parts?.meeting;
		return html`<section class="page">
			<h1 tabindex="-1">${one === null ? say("times.title") : say("times.title-with", { name })}</h1>
			${this.troubleNote()}
			<div class="row">${this.#ways(one, name)}</div>
			${shown?.isHere ? this.#lists(shown.all, one) : html`<p role="status">${say("times.loading")}</p>`}
			<p class="soft">${say("times.house")}</p>
		</section>`;
	}

	#who() {
		const { id } = this.place;
		return this.view.relationships.find((one) => one.conv === id) ?? null;
	}

	/** @param {Relationship | null} one @param {string} name */
	#ways(one, name) {
		const open = one === null ? this.view.relationships.filter(({ state }) => state === "active") : [one];
		const people = open.length === 1 || one !== null ? open : [];
		return html`${people
			.filter(({ state }) => state === "active")
			.map(
				(each) =>
					html`<button class="button" type="button" @click=${() => this.go({ screen: "find-time", id: each.conv ?? "" })}>${say("times.find", { name: name || ownName(each, say("see.them")) })}</button>`,
			)}
		${this.view.me?.isSpecialist ? html`<button class="link" type="button" @click=${() => this.go({ screen: "hours" })}>${say("times.hours")}</button>` : nothing}`;
	}

	/** @param {readonly Appointment[]} all @param {Relationship | null} one */
	#lists(all, one) {
		const mine =
			one === null ? all : all.filter(({ relationship }) => String(relationship) === String(one.id));
		const { coming, before } = inOrder(mine, Date.now() / 1000);
		return html`${coming.length === 0 ? html`<p class="lead">${say("times.none")}</p>` : this.#list(coming)}
			${before.length === 0 ? nothing : html`<h2>${say("times.before")}</h2>${this.#list(before)}`}`;
	}

	/** @param {readonly Appointment[]} these */
	#list(these) {
		return html`<ul class="plain">${these.map((each) => html`<li>${this.#card(each)}</li>`)}</ul>`;
	}

	/** @param {Appointment} each */
	#card(each) {
		const one = this.view.relationships.find(({ id }) => String(id) === String(each.relationship));
		const name = one === undefined ? say("see.someone") : ownName(one, say("see.someone"));
		const conversation = one?.conv ? this.room.conversation(one.conv) : null;
		return html`<room-meet-card .room=${this.room} .view=${this.view} .conversation=${conversation} .one=${each} .name=${name}></room-meet-card>`;
	}
}

customElements.define("room-times", RoomTimes);
