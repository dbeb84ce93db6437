/** A specialist's people: new hellos, those waiting for an answer, the rest. */
import { html, nothing } from "../vendor/lit.js";
import { repeat } from "../vendor/lit/directives/repeat.js";
import { say, sayCount } from "../words/index.js";
import { circlesDoor } from "./circles-door.js";
import { closingNote } from "./closing-note.js";
import { dayWords } from "./days.js";
import "./choose.js";
import "./come.js";
import "./earlier.js";
import "./four-words.js";
import { ownName } from "./own-name.js";
import { face } from "./person-card.js";
import { shortOf } from "./line-words.js";
import { Screen } from "./screen.js";
import "./own-offer.js";
import "./desk-too.js";
import "./concern-news.js";
import "./library-news.js";
import "./plan-ask.js";
import "./rules-ask.js";
import "./spare-card.js";

/** @typedef {import("./seen.d.ts").Relationship} Relationship */

/** Days before its end at which the standing is said aloud. */
const soon = 30;

export class RoomHome extends Screen {
	/** @override */
	updated() {
		this.knowDay();
	}

	/** @override */
	render() {
		const { home } = this.view;
		if (home === null)
			return html`<section class="page"><h1 tabindex="-1">${say("seat.title")}</h1></section>`;
		return html`<section class="page">
			<h1 tabindex="-1">${say("seat.title")}</h1>
			${this.#standing()} ${closingNote(this.view)}
			<room-desk-too .room=${this.room} .view=${this.view}></room-desk-too>
			${this.#usedAgain()}
			<room-rules-ask .room=${this.room} .view=${this.view}></room-rules-ask>
			<room-concern-news .room=${this.room} .view=${this.view}></room-concern-news>
			<room-library-news .room=${this.room} .view=${this.view}></room-library-news>
			<room-spare-card .room=${this.room} .view=${this.view}></room-spare-card>
			<room-plan-ask .room=${this.room} .view=${this.view}></room-plan-ask>
			<room-come .room=${this.room} .view=${this.view}></room-come>
			<room-offers .room=${this.room} .view=${this.view}></room-offers>
			${this.#again(home.again ?? [])} ${home.late.length > 0 ? this.#part("late", home.late) : nothing} ${this.#part("hellos", home.hellos)} ${this.#answer(home)} ${this.#part("rest", home.rest)}
			<room-own-offer .room=${this.room} .view=${this.view}></room-own-offer>
			${this.#seat()}
			<room-earlier .room=${this.room} .view=${this.view}></room-earlier>
		</section>`;
	}

