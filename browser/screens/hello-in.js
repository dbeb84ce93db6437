/** A hello that came in: read it, then say yes or not this time. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";
import { promiseInFull } from "./promise.js";
import { knownWords } from "./known.js";
import { Screen } from "./screen.js";
import "./sure.js";

/** @typedef {import("./seen.d.ts").Relationship} Relationship */

export class RoomHelloIn extends Screen {
	/** @override */
	connectedCallback() {
		super.connectedCallback();
		const conv = this.#hello()?.conv;
		if (conv) this.quietly(() => this.room.look(conv));
	}

	/** @override */
	disconnectedCallback() {
		super.disconnectedCallback();
		const conv = this.#hello()?.conv;
		if (conv) this.quietly(() => this.room.lookAway(conv));
	}

	#hello() {
		return this.view.relationships.find((one) => one.id === this.place.id) ?? null;
	}

	/** @override */
	render() {
		const hello = this.#hello();
		if (hello === null)
			return html`<section class="page"><h1 tabindex="-1">${say("trouble.not-found")}</h1></section>`;
		const name = hello.other.name ?? say("see.someone");
		return html`<section class="page two">
			<h1 class="across" tabindex="-1">${say("seat.hello-from", { name })}</h1>
			<div class="stack">
				<p class="small soft">${say("seat.asked", { day: dayWords(hello.askedOn) })}</p>
				${this.#words(hello)} ${this.troubleNote({ name })}
				${hello.state === "asked" ? this.#answers(hello, name) : nothing}
			</div>
			${this.#promise(hello)}
		</section>`;
	}

	/** @param {Relationship} hello */
	#words(hello) {
		const line = hello.conv === null ? undefined : this.room.conversation(hello.conv)?.lines[0];
		const text = line?.text ?? hello.last?.text;
		if (line?.kind === "unopened") return html`<p class="note">${say("seat.locked-hello")}</p>`;
		if (text === undefined) return html`<p class="soft" role="status">${say("plain.starting")}</p>`;
		return html`<blockquote class="card own-words">${text}</blockquote>`;
	}

	/**
	 * @param {Relationship} hello
	 * @param {string} name
	 */
	#answers(hello, name) {
		const programme = this.view.config?.programme ?? "";
		const known = knownWords(hello, name);
		return html`${known === "" ? nothing : html`<p class=${hello.met?.is === "other" ? "note" : "calm"}>${known}</p>`}
			<p class="soft">${say("seat.accept-why")}</p>
			<div class="row">
				<button class="button" type="button" ?disabled=${this.busy || hello.promise === null} @click=${() => this.#accept(hello)}>
					${say("seat.accept", { name })}
				</button>
			</div>
			<room-sure
				.label=${say("seat.decline")}
				.question=${say("seat.decline-sure", { programme })}
				.yes=${say("seat.decline-yes")}
				@yes=${() => this.#decline(hello)}
			></room-sure>
			${this.#wrong(hello, name)}`;
	}

	/** A hello can hurt: who reads it can keep its writer away, and show it to somebody. @param {Relationship} hello @param {string} name */
	#wrong({ id, conv }, name) {
		const line = this.room.conversation(conv ?? "")?.lines[0]?.id;
		const concern = { screen: "concern", id: conv ?? "", ...(line === undefined ? {} : { line }) };
		return html`<room-sure
				.label=${say("more.block", { name })}
				.question=${say("more.block-sure", { name })}
				.yes=${say("more.block-yes")}
				@yes=${() => this.#block(id)}
			></room-sure>
			<div class="row"><button class="link" type="button" @click=${() => this.go(concern)}>${say("concern.open")}</button></div>`;
	}

	/** @param {Relationship} hello */
	#promise(hello) {
		if (hello.promise === null)
			return html`<p class="wrong" role="alert">${say("trouble.promise-unknown")}</p>`;
		return html`<section class="card promise-card">
			<h2>${say("hello.promise")}</h2>
			${promiseInFull(hello.promise)}
		</section>`;
	}

	/** @param {Relationship} hello */
	async #accept(hello) {
		if (await this.attempt(() => this.room.accept(hello.id)))
			this.go({ screen: "talk", id: hello.conv ?? "" });
	}

	/** @param {string} id */
	async #block(id) {
		if (await this.attempt(() => this.room.block(id))) this.go({ screen: "home" });
	}

	/** @param {Relationship} hello */
	async #decline(hello) {
		if (await this.attempt(() => this.room.decline(hello.id))) this.stand();
	}
}

customElements.define("room-hello-in", RoomHelloIn);
