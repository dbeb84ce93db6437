/** A client's people: the last answer first, then whom they talk with, then those from before. */
import { html, nothing } from "../vendor/lit.js";
import { say, sayCount } from "../words/index.js";
import { circlesDoor } from "./circles-door.js";
import { dayWords } from "./days.js";
import "./earlier.js";
import { ownName } from "./own-name.js";
import { face } from "./person-card.js";
import { lookAgain } from "./reply.js";
import "./bad-door.js";
import "./choose.js";
import "./concern-news.js";
import "./library-news.js";
import "./plan-ask.js";
import { Screen } from "./screen.js";
import "./own-offer.js";
import "./rules-ask.js";
import "./spare-card.js";

/** @typedef {import("./seen.d.ts").Relationship} Relationship */

/** After silence, a change of mind or a no that has rested the same person is one tap away; those from before stand in their own list. */
const askedAgain = ["declined", "lapsed", "withdrawn"];
const over = ["declined", "lapsed", "withdrawn", "ended"];

export class RoomMine extends Screen {
	/** @override */
	render() {
		const all = this.view.relationships;
		const open = all.filter((one) => !over.includes(one.state));
		const newest = all[0];
		const answer = newest !== undefined && over.includes(newest.state) ? newest : null;
		return html`<section class="page">
			${answer === null ? this.#plain(all.length) : this.#answer(answer)}
			${this.view.step === "finding" ? this.#find(answer) : nothing} ${this.troubleNote()}
			<room-choosing-note .room=${this.room} .view=${this.view}></room-choosing-note>
			<room-concern-news .room=${this.room} .view=${this.view}></room-concern-news>
			<room-library-news .room=${this.room} .view=${this.view}></room-library-news>
			<room-plan-ask .room=${this.room} .view=${this.view}></room-plan-ask>
			<room-rules-ask .room=${this.room} .view=${this.view}></room-rules-ask>
			<room-spare-card .room=${this.room} .view=${this.view}></room-spare-card>
			${open.length > 0 ? html`<ul class="plain">${open.map((one) => this.#one(one))}</ul>` : nothing}
			${open.some(({ state }) => state === "active") ? html`<div class="row"><button class="link" type="button" @click=${() => this.go({ screen: "times" })}>${say("times.open")}</button></div>` : nothing}
			${this.#own()}
			<room-earlier .room=${this.room} .view=${this.view}></room-earlier>
			<room-own-offer .room=${this.room} .view=${this.view}></room-own-offer>
		</section>`;
	}

	/** What is theirs alone, and a bad day: one tap away. */
	#own() {
		return html`<div class="row">
			<room-bad-door .room=${this.room} .view=${this.view}></room-bad-door>
			<button class="button quiet" type="button" @click=${() => this.go({ screen: "path" })}>${say("path.open")}</button>
			<button class="button quiet" type="button" @click=${() => this.go({ screen: "library" })}>${say("library.open")}</button>
			${circlesDoor(this)}
		</div>`;
	}

	/** @param {number} count */
	#plain(count) {
		if (count > 0) return html`<h1 tabindex="-1">${say("home.people")}</h1>`;
		return html`<h1 tabindex="-1">${say("home.empty")}</h1>
			<p class="lead">${say("home.empty-lead")}</p>`;
	}

	/** @param {Relationship} one */
	#answer(one) {
		const params = { name: one.other.name ?? say("see.them"), programme: this.view.config?.programme ?? "" };
		return html`<h1 tabindex="-1">${say(`answer.${one.state}`, params)}</h1>
			<p class="lead">${say(`answer.${one.state}-lead`, params)}</p>
			${one.restsUntil === null ? nothing : html`<p>${say("answer.rests", { ...params, day: dayWords(one.restsUntil) })}</p>`}`;
	}

	/** @param {Relationship | null} answer */
	#find(answer) {
		const again = answer?.state === "declined" ? "answer.free" : "answer.other";
		const label = this.view.relationships.length > 0 ? again : "home.find";
		return html`<div class="row">
			<button class="button" type="button" ?disabled=${this.busy} @click=${() => this.#look(answer)}>${say(label)}</button>
			${answer?.mayAskAgain && askedAgain.includes(answer.state) ? this.#again(answer) : nothing}
			<button class="button quiet" type="button" @click=${this.#help}>${say("top.help")}</button>
		</div>`;
	}

	/** @param {Relationship} answer */
	#again({ other, called }) {
		const name = ownName({ other, called }, say("see.them"));
		return html`<button class="button quiet" type="button" @click=${() => this.go({ screen: "hello", id: other.accountId })}>
			${say("earlier.again", { name })}
		</button>`;
	}

	/** @param {Relationship | null} answer after a no, the people for the same wishes are one tap away */
	async #look(answer) {
		if (answer === null || answer.state === "ended") return this.go({ screen: "wishes" });
		if (await this.attempt(() => this.room.askSomeoneElse(answer.id))) this.go({ screen: "people" });
	}

	#help = () => this.dispatchEvent(new CustomEvent("help", { bubbles: true }));

	/** @param {Relationship} one */
	#one(one) {
		const name = ownName(one, say("see.them"));
		const asked = one.state === "asked";
		return html`<li class="card person-head">
			${face(name)}
			<div>
				<h2 class="theirs">${name}</h2>
				${asked ? html`<p class="soft">${say("waiting.asked-on", { day: dayWords(one.askedOn) })}</p>` : this.#newLines(one)}
				${this.#lookIn(one)}
			</div>
			<button class="button quiet push" type="button" @click=${() => this.#open(one)}>
				${say(asked ? "answer.look" : "answer.open", { name })}
			</button>
		</li>`;
	}

	/** @param {Relationship} one */
	#newLines(one) {
		if (one.newLines > 0) return html`<p class="soft">${sayCount("home.new", one.newLines)}</p>`;
		return html`<p class="soft theirs">${one.other.person?.line}</p>`;
	}

	/** @param {Relationship} one said to who wrote last, on their way out */
	#lookIn(one) {
		const again = one.mine === "client" && one.last?.from === "me" ? lookAgain(one.other.person?.reply) : "";
		return again === "" ? nothing : html`<p class="soft">${again}</p>`;
	}

	/** @param {Relationship} one */
	#open(one) {
		if (one.state === "asked") this.go({ screen: "waiting", id: one.id });
		else this.go({ screen: "talk", id: one.conv ?? "" });
	}
}

customElements.define("room-mine", RoomMine);
