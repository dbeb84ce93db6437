/** The lines two people add to their promise: mine to write, theirs to say yes to. Nobody else reads them. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { isShared, namesNow } from "./company.js";
import { Screen } from "./screen.js";

/** @typedef {import("./seen.d.ts").Conversation} Conversation */
/** @typedef {import("../crypto/ours.js").OwnLine} OwnLine */
/** @typedef {import("../crypto/ours.js").Standing} Standing */

const topics = [1, 2, 3, 4, 5];
const longest = 280;

export class RoomOwnLines extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		conversation: { attribute: false },
		sent: { state: true },
	};

	constructor() {
		super();
		/** @type {Conversation} */
		this.conversation = /** @type {never} */ (undefined);
		this.sent = false;
	}

	/** @override */
	render() {
		const { ours, name, older, conv } = this.conversation;
		const who = name ?? say("see.them");
		return html`<section class="part stack" aria-labelledby="own-lines">
			<h2 id="own-lines">${say("ours.title")}</h2>
			<p class="soft">${this.#why(who)}</p>
			${this.#theirs(ours.them, who)} ${this.#mine(ours.me, who)}
			<p class="noprint"><button class="link small" type="button" @click=${() => this.go({ screen: "see", id: conv })}>${say("see.open")}</button></p>
			${older === "more" ? this.#further(conv) : nothing} ${this.troubleNote({ name: who })}
		</section>`;
	}

	/** Who reads them. @param {string} name */
	#why(name) {
		if (!isShared(this.conversation)) return say("ours.why", { name });
		return say("ours.why-all", { names: namesNow(this.conversation) });
	}

	/** @param {Standing | null} them @param {string} name */
	#theirs(them, name) {
		if (them === null || them.lines.length + them.agreed.length === 0)
			return html`<p>${say("ours.none", { name })}</p>`;
		const yes = html`<div class="row noprint">
			<button class="button" type="button" ?disabled=${this.busy || !this.conversation.canWrite} @click=${() => this.#yes(them)}>
				${say("ours.yes")}
			</button>
		</div>`;
		return html`<h3>${say("ours.theirs", { name })}</h3>
			${listed(them.lines)}
			${them.isAgreed ? html`<p class="small soft">${say("ours.agreed")}</p>` : yes}
			${them.isAgreed || them.agreed.length === 0 ? nothing : html`<p class="small">${say("ours.until")}</p>${listed(them.agreed)}`}`;
	}

	/** @param {Standing | null} me @param {string} name */
	#mine(me, name) {
		const lines = me?.lines ?? [];
		return html`<h3>${say("ours.mine")}</h3>
			${lines.length === 0 ? nothing : html`<p class="small soft">${say(me?.isAgreed ? "ours.they-agreed" : "ours.they-wait", { name })}</p>`}
			${this.sent ? html`<p role="status">${say("ours.sent")}</p>` : nothing}
			${this.conversation.canWrite ? this.#form(lines) : listed(lines)}`;
	}

	/** @param {readonly OwnLine[]} lines */
	#form(lines) {
		return html`<form autocomplete="off" class="stack" @submit=${this.#submit}>
			${topics.map((topic) => this.#field(topic, lines))}
			<div class="row noprint"><button class="button quiet" ?disabled=${this.busy}>${say("ours.save")}</button></div>
		</form>`;
	}

	/** @param {number} topic @param {readonly OwnLine[]} lines */
	#field(topic, lines) {
		const id = `ours-${topic}`;
		const said = lines.filter(({ k }) => k === topic).map(({ b }) => b);
		return html`<div class="field">
			<label for=${id}>${say(`ours.topic-${topic}`)}</label>
			<input id=${id} name=${id} maxlength=${longest} autocomplete="off" .value=${said.join(" ").slice(0, longest)} />
		</div>`;
	}

	/** @param {string} conv */
	#further(conv) {
		return html`<p class="small soft noprint">
			${say("ours.further-why")}
			<button class="link" type="button" @click=${() => this.attempt(() => this.room.older(conv))}>${say("ours.further")}</button>
		</p>`;
	}

	/** @param {Event} event */
	async #submit(event) {
		event.preventDefault();
		const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
		const lines = topics
			.map((k) => ({ b: String(form.get(`ours-${k}`) ?? "").trim(), k }))
			.filter(({ b }) => b !== "");
		this.sent = await this.attempt(() => this.room.promising("write", this.conversation.conv, lines));
	}

	/** @param {Standing} them */
	#yes(them) {
		return this.attempt(() => this.room.promising("yes", this.conversation.conv, them.id));
	}
}

/** @param {readonly OwnLine[]} lines */
function listed(lines) {
	return html`<ul>
		${lines.map(({ b, k }) => html`<li><p class="small soft">${say(`ours.topic-${k}`)}</p><p class="theirs">${b}</p></li>`)}
	</ul>`;
}

customElements.define("room-own-lines", RoomOwnLines);
