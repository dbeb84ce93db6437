/** A time with somebody: one of those that are free, or one of one's own; and how the two meet. */
import { html, nothing } from "../vendor/lit.js";
import { zoneHere } from "../talk/clock.js";
import { byDay, dateIn, momentIn } from "../talk/times.js";
import { say } from "../words/index.js";
import { isShared, readersHere } from "./company.js";
import { HeldForm } from "./held.js";
import { dateWords, dayOf, thereWords, timeOf, zoneWords } from "./meet-words.js";
import { notEmergency } from "./not-emergency.js";
import { ownName } from "./own-name.js";
import { Screen } from "./screen.js";

/** @typedef {import("../talk/meeting.js").Appointment} Appointment */
/** @typedef {import("./seen.d.ts").Conversation} Conversation */
/** @typedef {{starts: number[], zone: string | null, minutes: number | null, books: boolean}} Free */

const twoWeeks = 14 * 86_400;
const looks = 4;
const lengths = [20, 30, 45, 50, 60, 90];
const usual = 50;
const ways = [1, 2, 3];
const [longestWhere, longestWords] = [200, 500];
const often = Object.freeze({ once: [7, 1], weekly: [7, 6], fortnight: [14, 6] });
const own = "own";

export class RoomFindTime extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		...{ free: { state: true }, look: { state: true }, picked: { state: true }, way: { state: true } },
	};

	constructor() {
		super();
		/** @type {Free | null} */
		this.free = null;
		/** how many times two weeks ahead somebody looks */
		this.look = 0;
		/** the moment that was chosen, or that it is one's own */
		this.picked = "";
		this.way = 0;
		/** @type {HeldForm | null} what was begun outlives a lock */
		this.held = null;
	}

	/** @override */
	connectedCallback() {
		super.connectedCallback();
		this.held = new HeldForm(this.room, "find-time", `${this.place.id} ${this.place.ref ?? ""}`);
	}

	/** @override */
	updated() {
		if (this.free !== null) this.held?.stands(this.querySelector("form"), () => this.updateComplete);
	}

	/** @override */
	firstUpdated() {
		void this.#find(0);
		void this.quietly(() => this.room.reading("meeting", "load"));
	}

	/** @override */
	render() {
		const conversation = this.room.conversation(this.place.id ?? "");
		if (conversation === null)
			return html`<section class="page"><h1 tabindex="-1">${say("trouble.not-found")}</h1></section>`;
		const name = ownName(conversation.relationship, say("see.them"));
		const moving = this.#moving();
		return html`<section class="page">
			<h1 tabindex="-1">${say(moving ? "find.title-move" : "find.title", { name })}</h1>
			${moving ? html`<p class="lead">${say("find.now", { day: dayOf(moving.at), time: timeOf(moving.at) })}</p>` : nothing}
			${this.#zones(name)}
			<form autocomplete="off" class="stack roomy" @input=${this.held?.typed} @submit=${(/** @type {SubmitEvent} */ event) => this.#send(event, conversation, name)}>
				${this.#freeOnes(conversation, name)} ${this.#ownTime(moving)} ${moving ? nothing : this.#often()} ${this.#how(moving, conversation, name)}
				${this.troubleNote({ name })}
				<div class="row"><button class="button" type="submit" ?disabled=${this.busy}>${this.#label(conversation, moving, name)}</button></div>
			</form>
		</section>`;
	}

	/** @returns {Appointment | null} */
	#moving() {
		const all = /** @type {Appointment[]} */ (this.view.parts?.meeting?.all ?? []);
		return all.find(({ ref }) => ref === this.place.ref) ?? null;
	}

	/** @param {string} name */
	#zones(name) {
		const [here, there] = [zoneHere(), this.free?.zone ?? ""];
		const isElsewhere = there !== "" && thereWords(Date.now() / 1000, there, name) !== "";
		return html`<p class="soft">${say("find.yours", { zone: zoneWords(here) })}</p>
			${isElsewhere ? html`<p class="soft">${say("find.theirs", { name, zone: zoneWords(there) })}</p>` : nothing}`;
	}

	/** @param {Conversation} conversation @param {string} name */
	#freeOnes({ relationship }, name) {
		if (this.free === null) return this.busy ? html`<p role="status">${say("find.looking")}</p>` : nothing;
		const { starts, zone } = this.free;
		if (zone === null)
			return relationship.mine === "client" ? html`<p>${say("find.no-hours", { name })}</p>` : nothing;
		return html`<fieldset class="stack">
			<legend>${say("find.free")}</legend>
			${relationship.mine === "specialist" ? html`<p class="hint">${say("find.your-hours")}</p>` : nothing}
			${starts.length === 0 ? html`<p>${say("find.none")}</p>` : byDay(starts, zoneHere()).map((day) => this.#day(day, zone, name))}
			<div class="row">
				${this.look + 1 < looks ? html`<button class="link" type="button" ?disabled=${this.busy} @click=${() => this.#find(this.look + 1)}>${say("find.later")}</button>` : nothing}
				${this.look > 0 ? html`<button class="link" type="button" ?disabled=${this.busy} @click=${() => this.#find(0)}>${say("find.sooner")}</button>` : nothing}
			</div>
		</fieldset>`;
	}

	/** @param {{date: string, starts: number[]}} day @param {string} zone @param {string} name */
	#day({ date, starts }, zone, name) {
		return html`<section class="part" aria-label=${dateWords(date)}>
			<h2 class="day-name">${dateWords(date)}</h2>
			<div class="choices">${starts.map((at) => this.#slot(at, zone, name))}</div>
		</section>`;
	}

	/** @param {number} at @param {string} zone @param {string} name */
	#slot(at, zone, name) {
		const there = thereWords(at, zone, name);
		const isPicked = this.picked === String(at);
		return html`<label class="choice">
			<input autocomplete="off" class="unseen" type="radio" name="at" value=${at} aria-label=${`${dayOf(at)}, ${timeOf(at)}`} .checked=${isPicked} @change=${() => this.#pick(String(at))} />
			<span>${timeOf(at)}</span>
		</label>
		${isPicked && there !== "" ? html`<p class="soft" role="status">${there}</p>` : nothing}`;
	}

	/** @param {Appointment | null} moving */
	#ownTime(moving) {
		const isOwn = this.#isOwn();
		const hasFree = this.free !== null && this.free.zone !== null;
		const today = dateIn(Date.now() / 1000, zoneHere());
		return html`<fieldset class="stack">
			${hasFree ? html`<label class="row"><input autocomplete="off" type="radio" name="at" value=${own} .checked=${isOwn} @change=${() => this.#pick(own)} /><span>${say("find.own")}</span></label>` : nothing}
			${
				isOwn
					? html`<div class="row fields">
				<div class="field"><label for="find-day">${say("find.own-day")}</label><input autocomplete="off" id="find-day" name="day" type="date" min=${today} required /></div>
				<div class="field"><label for="find-time">${say("find.own-time")}</label><input autocomplete="off" id="find-time" name="time" type="time" step="300" required /></div>
				${moving ? nothing : html`<div class="field"><label for="find-long">${say("find.own-long")}</label><select id="find-long" name="long">${lengths.map((long) => html`<option value=${long} ?selected=${long === (this.free?.minutes ?? usual)}>${say("meet.minutes", { count: long })}</option>`)}</select></div>`}
			</div>`
					: nothing
			}
		</fieldset>`;
	}

	/** Without hours there is nothing else to choose. */
	#isOwn() {
		return this.picked === own || (this.free !== null && this.free.zone === null);
	}

	#often() {
		const choices = /** @type {const} */ (["once", "weekly", "fortnight"]);
		return html`<div class="field">
			<label for="find-often">${say("find.often")}</label>
			<select id="find-often" name="often" @change=${() => this.requestUpdate()}>
				${choices.map((id) => html`<option value=${id}>${say(`find.${id}`, { count: often[id][1] ?? 1 })}</option>`)}
			</select>
		</div>`;
	}

	/** @param {Appointment | null} moving @param {Conversation} conversation @param {string} name */
	#how(moving, conversation, name) {
		const before = this.#before(moving, conversation);
		const way = this.way || before.way;
		const inTimeHours = moving?.in_time_hours ?? this.view.parts?.meeting?.inTimeHours ?? 0;
		return html`<fieldset class="stack">
				<legend>${say("find.way")}</legend>
				${ways.map((one) => html`<label class="row"><input autocomplete="off" type="radio" name="way" value=${one} .checked=${one === way} @change=${() => this.#choose(one)} /><span>${say(`meet.way-${one}`)}</span></label>`)}
			</fieldset>
			${way === 1 ? nothing : html`<div class="field"><label for="find-where">${say(`find.where-${way}`)}</label><input autocomplete="off" id="find-where" name="where" maxlength=${longestWhere} .defaultValue=${before.where} aria-describedby="find-only" /></div>`}
			<div class="field">
				<label for="find-words">${say("find.words")}</label>
				<p class="hint" id="find-only">${isShared(conversation) ? say("talk.only-all", { names: readersHere(conversation, name) }) : say("find.only", { name })}</p>
				<textarea id="find-words" name="words" rows="2" maxlength=${longestWords} aria-describedby="find-only"></textarea>
				${notEmergency()}
			</div>
			${inTimeHours > 0 ? html`<p class="soft">${say("find.in-time", { hours: inTimeHours })}</p>` : nothing}`;
	}

	/** What was said of it last. @param {Appointment | null} moving @param {Conversation} conversation */
	#before(moving, conversation) {
		const cards = conversation.lines
			.map(({ card }) => /** @type {any} */ (card))
			.filter((card) => card?.t === "meet");
		const last = cards.filter(({ ref }) => ref === moving?.ref || ref === moving?.series).at(-1);
		return { way: last?.way ?? 1, where: last?.where ?? "" };
	}

	/** @param {Conversation} conversation @param {Appointment | null} moving @param {string} name */
	#label({ relationship }, moving, name) {
		const chosen = /** @type {HTMLSelectElement | null} */ (this.querySelector("#find-often"))?.value;
		const isOnce = (chosen ?? "once") === "once";
		const isFree = this.picked !== "" && !this.#isOwn();
		const isHad = isFree && isOnce && !moving && relationship.mine === "client" && this.free?.books === true;
		return say(isHad ? "find.book" : "find.ask", { name });
	}

	/** @param {string} at */
	#pick(at) {
		this.picked = at;
	}

	/** @param {number} way */
	#choose(way) {
		this.way = way;
	}

	/** @param {number} look */
	async #find(look) {
		const since = Math.floor(Date.now() / 1000) + look * twoWeeks;
		await this.attempt(async () => {
			const found = await this.room.reading("meeting", "free", this.place.id ?? "", since, since + twoWeeks);
			[this.free, this.look, this.picked] = [found, look, ""];
		});
	}

	/** @param {SubmitEvent} event @param {Conversation} conversation @param {string} name */
	async #send(event, conversation, name) {
		event.preventDefault();
		const fields = new FormData(/** @type {HTMLFormElement} */ (event.target));
		const of = (/** @type {string} */ field) => String(fields.get(field) ?? "");
		const at = this.#isOwn() ? momentIn(of("day"), of("time"), zoneHere()) : Number(this.picked);
		const isToCome = at !== null && at > Date.now() / 1000;
		if (!isToCome) {
			const isUnpicked = this.picked === "" && !this.#isOwn();
			return this.#refuse(isUnpicked ? "pick-a-time" : "time-is-past");
		}
		const how = { way: Number(of("way") || 1), where: of("where").trim(), words: of("words").trim() };
		await this.#ask(conversation, name, { at, ...how, long: Number(of("long")), often: of("often") });
	}

	/** @param {string} code */
	async #refuse(code) {
		await this.attempt(() => Promise.reject(Object.assign(new Error(code), { code })));
	}

	/** @param {Conversation} conversation @param {string} name @param {{at: number, way: number, where: string, words: string, long: number, often: string}} given */
	async #ask({ conv }, name, { long, often: howOften, ...given }) {
		const moving = this.#moving();
		/** @type {{made: number, isAgreed: boolean} | undefined} */
		let answer;
		const [everyDays = 7, times = 1] = often[/** @type {keyof typeof often} */ (howOften)] ?? often.once;
		const minutes = this.#isOwn() ? long || usual : (this.free?.minutes ?? usual);
		const done = await this.attempt(async () => {
			answer = moving
				? await this.room.doing("meeting", "move", conv, moving, given)
				: await this.room.doing("meeting", "propose", conv, { ...given, minutes, everyDays, times });
		});
		if (!done) {
			// What is free may have changed meanwhile; what was typed stays.
			if (this.trouble?.code === "time-taken") await this.#lookAgain();
			return;
		}
		await this.held?.done();
		const some = answer !== undefined && answer.made < times;
		const words = answer?.isAgreed ? "find.done" : some ? "find.asked-some" : "find.asked";
		this.tell(say(words, { name, count: answer?.made ?? 1 }));
		this.go({ screen: "talk", id: conv });
	}

	async #lookAgain() {
		const { trouble } = this;
		await this.#find(this.look);
		this.trouble = trouble;
	}
}

customElements.define("room-find-time", RoomFindTime);
