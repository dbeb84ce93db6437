/** Coming in: a made-up name and five words, on one screen. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import "./five-words.js";
import { callList } from "./help.js";
import { lockAfter, usualLock } from "./lock-after.js";
import { workNote } from "./making.js";
import { orPrint } from "./paper.js";
import { Screen } from "./screen.js";
import "./slow.js";

export class RoomComeIn extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		minutes: { state: true },
		named: { state: true },
		counts: { state: true },
	};

	constructor() {
		super();
		this.minutes = usualLock;
		/** whether a printed slip says what it is for */
		this.named = false;
		/** whether it may be counted that a link brought somebody */
		this.counts = false;
	}

	/** @override */
	render() {
		if (this.trouble?.code === "link-spent") return this.#usedLink();
		if (!this.place.link && isOfNoUse(this.view.invite)) return this.#noInvite(this.view.invite.state);
		if (!this.place.link && this.view.config?.doorOpen === false) return this.#closed();
		return html`<section class="page">
			<h1 tabindex="-1">${this.#title()}</h1>
			${workNote(this.view.work) ?? this.#form()}
		</section>`;
	}

	#title() {
		if (this.place.link) return say("join.title", this.#programme());
		return say(this.view.invite ? "invite.title" : "come-in.title");
	}

	#programme() {
		return { programme: this.view.config?.programme ?? "" };
	}

	#form() {
		const { offer } = this.view;
		if (offer === null) return html`<p class="soft">${say("plain.starting")}</p><room-slow></room-slow>`;
		return html`
			<p class="lead">${this.#lead()}</p>
			${this.place.came ? html`<p class="soft">${say("came.link")}</p>` : nothing}
			${this.view.invite && !this.place.link ? html`<p class="soft">${say("invite.had")}</p>` : nothing}
			${this.#name(offer.username)}
			<section class="stack">
				<room-five-words .username=${offer.username} .words=${offer.words} .named=${this.named}></room-five-words>
			</section>
			${this.place.came ? this.#counting() : nothing} ${this.troubleNote()}
			<div class="row">
				<button class="button" type="button" ?disabled=${this.busy} @click=${this.#enter}>
					${say("come-in.done")}
				</button>
			</div>
			${orPrint(this.named, (named) => {
				this.named = named;
			})}
			${lockAfter(this.minutes, (minutes) => {
				this.minutes = minutes;
			})}
			${this.#first()}
			<p>
				<button class="link" type="button" @click=${() => this.go({ screen: "come-back" })}>
					${say("come-in.before")}
				</button>
			</p>
		`;
	}

	#lead() {
		if (this.place.link) return say("join.lead");
		return say(this.view.invite ? "invite.lead" : "come-in.lead");
	}

	/** @param {string} state */
	#noInvite(state) {
		return html`<section class="page">
			<h1 tabindex="-1">${say(`invite.${state}`)}</h1>
			<p class="lead">${say(`invite.${state}-why`, this.#programme())}</p>
			<p>${say("invite.anyway")}</p>
			<div class="row">
				<button class="button" type="button" @click=${this.#goOn}>${say("invite.go-on")}</button>
				<button class="button quiet" type="button" @click=${this.#help}>${say("top.help")}</button>
			</div>
			<p>
				<button class="link" type="button" @click=${() => this.go({ screen: "come-back" })}>${say("come-in.before")}</button>
			</p>
		</section>`;
	}

	#goOn = async () => {
		this.room.dropInvite();
		await this.updateComplete;
		/** @type {HTMLElement | null} */ (this.querySelector("h1"))?.focus();
	};

	/** @param {string} username */
	#name(username) {
		return html`<section class="stack">
			<h2 id="name-title">${say("come-in.name")}</h2>
			<p class="words given" aria-labelledby="name-title">${username}</p>
			<div class="row">
				<button class="link" type="button" @click=${this.#another}>${say("come-in.another")}</button>
				<span class="small soft">${say("come-in.name-hint")}</span>
			</div>
		</section>`;
	}

	#counting() {
		return html`<label class="choice">
			<input
				autocomplete="off"
				type="checkbox"
				.checked=${this.counts}
				@change=${() => {
					this.counts = !this.counts;
				}}
			/>
			<span>${say("came.count")}</span>
		</label>`;
	}

	#first() {
		return html`<details class="aside">
			<summary>${say("come-in.first", this.#programme())}</summary>
			<p class="small soft">${say("come-in.first-why")}</p>
		</details>`;
	}

	#closed() {
		return html`<section class="page">
			<h1 tabindex="-1">${say("come-in.closed", this.#programme())}</h1>
			<p class="lead">${say("come-in.closed-why")}</p>
			${callList(this.view)}
			<div class="row">
				<button class="button" type="button" @click=${this.#help}>${say("top.help")}</button>
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "come-back" })}>
					${say("come-in.before")}
				</button>
			</div>
		</section>`;
	}

	#usedLink() {
		return html`<section class="page">
			<h1 tabindex="-1">${say("join.used")}</h1>
			<p class="lead">${say("join.used-why")}</p>
			${nothing}
		</section>`;
	}

	#help = () => this.dispatchEvent(new CustomEvent("help", { bubbles: true }));

	#another = async () => {
		await this.attempt(() => this.room.newOffer());
		this.tell(this.view.offer?.username ?? "");
	};

	#enter = async () => {
		const how = this.place.link ? { link: this.place.link } : {};
		if (!(await this.attempt(() => this.room.comeIn({ lockAfter: this.minutes, ...how })))) return;
		const { came } = this.place;
		if (came && this.counts) this.quietly(() => this.room.doing("ripple", "came", came));
		this.stand();
	};
}

/**
 * @param {import("./seen.d.ts").View["invite"]} invite
 * @returns {invite is NonNullable<import("./seen.d.ts").View["invite"]>}
 */
const isOfNoUse = (invite) => ["gone", "odd", "house"].includes(invite?.state ?? "");

customElements.define("room-come-in", RoomComeIn);
