/** Today is a bad day: one's own plan first, help beside it, and only then whether the other should know. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { HardDay } from "./hard-day.js";
import { callList } from "./help.js";
import { ownName } from "./own-name.js";

/** What does one good, whom one can reach, where one can go; the signs are known by then. */
const order = [5, 2, 4, 3, 1];
const wishes = [1, 2, 3];
const longestWords = 500;

export class RoomBadDay extends HardDay {
	/** @override */
	render() {
		return html`<section class="page">
			<h1 tabindex="-1">${say("bad.title")}</h1>
			<p class="lead">${say("bad.lead")}</p>
			${this.talks.every(({ conv }) => this.#said(conv ?? "") === null) ? html`<p class="soft">${say("unsafe.nobody")}</p>` : nothing}
			${this.#plan()} ${this.#help()} ${this.talks.map((one) => this.#tell(one))} ${this.troubleNote()}
			<div class="row">
				<button class="button" type="button" @click=${() => this.go({ screen: "not-safe" })}>${say("unsafe.door")}</button>
				<button class="button quiet" type="button" @click=${this.#over}>${say("bad.over")}</button>
			</div>
		</section>`;
	}

	#plan() {
		const { plan = [], isPlanHere = false } = this.view.parts?.path ?? {};
		if (plan.length === 0)
			return isPlanHere ? this.#noPlan() : html`<p class="note" role="status">${say("bad.not-here")}</p>`;
		return html`<section class="card bad-plan">
			<h2>${say("bad.plan")}</h2>
			${order.map((part) => this.#part(part, plan))}
			<div class="row">
				<button class="link" type="button" @click=${() => this.go({ screen: "bad-plan" })}>${say("bad.change")}</button>
			</div>
		</section>`;
	}

	#noPlan() {
		return html`<section class="part stack">
			<p class="soft">${say("bad.no-plan")}</p>
			<div class="row">
				<button class="link" type="button" @click=${() => this.go({ screen: "bad-plan" })}>${say("bad.make")}</button>
			</div>
		</section>`;
	}

	/** @param {number} part @param {readonly any[]} plan */
	#part(part, plan) {
		const rows = plan.filter(({ k }) => k === part);
		if (rows.length === 0) return nothing;
		return html`<div>
			<h3>${say(`plan-bad.part.${part}`)}</h3>
			<ul>${rows.map(({ b, n }) => html`<li class="theirs">${b} ${n === "" ? nothing : html`<a class="link" href=${`tel:${n.replace(/[^+0-9*#]/g, "")}`}>${say("bad.call", { number: n })}</a>`}</li>`)}</ul>
		</div>`;
	}

	#help() {
		return html`<section class="part stack" aria-labelledby="bad-help">
			<h2 id="bad-help">${say("bad.help")}</h2>
			${callList(this.view, 2)}
			<div class="row">
				<button class="button" type="button" @click=${() => this.dispatchEvent(new CustomEvent("help", { bubbles: true }))}>${say("bad.help-all")}</button>
			</div>
		</section>`;
	}

	/** @param {import("./seen.d.ts").Relationship} one */
	#tell(one) {
		const conv = one.conv ?? "";
		const name = ownName(one, say("see.them"));
		const said = this.#said(conv);
		return html`<section class="part stack">
			<h2>${say("bad.tell", { name })}</h2>
			${said === null ? this.#form(conv, name) : this.#told(conv, name, said)}
			<p class="small soft">${say("bad.not-emergency", { name })}</p>
		</section>`;
	}

	/** My own line of today, on its way or there. @param {string} conv */
	#said(conv) {
		const talks = /** @type {{conv: string, told: string | null}[]} */ (this.view.parts?.path?.talks ?? []);
		const told = talks.find((one) => one.conv === conv)?.told ?? null;
		return this.room.conversation(conv)?.lines.find(({ id }) => id === told) ?? null;
	}

	/** @param {string} conv @param {string} name */
	#form(conv, name) {
		return html`<p>${say("bad.tell-lead")}</p>
			<form class="stack" autocomplete="off" @submit=${(/** @type {SubmitEvent} */ event) => this.#send(event, conv)}>
				<fieldset class="stack">
					<legend class="unseen">${say("bad.tell", { name })}</legend>
					${wishes.map(
						(wish) => html`<label class="choice" for=${`wish-${conv}-${wish}`}>
							<input id=${`wish-${conv}-${wish}`} type="radio" autocomplete="off" name="wish" value=${wish} ?checked=${wish === 1} />
							<span>${say(`bad.wish.${wish}`)}</span>
						</label>`,
					)}
				</fieldset>
				<div class="field">
					<label for=${`bad-words-${conv}`}>${say("bad.words")}</label>
					<textarea id=${`bad-words-${conv}`} rows="2" maxlength=${longestWords}></textarea>
				</div>
				<div class="row">
					<button class="button" type="submit" ?disabled=${this.busy}>${say("bad.send", { name })}</button>
				</div>
			</form>`;
	}

	/** @param {string} conv @param {string} name @param {import("./seen.d.ts").Line} line */
	#told(conv, name, { id, state, card }) {
		const wish = say(`bad.wish.${card?.wish ?? 1}`);
		return html`<p role="status">${say(state === "stored" ? "bad.sent" : "bad.waits", { name, wish })}</p>
			<div class="row">
				<button class="button quiet" type="button" ?disabled=${this.busy} @click=${() => this.#undo(conv, id)}>${say("bad.undo")}</button>
			</div>`;
	}

	/** @param {SubmitEvent} event @param {string} conv */
	#send = async (event, conv) => {
		event.preventDefault();
		const form = /** @type {HTMLFormElement} */ (event.currentTarget);
		const wish = Number(new FormData(form).get("wish") ?? 1);
		const words = /** @type {HTMLTextAreaElement} */ (form.querySelector("textarea")).value;
		if (await this.attempt(() => this.room.doing("path", "tell", conv, wish, words)))
			this.tell(say("bad.note-saved"));
	};

	/** @param {string} conv @param {string} id */
	async #undo(conv, id) {
		if (await this.attempt(() => this.room.doing("path", "undo", conv, id))) this.tell(say("bad.undone"));
	}

	#over = async () => {
		await this.quietly(() => this.room.reading("path", "over"));
		this.stand();
	};
}

customElements.define("room-bad-day", RoomBadDay);
