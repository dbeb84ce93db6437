/** "I am not safe": numbers first, one's own plan second, and whoever walks with me third, each by a press. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { HardDay } from "./hard-day.js";
import { callList } from "./help.js";
import { onCallPart } from "./on-call.js";
import { ownName } from "./own-name.js";

/** Whom one can reach, what does one good, where one can go; the signs are known by then. */
const order = [4, 2, 5, 3];
const first = 3;

export class RoomNotSafe extends HardDay {
	/** @override */
	firstUpdated() {
		super.firstUpdated();
		// It was fetched from where people are: who comes here asks the house for nothing.
		if (this.view.parts?.onCall) return;
		this.quietly(() => this.room.reading("onCall", "fetch", this.room.language));
	}

	/** @override */
	render() {
		return html`<section class="page">
			<h1 tabindex="-1">${say("unsafe.title")}</h1>
			<p class="lead">${say("unsafe.lead")}</p>
			${this.talks.every(({ conv }) => this.#said(conv ?? "") === null) ? html`<p class="soft">${say("unsafe.nobody")}</p>` : nothing}
			${this.#numbers()} ${this.#plan()} ${this.#onCall()} ${this.talks.map((one) => this.#tell(one))} ${this.troubleNote()}
			<div class="row">
				<button class="button quiet" type="button" @click=${() => this.stand()}>${say("unsafe.back")}</button>
			</div>
		</section>`;
	}

	#numbers() {
		return html`<section class="part stack" aria-labelledby="unsafe-numbers">
			<h2 id="unsafe-numbers">${say("unsafe.numbers")}</h2>
			${callList(this.view, first)}
			<div class="row">
				<button class="button quiet" type="button" @click=${() => this.dispatchEvent(new CustomEvent("help", { bubbles: true }))}>${say("bad.help-all")}</button>
			</div>
		</section>`;
	}

	#plan() {
		const { plan = [] } = this.view.parts?.path ?? {};
		const rows = order.flatMap((part) => plan.filter((/** @type {any} */ { k }) => k === part));
		if (rows.length === 0) return nothing;
		return html`<section class="card bad-plan" aria-labelledby="unsafe-plan">
			<h2 id="unsafe-plan">${say("bad.plan")}</h2>
			<ul>${rows.map(({ b, n }) => html`<li class="theirs">${b} ${n === "" ? nothing : html`<a class="link" href=${`tel:${n.replace(/[^+0-9*#]/g, "")}`}>${say("bad.call", { number: n })}</a>`}</li>`)}</ul>
		</section>`;
	}

	#onCall() {
		return onCallPart(this.view.parts?.onCall, {
			programme: this.view.config?.programme ?? "",
			knows: (accountId) => this.talks.some(({ other }) => other.accountId === accountId),
			write: ({ accountId }) => this.#write(accountId),
		});
	}

	/** A hello, with the promise above it, as to anybody one does not know yet; the words stand there. @param {string} accountId */
	#write(accountId) {
		if (this.room.draftOf(accountId) === "") this.room.draft(accountId, say("unsafe.line"));
		this.go({ screen: "hello", id: accountId });
	}

	/** @param {import("./seen.d.ts").Relationship} one */
	#tell(one) {
		const conv = one.conv ?? "";
		const name = ownName(one, say("see.them"));
		const said = this.#said(conv);
		return html`<section class="part stack" aria-labelledby=${`unsafe-${conv}`}>
			<h2 id=${`unsafe-${conv}`}>${say("bad.tell", { name })}</h2>
			<p>${say("unsafe.not-at-once", { name })}</p>
			${said === null ? this.#press(conv, name) : this.#told(conv, name, said)}
		</section>`;
	}

	/** My own line of today, on its way or there. @param {string} conv */
	#said(conv) {
		const talks = /** @type {{conv: string, unsafe: string | null}[]} */ (this.view.parts?.path?.talks ?? []);
		const told = talks.find((one) => one.conv === conv)?.unsafe ?? null;
		return this.room.conversation(conv)?.lines.find(({ id }) => id === told) ?? null;
	}

	/** The line stands there word by word before it leaves. @param {string} conv @param {string} name */
	#press(conv, name) {
		return html`<p>${say("unsafe.goes", { name })}</p>
			<p class="words-of">${say("unsafe.line")}</p>
			<div class="row">
				<button class="button" type="button" ?disabled=${this.busy} @click=${() => this.#send(conv)}>${say("bad.send", { name })}</button>
			</div>`;
	}

	/** @param {string} conv @param {string} name @param {import("./seen.d.ts").Line} line */
	#told(conv, name, { id, state }) {
		const isThere = state === "stored";
		return html`<p role="status">${say(isThere ? "unsafe.sent" : "unsafe.waits", { name })}</p>
			<div class="row">
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "talk", id: conv })}>${say("unsafe.to-talk", { name })}</button>
				${isThere ? html`<button class="link" type="button" ?disabled=${this.busy} @click=${() => this.#send(conv)}>${say("unsafe.again", { name })}</button>` : nothing}
				<button class="link" type="button" ?disabled=${this.busy} @click=${() => this.#undo(conv, id)}>${say("bad.undo")}</button>
			</div>`;
	}

	/** @param {string} conv */
	#send = (conv) => this.attempt(() => this.room.doing("path", "notSafe", conv, say("unsafe.line")));

	/** @param {string} conv @param {string} id */
	async #undo(conv, id) {
		if (await this.attempt(() => this.room.doing("path", "undo", conv, id))) this.tell(say("bad.undone"));
	}
}

customElements.define("room-not-safe", RoomNotSafe);
