/** One thing that did not sit right, whole: what was said, what came back, and what either may do now. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { writerOf } from "./company.js";
import { dayWords } from "./days.js";
import { HeldForm } from "./held.js";
import { shortOf } from "./line-words.js";
import { helpToBegin } from "./mend-help.js";
import { A_LINE, HOWS, rowOf, standsNow } from "./mend-words.js";
import { notEmergency } from "./not-emergency.js";
import { Screen } from "./screen.js";

/** @typedef {import("../crypto/mend.js").Mend} Mend */
/** @typedef {import("./seen.d.ts").Conversation} Conversation */

const dayLength = 86_400_000;
const longestWords = 8_000;

export class RoomMendOne extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		conversation: { attribute: false },
		mend: { attribute: false },
		done: { state: true },
	};

	constructor() {
		super();
		/** @type {Conversation} */
		this.conversation = /** @type {never} */ (undefined);
		/** @type {Mend} */
		this.mend = /** @type {never} */ (undefined);
		/** what was done just now, to be said */
		this.done = "";
		/** @type {HeldForm | null} */
		this.held = null;
	}

	/** @override */
	updated() {
		this.held ??= new HeldForm(this.room, "mend", this.mend.of);
		this.held.stands(this.querySelector("form"), () => this.updateComplete);
	}

	/** @override */
	render() {
		const { mend, conversation } = this;
		const other = conversation.name ?? say("see.them");
		const name = mend.from === "me" ? other : writerOf(conversation, mend.by, other);
		const row = rowOf(mend, this.view.parts?.mending?.[conversation.conv]);
		return html`<section class="card stack">
			<p class="soft theirs">${this.#head("said", mend, name)}</p>
			${this.#about(mend)}
			<blockquote class="words-of">${mend.text}</blockquote>
			${mend.replies.map((one) => this.#reply(one, other))}
			<p role="status"><strong>${standsNow(mend, row, name)}</strong></p>
			${mend.closed?.text ? html`<blockquote class="words-of">${mend.closed.text}</blockquote>` : nothing}
			${this.#desk(row, name)}
			${this.done === "" ? nothing : html`<p class="soft" role="status">${say(this.done)}</p>`}
			${mend.closed === null ? this.#next(name) : nothing} ${this.troubleNote({ name })}
		</section>`;
	}

	/** @param {"said" | "replied"} what @param {{from: string, ts: number}} step @param {string} name */
	#head(what, { from, ts }, name) {
		const day = dayWords(Math.floor(ts / dayLength));
		return from === "me" ? say(`mend.you-${what}`, { day }) : say(`mend.they-${what}`, { name, day });
	}

	/** @param {Mend} mend */
	#about({ about, re }) {
		if (about !== A_LINE) return html`<p class="small soft">${say(`mend.about-${about}-said`)}</p>`;
		const line = this.conversation.lines.find(({ msg }) => msg !== null && msg === re);
		if (line === undefined) return html`<p class="small soft">${say("mend.about-line-far")}</p>`;
		return html`<p class="small soft">${say("mend.about-line")} <q class="theirs">${shortOf(line)}</q></p>`;
	}

	/** @param {Mend["replies"][number]} reply @param {string} other */
	#reply(reply, other) {
		const name = writerOf(this.conversation, reply.by, other);
		return html`<p class="soft theirs">${this.#head("replied", reply, name)}</p>
			<blockquote class="words-of">${reply.text}</blockquote>`;
	}

	/** @param {string} name */
	#next(name) {
		if (!this.conversation.canWrite) return nothing;
		return this.mend.from === "me" ? html`${this.#closing()} ${this.#ways(name)}` : this.#replying(name);
	}

	/** @param {string} name */
	#replying(name) {
		const box = `mend-reply-${this.mend.n}`;
		const form = html`<form class="stack" autocomplete="off" @submit=${this.#send} @input=${this.#typed}>
			<input autocomplete="off" type="hidden" name="before" value="" />
			<div class="field">
				<label for=${box}>${say("mend.reply", { name })}</label>
				<p class="hint" id="${box}-hint">${say("mend.reply-hint")}</p>
				<textarea id=${box} name="text" rows="4" required maxlength=${longestWords} aria-describedby="${box}-hint"></textarea>
				${notEmergency()}
			</div>
			${helpToBegin("reply", box)}
			<div class="row"><button class="button" type="submit" ?disabled=${this.busy}>${say("mend.reply-do")}</button></div>
		</form>`;
		if (this.mend.replies.length === 0) return form;
		return html`<details class="aside"><summary>${say("mend.reply-more")}</summary>${form}</details>`;
	}

	/** Whether the team may know of a late reply: as the house has it, and changed by a press. @param {import("./mend-words.js").Row | null} row @param {string} name */
	#desk(row, name) {
		const { mend, conversation } = this;
		const isClients = mend.from === "me" && conversation.relationship.mine === "client";
		if (!isClients || row === null || row.tellsDesk === null || row.answered || mend.closed !== null)
			return nothing;
		const stands = row.tellsDesk ? "on" : "off";
		return html`<div>
			<p class="small soft">${say(`mend.desk-${stands}`, { name })}</p>
			<button class="link small" type="button" ?disabled=${this.busy} @click=${() => this.#wish(!row.tellsDesk)}>${say(`mend.desk-${stands}-do`)}</button>
		</div>`;
	}

	/** @param {boolean} tellsDesk */
	async #wish(tellsDesk) {
		const given = { conv: this.conversation.conv, of: this.mend.of, tellsDesk };
		if (!(await this.attempt(() => this.room.doing("mending", "wish", given)))) return;
		const name = this.conversation.name ?? say("see.them");
		this.tell(say(`mend.desk-${tellsDesk ? "on" : "off"}`, { name }));
	}

	#closing() {
		const box = `mend-close-${this.mend.n}`;
		return html`<details class="aside">
			<summary>${say("mend.close")}</summary>
			<form class="stack" autocomplete="off" @submit=${this.#close} @input=${this.held?.typed}>
				<p class="small soft">${say("mend.close-why")}</p>
				<fieldset class="stack">
					<legend>${say("mend.how")}</legend>
					${HOWS.map((how) => html`<label class="row"><input autocomplete="off" type="radio" name="how" value=${how} required /><span>${say(`mend.how-${how}`)}</span></label>`)}
				</fieldset>
				<div class="field">
					<label for=${box}>${say("mend.close-words")}</label>
					<textarea id=${box} name="text" rows="2" maxlength=${longestWords}></textarea>
				</div>
				<div class="row"><button class="button" type="submit" ?disabled=${this.busy}>${say("mend.close-do")}</button></div>
			</form>
		</details>`;
	}

	/** Only what there is. @param {string} name */
	#ways(name) {
		const isClient = this.conversation.relationship.mine === "client";
		return html`<details class="aside">
			<summary>${say("mend.ways")}</summary>
			<ul class="plain ways">
				${this.#way("talk", "mend.way-talk", name)} ${isClient ? this.#way("hand", "mend.way-hand", name) : nothing}
				${isClient ? this.#way("tell", "mend.way-tell", name) : nothing} ${this.#way("wrong", "mend.way-wrong", name)}
			</ul>
		</details>`;
	}

	/** @param {string} screen @param {string} words @param {string} name */
	#way(screen, words, name) {
		const id = this.conversation.conv;
		return html`<li><button class="link" type="button" @click=${() => this.go({ screen, id })}>${say(words, { name })}</button></li>`;
	}

	get #mine() {
		return this.mend.replies.filter(({ from }) => from === "me").length;
	}

	/** What is begun knows how many replies stood before it, and keeps that over a lock. @param {HTMLFormElement} form */
	#begun(form) {
		const before = /** @type {HTMLInputElement} */ (form.elements.namedItem("before"));
		if (before.value === "") before.value = String(this.#mine);
		return before;
	}

	/** Once emptied it begins anew. @param {Event} event */
	#typed = async (event) => {
		const before = this.#begun(/** @type {HTMLFormElement} */ (event.currentTarget));
		if ((await this.held?.typed(event)) === false) before.value = "";
	};

	/** @param {SubmitEvent} event */
	#send = async (event) => {
		const before = this.#begun(/** @type {HTMLFormElement} */ (event.target));
		const said = (/** @type {FormData} */ fields) => ({
			text: String(fields.get("text") ?? ""),
			before: Number(before.value),
		});
		if (await this.#step(event, "reply", said)) before.value = "";
	};

	/** @param {SubmitEvent} event */
	#close = (event) =>
		this.#step(event, "close", (fields) => ({
			how: Number(fields.get("how")),
			text: String(fields.get("text") ?? ""),
		}));

	/** @param {SubmitEvent} event @param {"reply" | "close"} deed @param {(fields: FormData) => object} said */
	async #step(event, deed, said) {
		event.preventDefault();
		const form = /** @type {HTMLFormElement} */ (event.target);
		const { conv } = this.conversation;
		const given = { conv, of: this.mend.of, ...said(new FormData(form)) };
		// A reply that stands brings a new form: it is drawn before the deed is over, and nothing is to stand in it.
		await this.held?.done();
		if (!(await this.attempt(() => this.room.doing("mending", deed, given)))) {
			if (this.trouble?.code !== "closed-before") await this.held?.hold(form);
			return false;
		}
		form.reset();
		this.done = deed === "reply" ? "mend.reply-sent" : "mend.close-done";
		this.tell(say(this.done));
		return true;
	}
}

customElements.define("room-mend-one", RoomMendOne);
