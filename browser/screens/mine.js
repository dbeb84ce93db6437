/** A client's people: the last answer first, then whom they talk with, then those from before. */
import { html, nothing } from "../vendor/lit.js";
import { say, sayCount } from "../words/index.js";
import { dayWords } from "./days.js";
import { face } from "./person-card.js";
import { Screen } from "./screen.js";
import "./own-offer.js";
import "./spare-card.js";

/** @typedef {import("./seen.d.ts").Relationship} Relationship */

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
			<room-spare-card .room=${this.room} .view=${this.view}></room-spare-card>
			${open.length > 0 ? html`<ul class="plain">${open.map((one) => this.#one(one))}</ul>` : nothing}
			${this.#before(all.filter((one) => one.state === "ended" && one.conv !== null))}
			${this.view.me?.spareSeen ? html`<room-own-offer .room=${this.room} .view=${this.view}></room-own-offer>` : nothing}
		</section>`;
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
			<p class="lead">${say(`answer.${one.state}-lead`, params)}</p>`;
	}

	/** @param {Relationship | null} answer */
	#find(answer) {
		const label = this.view.relationships.length > 0 ? "answer.other" : "home.find";
		return html`<div class="row">
			<button class="button" type="button" ?disabled=${this.busy} @click=${() => this.#look(answer)}>${say(label)}</button>
			<button class="button quiet" type="button" @click=${this.#help}>${say("top.help")}</button>
		</div>`;
	}

	/** @param {Relationship | null} answer after a no, the people for the same wishes are one tap away */
	async #look(answer) {
		if (answer === null || answer.state === "ended") return this.go({ screen: "wishes" });
		if (await this.attempt(() => this.room.askSomeoneElse(answer.id))) this.go({ screen: "people" });
	}

	#help = () => this.dispatchEvent(new CustomEvent("help", { bubbles: true }));

	/** @param {Relationship} one */
	#one(one) {
		const name = one.other.name ?? say("see.them");
		const asked = one.state === "asked";
		return html`<li class="card person-head">
			${face(name)}
			<div>
				<h2 class="theirs">${name}</h2>
				${asked ? html`<p class="soft">${say("waiting.asked-on", { day: dayWords(one.askedOn) })}</p>` : this.#newLines(one)}
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

	/** @param {Relationship} one */
	#open(one) {
		if (one.state === "asked") this.go({ screen: "waiting", id: one.id });
		else this.go({ screen: "talk", id: one.conv ?? "" });
	}

	/** @param {Relationship[]} ended */
	#before(ended) {
		if (ended.length === 0) return nothing;
		return html`<section class="part">
			<h2>${say("home.before")}</h2>
			<ul class="plain">
				${ended.map(
					(one) => html`<li>
						<button class="link" type="button" @click=${() => this.go({ screen: "talk", id: one.conv ?? "" })}>
							${say("home.read", { name: one.other.name ?? say("see.them") })}
						</button>
					</li>`,
				)}
			</ul>
		</section>`;
	}
}

customElements.define("room-mine", RoomMine);
