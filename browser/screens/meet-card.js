/** One time to meet: when, how, how it stands, and what can be done about it. In the talk, and in the list of times. */
import { html, nothing } from "../vendor/lit.js";
import { zoneHere } from "../talk/clock.js";
import { asCalendar, isNamed, isOver, isTwice, isWritten } from "../talk/times.js";
import { say } from "../words/index.js";
import { handOut } from "./hand-out.js";
import { dayOf, thereWords, timeOf } from "./meet-words.js";
import { Screen } from "./screen.js";
import "./sure.js";

/** @typedef {import("../talk/meeting.js").Appointment} Appointment */
/** @typedef {import("./seen.d.ts").Conversation} Conversation */
/** @typedef {{ref: string, start: number, every_days?: number, times?: number, mins: number, way: number, where: string, words: string, zone: string}} Meet */

const hour = 3_600;
const minute = 60;
/** What both can say of a time that is over: its word, and what the house calls it, by who says so. */
const said = Object.freeze({
	met: { client: "met", specialist: "met" },
	them: { client: "specialist-missed", specialist: "client-missed" },
	me: { client: "client-missed", specialist: "specialist-missed" },
	neither: { client: "not-met", specialist: "not-met" },
});
const ended = new Set(["declined", "cancelled", "lapsed", "let-go", "taken-back"]);