	#standing() {
		const { me, config } = this.view;
		if (me === null || config === null) return nothing;
		const { programme, today } = config;
		const until = me.standsBehindUntil;
		if (until === null || until < today)
			return html`<p class="note">${say("seat.stands-not", { programme })}</p>`;
		if (until - today > soon) return nothing;
		return html`<p class="note">${say("seat.stands-soon", { programme, day: dayWords(until) })}</p>`;
	}

	/** A link was brought once more after it had been used. */
	#usedAgain() {
		if (!(this.view.invites ?? []).some(({ again }) => again)) return nothing;
		return html`<div class="note">
			<p>${say("links.again-home")}</p>
			<button class="link" type="button" @click=${() => this.go({ screen: "invites" })}>${say("links.again-look")}</button>
		</div>`;
	}

	/** Those who have not met the new lock yet. @param {readonly Relationship[]} people */
	#again(people) {
		if (people.length === 0) return nothing;
		return html`<section class="part">
			<h2>${say("again.title")}</h2>
			<p class="soft">${say("again.lead", { contact: this.view.config?.contact.name ?? "" })}</p>
			<room-own-four .room=${this.room} .view=${this.view}></room-own-four>
			<ul class="plain">${people.map((one) => this.#one(one))}</ul>
		</section>`;
	}

	/** @param {{late: readonly Relationship[], waiting: readonly Relationship[]}} home who waits too long stands above: then nobody is told to rest */
	#answer({ late, waiting }) {
		return late.length > 0 && waiting.length === 0 ? nothing : this.#part("answer", waiting);
	}

	/**
	 * @param {"late" | "hellos" | "answer" | "rest"} part
	 * @param {readonly Relationship[]} people
	 */
	#part(part, people) {
		return html`<section class="part">
			<h2>${say(`seat.${part}`)}</h2>
			${part === "late" ? html`<p class="soft">${say("seat.late-lead")}</p>` : nothing}
			${people.length === 0 ? html`<p class="soft">${say(`seat.${part}-none`)}</p>` : nothing}
			<ul class="plain">${repeat(
				people,
				// A row that moves while it is pressed stays that person's row: nobody opens another talk.
				({ id }) => id,
				(one) => this.#one(one),
			)}</ul>
		</section>`;
	}

	/** @param {Relationship} one */
	#one(one) {
		const asked = one.state === "asked";
		const name = ownName(one, say("see.someone"));
		const place = asked ? { screen: "hello-in", id: one.id } : { screen: "talk", id: one.conv ?? "" };
		return html`<li>
			<button class="card person-head tap" type="button" @click=${() => this.go(place)}>
				${face(name)}
				<span>
					<strong class=${asked ? "" : "theirs"}>${asked ? say("seat.hello-from", { name }) : name}</strong>
					${asked ? html`<span class="soft small">${say("seat.asked", { day: dayWords(one.askedOn) })}</span>` : this.#last(one)}
				</span>
				${one.newLines > 0 ? html`<span class="pill push">${sayCount("seat.unread", one.newLines)}</span>` : nothing}
			</button>
			${one.note === "" ? nothing : html`<p class="small own-note own-words">${one.note}</p>`}
		</li>`;
	}

	/** @param {Relationship} one */
	#last(one) {
		if (one.state === "ended") return html`<span class="soft small">${say("seat.ended")}</span>`;
		if (one.state === "paused") return html`<span class="soft small">${say("rest.short")}</span>`;
		return html`<span class="soft small theirs">${one.last ? shortOf(one.last) : ""}</span>`;
	}

	#seat() {
		const { me } = this.view;
		const paused = me?.seat?.paused === true;
		return html`<section class="part">
			<h2>${say("seat.pause")}</h2>
			<p>${say(paused ? "seat.paused" : "seat.open-to")}</p>
			<div class="row">
				<button class="button quiet" type="button" ?disabled=${this.busy} @click=${this.#turn}>
					${say(paused ? "seat.unpause-do" : "seat.pause-do")}
				</button>
				<button class="link" type="button" @click=${() => this.go({ screen: "invites" })}>${say("links.title")}</button>
				<button class="link" type="button" @click=${() => this.go({ screen: "times" })}>${say("times.open")}</button>
				<button class="link" type="button" @click=${() => this.go({ screen: "hours" })}>${say("times.hours")}</button>
				<button class="link" type="button" @click=${() => this.go({ screen: "listening" })}>${say("listening.open")}</button>
				<button class="link" type="button" @click=${() => this.go({ screen: "seat" })}>${say("seat.cap")}</button>
				<button class="link" type="button" @click=${() => this.go({ screen: "debrief" })}>${say("debrief.open")}</button>
				<button class="link" type="button" @click=${() => this.go({ screen: "profile" })}>${say("seat.edit")}</button>
				<button class="link" type="button" @click=${() => this.go({ screen: "reach" })}>${say("seat.notes")}</button>
				<button class="link" type="button" @click=${() => this.go({ screen: "practice" })}>${say("practice.title")}</button>
				<button class="link" type="button" @click=${() => this.go({ screen: "stories" })}>${say("stories.open")}</button>
				<button class="link" type="button" @click=${() => this.go({ screen: "library" })}>${say("library.open")}</button>
				${me?.roles.includes(3) ? html`<button class="link" type="button" @click=${() => this.go({ screen: "told" })}>${say("support.title")}</button>` : nothing}
				${circlesDoor(this, "link")}
			</div>
			${this.troubleNote()}
		</section>`;
	}

	#turn = async () => {
		const seat = this.view.me?.seat ?? { paused: false, cap: 12 };
		const done = await this.attempt(() => this.room.setSeat({ ...seat, paused: !seat.paused }));
		if (done) this.tell(say(seat.paused ? "seat.open-to" : "seat.paused"));
	};
}

customElements.define("room-home", RoomHome);
