/** The talk of a circle: first its agreement and a name of one's own, then what is said, the meeting and the round. */
import { html, nothing } from "../vendor/lit.js";
import { freshName } from "../talk/form-id.js";
import { asCalendar } from "../talk/times.js";
import { say, sayCount } from "../words/index.js";
import "./circle-agreement.js";
import { helpBadge } from "./circle-helping.js";
import "./circle-kept-back.js";
import "./circle-log.js";
import "./circle-name.js";
import { CircleScreen } from "./circle-open.js";
import {
	calledIn,
	cannotWords,
	circleIn,
	meetingWords,
	peopleNow,
	personWords,
	roundRows,
	turnWords,
} from "./circle-words.js";
import "./circle-write.js";
import { handOut } from "./hand-out.js";
import { backward } from "./mark.js";

/** @typedef {import("../talk/circle-shape.d.ts").CircleNow} CircleNow */
/** @typedef {import("../talk/circle-shape.d.ts").Listed} Listed */

/** Why the line is not there, where that is said. @type {Map<string, string>} */
const lineNotes = new Map([
	["down", "talk.offline"],
	["crowded", "talk.crowded"],
]);

export class RoomCircleTalk extends CircleScreen {
	/** @override */
	render() {
		const id = this.place.id ?? "";
		const circle = circleIn(this.view.parts?.circles, id);
		const { now } = this;
		if (circle === null || now === null) return this.#coming();
		if (this.#asksAgreement(now))
			return this.#gate(
				html`<room-circle-agreement .room=${this.room} .view=${this.view} .place=${this.place} .isGate=${true}></room-circle-agreement>
					${this.#own(now)}`,
			);
		if (this.#asksName(now))
			return this.#gate(
				html`<room-circle-name .room=${this.room} .view=${this.view} .place=${this.place}></room-circle-name>`,
			);
		return this.#talk(circle, now);
	}

	/** Nobody reads on before they said yes to how people are with each other here; hosts word it first. @param {CircleNow} now */
	#asksAgreement(now) {
		return now.mustAccept || (now.agreement === null && now.iLead && isWhole(now));
	}

	/** What somebody said stays theirs to take back, whether or not they say yes to what was written since. @param {CircleNow} now */
	#own(now) {
		if (!now.mustAccept || !now.canWrite || now.lines.every(({ from }) => from !== "me")) return nothing;
		return html`<details class="part">
			<summary>${say("circle.own-words")}</summary>
			<p class="soft">${say("circle.own-why")}</p>
			<room-circle-log .room=${this.room} .view=${this.view} .place=${this.place} .now=${now} .isMine=${true}></room-circle-log>
		</details>`;
	}

	/** Hosts and specialists bear the name the programme stands behind. @param {CircleNow} now */
	#asksName(now) {
		const mine = now.people.find(({ isMe }) => isMe);
		return now.called === null && isWhole(now) && mine?.role === "client";
	}

	#coming() {
		return html`<section class="page">
			<h1 tabindex="-1" class="soft">${say("circles.loading")}</h1>
			${this.troubleNote()}
		</section>`;
	}

	/** @param {unknown} first what comes before one reads on */
	#gate(first) {
		return html`<div class="page">${first}</div>`;
	}

	/** @param {Listed} circle @param {CircleNow} now */
	#talk(circle, now) {
		const people = peopleNow(now);
		const id = this.place.id ?? "";
		return html`<div class="talk">
			<div class="who">
				<button class="round" type="button" aria-label=${say("circle.back")} @click=${() => this.go({ screen: "circle", id })}>${backward}</button>
				<div class="who-name">
					<h1 tabindex="-1" class="theirs">${circle.name}</h1>
					<p>${sayCount("circle.count", people.length)}</p>
				</div>
				<button class="wall plain-wall" type="button" @click=${() => this.go({ screen: "circle-more", id })}>${say("circle.more")}</button>
			</div>
			<room-circle-log .room=${this.room} .view=${this.view} .place=${this.place} .now=${now}></room-circle-log>
			<div class="foot">${this.#notes(now)} <room-circle-kept-back .room=${this.room} .view=${this.view} .now=${now}></room-circle-kept-back> ${now.canWrite ? html`<room-circle-write .room=${this.room} .view=${this.view} .name=${circle.name} .now=${now}></room-circle-write>` : nothing}</div>
			<aside class="beside" aria-label=${say("circle.people")}>
				<h2 class="minor">${say("circle.people")}</h2>
				<ul class="plain">${people.map((one) => html`<li class="theirs">${personWords(now, one)}${one.role === "host" ? html` <span class="small soft">${say("circle.host")}</span>` : nothing}${helpBadge(one)}</li>`)}</ul>
			</aside>
		</div>`;
	}

	/** @param {CircleNow} now */
	#notes(now) {
		const [meets, turn, whyNot] = [meetingWords(now, Date.now()), turnWords(now), cannotWords(now)];
		const line = lineNotes.get(this.view.line);
		return html`${this.troubleNote()} ${line === undefined ? nothing : html`<p class="line-note" role="status">${say(line)}</p>`}
			${whyNot === "" ? nothing : html`<p class="note" role="status">${whyNot}</p>`}
			${now.asksMe === null || whyNot !== "" ? nothing : this.#asked(now)}
			${whyNot !== "" || meets === "" ? nothing : html`<p class="line-note"><span>${meets}</span> ${this.#keepsTime(now)}</p>`}
			${whyNot !== "" || turn === "" ? nothing : this.#round(now, turn)}`;
	}

	/** The answer is given where it says what it means. @param {CircleNow} now */
	#asked(now) {
		const name = calledIn(now, now.asksMe);
		return html`<p class="line-note"><span class="theirs" role="status">${say("circle.helper-asks", { name })}</span>
			<button class="was" type="button" @click=${() => this.go({ screen: "circle-more", id: this.place.id ?? "" })}>${say("circle.helper-answer")}</button></p>`;
	}

	/** Once a time is set. @param {CircleNow} now */
	#keepsTime({ meeting }) {
		if (meeting?.step !== 1) return nothing;
		return html`<button class="was" type="button" title=${say("meet.calendar-why")} @click=${() => keepFree(meeting.at)}>${say("meet.calendar")}</button>`;
	}

	/** @param {CircleNow} now @param {string} turn */
	#round(now, turn) {
		return html`<div class="calm circle-round">
			<p role="status" class="theirs">${turn}</p>
			${now.round?.words ? html`<p class="words-of">${now.round.words}</p>` : nothing}
			<details>
				<summary>${say("circle.round")}</summary>
				<ol>${roundRows(now).map(({ name, how }) => html`<li class="theirs">${how === "later" ? name : say(`circle.round.${how}`, { name })}</li>`)}</ol>
			</details>
		</div>`;
	}
}

/** It says when, and nothing else: under a name made for this file alone, so that two calendars in one cloud do not tell who meets. @param {number} at */
function keepFree(at) {
	const [one, now] = [{ ref: freshName(), at: at / 1000, minutes: 60 }, Date.now() / 1000];
	const text = asCalendar(one, { summary: say("meet.calendar-name"), now });
	handOut(`${say("meet.file")}.ics`, new Blob([text], { type: "text/calendar" }));
}

/** All that was said is here: what is missing was not said. @param {CircleNow} now */
const isWhole = ({ canWrite, catching, older }) => canWrite && !catching && older === "none";

customElements.define("room-circle-talk", RoomCircleTalk);