export class RoomMeetCard extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		...{ conversation: { attribute: false }, line: { attribute: false }, one: { attribute: false } },
		...{ name: {}, again: { state: true } },
	};

	constructor() {
		super();
		/** @type {Conversation | null} */
		this.conversation = null;
		/** @type {import("./seen.d.ts").Line | null} the line of the talk it stands in, if it does */
		this.line = null;
		/** @type {Appointment | null} which it is, in a list */
		this.one = null;
		this.name = "";
		/** somebody wants to say anew what became of it */
		this.again = false;
	}

	/** Which time the buttons of this card are about, for whoever goes from button to button. */
	#about = "";

	/** @override */
	firstUpdated() {
		void this.quietly(() => this.room.reading("meeting", "load"));
		void this.quietly(() => this.room.reading("noting", "look"));
	}

	/** @override */
	render() {
		const card = /** @type {Meet | null} */ (this.line?.card ?? null);
		if (card === null) return this.one === null ? nothing : this.#frame(this.one, this.#written(this.one));
		const shown = this.view.parts?.meeting;
		const named = (shown?.all ?? []).filter((/** @type {Appointment} */ one) => isNamed(one, card));
		const mine = named.filter((/** @type {Appointment} */ one) => this.#written(one) === card);
		const one = this.#next(mine);
		if (one === null && named.length > 0)
			return html`<div class="card meet">${this.#when(card.start, card.mins)}<p class="soft">${say("meet.changed")}</p></div>`;
		if (one !== null) return this.#frame(one, card, mine.length - 1);
		return html`<div class="card meet">
			${this.#when(card.start, card.mins)} ${this.#how(card)}
			${shown?.isHere ? html`<p class="soft">${say("meet.gone")}</p>` : nothing}
		</div>`;
	}

	/** Of a series the one that comes next, or else the last. @param {Appointment[]} mine @returns {Appointment | null} */
	#next(mine) {
		const now = Date.now() / 1000;
		const order = [...mine].sort((a, b) => a.at - b.at);
		const open = order.filter(({ state }) => !ended.has(state));
		return open.find(({ at, minutes }) => at + minutes * minute > now) ?? open.at(-1) ?? order.at(-1) ?? null;
	}

	/** @returns {Meet[]} every card of a time that is here, oldest first */
	#cards() {
		const lines = this.conversation?.lines ?? [];
		return lines
			.filter(({ card }) => card?.t === "meet")
			.map(({ card }) => /** @type {Meet} */ (/** @type {unknown} */ (card)));
	}

	/** What was written of it last. @param {Appointment} one @returns {Meet | null} */
	#written(one) {
		return this.#cards().findLast((card) => isNamed(one, card)) ?? null;
	}

	/** @param {Appointment} one @param {Meet | null} card @param {number} [more] */
	#frame(one, card, more = 0) {
		const isEnded = ended.has(one.state);
		// Of what came to nothing the house keeps no hour; the talk does.
		const at = isEnded ? (card?.start ?? one.at) : one.at;
		this.#about = `${dayOf(at)}, ${timeOf(at)}`;
		return html`<div class="card meet" role="group" aria-label=${say("meet.short")}>
			${this.line === null ? html`<p class="soft">${say("meet.with", { name: this.name })}</p>` : nothing}
			${this.#when(at, one.minutes)} ${this.#there(at, card)} ${this.#how(card)}
			${more > 0 ? html`<p class="soft">${say("meet.series", { count: more })}</p>` : nothing}
			${isEnded ? nothing : this.#doubt(one)}
			<div class="stack" role="status">${this.#stands(one)}</div>
			${this.troubleNote({ name: this.name })}
			${isEnded ? nothing : html`<div class="row">${this.#deeds(one)}</div>${this.#more(one)}${this.#note(one)}`}
		</div>`;
	}

	/** @param {number} at @param {number} minutes */
	#when(at, minutes) {
		return html`<p><strong>${dayOf(at)}</strong><br />${timeOf(at)} · ${say("meet.minutes", { count: minutes })}</p>`;
	}

	/** The other's wall, if they wrote where they are. @param {number} at @param {Meet | null} card */
	#there(at, card) {
		const theirs = this.line?.from === "them" ? card?.zone : this.#theirZone();
		const words = thereWords(at, theirs ?? "", this.name);
		return words === "" ? nothing : html`<p class="soft">${words}</p>`;
	}

	#theirZone() {
		const lines = this.conversation?.lines ?? [];
		const theirs = lines.filter(({ card, from }) => card?.t === "meet" && from === "them").at(-1);
		const { reply } = this.conversation ?? {};
		return theirs?.card?.zone ?? reply?.params?.zone ?? "";
	}

	/** @param {Meet | null} card */
	#how(card) {
		if (card === null) return nothing;
		return html`<p>${say(`meet.way-${card.way}`)}${card.where === "" ? nothing : html`<br /><span class="own-words">${card.where}</span>`}</p>
			${card.words === "" ? nothing : html`<p class="own-words">${card.words}</p>`}`;
	}

	/** The house alone is not believed. @param {Appointment} one */
	#doubt(one) {
		const card = this.#written(one);
		if (card === null || this.#holds(one, card)) return nothing;
		const { start } = card;
		return html`<p class="wrong">${say("meet.other-time", { day: dayOf(start), time: timeOf(start), name: this.name })}</p>`;
	}

	/** Is it what was written? A wish is a card of its own; of a series each place is taken once. @param {Appointment} one @param {Meet} card */
	#holds(one, card) {
		if (one.wish !== null) return card.ref === one.ref && card.start === one.wish;
		const all = /** @type {readonly Appointment[]} */ (this.view.parts?.meeting?.all ?? []);
		const beside = all.filter(
			(other) => isNamed(other, card) && !ended.has(other.state) && this.#written(other) === card,
		);
		return isWritten(one.at, card, this.#zones(one)) && !isTwice(one, beside, card);
	}

	/** Whose clocks a series may follow beside its writer's: the specialist's, as they signed it, or as they see it themselves. @param {Appointment} one @returns {string[]} */
	#zones = ({ mine }) =>
		mine === "specialist" ? [zoneHere()] : [this.conversation?.reply?.params?.zone ?? ""];

	/** @param {Appointment} one */
	#stands(one) {
		const { name } = this;
		if (one.state === "proposed")
			return html`<p>${say(`meet.asked-${this.#whose(one.by, one)}`, { name })}</p>`;
		if (one.state === "over" || one.became !== null) return html`<p>${this.#became(one)}</p>`;
		if (one.state !== "agreed") return html`<p>${say(`meet.${one.state}`)}</p>`;
		const now = Date.now() / 1000;
		if (isOver(one, now)) return html`<p>${say("meet.did")}</p>`;
		if (one.at <= now)
			return html`<p>${say(one.at + one.minutes * minute > now ? "meet.now" : "meet.agreed")}</p>`;
		if (one.wish !== null) {
			const [day, time] = [dayOf(one.wish), timeOf(one.wish)];
			return html`<p>${say(`meet.wish-${this.#whose(one.wish_by, one)}`, { name, day, time })}</p>`;
		}
		return html`<p>${say("meet.agreed")}</p>
			${one.earlier === null ? nothing : html`<p>${say("meet.earlier-free", { day: dayOf(one.earlier), time: timeOf(one.earlier) })}</p>`}
			${one.wants_earlier && one.earlier === null ? html`<p class="soft">${say("meet.earlier-on")}</p>` : nothing}`;
	}

	/** @param {string | null} side @param {Appointment} one */
	#whose = (side, one) => (side === one.mine ? "you" : "them");

	/** @param {Appointment} one */
	#became({ became, mine }) {
		if (became === "met" || became === "apart") return say(`meet.was-${became}`);
		if (became === "not-met" || became === null) return say("meet.was-neither");
		return say(`meet.was-${became.startsWith(mine) ? "you" : "them"}`, { name: this.name });
	}

	/** @param {Appointment} one */
	#deeds(one) {
		const now = Date.now() / 1000;
		if (isOver(one, now)) return this.#sayings(one);
		if (one.at <= now) return nothing;
		const step = (/** @type {string} */ name) => () =>
			this.#do(() => this.room.doing("meeting", "step", one.ref, name));
		if (one.state === "proposed")
			return one.by === one.mine
				? this.#button("meet.take-back", step("decline"), true)
				: html`${this.#button("meet.agree", step("agree"))} ${this.#button("meet.decline", step("decline"), true)}`;
		const keep = () => this.#keep(one);
		if (one.wish !== null)
			return one.wish_by === one.mine
				? this.#button("meet.take-back", keep, true)
				: html`${this.#button("meet.agree", this.#yes(one))} ${this.#button("meet.keep", keep, true)}`;
		if (one.earlier !== null) return this.#button("meet.earlier-take", () => this.#takeEarlier(one));
		return nothing;
	}

	/** A yes to the hour that stands here. @param {Appointment} one */
	#yes({ ref, wish }) {
		return () => this.#do(() => this.room.doing("meeting", "agreeToMove", ref, wish));
	}

	/** @param {Appointment} one */
	#sayings(one) {
		if (one.said !== null && !this.again)
			return html`${this.#mend(one)} <button class="link" type="button" aria-label=${this.#named(say("meet.again"))} @click=${() => (this.again = true)}>${say("meet.again")}</button>`;
		return Object.entries(said).map(([word, { client, specialist }]) => {
			const what = one.mine === "client" ? client : specialist;
			const deed = () => this.#do(() => this.room.doing("meeting", "say", one.ref, what));
			return this.#button(`meet.did-${word}`, deed, true);
		});
	}

	/** A meeting that was, where this programme writes notes of them. @param {Appointment} one */
	#note({ ref, became, said }) {
		const isMet = became === "met" || (became === null && said === "met");
		if (!isMet || !this.view.parts?.noting?.is_on || !this.conversation?.canWrite) return nothing;
		const { conv } = this.conversation;
		return html`<p><button class="link" type="button" aria-label=${this.#named(say("notes.write"))} @click=${() => this.go({ screen: "notes", id: conv, ref })}>${say("notes.write")}</button></p>`;
	}

	/** Whoever was let down can say how that was for them. @param {Appointment} one */
	#mend({ mine, said, ref }) {
		if (mine !== "client" || said !== "specialist-missed" || !this.conversation?.canWrite) return nothing;
		const { conv } = this.conversation;
		return html`<button class="link" type="button" aria-label=${this.#named(say("vows.mend"))} @click=${() => this.go({ screen: "not-right", id: conv, about: { time: ref } })}>${say("vows.mend")}</button>`;
	}

	/** What is seldom done stands below, and quietly. @param {Appointment} one */
	#more(one) {
		const now = Date.now() / 1000;
		if (one.state !== "agreed" || one.at <= now || this.conversation === null) return nothing;
		const { conv } = this.conversation;
		const hours = one.in_time_hours ?? this.view.parts?.meeting?.inTimeHours ?? 0;
		const isLate = one.at - now < hours * hour;
		return html`<div class="row">
			${one.wish === null ? html`<button class="link" type="button" aria-label=${this.#named(say("meet.move"))} @click=${() => this.go({ screen: "find-time", id: conv, ref: one.ref })}>${say("meet.move")}</button>` : nothing}
			${one.mine === "client" ? this.#earlier(one) : nothing}
			<button class="link" type="button" title=${say("meet.calendar-why")} aria-label=${this.#named(say("meet.calendar"))} @click=${() => this.#calendar(one)}>${say("meet.calendar")}</button>
			<room-sure
				.label=${say("meet.cancel")}
				.about=${this.#about}
				.question=${say(isLate ? "meet.cancel-late" : "meet.cancel-sure", { hours, name: this.name })}
				.yes=${say("meet.cancel-yes")}
				@yes=${() => this.#do(() => this.room.doing("meeting", "step", one.ref, "cancel"))}
			></room-sure>
		</div>`;
	}

	/** @param {Appointment} one */
	#earlier(one) {
		const wants = !one.wants_earlier;
		const deed = () => this.#do(() => this.room.doing("meeting", "wantEarlier", one.ref, wants));
		const words = say(wants ? "meet.earlier" : "meet.earlier-off");
		return html`<button class="link" type="button" ?disabled=${this.busy} aria-label=${this.#named(words)} @click=${deed}>${words}</button>`;
	}

	/** @param {string} label */
	#named(label) {
		return `${label}: ${this.#about}`;
	}

	/** @param {string} words @param {() => void} deed @param {boolean} [isQuiet] */
	#button(words, deed, isQuiet = false) {
		return html`<button class=${isQuiet ? "button quiet" : "button"} type="button" ?disabled=${this.busy} aria-label=${this.#named(say(words, { name: this.name }))} @click=${deed}>${say(words, { name: this.name })}</button>`;
	}

	/** @param {() => Promise<unknown>} deed */
	async #do(deed) {
		if (await this.attempt(deed)) this.again = false;
	}

	/** @param {Appointment} one */
	#takeEarlier(one) {
		const given = { at: one.earlier, ...this.#asBefore(one) };
		return this.#do(() => this.room.doing("meeting", "takeEarlier", this.conversation?.conv, one, given));
	}

	/** The old time is written once more: the newest that was written counts. @param {Appointment} one */
	#keep(one) {
		const how = this.#asBefore(one);
		return this.#do(() => this.room.doing("meeting", "keepTime", this.conversation?.conv, one, how));
	}

	/** As it was for this very time; nobody's words are said once more. @param {Appointment} one */
	#asBefore(one) {
		const fits = this.#cards().findLast((card) => isNamed(one, card) && card.start === one.at);
		const { way = 1, where = "" } = fits ?? this.#written(one) ?? {};
		return { way, where, words: "" };
	}

	/** @param {Appointment} one */
	#calendar(one) {
		const text = asCalendar(one, { summary: say("meet.calendar-name"), now: Date.now() / 1000 });
		handOut(`${say("meet.file")}.ics`, new Blob([text], { type: "text/calendar" }));
	}
}

customElements.define("room-meet-card", RoomMeetCard);
