/** While the answer is not there yet: what happens, how to come back, whom else to ask. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";
import { knownWords } from "./known.js";
import { lookAgain, replyLine } from "./reply.js";
import { Screen } from "./screen.js";
import "./spare-card.js";
import "./sure.js";

/** @typedef {import("./seen.d.ts").Relationship} Relationship */

export class RoomWaiting extends Screen {
	/** @override */
	connectedCallback() {
		super.connectedCallback();
		const conv = this.#ask()?.conv;
		if (conv) this.quietly(() => this.room.look(conv));
	}

	#ask() {
		return this.view.relationships.find((one) => one.id === this.place.id) ?? null;
	}

	/** @override */
	render() {
		const ask = this.#ask();
		if (ask === null) return nothing;
		const name = ask.other.name ?? say("see.them");
		return html`<section class="page two">
			<h1 class="across" tabindex="-1">${say(ask.helloMissing ? "waiting.sending-title" : "waiting.title", { name })}</h1>
			<div class="stack">
				${ask.helloMissing ? this.#missing(ask) : nothing}
				<room-spare-card .room=${this.room} .view=${this.view}></room-spare-card>
				${this.#usually(ask, name)} ${this.#next(name)} ${this.#back()}
			</div>
			<div class="stack">${this.#from(ask, name)} ${this.#yours(ask)} ${this.#others(ask, name)}</div>
		</section>`;
	}

	/** @param {Relationship} ask */
	#missing(ask) {
		return html`<div class="calm stack">
			<p>${say("waiting.sending-lead")}</p>
			${this.troubleNote()}
			<div class="row">
				<button class="button" type="button" ?disabled=${this.busy} @click=${() => this.attempt(() => this.room.finishAsk(ask.id))}>
					${say("do.try-again")}
				</button>
			</div>
		</div>`;
	}

	/**
	 * @param {Relationship} ask
	 * @param {string} name
	 */
	#usually(ask, name) {
		if (ask.other.person === null) return nothing;
		return html`<section class="part">
			<h2>${say("waiting.usually", { name })}</h2>
			<p>${replyLine(ask.other.person.reply)}</p>
			<p><strong>${lookAgain(ask.other.person.reply)}</strong></p>
			<p class="soft">${say("waiting.usually-lead")}</p>
		</section>`;
	}

	/** @param {string} name */
	#next(name) {
		const programme = this.view.config?.programme ?? "";
		return html`<section class="part">
			<h2>${say("waiting.next")}</h2>
			<ol>
				${["1", "2", "3", "4"].map((one) => html`<li>${say(`waiting.next-${one}`, { name, programme })}</li>`)}
			</ol>
		</section>`;
	}

	#back() {
		return html`<section class="part">
			<h2>${say("waiting.back")}</h2>
			<p>${say("waiting.back-1", { name: this.view.me?.username ?? "" })}</p>
			<p>${say("waiting.back-2")}</p>
		</section>`;
	}

	/**
	 * @param {Relationship} ask
	 * @param {string} name
	 */
	#from(ask, name) {
		const lines = ask.other.person?.waiting ?? "";
		if (lines === "") return nothing;
		return html`<section class="calm stack">
			<h2>${say("waiting.from", { name })}</h2>
			<p class="own-words">${lines}</p>
		</section>`;
	}

	/** @param {Relationship} ask */
	#yours(ask) {
		const hello = ask.conv === null ? undefined : this.room.conversation(ask.conv)?.lines[0];
		if (!hello) return nothing;
		return html`<section class="part">
			<h2>${say("waiting.yours")}</h2>
			${knownWords(ask, ask.other.name ?? say("see.them")) === "" ? nothing : html`<p class="small">${knownWords(ask, ask.other.name ?? say("see.them"))}</p>`}
			<p class="own-words">${hello.text}</p>
			<p class="small soft">${say("waiting.asked-on", { day: dayWords(ask.askedOn) })}</p>
		</section>`;
	}

	/**
	 * @param {Relationship} ask
	 * @param {string} name
	 */
	#others(ask, name) {
		return html`<section class="part stack">
			<h2>${say("waiting.other")}</h2>
			${ask.mayAskSomeoneElse ? this.#other(ask) : html`<p class="soft">${this.#otherFrom(ask)}</p>`}
			<room-sure
				.label=${say("waiting.withdraw")}
				.question=${say("waiting.withdraw-sure", { name })}
				.yes=${say("waiting.withdraw-yes")}
				@yes=${() => this.#withdraw(ask)}
			></room-sure>
			${this.troubleNote({ name })}
		</section>`;
	}

	/** @param {Relationship} ask */
	#otherFrom(ask) {
		return say("waiting.other-when", { day: dayWords(ask.mayAskAgainOn ?? ask.askedOn + 2) });
	}

	/** @param {Relationship} ask */
	#other(ask) {
		return html`<p>${say("waiting.other-now")}</p>
			<div class="row">
				<button class="button quiet" type="button" ?disabled=${this.busy} @click=${() => this.#someoneElse(ask)}>
					${say("answer.other")}
				</button>
			</div>`;
	}

	/** @param {Relationship} ask */
	async #withdraw(ask) {
		if (await this.attempt(() => this.room.withdraw(ask.id))) this.stand();
	}

	/** @param {Relationship} ask */
	async #someoneElse(ask) {
		if (await this.attempt(() => this.room.askSomeoneElse(ask.id))) this.go({ screen: "people" });
	}
}

customElements.define("room-waiting", RoomWaiting);
